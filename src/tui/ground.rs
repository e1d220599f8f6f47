//! Whether the terminal is dark or light: asked once, never waited for.
//!
//! The question goes out with the first frame (OSC 11). The answer comes among the
//! keys, whenever it comes; the terminal library takes it for keys, and here it
//! is told from them. Invariant: what is no answer is given back as it was typed.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::theme::Ground;

/// What asks a terminal for the color behind its text.
pub(crate) const QUESTION: &str = "\x1b]11;?\x07";

/// The longest answer, in characters: `11;rgba:` and four numbers.
const LONGEST: usize = 40;

/// An answer that may be on its way.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    waits: bool,
    held: Vec<Event>,
    text: String,
}

/// What an event turned out to be.
#[derive(Debug)]
pub(crate) enum Heard {
    /// Events as they were typed; none as long as they may be an answer.
    Events(Vec<Event>),
    /// The answer.
    Ground(Ground),
}

impl Answer {
    /// An answer to a question that was asked.
    pub(crate) fn awaited() -> Answer {
        Answer { waits: true, ..Answer::default() }
    }

    /// Whether an answer has begun and not ended.
    pub(crate) fn has_begun(&self) -> bool {
        !self.held.is_empty()
    }

    /// Gives back what began like an answer and never ended.
    pub(crate) fn give_up(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
    }

    /// Listens to an event.
    pub(crate) fn hear(&mut self, event: Event) -> Heard {
        if !self.waits {
            return Heard::Events(vec![event]);
        }
        let key = if let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = event {
            Some((c, modifiers))
        } else {
            None
        };
        let (alt, control) = (KeyModifiers::ALT, KeyModifiers::CONTROL);
        let ends = |(c, modifiers): (char, KeyModifiers)| {
            (c, modifiers) == ('g', control) || (c, modifiers) == ('\\', alt)
        };
        match key {
            Some((']', modifiers)) if self.held.is_empty() && modifiers == alt => {
                self.held.push(event);
                return Heard::Events(Vec::new());
            }
            Some(key) if self.has_begun() && ends(key) => {
                if let Some(ground) = ground(&self.text) {
                    self.waits = false;
                    self.give_up();
                    return Heard::Ground(ground);
                }
            }
            Some((c, _)) if self.has_begun() && belongs(c) && self.text.len() < LONGEST => {
                self.held.push(event);
                self.text.push(c);
                return Heard::Events(Vec::new());
            }
            Some(_) | None => {}
        }
        let mut events = self.give_up();
        events.push(event);
        Heard::Events(events)
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

    /// What is heard of an answer as the terminal library reads it, with its last key.
    fn answered(text: &str, last: (char, KeyModifiers)) -> (Vec<Event>, Option<Ground>) {
        let mut answer = Answer::awaited();
        let (mut typed, mut found) = (Vec::new(), None);
        let first = key(']', KeyModifiers::ALT);
        let rest = text.chars().map(|c| key(c, KeyModifiers::NONE));
        for event in [first].into_iter().chain(rest).chain([key(last.0, last.1)]) {
            match answer.hear(event) {
                Heard::Events(events) => typed.extend(events),
                Heard::Ground(ground) => found = Some(ground),
            }
        }
        typed.extend(answer.give_up());
        (typed, found)
    }

    #[test]
    fn an_answer_is_told_from_keys() {
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
    fn what_is_no_answer_is_given_back_as_it_was_typed() {
        for (text, last) in [
            ("", ('x', KeyModifiers::NONE)),
            ("11;", ('g', KeyModifiers::CONTROL)),
            ("1", ('q', KeyModifiers::NONE)),
        ] {
            let (typed, ground) = answered(text, last);
            assert_eq!((typed.len(), ground), (text.len() + 2, None), "{text}");
        }
        let mut answer = Answer::default();
        assert!(
            matches!(answer.hear(key(']', KeyModifiers::ALT)), Heard::Events(events) if events.len() == 1)
        );
    }
}
