//! How long each stage takes on the built-in sample pair, and on ever longer pairs made of it.
//!
//! `cargo bench` runs all, `cargo bench --bench stages -- link` those of one stage. A stage
//! that is no longer linear shows in its throughput, which falls with the length.

use divan::Bencher;
use divan::counter::BytesCount;

use pressdiff::alignment::{AlignOptions, Group, Pins, align};
use pressdiff::annotated::Annotated;
use pressdiff::article::{Article, Origin};
use pressdiff::comparison::{Options, compare};
use pressdiff::detect::annotate;
use pressdiff::difference::{Edit, edits, facts};
use pressdiff::import::import;
use pressdiff::link::link;
use pressdiff::sentence::segment;
use pressdiff::text::{Pair, Side};
use pressdiff::words::Vocabulary;

/// How many times the sample is repeated.
const TIMES: [usize; 3] = [1, 10, 100];

const SAMPLE: Pair<&str> = Pair {
    left: include_str!("../assets/samples/wire.txt"),
    right: include_str!("../assets/samples/rewrite.txt"),
};

fn main() {
    divan::main();
}

/// The sample, each time with other long words in half of its sentences, so that a
/// repetition is like another article of the same outlet.
fn texts(times: usize) -> Pair<String> {
    SAMPLE.map(|sample| {
        let mut text = String::new();
        for time in 0..times {
            for (n, word) in sample.split_inclusive(' ').enumerate() {
                let bare = word.trim_end();
                let is_varied = time > 0 && bare.len() > 5 && bare.bytes().all(|b| b.is_ascii_lowercase());
                if is_varied && n / 16 % 2 == 0 {
                    text.push((b'a' + (time % 26) as u8) as char);
                    text.push((b'a' + (time / 26) as u8) as char);
                }
                text.push_str(word);
            }
            text.push_str("\n\n");
        }
        text
    })
}

fn articles(times: usize) -> Pair<Article> {
    let texts = texts(times);
    Pair::from_fn(|side| import(texts[side].clone(), Origin::in_memory(side)))
}

fn size(texts: &Pair<String>) -> BytesCount {
    BytesCount::new(texts.left.len() + texts.right.len())
}

/// Everything up to the alignment.
struct Aligned {
    sides: Pair<Annotated>,
    vocabulary: Vocabulary,
    groups: Vec<Group>,
}

fn aligned(times: usize) -> Aligned {
    let mut vocabulary = Vocabulary::new();
    let sides = articles(times).map(|article| annotate(article, &mut vocabulary));
    let groups = align(sides.as_ref(), &vocabulary, &[], &Pins::default(), &AlignOptions::default());
    Aligned { sides, vocabulary, groups }
}

fn all_edits(of: &Aligned) -> Vec<Vec<Edit>> {
    of.groups.iter().map(|group| edits(of.sides.as_ref(), &of.vocabulary, &group.sentences)).collect()
}

#[divan::bench(args = TIMES)]
fn import_text(bencher: Bencher, times: usize) {
    let texts = texts(times);
    bencher
        .counter(size(&texts))
        .bench(|| Side::BOTH.map(|side| import(texts[side].clone(), Origin::in_memory(side))));
}

/// Bytes of news prose to segment, whole copies of the sample.
const PROSE: usize = 1_000_000;

#[divan::bench]
fn segment_prose(bencher: Bencher) {
    let article = articles(PROSE.div_ceil(SAMPLE.left.len())).left;
    bencher.counter(BytesCount::new(article.text.len())).bench(|| segment(&article));
}

#[divan::bench(args = TIMES)]
fn annotate_articles(bencher: Bencher, times: usize) {
    bencher.counter(size(&texts(times))).with_inputs(|| articles(times)).bench_values(|articles| {
        let mut vocabulary = Vocabulary::new();
        articles.map(|article| annotate(article, &mut vocabulary))
    });
}

#[divan::bench(args = TIMES)]
fn align_sentences(bencher: Bencher, times: usize) {
    let of = aligned(times);
    bencher
        .counter(size(&texts(times)))
        .bench(|| align(of.sides.as_ref(), &of.vocabulary, &[], &Pins::default(), &AlignOptions::default()));
}

#[divan::bench(args = TIMES)]
fn link_quotations(bencher: Bencher, times: usize) {
    let of = aligned(times);
    bencher.counter(size(&texts(times))).bench(|| link(of.sides.as_ref(), &of.vocabulary));
}

#[divan::bench(args = TIMES)]
fn edit_words(bencher: Bencher, times: usize) {
    let of = aligned(times);
    bencher.counter(size(&texts(times))).bench(|| all_edits(&of));
}

#[divan::bench(args = TIMES)]
fn read_facts(bencher: Bencher, times: usize) {
    let of = aligned(times);
    let edits = all_edits(&of);
    bencher
        .counter(size(&texts(times)))
        .bench(|| facts::facts(of.sides.as_ref(), &of.vocabulary, &of.groups, &edits));
}

#[divan::bench(args = TIMES)]
fn compare_articles(bencher: Bencher, times: usize) {
    bencher
        .counter(size(&texts(times)))
        .with_inputs(|| articles(times))
        .bench_values(|articles| compare(articles, Options::default()));
}

/// How many clauses one sentence without a full stop has.
const CLAUSES: [usize; 3] = [10, 100, 1000];

/// A conversion that lost its stops: words that leave things open, figures, names and short
/// quotations in one sentence, where a rule that holds each against all others would hang.
#[divan::bench(args = CLAUSES)]
fn compare_one_sentence(bencher: Bencher, clauses: usize) {
    let sentence = |clause: &dyn Fn(usize) -> String| (0..clauses).map(clause).collect::<String>();
    let texts = Pair {
        left: sentence(&|n| format!("some say it may allegedly cost {n} to {} crowns, “pier {n}”, ", n + 5)),
        right: sentence(&|n| {
            format!("most claim it will cost up to {}-{} crowns, “pier {n}”, ", n + 1, n + 6)
        }),
    };
    compare_texts(bencher, &texts);
}

fn compare_texts(bencher: Bencher, texts: &Pair<String>) {
    bencher
        .counter(size(texts))
        .with_inputs(|| Pair::from_fn(|side| import(texts[side].clone(), Origin::in_memory(side))))
        .bench_values(|articles| compare(articles, Options::default()));
}

/// How many paragraphs, marks or values the texts have that a search of all pairs would hang on.
const PARTS: [usize; 2] = [1000, 4000];

/// A sentence of words that repeat, another one for each `n`.
fn sentence(n: usize) -> String {
    const WORDS: [&str; 8] = ["harbor", "bridge", "ferry", "council", "budget", "storm", "river", "market"];
    let words: Vec<&str> = (0..8).map(|place| WORDS[(n >> (3 * (place % 4))) % 8]).collect();
    format!("The {} of pier {n}.", words.join(" "))
}

/// A conversion that lost its closing marks: each paragraph opens and none closes, so that one
/// quotation has all of an article, and the other article has a part of it in each of its own.
#[divan::bench(args = PARTS)]
fn compare_unclosed_marks(bencher: Bencher, paragraphs: usize) {
    let text = |is_marked: fn(usize) -> bool| {
        let paragraph = |n| format!("{}{}\n\n", if is_marked(n) { "“" } else { "" }, sentence(n));
        (0..paragraphs).map(paragraph).collect::<String>()
    };
    compare_texts(bencher, &Pair::new(text(|_| true), text(|n| n % 3 > 0)));
}

/// Marks that open in each other and close at the end.
#[divan::bench(args = PARTS)]
fn compare_nested_marks(bencher: Bencher, depth: usize) {
    let text = |word: &str| format!("{}{word}{}", "« a “ ".repeat(depth), " ” »".repeat(depth));
    compare_texts(bencher, &Pair::new(text("pier"), text("ferry")));
}

/// A table that lost its lines: one sentence of figures, dates and sums, on one side in another order.
#[divan::bench(args = PARTS)]
fn compare_values(bencher: Bencher, values: usize) {
    let value =
        |n: usize| format!("{}, ${}.5 million, {} May {}, ", 7 * n, n % 900, n % 28 + 1, 1900 + n % 120);
    let text = |step: usize| (0..values).map(|n| value(n * step % values)).collect::<String>();
    compare_texts(bencher, &Pair::new(text(1), text(values / 2 + 1)));
}

/// Thousands who share a last name and say nearly the same.
#[divan::bench(args = PARTS)]
fn compare_namesakes(bencher: Bencher, people: usize) {
    let text = |verb: &str| {
        let name = |n: usize| [n / 676, n / 26, n].map(|n| (b'a' + (n % 26) as u8) as char);
        let line = |n| format!("B{} Lee left. “I am number {n},” Lee {verb}.\n", String::from_iter(name(n)));
        (0..people).map(line).collect::<String>()
    };
    compare_texts(bencher, &Pair::new(text("said"), text("added")));
}
