//! Whether two descriptions, or a name and a description, are those of one person or body.
//!
//! A name is what its article introduces it as: *the mayor* of one article is the *Mayor Ann Hill*
//! of the other. A noun that names somebody by another (*her deputy*, *a rival of Hill*) is never
//! that other.

use crate::quotation::{Party, Role, RoleKind, Sort};

use super::agreement::{Agreement, differ_in_gender};

/// How far a name and a description agree; `is_named` if the article of the description has the name.
pub(super) fn of_name(name: &Party, described: &Party, is_named: bool) -> Agreement {
    let Some(role) = &described.description else { return Agreement::Perhaps };
    let introduced = name.roles.iter().map(|own| of_roles(own, role)).max();
    if let Some(agreement) = introduced.filter(|agreement| *agreement > Agreement::Other) {
        return agreement;
    }
    if name.roles.iter().any(|own| is_voice_of(own, role) || is_voice_of_company(own, role)) {
        return Agreement::Perhaps;
    }
    match name.sort {
        Sort::Person => of_person(name, described, role, is_named),
        Sort::People | Sort::Body | Sort::Text | Sort::Unknown => of_body(name, described, role, is_named),
    }
}

/// A person’s name, and a role that the person is not introduced with.
fn of_person(person: &Party, described: &Party, role: &Role, is_named: bool) -> Agreement {
    let is_others = role.names.iter().any(|word| person.name.contains(word));
    let is_relation = matches!(role.kind, RoleKind::Relation | RoleKind::Voice);
    let may_be = role.is_definite && !is_others && !is_relation && !differ_in_gender(person, described);
    // *the Nearshore chief*, of Udo Kern, who runs Nearshore
    let is_certain = person.gender.is_some() || !person.roles.is_empty();
    let is_known = is_general(role) || person.roles.iter().any(|own| shares_name(own, role));
    match role.sort {
        // her statement, her letter
        Sort::Text if role.kind == RoleKind::Message => Agreement::Perhaps,
        Sort::Person | Sort::Unknown if may_be && (is_named || is_known) => Agreement::Perhaps,
        // *Harbor Lines* has the look of a person’s name
        Sort::Body if role.is_company && role.is_definite && !is_certain => Agreement::Perhaps,
        Sort::Person | Sort::Unknown | Sort::People | Sort::Body | Sort::Text => Agreement::Other,
    }
}

/// The name of a body, or of nobody knows whom, and a role.
fn of_body(body: &Party, described: &Party, role: &Role, is_named: bool) -> Agreement {
    let in_name = body.name.contains(&role.noun);
    let in_role = body.name.iter().any(|word| role.names.contains(word) || role.words.contains(word));
    let is_body = body.sort == Sort::Body || role.is_company;
    let may_be = role.is_definite && (is_named || role.is_company);
    match role.sort {
        Sort::Person => {
            let speaks = in_role && role.kind == RoleKind::Voice;
            let may_be = body.sort == Sort::Unknown && role.is_definite && is_named && !in_role;
            if speaks || may_be && !differ_in_gender(body, described) {
                Agreement::Perhaps
            } else {
                Agreement::Other
            }
        }
        // the foundation, of the Kern Foundation
        Sort::Body if in_name && role.is_definite => Agreement::One,
        Sort::Text => Agreement::Perhaps,
        Sort::People | Sort::Body | Sort::Unknown if in_name || in_role || is_body && may_be => {
            Agreement::Perhaps
        }
        Sort::People | Sort::Body | Sort::Unknown => Agreement::Other,
    }
}

/// How far two described parties agree.
pub(super) fn agreement(one: &Party, two: &Party) -> Agreement {
    let (Some(first), Some(second)) = (&one.description, &two.description) else { return Agreement::Perhaps };
    let same = of_roles(first, second);
    if same > Agreement::Other {
        return same;
    }
    let is_general = is_general(first) || is_general(second);
    if is_same_noun(first, second) || is_general && differ_in_gender(one, two) {
        return Agreement::Other;
    }
    let is_open = [first, second].iter().any(|role| role.sort == Sort::Unknown);
    let are_bodies = ![first.sort, second.sort].contains(&Sort::Person);
    let is_text = first.sort == Sort::Text || second.sort == Sort::Text;
    // officials, of whatever body
    let is_member =
        |role: &Role| role.kind == RoleKind::Member && role.names.is_empty() && role.words.is_empty();
    let may_be = is_general
        || is_open
        || is_text && are_bodies
        || are_bodies && (is_member(first) || is_member(second))
        || is_voice_of(first, second)
        || is_voice_of(second, first);
    if may_be { Agreement::Perhaps } else { Agreement::Other }
}

/// A noun that may be said of many: *the man*, *an official*, not *the police chief*.
fn is_general(role: &Role) -> bool {
    let is_bare = role.names.is_empty() && role.words.is_empty();
    role.kind == RoleKind::General || role.kind == RoleKind::Official && is_bare
}

/// Whether two roles are narrowed by one name.
fn shares_name(one: &Role, two: &Role) -> bool {
    one.names.iter().any(|name| two.names.contains(name))
}

/// How far two roles agree that have one noun; [`Agreement::Other`] if they have two.
fn of_roles(one: &Role, two: &Role) -> Agreement {
    if !is_same_noun(one, two) || is_apart(one, two) {
        return Agreement::Other;
    }
    // *prosecutors said* of what a prosecutor says
    let is_several = (one.sort == Sort::People) != (two.sort == Sort::People);
    let (first, second) = (all_words(one), all_words(two));
    let is_within =
        first.iter().all(|word| second.contains(word)) || second.iter().all(|word| first.contains(word));
    if is_within && !is_several { Agreement::One } else { Agreement::Perhaps }
}

/// Whether two roles have one noun: *the minister* may be the *prime minister*.
fn is_same_noun(one: &Role, two: &Role) -> bool {
    let is_part = |short: &str, long: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    one.noun == two.noun || is_part(&one.noun, &two.noun) || is_part(&two.noun, &one.noun)
}

/// *the deputy mayor* and *the mayor*, *a Kremlin spokesman* and *a spokesman for the White House*.
fn is_apart(one: &Role, two: &Role) -> bool {
    let shares = |one: &[String], two: &[String]| one.iter().any(|word| two.contains(word));
    let is_other_name = !one.names.is_empty() && !two.names.is_empty() && !shares(&one.names, &two.names);
    let is_whose = matches!(one.kind, RoleKind::Voice | RoleKind::Relation);
    // *the company* may be the one that the other article names
    let is_unnamed = one.names.is_empty() && two.names.is_empty();
    let is_other_word = !one.words.is_empty() && !two.words.is_empty() && !shares(&one.words, &two.words);
    let is_other_rank = |one: &Role, two: &Role| one.ranks.iter().any(|rank| !two.ranks.contains(rank));
    is_other_name
        || is_whose && is_unnamed && is_other_word
        || is_other_rank(one, two)
        || is_other_rank(two, one)
}

/// The words that narrow a role.
fn all_words(role: &Role) -> Vec<String> {
    [role.names.as_slice(), role.words.as_slice()].concat()
}

/// Whether one role speaks for the body that the other is: *a police spokesman* and *the police*,
/// *council officials* and *the council*.
fn is_voice_of(voice: &Role, body: &Role) -> bool {
    let speaks = matches!(voice.kind, RoleKind::Voice | RoleKind::Member);
    let is_body = matches!(body.sort, Sort::Body | Sort::People);
    speaks && is_body && voice.words.contains(&body.noun)
}

/// *Nearshore spokesman Udo Kern* and *the company*.
fn is_voice_of_company(voice: &Role, company: &Role) -> bool {
    voice.kind == RoleKind::Voice && company.is_company && !voice.names.is_empty()
}
