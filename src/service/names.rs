//! Every name in a file that means something elsewhere: a movement, a workout that is done, a file that is used.

use crate::catalog::{fold, key, unescape};
use crate::check::program::{LAST_TIME, TOP_SET};
use crate::date;
use crate::source::Span;
use crate::speech::Map;
use crate::syntax::tree::{
    AthleteDefinition, Block, DoneDefinition, DoseSyntax, FactKind, FactTextWord, InPlan, Modifier,
    ModifierKind, OptionKind, Performance, PlanDay, PlanPart, Raise, Reference, RestAmount, Statement,
    StatementKind, Target, TargetSyntax, Text, TextWord, Tree, WorkoutDefinition,
};
use crate::syntax::word::AboutWord;

/// What percentages are of beside movements, sessions and days.
const OF_ONESELF: [&str; 7] =
    ["max", "training max", "bodyweight", "ftp", "max heart rate", LAST_TIME, TOP_SET];

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A movement, of the catalogue or of a file.
    Movement,
    /// A workout, or a session of a plan.
    Workout,
    /// A plan.
    Plan,
    /// An athlete.
    Athlete,
    /// A team.
    Team,
    /// A position of the body, for figures.
    Pose,
    /// What a workout leaves open.
    Blank,
    /// A rule, where it is allowed.
    Rule,
    /// Another file.
    File,
}

/// A name in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it is, without its quotes.
    pub span: Span,
    /// What it is of.
    pub kind: NameKind,
    /// Whether it is the place where that is defined.
    pub defines: bool,
    /// What it says, without escapes.
    pub text: String,
    /// What two spellings of one name have in common.
    key: String,
    /// Whether it is between quotes.
    pub quoted: bool,
    /// Where it means something: for a blank, the workout that has it.
    pub within: Option<Span>,
}

impl Name {
    /// Returns the same name with other words.
    pub(super) fn said_as(&self, text: &str) -> Self {
        Self { text: text.to_owned(), key: self.kind.key(text), ..self.clone() }
    }

    /// Tells whether both name the same thing, as far as one file can say.
    pub fn is_same(&self, other: &Name) -> bool {
        self.kind == other.kind && self.within == other.within && self.key == other.key
    }
}

impl NameKind {
    /// Returns what two spellings of one name of this kind have in common.
    fn key(self, text: &str) -> String {
        match self {
            NameKind::Movement => key(text),
            NameKind::Rule | NameKind::File => text.to_owned(),
            NameKind::Workout
            | NameKind::Plan
            | NameKind::Athlete
            | NameKind::Team
            | NameKind::Pose
            | NameKind::Blank => fold(text),
        }
    }
}

/// Returns every name of a file, in text order, and those whose words are not written as they are read: these have the
/// place of all that they were read from.
pub(super) fn names_of(tree: &Tree, read: &str, written: &str, map: &Map) -> (Vec<Name>, Vec<Name>) {
    let mut all = Gathering { read, written, map, names: Vec::new(), lost: Vec::new() };
    all.statements(&tree.statements);
    let mut names = all.names;
    names.sort_by_key(|name| name.span);
    names.dedup();
    (names, all.lost)
}

struct Gathering<'t> {
    read: &'t str,
    written: &'t str,
    map: &'t Map,
    names: Vec<Name>,
    lost: Vec<Name>,
}

impl Gathering<'_> {
    fn said(&self, span: Span) -> String {
        unescape(&self.read[span.range()])
    }

    /// Adds a name.
    fn add(&mut self, span: Span, kind: NameKind, defines: bool) {
        let place = self.map.place(span);
        let read = &self.read[span.range()];
        if read.trim().is_empty() {
            return;
        }
        let quoted = self.written[..place.start as usize].ends_with(['"', '“', '”', '„']);
        let text = self.said(span);
        let key = kind.key(&text);
        let name = Name { span: place, kind, defines, text, key, quoted, within: None };
        let is_as_read = self.written.get(place.range()) == Some(read);
        if is_as_read { &mut self.names } else { &mut self.lost }.push(name);
    }

    fn uses(&mut self, text: Text, kind: NameKind) {
        self.add(text.inner, kind, false);
    }

    fn defines(&mut self, text: Text, kind: NameKind) {
        self.add(text.inner, kind, true);
    }

    fn statements(&mut self, statements: &[Statement]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Movement(all) => all.iter().for_each(|one| self.performance(one)),
            StatementKind::Rest(amount, _) => self.rest(amount),
            StatementKind::Block(block) => self.block(block),
            StatementKind::Text(TextWord::About(AboutWord::Title), texts) => {
                texts.iter().for_each(|text| self.defines(*text, NameKind::Workout));
            }
            StatementKind::RecordMax(name) => self.add(*name, NameKind::Movement, false),
            StatementKind::Do(done) => self.uses(done.title, NameKind::Workout),
            StatementKind::Allow(allow) => self.add(allow.rule, NameKind::Rule, false),
            StatementKind::Use(path) => self.uses(*path, NameKind::File),
            StatementKind::Workout(workout) => self.workout(workout),
            StatementKind::MovementDefinition(movement) => {
                self.defines(movement.name, NameKind::Movement);
                for fact in &movement.facts {
                    if let FactKind::Text(TextWord::Fact(word), texts) = &fact.kind
                        && matches!(word, FactTextWord::Easier | FactTextWord::Harder)
                    {
                        texts.iter().for_each(|text| self.uses(*text, NameKind::Movement));
                    }
                }
            }
            StatementKind::Pose(pose) => {
                self.defines(pose.name, NameKind::Pose);
                if let Some(base) = pose.base {
                    self.add(base, NameKind::Pose, false);
                }
            }
            StatementKind::Athlete(athlete) => self.athlete(athlete),
            StatementKind::Plan(plan) => {
                self.defines(plan.title, NameKind::Plan);
                self.parts(&plan.parts);
            }
            StatementKind::Turns(turns) => self.statement(&turns.written),
            StatementKind::Raise(raise) => self.raise(raise),
            StatementKind::Team(team) => {
                self.defines(team.name, NameKind::Team);
                team.uses.iter().for_each(|(path, _)| self.uses(*path, NameKind::File));
            }
            StatementKind::Results(name) => self.uses(*name, NameKind::Athlete),
            StatementKind::Done(done) => self.done(done),
            StatementKind::PercentOf(of) => self.reference(Reference::Name(*of)),
            StatementKind::Text(..)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Scale(_)
            | StatementKind::Tags(_)
            | StatementKind::Race(_) => {}
            StatementKind::Sometimes(_) | StatementKind::Unreadable(_) => {
                self.statements(statement.kind.inside());
            }
        }
    }

    fn workout(&mut self, workout: &WorkoutDefinition) {
        self.defines(workout.title, NameKind::Workout);
        let from = self.names.len();
        workout.blanks.iter().for_each(|blank| self.add(blank.name, NameKind::Blank, true));
        for one in &workout.uses {
            // In a text it is between braces.
            let said = &self.read[one.span.range()];
            let inner = said.trim_matches(['{', '}']);
            let start = one.span.start as usize + said.find(inner).unwrap_or_default();
            self.add(Span::new(start, start + inner.len()), NameKind::Blank, false);
        }
        let within = Some(self.map.place(workout.title.span));
        self.names[from..].iter_mut().for_each(|name| name.within = within);
        let from = self.names.len();
        self.statements(&workout.body);
        // Where a blank is used, there is no name beside it. Uses are in text order.
        let uses: Vec<Span> = workout.uses.iter().map(|one| self.map.place(one.span)).collect();
        let is_blank = |name: &Name| {
            let next = uses.partition_point(|one| one.end < name.span.end);
            uses.get(next).is_some_and(|one| one.start <= name.span.start)
        };
        let body = self.names.split_off(from);
        self.names.extend(body.into_iter().filter(|name| !is_blank(name)));
    }

    fn block(&mut self, block: &Block) {
        for option in &block.options {
            match &option.kind {
                OptionKind::Rest(rest)
                | OptionKind::BetweenRounds(rest)
                | OptionKind::BetweenMovements(rest) => self.rest(rest),
                OptionKind::Rounds(_)
                | OptionKind::Work(_)
                | OptionKind::Transition(_)
                | OptionKind::Switch(_)
                | OptionKind::Per(_)
                | OptionKind::Ladder(_)
                | OptionKind::Until(_)
                | OptionKind::Cap(_)
                | OptionKind::Alternating => {}
            }
        }
        self.statements(&block.body);
    }

    fn performance(&mut self, one: &Performance) {
        self.add(one.name, NameKind::Movement, false);
        if let DoseSyntax::List(items) = &one.dose {
            for item in items {
                self.targets(&item.targets);
                self.modifiers(&item.own);
            }
        }
        self.modifiers(&one.modifiers);
    }

    fn modifiers(&mut self, modifiers: &[Modifier]) {
        for modifier in modifiers {
            self.targets(modifier.targets());
            if let ModifierKind::Rest(rest) = &modifier.kind {
                self.rest(rest);
            }
        }
    }

    fn targets(&mut self, targets: &[Target]) {
        for target in targets {
            if let TargetSyntax::Amount { of: Some(of), .. } = &target.kind {
                self.reference(*of);
            }
        }
    }

    /// Adds what a percentage is of, where that is a movement or a session.
    fn reference(&mut self, of: Reference) {
        match of {
            Reference::Title(title) => self.uses(title, NameKind::Workout),
            Reference::Name(span) => {
                let said = self.said(span);
                let is_own = OF_ONESELF.iter().any(|own| own.eq_ignore_ascii_case(&said));
                if !is_own && date::weekday(&said).is_none() {
                    self.add(span, NameKind::Movement, false);
                }
            }
        }
    }

    fn rest(&mut self, amount: &RestAmount) {
        if let RestAmount::Moving(performance) = amount {
            self.performance(performance);
        }
    }

    fn athlete(&mut self, athlete: &AthleteDefinition) {
        self.defines(athlete.name, NameKind::Athlete);
        for entry in &athlete.entries {
            if let Some(path) = entry.results {
                self.uses(path, NameKind::File);
            }
            if let Some(raise) = &entry.raise {
                self.raise(raise);
            }
            let words = &self.read[entry.name.range()];
            let led = ["max ", "bar "]
                .iter()
                .find(|word| words.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word)));
            if let Some(word) = led
                && !words[word.len()..].trim().eq_ignore_ascii_case("heart rate")
            {
                let rest = words[word.len()..].trim_start();
                let end = entry.name.end as usize;
                self.quoted_or_not(Span::new(end - rest.len(), end), NameKind::Movement);
            }
        }
    }

    fn raise(&mut self, raise: &Raise) {
        raise.movements.iter().for_each(|name| self.quoted_or_not(*name, NameKind::Movement));
    }

    /// Adds the use of a name that may have its quotes in its place.
    fn quoted_or_not(&mut self, span: Span, kind: NameKind) {
        let text = &self.read[span.range()];
        let inner = text.trim_matches(['"', '“', '”', '„']);
        let start = span.start as usize + text.find(inner).unwrap_or_default();
        self.add(Span::new(start, start + inner.len()), kind, false);
    }

    fn parts(&mut self, parts: &[InPlan<PlanPart>]) {
        for part in parts {
            self.in_plan(part, |this, part| match part {
                PlanPart::Week(week) => {
                    week.days.iter().for_each(|day| this.in_plan(day, Self::day));
                }
                PlanPart::Day(day) => this.day(day),
                PlanPart::Cycle(cycle) => this.parts(&cycle.parts),
                PlanPart::Phase(phase) => this.parts(&phase.parts),
                PlanPart::Race(_) => {}
            });
        }
    }

    fn in_plan<T>(&mut self, part: &InPlan<T>, mut each: impl FnMut(&mut Self, &T)) {
        match part {
            InPlan::Part(part) => each(self, part),
            InPlan::Allow(allow, _) => self.add(allow.rule, NameKind::Rule, false),
            InPlan::Said(statement) => self.statement(statement),
        }
    }

    fn day(&mut self, day: &PlanDay) {
        self.statements(&day.body);
    }

    fn done(&mut self, done: &DoneDefinition) {
        if let Some(title) = done.title {
            self.uses(title, NameKind::Workout);
        }
        if let Some(plan) = done.plan {
            self.uses(plan, NameKind::Plan);
        }
        done.lifts().for_each(|lift| self.add(lift.name, NameKind::Movement, false));
    }
}
