//! Workouts: the file's own, those in `workout` blocks, and those that are done by `do`.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Checker;
use super::head::Shared;
use super::movement::first_line;
use super::program::{Scale, Step, StepKind, Workout};
use super::scope::Scope;
use super::titles::{Titles, layout, own_title};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::source::{At, FileId, Place, Span};
use crate::syntax::tree::{AboutWord, Statement, StatementKind, TextWord, Tree, WorkoutDefinition};

/// How deep blocks and workouts that do others may be nested, taken together. It bounds everything that recurses over a
/// program.
pub(super) const MAX_DEPTH: usize = 128;

/// How many steps a workout may have when every `do` in it is written out. A workout of this many is refused before
/// anything walks it.
const MAX_STEPS: usize = 100_000;

/// The workouts that were checked.
#[derive(Debug, Default)]
pub(super) struct Workouts {
    /// The workouts of each file by their titles.
    pub(super) titles: FxHashMap<FileId, Titles>,
    pub(super) done: FxHashMap<Place, State>,
    /// The workouts around the current one, for the message about a circle.
    pub(super) way: Vec<Place>,
    /// Whether any workout of the file states a level, which can replace movements by other forms.
    pub(super) any_level: bool,
    /// Whether any workout of any file does another, so that checked workouts must be kept.
    any_do: bool,
    /// How the workouts of the current day are scaled, by the place of their `do`, in text order.
    scales: Vec<At<Scale>>,
    /// How many titles were unknown.
    pub(super) unknown: usize,
    /// What to check next.
    next: Next,
}

/// Which workout of the main file comes next.
#[derive(Debug, Clone, Copy, Default)]
enum Next {
    /// The bare steps of the file.
    Single,
    /// The next `workout` block, from this statement on.
    From(usize),
    /// There are no more.
    #[default]
    Nothing,
}

impl Workouts {
    pub(super) fn new(files: &super::Files) -> Self {
        let any_do = files.iter().any(|(_, file)| file.tree.does_another);
        Self { any_do, ..Self::default() }
    }
}

/// How far the check of a workout has come.
#[derive(Debug, Clone)]
pub(super) enum State {
    /// It is being checked. Doing it now would be a circle.
    Open,
    /// Checked. None where it has errors.
    Done(Option<Checked>),
}

/// A workout with its size.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) workout: Arc<Workout>,
    depth: usize,
    steps: usize,
}

impl<'f> Checker<'f> {
    /// Finds out what kind of file it is, and reports statements that do not belong in it.
    pub(super) fn layout(&mut self) {
        let files: &'f super::Files = self.files;
        let tree = &files.get(self.file).tree;
        self.workouts.any_level = tree.states_level;
        let layout = layout(tree);
        if let (Some(step), Some(workout)) = (layout.step, layout.workout) {
            let choices = self.one_workout(tree, step);
            self.report(
                Diagnostic::new(Rule::StepsAndWorkouts, step, "this step does not belong to any workout")
                    .and_at(workout, "this file has `workout` blocks")
                    .help(
                        "put the step into a `workout \"…\" < … >`, or remove the blocks to have one workout",
                    )
                    .choices(choices),
            );
        } else if layout.workout.is_some() {
            self.check_titles(tree);
            self.workouts.next = if self.check_shared() { Next::From(0) } else { Next::Nothing };
        } else {
            self.workouts.next = Next::Single;
        }
    }

    /// Offers what makes one workout of the only one of a file and of a step behind it.
    fn one_workout(&self, tree: &Tree, step: Span) -> Vec<diagnostic::Choice> {
        let workouts = tree.statements.iter().filter_map(|statement| match &statement.kind {
            StatementKind::Workout(definition) => Some((statement.span, definition.title.span)),
            _ => None,
        });
        let workouts: Vec<(Span, Span)> = workouts.take(2).collect();
        let text = &self.files.get(self.file).text;
        let [(span, title)] = workouts[..] else { return Vec::new() };
        let after_title = &text[title.range().end..span.range().end];
        let (Some(inside), true) = (after_title.trim_start().strip_prefix('<'), after_title.ends_with('>'))
        else {
            return Vec::new();
        };
        if step.start < span.end {
            return Vec::new();
        }
        let close = span.range().end - 1;
        let line = text[..close].trim_end_matches([' ', '\t']).len();
        let (title_text, step_text) = (self.text(title), self.text(step));
        let (before_close, added) = match text[..line].ends_with(['\n', '\r']) {
            true => (Span::at(line), format!("  {step_text}\n")),
            false => (Span::new(text[..close].trim_end().len(), close), format!("; {step_text} ")),
        };
        let gone = self.room_of_statement(step);
        let into = format!("Move `{}` into {title_text}", first_line(step_text));
        let into = diagnostic::Choice::new(into, before_close, added).and(gone, "");
        let open = Span::new(span.range().start, span.range().end - inside.len());
        let line_ends = inside.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
        let heading = format!("title {title_text}{}", if line_ends { "" } else { ";" });
        let without = self.room_of_statement(Span::new(close, close + 1));
        let all = format!("Make all of it the workout {title_text}");
        let all = diagnostic::Choice::new(all, open, heading).and(without, "");
        vec![into, all]
    }

    /// Tells whether the main file has a workout.
    pub(super) fn has_workouts(&self) -> bool {
        let layout = layout(&self.files.get(FileId::default()).tree);
        layout.step.is_some() || layout.workout.is_some()
    }

    /// Returns the files whose workouts were done or looked for.
    pub(super) fn done_from(&self) -> impl Iterator<Item = FileId> {
        self.workouts.done.keys().map(|place| place.file)
    }

    /// Checks the next workout. The outer none means that there are no more, and the inner one that it has errors.
    pub(super) fn check_next(&mut self) -> Option<Option<Arc<Workout>>> {
        let files: &'f super::Files = self.files;
        let tree = &files.get(self.file).tree;
        match self.workouts.next {
            Next::Nothing => None,
            Next::Single => {
                self.workouts.next = Next::Nothing;
                Some(self.single_workout(tree, layout(tree).step.is_some()))
            }
            Next::From(start) => {
                let is_workout = |statement: &Statement| matches!(&statement.kind, StatementKind::Workout(workout) if !workout.is_template());
                let number = start + tree.statements[start..].iter().position(is_workout)?;
                self.workouts.next = Next::From(number + 1);
                Some(self.workout_at(self.file, Some(number)).map(|checked| checked.workout))
            }
        }
    }

    /// Checks a file of bare steps.
    fn single_workout(&mut self, tree: &'f Tree, has_steps: bool) -> Option<Arc<Workout>> {
        let whole = Span::new(0, self.files.get(self.file).text.len());
        let title = own_title(self.files, self.file);
        if !has_steps {
            let defines = tree.statements.iter().any(|statement| is_definition(&statement.kind));
            let unread = tree
                .statements
                .iter()
                .any(|statement| matches!(statement.kind, StatementKind::Unreadable(_)));
            if !unread && !defines {
                self.report(
                    Diagnostic::new(Rule::NothingToBuild, Span::at(0), "there is no workout in this file")
                        .help("a workout is a line for each thing to do, such as `squat 30s` or `run 5km`"),
                );
            }
            // Its statements are checked all the same.
            self.body(&tree.statements, whole, title, Shared::default(), &Scope::FILE);
            return None;
        }
        let place = Place::new(self.file, whole);
        self.workouts.way.push(place);
        self.workouts.done.insert(place, State::Open);
        let checked = self.body(&tree.statements, whole, title, Shared::default(), &Scope::FILE);
        self.workouts.way.pop();
        let kept = if self.workouts.any_do { checked.clone() } else { None };
        self.workouts.done.insert(place, State::Done(kept));
        checked.map(|checked| checked.workout)
    }

    /// Checks the statements of a day of a plan as those of a workout, which may have no steps.
    pub(super) fn body_of_day(&mut self, statements: &'f [Statement], span: Span) -> Option<Workout> {
        let checked = self.body(statements, span, String::new(), Shared::default(), &Scope::DAY)?;
        Some(Arc::unwrap_or_clone(checked.workout))
    }

    /// Returns how the workouts of the current day are scaled.
    pub(super) fn scales(&mut self) -> &mut Vec<At<Scale>> {
        &mut self.workouts.scales
    }

    /// Checks a workout of a file once: one of its statements, or its bare steps.
    pub(super) fn workout_at(&mut self, file: FileId, number: Option<usize>) -> Option<Checked> {
        let place = self.place_of(file, number);
        if let Some(State::Done(checked)) = self.workouts.done.get(&place) {
            return checked.clone();
        }
        let files: &'f super::Files = self.files;
        let here = std::mem::replace(&mut self.file, file);
        let reported = self.diagnostics.len();
        self.workouts.done.insert(place, State::Open);
        self.workouts.way.push(place);
        let tree = &files.get(file).tree;
        let titles = self.titles(files.filling(file).map_or(file, |filling| filling.template.file));
        let shared = titles.shared.clone();
        let definition = number.and_then(|number| tree.statements.get(number));
        let checked = match definition.map(|statement| (statement, &statement.kind)) {
            Some((statement, StatementKind::Workout(definition))) => {
                let title = self.title_of_sessions(definition);
                self.body(&definition.body, statement.span, title, shared, &Scope::WORKOUT)
            }
            Some(_) | None => {
                let whole = Span::new(0, files.get(file).text.len());
                self.body(&tree.statements, whole, own_title(files, file), Shared::default(), &Scope::FILE)
            }
        };
        self.workouts.way.pop();
        self.file = here;
        if files.filling(file).is_none() && !self.is_of_this(file) {
            // Mistakes in a used file are reported when that file is compiled.
            self.diagnostics.truncate(reported);
        }
        let kept = if self.workouts.any_do { checked.clone() } else { None };
        self.workouts.done.insert(place, State::Done(kept));
        checked
    }

    /// Tells whether what is wrong with a file is said together with the one at hand: it is the same, or the one of the
    /// template that was filled.
    pub(super) fn is_of_this(&self, file: FileId) -> bool {
        file == self.file
            || self.files.filling(self.file).is_some_and(|filling| filling.template.file == file)
    }

    /// Checks the workouts with blanks that nothing does, with values that might be there.
    pub(super) fn check_stand_ins(&mut self) {
        let files: &'f super::Files = self.files;
        for &filling in files.stand_ins() {
            self.file = FileId::default();
            self.workout_at(filling, Some(0));
        }
        self.file = FileId::default();
    }

    /// Returns what the sessions of a workout are called: what its `title` says, else the title that `do` uses, with the
    /// values of its blanks.
    fn title_of_sessions(&self, definition: &WorkoutDefinition) -> String {
        let stated = definition.body.iter().find_map(|statement| {
            let StatementKind::Text(TextWord::About(AboutWord::Title), texts) = &statement.kind else {
                return None;
            };
            texts.first().map(|&text| self.title(text)).filter(|title| !title.trim().is_empty())
        });
        let filled = || self.files.filling(self.file).map(|filling| filling.title.clone());
        stated.or_else(filled).unwrap_or_else(|| self.title(definition.title))
    }

    /// Checks the statements of one workout.
    fn body(
        &mut self,
        statements: &'f [Statement],
        span: Span,
        title: String,
        shared: Shared,
        scope: &Scope,
    ) -> Option<Checked> {
        let mut workout = Workout {
            file: self.file,
            title,
            about: shared.about,
            tags: shared.tags,
            span,
            values: self.files.filling(self.file).map(|filling| filling.values.clone()),
            takes_words: scope.plan || self.files.filling(self.file).is_some(),
            ..Workout::default()
        };
        let before = self.diagnostics.len();
        let outer = self.enter_percent((!scope.file).then_some(statements), scope.plan);
        self.head(statements, &mut workout);
        let steps = self.steps(statements, span, scope);
        self.percent = outer;
        let steps = steps?;
        self.check_tests(&steps);
        let failed = self.diagnostics.has_error_since(before, self.file);
        workout.steps = steps;
        if failed {
            return None;
        }
        let (depth, steps) = self.size(&workout.steps);
        if depth > MAX_DEPTH || steps > MAX_STEPS {
            let message = if depth > MAX_DEPTH {
                format!("workouts and blocks are nested more than {MAX_DEPTH} deep here")
            } else {
                format!("with every `do` written out, this workout has more than {MAX_STEPS} steps")
            };
            let place = workout
                .steps
                .iter()
                .find(|step| matches!(step.kind, StepKind::Do(_)))
                .map_or(span, |step| step.span);
            self.report(Diagnostic::new(Rule::TooLong, place, message));
            return None;
        }
        Some(Checked { workout: Arc::new(workout), depth, steps })
    }

    /// Returns how deep the steps are nested and how many there are, with every `do` written out.
    fn size(&self, steps: &[Step]) -> (usize, usize) {
        let mut depth = 0;
        let mut count = steps.len();
        for step in steps {
            let (inner_depth, inner_count) = match &step.kind {
                StepKind::Block(block) => self.size(&block.steps),
                StepKind::Do(workout) => match self.workouts.done.get(&workout.place()) {
                    Some(State::Done(Some(checked))) => (checked.depth, checked.steps),
                    Some(State::Done(None) | State::Open) | None => (0, 0),
                },
                StepKind::Turns(turns) => turns
                    .items
                    .iter()
                    .map(|item| self.size(item))
                    .fold((0, 0_usize), |(depth, count), (own_depth, own)| {
                        (depth.max(own_depth), count.saturating_add(own))
                    }),
                StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {
                    continue;
                }
            };
            depth = depth.max(inner_depth + 1);
            count = count.saturating_add(inner_count);
        }
        (depth, count)
    }
}

fn is_definition(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::MovementDefinition(_)
            | StatementKind::Pose(_)
            | StatementKind::Athlete(_)
            | StatementKind::Team(_)
            | StatementKind::Plan(_)
            | StatementKind::Done(_)
            | StatementKind::Results(_)
            | StatementKind::Workout(_)
    )
}
