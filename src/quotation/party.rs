//! Parties: who says a quotation, in words that two articles can be compared by.
//!
//! [`crate::detect`] reads a party from the mention of a speaker and from what its article
//! says of the name elsewhere; [`crate::link`] compares the parties of two articles.
//! Words are lower case. Invariant: a party has a name or at least one role.

use std::sync::Arc;

/// One person or body that says a quotation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The words of the name, without titles; none if the article names nobody.
    pub name: Vec<String>,
    /// What sort of speaker it is.
    pub sort: Sort,
    /// What the name, a title or a noun says about gender.
    pub gender: Option<Gender>,
    /// Whether a form of address gives the gender: *Mrs. Hill*.
    pub is_addressed: bool,
    /// How the mention refers to it.
    pub reference: Reference,
    /// What the mention describes it as.
    pub description: Option<Role>,
    /// The roles that the article introduces the name with: *Ann Hill, the mayor*.
    pub roles: Arc<[Role]>,
}

/// A sort of speaker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sort {
    /// One person: *Ann Hill*, *the mayor*.
    Person,
    /// Several people: *prosecutors*.
    People,
    /// A body: *the council*, *Ministry of Health*.
    Body,
    /// Something written: *the report*.
    Text,
    /// The article does not say: *Microsoft*.
    Unknown,
}

/// How a mention refers to a speaker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reference {
    /// By name: *Mayor Ann Hill*.
    Name,
    /// By a pronoun: *she*.
    Pronoun,
    /// By a description: *the mayor*.
    Description,
}

/// A grammatical gender that tells people apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gender {
    /// *he*, *Mr.*
    Masculine,
    /// *she*, *Mrs.*
    Feminine,
}

/// What somebody is said to be: *the Kremlin spokesman*, *a rival of Hill*.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// The noun in its common form.
    pub noun: String,
    /// What the noun says of a speaker.
    pub kind: RoleKind,
    /// Which sort of speaker the noun means.
    pub sort: Sort,
    /// Whether the phrase refers to somebody known: *the mayor*, *Ulm’s mayor*.
    pub is_definite: bool,
    /// Whether such bodies have names of any form: *the company*, not *the council*.
    pub is_company: bool,
    /// Names in the phrase: *Kremlin* spokesman, a rival of *Hill*.
    pub names: Vec<String>,
    /// Other words that narrow it: *town* council, *defense* minister.
    pub words: Vec<String>,
    /// Words that make an office another one: *deputy* mayor.
    pub ranks: Vec<String>,
}

/// What a noun says of a speaker, by the list of relations.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RoleKind {
    /// What somebody is: *mayor*, *council*.
    Own,
    /// Speaks for a body or person: *spokesman*.
    Voice,
    /// Somebody other than the person it is said of: *lawyer*, *brother*, *rival*, *office*.
    Relation,
    /// Members through whom a body speaks: *officials*.
    Member,
    /// Says little: *man*, *resident*, *people*.
    General,
    /// Says little unless a word narrows it: *official*, *leader*, not *police chief*.
    Official,
    /// Somebody’s message: *statement*, *letter*.
    Message,
    /// A document that speaks for itself: *report*, *ruling*.
    Record,
}
