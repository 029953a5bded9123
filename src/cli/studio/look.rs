//! What is said of a text while it is written.

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::refused::Refused;
use super::units::Units;
use crate::analysis::{Analysis, Compilation, PlanSummary, Request, Summary, analyse, diagnose};
use crate::check::program::Level;
use crate::cli::texts::Texts;
use crate::cli::words::count;
use crate::diagnostic::{Diagnostic, Severity, sentence};
use crate::service::{self, ActionKind, Document, Edit};
use crate::source::{FileId, Span};

/// The most that is said of a text at once. Nobody reads more.
const MOST_SAID: usize = 200;

/// What is asked of a text.
#[derive(Debug, Deserialize)]
pub struct Ask {
    pub name: String,
    pub text: String,
    #[serde(default)]
    pub level: Option<String>,
}

impl Ask {
    /// Returns what an analysis is asked for.
    pub fn request(&self, texts: &Texts) -> Result<Request, Refused> {
        let mut request = texts.settings.request.clone();
        if let Some(wanted) = &self.level {
            let level = Level::ALL.into_iter().find(|level| level.name() == wanted);
            request.level = Some(level.ok_or_else(|| Refused::bad("there is no such level"))?);
        }
        Ok(request)
    }
}

/// What is said of a text, with places as browsers count them.
#[derive(Debug, Serialize)]
pub struct Look {
    diagnostics: Vec<Said>,
    more: usize,
    certain: usize,
    highlights: Vec<(usize, usize, &'static str)>,
    times: Vec<TimeAt>,
    subjects: Vec<Subject>,
}

#[derive(Debug, Serialize)]
struct TimeAt {
    at: usize,
    said: String,
}

#[derive(Debug, Serialize)]
struct Subject {
    title: String,
    kind: &'static str,
    start: usize,
    end: usize,
    levels: Vec<LevelTime>,
    level: Option<&'static str>,
    about: Option<String>,
}

#[derive(Debug, Serialize)]
struct LevelTime {
    level: &'static str,
    least_ms: i64,
    likely_ms: i64,
    most_ms: i64,
    said: String,
}

#[derive(Debug, Serialize)]
struct Said {
    severity: &'static str,
    rule: &'static str,
    message: String,
    help: Option<String>,
    start: usize,
    end: usize,
    line: usize,
    file: Option<String>,
    actions: Vec<Action>,
}

#[derive(Debug, Serialize)]
struct Action {
    title: String,
    kind: &'static str,
    edits: Vec<EditAt>,
}

#[derive(Debug, Serialize)]
pub struct EditAt {
    start: usize,
    end: usize,
    text: String,
}

impl EditAt {
    /// Returns an edit with places as browsers count them.
    pub fn of(edit: Edit, units: &Units<'_>) -> Self {
        let [start, end] = units.places(edit.span);
        Self { start, end, text: edit.replacement }
    }
}

/// Says what there is to say of a text.
pub fn look(desk: &Desk, ask: &Ask) -> Result<Look, Refused> {
    let (texts, document) = desk.as_written(&ask.name, &ask.text)?;
    let request = ask.request(&texts)?;
    let units = Units::of(document.text());
    let analysis = analyse(document.source().clone(), &request, &texts);
    let subjects = subjects(&document, &analysis, &request, &texts, &units);
    let times = service::times(&document, &analysis);
    let blocks = times.blocks.iter().map(|time| (time.span.end, time.said()));
    let loads = times.loads.iter().map(|load| (load.span.end, load.said.clone()));
    let times = blocks.chain(loads).map(|(at, said)| TimeAt { at: units.place(at as usize), said });
    let times = times.collect();
    let highlights = service::highlights(&document).into_iter().map(|one| {
        let [start, end] = units.places(one.span);
        (start, end, one.kind.name())
    });
    let found = analysis.into_compilation();
    Ok(Look {
        more: found.diagnostics.len().saturating_sub(MOST_SAID),
        certain: found.diagnostics.iter().filter(|one| is_own(one) && one.fix.is_some()).count(),
        diagnostics: all_said(&document, &found, &units),
        highlights: highlights.collect(),
        times,
        subjects,
    })
}

fn is_own(diagnostic: &Diagnostic) -> bool {
    diagnostic.file == FileId::default()
}

/// Returns what is said, with what can be done about each.
fn all_said(document: &Document, found: &Compilation, units: &Units<'_>) -> Vec<Said> {
    let shown = &found.diagnostics[..found.diagnostics.len().min(MOST_SAID)];
    let mut all: Vec<Said> = shown.iter().map(|one| said(document, found, one, units)).collect();
    let whole = Span::new(0, document.text().len());
    for action in service::actions(document, shown, whole) {
        let kind = match action.kind {
            ActionKind::Fix => "fix",
            ActionKind::Choice => "choice",
            ActionKind::Allow => "allow",
            ActionKind::Define => "define",
            ActionKind::Refactor => continue,
        };
        if let Some(said) = action.diagnostic.and_then(|number| all.get_mut(number)) {
            let edits = action.edits.into_iter().map(|edit| EditAt::of(edit, units)).collect();
            said.actions.push(Action { title: action.title, kind, edits });
        }
    }
    all
}

fn said(document: &Document, found: &Compilation, one: &Diagnostic, units: &Units<'_>) -> Said {
    let other = found.files.get(usize::from(one.file.0)).filter(|_| !is_own(one));
    // What is said of another file is said at the top.
    let span = if is_own(one) { one.span() } else { Span::at(0) };
    let [start, end] = units.places(span);
    let mut message = sentence(&one.message);
    if let Some(here) = one.labels.first().filter(|label| !label.text.is_empty()) {
        message += &format!(" {}", sentence(&here.text));
    }
    Said {
        severity: match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        rule: one.rule.name(),
        message,
        help: one.help.as_deref().map(sentence),
        start,
        end,
        line: document.lines().line_at(span.start as usize),
        file: other.map(|file| file.name.to_string()),
        actions: Vec::new(),
    }
}

/// Returns the workouts and the plans, with what each level takes. None of a text with mistakes.
fn subjects(
    document: &Document,
    analysis: &Analysis,
    request: &Request,
    texts: &Texts,
    units: &Units<'_>,
) -> Vec<Subject> {
    if analysis.has_errors() {
        return Vec::new();
    }
    // Without ranges every level takes the same, and need not be looked at by itself.
    let found = analysis.compilation();
    let has_ranges = found.workouts.iter().any(|one| one.least_ms < one.most_ms);
    let at_levels = Level::ALL.map(|level| {
        let request = Request { level: Some(level), ..request.clone() };
        let looked_at = || diagnose(document.source().clone(), &request, texts).workouts;
        (level, if has_ranges { looked_at() } else { found.workouts.clone() })
    });
    let workouts = analysis.workouts().enumerate().map(|(number, one)| {
        let levels = at_levels.iter().filter_map(|(level, all)| Some(time(*level, all.get(number)?)));
        let workout = one.compiled().workout;
        let span =
            if workout.file == FileId::default() { document.written(workout.span) } else { Span::at(0) };
        let [start, end] = units.places(span);
        Subject {
            title: workout.title.clone(),
            kind: "workout",
            start,
            end,
            levels: levels.collect(),
            level: Some(one.compiled().level.name()),
            about: None,
        }
    });
    let plans = analysis.plans().zip(&found.plans).map(|(one, summary)| {
        let [start, end] = units.places(document.written(one.compiled().season.calendar.plan.span));
        let PlanSummary { title, weeks, sessions } = summary;
        let about = format!("{}, {}", count(*weeks as usize, "week"), count(*sessions as usize, "session"));
        Subject {
            title: title.clone(),
            kind: "plan",
            start,
            end,
            levels: Vec::new(),
            level: None,
            about: Some(about),
        }
    });
    workouts.chain(plans).collect()
}

fn time(level: Level, summary: &Summary) -> LevelTime {
    let &Summary { least_ms, likely_ms, most_ms, estimated, .. } = summary;
    let said = service::said_time(likely_ms, estimated);
    LevelTime { level: level.name(), least_ms, likely_ms, most_ms, said }
}
