//! Sheets to print, typeset by Typst from our own templates.
//!
//! ```text
//!  Compiled ──▶ Card, Strip, JSON model ──data──▶ one JSON text ──letters──▶ what the fonts can show
//!                                                                                 │
//!                                 *.typ ────────────────────────press──▶ Typst ──▶ PDF
//! ```
//!
//! The templates get everything as data and compute nothing about training. Coaches' texts reach Typst as JSON strings,
//! never as markup.

mod data;
mod emitter;
mod letters;
mod levels;
mod plan;
mod press;
mod sections;
mod setting;
mod stations;

use serde::Serialize;
use serde_json::Value;

use self::data::SheetData;
use self::letters::{Fonts, Letters, Shown};
use self::plan::PlanData;
use self::press::Template;
use self::stations::StationsData;
use super::whiteboard::Whiteboard;
use super::{FontFile, OnePlan, OneWorkout, SheetOptions};

/// Returns a system font that has a letter, if there is one. Finding it reads files, so the caller does it.
pub type FindFont<'a> = &'a dyn Fn(char) -> Option<FontFile>;

/// The copyright and licence of the embedded fonts. The licence must be distributed with them.
pub const FONT_LICENCE: &str = include_str!("fonts/OFL.txt");

/// The most rows of a sheet, and the most station cards. Nobody prints more, and typesetting it would take minutes.
const MOST_ROWS: usize = 500;
/// The most letters of a sheet, however few its rows: 15 pages of notes, or 50 in a column of large print.
const MOST_LETTERS: usize = 100_000;

/// How many times a sheet's limits a plan may have: enough for two years of weeks and fifty ordinary sheets.
const ROOM_OF_A_PLAN: usize = 3;

/// How many times a sheet's limits a whiteboard may have: enough for twenty athletes on each of five days of half a year,
/// in three tables a day.
const ROOM_OF_A_WHITEBOARD: usize = 16;

/// How many times a sheet's limits a report may have: enough for the histories of three hundred movements.
const ROOM_OF_A_REPORT: usize = 16;

/// What a report is made of.
#[derive(Debug, Serialize)]
struct ReportData<'a, R> {
    /// What it is printed on, as Typst calls it.
    paper: &'static str,
    /// Its texts.
    report: &'a R,
    /// Its pictures, as SVG.
    pictures: &'a [String],
}

/// What a whiteboard is made of.
#[derive(Debug, Serialize)]
struct WhiteboardData<'a> {
    /// What it is printed on, as Typst calls it.
    paper: &'static str,
    /// Whether it is in larger letters still.
    large: bool,
    /// The days.
    board: &'a Whiteboard,
}

/// Why a workout has no pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoDraft {
    /// It is over a limit.
    TooLong {
        /// What there is too much of.
        of: Count,
        /// How many it has.
        all: usize,
        /// The most there may be.
        most: usize,
    },
    /// No movement of it can be put on a card.
    NoMovement,
}

/// What a sheet's limits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The rows of a sheet, or the cards of a wall.
    Rows,
    /// All letters that are typeset.
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

/// The PDF's metadata: title and author as written.
#[derive(Debug, Serialize)]
struct Document<'a> {
    title: &'a str,
    author: Option<&'a str>,
}

/// Everything on the pages of one document. It can be printed on any thread.
#[derive(Debug, Clone)]
pub struct Draft {
    template: Template,
    data: String,
    /// The data of each session's sheet in a plan, as JSON.
    sheets: Vec<String>,
    fonts: Option<Fonts>,
    /// The letters that no font has, each once. Their codes are printed instead.
    pub missing: Vec<char>,
    /// Characters that only colour or change the emoji before them, each once. They are not printed.
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

    /// Returns the draft of a plan: its weeks, then its logs or the sheet of each session.
    pub fn plan(plan: &OnePlan<'_>, options: SheetOptions, find: FindFont<'_>) -> Result<Self, NoDraft> {
        let data = PlanData::of(plan, options);
        Count::Rows.bounded(data.rows(), ROOM_OF_A_PLAN)?;
        let (main, sheets) = (value(&data), data.of_sheets.iter().map(value).collect());
        Self::of((Template::Plan, ROOM_OF_A_PLAN), plan.compiled().title(), None, (main, sheets), find)
    }

    /// Returns the draft of a whiteboard: a page for each day.
    pub fn whiteboard(
        board: &Whiteboard,
        options: SheetOptions,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        let rows = board.days.iter().flat_map(|day| &day.tables).map(|table| table.rows.len()).sum();
        Count::Rows.bounded(rows, ROOM_OF_A_WHITEBOARD)?;
        let data = WhiteboardData { paper: data::paper(options.paper), large: options.large, board };
        let room = (Template::Whiteboard, ROOM_OF_A_WHITEBOARD);
        Self::of(room, &board.title, None, (value(&data), Vec::new()), find)
    }

    /// Returns the draft of a report: sections of facts, tables and pictures, of which the tables have so many rows. The
    /// pictures are SVG, and `report` names them by their place.
    pub fn report(
        (title, report, pictures): (&str, &impl Serialize, &[String]),
        rows: usize,
        options: SheetOptions,
        find: FindFont<'_>,
    ) -> Result<Self, NoDraft> {
        Count::Rows.bounded(rows, ROOM_OF_A_REPORT)?;
        let data = ReportData { paper: data::paper(options.paper), report, pictures };
        Self::of((Template::Report, ROOM_OF_A_REPORT), title, None, (value(&data), Vec::new()), find)
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

    /// Returns the draft of a template's data and of the sheets within it. `room` is how many times the letters of an
    /// ordinary sheet it may have.
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

    /// Returns the PDF. An error means that a template is faulty.
    pub fn print(&self) -> Result<Vec<u8>, String> {
        let fonts = self.fonts.as_ref().unwrap_or_else(|| Fonts::ours());
        press::print(self.template, &self.data, &self.sheets, fonts)
    }

    /// Returns the template's data as JSON.
    pub fn data(&self) -> &str {
        &self.data
    }
}

/// The parts of the data whose texts are typeset.
const SET: [&str; 12] = [
    "facts",
    "sections",
    "movements",
    "levels",
    "stations",
    "overview",
    "changes",
    "board",
    "report",
    "head",
    "weeks",
    "placed",
];

/// Returns a template's data. Serialising fails only for maps whose keys are not strings; it has no such maps.
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
