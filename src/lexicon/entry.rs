//! What a list says of its words, where that is more than a role.

use enumset::EnumSet;

use super::role::{Amount, DateRole, Half, Hedge, Period, RelationKind, TimeUnit};
use super::value::Value;

/// A word of the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClockWord {
    /// An hour by itself: *noon*.
    At(u32),
    /// Says which half of the day the hour before is of.
    Half(Half),
    /// *heures*: says so after [`ClockWord::BeforeHour`], else counts a length of time.
    Counted,
    /// Precedes an hour: *à*.
    BeforeHour,
}

impl Value for ClockWord {
    const ROLES: &'static [&'static str] =
        &["at", "morning", "afternoon", "open", "exact", "counted", "before-hour"];

    fn parse(text: &'static str) -> Option<ClockWord> {
        match text {
            "counted" => Some(ClockWord::Counted),
            "before-hour" => Some(ClockWord::BeforeHour),
            _ => match text.strip_prefix("at ") {
                Some(hour) => hour.parse().ok().map(ClockWord::At),
                None => Half::parse(text).map(ClockWord::Half),
            },
        }
    }
}

/// What names money.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Currency {
    /// The code of the currency: *EUR*.
    pub code: &'static str,
    /// The power of ten that a smaller coin is of it.
    pub power: i32,
}

impl Value for Currency {
    fn parse(text: &'static str) -> Option<Currency> {
        let (code, power) = text.split_once(' ').unwrap_or((text, "0"));
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        Some(Currency { code, power: power.parse().ok().filter(|_| is_code)? })
    }
}

/// A word of dates.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct DateWord {
    /// What it names.
    pub name: Option<DateName>,
    /// What it does next to a date.
    pub roles: EnumSet<DateRole>,
}

/// What a word of dates names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateName {
    /// A month, from 1 to 12.
    Month(u32),
    /// A weekday; Monday is 0.
    Weekday(u32),
    /// The first year of a decade in its century: *nineties*.
    Decade(u32),
    /// Days from the day of writing: *yesterday* is -1.
    Relative(i32),
    /// Periods from that of writing: *last* is -1.
    Step(i32),
    /// A period.
    Unit(Period),
}

impl Value for DateWord {
    const ROLES: &'static [&'static str] = DateRole::ROLES;

    fn parse(text: &'static str) -> Option<DateWord> {
        let (mut word, mut parts) = (DateWord::default(), text.split(' '));
        while let Some(part) = parts.next() {
            let name = match part {
                "month" => DateName::Month(parts.next()?.parse().ok()?),
                "weekday" => DateName::Weekday(parts.next()?.parse().ok()?),
                "decade" => DateName::Decade(parts.next()?.parse().ok()?),
                "relative" => DateName::Relative(parts.next()?.parse().ok()?),
                "step" => DateName::Step(parts.next()?.parse().ok()?),
                "unit" => DateName::Unit(Period::parse(parts.next()?)?),
                role => {
                    word.roles |= DateRole::parse(role)?;
                    continue;
                }
            };
            word.name = Some(name);
        }
        Some(word)
    }
}

/// A word for equal parts of a whole, or around one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FractionWord {
    /// How many of them make the whole: *third* is 3.
    Parts(u128),
    /// How often the whole is taken: *twice*.
    Times(u128),
    /// The article before a part: *a third*.
    One,
    /// *of* after it.
    Of,
    /// *in* of *one in five*.
    In,
}

impl Value for FractionWord {
    const ROLES: &'static [&'static str] = &["one", "of", "in"];

    fn parse(text: &'static str) -> Option<FractionWord> {
        match text {
            "one" => Some(FractionWord::One),
            "of" => Some(FractionWord::Of),
            "in" => Some(FractionWord::In),
            _ => match text.strip_prefix('x') {
                Some(times) => times.parse().ok().map(FractionWord::Times),
                None => text.parse().ok().map(FractionWord::Parts),
            },
        }
    }
}

/// A hedge, or a word that makes up for one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HedgeWord {
    /// Leaves something open.
    Hedge(Hedge),
    /// Is none, but says as much as hedges of these classes: *plans*, *chance*; of no class where it only
    /// looks like a hedge: *appeared in*.
    Matches(EnumSet<Hedge>),
}

impl Value for HedgeWord {
    const ROLES: &'static [&'static str] = Hedge::ROLES;

    fn parse(text: &'static str) -> Option<HedgeWord> {
        if text == "no" {
            return Some(HedgeWord::Matches(EnumSet::empty()));
        }
        let matched = |part: &'static str| Hedge::parse(part.strip_prefix('~')?);
        let matched = text.split(' ').map(matched).collect::<Option<_>>().map(HedgeWord::Matches);
        matched.or_else(|| Hedge::parse(text).map(HedgeWord::Hedge))
    }
}

/// A word of numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberWord {
    /// *five*, *twenty*.
    Value(u128),
    /// A number and a half in one word: *zweieinhalb* is 2.
    AndAHalf(u128),
    /// Multiplies by a power of ten: *million*.
    Power(i32),
    /// *dozen*.
    Dozen,
    /// Counts one before [`NumberWord::Power`] and [`NumberWord::Dozen`]: *a million*.
    Article,
    /// *and* of *two hundred and fifty*.
    And,
    /// Counts only roughly: *dozens*.
    Rough,
}

impl Value for NumberWord {
    const ROLES: &'static [&'static str] = &["dozen", "a", "and", ""];

    fn parse(text: &'static str) -> Option<NumberWord> {
        match text {
            "dozen" => Some(NumberWord::Dozen),
            "a" => Some(NumberWord::Article),
            "and" => Some(NumberWord::And),
            "" => Some(NumberWord::Rough),
            _ => match text.strip_prefix('e') {
                Some(power) => power.parse().ok().map(NumberWord::Power),
                None => match text.strip_suffix(".5") {
                    Some(whole) => whole.parse().ok().map(NumberWord::AndAHalf),
                    None => text.parse().ok().map(NumberWord::Value),
                },
            },
        }
    }
}

/// A word that has an opposite: the pairs of senses that it belongs to, and which of the two it has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opposite(&'static str);

impl Opposite {
    const AFTER_STANCE: &'static str = "after-stance";

    /// Whether it is one only after a word that takes a side: *for* of *voted for*.
    pub fn is_after_stance(self) -> bool {
        self.0.split(' ').any(|part| part == Opposite::AFTER_STANCE)
    }

    /// Whether two words have the two senses of a pair, and of no other pair the same one.
    pub fn reverses(self, other: Opposite) -> bool {
        let shared = |is_same: bool| {
            self.senses().any(|(pair, sense)| {
                other.senses().any(|(theirs, across)| pair == theirs && (sense == across) == is_same)
            })
        };
        shared(false) && !shared(true)
    }

    /// The pairs and the sense: *trend*, `+`.
    fn senses(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.split(' ').filter_map(|part| part.split_once(':'))
    }
}

impl Value for Opposite {
    const ROLES: &'static [&'static str] = &[Opposite::AFTER_STANCE];

    fn parse(text: &'static str) -> Option<Opposite> {
        let is_sense = |part: &str| part.split_once(':').is_some_and(|(_, sense)| matches!(sense, "+" | "-"));
        let mut parts = text.split(' ');
        parts.all(|part| is_sense(part) || part == Opposite::AFTER_STANCE).then_some(Opposite(text))
    }
}

/// A word that says how many or how often; equal where the amounts are.
#[derive(Clone, Copy, Debug)]
pub struct Quantifier {
    /// How much it says; none of a word that only looks like one: *after all*.
    pub amount: Option<Amount>,
    /// Whether it says so without another in its place.
    pub is_lone: bool,
}

impl PartialEq for Quantifier {
    fn eq(&self, other: &Quantifier) -> bool {
        self.amount == other.amount
    }
}

impl Value for Quantifier {
    const ROLES: &'static [&'static str] = Amount::ROLES;

    fn parse(text: &'static str) -> Option<Quantifier> {
        if text == "idle" {
            return Some(Quantifier { amount: None, is_lone: false });
        }
        let lone = text.strip_suffix(" lone");
        Some(Quantifier { amount: Some(Amount::parse(lone.unwrap_or(text))?), is_lone: lone.is_some() })
    }
}

/// What amounts say, of which one can replace another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scale {
    /// How many.
    Extent,
    /// How often.
    Frequency,
    /// On which side of a number.
    Bound,
}

impl Amount {
    /// What it says.
    pub fn scale(self) -> Scale {
        match self {
            Amount::All
            | Amount::AlmostAll
            | Amount::Most
            | Amount::Many
            | Amount::Much
            | Amount::Some
            | Amount::Few => Scale::Extent,
            Amount::Always | Amount::Often | Amount::Sometimes | Amount::Rarely | Amount::Never => {
                Scale::Frequency
            }
            Amount::Above | Amount::Below => Scale::Bound,
        }
    }
}

/// A word that makes an office another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rank {
    /// The common form of several; none where it is its own.
    pub common: Option<&'static str>,
    /// Whether it is one only before an office: *head coach*.
    pub is_before_role: bool,
}

impl Value for Rank {
    const ROLES: &'static [&'static str] = &["before-role"];

    fn parse(text: &'static str) -> Option<Rank> {
        let is_before_role = text == "before-role";
        Some(Rank { common: Some(text).filter(|text| !text.is_empty() && !is_before_role), is_before_role })
    }
}

/// What a noun says of a speaker.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct RelationWord {
    /// How it speaks for others.
    pub kind: Option<RelationKind>,
    /// The noun that means the same.
    pub common: Option<&'static str>,
}

impl Value for RelationWord {
    const ROLES: &'static [&'static str] = RelationKind::ROLES;

    fn parse(text: &'static str) -> Option<RelationWord> {
        let mut word = RelationWord::default();
        for part in text.split(' ') {
            match part.strip_prefix('=') {
                Some(common) => word.common = Some(common),
                None => word.kind = Some(RelationKind::parse(part)?),
            }
        }
        Some(word)
    }
}

/// When a word denies, apologizes, answers or declines to: in any of several uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Response(&'static str);

/// The words around a word that answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// A negation shortly before it.
    Negated,
    /// *to* and a word that is [`Condition::Spoken`] after it.
    ToSpeak,
    /// Never met: it answers only after *to*.
    Spoken,
    /// This word shortly before it.
    After(&'static str),
    /// This word right after it.
    Before(&'static str),
    /// This word shortly after it.
    ShortlyBefore(&'static str),
}

impl Response {
    /// The uses, each with the conditions that must all be met; none where the word always answers.
    pub fn uses(self) -> impl Iterator<Item = impl Iterator<Item = Condition>> {
        let uses = self.0.split(' ').filter(|all| !all.is_empty());
        uses.map(|all| all.split('+').filter_map(Condition::parse))
    }
}

impl Value for Response {
    const ROLES: &'static [&'static str] = &["negated", "spoken"];

    fn parse(text: &'static str) -> Option<Response> {
        let mut conditions = text.split([' ', '+']).filter(|condition| !condition.is_empty());
        conditions.all(|condition| Condition::parse(condition).is_some()).then_some(Response(text))
    }
}

impl Condition {
    fn parse(text: &'static str) -> Option<Condition> {
        match text {
            "negated" => return Some(Condition::Negated),
            "to-speak" => return Some(Condition::ToSpeak),
            "spoken" => return Some(Condition::Spoken),
            _ => {}
        }
        let marked = |mark: &str, make: fn(&'static str) -> Condition| text.strip_prefix(mark).map(make);
        marked("<", Condition::After)
            .or_else(|| marked(">", Condition::Before))
            .or_else(|| marked("..", Condition::ShortlyBefore))
    }
}

/// What the list of titles says of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TitleForm {
    /// It is its own common form.
    Own,
    /// The same, and it is a title with a capital only: *General*.
    OwnWithCapital,
    /// The common form of several.
    Common(&'static str),
}

impl Value for TitleForm {
    const ROLES: &'static [&'static str] = &["", "^"];

    fn parse(text: &'static str) -> Option<TitleForm> {
        Some(match text {
            "" => TitleForm::Own,
            "^" => TitleForm::OwnWithCapital,
            common => TitleForm::Common(common),
        })
    }
}

/// A unit of measure or of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Of time.
    Time(TimeUnit),
    /// Another, by its common form.
    Other(&'static str),
}

impl Value for Unit {
    const ROLES: &'static [&'static str] = TimeUnit::ROLES;

    fn parse(text: &'static str) -> Option<Unit> {
        Some(TimeUnit::parse(text).map_or(Unit::Other(text), Unit::Time))
    }
}

/// How a word joins the word before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clitic {
    /// To any word, where an apostrophe was lost: *s* of *It s*.
    AfterAny,
    /// To a pronoun, where an apostrophe was lost: *m* of *I m*.
    AfterPronoun,
    /// To this word: *cent* to *per*.
    After(&'static str),
    /// Never, although a hyphen is between them: *il* of *dit-il*.
    AfterHyphen,
}

impl Value for Clitic {
    const ROLES: &'static [&'static str] = &["any", "pronoun", "hyphen"];

    fn parse(text: &'static str) -> Option<Clitic> {
        Some(match text {
            "any" => Clitic::AfterAny,
            "pronoun" => Clitic::AfterPronoun,
            "hyphen" => Clitic::AfterHyphen,
            word => Clitic::After(word),
        })
    }
}

/// Another spelling of an ending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpellingEnding {
    /// The ending that words are compared by.
    pub with: &'static str,
    /// What must precede it.
    pub least: LeastBefore,
}

/// The least that must precede an ending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeastBefore {
    /// So many bytes.
    Bytes(usize),
    /// Two vowels.
    TwoVowels,
}

impl Value for SpellingEnding {
    fn parse(text: &'static str) -> Option<SpellingEnding> {
        let (with, least) = text.split_once(' ')?;
        let least = match least {
            "vowels" => LeastBefore::TwoVowels,
            bytes => LeastBefore::Bytes(bytes.parse().ok()?),
        };
        Some(SpellingEnding { with, least })
    }
}

/// An ending that stemming replaces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StemEnding {
    /// When it does so.
    pub round: StemRound,
    /// What replaces it.
    pub with: &'static str,
}

/// The two rounds of stemming: *meetings*, *meeting*, *meet*.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StemRound {
    /// Mostly plurals.
    First,
    /// The rest.
    Second,
}

impl Value for StemEnding {
    fn parse(text: &'static str) -> Option<StemEnding> {
        let (round, with) = text.split_once(' ').unwrap_or((text, ""));
        let round = match round {
            "first" => StemRound::First,
            "then" => StemRound::Second,
            _ => return None,
        };
        Some(StemEnding { round, with })
    }
}
