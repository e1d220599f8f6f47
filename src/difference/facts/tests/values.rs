//! Equal values written otherwise, and other values: a table for each language.
//!
//! Each line is put into one sentence; equal values must be nothing but the same, other
//! values must be altered, whichever side has which.

use crate::difference::facts::FactState;
use crate::difference::sample::Sample;
use crate::lexicon::Language;

/// The facts of the two words in one sentence on both sides, and of the mirror image.
fn states(language: Language, frame: &str, one: &str, two: &str) -> [Vec<FactState>; 2] {
    let of = |left: &str, right: &str| {
        let sample = Sample::of(language, &frame.replace('…', left), &frame.replace('…', right));
        sample.facts().iter().map(|fact| fact.state).collect::<Vec<_>>()
    };
    [of(one, two), of(two, one)]
}

#[track_caller]
fn check(language: Language, frame: &str, same: &[(&str, &str)], altered: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (one, two) in same {
        for states in states(language, frame, one, two) {
            if states.is_empty() || states.iter().any(|state| *state != FactState::Same) {
                wrong.push(format!("same: {one} = {two}: {states:?}"));
            }
        }
    }
    for (one, two) in altered {
        for states in states(language, frame, one, two) {
            if !states.contains(&FactState::Altered) {
                wrong.push(format!("altered: {one} ≠ {two}: {states:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const ENGLISH_SAME: &[(&str, &str)] = &[
    ("12 men", "twelve men"),
    ("25 basis points", "0.25 percentage points"),
    ("25bps", "0.25 percentage points"),
    ("2 1/2 years", "two and a half years"),
    ("2½ years", "2.5 years"),
    ("two-and-a-half years", "2.5 years"),
    ("2¾ miles", "2.75 miles"),
    ("two and three quarters", "2.75"),
    ("half of one percent", "0.5 percent"),
    ("a quarter of a percent", "0.25 percent"),
    ("half a percentage point", "0.5 percentage points"),
    ("1/2 percent", "0.5 percent"),
    ("an hour and a half", "90 minutes"),
    ("half an hour", "30 minutes"),
    ("a quarter of an hour", "15 minutes"),
    ("a year and a half", "18 months"),
    ("16 181 men", "16,181 men"),
    ("16'181 men", "16,181 men"),
    ("a dozen men", "12 men"),
    ("two dozen men", "24 men"),
    ("twenty-five men", "25 men"),
    ("1,200 men", "1200 men"),
    ("2.5 million men", "2,500,000 men"),
    ("2.5 million men", "2.5m men"),
    ("two hundred men", "200 men"),
    ("a hundred men", "100 men"),
    ("a million men", "1,000,000 men"),
    ("250,000 men", "two hundred and fifty thousand men"),
    ("a million and a half men", "1.5 million men"),
    ("$1.2m", "$1.2 million"),
    ("$1.2 million", "1.2 million dollars"),
    ("$1.2 million", "US$1.2 million"),
    ("£40bn", "40 billion pounds"),
    ("€5", "five euros"),
    ("50 cents", "$0.50"),
    ("50p", "50 pence"),
    ("50p", "£0.50"),
    ("C$5", "5 Canadian dollars"),
    ("65%", "65 percent"),
    ("65%", "65 per cent"),
    ("65 percent", "sixty-five per cent"),
    ("half of it", "50% of it"),
    ("a quarter of it", "25 percent of it"),
    ("three quarters of it", "75% of it"),
    ("two-thirds of it", "two thirds of it"),
    ("one in five men", "20% of men"),
    ("8 November", "November 8"),
    ("Nov. 8", "8 November"),
    ("Nov. 8, 2016", "8 November 2016"),
    ("November 8th", "8 November"),
    ("the 8th of November", "November 8"),
    ("2016-11-08", "8 November 2016"),
    ("11/8/2016", "8 November 2016"),
    ("8/11/2016", "8 November 2016"),
    ("11/8/2016", "2016-11-08"),
    ("25/12/2016", "December 25, 2016"),
    ("12/25/16", "December 25, 2016"),
    ("Nov. 8-10", "8-10 November"),
    ("8–10 Nov.", "November 8 to 10"),
    ("8 to 10 November", "8-10 November"),
    ("November", "last November"),
    ("in May 2016", "in May"),
    ("the 1990s", "the 1990s"),
    ("5 a.m.", "5am"),
    ("5 p.m.", "17:00"),
    ("noon", "12 p.m."),
    ("midnight", "12 a.m."),
    ("5:30 p.m.", "17:30"),
    ("5.30pm", "5:30 p.m."),
    ("10 to 15 days", "10-15 days"),
    ("between 10 and 15 days", "10 to 15 days"),
    ("£25,000 to £30,000", "£25,000-£30,000"),
    ("25 to 30 percent", "25%-30%"),
    ("25-30%", "25% to 30%"),
    ("$2-3 million", "$2 million to $3 million"),
    ("2 to 3 million men", "2 million to 3 million men"),
    ("more than 40 men", "over 40 men"),
    ("40-plus men", "at least 40 men"),
    ("40 men or more", "at least 40 men"),
    ("no more than 40 men", "at most 40 men"),
    ("up to 40 men", "at most 40 men"),
    ("not to exceed 72 hours", "at most 72 hours"),
    ("no fewer than 40 men", "at least 40 men"),
    ("fewer than 40 men", "less than 40 men"),
    ("nearly 40 men", "40 men"),
    ("almost 40 men", "nearly 40 men"),
    ("about 40 men", "40 men"),
    ("twice as many", "two times as many"),
    ("double the size", "twice the size"),
    ("tripled", "three times"),
    ("a ten years old boy", "a 10-year-old boy"),
    ("ten-year-old", "10-year-old"),
    ("after a year", "after one year"),
    ("an 11-4 vote", "eleven votes to four"),
    ("the third day", "the 3rd day"),
    ("minus 5 degrees", "−5 degrees"),
    ("minus five degrees", "-5 degrees"),
    ("minus five degrees", "five degrees below zero"),
    ("–0.3%", "minus 0.3 percent"),
    ("-$5m", "minus 5 million dollars"),
    ("+5 degrees", "5 degrees"),
    ("five degrees above zero", "5 degrees"),
    ("between three and nine degrees below zero", "between −3 and −9 degrees"),
    ("plus or minus 3 points", "3 points"),
    ("hundreds of men", "hundreds of men"),
    ("in the U.S.", "in the United States"),
    ("in Danang", "in Da Nang"),
    ("Prime Minister", "prime minister"),
    ("the CEO", "the chief executive"),
];

const ENGLISH_ALTERED: &[(&str, &str)] = &[
    ("12 men", "13 men"),
    ("25 basis points", "0.3 percentage points"),
    ("2 1/2 years", "three and a half years"),
    ("an hour and a half", "80 minutes"),
    ("twelve men", "20 men"),
    ("1,200 men", "12,000 men"),
    ("2.5 million men", "2.5 billion men"),
    ("$1.2m", "$1.3m"),
    ("$1.2m", "$1.2bn"),
    ("$5", "£5"),
    ("$5", "€5"),
    ("$12", "12"),
    ("65%", "56%"),
    ("5 percent", "5 percentage points"),
    ("a third of it", "a quarter of it"),
    ("two thirds of it", "four thirds of it"),
    ("November’s", "May’s"),
    ("8 November", "9 November"),
    ("8 November", "8 December"),
    ("November 2016", "November 2017"),
    ("in 2016", "in 2017"),
    ("on Friday", "on Saturday"),
    ("2016-11-08", "9 November 2016"),
    ("25/12/2016", "24 December 2016"),
    ("last week", "next week"),
    ("last week", "last month"),
    ("yesterday", "tomorrow"),
    ("5 a.m.", "5 p.m."),
    ("17:00", "18:00"),
    ("10 to 15 days", "10 to 16 days"),
    ("£25,000 to £30,000", "£25,000"),
    ("£25,000 to £30,000", "£30,000"),
    ("between 10 and 15 days", "15 days"),
    ("10-15 days", "10 days"),
    ("hundreds to the tens of thousands of men", "tens of thousands of men"),
    ("$2-3 million", "$3 million"),
    ("25-30%", "30%"),
    ("more than 40 men", "40 men"),
    ("40-plus men", "40 men"),
    ("up to 40 men", "40 men"),
    ("at least 40 men", "at most 40 men"),
    ("more than 40 men", "fewer than 40 men"),
    ("at most 72 hours", "less than 72 hours"),
    ("more than half of it", "half of it"),
    ("twice as many", "three times as many"),
    ("after a year", "after two years"),
    ("ten years old", "12-year-old"),
    ("the third day", "the fourth day"),
    ("minus 5 degrees", "5 degrees"),
    ("-5C", "5C"),
    ("−0.3%", "0.3%"),
    ("minus five", "five"),
    ("minus five", "plus five"),
    ("-$5m", "$5m"),
    ("five degrees below zero", "five degrees above zero"),
    ("five below zero", "five"),
    ("in Lisbon", "in Vienna"),
    ("the mayor", "the governor"),
];

const GERMAN_SAME: &[(&str, &str)] = &[
    ("12 Männer", "zwölf Männer"),
    ("25 Basispunkte", "0,25 Prozentpunkte"),
    ("zweieinhalb Jahre", "2,5 Jahre"),
    ("anderthalb Jahre", "18 Monate"),
    ("eineinhalb Millionen Euro", "1,5 Millionen Euro"),
    ("ein halbes Jahr", "sechs Monate"),
    ("eine halbe Stunde", "30 Minuten"),
    ("ein halbes Prozent", "0,5 Prozent"),
    ("1.200 Männer", "1200 Männer"),
    ("2,5 Millionen Männer", "2.500.000 Männer"),
    ("2,5 Mio. Euro", "2,5 Millionen Euro"),
    ("65 %", "65 Prozent"),
    ("fünf Euro", "5 €"),
    ("8. November", "8. Nov."),
    ("8.11.2016", "8. November 2016"),
    ("mehr als 40 Männer", "über 40 Männer"),
    ("höchstens 40 Männer", "maximal 40 Männer"),
    ("mindestens 40 Männer", "wenigstens 40 Männer"),
    ("10 bis 15 Tage", "10–15 Tage"),
    ("zwischen 10 und 15 Tage", "10 bis 15 Tage"),
    ("doppelt so viele", "zweimal so viele"),
    ("letzte Woche", "vergangene Woche"),
    ("fast 40 Männer", "40 Männer"),
    ("die Hälfte davon", "50 Prozent davon"),
    ("ein Drittel davon", "ein Drittel davon"),
    ("zwei Drittel davon", "2/3 davon"),
    ("gestern", "gestern"),
    ("zwei Jahre", "24 Monate"),
    ("drei Jahrzehnte", "30 Jahre"),
    ("zwei Wochen", "14 Tage"),
    ("minus 5 Grad", "−5 Grad"),
    ("minus fünf Grad", "fünf Grad unter null"),
    ("fünf Grad über null", "5 Grad"),
];

const GERMAN_ALTERED: &[(&str, &str)] = &[
    ("12 Männer", "13 Männer"),
    ("2,5 Millionen Männer", "2,5 Milliarden Männer"),
    ("65 %", "56 %"),
    ("8. November", "9. November"),
    ("8.11.2016", "9. November 2016"),
    ("am Freitag", "am Samstag"),
    ("letzte Woche", "nächste Woche"),
    ("mehr als 40 Männer", "40 Männer"),
    ("bis zu 40 Männer", "40 Männer"),
    ("10 bis 15 Tage", "10 Tage"),
    ("zwischen 10 und 15 Tage", "15 Tage"),
    ("5 Euro", "5 Dollar"),
    ("doppelt so viele", "dreimal so viele"),
    ("nach einem Jahr", "nach zwei Jahren"),
    ("minus fünf Grad", "fünf Grad"),
    ("−0,3 Prozent", "0,3 Prozent"),
    ("fünf Grad unter null", "fünf Grad"),
];

const FRENCH_SAME: &[(&str, &str)] = &[
    ("12 hommes", "douze hommes"),
    ("25 points de base", "0,25 point de pourcentage"),
    ("deux ans et demi", "2,5 ans"),
    ("un an et demi", "18 mois"),
    ("une heure et demie", "90 minutes"),
    ("un million et demi d’euros", "1,5 million d’euros"),
    ("2,5 millions d’euros", "2 500 000 euros"),
    ("65 %", "65 pour cent"),
    ("8 novembre", "8 nov."),
    ("8/11/2016", "8 novembre 2016"),
    ("au moins 40 hommes", "40 hommes au moins"),
    ("au plus 40 hommes", "au maximum 40 hommes"),
    ("de 10 à 15 jours", "10 à 15 jours"),
    ("entre 10 et 15 jours", "10 à 15 jours"),
    ("deux fois plus", "le double"),
    ("la semaine dernière", "la semaine passée"),
    ("près de 40 hommes", "40 hommes"),
    ("la moitié", "50 %"),
    ("un tiers", "un tiers"),
    ("cinq euros", "5 €"),
    ("deux ans", "24 mois"),
    ("deux semaines", "14 jours"),
    ("moins 5 degrés", "−5 degrés"),
    ("moins cinq degrés", "cinq degrés au-dessous de zéro"),
];

const FRENCH_ALTERED: &[(&str, &str)] = &[
    ("12 hommes", "13 hommes"),
    ("2,5 millions d’euros", "2,5 milliards d’euros"),
    ("65 %", "56 %"),
    ("8 novembre", "9 novembre"),
    ("lundi", "mardi"),
    ("la semaine dernière", "la semaine prochaine"),
    ("plus de 40 hommes", "40 hommes"),
    ("jusqu’à 40 hommes", "40 hommes"),
    ("au moins 40 hommes", "40 hommes"),
    ("40 hommes au plus", "40 hommes"),
    ("au moins 40 hommes", "au plus 40 hommes"),
    ("entre 10 et 15 jours", "15 jours"),
    ("10 à 15 jours", "10 jours"),
    ("5 euros", "5 dollars"),
    ("deux fois plus", "trois fois plus"),
    ("moins cinq degrés", "cinq degrés"),
    ("−0,3 %", "0,3 %"),
    ("cinq degrés sous zéro", "cinq degrés"),
];

#[test]
fn english_values() {
    check(Language::English, "They said it was … in the end.", ENGLISH_SAME, ENGLISH_ALTERED);
}

#[test]
fn german_values() {
    check(Language::German, "Sie sagten, es seien … gewesen.", GERMAN_SAME, GERMAN_ALTERED);
}

#[test]
fn french_values() {
    check(Language::French, "Ils ont dit que c’était … enfin.", FRENCH_SAME, FRENCH_ALTERED);
}

#[test]
fn a_weekday_is_the_date_where_the_day_of_writing_is_known() {
    let state = |head: &str, one: &str, two: &str| {
        let text = |day: &str| format!("{head}\nThey met {day} in the end.");
        let sample = Sample::new(&text(one), &text(two)).with_datelines();
        sample.facts().last().map(|fact| fact.state)
    };
    let head = "Nov. 8, 2016";
    assert_eq!(state(head, "on Tuesday", "on Nov. 8"), Some(FactState::Same));
    assert_eq!(state(head, "yesterday", "on Monday"), Some(FactState::Same));
    assert_eq!(state(head, "on Tuesday", "on Nov. 9"), Some(FactState::Altered));
    assert_eq!(state("The harbor", "on Tuesday", "on Nov. 8"), Some(FactState::RightOnly));
}
