//! RTF as a sequence of groups, commands and bytes of text.

/// A piece of an RTF file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name5`.
    Word(&'a str, Option<i32>),
    /// A backslash and a sign: `\~`, `\*`.
    Sign(u8),
    /// A byte of text, also as `\'e9`.
    Byte(u8),
}

/// The pieces of a file.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    /// The bytes from here on that pass, and skips them.
    fn run(&mut self, most: usize, passes: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take(most).take_while(|byte| passes(**byte)).count();
        self.at += length;
        rest.get(..length).and_then(|run| std::str::from_utf8(run).ok()).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What follows a backslash.
    fn command(&mut self) -> Option<Token<'a>> {
        /// No command of the format is longer.
        const LONGEST: usize = 32;
        let sign = self.peek()?;
        if sign == b'\'' {
            self.at += 1;
            let digits = self.run(2, |byte| byte.is_ascii_hexdigit());
            return Some(Token::Byte(u8::from_str_radix(digits, 16).unwrap_or(b' ')));
        }
        if !sign.is_ascii_alphabetic() {
            self.at += 1;
            return Some(Token::Sign(sign));
        }
        let name = self.run(LONGEST, |byte| byte.is_ascii_alphabetic());
        let is_negative = self.peek() == Some(b'-');
        self.at += usize::from(is_negative);
        let digits = self.run(10, |byte| byte.is_ascii_digit());
        let number = digits.parse::<i32>().ok().map(|number| if is_negative { -number } else { number });
        self.at += usize::from(self.peek() == Some(b' '));
        if let ("bin", Some(length)) = (name, number) {
            self.at = self.at.saturating_add(usize::try_from(length).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.command(),
                // line ends are only the layout of the file
                b'\r' | b'\n' | 0 => continue,
                _ => Token::Byte(byte),
            });
        }
    }
}
