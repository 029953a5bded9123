//! Workouts by their titles.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::Checker;
use super::head::{Shared, shared};
use crate::catalog::{fold, unescape};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Place, Span};
use crate::syntax::tree::{AboutWord, StatementKind, TextWord, Tree};
use crate::syntax::word::Site;

/// A file's workouts by their titles.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// As written, in text order.
    pub(super) written: Vec<String>,
    /// The number of the statement of a `workout` block, by its folded title. The bare steps of the file have none.
    pub(super) places: FxHashMap<String, Option<usize>>,
    /// The statements whose title an earlier one has, in text order, each with the earlier one.
    twice: Vec<(usize, usize)>,
    pub(super) shared: Shared,
}

/// What kind of file it is.
pub(super) struct Layout {
    /// The first bare step.
    pub(super) step: Option<Span>,
    /// The first `workout` block.
    pub(super) workout: Option<Span>,
}

/// Returns the title of the workout that a file's bare steps are, if they are one.
pub(super) fn title_of_steps(files: &super::Files, file: FileId) -> Option<String> {
    let layout = layout(&files.get(file).tree);
    (layout.workout.is_none() && layout.step.is_some()).then(|| own_title(files, file))
}

impl<'f> Checker<'f> {
    /// Returns the title of the workout that is called so, in this file or in those that it uses.
    pub(super) fn workout_called(&mut self, folded: &str) -> Option<String> {
        let files: &'f super::Files = self.files;
        let uses = files.get(self.file).uses.iter().map(|&(_, used)| used);
        let here: Vec<FileId> = std::iter::once(self.file).chain(uses).collect();
        here.into_iter()
            .find_map(|file| self.titles(file).written.iter().find(|title| fold(title) == folded).cloned())
    }

    /// Returns the workouts of a file by their titles, which are gathered once.
    pub(super) fn titles(&mut self, file: FileId) -> &Titles {
        let files: &'f super::Files = self.files;
        self.workouts.titles.entry(file).or_insert_with(|| {
            let parsed = files.get(file);
            let mut titles = Titles { shared: shared(parsed), ..Titles::default() };
            if let Some(title) = title_of_steps(files, file) {
                titles.places.insert(fold(&title), None);
                titles.written.push(title);
            }
            for (number, statement) in parsed.tree.statements.iter().enumerate() {
                let StatementKind::Workout(definition) = &statement.kind else { continue };
                let title = unescape(&parsed.text[definition.title.inner.range()]);
                match titles.places.entry(fold(&title)) {
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

    /// Returns where a workout of a file is: one of its statements, or its bare steps.
    pub(super) fn place_of(&self, file: FileId, number: Option<usize>) -> Place {
        let parsed = self.files.get(file);
        let statement = number.and_then(|number| parsed.tree.statements.get(number));
        let span = statement.map_or_else(|| Span::new(0, parsed.text.len()), |statement| statement.span);
        Place::new(file, span)
    }

    /// Returns the title of the workout at a place.
    pub(super) fn title_at(&self, Place { file, span }: Place) -> String {
        let parsed = self.files.get(file);
        let titles = parsed.tree.statements.iter().filter(|statement| statement.span == span);
        let title = titles.into_iter().find_map(|statement| {
            let StatementKind::Workout(definition) = &statement.kind else { return None };
            Some(definition.title)
        });
        title.map_or_else(|| own_title(self.files, file), |title| unescape(&parsed.text[title.inner.range()]))
    }

    /// Reports duplicate titles, and statements that do not belong at the top of a file of workouts.
    pub(super) fn check_titles(&mut self, tree: &'f Tree) {
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
                StatementKind::Text(TextWord::About(_) | TextWord::Fact(_) | TextWord::Until, _)
                | StatementKind::Level(_)
                | StatementKind::Scale(_)
                | StatementKind::Transition(_)
                | StatementKind::Switch(_)
                | StatementKind::Expect(_)
                | StatementKind::Race(_)
                | StatementKind::PercentOf(_)
                | StatementKind::Raise(_) => {
                    if let Some(word) = statement.kind.word() {
                        self.check_site(word, statement.span, Site::Collection);
                    }
                }
                StatementKind::Allow(allow) => {
                    let whole = Span::new(0, self.files.get(self.file).text.len());
                    self.allow(allow, whole);
                }
                StatementKind::Movement(_)
                | StatementKind::Rest(..)
                | StatementKind::Block(_)
                | StatementKind::Do(_)
                | StatementKind::RecordMax(_)
                | StatementKind::Tags(_)
                | StatementKind::Use(_)
                | StatementKind::MovementDefinition(_)
                | StatementKind::Pose(_)
                | StatementKind::Athlete(_)
                | StatementKind::Team(_)
                | StatementKind::Results(_)
                | StatementKind::Done(_)
                | StatementKind::Plan(_)
                | StatementKind::Text(TextWord::Step(_), _)
                | StatementKind::Turns(_)
                | StatementKind::Sometimes(_)
                | StatementKind::Unreadable(_) => {}
            }
        }
    }
}

/// Returns the title of the bare steps of a file: the stated one, or the name of the file.
pub(super) fn own_title(files: &super::Files, file: FileId) -> String {
    let file = files.get(file);
    let stated = file.tree.statements.iter().find_map(|statement| {
        if let StatementKind::Text(TextWord::About(AboutWord::Title), texts) = &statement.kind {
            texts.first()
        } else {
            None
        }
    });
    let stated =
        stated.map(|text| unescape(&file.text[text.inner.range()])).filter(|title| !title.trim().is_empty());
    stated.unwrap_or_else(|| {
        let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        name.strip_suffix(".wod").unwrap_or(name).to_owned()
    })
}

/// Tells what kind of file it is.
pub(super) fn layout(tree: &Tree) -> Layout {
    let mut layout = Layout { step: None, workout: None };
    for statement in &tree.statements {
        match &statement.kind {
            StatementKind::Movement(_)
            | StatementKind::Rest(..)
            | StatementKind::Block(_)
            | StatementKind::Do(_)
            | StatementKind::RecordMax(_)
            | StatementKind::Turns(_)
            | StatementKind::Sometimes(_)
            | StatementKind::Text(TextWord::Step(_), _) => {
                layout.step = layout.step.or(Some(statement.span));
            }
            // One with blanks may be beside bare steps, which fill them.
            StatementKind::Workout(workout) if workout.is_template() => {}
            StatementKind::Workout(_) => layout.workout = layout.workout.or(Some(statement.span)),
            StatementKind::Text(..)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Scale(_)
            | StatementKind::Tags(_)
            | StatementKind::Allow(_)
            | StatementKind::Use(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Pose(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Race(_)
            | StatementKind::PercentOf(_)
            | StatementKind::Raise(_)
            | StatementKind::Team(_)
            | StatementKind::Results(_)
            | StatementKind::Done(_)
            | StatementKind::Unreadable(_) => {}
        }
    }
    layout
}
