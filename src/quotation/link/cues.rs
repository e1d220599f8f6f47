//! Small closed classes of words that linking asks for, all in folded form.
//!
//! They are grammar, not vocabulary: a speaker of English cannot add a member.
//! Open classes stand in `assets/lexicon`.

/// Whether the word says that somebody said something.
pub(super) fn is_cue(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "say"
            | "saying"
            | "told"
            | "tells"
            | "telling"
            | "added"
            | "adds"
            | "adding"
            | "asked"
            | "asks"
            | "replied"
            | "replies"
            | "answered"
            | "explained"
            | "explains"
            | "argued"
            | "argues"
            | "warned"
            | "warns"
            | "insisted"
            | "insists"
            | "noted"
            | "notes"
            | "stated"
            | "states"
            | "wrote"
            | "writes"
            | "tweeted"
            | "tweets"
            | "posted"
            | "admitted"
            | "admits"
            | "claimed"
            | "claims"
            | "announced"
            | "announces"
            | "declared"
            | "declares"
            | "recalled"
            | "recalls"
            | "remarked"
            | "observed"
            | "concluded"
            | "continued"
            | "continues"
            | "cautioned"
            | "suggested"
            | "suggests"
            | "testified"
            | "shouted"
            | "joked"
            | "quipped"
            | "laughed"
            | "chuckled"
            | "chuckles"
            | "acknowledged"
            | "acknowledges"
            | "according"
            | "commented"
            | "predicted"
            | "complained"
            | "conceded"
            | "quoted"
            | "emphasized"
            | "stressed"
            | "stresses"
            | "urged"
            | "urges"
            | "vowed"
            | "confirmed"
            | "confirms"
            | "reported"
            | "responded"
            | "pointed"
    )
}

/// Whether the word denies.
pub(super) fn is_negation(folded: &str) -> bool {
    matches!(
        folded,
        "not"
            | "no"
            | "never"
            | "none"
            | "nobody"
            | "nothing"
            | "nowhere"
            | "without"
            | "neither"
            | "nor"
            | "hardly"
            | "cannot"
    )
}

/// Whether the word says how sure, how free or how bound somebody is.
pub(super) fn is_modal(folded: &str) -> bool {
    matches!(folded, "may" | "might" | "will" | "would" | "can" | "could" | "should" | "must" | "shall")
}

/// Whether the word is a number or part of one.
pub(super) fn is_number(folded: &str) -> bool {
    folded.bytes().any(|b| b.is_ascii_digit())
        || matches!(
            folded,
            "zero"
                | "thirteen"
                | "fourteen"
                | "fifteen"
                | "sixteen"
                | "seventeen"
                | "eighteen"
                | "nineteen"
                | "twenty"
                | "thirty"
                | "forty"
                | "fifty"
                | "sixty"
                | "seventy"
                | "eighty"
                | "ninety"
                | "hundred"
                | "hundreds"
                | "thousand"
                | "thousands"
                | "million"
                | "millions"
                | "billion"
                | "billions"
                | "trillion"
                | "trillions"
                | "dozen"
                | "dozens"
        )
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
    matches!(folded, "he" | "she" | "they" | "it" | "i" | "we" | "who")
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
            | "theyre"
    ) || folded == "weare"
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
    matches!(
        (now, past),
        ("will", "would")
            | ("can", "could")
            | ("may", "might")
            | ("must", "had")
            | ("is" | "am", "was")
            | ("are", "were")
            | ("has" | "have", "had")
            | ("do" | "does", "did")
            | ("this", "that")
            | ("these", "those")
    )
}

/// Whether the word before a name says what its bearer is called by, and is no part of the name.
pub(super) fn is_title(folded: &str) -> bool {
    matches!(
        folded,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "prof"
            | "professor"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "president"
            | "prime"
            | "minister"
            | "secretary"
            | "senator"
            | "sen"
            | "rep"
            | "gov"
            | "governor"
            | "mayor"
            | "judge"
            | "justice"
            | "general"
            | "gen"
            | "colonel"
            | "col"
            | "captain"
            | "capt"
            | "sgt"
            | "sergeant"
            | "lt"
            | "lieutenant"
            | "officer"
            | "chief"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "bishop"
            | "archbishop"
            | "father"
            | "sister"
            | "brother"
            | "rev"
            | "reverend"
            | "rabbi"
            | "imam"
            | "chancellor"
            | "attorney"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "director"
            | "chairman"
            | "chairwoman"
            | "coach"
            | "detective"
            | "inspector"
            | "sheriff"
            | "councilor"
            | "councillor"
            | "ambassador"
            | "former"
            | "vice"
            | "deputy"
            | "congressman"
            | "congresswoman"
            | "representative"
            | "commissioner"
            | "superintendent"
    )
}

/// Whether the word, as part of a name, says that an institution bears it.
pub(super) fn is_institution(folded: &str) -> bool {
    matches!(
        folded,
        "house"
            | "department"
            | "ministry"
            | "office"
            | "police"
            | "committee"
            | "council"
            | "bank"
            | "university"
            | "college"
            | "school"
            | "agency"
            | "inc"
            | "corp"
            | "co"
            | "ltd"
            | "llc"
            | "plc"
            | "company"
            | "group"
            | "union"
            | "party"
            | "court"
            | "commission"
            | "times"
            | "news"
            | "post"
            | "journal"
            | "reuters"
            | "association"
            | "federation"
            | "foundation"
            | "institute"
            | "center"
            | "church"
            | "hospital"
            | "service"
            | "services"
            | "authority"
            | "bureau"
            | "board"
            | "army"
            | "navy"
            | "force"
            | "forces"
            | "government"
            | "administration"
            | "congress"
            | "senate"
            | "parliament"
            | "embassy"
            | "kremlin"
            | "pentagon"
            | "campaign"
            | "club"
            | "team"
            | "nations"
            | "states"
            | "street"
            | "international"
            | "society"
            | "organization"
            | "coalition"
            | "alliance"
            | "network"
            | "museum"
            | "fund"
            | "trust"
            | "airlines"
            | "airways"
            | "labor"
            | "press"
    )
}
