//! What sets the pages: Typst, with our fonts and our templates, and without files, network or clock.

use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::letters::Fonts;

/// How many sheets ago something must have been used last to be forgotten. What sheets share is used by each; the rest
/// belongs to one sheet, and those that are being set at the same time are fewer than the threads of most machines.
const SHEETS_REMEMBERED: usize = 16;

/// The stack that pages are set on, in bytes: eight times what a thread has by default, since Typst goes deep into what it
/// sets, and deeper where it is not optimised.
const STACK: usize = 16 * 1024 * 1024;

/// A template that pages are made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Sheets.
    Sheet,
    /// Station cards.
    Stations,
    /// The weeks of a plan, then its logs or the sheets of its sessions.
    Plan,
    /// A page for each day of a team.
    Whiteboard,
    /// Sections of facts, tables and pictures.
    Report,
}

/// The templates, by the names that they import each other by.
const TEMPLATES: [(&str, &str); 9] = [
    ("shared.typ", include_str!("shared.typ")),
    (SHEET, include_str!("sheet.typ")),
    ("sheet-base.typ", include_str!("sheet-base.typ")),
    ("sheet-strip.typ", include_str!("sheet-strip.typ")),
    ("sheet-end.typ", include_str!("sheet-end.typ")),
    (STATIONS, include_str!("stations.typ")),
    (PLAN, include_str!("plan.typ")),
    (WHITEBOARD, include_str!("whiteboard.typ")),
    (REPORT, include_str!("report.typ")),
];
const SHEET: &str = "sheet.typ";
const STATIONS: &str = "stations.typ";
const PLAN: &str = "plan.typ";
const WHITEBOARD: &str = "whiteboard.typ";
const REPORT: &str = "report.typ";

/// What all pages are made with.
struct Press {
    library: LazyHash<Library>,
    templates: Vec<Source>,
    /// The file that the templates read.
    data: FileId,
}

fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| Press {
        library: LazyHash::new(Library::default()),
        templates: TEMPLATES.map(|(name, text)| Source::new(id(name), text.to_owned())).into(),
        data: id("data.json"),
    })
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a name with neither `..` nor a letter that no path has");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// Typesets `data` (a JSON text) with a template, including the pages of `sheets` if it asks for them, and returns the
/// PDF. An error means that a template is wrong: ours give none for any data.
pub fn print(template: Template, data: &str, sheets: &[String], fonts: &Fonts) -> Result<Vec<u8>, String> {
    alone(|| {
        let data = Bytes::from_string(data.to_owned());
        let folders = sheets.iter().enumerate().map(|(nth, data)| Folder::new(nth, data)).collect();
        let job = Job { press: press(), template, data, folders, fonts };
        let set = typst::compile::<PagedDocument>(&job);
        let printed = set.output.and_then(|document| typst_pdf::pdf(&document, &options()));
        let warnings = set.warnings;
        comemo::evict(SHEETS_REMEMBERED);
        debug_assert!(warnings.is_empty(), "{}", told(&warnings));
        printed.map_err(|errors| told(&errors))
    })?
}

/// Sets pages on a stack, and in a pool of threads, of their own.
///
/// Typst hands parts of its work to the pool that it runs in. While a thread waits for such a part, it takes up any other
/// job of that pool. In the pool that compiles the files, that would be the next sheet, on top of this one, then another
/// on top of that, until the stack is full. So the thread that asks for a sheet waits outside any pool.
fn alone<T: Send>(set: impl FnOnce() -> T + Send) -> Result<T, String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
    let pool = pool.map_err(|error| error.to_string())?;
    let done = thread::scope(|scope| scope.spawn(|| pool.install(set)).join());
    done.map_or_else(|panic| resume_unwind(panic), Ok)
}

fn options() -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("wodc".to_owned())), ..PdfOptions::default() }
}

fn told(said: &[SourceDiagnostic]) -> String {
    said.iter().map(|one| one.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// The pages of one document, while they are being set.
struct Job<'a> {
    press: &'static Press,
    template: Template,
    data: Bytes,
    /// The sheets that a plan includes.
    folders: Vec<Folder>,
    fonts: &'a Fonts,
}

/// A sheet within other pages: the templates in a folder of their own, beside its data.
struct Folder {
    templates: Vec<Source>,
    data: (FileId, Bytes),
}

impl Folder {
    fn new(nth: usize, data: &str) -> Self {
        let copy = |(name, text): (&str, &str)| Source::new(id(&format!("{nth}/{name}")), text.to_owned());
        let is_of_sheets = |(name, _): &(&str, &str)| ![STATIONS, PLAN, WHITEBOARD, REPORT].contains(name);
        Self {
            templates: TEMPLATES.into_iter().filter(is_of_sheets).map(copy).collect(),
            data: (id(&format!("{nth}/data.json")), Bytes::from_string(data.to_owned())),
        }
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        id(match self.template {
            Template::Sheet => SHEET,
            Template::Stations => STATIONS,
            Template::Plan => PLAN,
            Template::Whiteboard => WHITEBOARD,
            Template::Report => REPORT,
        })
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let in_folders = self.folders.iter().flat_map(|folder| &folder.templates);
        let found = self.press.templates.iter().chain(in_folders).find(|source| source.id() == id);
        found.cloned().ok_or_else(|| not_there(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data {
            return Ok(self.data.clone());
        }
        let of_folder = self.folders.iter().find(|folder| folder.data.0 == id);
        of_folder.map(|folder| folder.data.1.clone()).ok_or_else(|| not_there(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_there(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
