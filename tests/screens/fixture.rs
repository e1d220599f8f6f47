//! A comparison made by hand, so that screens are tested as screens: what the
//! aligner or the rules make of a text tomorrow does not alter them.

use std::sync::Arc;

use pressdiff::alignment::{Alignment, Bead, BeadId, Reuse};
use pressdiff::annotated::Annotated;
use pressdiff::article::{Article, Block, BlockId, BlockKind, Origin};
use pressdiff::comparison::{Comparison, Options};
use pressdiff::difference::{Certainty, Difference, DifferenceKind, Severity, edits};
use pressdiff::quotation::{
    Attribution, LinkState, Marks, Quotation, QuotationId, QuotationKind, QuotationLink, SpeakerState,
};
use pressdiff::sentence::{Sentence, SentenceId, Sentences};
use pressdiff::summary::Summary;
use pressdiff::text::{Pair, Side, Span};
use pressdiff::word::Words;
use pressdiff::words::Vocabulary;

/// One sentence a line; a blank line ends a paragraph.
const LEFT: &str = "\
Ferry runs aground off Sand Point with 140 aboard

SAND POINT (Coast Wire) - A ferry ran aground off Sand Point on Tuesday with 140 people aboard.
We felt a knock and then everything stopped, said Ana Beck, a teacher.

Nobody was hurt.
The tide may lift her on Friday, captain Jo Marsh told reporters.
The company has run the line since 1987.

Two tugs are on their way from 東京 with a crew of nine 👩\u{200d}🚒 and a cafe\u{301} on board.
The owners could not be reached.

Ferries run every hour.
The line carries 2,000 people a day.
The weather was calm.
Divers will look at the hull.
The harbour office is open until noon.
";

const RIGHT: &str = "\
Ferry stuck off Sand Point

A ferry ran aground off Sand Point on Tuesday with 104 people aboard.
The company has run the line since 1987.

“We felt a knock and then everything stopped,” said Ana Beck, a teacher.
Nobody was hurt.
“The tide will lift her on Friday,” captain Jo Marsh told reporters.

Two tugs are on the way from 東京 with a crew of nine 👩\u{200d}🚒 and a cafe\u{301} on board.
It was the third such accident this year.

Ferries run every hour.
The line carries 2,000 people a day.
The weather was calm.
Divers will look at the hull.
The harbour office is open until noon.
";

/// Left and right sentence of each bead, by its line; and how much is shared.
const BEADS: &[(Option<usize>, Option<usize>, Reuse)] = &[
    (Some(0), Some(0), Reuse::Rewritten),
    (Some(1), Some(1), Reuse::Edited),
    (Some(2), Some(3), Reuse::Typography),
    (Some(3), Some(4), Reuse::Identical),
    (Some(4), Some(5), Reuse::Edited),
    (Some(5), Some(2), Reuse::Identical),
    (Some(6), Some(6), Reuse::Edited),
    (Some(7), None, Reuse::LeftOnly),
    (None, Some(7), Reuse::RightOnly),
    (Some(8), Some(8), Reuse::Identical),
    (Some(9), Some(9), Reuse::Identical),
    (Some(10), Some(10), Reuse::Identical),
    (Some(11), Some(11), Reuse::Identical),
    (Some(12), Some(12), Reuse::Identical),
];

/// The bead that stands elsewhere on the other side.
const MOVED: usize = 5;

/// A ferry runs aground, as two outlets tell it: every kind of row, mark and sign.
pub(crate) fn ferry() -> Comparison {
    let mut vocabulary = Vocabulary::new();
    let sides = Pair::new(("Coast Wire", LEFT), ("Harbour Post", RIGHT));
    let sides = sides.map(|(label, text)| side(label, text, &mut vocabulary));
    let bead = |(index, (left, right, reuse)): (usize, &(Option<usize>, Option<usize>, Reuse))| Bead {
        sentences: Pair::new(left, right).map(|line| line.map(SentenceId::new).into_iter().collect()),
        reuse: *reuse,
        score: if left.is_some() && right.is_some() { 0.87 } else { 0.0 },
        moved: index == MOVED,
        pinned: false,
        repeats: None,
    };
    let alignment = Alignment { beads: BEADS.iter().enumerate().map(bead).collect() };
    let mut comparison = Comparison {
        options: Options::default(),
        edits: alignment
            .beads
            .iter()
            .map(|bead| edits(sides.as_ref(), &vocabulary, &bead.sentences))
            .collect(),
        sides: sides.map(Arc::new),
        vocabulary: Arc::new(vocabulary),
        alignment,
        links: Vec::new(),
        facts: Vec::new(),
        found: pressdiff::difference::Kinds::default(),
        differences: Vec::new(),
        summary: Summary::default(),
    };
    let knock = "We felt a knock and then everything stopped,";
    quote(&mut comparison, Pair::new(knock, knock), "Ana Beck", LinkState::SameWords);
    let tide = Pair::new("The tide may lift her on Friday,", "The tide will lift her on Friday,");
    quote(&mut comparison, tide, "Jo Marsh", LinkState::Altered);
    comparison.links[1].edits = vec![
        Pair::new(Some(span(&comparison, Side::Left, "may")), Some(span(&comparison, Side::Right, "will")))
            .into(),
    ];
    differences(&mut comparison);
    count(&mut comparison);
    comparison
}

/// Two articles without a word.
pub(crate) fn nothing() -> Comparison {
    let mut comparison = ferry();
    let mut vocabulary = Vocabulary::new();
    comparison.sides = Pair::from_fn(|_| Arc::new(side("empty", "", &mut vocabulary)));
    comparison.vocabulary = Arc::new(vocabulary);
    comparison.alignment.beads.clear();
    comparison.edits.clear();
    comparison.links.clear();
    comparison.differences.clear();
    comparison
}

/// One long sentence of wide and joined characters against another.
pub(crate) fn wide() -> Comparison {
    let mut comparison = nothing();
    let mut vocabulary = Vocabulary::new();
    let text =
        "東京都知事は、港で船が座礁したと述べた👩\u{200d}🚒e\u{301}\u{1b}[31m\u{202e}wide ｗｉｄｅ한국어 "
            .repeat(12);
    comparison.sides = Pair::new(text.clone(), text.replace('船', "客船"))
        .map(|text| Arc::new(side("東京新聞", &text, &mut vocabulary)));
    let bead = Bead {
        sentences: Pair::from_fn(|_| vec![SentenceId::new(0)]),
        reuse: Reuse::Edited,
        score: 0.9,
        moved: false,
        pinned: false,
        repeats: None,
    };
    comparison.edits = vec![edits(comparison.sides(), &vocabulary, &bead.sentences)];
    comparison.vocabulary = Arc::new(vocabulary);
    comparison.alignment = Alignment { beads: vec![bead] };
    comparison
}

fn side(label: &str, text: &str, vocabulary: &mut Vocabulary) -> Annotated {
    let (mut blocks, mut sentences): (Vec<Block>, Vec<Sentence>) = (Vec::new(), Vec::new());
    let (mut at, mut opens) = (0, true);
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if span.is_empty() {
            opens = true;
            continue;
        }
        match blocks.last_mut() {
            Some(block) if !opens => block.span = block.span.join(span),
            _ => {
                let kind = if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
                blocks.push(Block { kind, span, label: 0 });
            }
        }
        opens = false;
        sentences.push(Sentence { span, block: BlockId::new(blocks.len() - 1), lead: 0 });
    }
    let origin = Origin { label: label.to_owned(), ..Origin::in_memory(Side::Left) };
    let article = Article {
        text: text.into(),
        blocks,
        origin,
        language: pressdiff::lexicon::Language::English,
        metadata: pressdiff::article::Metadata::default(),
        notes: Vec::new(),
    };
    let sentences = Sentences::new(text, sentences, vocabulary);
    Annotated { article, sentences, words: Words::default(), quotations: Vec::new() }
}

fn quote(comparison: &mut Comparison, words: Pair<&str>, speaker: &str, state: LinkState) {
    let quotations = Pair::from_fn(|side| {
        let fragments = vec![span(comparison, side, words[side])];
        let mention = Some(span(comparison, side, speaker));
        let attribution = Attribution { speaker: Some(speaker.to_owned()), mention, ..Attribution::NONE };
        let quotations = &mut Arc::make_mut(&mut comparison.sides[side]).quotations;
        let marked = side == Side::Right;
        quotations.push(Quotation { kind: QuotationKind::Direct, marked, fragments, attribution });
        Some(QuotationId::new(quotations.len() - 1))
    });
    let (marks, speaker, alarms) = (Marks::Right, SpeakerState::Same, Vec::new());
    comparison.links.push(QuotationLink { quotations, state, marks, speaker, alarms, edits: Vec::new() });
}

fn span(comparison: &Comparison, side: Side, words: &str) -> Span {
    let start = comparison.sides[side].article.text.find(words).expect("the text has the words");
    Span::new(start, start + words.len())
}

fn differences(comparison: &mut Comparison) {
    use DifferenceKind::{Added, AlteredQuotation, Moved, Number, Omitted, Typography, Wording};
    let found = [
        (0, Wording, Severity::Low, Some("runs aground"), Some("stuck"), "wording: runs aground → stuck"),
        (1, Number, Severity::High, Some("140 people"), Some("104 people"), "The numbers differ."),
        (2, Typography, Severity::Low, None, None, "typography"),
        (4, AlteredQuotation, Severity::High, Some("may"), Some("will"), "The words of Jo Marsh differ."),
        (5, Moved, Severity::Low, None, None, "moved"),
        (6, Wording, Severity::Low, Some("their"), Some("the way"), "wording: their → the way"),
        (7, Omitted, Severity::Medium, Some("The owners"), None, "omitted: “The owners” only in Coast Wire"),
        (8, Added, Severity::Medium, None, Some("It was"), "added: “It was” only in Harbour Post"),
    ];
    for (bead, kind, severity, left, right, why) in found {
        let spans = Pair::new(
            left.map(|words| span(comparison, Side::Left, words)),
            right.map(|words| span(comparison, Side::Right, words)),
        );
        let (bead, why, rule, certainty) = (BeadId::new(bead), why.to_owned(), "by-hand", Certainty::Sure);
        comparison.differences.push(Difference { bead, kind, severity, certainty, spans, rule, why });
    }
}

fn count(comparison: &mut Comparison) {
    for link in &comparison.links {
        let state = LinkState::ALL.iter().position(|state| *state == link.state).expect("a state");
        comparison.summary.quotations[state] += 1;
    }
}
