//! `do`: a workout as a part of another.

use super::Checker;
use super::names::SUGGESTIONS;
use super::program::StepKind;
use super::scope::Scope;
use super::workout::{MAX_DEPTH, State};
use crate::catalog::fold;
use crate::diagnostic::{Choice, Diagnostic, Rule, near, nearest};
use crate::source::{At, FileId, Place, Span};
use crate::syntax::tree::{Do, StatementKind, Text};

impl<'f> Checker<'f> {
    /// Finds and checks the workout of a `do`.
    pub(super) fn done(&mut self, done: &Do, span: Span, scope: &Scope) -> Option<StepKind> {
        if let Some((first, last)) = done.scales.first().zip(done.scales.last()) {
            if !scope.plan {
                let place = first.span.to(last.span);
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, place, "only a plan can scale a workout")
                        .help("delete it, or do the workout in a plan"),
                );
                return None;
            }
            let scale = self.scale(&done.scales)?;
            self.scales().push(At { value: scale, span });
        }
        let title = self.title(done.title);
        let (file, number) = match self.files.filled(Place::new(self.file, done.title.span)) {
            // What is wrong with the values was reported.
            Some(None) => return None,
            Some(Some(filling)) => (filling, Some(0)),
            None => self.find_workout(done.title, &title)?,
        };
        let place = self.place_of(file, number);
        if matches!(self.workouts.done.get(&place), Some(State::Open)) {
            self.report_circle(place, span, &title);
            return None;
        }
        if self.workouts.way.len() > MAX_DEPTH {
            let message = format!("workouts do each other more than {MAX_DEPTH} deep here");
            self.report(Diagnostic::new(Rule::TooLong, span, message));
            return None;
        }
        let checked = self.workout_at(file, number);
        let is_own = self.files.filling(file).is_some() || self.is_of_this(file);
        if checked.is_none() && !is_own {
            let name = &self.files.get(file).name;
            let message = format!("\"{title}\" has mistakes in `{name}`");
            self.report(
                Diagnostic::new(Rule::UsedFileHasErrors, done.title.span, message)
                    .help(format!("`wodc check {name}` shows them")),
            );
        }
        checked.map(|checked| StepKind::Do(checked.workout))
    }

    /// Returns the file of the workout with a title, and the number of its statement there. Bare steps have no number.
    fn find_workout(&mut self, written: Text, title: &str) -> Option<(FileId, Option<usize>)> {
        let files: &'f super::Files = self.files;
        let home = files.home(self.file, written.inner);
        let uses = files.get(home).uses.iter().map(|&(_, used)| used);
        let folded = fold(title);
        let mut found: Vec<FileId> = std::iter::once(home).chain(uses).collect();
        found.retain(|&file| self.titles(file).places.contains_key(&folded));
        let Some(&file) = found.first() else {
            self.report_unknown_workout(written, title, home);
            return None;
        };
        if let Some(&other) = found.get(1).filter(|&&other| file != home && other != file) {
            let (one, other) = (&files.get(file).name, &files.get(other).name);
            let message = format!("both `{one}` and `{other}` have a workout \"{title}\"");
            self.report(Diagnostic::new(Rule::DuplicateTitle, written.span, message));
            return None;
        }
        let number = self.titles(file).places.get(&folded).copied().flatten();
        let statement = number.and_then(|number| files.get(file).tree.statements.get(number));
        if let Some(StatementKind::Workout(definition)) = statement.map(|statement| &statement.kind)
            && definition.is_template()
        {
            let message = format!("\"{title}\" has blanks, and nothing fills them here");
            let diagnostic = Diagnostic::new(Rule::MissingValue, written.span, message);
            self.report(diagnostic.help("write a value for each behind it: `do \"…\" with lift back squat`"));
            return None;
        }
        Some((file, number))
    }

    /// Reports a workout that does the one around it.
    fn report_circle(&mut self, place: Place, span: Span, title: &str) {
        let from = self.workouts.way.iter().position(|&passed| passed == place).unwrap_or(0);
        let passed = self.workouts.way[from..].iter();
        let mut way: Vec<String> = passed.map(|&passed| format!("\"{}\"", self.title_at(passed))).collect();
        way.push(format!("\"{title}\""));
        self.report(
            Diagnostic::new(Rule::DoesItself, span, format!("\"{title}\" would do itself, without end"))
                .help(format!("the circle is {}", way.join(", which does "))),
        );
    }

    fn report_unknown_workout(&mut self, place: Text, title: &str, home: FileId) {
        let files: &'f super::Files = self.files;
        if files.may_be_lacking(home) {
            return;
        }
        let here = std::iter::once(home).chain(files.get(home).uses.iter().map(|&(_, used)| used));
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
        let near = near(title, titles);
        let escaped = |title: &str| title.replace('\\', "\\\\").replace('"', "\\\"");
        let diagnostic = Diagnostic::new(
            Rule::UnknownWorkout,
            place.span,
            format!("there is no workout \"{title}\" to do"),
        );
        self.report(match (meant, near.as_slice()) {
            (Some(meant), _) => diagnostic.fix(place.inner, escaped(&meant)),
            (None, [_, ..]) => diagnostic
                .meant(&near, |title| Choice::showing(place.inner, escaped(title), &format!("\"{title}\""))),
            (None, []) if none => diagnostic
                .help("define it with `workout \"…\" < … >`, or bring in its file with `use \"….wod\"`"),
            (None, []) => diagnostic
                .help("titles must be the same except for case; `use \"….wod\"` brings in another file's"),
        });
    }
}
