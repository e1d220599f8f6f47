//! Whether two descriptions, or a name and a description, are those of one person or body.
//!
//! A name is what its article introduces it as: *the mayor* of one article is the *Mayor Ann Hill*
//! of the other. A noun that names somebody by another (*her deputy*, *a rival of Hill*) is never
//! that other.

use crate::quotation::{Party, Role, RoleKind, Sort};

use super::agreement::{Agreement, differ_in_gender, is_within, share_word};

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
    let may_be = role.is_definite
        && !share_word(&role.names, &person.name)
        && !matches!(role.kind, RoleKind::Relation | RoleKind::Voice)
        && !differ_in_gender(person, described);
    // *the Nearshore chief*, of Udo Kern, who runs Nearshore
    let is_known = || is_general(role) || person.roles.iter().any(|own| share_word(&own.names, &role.names));
    Agreement::perhaps(match role.sort {
        // her statement, her letter
        Sort::Text => role.kind == RoleKind::Message,
        Sort::Person | Sort::Unknown => may_be && (is_named || is_known()),
        // *Harbor Lines* has the look of a person’s name
        Sort::Body => {
            role.is_company && role.is_definite && person.gender.is_none() && person.roles.is_empty()
        }
        Sort::People => false,
    })
}

/// The name of a body, or of nobody knows whom, and a role.
fn of_body(body: &Party, described: &Party, role: &Role, is_named: bool) -> Agreement {
    let in_name = body.name.contains(&role.noun);
    let in_role = share_word(&body.name, &role.names) || share_word(&body.name, &role.words);
    let is_body = body.sort == Sort::Body || role.is_company;
    let is_known = role.is_definite && (is_named || role.is_company);
    Agreement::perhaps(match role.sort {
        // the foundation, of the Kern Foundation
        Sort::Body if in_name && role.is_definite => return Agreement::One,
        Sort::Text => true,
        Sort::Person if in_role => role.kind == RoleKind::Voice,
        Sort::Person => {
            body.sort == Sort::Unknown && role.is_definite && is_named && !differ_in_gender(body, described)
        }
        Sort::People | Sort::Body | Sort::Unknown => in_name || in_role || is_body && is_known,
    })
}

/// How far two described parties agree.
pub(super) fn agreement(one: &Party, two: &Party) -> Agreement {
    let (Some(first), Some(second)) = (&one.description, &two.description) else { return Agreement::Perhaps };
    let same = of_roles(first, second);
    if same > Agreement::Other {
        return same;
    }
    let any = |is: fn(&Role) -> bool| is(first) || is(second);
    let is_general = any(is_general);
    if is_same_noun(first, second) || is_general && differ_in_gender(one, two) {
        return Agreement::Other;
    }
    // officials, of whatever body
    let is_member = |role: &Role| role.kind == RoleKind::Member && is_bare(role);
    let are_bodies = !any(|role| role.sort == Sort::Person);
    Agreement::perhaps(
        is_general
            || any(|role| role.sort == Sort::Unknown)
            || are_bodies && (any(|role| role.sort == Sort::Text) || any(is_member))
            || is_voice_of(first, second)
            || is_voice_of(second, first),
    )
}

/// Whether nothing narrows a role.
fn is_bare(role: &Role) -> bool {
    role.names.is_empty() && role.words.is_empty()
}

/// A noun that may be said of many: *the man*, *an official*, not *the police chief*.
fn is_general(role: &Role) -> bool {
    role.kind == RoleKind::General || role.kind == RoleKind::Official && is_bare(role)
}

/// How far two roles agree that have one noun; [`Agreement::Other`] if they have two.
fn of_roles(one: &Role, two: &Role) -> Agreement {
    if !is_same_noun(one, two) || is_apart(one, two) {
        return Agreement::Other;
    }
    // *prosecutors said* of what a prosecutor says
    let is_several = (one.sort == Sort::People) != (two.sort == Sort::People);
    let (first, second) = ([&*one.names, &one.words].concat(), [&*two.names, &two.words].concat());
    let is_narrower = is_within(&first, &second) || is_within(&second, &first);
    if is_narrower && !is_several { Agreement::One } else { Agreement::Perhaps }
}

/// Whether two roles have one noun: *the minister* may be the *prime minister*.
fn is_same_noun(one: &Role, two: &Role) -> bool {
    let is_part = |short: &str, long: &str| long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    one.noun == two.noun || is_part(&one.noun, &two.noun) || is_part(&two.noun, &one.noun)
}

/// *the deputy mayor* and *the mayor*, *a Kremlin spokesman* and *a spokesman for the White House*.
fn is_apart(one: &Role, two: &Role) -> bool {
    let differ = |one: &[String], two: &[String]| !one.is_empty() && !two.is_empty() && !share_word(one, two);
    let is_whose = matches!(one.kind, RoleKind::Voice | RoleKind::Relation);
    // *the company* may be the one that the other article names
    let is_unnamed = one.names.is_empty() && two.names.is_empty();
    differ(&one.names, &two.names)
        || is_whose && is_unnamed && differ(&one.words, &two.words)
        || !is_within(&one.ranks, &two.ranks)
        || !is_within(&two.ranks, &one.ranks)
}

/// Whether one role speaks for the body that the other is: *a police spokesman* and *the police*,
/// *council officials* and *the council*.
fn is_voice_of(voice: &Role, body: &Role) -> bool {
    let speaks = matches!(voice.kind, RoleKind::Voice | RoleKind::Member);
    speaks && matches!(body.sort, Sort::Body | Sort::People) && voice.words.contains(&body.noun)
}

/// *Nearshore spokesman Udo Kern* and *the company*.
fn is_voice_of_company(voice: &Role, company: &Role) -> bool {
    voice.kind == RoleKind::Voice && company.is_company && !voice.names.is_empty()
}
