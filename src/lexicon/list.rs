//! A word list: a file of `assets/lexicon/`, searched by a hash table that the compiler makes.
//!
//! Lines are in byte order. An entry may have several words, and a value after a
//! tab. Nothing is built when the program starts, and a lookup takes a few steps.

use crate::text::Span;

/// A list of words, some with a value.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    file: &'static str,
    /// A hash table with open addressing: the start of an entry in the file, plus one; 0 is free. An
    /// entry is in the slot of its hash or the next free one. An entry of several words is
    /// also in the slot of its first word.
    places: &'static [u16],
    /// For each [`initial`], the lengths of the entries and first words that begin with it, as a bit set of
    /// bytes modulo 32. It rejects most words that the list does not have.
    lengths: &'static [u32; INITIALS],
    /// The last bytes of entries as a bit set, and the length of the longest: for [`WordList::endings`].
    finals: u32,
    longest: usize,
}

/// Makes the list of a file: lines in byte order, the value after a tab.
macro_rules! word_list {
    ($file:expr) => {{
        const FILE: &str = $file;
        const PLACES: [u16; $crate::lexicon::list::table_size(FILE)] = $crate::lexicon::list::places(FILE);
        const LENGTHS: [u32; $crate::lexicon::list::INITIALS] = $crate::lexicon::list::lengths(FILE);
        $crate::lexicon::list::WordList::from_file(FILE, &PLACES, &LENGTHS)
    }};
}
pub(super) use word_list;

impl WordList {
    /// A list without entries.
    pub(super) const EMPTY: WordList = word_list!("");

    /// The list itself: the declaration of the lists calls `new` for every kind of list.
    pub(super) const fn new(list: WordList) -> WordList {
        list
    }

    pub(super) const fn from_file(
        file: &'static str,
        places: &'static [u16],
        lengths: &'static [u32; INITIALS],
    ) -> WordList {
        let (finals, longest) = ends(file);
        WordList { file, places, lengths, finals, longest }
    }

    /// Whether an entry begins with the byte: a fast check before searching.
    pub fn may_begin(self, first: u8) -> bool {
        self.lengths[initial(first)] != 0
    }

    /// The values of the entries that the word ends with, longest first, and how many bytes of
    /// the word precede each.
    pub fn endings(self, word: &str) -> impl Iterator<Item = (usize, &'static str)> {
        let bytes = word.as_bytes();
        let from = bytes.len().saturating_sub(self.longest);
        let may_end = bytes.last().is_some_and(|&last| self.finals & 1 << initial(last) != 0);
        let starts = if may_end { from..bytes.len() } else { 0..0 };
        starts.filter_map(move |at| {
            let may_begin = self.may_begin(bytes[at]) && word.is_char_boundary(at);
            Some((at, self.get(may_begin.then(|| Span::new(at, bytes.len()).of(word))?)?))
        })
    }

    /// Whether it has no entries.
    pub fn is_empty(self) -> bool {
        self.file.is_empty()
    }

    /// Whether the list has the word, spelled exactly so.
    pub fn contains(self, word: &str) -> bool {
        self.find(word, |next| matches!(next, b'\t' | b'\n')).is_some()
    }

    /// The value of the word; empty if it has none.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let end = self.find(word, |next| matches!(next, b'\t' | b'\n'))?;
        let bytes = self.file.as_bytes();
        let start = end + usize::from(bytes.get(end) == Some(&b'\t'));
        let length = bytes[start..].iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len() - start);
        Some(Span::new(start, start + length).of(self.file))
    }

    /// Whether the word has the value, alone or among others.
    pub fn has(self, word: &str, value: &str) -> bool {
        self.get(word).is_some_and(|values| holds(values, value))
    }

    /// The entries that begin with the word, without their values; one may come twice.
    pub fn beginning_with(self, word: &str) -> impl Iterator<Item = &'static str> {
        let file = self.file.as_bytes();
        self.places(word).filter_map(move |start| {
            let end = start + word.len();
            let is_whole = matches!(file.get(end), None | Some(b' ' | b'\t' | b'\n'));
            let rest = file[end..].iter().position(|byte| matches!(byte, b'\t' | b'\n'));
            let end = rest.map_or(file.len(), |rest| end + rest);
            is_whole.then(|| Span::new(start, end).of(self.file))
        })
    }

    /// The longest entry that some words begin with: how many words it has, and its value.
    pub fn longest<'a>(self, words: impl Iterator<Item = &'a str>) -> Option<(usize, &'static str)> {
        let (mut phrase, mut found) = (String::new(), None);
        for (n, word) in words.enumerate() {
            if n == 1 && !self.opens(&phrase) {
                break;
            }
            phrase.extend((n > 0).then_some(' '));
            phrase.push_str(word);
            found = self.get(&phrase).map(|value| (n + 1, value)).or(found);
        }
        found
    }

    /// Whether an entry of several words begins with the word.
    pub fn opens(self, word: &str) -> bool {
        self.find(word, |next| next == b' ').is_some()
    }

    /// The end of the word in an entry that begins with it, if the next byte is accepted.
    #[inline]
    fn find(self, word: &str, accepts: impl Fn(u8) -> bool) -> Option<usize> {
        let next = |end: usize| self.file.as_bytes().get(end).copied().unwrap_or(b'\n');
        self.places(word).map(|start| start + word.len()).find(|&end| accepts(next(end)))
    }

    /// The starts of entries that begin with the bytes of the word.
    #[inline]
    fn places(self, word: &str) -> impl Iterator<Item = usize> {
        let (file, word) = (self.file.as_bytes(), word.as_bytes());
        let has_length = |first: u8| self.lengths[initial(first)] & 1 << (word.len() % 32) != 0;
        let may_be = word.first().is_some_and(|&first| has_length(first));
        let mut slot = if may_be { hash(word, 0, word.len()) } else { 0 };
        let taken = std::iter::from_fn(move || {
            if !may_be {
                return None;
            }
            let place = self.places[slot & (self.places.len() - 1)];
            slot += 1;
            place.checked_sub(1).map(usize::from)
        });
        taken.filter(move |&start| file[start..].starts_with(word))
    }

    /// All entries with their values.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.file.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

/// Whether a value is one of those of a word, which spaces separate.
pub(super) fn holds(values: &str, value: &str) -> bool {
    values.as_bytes().split(|&byte| byte == b' ').any(|own| own == value.as_bytes())
}

/// The size of the hash table of a list: a power of two, at least half of it free.
pub(super) const fn table_size(file: &str) -> usize {
    let file = file.as_bytes();
    let (mut entries, mut at) = (1_usize, 0);
    while at < file.len() {
        if matches!(file[at], b'\n' | b' ') {
            entries += 1;
        }
        at += 1;
    }
    (2 * entries).next_power_of_two()
}

/// The hash table of a list.
pub(super) const fn places<const SIZE: usize>(file: &str) -> [u16; SIZE] {
    let file = file.as_bytes();
    assert!(file.len() < u16::MAX as usize, "a place is 16 bits");
    let mut places = [0; SIZE];
    let mut line = 0;
    while line < file.len() {
        let mut end = line;
        let mut is_several = false;
        while end < file.len() && !matches!(file[end], b'\t' | b'\n') {
            if file[end] == b' ' && !is_several {
                is_several = true;
                put(&mut places, hash(file, line, end), line);
            }
            end += 1;
        }
        put(&mut places, hash(file, line, end), line);
        while end < file.len() && file[end] != b'\n' {
            end += 1;
        }
        line = end + 1;
    }
    places
}

/// The lengths of the entries of a list and of their first words, by their [`initial`].
pub(super) const fn lengths(file: &str) -> [u32; INITIALS] {
    let file = file.as_bytes();
    let (mut lengths, mut line) = ([0; INITIALS], 0);
    while line < file.len() {
        let mut end = line;
        while end < file.len() && !matches!(file[end], b'\t' | b'\n') {
            if file[end] == b' ' {
                lengths[initial(file[line])] |= 1 << ((end - line) % 32);
            }
            end += 1;
        }
        if end > line {
            lengths[initial(file[line])] |= 1 << ((end - line) % 32);
        }
        line = next_line(file, end);
    }
    lengths
}

/// The last bytes of the entries of a list, and the length of the longest.
const fn ends(file: &str) -> (u32, usize) {
    let file = file.as_bytes();
    let (mut finals, mut longest, mut line) = (0, 0, 0);
    while line < file.len() {
        let mut end = line;
        while end < file.len() && !matches!(file[end], b'\t' | b'\n') {
            end += 1;
        }
        if end > line {
            finals |= 1 << initial(file[end - 1]);
            if end - line > longest {
                longest = end - line;
            }
        }
        line = next_line(file, end);
    }
    (finals, longest)
}

/// The start of the next line after `at`.
const fn next_line(file: &[u8], mut at: usize) -> usize {
    while at < file.len() && file[at] != b'\n' {
        at += 1;
    }
    at + 1
}

/// The number of values of [`initial`].
pub(super) const INITIALS: usize = 27;

/// The class of the first or last byte of a word: one for each lower-case letter, one for all other bytes.
const fn initial(byte: u8) -> usize {
    if byte.is_ascii_lowercase() { (byte - b'a') as usize } else { INITIALS - 1 }
}

const fn put(places: &mut [u16], hash: usize, line: usize) {
    let mut slot = hash % places.len();
    while places[slot] != 0 {
        slot = (slot + 1) % places.len();
    }
    places[slot] = line as u16 + 1;
}

/// A hash of `bytes[from..to]`, the same for the compiler and at run time (FNV-1a).
const fn hash(bytes: &[u8], from: usize, to: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = from;
    while at < to {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    #[test]
    fn finds_every_entry_and_nothing_else() {
        let list = word_list!("a\nan\tarticle\nprime minister\nthe");
        assert_eq!(list.get("a"), Some(""));
        assert_eq!(list.get("an"), Some("article"));
        assert!(list.contains("prime minister") && list.contains("the"));
        for absent in ["", "aa", "b", "article", "them", "th", "prime", "minister"] {
            assert!(!list.contains(absent), "{absent}");
        }
        assert!(list.opens("prime"));
        for single in ["", "prim", "an", "the", "minister", "prime minister"] {
            assert!(!list.opens(single), "{single}");
        }
        assert!(!word_list!("").contains("a"));
        let longest = |words: &'static str| list.longest(words.split(' '));
        assert_eq!(
            (longest("an apple"), longest("prime minister of")),
            (Some((1, "article")), Some((2, "")))
        );
        assert_eq!((longest("prime time"), longest("them a")), (None, None));
        let beginning = |word| list.beginning_with(word).collect::<Vec<_>>();
        assert_eq!((beginning("prime"), beginning("an")), (vec!["prime minister"], vec!["an"]));
        assert_eq!((beginning("prim"), beginning("minister")), (vec![], vec![]));
    }

    #[test]
    fn endings_are_found_from_the_longest() {
        let list = word_list!("ies\tfirst y\ns\tfirst");
        assert_eq!(list.endings("parties").collect::<Vec<_>>(), [(4, "first y"), (6, "first")]);
        assert_eq!(list.endings("boat").next(), None);
        assert!(list.may_begin(b'i') && !list.may_begin(b'a'));
    }
}
