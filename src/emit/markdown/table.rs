//! Pipe tables that are tables in plain text too: every column as wide as its widest cell.

use unicode_width::UnicodeWidthStr;

/// A column is not widened beyond this for one long cell: the row of that cell sticks out, the others stay readable.
const WIDEST_COLUMN: usize = 48;
/// A delimiter row needs three dashes to be one everywhere.
const NARROWEST_COLUMN: usize = 3;

/// Writes a table. All cells are Markdown already; rows shorter than the head are filled with empty cells.
pub fn write(head: &[String], rows: &[Vec<String>], out: &mut String) {
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column)).chain(head.get(column));
            let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
            widest.clamp(NARROWEST_COLUMN, WIDEST_COLUMN)
        })
        .collect();
    row(head, &widths, out);
    let dashes: Vec<String> = widths.iter().map(|&width| "-".repeat(width)).collect();
    row(&dashes, &widths, out);
    for cells in rows {
        row(cells, &widths, out);
    }
}

fn row(cells: &[String], widths: &[usize], out: &mut String) {
    out.push('|');
    for (column, &width) in widths.iter().enumerate() {
        let cell = cells.get(column).map(String::as_str).unwrap_or_default();
        out.push(' ');
        out.push_str(cell);
        out.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width())));
        out.push_str(" |");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_by_what_is_seen() {
        let cells = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let mut out = String::new();
        write(&cells(&["Movement", "Done"]), &[cells(&["深蹲", "☐☐"]), cells(&["e\u{301}cart"])], &mut out);
        assert_eq!(
            out,
            "| Movement | Done |\n| -------- | ---- |\n| 深蹲     | ☐☐   |\n| e\u{301}cart    |      |\n"
        );
    }
}
