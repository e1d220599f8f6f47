//! Roles: what a list says of a word, where it is one of a few things.
//!
//! A test compares the names with the files both ways.

use enumset::EnumSetType;

use super::value::Value;

/// Declares roles with their names in the lists, so that the two cannot part ways.
macro_rules! roles {
    ($($(#[$doc:meta])* $kind:ident { $($(#[$about:meta])* $role:ident = $name:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(EnumSetType, Hash, Debug)]
        pub enum $kind { $($(#[$about])* $role,)* }

        impl $kind {
            /// The name in the lists.
            pub fn name(self) -> &'static str {
                match self { $($kind::$role => $name,)* }
            }
        }

        impl Value for $kind {
            const ROLES: &'static [&'static str] = &[$($name),*];

            fn parse(text: &'static str) -> Option<$kind> {
                match text { $($name => Some($kind::$role),)* _ => None }
            }
        }
    )*};
}

roles! {
    /// How a word or phrase around figures bounds or joins them.
    BoundRole {
        /// *more than* before a figure.
        Over = "over",
        /// *at least* before a figure.
        Least = "least",
        /// *less than* before a figure.
        Under = "under",
        /// *at most* before a figure.
        Most = "most",
        /// *nearly* before a figure.
        Near = "near",
        /// *or more* after a figure.
        AfterLeast = "after-least",
        /// *or less* after a figure.
        AfterMost = "after-most",
        /// *between* before two figures.
        Between = "between",
        /// *and* between two figures.
        And = "and",
        /// *to* between two figures.
        To = "to",
        /// *from* before two figures.
        From = "from",
        /// Before *from*, makes a range of two figures: *ranging*.
        Ranging = "ranging",
    }

    /// What joins two events.
    Joint {
        /// One comes of the other: *because of*.
        Cause = "cause",
        /// One follows the other: *after*.
        Time = "time",
        /// One follows the other, in some sentences: *and*.
        Join = "join",
        /// The two only go together: *linked to*.
        Link = "link",
    }

    /// A denial without a *not*.
    Denial {
        /// *refused to*, *unable to*.
        Verb = "",
        /// No more than *not*: *hardly*, *without*.
        Not = "not",
    }

    /// The words around *what critics see as*.
    Framing {
        /// *what*.
        Opens = "opens",
        /// *as*.
        Closes = "closes",
    }

    /// What a hedge leaves open.
    Hedge {
        /// Whether it is so: *may*, *seemed to*.
        Open = "open",
        /// Who knows it: *allegedly*, *is said to*.
        Report = "report",
        /// How much it is: *an estimated*.
        Estimate = "estimate",
        /// How often it is so: *typically*, *mostly*.
        Habit = "habit",
        /// How far it is so: *relatively*, *in part*.
        Degree = "degree",
        /// Whether it comes to pass: *hopes to*, *proposes*.
        Plan = "plan",
    }

    /// How sure or how bound a modal verb says that something is.
    Modal {
        /// *can*, *could*, *is able to*.
        Can = "can",
        /// *may*, *might*.
        May = "may",
        /// *darf*.
        Let = "let",
        /// *is highly likely to*.
        Near = "near",
        /// *will*.
        Will = "will",
        /// *would*.
        Would = "would",
        /// *should*.
        Should = "should",
        /// *must*, *requires*.
        Must = "must",
        /// *asks*, *urges*.
        Ask = "ask",
    }

    /// How far the law has gone with somebody.
    LegalStep {
        /// *questioned*.
        Questioned = "questioned",
        /// *suspected*, *the suspect*.
        Suspected = "suspected",
        /// *detained*, *arrested*.
        Held = "held",
        /// *accused of*, by whomever.
        Accused = "accused",
        /// *charged with*, *indicted*.
        Charged = "charged",
        /// *on trial*, *the defendant*.
        Tried = "tried",
        /// *pleaded not guilty*.
        Contests = "contests",
        /// *pleaded guilty*.
        Pleaded = "pleaded",
        /// *convicted*, *found guilty*, *the killer*.
        Convicted = "convicted",
        /// *sentenced to*, *jailed*.
        Sentenced = "sentenced",
        /// *acquitted*, *cleared of*.
        Acquitted = "acquitted",
        /// *pardoned*.
        Pardoned = "pardoned",
    }

    /// What somebody does in a company or a body.
    Post {
        /// *runs*, *leads*.
        Lead = "lead",
        /// *owns*.
        Own = "own",
        /// *founded*.
        Found = "found",
        /// *works for*.
        Serve = "serve",
    }

    /// What a noun says of a speaker, besides a trade.
    RelationKind {
        /// Speaks for the body or person it is said of: *spokesman*.
        Voice = "voice",
        /// Somebody other than that person: *lawyer*, *brother*, *office*.
        Relation = "relation",
        /// Speaks for the body it belongs to.
        Member = "member",
        /// Fits many: *man*, *expert*.
        General = "general",
        /// Holds a post in a body: *chief*, *leader*.
        Official = "official",
        /// What somebody wrote: *letter*.
        Message = "message",
        /// What a body wrote: *report*.
        Record = "record",
    }

    /// What makes a figure a share.
    Share {
        /// *percent*.
        Percent = "share",
        /// *percentage points*.
        Points = "points",
        /// *basis points*, hundredths of a percentage point.
        BasisPoints = "basis-points",
    }

    /// A unit of time.
    TimeUnit {
        /// *minute*.
        Minute = "minute",
        /// *hour*.
        Hour = "hour",
        /// *day*.
        Day = "day",
        /// *week*.
        Week = "week",
        /// *month*.
        Month = "month",
        /// *year*.
        Year = "year",
        /// *decade*.
        Decade = "decade",
        /// *century*.
        Century = "century",
    }

    /// How a verb of saying judges what was said.
    Tone {
        /// It does not: *said*.
        Plain = "plain",
        /// *accused*.
        Accuse = "accuse",
        /// *admitted*.
        Admit = "admit",
        /// *argued*.
        Argue = "argue",
        /// *asked*.
        Ask = "ask",
        /// *boasted*.
        Boast = "boast",
        /// *claimed*.
        Claim = "claim",
        /// *complained*.
        Complain = "complain",
        /// *denied*.
        Deny = "deny",
        /// *estimated*.
        Estimate = "estimate",
        /// *insisted*.
        Insist = "insist",
        /// *proposed*.
        Propose = "propose",
        /// *revealed*.
        Reveal = "reveal",
        /// *threatened*.
        Threaten = "threaten",
        /// *urged*.
        Urge = "urge",
        /// *vowed*.
        Vow = "vow",
        /// *warned*.
        Warn = "warn",
    }

    /// How many or how often, in words; *above* and *below* bound a number.
    Amount {
        /// *all*.
        All = "all",
        /// *almost all*.
        AlmostAll = "almost-all",
        /// *most*.
        Most = "most",
        /// *many*.
        Many = "many",
        /// *much*.
        Much = "much",
        /// *some*.
        Some = "some",
        /// *few*.
        Few = "few",
        /// *always*.
        Always = "always",
        /// *often*.
        Often = "often",
        /// *sometimes*.
        Sometimes = "sometimes",
        /// *rarely*.
        Rarely = "rarely",
        /// *never*.
        Never = "never",
        /// *at least*.
        Above = "above",
        /// *at most*.
        Below = "below",
    }

    /// A part of the time from which dates are counted: *last week*.
    Period {
        /// *week*.
        Week = "week",
        /// *weekend*.
        Weekend = "weekend",
        /// *month*.
        Month = "month",
        /// *year*.
        Year = "year",
        /// *spring*.
        Spring = "spring",
        /// *summer*.
        Summer = "summer",
        /// *autumn*.
        Autumn = "autumn",
        /// *winter*.
        Winter = "winter",
    }

    /// What a small word does next to a date.
    DateRole {
        /// Precedes a month: *in*.
        BeforeMonth = "before-month",
        /// Precedes a year: *since*.
        BeforeYear = "before-year",
        /// Precedes a count: *some 2000*.
        BeforeCount = "before-count",
        /// Precedes a day in figures: *am 8.11.*
        BeforeDay = "before-day",
        /// Follows a year, though it ends like a noun: *elections*.
        AfterYear = "after-year",
        /// Between the ends of a range: *to*.
        Until = "until",
        /// Between a day and its month: *of*.
        Of = "of",
        /// Before *last week*, makes it the length of something: *the*.
        Article = "article",
        /// Makes a decade of a year: `-s`, *années*.
        Decade = "makes-decade",
        /// A month that is as often another word: *may*.
        Doubtful = "doubtful",
    }

    /// Which half of the day an hour is of.
    Half {
        /// *a.m.*
        Morning = "morning",
        /// *p.m.*
        Afternoon = "afternoon",
        /// Either: *five o’clock*.
        Open = "open",
        /// None: hours are counted to 24.
        Exact = "exact",
    }

    /// What a word before a full stop abbreviates.
    Abbreviation {
        /// Precedes a name: `Mr.`, `Gen.`, `Mt.`
        Title = "title",
        /// Precedes a number: `No.`, `pp.`
        Number = "number",
        /// A month or a weekday.
        Date = "month",
        /// Follows the name of a company: `Inc.`
        Company = "company",
        /// Follows the name of a person: `Jr.`, `Ph.D.`
        Suffix = "name",
        /// Joins the words around it: `vs.`, `e.g.`
        Link = "link",
        /// A state, a street, another part of an address.
        Place = "place",
        /// Any other.
        General = "general",
    }

    /// What a word of the calendar names.
    CalendarWord {
        /// A weekday.
        Day = "day",
        /// A month.
        Month = "month",
        /// A time zone.
        Zone = "zone",
    }

    /// What a word does in the lines at the head of a story.
    BylineWord {
        /// Opens a byline: *By*.
        Byline = "byline",
        /// Opens a line that says when the story was published: *Updated*.
        Stamp = "stamp",
        /// May be part of a dateline: *at*, *p.m.*
        InDateline = "in-dateline",
    }

    /// Where words are in a line that credits somebody.
    CreditPart {
        /// At the beginning: *Reporting by*.
        Opening = "opening",
        /// At the end: *contributed to this report*.
        Ending = "ending",
    }

    /// Where words are in the caption of a picture.
    CaptionPart {
        /// At the beginning: *FILE PHOTO*.
        Opening = "opening",
        /// At the end: *Getty Images*.
        Ending = "ending",
        /// Before the photographer: *Photo:*.
        Label = "label",
        /// Before the photographer, in brackets that end the caption: *(Photo by*.
        Bracket = "bracket",
    }
}
