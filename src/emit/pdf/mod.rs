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
mod press;
mod sections;

use serde::Serialize;

use self::data::SheetData;
use self::letters::{Fonts, Letters};
use self::press::Template;
use super::{Compiled, SheetOptions};

pub use typst::text::Font;

/// Returns a font of the system's that has a letter, where there is one. Looking for it reads files, so it is done by
/// whoever may.
pub type FindFont<'a> = &'a dyn Fn(char) -> Option<Font>;

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
    pub fn sheet(compiled: &Compiled<'_>, options: SheetOptions, find: FindFont<'_>) -> Self {
        Self::new(Template::Sheet, &SheetData::of(compiled, options), find)
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
