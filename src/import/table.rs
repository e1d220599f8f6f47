//! Rows of tables.

use super::document::Part;

/// The parts of a row: one line if its cells have one paragraph each.
pub(super) fn row(cells: Vec<Vec<Part>>) -> Vec<Part> {
    let cells: Vec<Vec<Part>> = cells
        .into_iter()
        .map(|cell| cell.into_iter().filter(|part| !part.text.is_empty()).collect())
        .filter(|cell: &Vec<Part>| !cell.is_empty())
        .collect();
    let is_line = cells.len() > 1 && cells.iter().all(|cell| cell.len() == 1 && cell[0].label.is_none());
    if !is_line {
        return cells.into_iter().flatten().collect();
    }
    let texts: Vec<&str> = cells.iter().flatten().map(|part| part.text.as_str()).collect();
    vec![Part::new(&texts.join("\t"))]
}
