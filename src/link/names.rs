//! Whether two names are those of one person or body.

use crate::quotation::{Party, Role, RoleKind, Sort};

use super::agreement::{Agreement, differ_in_gender, is_within, share_word};

/// How far two named parties agree.
pub(super) fn agreement(one: &Party, two: &Party) -> Agreement {
    let (name, other) = (one.name.as_slice(), two.name.as_slice());
    // *Kim Jong Un* and *Kim Jong-un*
    let is_whole = name.len() > 1 && name.concat() == other.concat();
    if is_whole {
        return Agreement::One;
    }
    if is_within(name, other) || is_within(other, name) || is_respelled(name, other) {
        return same_name(one, two);
    }
    let has = |sort: Sort| one.sort == sort || two.sort == sort;
    if !has(Sort::Person) && (is_acronym(name, other) || is_acronym(other, name)) {
        return Agreement::One;
    }
    let are_persons = one.sort == Sort::Person && two.sort == Sort::Person;
    if are_persons && name.last() == other.last() {
        return same_last_name(one, two);
    }
    if is_near_last(name, other) || speaks_for(one, two) || speaks_for(two, one) {
        return Agreement::Perhaps;
    }
    match share_word(name, other) {
        // *the Harbor Council* and *the council of Ulm Harbor*, but not *Ann Hill* and *Ann Reed*
        true => Agreement::perhaps(!are_persons),
        // a body has many voices
        false if has(Sort::Body) || is_of(one, two) || is_of(two, one) => Agreement::Other,
        false => Agreement::Two,
    }
}

/// Whether somebody is introduced by the other name: *Nearshore manager Udo Kern* and *Nearshore*.
fn is_of(person: &Party, other: &Party) -> bool {
    person
        .roles
        .iter()
        .any(|role| share_word(&other.name, &role.names) || share_word(&other.name, &role.words))
}

/// One name for both: two people only if a form of address or the sort of speaker says so.
fn same_name(one: &Party, two: &Party) -> Agreement {
    let is_body = |one: &Party, two: &Party| one.sort == Sort::Body && two.sort == Sort::Person;
    if is_body(one, two) || is_body(two, one) {
        return Agreement::Other;
    }
    match (one.is_addressed, two.is_addressed) {
        _ if !differ_in_gender(one, two) => Agreement::One,
        (true, true) => Agreement::Two,
        (true, false) | (false, true) => Agreement::Other,
        (false, false) => Agreement::One,
    }
}

/// Two first names with one last name: *Tim* of *Timothy*, *J* of *John*.
fn same_last_name(one: &Party, two: &Party) -> Agreement {
    let (Some(first), Some(second)) = (one.name.first(), two.name.first()) else { return Agreement::Perhaps };
    if first.starts_with(second) || second.starts_with(first) || is_near(first, second, 3, 1) {
        return Agreement::One;
    }
    match (one.gender, two.gender) {
        (Some(one), Some(two)) if one != two => Agreement::Two,
        // *Bob Lee* and *Robert Lee*
        (Some(_), Some(_)) => Agreement::Perhaps,
        (None, _) | (_, None) => Agreement::Other,
    }
}

/// Whether somebody is introduced as the voice of a body: *Kremlin spokesman Udo Kern*.
fn speaks_for(person: &Party, body: &Party) -> bool {
    let is_voice = |role: &Role| {
        role.kind == RoleKind::Voice && is_within(&body.name, &[&*role.names, &role.words].concat())
    };
    matches!(body.sort, Sort::Body | Sort::Unknown) && person.roles.iter().any(is_voice)
}

/// Whether a name is the first letters of the other: *NHA* of *Northern Harbor Authority*, *DOJ* of
/// *Department of Justice*.
fn is_acronym(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let mut letters = short.chars();
    let mut firsts = long.iter().filter_map(|word| word.chars().next());
    // a small word may have a letter, too
    firsts.next() == letters.next()
        && firsts.all(|first| letters.any(|letter| letter == first))
        && long.len() > 1
        && short.chars().count() <= long.len() + 1
}

/// Whether one name is the other in another spelling: *Peskov* and *Peskow*, *José* and *Jos*,
/// from which a bad conversion has taken a letter.
fn is_respelled(left: &[String], right: &[String]) -> bool {
    let plain = |word: &str| word.chars().filter(char::is_ascii).collect::<String>();
    let same = |(one, other): (&String, &String)| plain(one) == plain(other) || is_near(one, other, 6, 1);
    match (left, right) {
        ([.., one], [.., other]) if left.len() == 1 || right.len() == 1 => same((one, other)),
        _ => left.len() == right.len() && left.iter().zip(right).all(same),
    }
}

/// Whether the last words differ in two letters at most: *Papadopoulos* and *Papadapoulus*.
fn is_near_last(one: &[String], two: &[String]) -> bool {
    one.last().zip(two.last()).is_some_and(|(one, two)| is_near(one, two, 4, 2))
}

/// Whether two words of at least `least` letters differ in a few.
fn is_near(one: &str, other: &str, least: usize, letters: usize) -> bool {
    one.chars().count().min(other.chars().count()) >= least && strsim::levenshtein(one, other) <= letters
}
