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
    /// The weeks of a plan, then the sheets of its sessions.
    Plan,
}

/// What all pages are made with.
struct Press {
    library: LazyHash<Library>,
    shared: Source,
    sheet: Source,
    stations: Source,
    plan: Source,
    /// The file that the templates read.
    data: FileId,
}

fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| Press {
        library: LazyHash::new(Library::default()),
        shared: Source::new(id("shared.typ"), include_str!("shared.typ").to_owned()),
        sheet: Source::new(id("sheet.typ"), include_str!("sheet.typ").to_owned()),
        stations: Source::new(id("stations.typ"), include_str!("stations.typ").to_owned()),
        plan: Source::new(id("plan.typ"), include_str!("plan.typ").to_owned()),
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

/// A sheet within other pages: its template in a folder of its own, beside its data.
struct Folder {
    shared: Source,
    sheet: Source,
    data: (FileId, Bytes),
}

impl Folder {
    fn new(nth: usize, data: &str) -> Self {
        let copy = |name: &str, of: &Source| Source::new(id(&format!("{nth}/{name}")), of.text().to_owned());
        Self {
            shared: copy("shared.typ", &press().shared),
            sheet: copy("sheet.typ", &press().sheet),
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
        match self.template {
            Template::Sheet => self.press.sheet.id(),
            Template::Stations => self.press.stations.id(),
            Template::Plan => self.press.plan.id(),
        }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let Press { shared, sheet, stations, plan, .. } = self.press;
        let ours = [shared, sheet, stations, plan].into_iter();
        let in_folders = self.folders.iter().flat_map(|folder| [&folder.shared, &folder.sheet]);
        let found = ours.chain(in_folders).find(|source| source.id() == id);
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
