//! A day of a plan: rest, a race or a session, and which of them cannot be on the same day.

use std::sync::Arc;

use super::Checker;
use super::program::{
    Choice, DayBlock, DayBody, Exercise, InTurn, Scale, SessionBody, Step, StepKind, TimeOfDay,
};
use super::scope::Scope;
use crate::catalog::{self, single_blanks, unescape};
use crate::date::{self, Weekday};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::Unit;
use crate::source::{At, Span};
use crate::syntax::tree::{
    AboutWord, DayPart, DayTime, PlanDay, RestAmount, ScaleSyntax, ScaleWord, Sometimes, Statement,
    StatementKind, Text, TextWord, When,
};

/// How many movements the name of a session without a title has.
const NAMED: usize = 3;

/// The places of what blocks have given to a day so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DayState {
    rest: Option<Span>,
    /// Training or a race.
    training: Option<Span>,
    race: Option<Span>,
    has_session: bool,
}

/// Two things that cannot be on the same day.
#[derive(Debug, Clone, Copy)]
pub(super) enum Clash {
    /// Training is added to a rest day.
    Training { rest: Span, added: Span },
    /// A rest day is added to training.
    Rest { training: Span, added: Span },
    /// A race is added to a race.
    Race { first: Span, added: Span },
}

impl Clash {
    /// Returns the places of both.
    pub(super) fn places(self) -> (Span, Span) {
        match self {
            Clash::Training { rest, added } => (rest, added),
            Clash::Rest { training, added } => (training, added),
            Clash::Race { first, added } => (first, added),
        }
    }
}

impl DayState {
    /// Tells whether anything is done on it that can be scaled: a race is run as it is.
    pub(super) fn has_session(&self) -> bool {
        self.has_session
    }

    /// Adds a block to the day, and returns what in it clashes.
    pub(super) fn give(&mut self, block: &DayBlock) -> Option<Clash> {
        if block.instead {
            *self = Self::default();
        }
        let race = block.race.as_ref().map(|race| race.span);
        let mut clash;
        match &block.body {
            DayBody::Nothing => clash = None,
            DayBody::Rest(added) => {
                clash = self.training.map(|training| Clash::Rest { training, added: *added });
                self.rest = self.rest.or(Some(*added));
            }
            DayBody::Race | DayBody::Session(_) | DayBody::InTurn(_) => {
                let is_session = matches!(block.body, DayBody::Session(_) | DayBody::InTurn(_));
                let added = race.filter(|_| !is_session).unwrap_or(block.span);
                self.has_session |= is_session;
                clash = self.rest.map(|rest| Clash::Training { rest, added });
                self.training = self.training.or(Some(added));
            }
        }
        if let Some(added) = race {
            clash = clash.or(self.race.map(|first| Clash::Race { first, added }));
            self.race = self.race.or(Some(added));
        }
        clash
    }
}

impl<'f> Checker<'f> {
    pub(super) fn report_clash(&mut self, clash: &Clash, weekday: Weekday, week: u32) {
        let day = date::name(weekday);
        self.report(match *clash {
            Clash::Training { rest, added } => {
                let message = format!("{weekday} of week {week} is a rest day, and training is added to it");
                Diagnostic::new(Rule::RestDay, added, message)
                    .and_at(rest, "the rest day")
                    .help(format!("to train instead of resting, write `{day} instead < … >`"))
            }
            Clash::Rest { training, added } => {
                let message =
                    format!("there is training on {weekday} of week {week}, so it cannot be a rest day");
                Diagnostic::new(Rule::RestDay, added, message)
                    .and_at(training, "the training")
                    .help(format!("to rest instead of training, write `{day} instead < rest day >`"))
            }
            Clash::Race { first, added } => {
                let message = format!("{weekday} of week {week} has a race already");
                Diagnostic::new(Rule::DuplicateStatement, added, message)
                    .and_at(first, "the first is here")
                    .help(format!("delete one of them, or write `{day} instead < … >`"))
            }
        });
    }

    /// Checks a block of days of a week.
    pub(super) fn day_block(&mut self, written: &'f PlanDay) -> Option<DayBlock> {
        let days = self.weekdays(&written.names);
        let reported = self.diagnostics.len();
        let race = self.race(&written.body);
        let has_race = written.body.iter().any(|one| matches!(one.kind, StatementKind::Race(_)));
        let body = if written.has_body || written.scales.is_empty() {
            self.day_body(written, has_race)
        } else {
            Some(DayBody::Nothing)
        };
        let scale = match &*written.scales {
            [] => None,
            scales => self.scale(scales),
        };
        let when = written.time.and_then(|time| self.when(time));
        if let (Some(scale), true) = (written.scales.first(), written.instead) {
            self.report_scaled_instead(scale.span);
        }
        if let (Some(DayBody::Rest(rest)), Some(_)) = (&body, written.time) {
            let message = "a rest day is all day long";
            self.report(
                Diagnostic::new(Rule::OutOfPlace, *rest, message)
                    .help("delete the time, or leave that session out"),
            );
        }
        if self.diagnostics.has_error_since(reported, self.file) {
            return None;
        }
        let (span, instead) = (written.span, written.instead);
        Some(DayBlock { span, days: days?, when, instead, scale, body: body?, race })
    }

    /// Reads when on a day a session is done.
    fn when(&mut self, written: DayTime) -> Option<TimeOfDay> {
        let place = match written {
            DayTime::Part(DayPart::Morning) => return Some(TimeOfDay::Morning),
            DayTime::Part(DayPart::Evening) => return Some(TimeOfDay::Evening),
            DayTime::Clock(place) => place,
        };
        let time = date::read_time(self.text(place));
        if time.is_none() {
            let message = format!("there is no time of day `{}`", self.text(place));
            self.report(
                Diagnostic::new(Rule::AbsurdAmount, place, message)
                    .help("write hours and minutes up to 23:59, such as `06:30`"),
            );
        }
        time.map(TimeOfDay::Clock)
    }

    /// Reads which days are meant: in order, each once.
    fn weekdays(&mut self, names: &[Span]) -> Option<Vec<Weekday>> {
        let mut days: Vec<Weekday> = Vec::with_capacity(names.len());
        for &place in names {
            let weekday = date::weekday(self.text(place))?;
            if days.contains(&weekday) {
                let message = format!("{weekday} is twice in this list");
                self.report(
                    Diagnostic::new(Rule::DuplicateStatement, place, message).help("delete one of them"),
                );
                return None;
            }
            days.push(weekday);
        }
        days.sort_unstable_by_key(|day| day.number_days_from_monday());
        Some(days)
    }

    /// Returns the race among a day's statements, and reports a second one.
    fn race(&mut self, body: &[Statement]) -> Option<At<Box<str>>> {
        let mut race: Option<At<Box<str>>> = None;
        for statement in body {
            let StatementKind::Race(name) = statement.kind else { continue };
            let title = self.title(name);
            if title.trim().is_empty() {
                let message = "this race has no name";
                self.report(
                    Diagnostic::new(Rule::MissingStatementPart, statement.span, message)
                        .help("write which it is: `race day \"City Marathon\"`"),
                );
            } else if let Some(first) = &race {
                let message = "a day has one race, and this is a second one";
                self.report(
                    Diagnostic::new(Rule::DuplicateStatement, statement.span, message)
                        .and_at(first.span, "the first is here")
                        .help("delete one of them")
                        .choices(self.delete_one_statement(first.span, statement.span)),
                );
            } else {
                race = Some(At { value: title.into(), span: statement.span });
            }
        }
        race
    }

    /// Checks what is done on a day.
    fn day_body(&mut self, written: &'f PlanDay, has_race: bool) -> Option<DayBody> {
        let statements = &written.body;
        let mut rests = statements.iter().filter(|statement| is_rest_day(statement)).map(|one| one.span);
        let rest = rests.next();
        if let (Some(first), Some(second)) = (rest, rests.next()) {
            let message = "`rest day` is given a second time";
            self.report(
                Diagnostic::new(Rule::DuplicateStatement, second, message)
                    .and_at(first, "the first is here")
                    .help("delete one of them")
                    .choices(self.delete_one_statement(first, second)),
            );
        }
        if let Some(sometimes) = all_in_turn(statements) {
            for statement in statements {
                if let StatementKind::Allow(allow) = &statement.kind {
                    self.allow(allow, written.span);
                }
            }
            return self.sessions_in_turn(sometimes).map(DayBody::InTurn);
        }
        let checked = self.day_steps(statements, written.span)?;
        let other = statements.iter().find(|one| {
            matches!(one.kind, StatementKind::Race(_)) || is_step(&one.kind) && !is_rest_day(one)
        });
        match (rest, other) {
            (Some(rest), Some(other)) => {
                self.report(
                    Diagnostic::new(Rule::RestDay, rest, "`rest day` must be alone in its day")
                        .and_at(other.span, "this is beside it")
                        .help("delete one of them; for a break within a session, write `rest 2min`"),
                );
                None
            }
            (Some(rest), None) => Some(DayBody::Rest(rest)),
            (None, _) if !checked.workout.steps.is_empty() => Some(DayBody::Session(checked)),
            (None, _) if has_race => Some(DayBody::Race),
            (None, _) => {
                if !written.broken {
                    let message =
                        format!("`{}` is empty", super::movement::first_line(self.text(written.span)));
                    self.report(
                        Diagnostic::new(Rule::MissingStatementPart, written.span, message)
                            .help("say what is done, or write `rest day`"),
                    );
                }
                None
            }
        }
    }

    /// Checks sessions that take turns, each like the only one of a day.
    fn sessions_in_turn(&mut self, (statement, sometimes): (&Statement, &'f Sometimes)) -> Option<InTurn> {
        let mut sessions = Vec::with_capacity(sometimes.body.len());
        let mut failed = false;
        for step in &sometimes.body {
            if is_rest_day(step) {
                self.report(
                    Diagnostic::new(Rule::OutOfPlace, step.span, "a rest day takes no turn")
                        .help("give the day off in its own place: `friday instead < rest day >`"),
                );
                failed = true;
                continue;
            }
            match self.day_steps(std::slice::from_ref(step), step.span) {
                Some(body) if body.workout.steps.is_empty() => {}
                Some(body) => sessions.push(body),
                None => failed = true,
            }
        }
        let takes_turns = failed || self.check_takes_turns(sometimes, sessions.len());
        (takes_turns && !failed).then_some(InTurn { span: statement.span, sessions })
    }

    /// Checks the steps of a day like those of a workout. There may be none.
    fn day_steps(&mut self, statements: &'f [Statement], span: Span) -> Option<SessionBody> {
        self.scales().clear();
        let mut workout = self.body_of_day(statements, span)?;
        let mut scales = std::mem::take(self.scales());
        // What a table repeats is checked again for each of its items.
        scales.sort_by_key(|scale| scale.span);
        scales.dedup_by_key(|scale| scale.span);
        if let [Step { kind: StepKind::Do(done), .. }] = workout.steps.as_slice()
            && statements.iter().all(|one| {
                matches!(one.kind, StatementKind::Do(_) | StatementKind::Race(_) | StatementKind::Allow(_))
            })
        {
            let scale = scales.first().map_or_else(Scale::default, |scale| scale.value);
            return Some(SessionBody { workout: done.clone(), scale, scales: Box::default() });
        }
        workout.title = self.session_title(statements, &workout.steps);
        Some(SessionBody { workout: Arc::new(workout), scale: Scale::default(), scales: scales.into() })
    }

    /// Returns the title of a session: its `title`, or else what is done in it.
    fn session_title(&self, statements: &[Statement], steps: &[Step]) -> String {
        let stated = statements.iter().find_map(|statement| {
            let StatementKind::Text(TextWord::About(AboutWord::Title), texts) = &statement.kind else {
                return None;
            };
            texts.first().map(|&text: &Text| self.title(text)).filter(|title| !title.trim().is_empty())
        });
        if let Some(stated) = stated {
            return stated;
        }
        let mut names = Vec::new();
        self.things_done(steps, &mut names);
        let more = if names.len() > NAMED { " and more" } else { "" };
        names.truncate(NAMED);
        let title = format!("{}{more}", names.join(", "));
        let mut letters = title.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => "Session".to_owned(),
        }
    }

    /// Gathers what is done, each movement once, up to one more than a title names.
    fn things_done(&self, steps: &[Step], names: &mut Vec<String>) {
        for step in steps {
            let name = match &step.kind {
                StepKind::Exercise(Exercise { choices }) => {
                    choices.first().map(|choice| self.name_in_title(choice))
                }
                StepKind::Do(workout) => Some(workout.title.clone()),
                StepKind::Block(block) => match &block.title {
                    Some(title) => Some(title.to_string()),
                    None => {
                        self.things_done(&block.steps, names);
                        None
                    }
                },
                StepKind::Turns(turns) => {
                    for item in &turns.items {
                        self.things_done(item, names);
                    }
                    None
                }
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => None,
            };
            let is_new = |name: &String| !names.iter().any(|other| catalog::key(other) == catalog::key(name));
            let name = name.filter(is_new);
            names.extend(name);
            if names.len() > NAMED {
                return;
            }
        }
    }

    /// Returns the name of a movement as it was written, `strides` rather than `stride`, except for its capitals, so
    /// that a session keeps its title when somebody changes them.
    fn name_in_title(&self, choice: &Choice) -> String {
        let written = single_blanks(&unescape(self.text(choice.name_span)));
        let movement = self.names.get(choice.movement);
        let lower = written.to_lowercase();
        if movement.name.to_lowercase() == lower {
            movement.name.clone()
        } else if movement.known {
            lower
        } else {
            written
        }
    }

    /// Checks how a done workout is scaled; none if it cannot be.
    pub(super) fn scale(&mut self, written: &[ScaleSyntax]) -> Option<Scale> {
        let mut scale = Scale::default();
        let mut seen: Vec<(ScaleWord, Span)> = Vec::new();
        let mut failed = false;
        for one in written {
            if let Some(&(_, first)) = seen.iter().find(|(word, _)| *word == one.word) {
                let message = format!("`{}` is given twice", one.word.name());
                self.report(
                    Diagnostic::new(Rule::OptionTwice, one.span, message).and_at(first, "the first is here"),
                );
                failed = true;
                continue;
            }
            seen.push((one.word, one.span));
            let percent = self.scale_amount(one, written);
            failed |= percent.is_none();
            match (one.word, percent) {
                (ScaleWord::Sets, Some(percent)) => scale.sets = percent,
                (ScaleWord::Load, Some(percent)) => scale.load = percent,
                (ScaleWord::Distance, Some(percent)) => scale.distance = percent,
                (ScaleWord::Time, Some(percent)) => scale.time = percent,
                (ScaleWord::Rounds | ScaleWord::Reps, _) | (_, None) => failed = true,
            }
        }
        (!failed).then_some(scale)
    }

    /// Checks one percentage, in thousandths.
    fn scale_amount(&mut self, written: &ScaleSyntax, all: &[ScaleSyntax]) -> Option<i64> {
        let word = written.word_span;
        match written.word {
            ScaleWord::Sets | ScaleWord::Load | ScaleWord::Distance | ScaleWord::Time => {}
            ScaleWord::Rounds => {
                let message = "rounds are scaled together with sets, by one word";
                let diagnostic = Diagnostic::new(Rule::UnknownOption, word, message);
                self.report(if all.iter().any(|one| one.word == ScaleWord::Sets) {
                    diagnostic.help("delete it").choices([self.delete(word.to(written.amount.full_span()))])
                } else {
                    diagnostic.fix(word, "sets")
                });
                return None;
            }
            ScaleWord::Reps => {
                let message =
                    "repetitions are not scaled: a workout is done with fewer sets, or with less load";
                self.report(
                    Diagnostic::new(Rule::UnknownOption, word, message)
                        .help("write `sets 50%`, `load 90%` or both"),
                );
                return None;
            }
        }
        let amount = &written.amount;
        if amount.broken {
            return None;
        }
        let text = self.text(amount.full_span());
        let diagnostic = match amount.unit {
            Some(Unit::Percent) if amount.is_range() => {
                let message = format!("`{text}` is a range, and a scale is one figure");
                Diagnostic::new(Rule::WrongUnit, amount.span, message).help("write `sets 50%`")
            }
            Some(Unit::Percent) if amount.step().is_some() => {
                let message = format!("`{text}` does not move from week to week");
                Diagnostic::new(Rule::OutOfPlace, amount.full_span(), message)
                    .help("scale each week by itself: `sets 50%` in one, `sets 70%` in another")
            }
            Some(Unit::Percent) => {
                return self.sized(amount, Unit::Percent, &Scope::WORKOUT).map(|amount| amount.low);
            }
            None => {
                let message = format!("`{text}` is not a share of the workout: write it in per cent");
                Diagnostic::new(Rule::MissingUnit, amount.span, message)
                    .one_of([diagnostic::Choice::write(amount.full_span(), format!("{text}%"))])
            }
            Some(_) => {
                let message = format!("`{text}` is not a share of the workout: write it in per cent");
                Diagnostic::new(Rule::WrongUnit, amount.span, message).help("write `sets 50%` or `load 90%`")
            }
        };
        self.report(diagnostic);
        None
    }
}

/// Returns the `in turn` of a day, if it is all that is done on it.
fn all_in_turn(statements: &[Statement]) -> Option<(&Statement, &Sometimes)> {
    let is_beside = |one: &&Statement| !matches!(one.kind, StatementKind::Race(_) | StatementKind::Allow(_));
    let mut others = statements.iter().filter(is_beside);
    let (only, None) = (others.next()?, others.next()) else { return None };
    match &only.kind {
        StatementKind::Sometimes(sometimes) if matches!(sometimes.when, When::InTurn) => {
            Some((only, sometimes))
        }
        _ => None,
    }
}

/// Tells whether a statement is `rest day`.
pub(super) fn is_rest_day(statement: &Statement) -> bool {
    matches!(&statement.kind, StatementKind::Rest(amount, _) if matches!(**amount, RestAmount::Day))
}

/// Tells whether a statement is a step of a workout, or may have been one.
fn is_step(kind: &StatementKind) -> bool {
    match kind {
        StatementKind::Movement(_)
        | StatementKind::Rest(..)
        | StatementKind::Block(_)
        | StatementKind::Do(_)
        | StatementKind::RecordMax(_)
        | StatementKind::Text(TextWord::Step(_), _)
        | StatementKind::Turns(_)
        | StatementKind::Sometimes(_)
        | StatementKind::Unreadable(_) => true,
        StatementKind::Text(..)
        | StatementKind::Transition(_)
        | StatementKind::Switch(_)
        | StatementKind::Expect(_)
        | StatementKind::Level(_)
        | StatementKind::Scale(_)
        | StatementKind::Tags(_)
        | StatementKind::Allow(_)
        | StatementKind::Use(_)
        | StatementKind::Workout(_)
        | StatementKind::MovementDefinition(_)
        | StatementKind::Pose(_)
        | StatementKind::Athlete(_)
        | StatementKind::Plan(_)
        | StatementKind::Race(_)
        | StatementKind::PercentOf(_)
        | StatementKind::Raise(_)
        | StatementKind::Team(_)
        | StatementKind::Results(_)
        | StatementKind::Done(_) => false,
    }
}
