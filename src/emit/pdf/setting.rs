//! How wide texts are, and where their lines end: the pages of a plan are laid out before they are set, so that what
//! belongs on one page is on one page.

use std::sync::OnceLock;

use serde::Serialize;
use typst::layout::Abs;
use typst::text::{FontInstance, FontVariant, FontVariations};

use super::letters::Fonts;

/// How much narrower than its room a line is at most: pairs of letters may be set a little wider than each of them is.
const SAFE: f64 = 0.985;
/// The width of a letter that is not in our fonts, and of the code that may be printed in its place.
const FOREIGN: f64 = 1.0;
/// From the foot of one line to that of the next, for letters of a size of 1.
pub const LINE: f64 = 1.22;
/// Printed where the rest of a text is left out.
const CUT: &str = "…";

/// The look of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As most text.
    Plain,
    /// Bold, as titles.
    Bold,
    /// Lighter, as what is less important.
    Soft,
}

impl From<Look> for u8 {
    fn from(look: Look) -> Self {
        match look {
            Look::Plain => 0,
            Look::Bold => 1,
            Look::Soft => 2,
        }
    }
}

/// A piece of a line.
pub type Run = (Look, String);

/// A line, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(Vec<Run>);

impl Line {
    /// Returns a line of one piece.
    pub fn of(look: Look, text: impl Into<String>) -> Self {
        Self(vec![(look, text.into())])
    }

    fn width(&self) -> f64 {
        self.0.iter().map(|(look, text)| width(text, *look)).sum()
    }
}

/// A piece of a line as a template has it: what it looks like, whether a blank is before it, and its words. Blanks at
/// the ends of texts would be lost on the way.
#[derive(Serialize)]
struct Piece<'t>(u8, bool, &'t str);

impl Serialize for Line {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut is_apart = false;
        let pieces = self.0.iter().filter_map(|(look, text)| {
            let before = is_apart || text.starts_with(' ');
            is_apart = text.ends_with(' ') || (before && text.trim().is_empty());
            let words = text.trim_matches(' ');
            (!words.is_empty()).then_some(Piece((*look).into(), before, words))
        });
        serializer.collect_seq(pieces)
    }
}

/// Returns how wide a text is in letters of a size of 1.
pub fn width(text: &str, look: Look) -> f64 {
    text.chars().map(|letter| advance(letter, look)).sum()
}

fn advance(letter: char, look: Look) -> f64 {
    static ASCII: OnceLock<[[f64; 128]; 2]> = OnceLock::new();
    let bold = usize::from(look == Look::Bold);
    let table = ASCII.get_or_init(|| {
        [Look::Plain, Look::Bold].map(|look| {
            std::array::from_fn(|code| u8::try_from(code).map_or(0.0, |code| looked_up(code.into(), look)))
        })
    });
    match table[bold].get(letter as usize) {
        Some(&width) => width,
        None => looked_up(letter, look),
    }
}

fn looked_up(letter: char, look: Look) -> f64 {
    static PLAIN_AND_BOLD: OnceLock<Vec<FontInstance>> = OnceLock::new();
    let fonts = PLAIN_AND_BOLD.get_or_init(|| {
        // Ours begin with these.
        let ours = [0, 1].into_iter().filter_map(|place| Fonts::ours().font(place));
        let usual = FontVariations::default();
        ours.map(|font| font.instantiate(FontVariant::default(), Abs::pt(10.0), &usual)).collect()
    });
    let of = |place: usize| {
        let font = fonts.get(place)?;
        let glyph = font.ttf().glyph_index(letter)?;
        Some(font.x_advance(glyph.0)?.get())
    };
    of(usize::from(look == Look::Bold)).unwrap_or(FOREIGN)
}

/// Breaks runs into lines of at most this width, in letters of a size of 1.
pub fn lines(runs: &[Run], room: f64) -> Vec<Line> {
    let room = room * SAFE;
    let mut lines: Vec<Line> = vec![Line::default()];
    let mut left = room;
    for (look, text) in runs {
        // What belongs together stays together where a line has room for it.
        let parted = |word| {
            let is_wide = width(word, *look) > room;
            word.split(move |letter| is_wide && letter == '\u{A0}')
        };
        for (nth, word) in text.split(' ').flat_map(parted).enumerate() {
            let space = if nth > 0 { advance(' ', *look) } else { 0.0 };
            let wide = width(word, *look);
            let is_first = left >= room;
            if !is_first && space + wide > left && (nth > 0 || wide <= room) {
                lines.push(Line::default());
                left = room;
            } else if space > 0.0 && !is_first {
                put(&mut lines, *look, " ");
                left -= space;
            }
            for piece in pieces(word, *look, left, room) {
                let wide = width(&piece, *look);
                if wide > left && left < room {
                    lines.push(Line::default());
                    left = room;
                }
                put(&mut lines, *look, &piece);
                left -= wide;
            }
        }
    }
    for line in &mut lines {
        for (_, text) in &mut line.0 {
            *text = text.replace('\u{A0}', " ");
        }
    }
    lines
}

/// Returns a word in one piece where it fits on a line, else in pieces that do, with hyphens between letters: behind a figure
/// one would be a minus.
fn pieces(word: &str, look: Look, left: f64, room: f64) -> Vec<String> {
    if width(word, look) <= left.max(room) {
        return vec![word.to_owned()];
    }
    let mut all = vec![String::new()];
    let mut free = room - advance('-', look);
    for letter in word.chars() {
        let wide = advance(letter, look);
        if wide > free && all.last().is_some_and(|piece| !piece.is_empty()) {
            if let Some(piece) = all.last_mut().filter(|piece| piece.ends_with(char::is_alphabetic)) {
                piece.push('-');
            }
            all.push(String::new());
            free = room - advance('-', look);
        }
        if let Some(piece) = all.last_mut() {
            piece.push(letter);
        }
        free -= wide;
    }
    all
}

fn put(lines: &mut [Line], look: Look, text: &str) {
    let Some(line) = lines.last_mut() else { return };
    match line.0.last_mut() {
        Some((last, words)) if *last == look => words.push_str(text),
        _ => line.0.push((look, text.to_owned())),
    }
}

/// Leaves out all lines but the first `most`, and says so with an ellipsis at the end of the last. Tells whether it did.
pub fn cut(lines: &mut Vec<Line>, most: usize, room: f64) -> bool {
    if lines.len() <= most {
        return false;
    }
    lines.truncate(most.max(1));
    if let Some(line) = lines.last_mut() {
        while line.width() + advance('…', Look::Plain) > room * SAFE {
            let Some((_, text)) = line.0.last_mut() else { break };
            if text.pop().is_none() {
                line.0.pop();
            }
        }
        if let Some((_, text)) = line.0.last_mut() {
            text.truncate(text.trim_end_matches([' ', ',', ';', ':', '…']).len());
        }
        line.0.push((Look::Plain, CUT.to_owned()));
    }
    true
}

/// Joins figures to their units, and a last figure to what it is of, so that no line ends between them: `5 × 5 @ 80 kg`.
pub fn glued(text: &str) -> String {
    let is_figure = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let is_sign = |word: &str| matches!(word, "×" | "@" | "+");
    let is_unit = |word: &str| {
        let word = word.trim_end_matches([',', ';', ':', '.', ')']);
        word.chars().count() <= 3 && word.chars().all(char::is_alphabetic)
    };
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len());
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            let before = words[nth - 1];
            let is_last = word.ends_with([',', ';']) || nth + 1 == words.len();
            let joins = is_sign(before)
                || is_sign(word)
                || (is_figure(before) && is_unit(word))
                || (is_figure(word) && is_last && before.ends_with(char::is_alphabetic));
            out.push(if joins { '\u{A0}' } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

/// Returns how high so many lines are, in letters of this size.
pub fn height(lines: usize, size: f64) -> f64 {
    if lines == 0 { 0.0 } else { (lines as f64 - 1.0).mul_add(LINE, 1.0) * size }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lines: &[Line]) -> Vec<String> {
        lines.iter().map(|line| line.0.iter().map(|(_, text)| text.as_str()).collect()).collect()
    }

    #[test]
    fn a_line_ends_between_words_and_in_a_word_that_is_wider_than_it() {
        let set = |text: &str, room: f64| said(&lines(&[(Look::Plain, text.to_owned())], room));
        assert_eq!(set("Back squat", 20.0), ["Back squat"]);
        assert_eq!(set("Back squat", 4.0), ["Back", "squat"]);
        assert_eq!(set(&glued("Row 5 × 5"), 3.5), ["Row", "5 × 5"]);
        let broken = set(&"x".repeat(40), 5.0);
        assert!(
            broken.len() > 3 && broken.iter().rev().skip(1).all(|line| line.ends_with('-')),
            "{broken:?}"
        );
        assert_eq!(broken.concat().replace('-', ""), "x".repeat(40));
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text =
            "Long title of it, about 20 min: press 5 @ 22.5 kg, מתח, 5+ @ 100 kg, 💪 unbelievablylongword "
                .repeat(9);
        for room in [3.0, 7.0, 20.0] {
            let runs = [(Look::Bold, text.clone()), (Look::Soft, text.clone())];
            let mut all = lines(&runs, room);
            assert!(cut(&mut all, 40, room) || room > 10.0);
            for line in all {
                assert!(line.width() <= room, "{line:?}");
            }
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        let mut all = lines(&[(Look::Plain, "one two three four".to_owned())], 4.5);
        assert!(cut(&mut all, 2, 4.5));
        assert!(said(&all)[1].ends_with('…'), "{all:?}");
        assert!(!cut(&mut all, 2, 4.5));
    }
}
