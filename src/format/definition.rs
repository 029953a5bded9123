//! Definitions: workouts, movements, athletes, plans.

use super::quantity::Place;
use super::statement::Case;
use super::words::words_and_texts;
use super::{Body, Formatter};
use crate::date;
use crate::source::Span;
use crate::syntax::tree::{
    AthleteDefinition, AthleteEntry, DefinitionWord, Fact, FactKind, FactWord, InPlan, MovementDefinition,
    PlanDay, PlanDefinition, PlanWeek, Quantity, WorkoutDefinition,
};

/// First words of the lines about an athlete. The names after them are not changed.
const ENTRY_WORDS: [&str; 11] =
    ["bodyweight", "max", "training", "ftp", "css", "pace", "heart", "division", "rounding", "units", "bar"];

impl Formatter<'_> {
    pub(super) fn workout(&mut self, workout: &WorkoutDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Workout);
        self.quoted(workout.title);
        let body = Body { items: &workout.body, whole, header_end: workout.title.span.end };
        self.body(&body, depth, |statement| statement.span, Self::statement);
    }

    pub(super) fn movement_definition(&mut self, definition: &MovementDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Movement);
        self.quoted(definition.name);
        let body = Body { items: &definition.facts, whole, header_end: definition.name.span.end };
        self.body(&body, depth, |fact| fact.span, Self::fact);
    }

    fn fact(&mut self, fact: &Fact, depth: usize) {
        let word = match &fact.kind {
            FactKind::Text(word, texts) => {
                self.texts(*word, texts, depth);
                return;
            }
            FactKind::Words(word, _) | FactKind::Amount(word, _) => *word,
        };
        self.page.push(word.spelling());
        match &fact.kind {
            FactKind::Words(_, words) if !words.is_empty() => {
                self.page.push(" ");
                let case = match word {
                    FactWord::Pattern | FactWord::Sides | FactWord::Max => Case::Small,
                    FactWord::Muscles
                    | FactWord::Secondary
                    | FactWord::Equipment
                    | FactWord::Load
                    | FactWord::Pace => Case::OfNames,
                };
                self.words(words, depth, case);
            }
            FactKind::Amount(_, amount) => {
                self.page.push(" ");
                self.quantity(amount, Place::Elsewhere);
            }
            FactKind::Words(..) | FactKind::Text(..) => {}
        }
    }

    pub(super) fn athlete(&mut self, athlete: &AthleteDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Athlete);
        self.quoted(athlete.name);
        let body = Body { items: &athlete.entries, whole, header_end: athlete.name.span.end };
        self.body(&body, depth, |entry| entry.span, Self::entry);
    }

    fn entry(&mut self, entry: &AthleteEntry, depth: usize) {
        if let Some(raise) = &entry.raise {
            return self.raise(raise, depth);
        }
        if !entry.discs.is_empty() {
            self.page.push("discs ");
            let write = |formatter: &mut Self, disc: &Quantity| formatter.quantity(disc, Place::Elsewhere);
            return self.list(&entry.discs, depth, |disc| disc.span.start, write);
        }
        let name = words_and_texts(self.at(entry.name));
        let first = name.split(' ').next().unwrap_or_default();
        let rest = &name[first.len()..];
        match ENTRY_WORDS.iter().find(|word| word.eq_ignore_ascii_case(first)) {
            Some(word) => self.page.push(word),
            None => self.page.push(first),
        }
        self.page.push(rest);
        if let Some(amount) = &entry.amount {
            self.page.push(" ");
            self.quantity(amount, Place::Elsewhere);
        }
    }

    pub(super) fn plan(&mut self, plan: &PlanDefinition, whole: Span, depth: usize) {
        self.word(DefinitionWord::Plan);
        self.quoted(plan.title);
        if let Some(weeks) = &plan.weeks {
            self.page.push(" weeks ");
            self.quantity(weeks, Place::Elsewhere);
        }
        if let Some(starts) = plan.starts {
            self.page.push(" starts ");
            self.page.push(self.at(starts));
        }
        let body = Body { items: &plan.blocks, whole, header_end: plan.title.span.end };
        self.in_plan(&body, depth, |week| week.span, Self::week);
    }

    /// Writes the contents of a plan or of a week, whose parts `write` writes.
    fn in_plan<T>(
        &mut self,
        body: &Body<'_, InPlan<T>>,
        depth: usize,
        span_of: impl Fn(&T) -> Span + Copy,
        write: impl Fn(&mut Self, &T, usize) + Copy,
    ) {
        let span_of = |one: &InPlan<T>| match one {
            InPlan::Part(part) => span_of(part),
            InPlan::Allow(_, span) => *span,
            InPlan::Said(statement) => statement.span,
        };
        self.body(body, depth, span_of, |formatter, one, depth| match one {
            InPlan::Part(part) => write(formatter, part, depth),
            InPlan::Allow(allow, _) => formatter.allow(allow),
            InPlan::Said(statement) => formatter.statement(statement, depth),
        });
    }

    fn week(&mut self, week: &PlanWeek, depth: usize) {
        match week.weeks.as_slice() {
            // Both or neither is a mistake, and it is left for the author to correct.
            [] if week.is_every => self.page.push("every week"),
            [] => self.page.push("week"),
            _ if week.is_every => self.page.push("every week "),
            [only] if !only.is_range() => self.page.push("week "),
            _ => self.page.push("weeks "),
        }
        self.list(
            &week.weeks,
            depth,
            |weeks| weeks.span.start,
            |formatter, weeks| {
                formatter.quantity(weeks, Place::Elsewhere);
            },
        );
        if week.instead {
            self.page.push(" instead");
        }
        let header_end = week.weeks.last().map_or(week.span.start, |last| last.span.end);
        let body = Body { items: &week.days, whole: week.span, header_end };
        self.in_plan(&body, depth, |day| day.span, Self::day);
    }

    fn day(&mut self, day: &PlanDay, depth: usize) {
        self.list(
            &day.names,
            depth,
            |name| name.start,
            |formatter, name| {
                let written = formatter.at(*name);
                formatter.page.push(date::weekday(written).map_or(written, |day| date::name(day)));
            },
        );
        if day.instead {
            self.page.push(" instead");
        }
        let header_end = day.names.last().map_or(day.span.start, |last| last.end);
        let body = Body { items: &day.body, whole: day.span, header_end };
        self.body(&body, depth, |statement| statement.span, Self::statement);
    }
}
