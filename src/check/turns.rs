//! What differs from turn to turn: statements with tables, and steps that are done only some of the times.

use super::Checker;
use super::amount::QuantityName;
use super::program::{self, Counter, OnlyRounds, Step, StepKind, When};
use super::scope::{Rounds, Scope};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{
    self, Quantity, Sometimes, Statement, StatementKind, Table, TableItem, Turn, Turns,
};

/// The last week, session or cycle that steps can be for: two years of one session a day.
const LAST_TURN: u32 = 728;

impl<'f> Checker<'f> {
    /// Checks the statement of each week, session or cycle.
    pub(super) fn by_turn(&mut self, turns: &'f Turns, around: Span, scope: &Scope) -> Option<StepKind> {
        let items = self.items(&turns.items, around, scope)?;
        let when = When::By(counter(turns.by)?);
        Some(turns_of(when, items, &turns.tables))
    }

    /// Checks the statement of each round, and adds a step for each.
    pub(super) fn by_round(
        &mut self,
        turns: &'f Turns,
        around: Span,
        scope: &Scope,
        steps: &mut Vec<Step>,
    ) -> bool {
        let place = turns.tables.first().map_or(turns.written.span, |&(span, _)| span);
        let Some(most) = self.rounds_to_count(turns, place, scope) else { return false };
        let Some(items) = self.items(&turns.items, around, scope) else { return false };
        let every = u32::try_from(items.len()).unwrap_or(u32::MAX).max(1);
        if every > most {
            let rounds = if most == 1 { "one round".to_owned() } else { format!("{most} rounds") };
            let never = match every - most {
                1 => "the last of these is never done".to_owned(),
                last => format!("the last {last} of these are never done"),
            };
            let message = format!("this block has {rounds}, so {never}");
            self.report(
                Diagnostic::new(Rule::NeverReached, place, message)
                    .help("give the table as many items as there are rounds, or fewer"),
            );
        }
        for (from, item) in (1..).zip(items) {
            let only = OnlyRounds { not: false, from, to: most.max(from), every };
            steps.extend(item.into_iter().map(|step| Step { only: Some(only), ..step }));
        }
        true
    }

    /// Returns how many rounds there are for a table to count, or says why there are none.
    fn rounds_to_count(&mut self, turns: &Turns, place: Span, scope: &Scope) -> Option<u32> {
        let (message, help) = match (&turns.written.kind, scope.rounds) {
            (StatementKind::Block(_), _) => (
                "in the header of a block, only the rest between its rounds can be `by round`",
                "write it there as `rest by round 90s then 60s between rounds`, or put the table on a movement",
            ),
            (_, Rounds::Most(most)) => {
                let only = super::only::all_said(&turns.written.kind).next();
                let Some(only) = only else { return Some(most) };
                self.report(
                    Diagnostic::new(Rule::OptionTwice, only.span, "its rounds are said twice")
                        .and_at(place, "this says what is done in each")
                        .help("delete one of them, or write a step for each round: `squat 10 only round 1; squat 8 only round 3`"),
                );
                return None;
            }
            (_, Rounds::Once) => (
                "there are no rounds here to count",
                "it goes on a step directly in a block with `rounds`, a `ladder` or intervals",
            ),
            (_, Rounds::Unknown) => (
                "nobody knows how many rounds an `amrap` has",
                "what changes steadily is a step: `squat 10 +2 each round`",
            ),
            (_, Rounds::InTurns) => (
                "the steps of this block take turns, and each has its own",
                "write what comes in each turn as a step, or delete `alternating` in the header",
            ),
        };
        self.report(Diagnostic::new(Rule::NothingToCount, place, message).help(help));
        None
    }

    /// Checks the statement of each turn by itself. What is wrong with several is said once.
    fn items(&mut self, items: &'f [Statement], around: Span, scope: &Scope) -> Option<Vec<Vec<Step>>> {
        let reported = self.diagnostics.len();
        let mut checked = Vec::with_capacity(items.len());
        let mut failed = false;
        for item in items {
            let mut steps = Vec::with_capacity(1);
            failed |= !self.statement(item, around, scope, &mut steps);
            checked.push(steps);
        }
        self.diagnostics.say_once_since(reported);
        (!failed).then_some(checked)
    }

    /// Checks the rests after each round of a block.
    pub(super) fn rest_by_round(
        &mut self,
        table: &Table,
        span: Span,
        scope: &Scope,
    ) -> Option<program::RestAmount> {
        let mut rests = Vec::with_capacity(table.items.len());
        let mut failed = false;
        for turn in 0..table.items.len() {
            let Some(TableItem::Rest(rest)) = table.item(turn) else { continue };
            // A part of the tree that outlives this check is not needed: only the places of names are kept.
            match self.rest_amount(&rest, span, scope) {
                Some(rest) => rests.push(rest),
                None => failed = true,
            }
        }
        (!failed).then(|| program::RestAmount::ByRound(rests.into()))
    }

    /// Checks steps that are done only some of the times.
    pub(super) fn sometimes(
        &mut self,
        sometimes: &'f Sometimes,
        span: Span,
        scope: &Scope,
    ) -> Option<StepKind> {
        let inner = Scope { top: false, ..*scope };
        let when = match &sometimes.when {
            tree::When::InTurn => Some(When::InTurn),
            tree::When::Only(by, numbers) => self.only_turns(*by, numbers, sometimes),
        };
        let (Some(When::InTurn), tree::When::InTurn) = (&when, &sometimes.when) else {
            let steps = self.steps(&sometimes.body, span, &inner)?;
            if steps.is_empty() && !sometimes.broken {
                self.report_nothing_in(sometimes);
                return None;
            }
            return Some(turns_of(when?, vec![steps], &[]));
        };
        let mut items = Vec::with_capacity(sometimes.body.len());
        let mut failed = false;
        for statement in &sometimes.body {
            let mut steps = Vec::with_capacity(1);
            failed |= !self.statement(statement, span, &inner, &mut steps);
            if !steps.is_empty() {
                items.push(steps);
            }
        }
        if failed || !self.check_takes_turns(sometimes, items.len()) {
            return None;
        }
        Some(turns_of(When::InTurn, items, &[]))
    }

    /// Reports an `in turn` with fewer than two steps.
    pub(super) fn check_takes_turns(&mut self, sometimes: &Sometimes, steps: usize) -> bool {
        match steps {
            0 => self.report_nothing_in(sometimes),
            1 => self.report(
                Diagnostic::new(
                    Rule::MissingStatementPart,
                    sometimes.word,
                    "there is one step here, and nothing for it to take turns with",
                )
                .help("write what comes next after a `;`, or write the step without `in turn`"),
            ),
            _ => return true,
        }
        false
    }

    fn report_nothing_in(&mut self, sometimes: &Sometimes) {
        let header = self.text(sometimes.header);
        let help = match sometimes.when {
            tree::When::InTurn => "say what takes turns: `in turn < do \"A\"; do \"B\" >`",
            tree::When::Only(..) => "say what is done then, or delete it",
        };
        let message = format!("`{header}` is empty");
        self.report(Diagnostic::new(Rule::MissingStatementPart, sometimes.header, message).help(help));
    }

    /// Checks at which turns steps are done: in order, each once.
    fn only_turns(&mut self, by: Turn, numbers: &[Quantity], sometimes: &Sometimes) -> Option<When> {
        let counter = counter(by)?;
        let mut turns: Vec<u32> = Vec::new();
        let mut failed = sometimes.broken;
        for number in numbers {
            let Some((from, to)) = self.turn_range(counter, number) else {
                failed = true;
                continue;
            };
            for turn in from..=to {
                if turns.contains(&turn) {
                    let message = format!("{} {turn} is twice in this list", counter.name());
                    self.report(Diagnostic::new(Rule::DuplicateStatement, number.span, message));
                    return None;
                }
                turns.push(turn);
            }
        }
        turns.sort_unstable();
        (!failed && !turns.is_empty()).then(|| When::Only(counter, turns.into()))
    }

    fn turn_range(&mut self, counter: Counter, number: &Quantity) -> Option<(u32, u32)> {
        if let Some(step) = number.step().filter(|_| !number.broken) {
            let message = format!("`{}` can't be used here: write plain numbers", self.text(step.span));
            self.report(Diagnostic::new(Rule::OutOfPlace, step.span, message));
            return None;
        }
        let name = match counter {
            Counter::Week => "a week",
            Counter::Session => "a session",
            Counter::Cycle => "a cycle",
        };
        if number.low == 0 && !number.broken {
            let message =
                format!("{}s are counted from 1, and `{}` is none", counter.name(), self.text(number.span));
            self.report(
                Diagnostic::new(Rule::PlanWeeks, number.span, message).help("write `1` for the first"),
            );
            return None;
        }
        let amount = self.count(number, QuantityName(name), &Scope::WORKOUT)?;
        let whole = |milli: i64| u32::try_from(milli / 1000).ok().filter(|&turn| turn <= LAST_TURN);
        let range = whole(amount.low).zip(whole(amount.high));
        if range.is_none() {
            let message = format!("no plan has a {} `{}`", counter.name(), self.text(number.span));
            self.report(
                Diagnostic::new(Rule::PlanWeeks, number.span, message).help("they are counted from 1"),
            );
        }
        range
    }
}

fn turns_of(when: When, items: Vec<Vec<Step>>, tables: &[(Span, usize)]) -> StepKind {
    let counted = |&(span, count): &(Span, usize)| (span, u32::try_from(count).unwrap_or(u32::MAX));
    let tables = tables.iter().map(counted).collect();
    StepKind::Turns(Box::new(program::Turns { when, items, tables }))
}

/// Returns what a turn counts beyond a session.
fn counter(turn: Turn) -> Option<Counter> {
    match turn {
        Turn::Week => Some(Counter::Week),
        Turn::Session => Some(Counter::Session),
        Turn::Cycle => Some(Counter::Cycle),
        Turn::Set | Turn::Round => None,
    }
}
