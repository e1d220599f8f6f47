//! Stage tests in notation, and the invariants of the alignment.

mod reports;

use proptest::prelude::*;

use super::*;
use crate::article::{Article, Block, BlockId, BlockKind, Origin};
use crate::sentence::SentenceId;
use crate::sentence::{Sentence, Sentences};
use crate::text::{Side, Span};

/// An article with a sentence a line: `# ` heads the headline, `@ ` a byline, `- ` a list
/// item; ` // ` follows a dateline.
pub(super) fn annotated(text: &str, side: Side, vocabulary: &mut Vocabulary) -> Annotated {
    let (mut blocks, mut list) = (Vec::new(), Vec::new());
    let mut whole = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, line) = match line.split_once(' ') {
            Some(("#", title)) => (BlockKind::Headline, title),
            Some(("@", name)) => (BlockKind::Byline, name),
            Some(("-", _)) => (BlockKind::ListItem, line),
            _ => (BlockKind::Paragraph, line),
        };
        let dateline = line.split_once(" // ").map_or("", |(dateline, _)| dateline);
        let lead = if kind == BlockKind::ListItem { "-".len() } else { dateline.len() };
        let start = whole.len();
        whole.push_str(&line.replace(" // ", " - "));
        let span = Span::new(start, whole.len());
        list.push(Sentence { span, block: BlockId::new(blocks.len()), lead: lead as u32 });
        blocks.push(Block { kind, span, label: 0 });
        whole.push('\n');
    }
    let sentences = Sentences::new(&whole, list, vocabulary);
    let origin = Origin::in_memory(side);
    let article = Article {
        text: whole.into(),
        blocks,
        origin,
        language: crate::lexicon::Language::English,
        metadata: crate::article::Metadata::default(),
        notes: Vec::new(),
    };
    let words = crate::word::Words::new(&article, &sentences, vocabulary);
    Annotated { article, sentences, words, quotations: Vec::new() }
}

fn aligned(texts: Pair<&str>, threshold: f64) -> Vec<Group> {
    aligned_with(texts, &Pins::default(), threshold)
}

/// The same with pins.
pub(super) fn aligned_with(texts: Pair<&str>, pins: &Pins, threshold: f64) -> Vec<Group> {
    let mut vocabulary = Vocabulary::new();
    let sides = Pair::from_fn(|side| annotated(texts[side], side, &mut vocabulary));
    align(sides.as_ref(), &vocabulary, &[], pins, &AlignOptions { threshold })
}

fn numbers(ids: &[SentenceId]) -> String {
    ids.iter().map(|id| (id.index() + 1).to_string()).collect::<Vec<_>>().join("+")
}

/// A group a line: its sentences, counted from 1.
pub(super) fn notation(groups: &[Group]) -> String {
    let line = |group: &Group| {
        let moved = if group.moved { " moved" } else { "" };
        let pinned = if group.pinned { " pinned" } else { "" };
        let again = if group.repeats.is_some() { " again" } else { "" };
        let Pair { left, right } = group.sentences.as_ref().map(|ids| numbers(ids));
        format!("{left}-{right}{moved}{pinned}{again}")
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(left: &str, right: &str, beads: &[&str]) {
    assert_eq!(notation(&aligned(Pair::new(left, right), 0.3)), beads.join("\n"));
}

/// The same of German texts.
#[track_caller]
fn check_german(left: &str, right: &str, beads: &[&str]) {
    let german = crate::lexicon::Language::German;
    let mut vocabulary = Vocabulary::of(german);
    let sides = Pair::from_fn(|side| {
        let mut side = annotated(Pair::new(left, right)[side], side, &mut vocabulary);
        side.article.language = german;
        side
    });
    let options = AlignOptions { threshold: 0.3 };
    let found = align(sides.as_ref(), &vocabulary, &[], &Pins::default(), &options);
    assert_eq!(notation(&found), beads.join("\n"));
}

#[test]
fn german_words_are_met_in_plain_language() {
    // ge- and endings, umlauts of plurals, ß and ss
    check_german(
        "Die Straße am Hafen ist seit Montag gesperrt.\nIm Rathaus tagt der Bundestag der Kinder.\nViele Häuser in Aldhausen brauchen ein neues Dach.",
        "Die Stadt hat die Strassen am Hafen sperren lassen.\nDie Kinder haben einen Bundes·tag im Rathaus.\nIn Aldhausen braucht fast jedes Haus ein Dach.",
        &["1-1", "2-2", "3-3"],
    );
    // compounds with a hyphen, in another order
    check_german(
        "Die Bundeskanzlerin besuchte am Dienstag ein Krankenhaus in Aldhausen.\nDer Haushalt der Stadt ist knapp.\nEs regnete den ganzen Tag.",
        "Das Geld im Haus-Halt der Stadt ist knapp.\nDie Bundes-Kanzlerin hat ein Kranken-Haus besucht.\nDas Haus ist in Aldhausen.",
        &["1-2 moved", "2-1", "3-", "-3"],
    );
}

#[test]
fn sentences_are_paired_one_to_one() {
    check(
        "The river Orle rose by four metres on Monday night.
         Rescue crews took thirty families to a school in Hambrook.
         Nobody was hurt.",
        "The river Orle rose by four metres on Monday night.
         Crews took thirty families to the school in Hambrook, police said.
         Nobody was hurt.",
        &["1-1", "2-2", "3-3"],
    );
}

#[test]
fn a_sentence_of_one_side_is_alone() {
    check(
        "The mayor opened the new bridge.
         Tickets for the museum will cost more from May.
         The choir sang until midnight.",
        "A storm closed the airport.
         The mayor opened the new bridge.
         Two ferries were delayed.
         The choir sang until midnight.",
        &["-1", "1-2", "2-", "-3", "3-4"],
    );
}

#[test]
fn a_split_sentence_is_one_bead() {
    check(
        "The council approved the budget after a heated debate, and the mayor promised that no library in the city would close.
         The vote was close.",
        "The council approved the budget after a heated debate.
         The mayor promised that no library in the city would close.
         The vote was close.",
        &["1-1+2", "2-3"],
    );
}

#[test]
fn merged_sentences_are_one_bead() {
    check(
        "The council approved the budget after a heated debate.
         The mayor promised that no library in the city would close.
         The vote was close.",
        "The council approved the budget after a heated debate, and the mayor promised that no library in the city would close.
         The vote was close.",
        &["1+2-1", "3-2"],
    );
}

#[test]
fn a_short_part_of_a_long_sentence_joins_its_bead() {
    check(
        "A stronghold of armed separatists agitating for an independent Orland, the town of Hambrook stood at the center of an uprising that left more than 100 people dead, buried along with all dreams of peace in the mountainous border region between the two old enemies.
         Tourists came back in May.",
        "The town of Hambrook stood at the center of an uprising by armed separatists agitating for an independent Orland.
         More than 100 people died.
         Tourists came back in May.",
        &["1-1+2", "2-3"],
    );
}

#[test]
fn a_short_reworded_part_joins_the_bead_of_the_sentence_that_holds_it() {
    check(
        "The harbor board of Tolm approved the new ferry terminal by nine votes to two, with residents of the island demanding a second hearing and the operator promising that fares will not rise.
         The work begins in May.",
        "The harbor board of Tolm approved the new ferry terminal by nine votes to two.
         Islanders are demanding a second hearing.
         The operator says it will not raise fares.
         The work begins in May.",
        &["1-1+2+3", "2-4"],
    );
}

#[test]
fn a_denial_is_no_part_of_the_sentence_whose_words_it_repeats() {
    check(
        "The report says the ministry knew of the leak at the plant in Hambrook for three weeks and told neither the mayor nor the police.
         The ministry denies that it knew of the leak at the plant.
         Nobody was hurt.",
        "The ministry knew of the leak at the plant in Hambrook for three weeks and told neither the mayor nor the police, the report says.
         Nobody was hurt.",
        &["1-1", "2-", "3-2"],
    );
    check(
        "The company said the plant in Hambrook will close in May and 300 workers will lose their jobs.
         The company rejected claims that it will close the plant in Hambrook because of the strike.
         Nobody was hurt.",
        "The company said that the Hambrook plant will close in May, and that 300 workers will lose jobs.
         Nobody was hurt.",
        &["1-1", "2-", "3-2"],
    );
}

#[test]
fn a_speaker_that_both_name_is_no_half_of_a_sentence() {
    check(
        "Transport Minister Henrik Vale denied that the government had ignored the warnings.
         We may pay for part of the work, but the board has to answer for its own decisions, Vale told a news conference.",
        "We will pay for part of the work, but the board has to answer for its own decisions, Transport Minister Henrik Vale told a news conference.",
        &["1-", "2-1"],
    );
    check(
        "Repairs of the gate in Hambrook take nine weeks.
         Transport Minister Henrik Vale denied that the government had ignored the warnings.
         We may pay for part of the work, but the board has to answer for its own decisions, Vale told a news conference.
         The ministry has never refused a request that came with a plan.
         An election is due in May.",
        "Repairs of the gate in Hambrook take nine weeks.
         We will pay for part of the work, but the board has to answer for its own decisions, Transport Minister Henrik Vale told a news conference.
         The ministry has never refused a request that came with a plan.
         An election is due in May.",
        &["1-1", "2-", "3-2", "4-3", "5-4"],
    );
}

#[test]
fn separated_halves_are_one_bead() {
    check(
        "The council approved the budget after a heated debate, and the mayor promised that no library in the city would close.
         The river rose by four metres.
         Nobody was hurt.
         The choir sang until midnight.
         Tickets for the museum will cost more from May.",
        "The council approved the budget after a heated debate.
         The river rose by four metres.
         Nobody was hurt.
         The choir sang until midnight.
         Tickets for the museum will cost more from May.
         The mayor promised that no library in the city would close.",
        &["1-1+6", "2-2", "3-3", "4-4", "5-5"],
    );
}

#[test]
fn a_short_distant_part_joins_if_no_other_partner_covers_it() {
    let left = "The council closed the library on Monday.
         Painted dials on the clock of Hambrook traced the movement of the moon, while a hidden bell, cast by a monk in the year of the great flood, mocked the merchants who came late to the market and to the pier.
         Nobody was hurt in the storm.
         The choir sang until midnight.
         Ships were sent to harbors abroad.";
    let right = |tail: &str| {
        format!(
            "The council closed the library on Monday.
         A hidden bell, cast by a monk in the year of the great flood, mocked the merchants who came late to the market and to the pier.
         Nobody was hurt in the storm.
         The choir sang until midnight.
         Ships were sent to harbors abroad.
         {tail}"
        )
    };
    check(left, &right("The dials traced the movement of the moon."), &["1-1", "2-2+6", "3-3", "4-4", "5-5"]);
    check(left, &right("A bell mocked late merchants."), &["1-1", "2-2", "3-3", "4-4", "5-5", "-6"]);
}

#[test]
fn sentences_alone_between_two_pairs_are_a_pair_on_less_evidence() {
    check(
        "The mayor of Hambrook resigned on Monday.
         The plan is praised by Anna Berg as one of the great successes of the past decade.
         An election is due in May.",
        "The mayor of Hambrook resigned on Monday.
         Berg says that people in the town have learned a lot.
         An election is due in May.",
        &["1-1", "2-2", "3-3"],
    );
    check(
        "The mayor of Hambrook resigned on Monday.
         The plan is praised by Anna Berg as one of the great successes of the past decade.
         An election is due in May.",
        "Berg says that people in the town have learned a lot.
         The mayor of Hambrook resigned on Monday.
         An election is due in May.",
        &["-1", "1-2", "2-", "3-3"],
    );
}

#[test]
fn a_moved_sentence_has_its_left_position() {
    check(
        "The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.
         The captain had sailed the route for twenty years.
         The owner, Brandt Lines, declined to comment.",
        "The owner, Brandt Lines, declined to comment.
         The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.
         The captain had sailed the route for twenty years.",
        &["1-2", "2-3", "3-4", "4-1 moved"],
    );
}

#[test]
fn a_moved_sentence_that_nothing_rivals_is_found_in_other_words() {
    check(
        "The strike began at dawn in all nine ports.
         Dockers want a pay rise of seven percent.
         Retailers warned of empty shelves.
         But it is more complicated for the greatest worry of the harbor master and his crew at the pier: gulls.
         Farmers fear for their exports of fruit.",
        "But gulls make it complicated.
         The strike began at dawn in all nine ports.
         Dockers want a pay rise of seven percent.
         Retailers warned of empty shelves.
         Farmers fear for their exports of fruit.",
        &["1-2", "2-3", "3-4", "4-1 moved", "5-5"],
    );
}

#[test]
fn a_moved_block_keeps_its_rewritten_sentences() {
    check(
        "The strike began at dawn in all nine ports.
         Dockers want a pay rise of seven percent.
         Talks between the union and the operators broke down on Sunday.
         The last strike, in 2009, lasted for eleven days.
         Ships were sent to harbors abroad.
         Retailers warned of empty shelves.
         Farmers fear for their exports of fruit.",
        "Ships were diverted to harbors abroad.
         Retailers warned of empty shelves.
         The strike began at dawn in all nine ports.
         Dockers want a pay rise of seven percent.
         Talks between the union and the operators broke down late on Sunday.
         The last strike, in 2009, lasted for eleven days.",
        &["1-3", "2-4", "3-5", "4-6", "5-1 moved", "6-2 moved", "7-"],
    );
}

#[test]
fn of_two_equally_good_places_for_a_moved_sentence_none_is_claimed() {
    check(
        "The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.
         Brandt Lines, the owner of the ferry, declined to comment on Friday.",
        "Brandt Lines, the owner, declined to comment.
         The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.",
        &["1-2", "2-3", "3-1 moved"],
    );
    check(
        "The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.
         Brandt Lines, the owner of the ferry, declined to comment on Friday.",
        "Brandt Lines, the owner, declined to comment.
         Brandt Lines, the owner, declined to comment.
         The ferry sank off Tolm on Friday.
         Divers found the wreck at a depth of ninety metres.",
        &["-1", "-2", "1-3", "2-4", "3-"],
    );
}

#[test]
fn repeated_sentences_are_paired_in_order() {
    check("Yes.\nYes.\nYes.", "Yes.\nYes.", &["1-1", "2-2", "3- again"]);
    check(
        "Read more below.\nThe pier burned down.\nRead more below.",
        "Read more below.\nRead more below.\nThe pier burned down.\nRead more below.",
        &["-1 again", "1-2", "2-3", "3-4"],
    );
}

#[test]
fn a_repeated_sentence_is_paired_with_the_nearest_copy() {
    // at one distance from both: the first
    check(
        "The council of Hambrook met again on Monday evening to talk about the dam.\nDivers look at the wall.\nThe gate will close on Friday.\nSchools stay open.",
        "The gate will close on Friday.\nThe council of Hambrook met again on Monday evening to talk about the dam.\nSchools stay open.\nThe gate will close on Friday.",
        &["1-2", "2-", "3-1 moved", "4-3", "-4 again"],
    );
    check(
        "The council of Hambrook met again on Monday evening to talk about the dam.\nDivers look at the wall.\nThe gate will close on Friday.\nSchools stay open.\nA choir sang.",
        "The gate will close on Friday.\nThe council of Hambrook met again on Monday evening to talk about the dam.\nDivers look at the wall.\nSchools stay open.\nThe gate will close on Friday.",
        &["-1 again", "1-2", "2-3", "3-5 moved", "4-4", "5-"],
    );
}

#[test]
fn unrelated_articles_share_no_bead() {
    check(
        "The mayor opened the bridge.\nThe choir sang.",
        "Prices of copper fell.\nAnalysts expect more.",
        &["1-", "2-", "-1", "-2"],
    );
}

#[test]
fn an_empty_side_leaves_all_to_the_other() {
    check("", "It rained.\nIt snowed.", &["-1", "-2"]);
    check("It rained.", "", &["1-"]);
    check("", "", &[]);
}

#[test]
fn typography_differs_from_wording() {
    check(
        "The leaders met in Da Nang, he said.
         “We’re ready — for now,” she said.
         The centre organised co-operation.
         Twelve men left.",
        "The leaders met in Danang, he said.
         We re ready - for now, she said.
         The center organized cooperation.
         12 men stayed.",
        &["1-1", "2-2", "3-3", "4-4"],
    );
}

#[test]
fn a_dateline_does_not_hide_a_sentence_and_is_no_typography() {
    check(
        "HAMBROOK (Wire) // The pier burned down.\n- Nobody was hurt.",
        "The pier burned down.\nNobody was hurt.",
        &["1-1", "2-2"],
    );
}

#[test]
fn boilerplate_is_paired_with_furniture_only() {
    check(
        "@ By Anna Berg in Hambrook\nThe pier burned down.",
        "Anna Berg lives in Hambrook.\nThe pier burned down.",
        &["1-", "-1", "2-2"],
    );
    check("@ By Anna Berg", "@ By Anna Berg and Tom Hale", &["1-1"]);
}

#[test]
fn a_headline_never_joins_the_sentence_it_sums_up() {
    check(
        "Fire destroyed the wooden pier of Hambrook on Sunday night after a short circuit.",
        "# Fire destroyed pier of Hambrook after short circuit
         The wooden pier was destroyed on Sunday night.",
        &["1-1", "-2"],
    );
}

#[test]
fn a_headline_goes_with_the_headline_rather_than_with_the_sentence_it_sums_up() {
    check(
        "# Hambrook pier destroyed by fire
         A fire destroyed the pier of Hambrook on Sunday night, police said.",
        "# Hambrook loses its pier in Sunday fire
         The pier of Hambrook was destroyed by a fire on Sunday night, officials said.",
        &["1-1", "2-2"],
    );
}

#[test]
fn content_decides_over_place_for_headlines() {
    check(
        "# Fire destroys pier\nFlames were seen for miles.",
        "# Flames seen for miles\nFire destroys the pier.",
        &["1-2 moved", "2-1"],
    );
}

const WORDS: [&str; 24] = [
    "the", "a", "of", "river", "mayor", "said", "bridge", "Monday", "seven", "closed", "storm", "police",
    "school", "wants", "new", "to", "council", "ferry", "sank", "in", "Hambrook", "on", "choir", "prices",
];

/// Sentences of few words, so that duplicates, near-duplicates and ties are common.
fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..9).prop_map(|words| words.join(" ") + ".")
}

/// Two articles made of the same few sentences, some of them edited.
pub(super) fn articles() -> impl Strategy<Value = (String, String)> {
    let side = || prop::collection::vec((0usize..12, prop::option::of(sentence())), 0..14);
    (prop::collection::vec(sentence(), 12), side(), side()).prop_map(|(pool, left, right)| {
        let write = |picks: Vec<(usize, Option<String>)>| {
            let line = |(pick, own): (usize, Option<String>)| match own {
                Some(own) if pick % 3 == 0 => own,
                Some(own) if pick % 3 == 1 => format!("{} {own}", pool[pick].trim_end_matches('.')),
                _ => pool[pick].clone(),
            };
            picks.into_iter().map(line).collect::<Vec<_>>().join("\n")
        };
        (write(left), write(right))
    })
}

/// All groups, sorted; scores to the bit.
pub(super) fn as_set(groups: &[Group]) -> Vec<(Pair<Vec<SentenceId>>, u64, bool)> {
    let group = |group: &Group| (group.sentences.clone(), group.score.to_bits(), group.moved);
    let mut all: Vec<_> = groups.iter().map(group).collect();
    all.sort();
    all
}

pub(super) fn assert_is_partition(groups: &[Group], texts: Pair<&str>) {
    for side in Side::BOTH {
        let mut seen: Vec<usize> =
            groups.iter().flat_map(|group| &group.sentences[side]).map(|id| id.index()).collect();
        for bead in groups {
            assert!(bead.sentences[side].is_sorted());
            assert!(!(bead.sentences.left.is_empty() && bead.sentences.right.is_empty()));
            assert!((0.0..=1.0).contains(&bead.score));
        }
        seen.sort_unstable();
        let lines = texts[side].lines().filter(|line| !line.trim().is_empty()).count();
        assert_eq!(seen, (0..lines).collect::<Vec<_>>());
    }
}

pub(super) fn mirrored(groups: Vec<Group>) -> Vec<Group> {
    groups.into_iter().map(|group| Group { sentences: group.sentences.swap(), ..group }).collect()
}

fn assert_mirrors(texts: Pair<&str>, threshold: f64) {
    assert_eq!(as_set(&aligned(texts, threshold)), as_set(&mirrored(aligned(texts.swap(), threshold))));
}

fn linked(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.sentences.left.len() * group.sentences.right.len()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_sentence_is_in_exactly_one_bead((left, right) in articles()) {
        let texts = Pair::new(left.as_str(), right.as_str());
        let alignment = aligned(texts, 0.3);
        assert_is_partition(&alignment, texts);
        prop_assert_eq!(alignment, aligned(texts, 0.3));
    }

    #[test]
    fn swapping_the_sides_mirrors_the_result((left, right) in articles()) {
        assert_mirrors(Pair::new(&left, &right), 0.3);
        assert_mirrors(Pair::new(&left, &right), 0.2);
    }

    #[test]
    fn a_text_against_itself_is_identical_and_in_order((left, right) in articles()) {
        let text = format!("{left}\n{right}\n{left}");
        for bead in aligned(Pair::new(&text, &text), 0.3) {
            prop_assert_eq!(&bead.sentences.left, &bead.sentences.right);
            prop_assert_eq!(bead.score.to_bits(), 1f64.to_bits());
            prop_assert!(!bead.moved);
        }
    }

    #[test]
    fn no_bead_is_below_the_threshold((left, right) in articles(), threshold in 0.1f64..=1.0) {
        let texts = Pair::new(left.as_str(), right.as_str());
        for bead in aligned(texts, threshold) {
            let is_alone = bead.sentences.left.is_empty() || bead.sentences.right.is_empty();
            prop_assert!(is_alone || bead.score >= threshold);
        }
        prop_assert!(linked(&aligned(texts, 1.0)) <= linked(&aligned(texts, threshold)));
    }

    #[test]
    fn any_text_is_aligned(left in "(\\PC{0,12}[ \n.]){0,9}", right in "(\\PC{0,12}[ \n.]){0,9}") {
        let texts = Pair::new(left.as_str(), right.as_str());
        assert_mirrors(texts, 0.3);
        let text = format!("{left}\n{right}");
        let alone = aligned(Pair::new(&text, &text), 0.3);
        prop_assert!(alone.iter().all(|group| group.sentences.left == group.sentences.right && !group.moved));
    }
}
