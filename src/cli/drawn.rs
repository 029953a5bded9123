//! Figures in a terminal: two square dots a character, one over the other.

use std::fmt::Write as _;

use crate::emit::figure::Drawn;
use crate::figure::{Form, Ink, Mark, Point};

/// The most characters that a line of a figure has.
const MOST_WIDE: u16 = 76;

/// What a dot shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dot {
    /// Nothing, or the edge that parts a limb from what is behind it.
    Empty,
    /// The body.
    Dark,
    /// The far side of it, or an earlier pose.
    Light,
    Thing,
    LightThing,
    Water,
    Arrow,
}

impl Dot {
    fn of(mark: &Mark) -> Self {
        match (mark.ink, mark.is_light) {
            (Ink::Edge, _) => Self::Empty,
            (Ink::Near, false) => Self::Dark,
            (Ink::Near, true) | (Ink::Far | Ink::Floor, _) => Self::Light,
            (Ink::Thing, false) => Self::Thing,
            (Ink::Thing, true) => Self::LightThing,
            (Ink::Water, _) => Self::Water,
            (Ink::Arrow, _) => Self::Arrow,
        }
    }

    /// Returns its colour, as terminals number it: the body in that of the text, whatever the ground.
    fn colour(self) -> &'static str {
        match self {
            Self::Empty | Self::Dark => "9",
            Self::Light => "8;5;245",
            Self::Thing => "8;5;208",
            Self::LightThing => "8;5;180",
            Self::Water | Self::Arrow => "8;5;39",
        }
    }

    /// Tells whether it is seen where there are no colours.
    fn is_plain(self) -> bool {
        matches!(self, Self::Dark | Self::Thing | Self::Water | Self::Arrow)
    }
}

/// Draws a figure in at most so many lines.
pub fn drawn(figure: &Drawn, lines: u16, in_colour: bool) -> String {
    let canvas = figure.canvas();
    let (wide, high) = (canvas.width(), canvas.high.y - canvas.low.y);
    let dot = (high / f64::from(2 * lines)).max(wide / f64::from(MOST_WIDE));
    let count = |length: f64| (length / dot).ceil().clamp(1.0, f64::from(2 * MOST_WIDE)) as u16;
    let (columns, rows) = (count(wide), count(high).next_multiple_of(2));
    let at = |column: u16, row: u16| {
        let right = canvas.low.x + (f64::from(column) + 0.5) * dot;
        let down = canvas.high.y - (f64::from(row) + 0.5) * dot;
        dot_at(&canvas.marks, Point::new(right, down), dot)
    };
    let mut text = String::new();
    for row in (0..rows).step_by(2) {
        let mut line = String::new();
        for column in 0..columns {
            let pair = (at(column, row), at(column, row + 1));
            if in_colour { in_colours(pair, &mut line) } else { line.push(in_shades(pair)) }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// Returns what is at a point: the last mark that covers it. No line is thinner than a dot.
fn dot_at(marks: &[Mark], point: Point, dot: f64) -> Dot {
    let covers = |mark: &&Mark| match &mark.form {
        Form::Line { points, width } => {
            let reach = (width / 2.0).max(0.45 * dot);
            points.windows(2).any(|ends| distance(point, ends[0], ends[1]) <= reach)
        }
        Form::Disc { middle, radius } => (point - *middle).length() <= radius.max(0.45 * dot),
        Form::Ring { middle, radius, width } => {
            ((point - *middle).length() - radius).abs() <= (width / 2.0).max(0.45 * dot)
        }
    };
    marks.iter().rev().find(covers).map_or(Dot::Empty, Dot::of)
}

/// Returns how far a point is from a line between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (way, offset) = (to - from, point - from);
    let squared = way.x * way.x + way.y * way.y;
    let share = if squared < 1e-12 { 0.0 } else { (offset.x * way.x + offset.y * way.y) / squared };
    (offset - way * share.clamp(0.0, 1.0)).length()
}

/// Writes two dots in their colours. After them, text has its own again.
fn in_colours((upper, lower): (Dot, Dot), line: &mut String) {
    let _ = match (upper, lower) {
        (Dot::Empty, Dot::Empty) => write!(line, " "),
        (upper, Dot::Empty) => write!(line, "\x1b[3{}m▀\x1b[0m", upper.colour()),
        (Dot::Empty, lower) => write!(line, "\x1b[3{}m▄\x1b[0m", lower.colour()),
        (upper, lower) if upper == lower => write!(line, "\x1b[3{}m█\x1b[0m", upper.colour()),
        // The colour of text is none that a ground can have.
        (Dot::Dark, lower) => write!(line, "\x1b[39;4{}m▀\x1b[0m", lower.colour()),
        (upper, lower) => write!(line, "\x1b[3{};4{}m▄\x1b[0m", lower.colour(), upper.colour()),
    };
}

/// Returns the character for two dots without colours.
fn in_shades((upper, lower): (Dot, Dot)) -> char {
    match (upper.is_plain(), lower.is_plain()) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) if upper == Dot::Empty && lower == Dot::Empty => ' ',
        (false, false) => '░',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use crate::emit::figure::Picture;

    fn figure(name: &str) -> Drawn {
        let movement = catalog::look_up(name).unwrap();
        Picture::of(&movement).and_then(|picture| picture.drawn()).unwrap()
    }

    #[test]
    fn a_squat_is_seen_without_colours() {
        insta::assert_snapshot!(drawn(&figure("goblet squat"), 16, false));
    }

    #[test]
    fn a_figure_keeps_to_its_lines_and_columns() {
        for name in ["goblet squat", "push-up", "hang", "devil's press", "walking lunge"] {
            for lines in [4, 8, 20] {
                let text = drawn(&figure(name), lines, false);
                assert!(text.lines().count() <= usize::from(lines) + 1, "{name}");
                assert!(text.lines().all(|line| line.chars().count() <= usize::from(MOST_WIDE)), "{name}");
            }
        }
    }

    #[test]
    fn every_colour_is_taken_back() {
        let text = drawn(&figure("push-up"), 12, true);
        assert!(
            text.lines().all(|line| line.matches("\x1b[0m").count() * 2 == line.matches("\x1b[").count())
        );
    }
}
