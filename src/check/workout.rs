//! Workouts: the file's own, those in `workout` blocks, and those that are done by `do`.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Checker;
use super::day::is_rest_day;
use super::names::SUGGESTIONS;
use super::program::{Scale, Step, StepKind, Workout};
use super::scope::Scope;
use crate::catalog::unescape;
use crate::diagnostic::{Diagnostic, Rule, did_you_mean, near, nearest};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Do, Statement, StatementKind, Text, TextWord, Tree};

/// How deep blocks and workouts that do others may stand inside each other, taken together. It bounds what recurses
/// over a program.
const MAX_DEPTH: usize = 128;

/// How many steps a workout may have when every `do` in it is written out. A workout of this many is refused before
/// anything walks it.
const MAX_STEPS: usize = 100_000;

/// How many movements one statement may offer to choose from. Each is held against all the others.
const MAX_ALTERNATIVES: usize = 100;

/// How many bytes `by`, `source` and `tags` may come to when each workout of the file has its own: a thousand for each
/// of as many workouts as a file can hold, at some 60 bytes a workout.
const MAX_SHARED: usize = 64 * 1024 * 1024;

/// Where a workout stands: its file, and all of it there.
type Place = (FileId, Span);

/// The workouts that were looked at.
#[derive(Debug, Default)]
pub(super) struct Workouts {
    /// Where each file's workouts stand.
    titles: FxHashMap<FileId, Titles>,
    done: FxHashMap<Place, State>,
    /// The workouts around the one at hand, for showing the way round.
    way: Vec<Place>,
    /// Whether any workout of the file states a level, so that other forms of movements may be taken.
    pub(super) any_level: bool,
    /// Whether any workout of any file does another, so that what was checked must be kept.
    any_do: bool,
    /// How the workouts of the day at hand are scaled, by the place of their `do`, in text order.
    scales: Vec<(Span, Scale)>,
    /// How many titles nobody knew.
    unknown: usize,
    /// What is to be checked next.
    next: Next,
}

/// Which workout of the file that is compiled comes next.
#[derive(Debug, Clone, Copy, Default)]
enum Next {
    /// The bare steps of the file.
    Single,
    /// The next `workout` block from this statement on.
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

#[derive(Debug, Clone)]
enum State {
    /// It is being checked: doing it now would go round in a circle.
    Open,
    /// Checked. None where it has errors.
    Done(Option<Checked>),
}

/// A workout with what bounds it.
#[derive(Debug, Clone)]
struct Checked {
    workout: Arc<Workout>,
    depth: usize,
    steps: usize,
}

/// A file's workouts by their titles.
#[derive(Debug, Default)]
struct Titles {
    /// As written, in text order.
    written: Vec<String>,
    /// The number of the statement that is a `workout` block, by its folded title. None: the file's bare steps.
    places: FxHashMap<String, Option<usize>>,
    /// The statements whose title another had before, in text order, each with that other.
    twice: Vec<(usize, usize)>,
    shared: Shared,
}

/// What stands at the head of a file of `workout` blocks, for all of them.
#[derive(Debug, Default, Clone)]
struct Shared {
    by: Option<String>,
    source: Option<String>,
    tags: Vec<String>,
}

/// What kind of file it is.
struct Layout {
    /// The first bare step.
    step: Option<Span>,
    /// The first `workout` block.
    workout: Option<Span>,
}

impl<'f> Checker<'f> {
    /// Looks at what kind of file it is, and reports what cannot stand in it.
    pub(super) fn layout(&mut self) {
        let files: &'f super::Files = self.files;
        let tree = &files.get(self.file).tree;
        self.workouts.any_level = tree.states_level;
        let layout = layout(tree);
        if let (Some(step), Some(workout)) = (layout.step, layout.workout) {
            self.report(
                Diagnostic::new(Rule::StepsAndWorkouts, step, "this step belongs to no workout")
                    .and_at(workout, "this file has `workout` blocks")
                    .help("put the step into a `workout \"…\" < … >`, or take the blocks away and have one workout"),
            );
        } else if layout.workout.is_some() {
            self.check_titles(tree);
            self.workouts.next = if self.check_shared() { Next::From(0) } else { Next::Nothing };
        } else {
            self.workouts.next = Next::Single;
        }
    }

    /// Tells whether the file that is compiled has a workout.
    pub(super) fn has_workouts(&self) -> bool {
        let layout = layout(&self.files.get(FileId::default()).tree);
        layout.step.is_some() || layout.workout.is_some()
    }

    /// Returns the files of which a workout was done or looked for.
    pub(super) fn done_from(&self) -> impl Iterator<Item = FileId> {
        self.workouts.done.keys().map(|(file, _)| *file)
    }

    /// Reports a head that cannot be given to all workouts of the file. False where it is so.
    fn check_shared(&mut self) -> bool {
        let titles = self.titles(self.file);
        let workouts = titles.written.len();
        let shared = &titles.shared;
        let texts = shared.by.iter().chain(&shared.source).chain(&shared.tags);
        let bytes: usize = texts.map(|text| text.len() + size_of::<String>()).sum();
        if bytes.saturating_mul(workouts) <= MAX_SHARED {
            return true;
        }
        let message = format!("`by`, `source` and `tags` are too long to hold for all {workouts} workouts");
        self.report(Diagnostic::new(Rule::TooLong, Span::at(0), message));
        false
    }

    /// Checks the next workout. The outer none: there are no more; the inner none: it has errors.
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
                let is_workout = |statement: &Statement| matches!(statement.kind, StatementKind::Workout(_));
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
            // Its statements are looked at all the same.
            self.body(&tree.statements, whole, title, Shared::default(), &Scope::FILE);
            return None;
        }
        let place = (self.file, whole);
        self.workouts.way.push(place);
        self.workouts.done.insert(place, State::Open);
        let checked = self.body(&tree.statements, whole, title, Shared::default(), &Scope::FILE);
        self.workouts.way.pop();
        let kept = if self.workouts.any_do { checked.clone() } else { None };
        self.workouts.done.insert(place, State::Done(kept));
        checked.map(|checked| checked.workout)
    }

    /// Checks the statements of a plan's day as those of a workout. There may be no steps among them.
    pub(super) fn body_of_day(&mut self, statements: &'f [Statement], span: Span) -> Option<Workout> {
        let checked = self.body(statements, span, String::new(), Shared::default(), &Scope::DAY)?;
        Some(Arc::unwrap_or_clone(checked.workout))
    }

    /// Returns how the workouts of the day at hand are scaled.
    pub(super) fn scales(&mut self) -> &mut Vec<(Span, Scale)> {
        &mut self.workouts.scales
    }

    /// Returns a file's workouts by their titles, looked through once.
    fn titles(&mut self, file: FileId) -> &Titles {
        let files: &'f super::Files = self.files;
        self.workouts.titles.entry(file).or_insert_with(|| {
            let parsed = files.get(file);
            let layout = layout(&parsed.tree);
            let mut titles = Titles { shared: shared(parsed), ..Titles::default() };
            if layout.workout.is_none() && layout.step.is_some() {
                let title = own_title(files, file);
                titles.places.insert(fold_title(&title), None);
                titles.written.push(title);
            }
            for (number, statement) in parsed.tree.statements.iter().enumerate() {
                let StatementKind::Workout(definition) = &statement.kind else { continue };
                let title = unescape(&parsed.text[definition.title.inner.range()]);
                match titles.places.entry(fold_title(&title)) {
                    Entry::Vacant(entry) => {
                        entry.insert(Some(number));
                    }
                    Entry::Occupied(first) => {
                        titles.twice.extend(first.get().map(|first| (number, first)));
                    }
                }
                titles.written.push(title);
            }
            titles
        })
    }

    /// Returns where a workout of a file stands: one of its statements, or else its bare steps.
    fn place_of(&self, file: FileId, number: Option<usize>) -> Place {
        let parsed = self.files.get(file);
        let statement = number.and_then(|number| parsed.tree.statements.get(number));
        (file, statement.map_or_else(|| Span::new(0, parsed.text.len()), |statement| statement.span))
    }

    /// Returns the title of the workout at a place.
    fn title_at(&self, (file, span): Place) -> String {
        let parsed = self.files.get(file);
        let titles = parsed.tree.statements.iter().filter(|statement| statement.span == span);
        let title = titles.into_iter().find_map(|statement| {
            let StatementKind::Workout(definition) = &statement.kind else { return None };
            Some(definition.title)
        });
        title.map_or_else(|| own_title(self.files, file), |title| unescape(&parsed.text[title.inner.range()]))
    }

    /// Checks a workout of a file, once: one of its statements, or else its bare steps.
    fn workout_at(&mut self, file: FileId, number: Option<usize>) -> Option<Checked> {
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
        let titles = self.titles(file);
        let shared = titles.shared.clone();
        let definition = number.and_then(|number| tree.statements.get(number));
        let checked = match definition.map(|statement| (statement, &statement.kind)) {
            Some((statement, StatementKind::Workout(definition))) => self.body(
                &definition.body,
                statement.span,
                self.title(definition.title),
                shared,
                &Scope::WORKOUT,
            ),
            Some(_) | None => {
                let whole = Span::new(0, files.get(file).text.len());
                self.body(&tree.statements, whole, own_title(files, file), Shared::default(), &Scope::FILE)
            }
        };
        self.workouts.way.pop();
        self.file = here;
        if file != here {
            // What is wrong in a used file is said where that file is compiled.
            self.diagnostics.truncate(reported);
        }
        let kept = if self.workouts.any_do { checked.clone() } else { None };
        self.workouts.done.insert(place, State::Done(kept));
        checked
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
            by: shared.by,
            source: shared.source,
            tags: shared.tags,
            span,
            ..Workout::default()
        };
        let before = self.diagnostics.len();
        self.head(statements, &mut workout);
        let steps = self.steps(statements, span, scope);
        let failed = self.diagnostics.has_error_since(before, self.file);
        workout.steps = steps?;
        if failed {
            return None;
        }
        let (depth, steps) = self.size(&workout.steps);
        if depth > MAX_DEPTH || steps > MAX_STEPS {
            let message = if depth > MAX_DEPTH {
                format!("workouts and blocks stand inside each other more than {MAX_DEPTH} deep here")
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

    /// Returns how deep and how many the steps are, with every `do` written out.
    fn size(&self, steps: &[Step]) -> (usize, usize) {
        let mut depth = 0;
        let mut count = steps.len();
        for step in steps {
            let (inner_depth, inner_count) = match &step.kind {
                StepKind::Block(block) => self.size(&block.steps),
                StepKind::Do(workout) => match self.workouts.done.get(&(workout.file, workout.span)) {
                    Some(State::Done(Some(checked))) => (checked.depth, checked.steps),
                    Some(State::Done(None) | State::Open) | None => (0, 0),
                },
                StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {
                    continue;
                }
            };
            depth = depth.max(inner_depth + 1);
            count = count.saturating_add(inner_count);
        }
        (depth, count)
    }

    /// Checks the steps of a workout or a block; none where any of them has an error, after all were looked at.
    pub(super) fn steps(
        &mut self,
        statements: &'f [Statement],
        around: Span,
        scope: &Scope,
    ) -> Option<Vec<Step>> {
        let mut steps = Vec::with_capacity(statements.len());
        let mut failed = false;
        for statement in statements {
            let span = statement.span;
            let kind = match &statement.kind {
                StatementKind::Movement(performances) if performances.len() > MAX_ALTERNATIVES => {
                    let message =
                        format!("this offers more than {MAX_ALTERNATIVES} movements to choose from");
                    self.report(Diagnostic::new(Rule::TooLong, performances[0].name, message));
                    None
                }
                // A day of a plan has read them.
                StatementKind::Race(_) if scope.plan && scope.top => continue,
                StatementKind::Rest(_) if scope.plan && scope.top && is_rest_day(statement) => continue,
                StatementKind::Movement(performances) => self.exercise(performances, span, scope),
                StatementKind::Rest(amount) => self.rest(amount, span, scope),
                StatementKind::Block(block) => self.block(block, span, scope),
                StatementKind::Do(done) => self.done(done, span, scope),
                StatementKind::Text(TextWord::Note, texts) => Some(StepKind::Note(self.joined(texts))),
                StatementKind::Text(TextWord::Record, texts) => Some(StepKind::Record(self.joined(texts))),
                StatementKind::Text(word, _) => {
                    self.check_text(*word, span, scope);
                    continue;
                }
                StatementKind::Allow(allow) => {
                    self.allow(allow, around);
                    continue;
                }
                StatementKind::Unreadable(inner) => {
                    // What it holds is looked at, as far as it does not depend on the block that could not be read.
                    let lenient = Scope {
                        gives: super::scope::Gives::Dose,
                        in_rounds: true,
                        top: false,
                        alternating: true,
                        ..*scope
                    };
                    self.steps(inner, span, &lenient);
                    failed = true;
                    continue;
                }
                StatementKind::Transition(_)
                | StatementKind::Switch(_)
                | StatementKind::Expect(_)
                | StatementKind::Level(_)
                | StatementKind::Tags(_)
                | StatementKind::Use(_)
                | StatementKind::Workout(_)
                | StatementKind::MovementDefinition(_)
                | StatementKind::Athlete(_)
                | StatementKind::Plan(_)
                | StatementKind::Race(_) => {
                    self.check_place(&statement.kind, span, scope);
                    continue;
                }
            };
            match kind {
                Some(kind) => steps.push(Step { span, kind }),
                None => failed = true,
            }
        }
        (!failed).then_some(steps)
    }

    /// Finds and checks what a `do` does.
    fn done(&mut self, done: &Do, span: Span, scope: &Scope) -> Option<StepKind> {
        if let Some((first, last)) = done.scales.first().zip(done.scales.last()) {
            if !scope.plan {
                let place = first.span.to(last.span);
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, place, "a workout is scaled only where a plan does it")
                        .help("take it away, or do the workout in a plan"),
                );
                return None;
            }
            let scale = self.scale(&done.scales)?;
            self.workouts.scales.push((span, scale));
        }
        let title = self.title(done.title);
        let files: &'f super::Files = self.files;
        let uses = files.get(self.file).uses.iter().map(|&(_, used)| used);
        let folded = fold_title(&title);
        let mut found: Vec<FileId> = std::iter::once(self.file).chain(uses).collect();
        found.retain(|&file| self.titles(file).places.contains_key(&folded));
        let file = match found.as_slice() {
            [] => {
                self.report_unknown_workout(done.title, &title);
                return None;
            }
            [first, ..] if *first == self.file => *first,
            [first, second, ..] if first != second => {
                let (one, other) = (&files.get(*first).name, &files.get(*second).name);
                self.report(Diagnostic::new(
                    Rule::DuplicateTitle,
                    done.title.span,
                    format!("both `{one}` and `{other}` have a workout \"{title}\""),
                ));
                return None;
            }
            [first, ..] => *first,
        };
        let number = self.titles(file).places.get(&folded).copied().flatten();
        let place = self.place_of(file, number);
        if matches!(self.workouts.done.get(&place), Some(State::Open)) {
            let from = self.workouts.way.iter().position(|&passed| passed == place).unwrap_or(0);
            let mut way: Vec<String> = self.workouts.way[from..]
                .iter()
                .map(|&passed| format!("\"{}\"", self.title_at(passed)))
                .collect();
            way.push(format!("\"{title}\""));
            self.report(
                Diagnostic::new(Rule::DoesItself, span, format!("\"{title}\" would do itself, without end"))
                    .help(format!("the way round is {}", way.join(", which does "))),
            );
            return None;
        }
        if self.workouts.way.len() > MAX_DEPTH {
            let message = format!("workouts do each other more than {MAX_DEPTH} deep here");
            self.report(Diagnostic::new(Rule::TooLong, span, message));
            return None;
        }
        let checked = self.workout_at(file, number);
        if checked.is_none() && file != self.file {
            let name = &files.get(file).name;
            self.report(
                Diagnostic::new(
                    Rule::UsedFileHasErrors,
                    done.title.span,
                    format!("\"{title}\" has mistakes in `{name}`"),
                )
                .help(format!("`wodc check {name}` shows them")),
            );
        }
        checked.map(|checked| StepKind::Do(checked.workout))
    }

    fn report_unknown_workout(&mut self, place: Text, title: &str) {
        let files: &'f super::Files = self.files;
        if files.may_be_lacking(self.file) {
            return;
        }
        let here = std::iter::once(self.file).chain(files.get(self.file).uses.iter().map(|&(_, used)| used));
        let here: Vec<FileId> = here.collect();
        for &file in &here {
            self.titles(file);
        }
        self.workouts.unknown += 1;
        let titles = here.iter().filter_map(|file| self.workouts.titles.get(file));
        let titles = titles.flat_map(|titles| titles.written.iter().map(String::as_str));
        let none = titles.clone().next().is_none();
        let titles: Vec<&str> = titles.filter(|_| self.workouts.unknown <= SUGGESTIONS).collect();
        let meant = nearest(title, titles.iter().copied()).map(str::to_owned);
        let near = did_you_mean(&near(title, titles));
        let diagnostic = Diagnostic::new(
            Rule::UnknownWorkout,
            place.span,
            format!("there is no workout \"{title}\" to do"),
        );
        self.report(match (meant, near) {
            (Some(meant), _) => diagnostic.fix(place.inner, meant.replace('\\', "\\\\").replace('"', "\\\"")),
            (None, Some(question)) => diagnostic.help(question),
            (None, None) if none => diagnostic
                .help("define it with `workout \"…\" < … >`, or bring in its file with `use \"….wod\"`"),
            (None, None) => diagnostic
                .help("titles must be the same but for case; another file's come with `use \"….wod\"`"),
        });
    }

    /// Reports titles that stand twice, and what cannot stand at the top of a file of workouts.
    fn check_titles(&mut self, tree: &'f Tree) {
        let twice = self.titles(self.file).twice.clone();
        for (number, statement) in tree.statements.iter().enumerate() {
            match &statement.kind {
                StatementKind::Workout(definition) => {
                    let place = definition.title.span;
                    if place.is_empty() {
                        // Its title is missing, which was reported.
                    } else if self.text(definition.title.inner).trim().is_empty() {
                        self.report(Diagnostic::new(
                            Rule::MissingStatementPart,
                            place,
                            "this workout has no title",
                        ));
                    } else if let Ok(at) = twice.binary_search_by_key(&number, |&(second, _)| second)
                        && let StatementKind::Workout(first) = &tree.statements[twice[at].1].kind
                    {
                        let title = self.title(definition.title);
                        self.report(
                            Diagnostic::new(
                                Rule::DuplicateTitle,
                                place,
                                format!("two workouts are called \"{title}\""),
                            )
                            .here("the second")
                            .and_at(first.title.span, "the first"),
                        );
                    }
                }
                StatementKind::Text(TextWord::Title, _)
                | StatementKind::Level(_)
                | StatementKind::Transition(_)
                | StatementKind::Switch(_)
                | StatementKind::Expect(_) => {
                    let text = super::movement::first_line(self.text(statement.span));
                    self.report(
                        Diagnostic::new(Rule::OutOfPlace, statement.span, format!("`{text}` belongs to one workout"))
                            .help("put it into that `workout \"…\" < … >`; `by`, `source` and `tags` may stand here for all"),
                    );
                }
                StatementKind::Text(word, _) => self.check_text(*word, statement.span, &Scope::WORKOUT),
                StatementKind::Allow(allow) => {
                    let whole = Span::new(0, self.files.get(self.file).text.len());
                    self.allow(allow, whole);
                }
                StatementKind::Movement(_)
                | StatementKind::Rest(_)
                | StatementKind::Block(_)
                | StatementKind::Do(_)
                | StatementKind::Tags(_)
                | StatementKind::Use(_)
                | StatementKind::MovementDefinition(_)
                | StatementKind::Athlete(_)
                | StatementKind::Plan(_)
                | StatementKind::Race(_)
                | StatementKind::Unreadable(_) => {}
            }
        }
    }

    fn joined(&self, texts: &[Text]) -> Box<str> {
        match texts {
            [text] => self.title(*text).into(),
            texts => texts.iter().map(|&text| self.title(text)).collect::<Vec<_>>().join(" ").into(),
        }
    }

    pub(super) fn title(&self, text: Text) -> String {
        unescape(self.text(text.inner))
    }
}

/// Returns what titles are compared by: case-folded, blanks collapsed.
pub(crate) fn fold_title(title: &str) -> String {
    if title.is_ascii() && !title.contains("  ") && !title.bytes().any(|byte| byte < b' ') {
        return title.trim().to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(title.len());
    for word in title.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// Returns the title of a file's bare steps: stated, or else the file's name.
fn own_title(files: &super::Files, file: FileId) -> String {
    let file = files.get(file);
    let stated = file.tree.statements.iter().find_map(|statement| {
        if let StatementKind::Text(TextWord::Title, texts) = &statement.kind { texts.first() } else { None }
    });
    let stated =
        stated.map(|text| unescape(&file.text[text.inner.range()])).filter(|title| !title.trim().is_empty());
    stated.unwrap_or_else(|| {
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        name.strip_suffix(".wod").unwrap_or(name).to_owned()
    })
}

/// Reads what holds for all workouts of a file.
fn shared(file: &super::File) -> Shared {
    let mut shared = Shared::default();
    for statement in &file.tree.statements {
        if let StatementKind::Text(word, texts) = &statement.kind
            && let Some(text) = texts.first()
        {
            let text = Some(unescape(&file.text[text.inner.range()]));
            if *word == TextWord::By {
                shared.by = text;
            } else if *word == TextWord::Source {
                shared.source = text;
            }
        } else if let StatementKind::Tags(tags) = &statement.kind {
            shared.tags = tags.iter().map(|tag| file.text[tag.range()].to_owned()).collect();
        }
    }
    shared
}

fn layout(tree: &Tree) -> Layout {
    let mut layout = Layout { step: None, workout: None };
    for statement in &tree.statements {
        match &statement.kind {
            StatementKind::Movement(_)
            | StatementKind::Rest(_)
            | StatementKind::Block(_)
            | StatementKind::Do(_)
            | StatementKind::Text(TextWord::Note | TextWord::Record, _) => {
                layout.step = layout.step.or(Some(statement.span));
            }
            StatementKind::Workout(_) => layout.workout = layout.workout.or(Some(statement.span)),
            StatementKind::Text(..)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Tags(_)
            | StatementKind::Allow(_)
            | StatementKind::Use(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Race(_)
            | StatementKind::Unreadable(_) => {}
        }
    }
    layout
}

fn is_definition(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::MovementDefinition(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Workout(_)
    )
}
