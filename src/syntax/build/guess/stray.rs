//! What a guess may look at.

use crate::source::Span;
use crate::syntax::tree::{Block, HeaderOption, Quantity};

/// Words that could not be read, and what is around them.
#[derive(Debug, Clone)]
pub struct Stray<'t> {
    /// The text of the file.
    pub file: &'t str,
    /// Where the words are.
    pub place: Span,
    /// The statement that they are in, without its body.
    pub statement: Span,
    /// What was read of the statement.
    pub around: Around<'t>,
}

/// What was read of the statement around words that could not be read. What a statement has not, and what was not read
/// yet, is absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'t> {
    /// The movement's name.
    pub name: Option<Span>,
    /// The movement's last dose.
    pub dose: Option<Span>,
    /// A comma that no further set follows.
    pub comma: Option<Span>,
    /// Whether other words of the statement that could not be read come before these.
    pub is_later: bool,
    /// The last words of the statement that could not be read.
    pub last: Option<Span>,
    /// Whether a rest says how long it is.
    pub has_length: bool,
    /// Where the header of the enclosing block ends, if it may have a rest between its rounds.
    pub header_end: Option<usize>,
    /// The block whose header it is.
    pub block: Option<&'t Block>,
    /// How many of the block's options come before the words.
    pub options_before: usize,
    /// Whether there is a `(` in the header.
    pub has_bracket: bool,
    /// The amount that follows the words.
    pub amount: Option<&'t Quantity>,
}

impl<'t> Stray<'t> {
    /// Returns the words.
    pub fn text(&self) -> &'t str {
        self.at(self.place)
    }

    /// Returns the text in a place; nothing where there is none.
    pub fn at(&self, place: Span) -> &'t str {
        self.file.get(place.range()).unwrap_or_default()
    }

    /// Returns the text between two positions; nothing where they are the wrong way round.
    pub fn between(&self, start: u32, end: u32) -> &'t str {
        self.file.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Returns all of the file before the words.
    pub fn before(&self) -> &'t str {
        &self.file[..self.place.start as usize]
    }

    /// Returns all of the file from the words on.
    pub fn and_behind(&self) -> &'t str {
        self.file.get(self.place.start as usize..).unwrap_or_default()
    }

    /// Returns all of the file after the words.
    pub fn behind(&self) -> &'t str {
        self.file.get(self.place.end as usize..).unwrap_or_default()
    }

    /// Returns the first of the words.
    pub fn first(&self) -> &'t str {
        self.text().split_whitespace().next().unwrap_or_default()
    }

    /// Returns the place of the first of the words.
    pub fn first_place(&self) -> Span {
        self.start_of_length(self.first().len())
    }

    /// Returns the words after the first.
    pub fn rest(&self) -> &'t str {
        self.text()[self.first().len()..].trim_start()
    }

    /// Returns the place of the words after the first.
    pub fn rest_place(&self) -> Span {
        self.end_of_length(self.rest().len())
    }

    /// Returns the place of the first bytes of the words.
    pub fn start_of_length(&self, length: usize) -> Span {
        Span::new(self.place.start as usize, self.place.start as usize + length)
    }

    /// Returns the place of the last bytes of the words.
    pub fn end_of_length(&self, length: usize) -> Span {
        Span::new(self.place.end as usize - length, self.place.end as usize)
    }

    /// Tells whether the words are one of these, in any case.
    pub fn is(&self, known: &[&str]) -> bool {
        known.iter().any(|known| known.eq_ignore_ascii_case(self.text()))
    }

    /// Tells whether the first of the words is one of these, in any case.
    pub fn begins_with(&self, known: &[&str]) -> bool {
        known.iter().any(|known| known.eq_ignore_ascii_case(self.first()))
    }

    /// Returns the place of the blanks before the words.
    pub fn blank_before(&self) -> Span {
        blank_before(self.file, self.place)
    }

    /// Returns the place of the words and the blanks before them.
    pub fn with_blank(&self) -> Span {
        self.blank_before().to(self.place)
    }

    /// Tells whether nothing but blanks is between a place and the words.
    pub fn touches(&self, before: Span) -> bool {
        touch(self.file, before, self.place)
    }

    /// Returns the dose that the words follow directly.
    pub fn dose_before(&self) -> Option<Span> {
        self.around.dose.filter(|dose| self.touches(*dose))
    }

    /// Returns the comma that the words follow, where no further set comes after it.
    pub fn comma_before(&self) -> Option<Span> {
        self.around.comma.filter(|comma| comma.end <= self.place.start)
    }

    /// Returns the option of the header that comes last before the words, and its number.
    pub fn option_before(&self) -> Option<(usize, &'t HeaderOption)> {
        let number = self.around.options_before.checked_sub(1)?;
        Some((number, self.around.block?.options.get(number)?))
    }

    /// Returns the option of the header that comes first after the words.
    pub fn option_after(&self) -> Option<&'t HeaderOption> {
        self.around.block?.options.get(self.around.options_before)
    }
}

/// Returns the place of the blanks before a place.
pub fn blank_before(file: &str, place: Span) -> Span {
    let start = place.start as usize;
    let blanks = file[..start].bytes().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    Span::new(start - blanks, start)
}

/// Tells whether nothing but blanks is between two places.
pub fn touch(file: &str, before: Span, after: Span) -> bool {
    file.get(before.end as usize..after.start as usize)
        .is_some_and(|between| between.chars().all(char::is_whitespace))
}
