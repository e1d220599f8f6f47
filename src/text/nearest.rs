//! Suggests the known name nearest to an unknown one.

/// The known name most similar to `name`; the first of equally similar ones.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for known in known {
        let alike = strsim::jaro_winkler(&name, known);
        if best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, known));
        }
    }
    best.filter(|(alike, _)| *alike > 0.0).map(|(_, name)| name)
}

/// The message about an unknown name: `there is no setting themee; the nearest is theme`.
pub fn unknown<'a>(kind: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    match nearest(name, known) {
        Some(near) => format!("there is no {kind} {name}; the nearest is {near}"),
        None => format!("there is no {kind} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered() {
        assert_eq!(nearest("themee", ["color", "theme"]), Some("theme"));
        assert_eq!(nearest("NextDifference", ["next-quotation", "next-difference"]), Some("next-difference"));
        assert_eq!(nearest("", ["theme"]), None);
        assert_eq!(
            unknown("setting", "colour", ["color"]),
            "there is no setting colour; the nearest is color"
        );
    }
}
