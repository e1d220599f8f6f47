//! Whether two names are those of one person or body.

use crate::quotation::{Party, RoleKind, Sort};

use super::agreement::{Agreement, differ_in_gender};

/// How far two named parties agree.
pub(super) fn agreement(one: &Party, two: &Party) -> Agreement {
    let is_whole = one.name.len() > 1 && is_spelled_alike(&one.name, &two.name);
    if is_whole || is_within(&one.name, &two.name) || is_respelled(&one.name, &two.name) {
        return same_name(one, two, is_whole);
    }
    let has_person = [one.sort, two.sort].contains(&Sort::Person);
    if !has_person && (is_acronym(&one.name, &two.name) || is_acronym(&two.name, &one.name)) {
        return Agreement::One;
    }
    let are_persons = one.sort == Sort::Person && two.sort == Sort::Person;
    if are_persons && one.name.last() == two.name.last() {
        return same_last_name(one, two);
    }
    if is_near_last(&one.name, &two.name) || speaks_for(one, two) || speaks_for(two, one) {
        return Agreement::Perhaps;
    }
    let shares_word = one.name.iter().any(|word| two.name.contains(word));
    let are_bodies = [one.sort, two.sort].contains(&Sort::Body);
    match (shares_word, are_persons) {
        // *Ann Hill* and *Ann Reed*
        (true, true) => Agreement::Other,
        // *the Harbor Council* and *the council of Ulm Harbor*
        (true, false) => Agreement::Perhaps,
        // a body has many voices
        (false, _) if are_bodies || is_of(one, two) || is_of(two, one) => Agreement::Other,
        (false, _) => Agreement::Two,
    }
}

/// Whether somebody is introduced by the other name: *Nearshore manager Udo Kern* and *Nearshore*.
fn is_of(person: &Party, other: &Party) -> bool {
    let mut roles = person.roles.iter();
    roles.any(|role| other.name.iter().any(|word| role.names.contains(word) || role.words.contains(word)))
}

/// One name for both: two people only if a form of address or the sort of speaker says so.
fn same_name(one: &Party, two: &Party, is_whole: bool) -> Agreement {
    let sorts = [one.sort, two.sort];
    if is_whole {
        return Agreement::One;
    }
    if sorts.contains(&Sort::Person) && sorts.contains(&Sort::Body) {
        return Agreement::Other;
    }
    match (differ_in_gender(one, two), one.is_addressed, two.is_addressed) {
        (true, true, true) => Agreement::Two,
        (true, true, false) | (true, false, true) => Agreement::Other,
        (true, false, false) | (false, _, _) => Agreement::One,
    }
}

/// Two first names with one last name.
fn same_last_name(one: &Party, two: &Party) -> Agreement {
    let (Some(first), Some(second)) = (one.name.first(), two.name.first()) else { return Agreement::Perhaps };
    if is_short_for(first, second) || is_short_for(second, first) || is_near(first, second, 3) {
        return Agreement::One;
    }
    match (one.gender, two.gender) {
        (Some(one), Some(two)) if one != two => Agreement::Two,
        // *Bob Lee* and *Robert Lee*
        (Some(_), Some(_)) => Agreement::Perhaps,
        (None, _) | (_, None) => Agreement::Other,
    }
}

/// Whether somebody is introduced as the voice of a body: *Kremlin spokesman Udo Kern*.
fn speaks_for(person: &Party, body: &Party) -> bool {
    let is_body = match body.sort {
        Sort::Body | Sort::Unknown => true,
        Sort::Person | Sort::People | Sort::Text => false,
    };
    let roles = person.roles.iter().filter(|role| role.kind == RoleKind::Voice);
    let mut words = roles.map(|role| [role.names.as_slice(), role.words.as_slice()].concat());
    is_body && words.any(|words| body.name.iter().all(|word| words.contains(word)))
}

/// Whether two names have the same letters: *Kim Jong Un* and *Kim Jong-un*.
fn is_spelled_alike(one: &[String], two: &[String]) -> bool {
    one == two || one.iter().flat_map(|word| word.chars()).eq(two.iter().flat_map(|word| word.chars()))
}

/// Whether all words of the shorter name are in the longer.
fn is_within(one: &[String], two: &[String]) -> bool {
    let within = |short: &[String], long: &[String]| short.iter().all(|word| long.contains(word));
    within(one, two) || within(two, one)
}

/// Whether a name is the first letters of the other: *NHA* of *Northern Harbor Authority*, *DOJ* of
/// *Department of Justice*.
fn is_acronym(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let mut letters = short.chars();
    let mut firsts = long.iter().filter_map(|word| word.chars().next());
    let is_first = firsts.next() == letters.next();
    // a small word may have a letter, too
    let in_order = firsts.all(|first| letters.any(|letter| letter == first));
    long.len() > 1 && is_first && in_order && short.chars().count() <= long.len() + 1
}

/// Whether one name is the other in another spelling: *Peskov* and *Peskow*, *José* and *Jos*,
/// from which a bad conversion has taken a letter.
fn is_respelled(left: &[String], right: &[String]) -> bool {
    let same =
        |one: &String, other: &String| one == other || plain(one) == plain(other) || is_near(one, other, 6);
    let aligned =
        |one: &[String], other: &[String]| one.iter().zip(other).all(|(one, other)| same(one, other));
    match (left, right) {
        ([.., one], [.., other]) if left.len() == 1 || right.len() == 1 => same(one, other),
        _ => left.len() == right.len() && aligned(left, right),
    }
}

/// A word without accents, or without the letters that bore them.
fn plain(word: &str) -> String {
    word.chars().filter(char::is_ascii).collect()
}

/// *Tim* of *Timothy*, *J* of *John*.
fn is_short_for(short: &str, long: &str) -> bool {
    long.starts_with(short)
}

/// Whether two words of at least `least` letters differ in a single letter.
fn is_near(one: &str, other: &str, least: usize) -> bool {
    let counts = (one.chars().count(), other.chars().count());
    let (shared, ends) = shared_ends(one, other);
    counts.0.min(counts.1) >= least
        && counts.0.abs_diff(counts.1) <= 1
        && shared + ends + 1 >= counts.0.max(counts.1)
}

/// Whether the last words differ in two letters at most: *Papadopoulos* and *Papadapoulus*.
fn is_near_last(one: &[String], two: &[String]) -> bool {
    let (Some(one), Some(two)) = (one.last(), two.last()) else { return false };
    let longer = one.chars().count().max(two.chars().count());
    let (shared, ends) = shared_ends(one, two);
    longer >= 5 && shared + ends + 2 >= longer
}

/// How many letters two words share at the head and at the tail.
fn shared_ends(one: &str, other: &str) -> (usize, usize) {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let ends = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    (shared, ends)
}
