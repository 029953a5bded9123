//! Tables of comma-separated values: what is between the values, the header, and rows with the lines that they are in.

use csv::{Reader, ReaderBuilder, StringRecord};

/// What stands between values. Spreadsheets and apps in languages with decimal commas write semicolons.
pub const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The rows of a text, one after the other.
pub struct Rows<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    record: StringRecord,
    /// How far lines were counted, and how many there are up to there.
    counted: (usize, usize),
}

impl<'t> Rows<'t> {
    /// Begins at the first row.
    pub fn new(text: &'t str, separator: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(separator);
        let reader = builder.from_reader(text.as_bytes());
        Self { text, reader, record: StringRecord::new(), counted: (0, 1) }
    }

    /// Returns the next row, and the line that it begins in. Empty lines are no rows.
    pub fn next(&mut self) -> Option<(usize, &StringRecord)> {
        // A text in memory can neither fail to be read nor turn out not to be UTF-8.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        let bytes = self.text.as_bytes();
        let from = self.record.position().map_or(0, |place| place.byte() as usize);
        // The reader stops between the two signs of a line end, and before empty lines.
        let is_blank = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = from + bytes.get(from..).unwrap_or_default().iter().take_while(is_blank).count();
        let passed = bytes.get(self.counted.0..start).unwrap_or_default();
        self.counted = (start, self.counted.1 + passed.iter().filter(|&&byte| byte == b'\n').count());
        Some((self.counted.1, &self.record))
    }

    /// Returns the line of the last row if a quote in it is not closed, so that it goes on to the end of the text.
    pub fn open_quote(&self) -> Option<usize> {
        let last = self.text.get(self.counted.0..)?.trim_end();
        let quotes = last.bytes().filter(|&byte| byte == b'"').count();
        (quotes % 2 == 1 && last.contains('\n')).then_some(self.counted.1)
    }
}

/// Returns a table without a first line such as `sep=;`, which tells a spreadsheet what is between values. Its line end
/// stays, so that lines are counted right.
pub fn without_separator_line(text: &str) -> &str {
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    let word = first.trim().trim_matches('"').to_ascii_lowercase();
    let is_one = word.strip_prefix("sep=").is_some_and(|sign| sign.chars().count() == 1);
    if is_one { text.get(first.len()..).unwrap_or_default() } else { text }
}

/// The names of columns, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header(Vec<String>);

impl Header {
    /// Reads a row of names.
    pub fn of(record: &StringRecord) -> Self {
        Self(record.iter().map(|cell| cell.trim().to_lowercase()).collect())
    }

    /// Returns the place of the first of some columns that is there.
    pub fn place(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.0.iter().position(|own| own == name))
    }

    /// Returns the place of a column whose name may end in a unit, and the unit: `weight (kg)`.
    pub fn with_unit(&self, name: &str) -> Option<(usize, Option<&str>)> {
        self.0.iter().enumerate().find_map(|(place, own)| {
            let rest = own.strip_prefix(name)?.trim_start();
            let unit = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            (rest.is_empty() || unit.is_some()).then_some((place, unit))
        })
    }

    /// Tells whether all these columns are there.
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.place(&[name]).is_some())
    }
}

/// Returns a cell without the blanks around it. A row may end early.
pub fn cell(record: &StringRecord, place: Option<usize>) -> &str {
    place.and_then(|place| record.get(place)).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_their_lines_whatever_ends_them() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "1,\"x", "y\"", "2,z"].join(end);
            let mut rows = Rows::new(&text, b',');
            let mut lines = Vec::new();
            while let Some((line, record)) = rows.next() {
                lines.push((line, record.len()));
            }
            assert_eq!(lines, [(1, 2), (3, 2), (5, 2)], "{end:?}");
        }
    }

    #[test]
    fn quotes_inside_a_value_are_values() {
        let mut rows = Rows::new("Box Jump (24\"),5\n", b',');
        let (_, record) = rows.next().unwrap();
        assert_eq!(cell(record, Some(0)), "Box Jump (24\")");
        assert_eq!(cell(record, Some(7)), "");
    }

    #[test]
    fn a_quote_that_is_not_closed_is_noticed() {
        let open_quote = |text: &str| {
            let mut rows = Rows::new(text, b',');
            while rows.next().is_some() {}
            rows.open_quote()
        };
        assert_eq!(open_quote("a,b\n1,\"x\n2,y\n3,z\n"), Some(2));
        assert_eq!(open_quote("a,b\n1,\"x\ny\"\n"), None);
        assert_eq!(open_quote("a,b\n1,Box Jump (24\")\n"), None);
        assert_eq!(open_quote(""), None);
    }

    #[test]
    fn a_line_for_spreadsheets_is_passed_over() {
        assert_eq!(without_separator_line("sep=;\r\na;b\r\n"), "\r\na;b\r\n");
        assert_eq!(without_separator_line("separator,b\n"), "separator,b\n");
    }

    #[test]
    fn units_are_in_the_names_of_columns() {
        let header = Header::of(&StringRecord::from(vec!["Weight Unit", "Weight (lbs)", "Distance"]));
        assert_eq!(header.with_unit("weight"), Some((1, Some("lbs"))));
        assert_eq!(header.with_unit("distance"), Some((2, None)));
        assert_eq!(header.with_unit("reps"), None);
    }
}
