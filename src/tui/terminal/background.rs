//! Detection of the background of the terminal, without waiting for it.
//!
//! The query (OSC 11) is sent with the first frame. The terminal library reports the answer as
//! keys, from which it is separated here. Invariant: all other keys are returned unchanged.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::theme::Background;

/// The query for the background color.
pub(crate) const QUERY: &str = "\x1b]11;?\x07";

/// The maximum length of an answer, in characters: `11;rgba:` and four numbers.
const LONGEST: usize = 40;

/// The state of reading an answer.
#[derive(Debug, Default)]
pub(crate) struct TerminalBackground {
    is_awaited: bool,
    pending: Vec<Event>,
    text: String,
}

/// The result of reading an event.
#[derive(Debug)]
pub(crate) enum Read {
    /// Events that are not part of an answer.
    Events(Vec<Event>),
    /// The answer.
    Background(Background),
}

impl TerminalBackground {
    /// Expects an answer, because the query was sent.
    pub(crate) fn awaited() -> TerminalBackground {
        TerminalBackground { is_awaited: true, ..TerminalBackground::default() }
    }

    /// Whether an answer is incomplete.
    pub(crate) fn has_begun(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Returns the events of an incomplete answer.
    pub(crate) fn give_up(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.pending)
    }

    /// Reads an event.
    pub(crate) fn read_event(&mut self, event: Event) -> Read {
        if !self.is_awaited {
            return Read::Events(vec![event]);
        }
        if let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = event {
            let key = (c, modifiers);
            if !self.has_begun() {
                if key == (']', KeyModifiers::ALT) {
                    self.pending.push(event);
                    return Read::Events(Vec::new());
                }
            } else if key == ('g', KeyModifiers::CONTROL) || key == ('\\', KeyModifiers::ALT) {
                if let Some(background) = background(&self.text) {
                    self.is_awaited = false;
                    self.give_up();
                    return Read::Background(background);
                }
            } else if belongs(c) && self.text.len() < LONGEST {
                self.pending.push(event);
                self.text.push(c);
                return Read::Events(Vec::new());
            }
        }
        let mut events = self.give_up();
        events.push(event);
        Read::Events(events)
    }
}

fn belongs(c: char) -> bool {
    c.is_ascii_hexdigit() || matches!(c, ';' | ':' | '/' | 'r' | 'g')
}

/// The background in an answer, for instance `11;rgb:1e1e/2222/2a2a`.
fn background(answer: &str) -> Option<Background> {
    let color = answer.strip_prefix("11;")?;
    let channels = color.strip_prefix("rgba:").or_else(|| color.strip_prefix("rgb:"))?;
    let channel = |digits: &str| {
        let most = 16_u32.checked_pow(digits.len() as u32).filter(|_| (1..=4).contains(&digits.len()))? - 1;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
    };
    let mut channels = channels.split('/').map(channel);
    let mut next = || channels.next().flatten();
    let light = 0.299 * next()? + 0.587 * next()? + 0.114 * next()?;
    Some(if light > 0.5 { Background::Light } else { Background::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    /// Reads an answer as the terminal library reports it, with its last key.
    fn answered(text: &str, last: (char, KeyModifiers)) -> (Vec<Event>, Option<Background>) {
        let mut answer = TerminalBackground::awaited();
        let (mut typed, mut found) = (Vec::new(), None);
        let first = key(']', KeyModifiers::ALT);
        let rest = text.chars().map(|c| key(c, KeyModifiers::NONE));
        for event in [first].into_iter().chain(rest).chain([key(last.0, last.1)]) {
            match answer.read_event(event) {
                Read::Events(events) => typed.extend(events),
                Read::Background(background) => found = Some(background),
            }
        }
        typed.extend(answer.give_up());
        (typed, found)
    }

    #[test]
    fn an_answer_is_separated_from_keys() {
        let bell = ('g', KeyModifiers::CONTROL);
        for (text, background) in [
            ("11;rgb:ffff/ffff/ffff", Background::Light),
            ("11;rgb:1e/22/2a", Background::Dark),
            ("11;rgba:ffff/fafa/e6e6/ffff", Background::Light),
            ("11;rgb:0000/0000/ffff", Background::Dark),
        ] {
            assert_eq!(answered(text, bell), (Vec::new(), Some(background)), "{text}");
            assert_eq!(answered(text, ('\\', KeyModifiers::ALT)).1, Some(background), "{text}");
        }
    }

    #[test]
    fn other_keys_are_returned_unchanged() {
        for (text, last) in [
            ("", ('x', KeyModifiers::NONE)),
            ("11;", ('g', KeyModifiers::CONTROL)),
            ("1", ('q', KeyModifiers::NONE)),
        ] {
            let (typed, background) = answered(text, last);
            assert_eq!((typed.len(), background), (text.len() + 2, None), "{text}");
        }
        let mut answer = TerminalBackground::default();
        assert!(
            matches!(answer.read_event(key(']', KeyModifiers::ALT)), Read::Events(events) if events.len() == 1)
        );
    }
}
