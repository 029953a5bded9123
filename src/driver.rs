//! The pipeline in one screen: source in, outputs and diagnostics out. Nothing here reads or writes a file; what `use`
//! asks for comes through [`ReadFile`].

use crate::catalog::{Slugs, slug};
use crate::check::program::{Level, Program, Workout};
use crate::check::{Checker, Files};
use crate::diagnostic::{self, Collector, Diagnostic, Levels, Rule, Severity};
use crate::emit::cues::Voice;
use crate::emit::{Compiled, cues, json, markdown};
use crate::lint::{self, Session};
use crate::source::SourceFile;
use crate::timeline::{self, Settings, Timeline, expect};

mod load;
mod mend;

pub use mend::{Mended, apply, mend};

/// What is wanted of a compilation.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The level to settle ranges at, unless the workout's own is wanted.
    pub level: Option<Level>,
    /// The outputs to make.
    pub formats: Vec<Format>,
    /// How fast the cues are spoken.
    pub voice: Voice,
    /// The rules that are set otherwise than they are by themselves.
    pub rules: Levels,
}

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Data for other programs.
    Json,
    /// A card for the wall.
    Markdown,
    /// A script to read aloud.
    Cues,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 3] = [Format::Json, Format::Markdown, Format::Cues];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues",
        }
    }

    /// Returns the end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues.txt",
        }
    }
}

/// Where `use` gets other files from.
pub trait ReadFile {
    /// Returns the text of a file; its path is relative to the project's root, with `/`. The error says why not.
    fn read(&self, path: &str) -> Result<String, String>;
}

/// A project of one file: whatever `use` asks for is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFiles;

impl ReadFile for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("there is no file `{path}` here"))
    }
}

/// What came of a compilation.
#[derive(Debug, Clone, Default)]
pub struct Compilation {
    /// The file that was compiled, then those it uses.
    pub files: Vec<SourceFile>,
    /// Everything there is to say about them, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// A line about each workout.
    pub workouts: Vec<Summary>,
    /// The outputs; none where there are errors.
    pub outputs: Vec<Output>,
}

impl Compilation {
    /// Tells whether any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }
}

/// What a line about a workout says.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Its rounds, where it has some.
    pub rounds: Option<u32>,
    /// The shortest it can take, in milliseconds.
    pub least_ms: i64,
    /// What it takes at this level, in milliseconds.
    pub likely_ms: i64,
    /// The longest it can take, in milliseconds.
    pub most_ms: i64,
    /// Whether any part of it is estimated.
    pub estimated: bool,
}

/// One output.
#[derive(Debug, Clone)]
pub struct Output {
    /// Its format.
    pub format: Format,
    /// Empty, or `-warm-up` where a file has several workouts.
    pub suffix: String,
    /// All of it.
    pub text: String,
}

/// Compiles a file into what `request` asks for.
///
/// A file with errors gives diagnostics and no output; a file with warnings gives both.
pub fn compile(source: SourceFile, request: &Request, files: &dyn ReadFile) -> Compilation {
    let (files, mut diagnostics) = load::load(source, files);
    if diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::FileTooLarge) {
        // Of a file that was not read there is nothing else to say.
        return Compilation { files: files.into_sources(), diagnostics, ..Compilation::default() };
    }
    let settings = Settings { level: request.level };
    let mut checker = Checker::new(&files, request.level);
    let mut workouts = Vec::new();
    // Without outputs to write, nothing of a workout need stay.
    let one_by_one = request.formats.is_empty() && !checker.takes_other_forms();
    let mut kept = Vec::new();
    let mut said = Collector::default();
    let mut segments = 0;
    while let Some(workout) = checker.next_workout() {
        if one_by_one {
            if segments > MOST_SEGMENTS {
                continue;
            }
            let (timeline, summary, found) = lay_out(&files, checker.program(), &workout, request);
            segments += timeline.segments.len();
            workouts.push(summary);
            said.extend(found);
            said.extend(more_than_fits(segments, &workout));
        } else {
            kept.push(workout);
        }
    }
    let (program, found, silences) = checker.finish(kept);
    diagnostics.extend(found);
    let mut timelines = Vec::with_capacity(program.workouts.len());
    for workout in &program.workouts {
        let (timeline, summary, found) = lay_out(&files, &program, workout, request);
        segments += timeline.segments.len();
        timelines.push(timeline);
        workouts.push(summary);
        said.extend(found);
        if let Some(diagnostic) = more_than_fits(segments, workout) {
            said.push(diagnostic);
            break;
        }
    }
    diagnostics.extend(said.finish());

    let mut outputs = Vec::new();
    if !has_errors(&diagnostics) {
        let source = &*files.get(Default::default()).name;
        let compiled = |(workout, timeline)| {
            let workout: &Workout = workout;
            Compiled { source, program: &program, workout, level: settings.level_of(workout), timeline }
        };
        let all: Vec<Compiled<'_>> =
            program.workouts.iter().map(|workout| &**workout).zip(&timelines).map(compiled).collect();
        outputs = emit(&all, source, request, &mut diagnostics);
    }
    silences.apply(&mut diagnostics, &request.rules);
    request.rules.apply(&mut diagnostics);
    if has_errors(&diagnostics) {
        // What could not be read may have been the workout.
        diagnostics.retain(|diagnostic| diagnostic.rule != Rule::NothingToBuild);
    }
    diagnostic::sort(&mut diagnostics);
    if has_errors(&diagnostics) {
        workouts.clear();
        outputs.clear();
    }
    Compilation { files: files.into_sources(), diagnostics, workouts, outputs }
}

/// The most segments that the workouts of one file may have together: those of fifty years of daily workouts. A
/// workout of a few words can have as many as a thousand written out, so the size of the file bounds nothing.
const MOST_SEGMENTS: usize = 2_000_000;

/// Reports the workout with which a file has more than can be laid out.
fn more_than_fits(segments: usize, workout: &Workout) -> Option<Diagnostic> {
    (segments > MOST_SEGMENTS).then(|| {
        let message = format!("with this workout the file comes to more than {MOST_SEGMENTS} segments");
        Diagnostic::new(Rule::TooLong, workout.span, message).help("put the workouts into several files")
    })
}

/// Lays a workout out in time, holds it against what it says of itself, and looks at it as a coach would.
fn lay_out<'p>(
    files: &Files,
    program: &'p Program,
    workout: &'p Workout,
    request: &Request,
) -> (Timeline<'p>, Summary, Vec<Diagnostic>) {
    let level = Settings { level: request.level }.level_of(workout);
    let (timeline, mut diagnostics) = timeline::lower(program, workout, level);
    diagnostics.extend(expect::check(program, workout, level, &timeline));
    let session = Session { file: files.get(workout.file), program, workout, level, timeline: &timeline };
    diagnostics.extend(lint::check(&session, &request.rules));
    let summary = Summary::of(workout, &timeline);
    (timeline, summary, diagnostics)
}

/// Writes the workouts of one file in every format that is asked for.
fn emit(
    all: &[Compiled<'_>],
    source: &str,
    request: &Request,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Output> {
    let mut outputs = Vec::new();
    if all.is_empty() {
        return outputs;
    }
    let suffixes = suffixes(all);
    for &format in &request.formats {
        let mut each = |text: &mut dyn FnMut(&Compiled<'_>) -> String| {
            let written = all.iter().zip(&suffixes);
            outputs.extend(written.map(|(one, suffix)| Output {
                format,
                suffix: suffix.clone(),
                text: text(one),
            }));
        };
        match format {
            Format::Json => {
                let level = request.level.unwrap_or_default();
                let document = json::document(source, level, all.iter().map(json::workout).collect());
                outputs.push(Output { format, suffix: String::new(), text: json::write(&document) });
            }
            Format::Markdown => each(&mut |one| markdown::write(one)),
            Format::Cues => each(&mut |one| {
                let (script, found) = cues::script(one, request.voice);
                diagnostics.extend(found);
                script.write()
            }),
        }
    }
    outputs
}

/// Returns what tells the files of several workouts apart: nothing for one, else `-` and its title in small letters.
fn suffixes(all: &[Compiled<'_>]) -> Vec<String> {
    if all.len() == 1 {
        return vec![String::new()];
    }
    let mut given = Slugs::default();
    let suffix = |one: &Compiled<'_>| {
        let mut slug = slug(&one.workout.title);
        slug.truncate(slug.char_indices().nth(LONGEST_SUFFIX).map_or(slug.len(), |(at, _)| at));
        format!("-{}", given.give(if slug.is_empty() { "workout" } else { &slug }))
    };
    all.iter().map(suffix).collect()
}

/// The longest part of a title that becomes part of a file's name, in characters: names of 255 bytes are the most that
/// file systems hold, and a character takes up to four.
const LONGEST_SUFFIX: usize = 40;

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

impl Summary {
    fn of(workout: &Workout, timeline: &Timeline<'_>) -> Self {
        Self {
            title: workout.title.clone(),
            rounds: timeline.rounds,
            least_ms: timeline.least_ms,
            likely_ms: timeline.likely_ms,
            most_ms: timeline.most_ms,
            estimated: timeline.estimated,
        }
    }
}
