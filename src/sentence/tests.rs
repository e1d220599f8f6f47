//! Segmenting in notation: `|` marks each sentence end, `⟨ ⟩` enclose a lead.
//! A line end in the notation is one in the text.

use proptest::prelude::*;

use super::rules::{RULES, Rule};
use super::*;
use crate::article::{Article, Origin};
use crate::import::{Content, Document, import};
use crate::lexicon::Language;
use crate::text::Side;

fn article(text: &str) -> Article {
    import(text.to_owned(), Origin::in_memory(Side::Left))
}

/// The text with `|` between the sentences of a block and `⟨ ⟩` around leads.
fn shown(article: &Article) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (n, sentence) in segment(article).iter().enumerate() {
        let blanks = article.slice(Span::new(at, sentence.span.start()));
        if n > 0 && !blanks.contains('\n') {
            out.push('|');
        } else {
            out.push_str(blanks);
        }
        let lead = Span::new(sentence.span.start(), sentence.body().start());
        if !lead.is_empty() {
            out.extend(["⟨", article.slice(lead), "⟩"]);
        }
        out.push_str(article.slice(sentence.body()));
        at = sentence.span.end();
    }
    out
}

fn article_in(language: Language, text: &str) -> Article {
    let document = Document { content: Content::Text(text.to_owned()), ..Document::default() };
    document.article(Origin::in_memory(Side::Left), language)
}

/// The article of a rule's example, in the language that the rule is for.
fn example(rule: &Rule) -> Article {
    let language = if rule.name == "ordinal" { Language::German } else { Language::English };
    article_in(language, &rule.example.replace('|', " "))
}

/// Cuts the text of `notation` in a language, where each `|` was a blank.
#[track_caller]
fn check_in(language: Language, notation: &str) {
    assert_eq!(shown(&article_in(language, &notation.replace('|', " "))), notation);
}

/// Cuts the text of `notation`, where each `|` was a blank.
#[track_caller]
fn check(notation: &str) {
    let text = notation.replace('|', " ").replace(['⟨', '⟩'], "");
    assert_eq!(shown(&article(&text)), notation);
}

#[test]
fn every_rule_has_an_example_that_comes_out_right() {
    for rule in RULES {
        assert_eq!(shown(&example(rule)), rule.example, "rule “{}”", rule.name);
    }
}

#[test]
fn every_rule_decides_its_example() {
    for rule in RULES {
        let asked = super::boundary::deciding_rules(&example(rule));
        assert!(asked.contains(&rule.name), "rule “{}” decides nothing in its example: {asked:?}", rule.name);
    }
}

#[test]
fn the_longest_abbreviation_is_looked_up() {
    check("Ruiz and Messrs. Okoye met at approx. noon.");
    let longest = crate::lexicon::Language::English
        .lexicon()
        .abbreviations
        .entries()
        .map(|(entry, _)| entry.len())
        .max();
    assert_eq!(longest, Some(super::candidate::LONGEST_ABBREVIATION));
}

#[test]
fn quotations_are_cut_where_their_sentences_end() {
    check("“We may,” she said.|“And, again — he is.|They can help.|We have to talk.”");
    check("\"It is over.\"|The crowd cheered.");
    check("He wrote: \"Fake news!\"|Later he took it back.");
    check("\"He told me, 'Do not go.'|I went anyway,\" she said.");
    check("He called it \"a disgrace\".|She called it 'fine'.|They moved on.");
    check("“They [the council] can help,” he said.|“[Ruiz] knows that.”");
    check("\"What?!\" she said.|\"Really?!\"");
    check("He said it was “rather slow. ”|She agreed.");
}

#[test]
fn a_quotation_left_open_cuts_as_usual() {
    check("\"We will rebuild.|It will take time.\n\"We will not wait.|We begin today.\"");
}

#[test]
fn an_attribution_stays_with_its_question() {
    check("\"Why?\" Ruiz asked.|Nobody answered.");
    check("\"Why?\" he asked.|Nobody answered.");
    check("\"No deal!\" Okoye wrote on Monday.|His lawyers were silent.");
    check("Why would they do that? Ruiz asked.|Nobody answered.");
    check("\"Who knew?\"|The crowd did not.");
    check("The question \"Who knew?\" hung over the hall.|It was never answered.");
}

#[test]
fn acronyms_end_a_sentence_before_another() {
    check("She had never visited the U.S.|The trip is long.");
    check("The U.S. special counsel met the U.S. Senate.");
    check("The hearing is in Washington, D.C.|A judge will preside.");
    check("So does the U.N. Security Council.|I left the E.U.|How about you?");
    check("P.S. I left the key.");
}

#[test]
fn names_and_titles_stay_whole() {
    check("“We will not,” said Lt. Gen. H.R. Okoye.|Sgt. Ana Ruiz's team agreed.");
    check("She works for RT.|The network is new.");
    check("GEN. OKOYE met Dr. Ruiz on St. Mary's Street.");
    check("Sam Okoye Jr. testified.|The report names Sam Okoye Jr.|He paid.");
    check("Sen. Ana Ruiz (R-Ariz.) voted no.|Rep. Sam Okoye (D-Calif.) left.");
    check("By J. K. Okoye and Robert F. Ruiz Jr.");
}

#[test]
fn dates_times_and_numbers_stay_whole() {
    check("They meet on Nov. 8-10.|The mayor will be there.");
    check("The vote is at 6 p.m. on Thursday.|It began at 5 a.m. Friday.|It ended at 5 a.m.|Four stayed.");
    check("No. 10 declined.|Asked whether he would resign, he said no.|The house is No. 10 Mill Lane.");
    check("It rose 2.5 percent to $173.50.|The index fell.|17 others rose.");
    check("It cost $1.5 bn.|Analysts had feared $2bn.");
}

#[test]
fn companies_and_places_end_where_no_role_follows() {
    check("He left Example Inc.|The company declined.");
    check("He left Example Corp.|Shares fell.");
    check("Harbor Trust & Co. Chief Executive Ana Ruiz spoke.");
    check("The plant is in Harbor, Mich.|Sales fell.");
}

#[test]
fn marks_inside_words_end_nothing() {
    check("See www.example.org/a-b.|Or http://example.org/a.b?c=d.e for more.");
    check("Example! said it would appeal.|Shares fell.");
    check("A phone came.|iPhone sales rose.|#harbor trended.");
}

#[test]
fn an_ellipsis_ends_a_sentence_before_another() {
    check("\"It would be ... very good,\" he said.");
    check("\"I don't know ...\"|He paused.");
    check("They waited...|Then the doors opened.");
    check("It was … hard.|They waited…|Then it rained.");
    check("It was … what I meant is . . . I left.");
}

#[test]
fn brackets_hold_whole_sentences_or_parts() {
    check("He resigned.|(He had been ill.)|His deputy took over.");
    check("She taught there (He left early.) for years.");
    check("The river rose.[12]|Nobody was hurt.");
}

#[test]
fn lists_on_one_line_are_cut_into_items() {
    check("⟨1. ⟩Dig the sand|⟨2. ⟩Leave it|⟨3. ⟩Wait");
    check("⟨1.) ⟩Dig the sand.|⟨2.) ⟩Leave it.");
    check("⟨a. ⟩Dig the sand|⟨b. ⟩Leave it");
    check("⟨• 9. ⟩Dig the sand|⟨• 10. ⟩Leave it");
    check("⟨⁃⟩Dig the sand|⟨⁃⟩Leave it");
}

#[test]
fn talk_with_dashes_is_cut_at_each_turn() {
    check("Was it dry?|- It was wet.|- And now?");
    check("\"It's a long game.\" - Ana Ruiz");
}

#[test]
fn writers_without_capitals_are_cut_too() {
    check("the river rose.|nobody was hurt.|did you see it?|we did.");
    check("The river rose approx. a metre.");
}

#[test]
fn captions_end_before_the_credit() {
    check("Boats in Aldham, Nov. 11, 2017.|REUTERS/Ana Ruiz");
    check("Boats in Aldham harbor|Image: Ana Ruiz.");
}

#[test]
fn a_heading_run_into_its_paragraph_is_a_sentence() {
    check(
        "They bathed.|Wellness|There are three spas by the lake.|A note for the tourist|When you go, take a coat.",
    );
    check("The mill shut.|Rules for the river|However, in the last few years nobody kept them.");
    // capitals that names and titles have, and words that are always capitals
    check("The singer of In the Heat of the Night was born by The Hague.");
    check("He reads The Harbor Post, says The mayor of Orla.|Sometimes I know that nobody else does.");
    check("Number Two, in order of size, is Aldham.");
    check_in(Language::German, "Gestern haben Sie mir etwas anderes gesagt.");
    // a headline has other capitals
    check("# How to Cope When the rain comes\n\nIt rained.");
}

#[test]
fn a_lost_blank_hides_no_sentence() {
    let article = article("The river rose.The town slept. See Example.Com or news.example.Com of it.");
    let sentences: Vec<&str> = segment(&article).iter().map(|s| article.slice(s.span)).collect();
    assert_eq!(
        sentences,
        ["The river rose.", "The town slept.", "See Example.Com or news.example.Com of it."]
    );
}

#[test]
fn a_lost_blank_after_a_year_a_percent_sign_or_a_mark_hides_no_sentence() {
    let check_lost = |text: &str, cut: &str| assert_eq!(shown(&article(text)), cut);
    check_lost("The harvest fell in 2017.The mill shut.", "The harvest fell in 2017.|The mill shut.");
    check_lost("Prices rose by 5%.The mill shut.", "Prices rose by 5%.|The mill shut.");
    check_lost("“We wait.”The mill shut.", "“We wait.”|The mill shut.");
    check_lost(
        "It wants younger readers.\"We wait here,\" Ruiz said.",
        "It wants younger readers.|\"We wait here,\" Ruiz said.",
    );
    check_lost("It wants readers.“We wait,” Ruiz said.", "It wants readers.|“We wait,” Ruiz said.");
    check_lost("\"We wait here.\"The mill shut.", "\"We wait here.\"|The mill shut.");
    check_lost("Version 3.Two and Example.Com stay.", "Version 3.Two and Example.Com stay.");
}

#[test]
fn an_emoji_belongs_to_the_sentence_before_it() {
    check("Nice work! 👍|The next step is the roof. 🎉🎉|It rains.");
    check("She sent a 👍 and left.|It rained.");
}

#[test]
fn a_no_break_space_follows_an_initial_like_any_other() {
    check("The play by J.\u{a0}M.\u{a0}Okoye opens.|It rains.");
}

#[test]
fn wide_terminators_need_no_blank() {
    for (text, sentences) in
        [("川が上がった。誰も無事。", 2), ("川が上がった！誰も無事？「本当だ。」彼は帰った。", 4)]
    {
        assert_eq!(segment(&article(text)).len(), sentences, "{text}");
    }
}

#[test]
fn datelines_are_leads() {
    check("⟨MOSCOW (Press Desk) - ⟩The council met.|No date was given.");
    check("⟨ALDHAM, D.C. (PD) — ⟩The council met.|It returns on Monday.");
    check("⟨NEW ALDHAM, Vietnam, Nov. 3 (Press Desk) – ⟩Mayor Ana Ruiz arrived.");
    check("⟨ST. MARY’S (PD) -- ⟩“We won,” she said.");
    check("⟨ALDHAM — ⟩The council met.");
    for plain in
        ["NATO — the alliance — met.", "A - B", "Aldham - The council met.", "ALDHAM (Press Desk) - "]
    {
        check(plain.trim());
    }
}

#[test]
fn list_marks_are_leads() {
    check("The council met.\n⟨- ⟩What it means\n⟨• ⟩Who came\n⟨2) ⟩How it ended");
}

#[test]
fn a_line_end_of_a_wrapped_paragraph_is_a_blank() {
    let text = "The council of Aldham met on Monday to talk of the harbor with Mr.\n\
                Okoye, who had asked for a new bridge over the river in the north\n\
                of the town, and with those who had come to hear him speak about\n\
                the weir. It rained.\n";
    let article = article(text);
    let sentences: Vec<&str> = segment(&article).iter().map(|s| article.slice(s.span)).collect();
    assert_eq!(sentences.len(), 2, "{sentences:?}");
    assert!(sentences[0].contains("Mr.\nOkoye"));
}

/// `text` with each line broken at `width` columns, and a blank line between them.
fn broken_at(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = 0;
        for word in line.split(' ') {
            let len = word.chars().count();
            if column > 0 {
                let fits = column + 1 + len <= width;
                out.push(if fits { ' ' } else { '\n' });
                column = if fits { column + 1 } else { 0 };
            }
            out.push_str(word);
            column += len;
        }
        out.push_str("\n\n");
    }
    out
}

#[test]
fn breaking_lines_at_any_width_leaves_the_sentences() {
    const TEXT: &str = "Harbor of Aldham to stay shut until spring\n\
        ALDHAM (Press Desk) - The harbor of Aldham – the oldest of the coast – will stay shut until the spring, \
        Mayor Ana Ruiz said on Nov. 3. “We have no money,” she told the council. “We may have some by May. 20 boats wait.”\n\
        Sam Okoye Jr., who keeps 3 boats at No. 10 Mill Lane, asked: “Who will pay for that?” Nobody answered him.\n\
        - What the council will vote on next week, when it meets at 5 p.m. in the hall of the old U.S. Customs House\n\
        - Who keeps boats in the harbor, and for how long";
    let words = |text: &str| -> Vec<String> {
        let article = article(text);
        let shown = |s: &Sentence| article.slice(s.span).split_whitespace().collect::<Vec<_>>().join(" ");
        segment(&article).iter().map(shown).collect()
    };
    let expected = words(TEXT);
    assert_eq!(expected.len(), 9, "{expected:#?}");
    for width in 40..=100 {
        assert_eq!(words(&broken_at(TEXT, width)), expected, "at {width} columns");
    }
}

/// The invariants of any text.
fn assert_invariants(text: &str) {
    let article = article(text);
    let mut at = 0;
    let mut block = None;
    for sentence in segment(&article) {
        let within = article.block(sentence.block).span;
        assert!(within.contains(sentence.span), "outside its block");
        assert!(sentence.span.start() >= at, "out of order");
        let skipped = article.slice(Span::new(at, sentence.span.start()));
        assert!(skipped.trim().is_empty(), "left out: {skipped:?}");
        assert_eq!(sentence.span.trimmed(text), sentence.span, "not trimmed");
        assert!(!sentence.body().is_empty(), "nothing but a lead");
        assert!(block.is_none_or(|before| before <= sentence.block), "blocks out of order");
        block = Some(sentence.block);
        at = sentence.span.end();
    }
    assert!(article.slice(Span::new(at, text.len())).trim().is_empty());
}

#[test]
fn odd_texts_keep_the_invariants() {
    for text in [
        "",
        " ",
        ".",
        "...",
        "?!",
        "\"",
        ". . .",
        "•",
        "• • •",
        "1.",
        "1. 2. 3.",
        "a. b. c.",
        "- ",
        "“",
        "\u{feff}",
        "…\u{a0}…",
        "A.\u{a0}B",
        "。",
        "。。",
        ": - A",
        "[...]",
        "Image: Image: Image: a",
    ] {
        assert_invariants(text);
    }
}

#[test]
fn long_runs_without_an_end_take_no_long_time() {
    for unit in ["a ", "Mr. ", "• ", "(", "\"", ". \"", "U.S. a ", "… ", "1. ", "? A ", "a: - "] {
        assert_invariants(&unit.repeat(200_000 / unit.len()));
    }
}

proptest! {
    #[test]
    fn any_text_keeps_the_invariants(text in any::<String>()) {
        assert_invariants(&text);
    }

    #[test]
    fn texts_of_hard_pieces_keep_the_invariants(pieces in prop::collection::vec(
        prop::sample::select(vec![
            "The", "river", "U.S.", "Mr.", "Nov.", "8", "no.", "No.", "\"", "“", "”", "’", "'", ".", "...", " . . .", "…", "?", "!",
            "(", ")", "[...]", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{a0}", "-", "—", " - ", "1. ", "2. ", "• ", "a) ", "p.m.", "Inc.",
            "Jr.", "。", "」", "iPhone", "said", "Ruiz", ":", "Image: ", "REUTERS/", "ALDHAM (PD) - ", "é", "👩\u{200d}🚒",
        ]),
        0..60,
    )) {
        assert_invariants(&pieces.concat());
    }
}

/// A live blog, questions, tables, credits: text around the prose of an article.
#[test]
fn text_other_than_prose_is_cut_too() {
    check("10:45 a.m. The mayor has left the hall.|She did not speak to reporters.");
    check("11:02 — The doors are open.|People are coming in.");
    check("Updated at 4:15 p.m. ET.|The vote is over.\n9:05 p.m. ET: The count is over.|Ruiz has won.");
    check("Q: Why did the council wait?\nA: It had no money.|It has some now.");
    check("Q. Will the bridge open?|A. Not before May.");
    check("Team\tPlayed\tPoints\nAldham\t12\t30\nHarbor\t12\t28");
    check("Boats lie in the harbor of Aldham on Monday.|(Ana Ruiz/Press Desk)");
    check("Boats lie in the harbor of Aldham on Monday.|Photo: Ana Ruiz/Press Desk");
    check("The council met.\nRead more: Why the bridge is shut\nNobody objected.");
}

#[test]
fn embedded_posts_and_addresses_are_cut_at_their_ends() {
    check("The bridge is shut!|pic.example.com/a1B2c3");
    check("The bridge is shut.|It opens soon.|— Ana Ruiz (@anaruiz) March 4, 2025\nThe mayor answered.");
    check("Write to ana.ruiz@example.org.|Or see https://news.example.org/a.html?b=1.|The desk answers.");
    check("See it at news.example.org.|It opens in May.|www.example.org is the address.");
    check("He came at 5 p.m. and/or later, in May vs. june/july.");
}

#[test]
fn names_companies_and_offices_of_other_desks_stay_whole() {
    check("J. K. Okoye met George W. Ruiz in St. Louis.|J.K. Okoye left.|So did A.B.C. Ruiz.");
    check("It is sold in the U.K.|The firm left the E.U. in May.");
    check(
        "Example Inc. said it would buy Harbor Co. for $2.|Okoye Corp. and Ruiz Ltd. declined.|Shares rose.",
    );
    check("Ruiz vs. Okoye is set for May.|It is Aldham v. Harbor.|The match vs. Harbor is off.");
    check("No. 10 declined.|The No. 1 seed lost to No. 2 Ruiz.|He said no.|Five stayed.");
    check("Lt. Col. Ana M. Ruiz, M.D., Ph.D., spoke.|Maj. Gen. Okoye, 45, did not.");
    check("Rep. Sam Okoye, D-N.Y., met Ruiz at 10 Downing St. on Monday.|Sens. Okoye and Ruiz came.");
    check("The council met (see p. 5, fig. 2, etc.).|Then it left, etc.|The end.");
}

#[test]
fn decimals_without_a_digit_before_the_stop_begin_a_sentence() {
    check("Shares rose 3.5 percent, or $1.25, to 18.75.|Volume was 2.3 million.|.5 percent left.");
}

#[test]
fn marks_within_marks_are_closed_before_the_cut() {
    check("She said: “He told me ‘I won't go (not now).’”|Then she left.");
    check(
        "The council [which met on Monday (for the first time)] voted.|(Ruiz did not.|She was ill.)|Then it rained.",
    );
    check("(The mayor declined to comment.)|The council did, too.");
    check("“I don't know . . . maybe,” he said.|“I... I can't.”|“Well…maybe.”|It ended ....|Then it rained.");
    check("Really!?|Who knew?!|“What!?” he said.|“No!!!”|They left.");
    check("“It rained.”[1][2]|The town slept.¹|Nobody woke.*|The river fell.†");
}

#[test]
fn spaces_of_all_kinds_separate_sentences() {
    let cut = |text: &str| -> Vec<String> {
        let article = article(text);
        segment(&article).iter().map(|s| article.slice(s.span).to_owned()).collect()
    };
    assert_eq!(cut("The river rose.\r\nThe town slept. No one woke.\r\n").len(), 3);
    assert_eq!(cut("The river rose.\t\tThe town slept.").len(), 2);
    assert_eq!(cut("Mr.\u{a0}Okoye of No.\u{a0}10 rose.\u{a0} The town slept.").len(), 2);
    assert_eq!(
        cut("The river rose.\u{200b} Mr.\u{200b} Okoye slept."),
        ["The river rose.\u{200b}", "Mr.\u{200b} Okoye slept."]
    );
    assert_eq!(cut("The river rose.\u{200b}The town slept.").len(), 2);
    assert_eq!(cut("See news.\u{200b}example.\u{200b}org of it.").len(), 1);
}

/// Each begins with enough prose to identify the language.
#[test]
fn a_language_without_words_is_cut_and_noted_once() {
    for (notation, sentences) in [
        (
            "El alcalde de la ciudad llegó el lunes con su hermana y con los vecinos que habían pedido un puente nuevo \
             para la orilla norte, pero no quiso hablar de lo que costaría.|¿Quién lo sabía?|¡Nadie!|—No tenemos dinero \
             —dijo—.|«Es verdad», añadió.|La gente se fue… y después llovió.",
            6,
        ),
        (
            "Il sindaco della città è arrivato lunedì con i vicini che avevano chiesto un nuovo ponte per la riva nord, ma \
             non ha voluto parlare di quanto sarebbe costato alla gente della piazza.|Chi lo sapeva?|Nessuno!|«Non \
             abbiamo soldi», ha detto.|La gente è andata via.",
            5,
        ),
        (
            "Мэр города приехал в понедельник вместе с соседями, которые просили построить новый мост у северного берега, \
             но не захотел говорить о том, сколько он будет стоить городу и людям.|Кто это знал?|Никто!|«У нас нет \
             денег», — сказал он.|Люди ушли… и потом пошёл дождь.|А. С. Берг родился там.",
            6,
        ),
        (
            "Мер міста приїхав у понеділок разом із сусідами, які просили збудувати новий міст біля північного берега, але \
             не захотів говорити про те, скільки він коштуватиме місту та людям.|Хто це знав?|Ніхто!|«Ми не маємо \
             грошей», — сказав він.|Було 5 тис. осіб.",
            5,
        ),
    ] {
        check(notation);
        let article = article(&notation.replace('|', " "));
        assert_eq!((article.language, article.notes.len()), (Language::Other, 1), "{:?}", article.notes);
        assert_eq!(segment(&article).len(), sentences);
    }
}

#[test]
fn german_and_french_have_other_stops() {
    let german = |notation| check_in(Language::German, notation);
    german("Am 8. November kam Dr. Berg, z. B. mit der 2. Klasse.|Es waren 18.|Danach ging er.");
    german("Das kostet 1,2 Mio. Euro, d. h. rund 3 Mrd. Kronen.|Um 18.30 Uhr war Schluss.");
    german("„Warum jetzt?“, fragte Anna Berg.|„Es war längst Zeit.“|Dann ging sie.");
    german(
        "»Warum nicht?«, fragte der Rat.|»Darum!«|Dann ging sie nach St. Georgen.|Das war am 12.|Danach kam niemand.",
    );
    german(
        "Im 19. Jahrhundert baute Heinrich VIII. die Brücke.|Die Nr. 10 ist zu, bzw. das Haus mit der Nr. 12.",
    );
    german(
        "Am Do., dem 3. Mai, kam sie wieder, u. a. mit Prof. Berg.|Danach war Schluss, usw.|Der Rest blieb.",
    );
    let french = |notation| check_in(Language::French, notation);
    french("M. Dupont et Mme Ruiz sont venus.|Le 1er mai, il a plu.|C’était bien.");
    french("« Pourquoi ? », a-t-il demandé.|« Parce que ! »|Puis il est parti.");
    french(
        "MM. Okoye et Berg sont venus.|« Nous n'avons pas d'argent.|C'est fini », a-t-il dit.|La ville attend.",
    );
    french("Il faut env. 10 % du budget, etc.|La rue est fermée.|Elle rouvre le 8 nov. avec M. P. Dupont.");
    french(
        "« Parce que c’est la loi ! »|Puis il est parti à 18 h 30.|La rue est vide… et puis il a plu.|Qui le savait ?|Personne.",
    );
    french("« Nous le regrettons.\u{a0}»|Elle est partie vers 280 av. J.-C. avec lui.");
}
