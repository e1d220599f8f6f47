//! How long each stage takes on the built-in sample pair, and on ever longer pairs made of it.
//!
//! `cargo bench` runs all, `cargo bench --bench stages -- link` those of one stage. A stage
//! that is no longer linear shows in its throughput, which falls with the length.

use divan::Bencher;
use divan::counter::BytesCount;

use pressdiff::alignment::{AlignOptions, Alignment, Pins, align};
use pressdiff::annotated::{Annotated, annotate};
use pressdiff::article::{Article, Origin};
use pressdiff::comparison::{Options, compare};
use pressdiff::difference::{Edit, edits, facts};
use pressdiff::import::import;
use pressdiff::quotation::link;
use pressdiff::sentence::segment;
use pressdiff::text::{Pair, Side, Vocabulary};

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
    alignment: Alignment,
}

fn aligned(times: usize) -> Aligned {
    let mut vocabulary = Vocabulary::new();
    let sides = articles(times).map(|article| annotate(article, &mut vocabulary));
    let alignment = align(sides.as_ref(), &vocabulary, &Pins::default(), &AlignOptions::default());
    Aligned { sides, vocabulary, alignment }
}

fn all_edits(of: &Aligned) -> Vec<Vec<Edit>> {
    of.alignment.beads.iter().map(|bead| edits(of.sides.as_ref(), &of.vocabulary, bead)).collect()
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
        .bench(|| align(of.sides.as_ref(), &of.vocabulary, &Pins::default(), &AlignOptions::default()));
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
        .bench(|| facts::facts(of.sides.as_ref(), &of.vocabulary, &of.alignment, &edits));
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
    bencher
        .counter(size(&texts))
        .with_inputs(|| Pair::from_fn(|side| import(texts[side].clone(), Origin::in_memory(side))))
        .bench_values(|articles| compare(articles, Options::default()));
}
