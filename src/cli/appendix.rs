//! The text below the options in the help: examples, the kinds of difference, the exit status.

use super::explain;
use crate::difference::{DifferenceKind, Kinds};

/// Common examples.
pub(super) const EXAMPLES: &str = "\
Examples:
  pressdiff wire.txt ours.txt                   walk the differences on the screen
  pressdiff wire.txt ours.txt --format text     print what differs, in plain words
  pressdiff wire.txt ours.txt -o review.html    write a marked-up copy; the extension names the format
  pbpaste | pressdiff wire.txt -                take one article from standard input
  pressdiff wire.txt ours.txt --only altered-quotation,number
  pressdiff wire.txt ours.txt --fail-on altered-quotation,name --format json > report.json";

/// The meaning of the exit status.
pub(super) const EXIT_STATUS: &str = "\
Exit status:
  0  done
  1  there are differences, and --exit-code or --fail-on asked for them
  2  something went wrong; one sentence on standard error says what to do";

/// The text below the options in the long help.
pub(super) fn appendix() -> String {
    format!("{EXAMPLES}\n\n{}\n{EXIT_STATUS}", kinds_of_difference())
}

/// Each kind with its description.
pub(super) fn kinds_of_difference() -> String {
    let width = DifferenceKind::ALL.iter().map(|kind| kind.name().len()).max().unwrap_or_default();
    let line = |kind: &DifferenceKind| format!("  {:width$}  {}\n", kind.name(), kind.doc());
    let kinds: String = DifferenceKind::ALL.iter().map(line).collect();
    let rules: Vec<String> =
        Kinds::rules().map(|rule| format!("{} ({})", rule.name, explain::kinds(rule))).collect();
    let lines: Vec<String> = rules.chunks(4).map(|line| format!("  {}", line.join(", "))).collect();
    let lines = lines.join(",\n");
    format!("Kinds of difference:\n{kinds}\nOr a single rule, of the kind in brackets:\n{lines}\n")
}
