//! Sheets to print, set by Typst from a template of ours.
//!
//! ```text
//!  Compiled ──▶ Card, Strip, JSON model ──data──▶ one JSON text ──letters──▶ what the fonts can show
//!                                                                                 │
//!                                 sheet.typ, stations.typ ──────press──▶ Typst ──▶ PDF
//! ```
//!
//! The template is told everything and computes nothing about training. What coaches write reaches Typst as strings in
//! JSON, never as markup.

mod data;
mod letters;
mod levels;
mod press;
mod sections;
mod stations;

use serde::Serialize;

use self::data::SheetData;
use self::letters::{Fonts, Letters};
use self::press::Template;
use self::stations::StationsData;
use super::{Compiled, SheetOptions};

pub use typst::text::Font;

/// Returns a font of the system's that has a letter, where there is one. Looking for it reads files, so it is done by
/// whoever may.
pub type FindFont<'a> = &'a dyn Fn(char) -> Option<Font>;

/// The most rows of a sheet, and the most cards of a wall: what nobody prints is not set, since it would take minutes.
const MOST_ROWS: usize = 500;

/// Why there are no pages of a workout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDraft {
    /// It has more rows than there is room for.
    TooLong {
        /// Its rows.
        rows: usize,
        /// The most there may be.
        most: usize,
    },
    /// It has nothing to make a card of.
    NoMovement,
    /// The template and what it was told do not fit each other, for this reason.
    Unprintable(String),
}

/// All that stands on the pages of one document, which can be printed on any thread.
#[derive(Debug, Clone)]
pub struct Draft {
    template: Template,
    data: String,
    fonts: Option<Fonts>,
    /// The letters that no font has, each once. Their codes stand in their place.
    pub missing: Vec<char>,
}

impl Draft {
    /// Returns the draft of a workout's sheet.
    pub fn sheet(
        compiled: &Compiled<'_>,
        options: SheetOptions,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let data = SheetData::of(compiled, options);
        let rows = data.sections.iter().map(|section| section.items.len()).sum();
        if rows > MOST_ROWS {
            return Err(NoDraft::TooLong { rows, most: MOST_ROWS });
        }
        Ok(Self::new(Template::Sheet, &data, find))
    }

    /// Returns the draft of a workout's station cards.
    pub fn stations(
        compiled: &Compiled<'_>,
        options: SheetOptions,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let data = StationsData::of(compiled, options);
        match data.stations.len() {
            0 => Err(NoDraft::NoMovement),
            rows if rows > MOST_ROWS => Err(NoDraft::TooLong { rows, most: MOST_ROWS }),
            _ => Ok(Self::new(Template::Stations, &data, find)),
        }
    }

    fn new(template: Template, data: &impl Serialize, find: FindFont<'_>) -> Self {
        // It fails only where a map has keys that are no strings, and there is none.
        let mut data = serde_json::to_value(data).unwrap_or_default();
        let mut letters = Letters::new(find);
        letters.show(&mut data);
        let (fonts, missing) = letters.finish();
        Self { template, data: data.to_string(), fonts, missing }
    }

    /// Returns the PDF. The error is for whoever looks after the templates.
    pub fn print(&self) -> Result<Vec<u8>, String> {
        let fonts = self.fonts.as_ref().unwrap_or_else(|| Fonts::ours());
        press::print(self.template, &self.data, fonts)
    }

    /// Returns what the template is told, a JSON text.
    pub fn data(&self) -> &str {
        &self.data
    }
}
