//! From syntax trees to a [`Program`]: names resolved, quantities in their units, every rule of the
//! language enforced.
//!
//! [`Checker`] hands the workouts out one by one. It goes on after a mistake and never reports twice what one mistake
//! caused; nothing is checked inside what could not be read.

mod allow;
mod amount;
mod asked;
mod athlete;
mod block;
mod day;
mod done;
mod dose;
mod figure;
mod files;
mod filled;
mod filling;
mod head;
mod hold;
mod idle;
mod keyword;
mod ladder;
mod lifted;
mod listed;
mod meant;
mod modifier;
mod movement;
mod moves;
mod names;
mod once;
mod only;
mod option;
mod own;
mod percent;
mod place;
mod plan;
mod plan_dates;
mod plan_weeks;
mod poses;
pub mod program;
mod raise;
mod record;
mod rest;
mod results;
mod scope;
mod settings;
mod steps;
mod suggest;
mod target;
mod team;
mod titles;
mod turns;
mod unit_alone;
mod unknown;
mod unused;
mod workout;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::athlete::{Athlete, Missing};
use crate::diagnostic::{self, Collector, Diagnostic, Severity};
use crate::source::{FileId, Place, Span};
pub use allow::Silences;
pub use amount::largest;
pub use athlete::FORMS as ATHLETE_LINES;
pub use files::{AsWritten, File, Files, Written};
pub use filled::Filling;
pub use filling::{fill, said_of_what_was_written};
use listed::Listed;
use names::Names;
use percent::PercentOf;
use program::{Level, MovementId, Program, Workout};
pub use settings::{LoadUnit, Settings};
pub use unknown::summarise_unknown;
use workout::Workouts;

/// Checks the files of a compilation, each with the names that it can see, and hands out the workouts of the first file
/// one by one, so that a caller who needs a workout once need not keep it.
#[derive(Debug)]
pub struct Checker<'f> {
    files: &'f Files,
    /// The file that is being checked.
    file: FileId,
    names: Names<'f>,
    diagnostics: Collector,
    silences: Silences,
    workouts: Workouts,
    /// What the athletes list that each file can see.
    listed: FxHashMap<FileId, Arc<Listed>>,
    /// The athlete it is compiled for, with their place.
    athlete: Option<(Arc<Athlete>, Place)>,
    /// Figures that the athlete does not list, each reported once.
    missing_figures: FxHashSet<Missing>,
    /// The movements of this workout that had a heavy set so far, and whether that has a load: one that is worked up to has
    /// none.
    top_sets: FxHashMap<MovementId, bool>,
    /// Where loads are a part of what is lifted in a session of the week.
    of_sessions: FxHashSet<Place>,
    /// Whether loads are a part of a top set.
    has_top_sets: bool,
    /// What percentages are of in the workout at hand, where that is said.
    percent: Option<PercentOf>,
    /// The same in the plan at hand.
    percent_of_plan: Option<PercentOf>,
    /// The same at the top of each file.
    percent_of_files: FxHashMap<FileId, Option<PercentOf>>,
    /// Where something is said of this that holds for a percentage.
    percent_used: FxHashSet<Place>,
    /// Whether a load that is less than the empty bar was warned of.
    is_below_bar_said: bool,
    settings: Settings,
}

impl<'f> Checker<'f> {
    /// Looks at the definitions of the first of `files`. With a level other than the intermediate one, the easier and
    /// harder forms of its movements are looked up too.
    pub fn new(files: &'f Files, settings: Settings) -> Self {
        let mut checker = Self {
            files,
            file: FileId::default(),
            names: Names::new(files),
            diagnostics: Collector::default(),
            silences: Silences::default(),
            workouts: Workouts::new(files),
            listed: FxHashMap::default(),
            athlete: None,
            missing_figures: FxHashSet::default(),
            top_sets: FxHashMap::default(),
            of_sessions: FxHashSet::default(),
            has_top_sets: false,
            percent: None,
            percent_of_plan: None,
            percent_of_files: FxHashMap::default(),
            percent_used: FxHashSet::default(),
            is_below_bar_said: false,
            settings,
        };
        checker.definitions();
        checker.athletes();
        checker.own_results();
        checker.teams();
        checker.layout();
        checker
    }

    /// Checks and returns the next workout that has no errors.
    pub fn next_workout(&mut self) -> Option<Arc<Workout>> {
        loop {
            if let Some(workout) = self.check_next()? {
                return Some(workout);
            }
        }
    }

    /// Tells whether a level may take other forms of movements than those that are written. If so, a workout can only
    /// be laid out when all are checked, since a form may be named later.
    pub fn takes_other_forms(&self) -> bool {
        self.settings.all_levels || self.settings.level() != Level::Intermediate || self.workouts.any_level
    }

    /// Returns the movements that were named so far, as the program of the workouts handed out so far.
    pub fn program(&self) -> &Program {
        self.names.program()
    }

    /// Checks the plans, and returns the program with them and with `workouts`, which were handed out before; all
    /// diagnostics, in no particular order; and what silences them.
    pub fn finish(mut self, workouts: Vec<Arc<Workout>>) -> (Program, Vec<Diagnostic>, Silences) {
        let mut plans = self.plans();
        let results = self.athletes_results();
        self.key_movements(&mut plans);
        self.check_stand_ins();
        self.report_unused();
        self.correct_everywhere();
        let athlete = self.athlete.map(|(athlete, ..)| athlete);
        let found = self.diagnostics.finish();
        // A session with an error is left out of its plan, where its loads would be missed.
        let has_errors = found.iter().any(|one| one.rule.severity() == Severity::Error);
        let has_top_sets = self.has_top_sets;
        let mut of_sessions: Vec<Place> =
            if has_errors { Vec::new() } else { self.of_sessions.into_iter().collect() };
        of_sessions.sort();
        (
            Program {
                workouts,
                plans,
                athlete,
                of_sessions,
                has_top_sets,
                results,
                ..self.names.into_program()
            },
            found,
            self.silences,
        )
    }
}

impl<'f> Checker<'f> {
    /// Returns the text at a place of the file that is being checked.
    fn text(&self, span: Span) -> &'f str {
        let files: &'f Files = self.files;
        &files.get(self.file).text[span.range()]
    }

    /// Returns what goes with words of a statement that are taken away.
    fn room_of(&self, words: Span) -> Span {
        diagnostic::with_blanks(&self.files.get(self.file).text, words)
    }

    /// Returns what goes with a statement that is taken away.
    fn room_of_statement(&self, statement: Span) -> Span {
        diagnostic::with_separator(&self.files.get(self.file).text, statement)
    }

    /// Offers to delete words of a statement.
    fn delete(&self, words: Span) -> diagnostic::Choice {
        diagnostic::Choice::delete(&self.files.get(self.file).text, words)
    }

    /// Offers to delete a whole statement.
    fn delete_statement(&self, statement: Span) -> diagnostic::Choice {
        diagnostic::Choice::delete_statement(&self.files.get(self.file).text, statement)
    }

    /// Offers to delete the statement of the file that a place is in.
    fn delete_around(&self, place: Span) -> Option<diagnostic::Choice> {
        self.statement_around(place).map(|statement| self.delete_statement(statement))
    }

    /// Returns the statement of the file that a place is in.
    fn statement_around(&self, place: Span) -> Option<Span> {
        let statements = &self.files.get(self.file).tree.statements;
        let number = statements.partition_point(|statement| statement.span.end < place.end);
        statements.get(number).map(|statement| statement.span).filter(|span| span.start <= place.start)
    }

    /// Offers to delete one of two parts of a statement.
    fn delete_one(&self, first: Span, second: Span) -> Vec<diagnostic::Choice> {
        self.told_apart(first, second, |place| self.delete(place))
    }

    /// Offers to delete one of two statements.
    fn delete_one_statement(&self, first: Span, second: Span) -> Vec<diagnostic::Choice> {
        self.told_apart(first, second, |place| self.delete_statement(place))
    }

    /// Makes a choice in each of two places, with titles that differ. Which of two that say the same goes does not matter.
    fn told_apart(
        &self,
        first: Span,
        second: Span,
        choice: impl Fn(Span) -> diagnostic::Choice,
    ) -> Vec<diagnostic::Choice> {
        let (one, other) = (choice(first), choice(second));
        if self.text(first) == self.text(second) {
            return vec![other];
        }
        if one.title != other.title {
            return vec![one, other];
        }
        let title = one.title.clone();
        vec![one.titled(format!("{title}, the first")), other.titled(format!("{title}, the second"))]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic.in_file(self.file));
    }
}
