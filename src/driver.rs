//! The pipeline in one screen: source in, outputs and diagnostics out; beside it [`mend`] and [`fn@format`]. Nothing here
//! reads or writes a file; what `use` asks for comes through [`ReadFile`].

use rustc_hash::FxHashSet;

use crate::catalog::{Slugs, slug};
pub use crate::check::LoadUnit;
use crate::check::program::{Level, Program, Workout};
use crate::check::{Checker, Files, Settings, summarise_unknown};
use crate::diagnostic::{self, Collector, Diagnostic, Levels, Rule, Severity};
use crate::emit::cues::Voice;
#[cfg(feature = "html")]
use crate::emit::html;
#[cfg(feature = "pdf")]
use crate::emit::pdf;
use crate::emit::player::model::Playbook;
use crate::emit::{CalendarOptions, Compiled, CompiledPlan, SheetOptions, cues, ics, json, markdown, player};
use crate::lint::{self, Linter, Session};
use crate::plan::{self, Calendar};
use crate::season::{self, Season};
use crate::source::{FileId, LineIndex, SourceFile, Span};
use crate::timeline::{self, Timeline, expect};

mod format;
mod load;
mod mend;
#[cfg(feature = "pdf")]
mod sheets;

pub use format::format;
#[cfg(feature = "cli")]
pub(crate) use load::too_large;
pub use mend::{Mended, apply, mend};

/// What is wanted of a compilation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The level to settle ranges at, unless the workout's own is wanted.
    pub level: Option<Level>,
    /// The level of a workout that states none, where none is asked for.
    pub default_level: Level,
    /// The outputs to make.
    pub formats: Vec<Format>,
    /// How fast the cues are spoken.
    pub voice: Voice,
    /// The rules that are set otherwise than they are by themselves.
    pub rules: Levels,
    /// What a load of a plain number is meant in, where that is known.
    pub units: Option<LoadUnit>,
    /// How sheets are laid out.
    pub sheet: SheetOptions,
    /// What calendars of plans are like.
    pub calendar: CalendarOptions,
    /// Whether playbooks are wanted beside the outputs.
    pub playbooks: bool,
    /// The athlete to compile for; the only one in sight where none is named.
    pub athlete: Option<AthleteWanted>,
}

/// Which athlete is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AthleteWanted {
    /// The one of this name, in the file or in one that it uses.
    Named(String),
    /// The one of another file.
    In(SourceFile),
}

impl Request {
    /// Returns what workouts are checked and settled by.
    fn settings(&self) -> Settings {
        Settings {
            level: self.level,
            default_level: self.default_level,
            all_levels: self.sheet.levels,
            units: self.units,
            athlete: match &self.athlete {
                Some(AthleteWanted::Named(name)) => Some(name.clone()),
                Some(AthleteWanted::In(_)) | None => None,
            },
        }
    }

    /// Returns the file that is given for its athlete alone.
    fn athletes_own(&self) -> Option<SourceFile> {
        match &self.athlete {
            Some(AthleteWanted::In(file)) => Some(file.clone()),
            Some(AthleteWanted::Named(_)) | None => None,
        }
    }
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
    /// A calendar of a plan.
    Ics,
    /// Sheets to print.
    #[cfg(feature = "pdf")]
    Pdf,
    /// A page that runs the workout.
    #[cfg(feature = "html")]
    Html,
}

impl Format {
    /// Those that are quickly made, whatever the crate is built with.
    pub const PLAIN: [Format; 4] = [Format::Json, Format::Markdown, Format::Cues, Format::Ics];

    /// All formats that this build of the crate makes.
    pub const ALL: &[Format] = &[
        Format::Json,
        Format::Markdown,
        Format::Cues,
        Format::Ics,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        #[cfg(feature = "html")]
        Format::Html,
    ];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues",
            Format::Ics => "ics",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            #[cfg(feature = "html")]
            Format::Html => "html",
        }
    }

    /// Returns the end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues.txt",
            Format::Ics => "ics",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            #[cfg(feature = "html")]
            Format::Html => "html",
        }
    }
}

/// Where `use` gets other files from.
pub trait ReadFile {
    /// Returns the text of a file; its path is relative to the project's root, with `/`. The error says why not.
    fn read(&self, path: &str) -> Result<String, String>;

    /// Returns a font that has this letter, for sheets: asked for a letter that none of ours has. Without it, its code is
    /// printed in its place.
    #[cfg(feature = "pdf")]
    fn font_with(&self, letter: char) -> Option<pdf::Font> {
        let _ = letter;
        None
    }
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
    /// A line about each plan.
    pub plans: Vec<PlanSummary>,
    /// The outputs; none where there are errors.
    pub outputs: Vec<Output>,
    /// What a player runs, one for each workout, where it was asked for; none where there are errors.
    pub playbooks: Vec<Playbook>,
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

/// What a line about a plan says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSummary {
    /// Its title.
    pub title: String,
    /// How many weeks it has.
    pub weeks: u32,
    /// How many sessions these have.
    pub sessions: u32,
}

/// One output.
#[derive(Debug, Clone)]
pub struct Output {
    /// Its format.
    pub format: Format,
    /// Empty, or `-warm-up` where a file has several workouts; ends in `.cards` for station cards.
    pub suffix: String,
    /// All of it.
    pub content: Content,
}

/// What an output consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Text, to be read by people or programs.
    Text(String),
    /// Bytes, as of a PDF.
    Binary(Vec<u8>),
}

impl Content {
    /// Returns it as text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text),
            Content::Binary(_) => None,
        }
    }

    /// Returns it as a file holds it.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Content::Text(text) => text.as_bytes(),
            Content::Binary(bytes) => bytes,
        }
    }
}

/// Compiles a file into what `request` asks for.
///
/// A file with errors gives diagnostics and no output; a file with warnings gives both.
pub fn compile(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Compilation {
    let (files, mut diagnostics) = load::load(source, request.athletes_own(), read);
    if diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::FileTooLarge) {
        // Of a file that was not read there is nothing else to say.
        return Compilation { files: files.into_sources(), diagnostics, ..Compilation::default() };
    }
    let settings = request.settings();
    let linter = Linter::new(&request.rules);
    let mut checker = Checker::new(&files, settings.clone());
    let mut workouts = Vec::new();
    // Without outputs to write, nothing of a workout need stay.
    let one_by_one = request.formats.is_empty() && !request.playbooks && !checker.takes_other_forms();
    let mut kept = Vec::new();
    let mut said = Collector::default();
    let mut segments = 0;
    while let Some(workout) = checker.next_workout() {
        if one_by_one {
            if segments > MOST_SEGMENTS {
                continue;
            }
            let (timeline, summary, found) = lay_out(&files, checker.program(), &workout, request, &linter);
            segments += timeline.segments.len();
            workouts.push(summary);
            said.extend(found);
            said.extend(more_than_fits(segments, &workout));
        } else {
            kept.push(workout);
        }
    }
    let (mut program, found, silences) = checker.finish(kept);
    diagnostics.extend(found);
    if let Some(starts) = request.calendar.starts {
        program.plans.iter_mut().for_each(|plan| plan.starts = Some(starts));
    }
    let mut timelines = Vec::with_capacity(program.workouts.len());
    for workout in &program.workouts {
        let (mut timeline, summary, found) = lay_out(&files, &program, workout, request, &linter);
        segments += timeline.segments.len();
        // The room that was not needed would add up.
        timeline.segments.shrink_to_fit();
        timelines.push(timeline);
        workouts.push(summary);
        said.extend(found);
        if let Some(diagnostic) = more_than_fits(segments, workout) {
            said.push(diagnostic);
            break;
        }
    }
    let mut calendars: Vec<Calendar<'_>> = Vec::new();
    for plan in &program.plans {
        let (calendar, found) = plan::expand(plan);
        said.extend(found);
        calendars.push(calendar);
    }
    let mut seasons = Vec::with_capacity(calendars.len());
    for calendar in &calendars {
        let (season, found) = season::lay_out(&program, calendar, &|workout| settings.level_of(workout));
        segments += season.sessions.iter().map(|session| session.timeline.segments.len()).sum::<usize>();
        said.extend(found);
        said.extend(linter.check_plan(&season, &files.get(calendar.plan.file).text));
        seasons.push(season);
        if segments > MOST_SEGMENTS {
            said.push(too_many_segments("plan", calendar.plan.title_span));
            break;
        }
    }
    diagnostics.extend(said.finish());

    let (mut outputs, mut playbooks) = (Vec::new(), Vec::new());
    if !has_errors(&diagnostics) {
        let source = &*files.get(Default::default()).name;
        let compiled = |(workout, timeline)| {
            let workout: &Workout = workout;
            Compiled { source, program: &program, workout, level: settings.level_of(workout), timeline }
        };
        let all: Vec<Compiled<'_>> =
            program.workouts.iter().map(|workout| &**workout).zip(&timelines).map(compiled).collect();
        let plans: Vec<CompiledPlan<'_>> =
            seasons.iter().map(|season| CompiledPlan { source, program: &program, season }).collect();
        outputs = emit((&all, &plans), source, request, &mut diagnostics, (&files, read));
        if request.playbooks {
            // What the script warns of has been said: it is looked for whether or not the script is wanted.
            let playbook = |one: &Compiled<'_>| player::playbook(one, &cues::script(one, request.voice).0);
            playbooks = all.iter().map(playbook).collect();
        }
    }
    let is_broken = has_errors(&diagnostics);
    silences.apply(&mut diagnostics, &request.rules);
    if is_broken {
        // What could not be read may have been the workout, what it needs, or its other side.
        let needs_all = [Rule::NothingToBuild, Rule::UnusedDefinition, Rule::UnusedUse, Rule::UnevenSides];
        diagnostics.retain(|diagnostic| !needs_all.contains(&diagnostic.rule));
    }
    drop_beside_errors(&mut diagnostics, &files.get(Default::default()).text);
    summarise_unknown(&mut diagnostics, &files.get(Default::default()).text);
    request.rules.apply(&mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    let mut plans: Vec<PlanSummary> = seasons.iter().map(PlanSummary::of).collect();
    if has_errors(&diagnostics) {
        workouts.clear();
        plans.clear();
        outputs.clear();
        playbooks.clear();
    }
    Compilation { files: files.into_sources(), diagnostics, workouts, plans, outputs, playbooks }
}

/// Drops what a coach would ask about a line that cannot be read as it was meant: one mistake, one message.
fn drop_beside_errors(diagnostics: &mut Vec<Diagnostic>, text: &str) {
    let is_asked = |one: &Diagnostic| one.rule.is_of_training() && one.file == FileId::default();
    if !has_errors(diagnostics) || !diagnostics.iter().any(is_asked) {
        return;
    }
    let lines = LineIndex::new(text);
    let line = |one: &Diagnostic| lines.line_at(one.span().start as usize);
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let broken: FxHashSet<usize> = errors.filter(|one| one.file == FileId::default()).map(line).collect();
    diagnostics.retain(|one| !is_asked(one) || !broken.contains(&line(one)));
}

/// The most segments that the workouts of one file may have together: those of fifty years of daily workouts. A
/// workout of a few words can have as many as a thousand written out, so the size of the file bounds nothing.
const MOST_SEGMENTS: usize = 2_000_000;

/// Reports the workout with which a file has more than can be laid out.
fn more_than_fits(segments: usize, workout: &Workout) -> Option<Diagnostic> {
    (segments > MOST_SEGMENTS).then(|| too_many_segments("workout", workout.span))
}

fn too_many_segments(what: &str, place: Span) -> Diagnostic {
    let message = format!("with this {what} the file comes to more than {MOST_SEGMENTS} segments");
    Diagnostic::new(Rule::TooLong, place, message).help(format!("put the {what}s into several files"))
}

/// Lays a workout out in time, holds it against what it says of itself, and looks at it as a coach would.
fn lay_out<'p>(
    files: &Files,
    program: &'p Program,
    workout: &'p Workout,
    request: &Request,
    linter: &Linter,
) -> (Timeline<'p>, Summary, Vec<Diagnostic>) {
    let level = request.settings().level_of(workout);
    let (timeline, mut diagnostics) = timeline::lower(program, workout, level);
    diagnostics.extend(expect::check(program, workout, level, &timeline));
    let session = linter.session(files.get(workout.file), program, workout, (level, &timeline));
    let found = linter.check(&session);
    lint::drop_said_better(&mut diagnostics, &found);
    diagnostics.extend(found);
    if !request.formats.contains(&Format::Cues) {
        diagnostics.extend(cues_too_long(files, &session, request));
    }
    let summary = Summary::of(workout, &timeline);
    (timeline, summary, diagnostics)
}

/// Looks whether the coach's own words find room in the script that nobody asked for. Whoever asks for it hears of that
/// when it is written.
fn cues_too_long(files: &Files, session: &Session<'_>, request: &Request) -> Vec<Diagnostic> {
    let Session { program, workout, level, timeline, .. } = *session;
    if request.rules.severity(Rule::CueTooLong).is_none() {
        return Vec::new();
    }
    let source = &*files.get(Default::default()).name;
    cues::too_long(&Compiled { source, program, workout, level, timeline }, request.voice)
}

/// Writes the workouts and the plans of one file in every format that is asked for.
fn emit(
    (all, plans): (&[Compiled<'_>], &[CompiledPlan<'_>]),
    source: &str,
    request: &Request,
    diagnostics: &mut Vec<Diagnostic>,
    files: (&Files, &dyn ReadFile),
) -> Vec<Output> {
    let mut outputs = Vec::new();
    // Only sheets need any.
    let _ = files;
    if all.is_empty() && plans.is_empty() {
        return outputs;
    }
    let titles = all.iter().map(|one| &*one.workout.title).chain(plans.iter().map(CompiledPlan::title));
    let (suffixes, of_plans) = {
        let mut suffixes = suffixes(titles);
        let of_plans = suffixes.split_off(all.len());
        (suffixes, of_plans)
    };
    for &format in &request.formats {
        let of_each_plan = |text: &mut dyn FnMut(&CompiledPlan<'_>) -> String, outputs: &mut Vec<Output>| {
            outputs.extend(plans.iter().zip(&of_plans).map(|(plan, suffix)| Output {
                format,
                suffix: suffix.clone(),
                content: Content::Text(text(plan)),
            }));
        };
        let mut each = |text: &mut dyn FnMut(&Compiled<'_>) -> String| {
            let written = all.iter().zip(&suffixes);
            outputs.extend(written.map(|(one, suffix)| Output {
                format,
                suffix: suffix.clone(),
                content: Content::Text(text(one)),
            }));
        };
        match format {
            Format::Json => {
                let level = request.settings().level();
                let program = all.first().map(|one| one.program).or(plans.first().map(|one| one.program));
                let athlete = program.and_then(|program| program.athlete.as_deref());
                let document = json::Document {
                    athlete: athlete.map(|athlete| athlete.name.as_str()),
                    plans: plans.iter().map(json::plan).collect(),
                    ..json::document(source, level, all.iter().map(json::workout).collect())
                };
                let content = Content::Text(json::write(&document));
                outputs.push(Output { format, suffix: String::new(), content });
            }
            Format::Markdown => {
                each(&mut |one| markdown::write(one));
                of_each_plan(&mut |plan| markdown::write_plan(plan), &mut outputs);
            }
            Format::Cues => each(&mut |one| {
                let (script, found) = cues::script(one, request.voice);
                diagnostics.extend(found);
                script.write()
            }),
            Format::Ics => {
                for (plan, suffix) in plans.iter().zip(&of_plans) {
                    match ics::write(plan, request.calendar.at) {
                        Some(calendar) => {
                            let content = Content::Text(calendar);
                            outputs.push(Output { format, suffix: suffix.clone(), content });
                        }
                        // Who asked for everything there is does not miss it.
                        None if request.calendar.asked_for => diagnostics.push(without_start(plan)),
                        None => {}
                    }
                }
            }
            #[cfg(feature = "pdf")]
            Format::Pdf => {
                let all: Vec<_> = all.iter().copied().zip(&suffixes).collect();
                let plans: Vec<_> = plans.iter().copied().zip(&of_plans).collect();
                outputs.extend(sheets::print(&all, &plans, request, files, diagnostics));
            }
            #[cfg(feature = "html")]
            Format::Html => {
                each(&mut |one| html::write(one, &cues::script(one, request.voice).0, request.sheet));
                of_each_plan(&mut |plan| html::write_plan(plan, request.voice, request.sheet), &mut outputs);
            }
        }
    }
    outputs
}

/// Reports a plan that has no calendar.
fn without_start(compiled: &CompiledPlan<'_>) -> Diagnostic {
    let plan = compiled.season.calendar.plan;
    let message = format!("there is no calendar of \"{}\", since it does not say when it starts", plan.title);
    Diagnostic::new(Rule::PlanWithoutStart, plan.title_span, message)
        .help(
            "write its first Monday after the weeks, such as `starts 2026-01-05`, or add `--starts 2026-01-05` to the \
             command",
        )
        .in_file(plan.file)
}

/// Returns what tells the files of several workouts and plans apart: nothing for one, else `-` and its title in small letters.
fn suffixes<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut given = Slugs::default();
    let suffix = |title: &str| {
        let mut slug = slug(title);
        slug.truncate(slug.char_indices().nth(LONGEST_SUFFIX).map_or(slug.len(), |(at, _)| at));
        format!("-{}", given.give(if slug.is_empty() { "workout" } else { &slug }))
    };
    let mut suffixes: Vec<String> = titles.map(suffix).collect();
    if let [only] = suffixes.as_mut_slice() {
        only.clear();
    }
    suffixes
}

/// The longest part of a title that becomes part of a file's name, in characters: names of 255 bytes are the most that
/// file systems hold, and a character takes up to four.
const LONGEST_SUFFIX: usize = 40;

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

impl PlanSummary {
    fn of(season: &Season<'_>) -> Self {
        let plan = season.calendar.plan;
        let sessions = season.weeks.iter().map(|week| week.sessions).sum();
        Self { title: plan.title.clone(), weeks: plan.weeks, sessions }
    }
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
