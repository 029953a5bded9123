//! Histories from other apps: the files that Strong, Hevy, FitNotes and Jefit export.
//!
//! A file is recognised by its header. Nothing is guessed: what can't be read is reported with its line, a movement that
//! the catalogue doesn't know for certain stays as it was written, and a unit or an order of days and months that the file
//! doesn't tell is asked for.

mod figure;
mod fitnotes;
mod gather;
mod hevy;
mod jefit;
mod moment;
mod name;
mod session;
mod strong;
mod table;
mod text;
mod write;

pub use self::moment::{Order, Untold};
pub use self::session::{Did, Entry, Load, LoadKind, Name, Session, Set};
pub use self::write::write;

use csv::StringRecord;

use self::gather::Gather;
use self::table::{Header, Rows, SEPARATORS, without_separator_line};
use crate::quantity::LoadUnit;

/// The apps whose exports are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
pub enum App {
    Strong,
    Hevy,
    FitNotes,
    Jefit,
}

impl App {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What a file may not say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The unit of loads that have none. Distances without one are in kilometres for kilograms, in miles for pounds.
    pub load_unit: Option<LoadUnit>,
    /// Which figure is the day in dates such as `5/4/2024`, where no date in the file tells.
    pub order: Option<Order>,
}

/// A history that was read.
#[derive(Debug)]
pub struct Import {
    /// Whose export it is.
    pub app: App,
    /// The sessions by date and clock.
    pub sessions: Vec<Session>,
    /// What there is to say about it.
    pub report: Report,
}

/// What there is to say about a history.
#[derive(Debug, Default)]
pub struct Report {
    /// How many sets were read.
    pub sets: usize,
    /// The names that the catalogue doesn't know, those with most sets first.
    pub unknown: Vec<Unknown>,
    /// The rows that were left out, or a part of which was, in order.
    pub left_out: Vec<LeftOut>,
}

/// A name that the catalogue doesn't know.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    pub name: String,
    /// How many sets it has.
    pub sets: usize,
}

/// A row that was left out, or a part of it.
#[derive(Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its line in the export.
    pub line: usize,
    /// Why, without a full stop.
    pub why: String,
}

/// Why nothing was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is text in neither UTF-8 nor UTF-16.
    NotText,
    /// It is the export of no app that is known. Its first row has these cells.
    NotAnExport(Vec<String>),
    /// Loads or distances have no unit.
    NoLoadUnit,
    /// In some dates it isn't clear which figure is the day.
    NoOrder(Untold),
}

/// The columns of an export that is a single table.
enum Columns {
    Strong(strong::Columns),
    Hevy(hevy::Columns),
    FitNotes(fitnotes::Columns),
}

impl Columns {
    fn of(header: &Header, options: Options) -> Option<Self> {
        if header.has(&strong::SIGNS) {
            return Some(Columns::Strong(strong::Columns::of(header)));
        }
        if header.has(&hevy::SIGNS) {
            return Some(Columns::Hevy(hevy::Columns::of(header)));
        }
        let is_fitnotes = header.has(&fitnotes::SIGNS);
        is_fitnotes.then(|| Columns::FitNotes(fitnotes::Columns::of(header, options.load_unit)))
    }

    fn app(&self) -> App {
        match self {
            Columns::Strong(_) => App::Strong,
            Columns::Hevy(_) => App::Hevy,
            Columns::FitNotes(_) => App::FitNotes,
        }
    }

    fn date<'r>(&self, record: &'r StringRecord) -> &'r str {
        match self {
            Columns::Strong(columns) => columns.date(record),
            Columns::Hevy(columns) => columns.date(record),
            Columns::FitNotes(columns) => columns.date(record),
        }
    }

    fn add(&self, line: usize, record: &StringRecord, to: &mut Gather) {
        match self {
            Columns::Strong(columns) => columns.add(line, record, to),
            Columns::Hevy(columns) => columns.add(line, record, to),
            Columns::FitNotes(columns) => columns.add(line, record, to),
        }
    }
}

/// Reads the export of an app.
pub fn import(bytes: &[u8], options: Options) -> Result<Import, Refusal> {
    let text = text::decode(bytes).ok_or(Refusal::NotText)?;
    let text = without_separator_line(&text);
    if jefit::is_export(text) {
        let export = jefit::Export::read(text);
        let order = order(export.dates(), options)?;
        let mut gather = Gather::new(order, options.load_unit);
        export.add(&mut gather);
        return finish(App::Jefit, gather);
    }
    let (separator, columns) = recognise(text, options)?;
    let order = order(dates(text, separator, &columns).iter().map(String::as_str), options)?;
    let mut gather = Gather::new(order, options.load_unit);
    let mut rows = Rows::new(text, separator);
    rows.next();
    while let Some((line, record)) = rows.next() {
        columns.add(line, record, &mut gather);
    }
    if let Some(line) = rows.open_quote() {
        gather.leave_out(line, gather::OPEN_QUOTE);
    }
    finish(columns.app(), gather)
}

fn order<'t>(dates: impl Iterator<Item = &'t str>, options: Options) -> Result<Option<Order>, Refusal> {
    match options.order {
        Some(order) => Ok(Some(order)),
        None => moment::order_of(dates).map_err(Refusal::NoOrder),
    }
}

/// Returns the days of a table that differ, as they are written.
fn dates(text: &str, separator: u8, columns: &Columns) -> Vec<String> {
    let mut dates: Vec<String> = Vec::new();
    let mut rows = Rows::new(text, separator);
    rows.next();
    while let Some((_, record)) = rows.next() {
        let date = columns.date(record);
        if dates.last().is_none_or(|last| last != date) {
            dates.push(date.to_owned());
        }
    }
    dates
}

/// Finds out which app an export is from, and what is between its values.
fn recognise(text: &str, options: Options) -> Result<(u8, Columns), Refusal> {
    let mut found: Vec<String> = Vec::new();
    for separator in SEPARATORS {
        let mut rows = Rows::new(text, separator);
        let Some((_, record)) = rows.next() else { continue };
        if let Some(columns) = Columns::of(&Header::of(record), options) {
            return Ok((separator, columns));
        }
        if record.len() > found.len() {
            found = record.iter().map(gather::shortened).collect();
        }
    }
    Err(Refusal::NotAnExport(found))
}

fn finish(app: App, gather: Gather) -> Result<Import, Refusal> {
    if gather.lacks_load_unit() {
        return Err(Refusal::NoLoadUnit);
    }
    let (sessions, report) = gather.finish();
    Ok(Import { app, sessions, report })
}
