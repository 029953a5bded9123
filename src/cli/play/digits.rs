//! Large digits, drawn from a table of points.

/// How many points high a digit is.
const POINTS_HIGH: usize = 5;

/// How large digits are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Plain text, one row.
    Text,
    /// Two points in a row, one above the other.
    Half,
    /// This many rows for each point, and twice as many columns, since a row is about twice as high as a column is
    /// wide.
    Times(usize),
}

impl Size {
    /// Returns the height of a line of digits, in rows.
    pub fn rows(self) -> usize {
        match self {
            Size::Text => 1,
            Size::Half => POINTS_HIGH.div_ceil(2),
            Size::Times(times) => POINTS_HIGH * times,
        }
    }

    /// Returns the width of a text in columns; `None` if it contains a character that has no points.
    pub fn columns(self, text: &str) -> Option<usize> {
        if self == Size::Text {
            return Some(text.chars().count());
        }
        let widths: Option<Vec<usize>> = text.chars().map(|sign| Some(points(sign)?[0].len())).collect();
        let widths = widths?;
        let gaps = widths.len().saturating_sub(1);
        Some((widths.iter().sum::<usize>() + gaps) * self.point_columns())
    }

    fn point_columns(self) -> usize {
        match self {
            Size::Text | Size::Half => 1,
            Size::Times(times) => 2 * times,
        }
    }
}

/// Draws a text, one string for each row. Characters that have no points are left out.
pub fn draw(text: &str, size: Size) -> Vec<String> {
    let signs: Vec<&[&str; POINTS_HIGH]> = text.chars().filter_map(points).collect();
    let row = |high: usize| signs.iter().map(|sign| sign[high]).collect::<Vec<_>>().join(" ");
    let rows: Vec<String> = (0..POINTS_HIGH).map(row).collect();
    match size {
        Size::Text => vec![text.to_owned()],
        Size::Half => rows
            .chunks(2)
            .map(|pair| {
                let lower = pair.get(1).map_or("", String::as_str).chars().chain(std::iter::repeat(' '));
                pair[0].chars().zip(lower).map(|(upper, lower)| half_block(upper, lower)).collect()
            })
            .collect(),
        Size::Times(times) => rows
            .iter()
            .flat_map(|row| {
                let wide: String = row.chars().flat_map(|point| [block(point)].repeat(2 * times)).collect();
                vec![wide; times]
            })
            .collect(),
    }
}

fn block(point: char) -> char {
    if point == ' ' { ' ' } else { '█' }
}

fn half_block(upper: char, lower: char) -> char {
    match (upper != ' ', lower != ' ') {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

fn points(sign: char) -> Option<&'static [&'static str; POINTS_HIGH]> {
    Some(match sign {
        '0' => &["###", "# #", "# #", "# #", "###"],
        '1' => &[" # ", "## ", " # ", " # ", "###"],
        '2' => &["###", "  #", "###", "#  ", "###"],
        '3' => &["###", "  #", "###", "  #", "###"],
        '4' => &["# #", "# #", "###", "  #", "  #"],
        '5' => &["###", "#  ", "###", "  #", "###"],
        '6' => &["###", "#  ", "###", "# #", "###"],
        '7' => &["###", "  #", "  #", "  #", "  #"],
        '8' => &["###", "# #", "###", "# #", "###"],
        '9' => &["###", "# #", "###", "  #", "###"],
        ':' => &[" ", "#", " ", "#", " "],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_take_the_room_they_say() {
        for size in [Size::Text, Size::Half, Size::Times(1), Size::Times(3)] {
            let drawn = draw("1:02:38", size);
            assert_eq!(drawn.len(), size.rows(), "{size:?}");
            let columns = size.columns("1:02:38").unwrap();
            assert!(drawn.iter().all(|row| row.chars().count() == columns), "{size:?}: {drawn:#?}");
        }
    }

    #[test]
    fn all_digits_differ_in_each_size() {
        for size in [Size::Half, Size::Times(1)] {
            let drawn: Vec<_> = ('0'..='9').map(|digit| draw(&digit.to_string(), size)).collect();
            for (at, one) in drawn.iter().enumerate() {
                assert!(!drawn[..at].contains(one), "{at} looks like another in {size:?}");
            }
        }
    }

    #[test]
    fn small_digits_look_like_digits() {
        assert_eq!(draw("0:27", Size::Half).join("\n"), "█▀█ ▄ ▀▀█ ▀▀█\n█ █ ▄ █▀▀   █\n▀▀▀   ▀▀▀   ▀");
    }
}
