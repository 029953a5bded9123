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
mod emitter;
mod letters;
mod levels;
mod plan;
mod press;
mod sections;
mod stations;

use serde::Serialize;
use serde_json::Value;

use self::data::SheetData;
use self::letters::{Fonts, Letters, Shown};
use self::plan::PlanData;
use self::press::Template;
use self::stations::StationsData;
use super::{FontFile, OnePlan, OneWorkout, SheetOptions};

/// Returns a font of the system's that has a letter, where there is one. Looking for it reads files, so it is done by
/// whoever may.
pub type FindFont<'a> = &'a dyn Fn(char) -> Option<FontFile>;

/// Whose the fonts are that are embedded into the program, and their licence, which goes wherever they go.
pub const FONT_LICENCE: &str = include_str!("fonts/OFL.txt");

/// The most rows of a sheet, and the most cards of a wall: what nobody prints is not set, since it would take minutes.
const MOST_ROWS: usize = 500;
/// The most letters of a sheet, however few its rows: fifteen pages of nothing but a note, fifty in a column of large print.
const MOST_LETTERS: usize = 100_000;

/// So many times as much has room in a plan: two years of weeks, and fifty ordinary sheets.
const ROOM_OF_A_PLAN: usize = 3;

/// Why there are no pages of a workout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDraft {
    /// It has more than there is room for.
    TooLong {
        /// What it has too many of.
        of: Count,
        /// How many it has.
        all: usize,
        /// The most there may be.
        most: usize,
    },
    /// It has nothing to make a card of.
    NoMovement,
}

/// What a sheet has room for a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The rows of a sheet, or the cards of a wall.
    Rows,
    /// All letters that are set.
    Letters,
}

impl Count {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Count::Rows => "rows",
            Count::Letters => "letters",
        }
    }

    fn bounded(self, all: usize, times: usize) -> Result<(), NoDraft> {
        let most = times
            * match self {
                Count::Rows => MOST_ROWS,
                Count::Letters => MOST_LETTERS,
            };
        if all > most { Err(NoDraft::TooLong { of: self, all, most }) } else { Ok(()) }
    }
}

/// What whoever looks a PDF up is told of it, as it was written.
#[derive(Debug, Serialize)]
struct Document<'a> {
    title: &'a str,
    author: Option<&'a str>,
}

/// All that stands on the pages of one document, which can be printed on any thread.
#[derive(Debug, Clone)]
pub struct Draft {
    template: Template,
    data: String,
    /// What the sheets of a plan's sessions are told, a JSON text each.
    sheets: Vec<String>,
    fonts: Option<Fonts>,
    /// The letters that no font has, each once. Their codes stand in their place.
    pub missing: Vec<char>,
    /// What only colours or changes the emoji before it, each once. It is not printed.
    pub left_out: Vec<char>,
}

impl Draft {
    /// Returns the draft of a workout's sheet.
    pub fn sheet(one: &OneWorkout<'_>, options: SheetOptions, find: FindFont<'_>) -> Result<Self, NoDraft> {
        let data = SheetData::of(one, options);
        Count::Rows.bounded(data.sections.iter().map(|section| section.items.len()).sum(), 1)?;
        Self::new(Template::Sheet, one, &data, find)
    }

    /// Returns the draft of a workout's station cards.
    pub fn stations(
        one: &OneWorkout<'_>,
        options: SheetOptions,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let data = StationsData::of(one, options);
        if data.stations.is_empty() {
            return Err(NoDraft::NoMovement);
        }
        Count::Rows.bounded(data.stations.len(), 1)?;
        Self::new(Template::Stations, one, &data, find)
    }

    /// Returns the draft of a plan: its weeks, then the sheet of each session.
    pub fn plan(plan: &OnePlan<'_>, options: SheetOptions, find: FindFont<'_>) -> Result<Self, NoDraft> {
        let data = PlanData::of(plan, options);
        Count::Rows.bounded(data.rows(), ROOM_OF_A_PLAN)?;
        let (main, sheets) = (value(&data), data.of_sheets.iter().map(value).collect());
        Self::of((Template::Plan, ROOM_OF_A_PLAN), plan.compiled().title(), None, (main, sheets), find)
    }

    fn new(
        template: Template,
        one: &OneWorkout<'_>,
        data: &impl Serialize,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let workout = one.compiled().workout;
        Self::of((template, 1), &workout.title, workout.about.by.as_deref(), (value(data), Vec::new()), find)
    }

    /// Returns a draft of what a template is told, and the sheets in it. `room` is how many times the letters of an
    /// ordinary sheet it has room for.
    fn of(
        (template, room): (Template, usize),
        title: &str,
        author: Option<&str>,
        (mut data, mut sheets): (Value, Vec<Value>),
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let set_in =
            |data: &Value| SET.into_iter().map(|name| data.get(name).map_or(0, letters_in)).sum::<usize>();
        let set: usize = set_in(&data) + sheets.iter().map(set_in).sum::<usize>();
        Count::Letters.bounded(title.chars().count() + set, room)?;
        let mut letters = Letters::new(find);
        letters.show(&mut data);
        sheets.iter_mut().for_each(|sheet| letters.show(sheet));
        let Shown { fonts, missing, left_out } = letters.finish();
        data["document"] = value(&Document { title, author });
        let sheets = sheets.iter().map(Value::to_string).collect();
        Ok(Self { template, data: data.to_string(), sheets, fonts, missing, left_out })
    }

    /// Returns the PDF. The error is for whoever looks after the templates.
    pub fn print(&self) -> Result<Vec<u8>, String> {
        let fonts = self.fonts.as_ref().unwrap_or_else(|| Fonts::ours());
        press::print(self.template, &self.data, &self.sheets, fonts)
    }

    /// Returns what the template is told, a JSON text.
    pub fn data(&self) -> &str {
        &self.data
    }
}

/// The parts of what the templates are told whose texts are set.
const SET: [&str; 7] = ["facts", "sections", "movements", "levels", "stations", "overview", "changes"];

/// Returns what a template is told. It fails only where a map has keys that are no strings, and there is none.
fn value(data: &impl Serialize) -> Value {
    serde_json::to_value(data).unwrap_or_default()
}

/// Returns how many letters there are in all texts of a value.
fn letters_in(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        Value::Array(values) => values.iter().map(letters_in).sum(),
        Value::Object(fields) => fields.values().map(letters_in).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
