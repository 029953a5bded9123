//! Finds every `do` of a workout with blanks that is reached, and makes a file of each of its fillings.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::splice::{self, Spliced};
use super::template::{self, Named, Titles};
use super::value::{Asked, QUOTES, Value};
use crate::catalog::{single_blanks, unescape};
use crate::check::files::{File, Files, Written};
use crate::check::filled::Filling;
use crate::check::program::Values;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Place, SourceFile, Span};
use crate::speech;
use crate::syntax::tree::{Do, Statement, StatementKind, Takes, Tree, WorkoutDefinition};

/// The most fillings of a compilation: for each day of two years' training five workouts that differ. Blanks in blanks
/// could make any number of a few lines.
const MOST_FILLINGS: usize = 4096;

/// The most bytes of all fillings together: twice what a file may have, which is 2 kB for each.
const MOST_BYTES: usize = 2 * SourceFile::MAX_BYTES;

/// How deep a filled workout may do others with blanks. Coaches write two levels.
const MOST_DEPTH: usize = 32;

/// A `do`, as far as it has to be known to fill a workout.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    file: FileId,
    statement: Span,
    title: Span,
    inner: Span,
    with: Option<Span>,
    depth: usize,
}

/// What makes two fillings the same: the workout, and each value with the file that its names are looked up in.
type Key = (FileId, usize, Vec<(String, FileId)>);

/// Fills every workout with blanks that the first file does, however indirectly, and those that it has and does not do
/// with values that might be there. Adds what is wrong with the values.
pub fn fill(files: Files, diagnostics: &mut Vec<Diagnostic>) -> Files {
    if files.iter().all(|(_, file)| !has_templates(&file.tree) && !file.tree.fills_another) {
        return files;
    }
    let mut filler = Filler {
        files,
        titles: Titles::default(),
        known: FxHashMap::default(),
        visited: FxHashSet::default(),
        checked: FxHashSet::default(),
        waiting: VecDeque::new(),
        said: Vec::new(),
        bytes: 0,
        is_full: false,
        is_unsaid: false,
    };
    for place in filler.check_templates() {
        // What else was said of it is about its blanks.
        let is_in = |span: Span| place.start <= span.start && span.end <= place.end;
        diagnostics.retain(|one| one.file != FileId::default() || !is_in(one.span()));
    }
    filler.visit_main();
    filler.fill_all();
    filler.is_unsaid = true;
    filler.fill_the_others();
    diagnostics.extend(filler.said);
    filler.files
}

fn has_templates(tree: &Tree) -> bool {
    tree.statements
        .iter()
        .any(|one| matches!(&one.kind, StatementKind::Workout(workout) if workout.is_template()))
}

struct Filler {
    files: Files,
    titles: Titles,
    /// The fillings by what they are made of.
    known: FxHashMap<Key, FileId>,
    /// The workouts without blanks whose steps were looked through.
    visited: FxHashSet<(FileId, Option<usize>)>,
    /// The templates whose names were looked at, with whether they can be used.
    checked: FxHashSet<(FileId, usize)>,
    waiting: VecDeque<Wanted>,
    said: Vec<Diagnostic>,
    bytes: usize,
    /// Whether a limit was passed, which is said once.
    is_full: bool,
    /// Whether values are put in that nobody wrote.
    is_unsaid: bool,
}

impl Filler {
    /// Reports what only the known movements show of the blanks of the first file, and returns the workouts with that.
    fn check_templates(&mut self) -> Vec<Span> {
        let mut places = Vec::new();
        let file = self.files.get(FileId::default());
        for (number, statement) in file.tree.statements.iter().enumerate() {
            let StatementKind::Workout(definition) = &statement.kind else { continue };
            if definition.is_template() {
                let found = template::words_of_names(file, definition);
                if !found.is_empty() {
                    self.checked.insert((FileId::default(), number));
                    places.push(statement.span);
                }
                self.said.extend(found);
            }
        }
        places
    }

    fn visit_main(&mut self) {
        let main = FileId::default();
        let statements = &self.files.get(main).tree.statements;
        let mut found = Vec::new();
        statements.iter().for_each(|statement| gather(statement, &mut found));
        self.want(main, &found, 0);
        self.visited.insert((main, None));
    }

    fn want(&mut self, file: FileId, found: &[(Span, Do)], depth: usize) {
        self.waiting.extend(found.iter().map(|(statement, done)| Wanted {
            file,
            statement: *statement,
            title: done.title.span,
            inner: done.title.inner,
            with: done.with,
            depth,
        }));
    }

    fn fill_all(&mut self) {
        while let Some(wanted) = self.waiting.pop_front() {
            let file = self.files.get(wanted.file);
            let title = unescape(&file.text[wanted.inner.range()]);
            let home = self.files.home(wanted.file, wanted.inner);
            match self.titles.find(&self.files, home, &title) {
                None => {}
                Some(Named::Workout(file, number)) => {
                    self.visit(file, number, wanted.depth);
                    if let Some(with) = wanted.with {
                        self.report_without_blanks(&wanted, with, (file, number), &title);
                    }
                }
                Some(Named::Template(file, number)) => {
                    let filling = self.filling(&wanted, file, number);
                    self.files.note_filled(Place::new(wanted.file, wanted.title), filling);
                }
            }
        }
    }

    /// Looks through the steps of a workout without blanks for what they do.
    fn visit(&mut self, file: FileId, number: Option<usize>, depth: usize) {
        if file == FileId::default() || !self.visited.insert((file, number)) {
            return;
        }
        let statements = &self.files.get(file).tree.statements;
        let mut found = Vec::new();
        match number.and_then(|number| statements.get(number)) {
            Some(statement) => gather(statement, &mut found),
            None => statements.iter().for_each(|statement| gather(statement, &mut found)),
        }
        self.want(file, &found, depth);
    }

    fn report_without_blanks(
        &mut self,
        wanted: &Wanted,
        with: Span,
        (file, number): (FileId, Option<usize>),
        title: &str,
    ) {
        let definition = number.and_then(|number| template::definition(self.files.get(file), number));
        let message = format!("\"{title}\" has no blanks to fill");
        let mut diagnostic = Diagnostic::new(Rule::UnknownBlank, with, message).in_file(wanted.file).help(
            "take out the `with`, or name what is left open in the workout: `workout \"…\" for lift < … >`",
        );
        if let Some(definition) = definition.filter(|_| file == wanted.file) {
            diagnostic = diagnostic.and_at(definition.title.span, "the workout");
        }
        self.said.push(diagnostic);
        self.files.note_filled(Place::new(wanted.file, wanted.title), None);
    }

    /// Returns the filling that a `do` asks for; none if it cannot be made, which was reported.
    fn filling(&mut self, wanted: &Wanted, file: FileId, number: usize) -> Option<FileId> {
        let template = self.files.get(file);
        let definition = template::definition(template, number)?;
        if definition.broken || self.checked.contains(&(file, number)) {
            return None;
        }
        let asked = Asked {
            file: (wanted.file, self.files.get(wanted.file)),
            title: wanted.title,
            with: wanted.with,
            template: (file, template),
            definition,
        };
        let values = match asked.values() {
            Ok(values) => values,
            Err(found) => {
                self.said.extend(found);
                return None;
            }
        };
        let key = self.key((file, number), definition, &values);
        if let Some(&known) = self.known.get(&key) {
            return Some(known);
        }
        let found = asked.wrong_among(&values);
        if !found.is_empty() {
            self.said.extend(found);
            return None;
        }
        if wanted.depth >= MOST_DEPTH {
            self.report_limit(
                wanted,
                &format!("workouts with blanks do each other more than {MOST_DEPTH} deep here"),
            );
            return None;
        }
        self.filled(wanted, key, values)
    }

    /// Returns what the filling of a template with these values is known by. Names and figures are the same in capitals
    /// and without, texts are not.
    fn key(&self, (file, number): (FileId, usize), definition: &WorkoutDefinition, values: &[Value]) -> Key {
        let of_key = |(blank, value): (usize, &Value)| {
            let text = single_blanks(&value.text);
            let is_said = template::taken(definition, blank).is_some_and(|one| one.takes == Takes::Inside);
            let text = if is_said || text.contains(QUOTES) { text } else { text.to_lowercase() };
            (text, self.files.home(value.place.file, value.place.span))
        };
        (file, number, values.iter().enumerate().map(of_key).collect())
    }

    /// Makes the filling of a template with these values, which there is not yet.
    fn filled(&mut self, wanted: &Wanted, key: Key, values: Vec<Value>) -> Option<FileId> {
        let (file, number, _) = key;
        if self.is_full {
            return None;
        }
        let template = self.files.get(file);
        let statement = template.tree.statements.get(number)?;
        let definition = template::definition(template, number)?;
        self.bytes = self.bytes.saturating_add(splice::length(definition, statement.span, &values));
        if self.known.len() >= MOST_FILLINGS || self.bytes > MOST_BYTES {
            self.is_full = true;
            if self.is_unsaid {
                return None;
            }
            let message = if self.known.len() >= MOST_FILLINGS {
                format!("with this `do`, blanks are filled in more than {MOST_FILLINGS} ways")
            } else {
                let most = MOST_BYTES / (1024 * 1024);
                format!("with this `do`, all filled workouts together are larger than {most} MB")
            };
            self.report_limit(wanted, &message);
            return None;
        }
        let Spliced { text, pieces } = splice::splice(&template.text, statement.span, definition, &values);
        let own = unescape(&template.text[definition.title.inner.range()]);
        let shown =
            Values { template: own.clone(), values: splice::shown(&template.text, definition, &values) };
        let filling = Filling {
            template: Place::new(file, statement.span),
            done: Place::new(wanted.file, wanted.statement),
            title: splice::title(&own, definition, &shown),
            values: Arc::new(shown),
            pieces,
            unsaid: self.is_unsaid.then(|| template::unsaid(statement, &definition.uses)),
        };
        let (name, lacks_something) = (template.name.clone(), template.lacks_something);
        let id = self.add(text, filling, name, lacks_something)?;
        self.known.insert(key, id);
        let mut found = Vec::new();
        self.files.get(id).tree.statements.iter().for_each(|statement| gather(statement, &mut found));
        self.want(id, &found, wanted.depth + 1);
        Some(id)
    }

    /// Reads a filled text, and adds it to the files.
    fn add(
        &mut self,
        text: String,
        filling: Filling,
        name: Arc<str>,
        lacks_something: bool,
    ) -> Option<FileId> {
        let reading = speech::read(&text);
        let (tree, map, diagnostics) = (reading.tree, reading.map, reading.diagnostics);
        let (text, written) = match reading.text {
            Cow::Borrowed(text) => (Arc::from(text), None),
            Cow::Owned(read) => {
                let read: Arc<str> = Arc::from(read);
                (read.clone(), Some(Arc::new(Written { text: Arc::from(&*text), read, map })))
            }
        };
        let uses = Vec::new();
        let file = File {
            name,
            text,
            written,
            tree,
            uses,
            results: Vec::new(),
            lacks_something,
            filling: Some(Arc::new(filling)),
        };
        let id = self.files.add(file)?;
        self.said.extend(diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(id)));
        Some(id)
    }

    /// Fills the workouts of the first file that nothing does with values that might be there, so that what does not depend
    /// on them is checked.
    fn fill_the_others(&mut self) {
        let main = FileId::default();
        let done: FxHashSet<usize> =
            self.known.keys().filter(|(file, ..)| *file == main).map(|&(_, number, _)| number).collect();
        for number in 0..self.files.get(main).tree.statements.len() {
            let file = self.files.get(main);
            let Some(definition) = template::definition(file, number) else { continue };
            let is_passed = done.contains(&number) || self.checked.contains(&(main, number));
            if !definition.is_template() || definition.broken || is_passed {
                continue;
            }
            let values = definition.blanks.iter().enumerate().map(|(blank, named)| {
                let taken = template::taken(definition, blank).map(|one| one.takes);
                let text = match named.default {
                    Some(default) => file.text[default.range()].replace(['\n', '\r'], " "),
                    None => stand_in(taken.unwrap_or(Takes::Inside)).to_owned(),
                };
                Value { text, place: Place::new(main, named.name) }
            });
            let values: Vec<Value> = values.collect();
            let key = self.key((main, number), definition, &values);
            let place = file.tree.statements[number].span;
            let title = definition.title;
            let wanted = Wanted {
                file: main,
                statement: place,
                title: title.span,
                inner: title.inner,
                with: None,
                depth: 0,
            };
            if let Some(id) = self.filled(&wanted, key, values) {
                self.files.note_stand_in(id);
            }
            self.fill_all();
        }
    }

    fn report_limit(&mut self, wanted: &Wanted, message: &str) {
        self.said.push(
            Diagnostic::new(Rule::TooLong, wanted.statement, message)
                .in_file(wanted.file)
                .help("write some of them out, or leave blanks out of what they do"),
        );
    }
}

/// Returns what may be in the place of a blank that nothing fills.
fn stand_in(takes: Takes) -> &'static str {
    match takes {
        Takes::Movement | Takes::Reference => "squat",
        Takes::Dose => "5",
        Takes::Amount => "1min",
        Takes::Target => "easy",
        Takes::Text => "\"…\"",
        Takes::Value | Takes::Inside => "…",
    }
}

/// Gathers each `do` of a statement, with its place; not those of a workout with blanks, which are done with values.
fn gather(statement: &Statement, found: &mut Vec<(Span, Do)>) {
    let mut waiting = vec![statement];
    while let Some(statement) = waiting.pop() {
        match &statement.kind {
            StatementKind::Do(done) => found.push((statement.span, (**done).clone())),
            StatementKind::Workout(workout) if workout.is_template() => {}
            StatementKind::Plan(plan) => {
                let days: Vec<_> = plan.days().flat_map(|day| &day.body).collect();
                waiting.extend(days.into_iter().rev());
            }
            kind => waiting.extend(kind.inside().iter().rev()),
        }
    }
}
