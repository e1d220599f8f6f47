//! A number differs: *12 people were hurt* became *15 people were hurt.*

use super::altered_value::AlteredValue;
use super::evidence::Word;
use super::rule::{Find, Rule, Yields};
use crate::difference::{Bound, DifferenceKind, FactKind, FactValue, Severity};
use crate::lexicon::WordClass;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "number",
    doc: "A number differs; what one side rounds or counts roughly is a prompt.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::High,
    purpose: "Nothing is easier to mistype and nothing is quoted further: a count of the hurt, an age, a score.",
    before: "Some 12 people were hurt when the ferry sank.",
    after: "Some 15 people were hurt when the ferry sank.",
    finds: "Another count, measure, age, score, end of a range, fraction or place in an order where nothing else was rewritten; digits and words alike.",
    leaves: "Equal values in other dress: 12, twelve and a dozen; 1.2 million and 1,200,000; half and 50%. Numbers that only one side has. Years and times, which have rules of their own.",
    weight: "High where next to nothing else was rewritten in its place; medium where one side rounds (“more than 3,200” for 3,274) or counts roughly (“dozens”).",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Number, severity),
};

pub(super) fn severity(value: &AlteredValue<'_>) -> Option<Severity> {
    let Pair { left, right } = value.mentions;
    if left.value == right.value {
        // *more than 40*, *at least 40*
        if left.bound.is_lower() && right.bound.is_lower() || left.bound.is_upper() && right.bound.is_upper()
        {
            return Some(Severity::Low);
        }
        // *at least*, *at most*: the rule on quantifiers says how they differ
        let has_quantifier =
            |side: Side| value.mentions[side].bound != Bound::Exact && is_quantified(value, side);
        return (!Side::BOTH.into_iter().all(has_quantifier)).then_some(Severity::Medium);
    }
    let is_sure = value.is_alone
        && !value.is_bounded()
        && !value.is_vague()
        && !is_rounding(value)
        && !counts_other_units(value);
    Some(if is_sure { Severity::High } else { Severity::Medium })
}

/// Whether a bound is also a quantifier: *at most 40* is, *under 40* is not.
fn is_quantified(value: &AlteredValue<'_>, side: Side) -> bool {
    let own = &value.bead.sides[side];
    let mut words = own.words_in(value.spans[side]).iter();
    words.any(|(_, folded)| own.lexicon.quantifiers.contains(folded) || own.lexicon.quantifiers.opens(folded))
}

/// *One week* for *ten days*: the numbers differ, the lengths may not.
fn counts_other_units(value: &AlteredValue<'_>) -> bool {
    let units = value.bead.sides.as_ref().zip(value.mentions).map(|(own, mention)| {
        let (_, next) = own.words.iter().find(|(token, _)| token.word.start() >= mention.span.end())?;
        own.lexicon.units.get(next)
    });
    units.both().is_some_and(|units| units.left != units.right)
}

/// Whether one side says *about* or *more than* before a figure within a tenth of the other’s: 3,200 for
/// 3,274, not 40 for 50.
fn is_rounding(value: &AlteredValue<'_>) -> bool {
    let amounts = value.mentions.map(|mention| {
        if let FactValue::Times(count) = mention.value {
            Some(count as f64)
        } else {
            Some(mention.value.figure()?.as_float())
        }
    });
    let Some(amounts) = amounts.both() else { return false };
    let is_near = (amounts.left - amounts.right).abs() <= 0.1 * amounts.left.max(amounts.right);
    is_near
        && Side::BOTH.into_iter().any(|side| {
            let (own, span) = (&value.bead.sides[side], value.mentions[side].span);
            let at = own.words.partition_point(|(token, _)| token.word.end() <= span.start());
            let is_rough = |(_, folded): &Word<'_>| own.lexicon.around_numbers.has(folded, WordClass::Rough);
            own.words[at.saturating_sub(1)..at].iter().any(is_rough)
        })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_number_is_high_and_nothing_else_is_said() {
        check("Some 12 people were hurt.", "Some 15 people were hurt.", &["high number [-12-]{+15+}"]);
        check("Some 2-1 it was.", "Some 2-0 it was.", &["high number [-1-]{+0+}"]);
    }

    #[test]
    fn a_rounded_number_is_a_prompt() {
        check("It took 3,274 men.", "It took more than 3,200 men.", &["medium number [-3,274-]{+3,200+}"]);
    }

    #[test]
    fn a_bound_turned_round_is_a_prompt() {
        check("It cost over 40 men.", "It cost about 40 men.", &["medium number [-over 40-]{+about 40+}"]);
        check("It cost over 40 men.", "It cost under 40 men.", &["medium number [-over 40-]{+under 40+}"]);
    }

    #[test]
    fn the_same_value_in_another_form_is_no_difference() {
        check("It cost $1.2m to build.", "It cost 1.2 million dollars to build.", &[]);
        check("They meet on Nov. 8 in Oslo.", "They meet on 8 November in Oslo.", &[]);
    }
}
