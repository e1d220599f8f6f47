//! What sorts of facts there are, whether both sides agree, and how words bound a figure.

/// What sort of fact it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// A count or a measure.
    Number,
    /// A sum of money.
    Money,
    /// A share in hundredths.
    Percent,
    /// A day, month or year.
    Date,
    /// A time of day.
    Time,
    /// The name of a person or an organization.
    Name,
    /// An office or a role.
    Title,
    /// A place.
    Place,
}

impl FactKind {
    /// All kinds, in the order of the reports.
    pub const ALL: [FactKind; 8] = [
        FactKind::Number,
        FactKind::Money,
        FactKind::Percent,
        FactKind::Date,
        FactKind::Time,
        FactKind::Name,
        FactKind::Title,
        FactKind::Place,
    ];

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Money => "money",
            FactKind::Percent => "percent",
            FactKind::Date => "date",
            FactKind::Time => "time",
            FactKind::Name => "name",
            FactKind::Title => "title",
            FactKind::Place => "place",
        }
    }

    /// Whether it names somebody or something: a name, a title or a place.
    pub(in crate::difference) fn is_name(self) -> bool {
        matches!(self, FactKind::Name | FactKind::Title | FactKind::Place)
    }
}

/// How the words around a figure bound it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Bound {
    /// The figure itself.
    #[default]
    Exact,
    /// *about 40*. Reports do not distinguish it from the figure itself.
    Rough,
    /// *nearly 40*: rounded up. Reports do not distinguish it from the figure itself.
    Near,
    /// *more than 40*.
    Over,
    /// *at least 40*.
    Least,
    /// *less than 40*.
    Under,
    /// *at most 40*, *up to 40*.
    Most,
}

impl Bound {
    /// Whether an editor would see another value in the other bound.
    pub(super) fn differs(self, other: Bound) -> bool {
        let is_exact = |bound: Bound| matches!(bound, Bound::Exact | Bound::Rough | Bound::Near);
        let rounds = |one: Bound, two: Bound| one == Bound::Near && two.is_upper();
        !(self == other || is_exact(self) && is_exact(other) || rounds(self, other) || rounds(other, self))
    }

    /// Whether the figure is the least that it can be: *more than*, *at least*.
    pub(in crate::difference) fn is_lower(self) -> bool {
        matches!(self, Bound::Over | Bound::Least)
    }

    /// Whether the figure is the most that it can be: *less than*, *at most*.
    pub(in crate::difference) fn is_upper(self) -> bool {
        matches!(self, Bound::Under | Bound::Most)
    }

    /// What precedes the value in reports.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Bound::Exact | Bound::Rough | Bound::Near => "",
            Bound::Over => ">",
            Bound::Least => "≥",
            Bound::Under => "<",
            Bound::Most => "≤",
        }
    }
}

/// Where the mentions of a fact are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Scope {
    /// In the sentences of one bead.
    Paired,
    /// In sentences that are not paired.
    Elsewhere,
}

impl Scope {
    /// Both, in the order of the reports.
    pub const ALL: [Scope; 2] = [Scope::Paired, Scope::Elsewhere];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Paired => "paired",
            Scope::Elsewhere => "elsewhere",
        }
    }
}

/// Whether both sides state the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactState {
    /// The same value.
    Same,
    /// Another value.
    Altered,
    /// Only the left states it.
    LeftOnly,
    /// Only the right states it.
    RightOnly,
}

impl FactState {
    /// All states, in the order of the summary.
    pub const ALL: [FactState; 4] =
        [FactState::Same, FactState::Altered, FactState::LeftOnly, FactState::RightOnly];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            FactState::Same => "same",
            FactState::Altered => "altered",
            FactState::LeftOnly => "left-only",
            FactState::RightOnly => "right-only",
        }
    }
}
