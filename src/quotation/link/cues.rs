//! What linking asks of single words, all in folded form.
//!
//! Classes that other stages ask for, too, and all open ones, stand in
//! [`crate::lexicon`]; what stands here is how reported speech turns a sentence.

use crate::lexicon::{DENYING_WORDS, GRAMMAR_WORDS, NEGATIONS, NUMBERS, PEOPLE_NOUNS, SPEECH_VERBS};

/// Whether the word says that somebody said something: *said*, *adding*, not *add*,
/// which the speaker is as likely to say.
pub(super) fn is_cue(folded: &str) -> bool {
    let is_finite = folded.ends_with('s') || folded.ends_with("ed") || folded.ends_with("ing");
    match folded {
        "said" | "told" | "wrote" | "according" => true,
        _ => is_finite && SPEECH_VERBS.has(folded, "say") && !SPEECH_VERBS.has(folded, "noun"),
    }
}

/// Whether the word denies.
pub(super) fn is_negation(folded: &str) -> bool {
    NEGATIONS.contains(folded) || DENYING_WORDS.has(folded, "not")
}

/// Whether the word makes what is said hang on something: *if the vote fails*.
pub(super) fn is_condition(folded: &str) -> bool {
    matches!(folded, "if" | "unless" | "until" | "only" | "except" | "provided" | "providing")
}

/// Whether the word says how sure, how free or how bound somebody is.
pub(super) fn is_modal(folded: &str) -> bool {
    matches!(folded, "may" | "might" | "will" | "would" | "can" | "could" | "should" | "must" | "shall")
}

/// Whether the word is a number or part of one; *one* is as often a pronoun.
pub(super) fn is_number(folded: &str) -> bool {
    folded.bytes().any(|b| b.is_ascii_digit()) || NUMBERS.get(folded).is_some_and(|value| value != "1")
}

/// The words a contraction stands for: *wont* is *will not*; none for other words.
pub(super) fn expanded(folded: &str) -> Option<(&str, &'static str)> {
    let irregular = match folded {
        "wont" => ("will", "not"),
        "cant" | "cannot" => ("can", "not"),
        "shant" => ("shall", "not"),
        "im" => ("i", "am"),
        "lets" => ("let", "us"),
        "its" => ("it", "is"),
        "thats" => ("that", "is"),
        "theres" => ("there", "is"),
        "hes" => ("he", "is"),
        "shes" => ("she", "is"),
        "whats" => ("what", "is"),
        _ => ("", ""),
    };
    if !irregular.0.is_empty() {
        return Some(irregular);
    }
    let is_auxiliary = |verb: &str| {
        matches!(
            verb,
            "is" | "are"
                | "was"
                | "were"
                | "do"
                | "does"
                | "did"
                | "has"
                | "have"
                | "had"
                | "would"
                | "could"
                | "should"
                | "must"
                | "might"
                | "need"
                | "ought"
        )
    };
    if let Some(verb) = folded.strip_suffix("nt").filter(|verb| is_auxiliary(verb)) {
        return Some((verb, "not"));
    }
    let is_pronoun =
        |word: &str| matches!(word, "we" | "they" | "you" | "i" | "he" | "she" | "it" | "who" | "there");
    // *well*, *were*, *id* and *ill* are words of their own
    for (ending, verb) in [("ve", "have"), ("re", "are"), ("ll", "will"), ("d", "would")] {
        if let Some(pronoun) = folded.strip_suffix(ending).filter(|word| is_pronoun(word))
            && !matches!(folded, "were" | "well" | "ill" | "id" | "hell" | "shell" | "wed" | "shed")
        {
            return Some((pronoun, verb));
        }
    }
    None
}

/// Whether the word is a pronoun that stands for a speaker.
pub(super) fn is_pronoun(folded: &str) -> bool {
    GRAMMAR_WORDS.has(folded, "pronoun")
}

/// Whether the word speaks of the speaker: what reported speech replaces.
pub(super) fn is_first_person(folded: &str) -> bool {
    matches!(
        folded,
        "i" | "we"
            | "me"
            | "us"
            | "my"
            | "our"
            | "mine"
            | "ours"
            | "myself"
            | "ourselves"
            | "im"
            | "ive"
            | "weve"
            | "you"
            | "your"
    )
}

/// Whether the word speaks of somebody else: what reported speech puts in its place.
pub(super) fn is_third_person(folded: &str) -> bool {
    matches!(
        folded,
        "he" | "she"
            | "they"
            | "him"
            | "her"
            | "them"
            | "his"
            | "hers"
            | "their"
            | "theirs"
            | "himself"
            | "herself"
            | "themselves"
            | "hes"
            | "shes"
    )
}

/// Whether `past` is what reported speech makes of the present `now`: *will* → *would*.
pub(super) fn is_backshift(now: &str, past: &str) -> bool {
    match now {
        "will" => past == "would",
        "can" => past == "could",
        "may" => past == "might",
        "must" | "has" | "have" => past == "had",
        "is" | "am" => past == "was",
        "are" => past == "were",
        "do" | "does" => past == "did",
        "this" => past == "that",
        "these" => past == "those",
        _ => false,
    }
}

/// Whether the word before a name says what its bearer is called by, and is no part of the name.
pub(super) fn is_title(folded: &str) -> bool {
    GRAMMAR_WORDS.has(folded, "title") || PEOPLE_NOUNS.has(folded, "person")
}

/// Whether the word begins a sentence with a capital, and is no name then: *But*, *Which*.
pub(super) fn is_nameless(folded: &str) -> bool {
    GRAMMAR_WORDS.has(folded, "nameless")
}

/// Whether the word is a pronoun or holds one, so that its capital never means a name: *I*, *My*, *I’m*.
pub(super) fn is_pronoun_like(folded: &str) -> bool {
    is_pronoun(folded) || is_first_person(folded) || is_third_person(folded) || expanded(folded).is_some()
}

/// Whether the word, as part of a name, says that an institution bears it.
pub(super) fn is_institution(folded: &str) -> bool {
    GRAMMAR_WORDS.has(folded, "organization") || PEOPLE_NOUNS.has(folded, "group")
}
