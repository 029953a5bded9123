//! 200 workouts to PDF, as `wodc build` makes them, against as many bare runs of Typst on the same template and data.
//!
//! Both use all cores. They take turns for several rounds, so that other programs slow both down alike, and the medians
//! are compared. `cargo bench --bench sheets -- 20` takes 20 workouts instead. Then what figures cost: the sheets of all
//! examples with them and without, in the same way.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "a program of its own, with a clock"
)]

mod ordinary;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ordinary::ordinary;
use rayon::prelude::*;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration as TypstDuration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};
use typst_layout::PagedDocument;
use wodc::analysis::{NoFiles, ReadFile, Request, compile};
use wodc::emit::Format;
use wodc::emit::cues::Voice;
use wodc::emit::pdf::Draft;
use wodc::emit::{Compiled, Figures, OneWorkout, SheetOptions};
use wodc::internals::check::{Checker, File, Files, Settings};
use wodc::internals::{syntax, timeline};
use wodc::source::SourceFile;

/// How often each of the two is timed.
const ROUNDS: usize = 5;
/// As `src/emit/pdf` has it.
const SHEETS_REMEMBERED: usize = 16;
/// As `src/emit/pdf` has it, too.
const STACK: usize = 16 * 1024 * 1024;

fn main() {
    let wanted = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(200);
    let texts = workouts(wanted);
    let data: Vec<String> = texts.iter().map(|text| data(text)).collect();
    let shared = Shared::new();
    let ours = || {
        texts.par_iter().for_each(|text| {
            let request = Request { formats: vec![Format::PDF], ..Request::default() };
            let made = compile(SourceFile::new("ordinary.wod", text.as_str()), &request, &NoFiles);
            assert_eq!(black_box(made).outputs.len(), 1);
        });
    };
    let bare = || on_all_cores(&data, |data| drop(black_box(shared.print(data))));
    // A first run, for work that is only done once.
    ours();
    bare();
    let (mut of_ours, mut of_bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_bare.push(timed(bare));
        of_ours.push(timed(ours));
    }
    let (of_ours, of_bare) = (middle(of_ours), middle(of_bare));
    println!("{} workouts through wodc: {of_ours:?}", texts.len());
    println!("{} bare runs of Typst:          {of_bare:?}", data.len());
    println!("ratio: {:.3}", of_ours.as_secs_f64() / of_bare.as_secs_f64());
    what_figures_cost();
}

/// The examples, which use each other.
struct Examples;

impl Examples {
    fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
    }
}

impl ReadFile for Examples {
    fn read(&self, path: &str) -> Result<String, String> {
        std::fs::read_to_string(Self::folder().join(path)).map_err(|error| error.to_string())
    }
}

fn what_figures_cost() {
    let examples: Vec<String> = std::fs::read_dir(Examples::folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "wod"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let print = |figures| {
        examples.par_iter().for_each(|text| {
            let mut request = Request { formats: vec![Format::PDF], ..Request::default() };
            request.options.sheet.figures = figures;
            let made = compile(SourceFile::new("example.wod", text.as_str()), &request, &Examples);
            assert!(!black_box(made).outputs.is_empty());
        });
    };
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        without.push(timed(|| print(Figures::None)));
        with.push(timed(|| print(Figures::Small)));
    }
    let (with, without) = (middle(with), middle(without));
    println!("the sheets of {} examples: {with:?}, without figures {without:?}", examples.len());
    println!("ratio: {:.3}", with.as_secs_f64() / without.as_secs_f64());
}

/// Does some work for each text, on threads of its own whose stacks have room for Typst.
fn on_all_cores(texts: &[String], work: impl Fn(&str) + Sync) {
    let next = AtomicUsize::new(0);
    let take = || {
        while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(text);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, take).unwrap();
        }
    });
}

fn timed(work: impl Fn()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.swap_remove(times.len() / 2)
}

/// Returns a number of files with one ordinary workout each.
fn workouts(wanted: usize) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut lines = 64;
    while texts.len() < wanted {
        lines *= 2;
        let all = ordinary(lines);
        texts = all.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect();
    }
    texts.truncate(wanted);
    texts
}

/// Returns the template's data for a workout.
fn data(text: &str) -> String {
    let (tree, _) = syntax::parse(text);
    let (name, text) = ("ordinary.wod".into(), text.into());
    let files = Files::new(vec![File {
        name,
        text,
        written: None,
        tree,
        uses: Vec::new(),
        results: Vec::new(),
        lacks_something: false,
        filling: None,
    }]);
    let mut checker = Checker::new(&files, Settings::default());
    let workouts = std::iter::from_fn(|| checker.next_workout()).collect();
    let (program, _, _) = checker.finish(workouts);
    let workout = &program.workouts[0];
    let level = Settings::default().level_of(workout);
    let (timeline, _) = timeline::lower(&program, workout, level);
    let compiled =
        Compiled { source: "ordinary.wod", program: &program, workout, level, timeline: &timeline };
    let one = OneWorkout::new(compiled, Voice::default());
    Draft::sheet(&one, SheetOptions::default(), &|_| None).unwrap().data().to_owned()
}

/// The files that Typst needs for the template, read from the source.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
}

impl Shared {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emit/pdf");
        let mut paths: Vec<_> =
            std::fs::read_dir(folder.join("fonts")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "ttf"));
        paths.sort();
        let fonts: Vec<Font> =
            paths.iter().flat_map(|path| Font::iter(Bytes::new(std::fs::read(path).unwrap()))).collect();
        let source = |name| Source::new(id(name), std::fs::read_to_string(folder.join(name)).unwrap());
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources: ["sheet.typ", "sheet-base.typ", "sheet-strip.typ", "sheet-end.typ", "shared.typ"]
                .map(source)
                .into(),
        }
    }

    fn print(&self, data: &str) -> Vec<u8> {
        let run = Run { shared: self, data: Bytes::from_string(data.to_owned()) };
        let document = typst::compile::<PagedDocument>(&run).output.unwrap();
        let pdf = typst_pdf::pdf(&document, &typst_pdf::PdfOptions::default()).unwrap();
        comemo::evict(SHEETS_REMEMBERED);
        pdf
    }
}

fn id(name: &str) -> FileId {
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).unwrap()))
}

struct Run<'a> {
    shared: &'a Shared,
    data: Bytes,
}

impl World for Run<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        id("sheet.typ")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shared.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| FileError::NotFound("".into()))
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Ok(self.data.clone())
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<TypstDuration>) -> Option<Datetime> {
        None
    }
}
