//! Whether the terminal is dark or light: asked once, never waited for.
//!
//! The question goes out with the first frame (OSC 11). The terminal library takes the answer for
//! keys, whenever it comes; here it is separated from them. Invariant: what is no answer is
//! returned as it was typed.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::theme::Ground;

/// The question for the color of the background.
pub(crate) const QUESTION: &str = "\x1b]11;?\x07";

/// The longest answer, in characters: `11;rgba:` and four numbers.
const LONGEST: usize = 40;

/// An answer that may be on its way.
#[derive(Debug, Default)]
pub(crate) struct TerminalBackground {
    is_awaited: bool,
    held: Vec<Event>,
    text: String,
}

/// What an event turned out to be.
#[derive(Debug)]
pub(crate) enum Read {
    /// Events as they were typed; none while they may be an answer.
    Events(Vec<Event>),
    /// The answer.
    Background(Ground),
}

impl TerminalBackground {
    /// Waits for the answer to a question that was asked.
    pub(crate) fn awaited() -> TerminalBackground {
        TerminalBackground { is_awaited: true, ..TerminalBackground::default() }
    }

    /// Whether an answer has begun and not ended.
    pub(crate) fn has_begun(&self) -> bool {
        !self.held.is_empty()
    }

    /// Returns what began like an answer and never ended.
    pub(crate) fn give_up(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
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
                    self.held.push(event);
                    return Read::Events(Vec::new());
                }
            } else if key == ('g', KeyModifiers::CONTROL) || key == ('\\', KeyModifiers::ALT) {
                if let Some(ground) = ground(&self.text) {
                    self.is_awaited = false;
                    self.give_up();
                    return Read::Background(ground);
                }
            } else if belongs(c) && self.text.len() < LONGEST {
                self.held.push(event);
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

/// What an answer such as `11;rgb:1e1e/2222/2a2a` says.
fn ground(answer: &str) -> Option<Ground> {
    let color = answer.strip_prefix("11;")?;
    let channels = color.strip_prefix("rgba:").or_else(|| color.strip_prefix("rgb:"))?;
    let channel = |digits: &str| {
        let most = 16_u32.checked_pow(digits.len() as u32).filter(|_| (1..=4).contains(&digits.len()))? - 1;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
    };
    let mut channels = channels.split('/').map(channel);
    let mut next = || channels.next().flatten();
    let light = 0.299 * next()? + 0.587 * next()? + 0.114 * next()?;
    Some(if light > 0.5 { Ground::Light } else { Ground::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    /// What is read of an answer as the terminal library reads it, with its last key.
    fn answered(text: &str, last: (char, KeyModifiers)) -> (Vec<Event>, Option<Ground>) {
        let mut answer = TerminalBackground::awaited();
        let (mut typed, mut found) = (Vec::new(), None);
        let first = key(']', KeyModifiers::ALT);
        let rest = text.chars().map(|c| key(c, KeyModifiers::NONE));
        for event in [first].into_iter().chain(rest).chain([key(last.0, last.1)]) {
            match answer.read_event(event) {
                Read::Events(events) => typed.extend(events),
                Read::Background(ground) => found = Some(ground),
            }
        }
        typed.extend(answer.give_up());
        (typed, found)
    }

    #[test]
    fn an_answer_is_separated_from_keys() {
        let bell = ('g', KeyModifiers::CONTROL);
        for (text, ground) in [
            ("11;rgb:ffff/ffff/ffff", Ground::Light),
            ("11;rgb:1e/22/2a", Ground::Dark),
            ("11;rgba:ffff/fafa/e6e6/ffff", Ground::Light),
            ("11;rgb:0000/0000/ffff", Ground::Dark),
        ] {
            assert_eq!(answered(text, bell), (Vec::new(), Some(ground)), "{text}");
            assert_eq!(answered(text, ('\\', KeyModifiers::ALT)).1, Some(ground), "{text}");
        }
    }

    #[test]
    fn what_is_no_answer_is_returned_as_it_was_typed() {
        for (text, last) in [
            ("", ('x', KeyModifiers::NONE)),
            ("11;", ('g', KeyModifiers::CONTROL)),
            ("1", ('q', KeyModifiers::NONE)),
        ] {
            let (typed, ground) = answered(text, last);
            assert_eq!((typed.len(), ground), (text.len() + 2, None), "{text}");
        }
        let mut answer = TerminalBackground::default();
        assert!(
            matches!(answer.read_event(key(']', KeyModifiers::ALT)), Read::Events(events) if events.len() == 1)
        );
    }
}
