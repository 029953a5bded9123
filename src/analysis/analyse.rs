//! The pipeline: from a source to everything that is known of it.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::after_results;
use super::certain::{offer, only_certain};
use super::compilation::{Compilation, PlanSummary, Summary};
use super::everything::{Analysis, Good};
use super::files::ReadFile;
use super::judge::Judge;
use super::laid_out::{Expanded, Ground, InTime, LaidOut};
use super::loaded::Loaded;
use super::outlook::{Outlook, look_ahead, rules_of_outputs};
use super::request::Request;
use super::subjects::{MadeOnce, Subjects};
use super::trial::tried;
use crate::check::program::{Program, Step, StepKind, Workout, words};
use crate::check::{Checker, Files, Silences, said_of_what_was_written};
use crate::cores;
use crate::diagnostic::{Collector, Diagnostic, Rule};
use crate::emit::{Compiled, MadeOfWorkout, OneWorkout};
use crate::lint::{self, AllDone, Linter};
use crate::plan::{self, Calendar};
use crate::results::Replay;
use crate::season::{self, LaidOut as Session};
use crate::source::{FileId, Place, SourceFile, Span};
use crate::timeline::{self, Timeline, expect};

/// The most segments that the workouts of one file may have together: those of fifty years of daily workouts. A
/// workout of a few words can have as many as a thousand written out, so the size of the file bounds nothing.
pub(super) const MOST_SEGMENTS: usize = 2_000_000;

/// How many workouts are looked at side by side, each of which takes some microseconds. Files with fewer are done before
/// other cores could help.
const AT_ONCE: usize = 256;

/// Analyses a file, and those it uses: everything is known afterwards but the outputs themselves.
///
/// ```
/// use wodc::analysis::{NoFiles, Request, analyse};
/// use wodc::source::SourceFile;
///
/// let source = SourceFile::new("legs.wod", "circuit rounds 5 < squat 30s; rest 15s >");
/// let analysis = analyse(source, &Request::default(), &NoFiles);
/// let legs = analysis.workouts().next().unwrap();
/// assert_eq!(legs.title(), "legs");
/// assert_eq!(legs.strip().length_ms, 225_000);
/// ```
pub fn analyse(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Analysis {
    analyse_loaded(Loaded::new(source, request, read), request, read)
}

/// Analyses a file that was read before: see [`analyse`]. The request is for an athlete of these files.
pub fn analyse_loaded(loaded: Arc<Loaded>, request: &Request, read: &dyn ReadFile) -> Analysis {
    let files = &loaded.files;
    let source = loaded.source.clone();
    let mut diagnostics = loaded.diagnostics.clone();
    if is_unread(&diagnostics) {
        let compilation = Compilation::of_diagnostics(files.sources(), diagnostics);
        return Analysis::new(compilation, request, None);
    }
    let (sources, as_read, as_written) = (files.sources(), files.as_read(), files.as_written());
    let (program, replay, silences) = check_all(files, request, &mut diagnostics);
    let mut pass = LayingOut::new(request, replay);
    let made = MadeOnce::of(&program);
    let in_time = pass.lay_out_all(Ground { sources: as_read.clone(), program }, files, &made);
    // Nobody looks at the trees any more.
    let files = &loaded.files.without_trees();
    drop(loaded);
    diagnostics.extend(pass.said.finish());
    let diagnostics = said_of_what_was_written(files, diagnostics);
    let mut judge = Judge::of_text(diagnostics, silences, &as_read[0].text, &request.rules);
    // Outputs that will not be made need not be looked at.
    let not_looked_for = if judge.has_errors() { rules_of_outputs(&request.formats) } else { Vec::new() };
    let mut outlook = Outlook::default();
    if !judge.has_errors() {
        let subjects = Subjects { in_time: &in_time, made: &made, request };
        let (foreseen, found) = look_ahead(subjects, read);
        judge.add_of_outputs(said_of_what_was_written(files, found));
        outlook = foreseen.with_segments(pass.segments);
    }
    let diagnostics = only_certain(as_written.diagnostics(judge.finish(&not_looked_for)), &sources[0].text);
    let compilation = Compilation::of_diagnostics(sources, diagnostics);
    let mut compilation = with_tried_corrections(compilation, source, request, read);
    if compilation.has_errors() {
        return Analysis::new(compilation, request, None);
    }
    compilation.workouts = pass.workouts;
    compilation.plans = in_time.borrow_dependent().seasons.iter().map(PlanSummary::of).collect();
    Analysis::new(compilation, request, Some(Good { in_time, made, outlook }))
}

/// Says what [`analyse`] says of a file for which no output is wanted, and keeps nothing else: a workout is let go once
/// it was looked at.
pub fn diagnose(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Compilation {
    diagnose_loaded(Loaded::new(source, request, read), request, read)
}

/// Says the same of a file that was read before, for an athlete of these files.
pub fn diagnose_loaded(loaded: Arc<Loaded>, request: &Request, read: &dyn ReadFile) -> Compilation {
    diagnose_and_count(loaded, request, read).0
}

/// Says the same, and how many segments the workouts have.
pub(super) fn diagnose_counted(
    source: SourceFile,
    request: &Request,
    read: &dyn ReadFile,
) -> (Compilation, usize) {
    diagnose_and_count(Loaded::new(source, request, read), request, read)
}

fn diagnose_and_count(loaded: Arc<Loaded>, request: &Request, read: &dyn ReadFile) -> (Compilation, usize) {
    let source = loaded.source.clone();
    let (compilation, segments) = diagnose_read(&loaded, request);
    drop(loaded);
    (with_tried_corrections(compilation, source, request, read), segments)
}

/// The most corrections that are tried before anybody asks for them. Nobody reads more; `mend` tries any number.
const MOST_TRIED: usize = 1000;

/// Makes offers of the corrections that would leave more mistakes than they find.
fn with_tried_corrections(
    mut compilation: Compilation,
    source: SourceFile,
    request: &Request,
    read: &dyn ReadFile,
) -> Compilation {
    let is_own = |one: &Diagnostic| one.file == FileId::default() && one.fix.is_some();
    let corrections = compilation.diagnostics.iter().filter(|one| is_own(one)).count();
    if corrections == 0 || corrections > MOST_TRIED {
        return compilation;
    }
    let diagnose = |source| diagnose_once(source, request, read);
    let (statements, _) = tried(&source, compilation.clone(), &diagnose);
    for one in compilation.diagnostics.iter_mut().filter(|one| is_own(one)) {
        if one.fix.as_ref().is_some_and(|fix| !statements.allow(fix, &source.text)) {
            offer(one, &source.text);
        }
    }
    compilation
}

/// Says what there is to say of a file, with corrections that were not tried yet.
pub(super) fn diagnose_once(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Compilation {
    diagnose_read(&Loaded::new(source, request, read), request).0
}

/// Returns the files of a compilation and everything that is found in them, before anything is silenced or gets its level;
/// and how many segments the workouts have.
pub(super) fn said_unjudged(
    source: SourceFile,
    request: &Request,
    read: &dyn ReadFile,
) -> (Vec<SourceFile>, Vec<Diagnostic>, usize) {
    let loaded = Loaded::new(source, request, read);
    let Everything { diagnostics, segments, .. } = look_at_everything(&loaded, request);
    let diagnostics = loaded.files.as_written().diagnostics(diagnostics);
    (loaded.files.sources(), diagnostics, segments)
}

fn diagnose_read(loaded: &Loaded, request: &Request) -> (Compilation, usize) {
    let files = &loaded.files;
    let sources = files.sources();
    if is_unread(&loaded.diagnostics) {
        return (Compilation::of_diagnostics(sources, loaded.diagnostics.clone()), 0);
    }
    let Everything { diagnostics, silences, workouts, plans, segments } = look_at_everything(loaded, request);
    let text = &files.get(Default::default()).text;
    let diagnostics = Judge::of_text(diagnostics, silences, text, &request.rules).finish(&[]);
    let diagnostics = only_certain(files.as_written().diagnostics(diagnostics), &sources[0].text);
    let compilation = Compilation::of_diagnostics(sources, diagnostics);
    if compilation.has_errors() {
        return (compilation, segments);
    }
    (Compilation { workouts, plans, ..compilation }, segments)
}

/// What a look at files without their outputs finds.
struct Everything {
    diagnostics: Vec<Diagnostic>,
    silences: Silences,
    workouts: Vec<Summary>,
    plans: Vec<PlanSummary>,
    segments: usize,
}

fn look_at_everything(loaded: &Loaded, request: &Request) -> Everything {
    let files = &loaded.files;
    let mut diagnostics = loaded.diagnostics.clone();
    let mut pass = LayingOut::new(request, None);
    let mut checker = Checker::new(files, request.settings());
    // A level may take forms of movements that are only named further on.
    let waiting = if checker.takes_other_forms() || checker.has_results() {
        next_workouts(&mut checker, usize::MAX)
    } else {
        pass.diagnose_each(files, &mut checker);
        Vec::new()
    };
    let (program, found, silences) = checker.finish(waiting);
    diagnostics.extend(found);
    let program = after_results::with_starts(program, request);
    pass.replay = after_results::replayed(files, request, &program);
    let program = as_done_alone(after_results::workouts(request, program, pass.replay.as_ref()));
    pass.diagnose(files, &program, &program.workouts);
    pass.results(&program);
    let calendars = pass.calendars(files, &program);
    let plans: Vec<PlanSummary> = calendars
        .iter()
        .map_while(|calendar| Some(PlanSummary::of(&pass.season(files, &program, calendar)?)))
        .collect();
    diagnostics.extend(pass.said.finish());
    let diagnostics = said_of_what_was_written(files, diagnostics);
    Everything { diagnostics, silences, workouts: pass.workouts, plans, segments: pass.segments }
}

/// Tells whether the file was not read, so that there is nothing else to say about it.
fn is_unread(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::FileTooLarge)
}

/// Checks all of a file, and replays its results. The next sessions alone have the figures that they have then.
fn check_all(
    files: &Files,
    request: &Request,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Program, Option<Replay>, Silences) {
    let (program, silences) = after_results::checked(files, request, diagnostics);
    if request.next {
        let (program, found) = after_results::next(files, request, program);
        diagnostics.extend(found);
        return (as_done_alone(program), None, silences);
    }
    let replay = after_results::replayed(files, request, &program);
    let program = after_results::workouts(request, program, replay.as_ref());
    (as_done_alone(program), replay, silences)
}

/// Checks the next workouts of a file, so many at most.
fn next_workouts(checker: &mut Checker<'_>, most: usize) -> Vec<Arc<Workout>> {
    let workouts = std::iter::from_fn(|| checker.next_workout());
    workouts.take(most).map(|workout| plan::alone(&workout)).collect()
}

/// Writes the workouts of a file as they are done on their own. Those of its plans stay as they are.
fn as_done_alone(mut program: Program) -> Program {
    program.workouts.iter_mut().for_each(|workout| *workout = words::alone(workout));
    program
}

/// Workouts and plans on their way into time.
struct LayingOut<'r> {
    request: &'r Request,
    /// What the results come to.
    replay: Option<Replay>,
    linter: Linter,
    said: Collector,
    /// How many segments there are so far.
    segments: usize,
    workouts: Vec<Summary>,
    /// The workouts that others do, or plans, and that were looked through for filled blanks.
    looked_at: FxHashSet<Place>,
}

/// What came of a look at a workout.
struct Looked {
    summary: Summary,
    segments: usize,
    found: Vec<Diagnostic>,
}

impl<'r> LayingOut<'r> {
    fn new(request: &'r Request, replay: Option<Replay>) -> Self {
        Self {
            request,
            replay,
            linter: Linter::new(&request.rules),
            said: Collector::default(),
            segments: 0,
            workouts: Vec::new(),
            looked_at: FxHashSet::default(),
        }
    }

    /// Lays everything out.
    fn lay_out_all(&mut self, ground: Ground, files: &Files, made: &MadeOnce) -> InTime {
        let expanded = Expanded::new(ground, |ground| self.calendars(files, &ground.program));
        InTime::new(expanded, |expanded| {
            let program = &expanded.borrow_owner().program;
            let mut laid_out = LaidOut::default();
            for (number, workout) in program.workouts.iter().enumerate() {
                let made = made.of_workout(number);
                let Some(mut timeline) = self.workout(files, program, workout, made) else { break };
                // The room that was not needed would add up.
                timeline.segments.shrink_to_fit();
                laid_out.timelines.push(timeline);
            }
            self.results(program);
            for calendar in expanded.borrow_dependent() {
                let Some(season) = self.season(files, program, calendar) else { break };
                laid_out.seasons.push(season);
            }
            laid_out
        })
    }

    /// Checks one workout after the other and looks at it. Those of a large file are looked at while the next are checked.
    fn diagnose_each(&mut self, files: &Files, checker: &mut Checker<'_>) {
        let mut checked = next_workouts(checker, AT_ONCE);
        let mut program = Program::default();
        while checked.len() >= AT_ONCE {
            if program.movements.len() < checker.program().movements.len() {
                program = checker.program().clone();
            }
            self.linter.learn(&program);
            // The more movements there are to clone, the rarer that has to be.
            let most = AT_ONCE.max(program.movements.len() / 4);
            let wanted = if self.segments > MOST_SEGMENTS { &[] } else { &checked[..] };
            let (next, looked) = cores::both(
                || next_workouts(checker, most),
                || cores::map(wanted, |workout| self.look_alone(files, &program, workout)),
            );
            self.keep_all(files, &program, looked);
            checked = next;
        }
        self.diagnose(files, checker.program(), &checked);
    }

    /// Looks at workouts, and keeps only what there is to say about them.
    fn diagnose(&mut self, files: &Files, program: &Program, workouts: &[Arc<Workout>]) {
        self.linter.learn(program);
        for workouts in workouts.chunks(AT_ONCE) {
            if self.segments > MOST_SEGMENTS {
                return;
            }
            let looked = workouts.iter().map(|workout| self.look_alone(files, program, workout)).collect();
            self.keep_all(files, program, looked);
        }
    }

    /// Looks at a workout as it is done on its own.
    fn look_alone(&self, files: &Files, program: &Program, workout: &Arc<Workout>) -> (Arc<Workout>, Looked) {
        let workout = words::alone(workout);
        let (_, looked) = self.look(files, program, &workout, Arc::default());
        (workout, looked)
    }

    /// Keeps what came of several looks, up to the workout with which there is more than fits.
    fn keep_all(&mut self, files: &Files, program: &Program, all: Vec<(Arc<Workout>, Looked)>) {
        for (workout, looked) in all {
            if self.segments > MOST_SEGMENTS {
                return;
            }
            self.keep(files, program, &workout, looked);
        }
    }

    /// Lays a workout out in time and looks at it. What outputs will share of it goes to `made`. None where it comes after
    /// more than fits.
    fn workout<'p>(
        &mut self,
        files: &Files,
        program: &'p Program,
        workout: &'p Workout,
        made: Arc<MadeOfWorkout>,
    ) -> Option<Timeline<'p>> {
        if self.segments > MOST_SEGMENTS {
            return None;
        }
        self.linter.learn(program);
        let (timeline, looked) = self.look(files, program, workout, made);
        self.keep(files, program, workout, looked);
        Some(timeline)
    }

    /// Lays a workout out in time, holds it against what it says of itself, and looks at it as a coach would.
    fn look<'p>(
        &self,
        files: &Files,
        program: &'p Program,
        workout: &'p Workout,
        made: Arc<MadeOfWorkout>,
    ) -> (Timeline<'p>, Looked) {
        let level = self.request.settings().level_of(workout);
        let (timeline, mut found) = timeline::lower(program, workout, level);
        found.extend(expect::check(program, workout, level, &timeline));
        let view = self.linter.view(files.get(workout.file), program, workout, (level, &timeline));
        let asked = self.linter.check(&view);
        lint::drop_said_better(&mut found, &asked);
        found.extend(asked);
        if self.request.rules.severity(Rule::CueTooLong).is_some() {
            let source = &*files.get(Default::default()).name;
            let compiled = Compiled { source, program, workout, level, timeline: &timeline };
            let one = OneWorkout::with(compiled, self.request.options.voice, made);
            found.extend(one.words_without_room());
        }
        let looked =
            Looked { summary: Summary::of(workout, &timeline), segments: timeline.segments.len(), found };
        (timeline, looked)
    }

    /// Keeps what came of a look at a workout, and looks at what it does.
    fn keep(&mut self, files: &Files, program: &Program, workout: &Workout, looked: Looked) {
        self.segments += looked.segments;
        self.workouts.push(looked.summary);
        self.said.extend(looked.found);
        self.look_at_filled(files, program, &workout.steps);
        if self.segments > MOST_SEGMENTS {
            self.said.push(too_many_segments("workout", workout.span));
        }
    }

    /// Looks at the workouts with filled blanks among some steps, which are no outputs, each once.
    fn look_at_filled(&mut self, files: &Files, program: &Program, steps: &[Step]) {
        for step in steps {
            match &step.kind {
                StepKind::Do(done) if self.looked_at.insert(done.place()) => {
                    if done.values.is_some() {
                        let level = self.request.settings().level_of(done);
                        let (timeline, _) = timeline::lower(program, done, level);
                        let view = self.linter.view(files.get(done.file), program, done, (level, &timeline));
                        self.said.extend(self.linter.check(&view));
                    }
                    self.look_at_filled(files, program, &done.steps);
                }
                StepKind::Block(block) => self.look_at_filled(files, program, &block.steps),
                StepKind::Turns(turns) => {
                    turns.items.iter().for_each(|item| self.look_at_filled(files, program, item));
                }
                StepKind::Do(_)
                | StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_) => {}
            }
        }
    }

    /// Looks at the results as a coach would.
    fn results(&mut self, program: &Program) {
        if let Some(done) = AllDone::of(program, self.replay.as_ref()) {
            self.said.extend(self.linter.check_results(&done));
        }
    }

    /// Writes all plans out, day by day.
    fn calendars<'p>(&mut self, files: &Files, program: &'p Program) -> Vec<Calendar<'p>> {
        let (calendars, found) = after_results::written_out(files, program);
        self.said.extend(found);
        self.said.extend(after_results::unfounded(files, self.request, program, &calendars));
        after_results::plans(program, self.request, calendars, self.replay.as_ref())
    }

    /// Lays a plan out in time, and looks at it as a coach would. None where it comes after more than fits.
    fn season<'p>(
        &mut self,
        files: &Files,
        program: &'p Program,
        calendar: &'p Calendar<'p>,
    ) -> Option<season::Season<'p>> {
        if self.segments > MOST_SEGMENTS {
            return None;
        }
        self.linter.learn(program);
        let settings = self.request.settings();
        let (season, found) = season::lay_out(program, calendar, &|workout| settings.level_of(workout));
        self.segments += season.sessions.iter().map(|session| session.timeline.segments.len()).sum::<usize>();
        self.said.extend(found);
        for session in &season.sessions {
            let Session { template, workout, level, timeline, .. } = session;
            if template.values.is_some() && self.looked_at.insert(template.place()) {
                let view = self.linter.view(files.get(template.file), program, workout, (*level, timeline));
                self.said.extend(self.linter.check(&view));
            }
            self.look_at_filled(files, program, &workout.steps);
        }
        let done = AllDone::of(program, self.replay.as_ref());
        self.said.extend(self.linter.check_plan(&season, &files.get(calendar.plan.file).text, done));
        if self.segments > MOST_SEGMENTS {
            self.said.push(too_many_segments("plan", calendar.plan.title_span));
        }
        Some(season)
    }
}

/// Reports the workout or the plan with which a file has more than can be laid out.
fn too_many_segments(what: &str, place: Span) -> Diagnostic {
    let message = format!("with this {what} the file comes to more than {MOST_SEGMENTS} segments");
    Diagnostic::new(Rule::TooLong, place, message).help(format!("put the {what}s into several files"))
}
