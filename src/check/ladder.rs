//! Ladders: the repetitions of each round, written out.

use super::Checker;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::{At, Span};
use crate::syntax::tree::{Ladder, RungMark};

/// The most rungs of a ladder. The largest that coaches use has 100.
const MOST_RUNGS: i64 = 1_000;

/// The most repetitions of a rung: a hundred times what the largest ladders ask for.
const HIGHEST_RUNG: i64 = 100_000;

impl Checker<'_> {
    /// Returns the rungs of a ladder; none if it cannot be read, which is reported.
    pub(super) fn ladder(&mut self, At { value: ladder, span }: At<&Ladder>) -> Option<Box<[i64]>> {
        if ladder.broken {
            return None;
        }
        let text = self.text(span);
        let is_rung = |number: &i64| number % 1000 == 0 && (1..=HIGHEST_RUNG).contains(&(number / 1000));
        if !ladder.numbers.iter().all(is_rung) {
            let message = format!("the rungs of `{text}` are not all whole numbers from 1 up");
            self.report(
                Diagnostic::new(Rule::BadLadder, span, message)
                    .help("a ladder is written `ladder 21-15-9` or `ladder 1 to 10`"),
            );
            return None;
        }
        let numbers: Vec<i64> = ladder.numbers.iter().map(|number| number / 1000).collect();
        let are_all = |mark| !ladder.marks.is_empty() && ladder.marks.iter().all(|one| *one == mark);
        match (numbers.as_slice(), ladder.marks.as_slice()) {
            ([from, to], [RungMark::To]) => self.steps_of_ladder(*from, *to, 1, span),
            ([from, to, by], [RungMark::To, RungMark::By]) => self.steps_of_ladder(*from, *to, *by, span),
            ([from, to], [RungMark::Dash]) => {
                self.report_two_rungs(*from, *to, span);
                None
            }
            _ if are_all(RungMark::Dash) || are_all(RungMark::Comma) => Some(numbers.into()),
            _ => {
                self.report(
                    Diagnostic::new(Rule::BadLadder, span, format!("`{text}` is not a ladder")).help(
                        "ladders are written `21-15-9`, `10, 1`, `1 to 10`, `10 to 1` or `2 to 20 by 2`",
                    ),
                );
                None
            }
        }
    }

    /// Reports `ladder 10-1`, which may be two rungs or ten.
    fn report_two_rungs(&mut self, from: i64, to: i64, span: Span) {
        let message = format!("`{from}-{to}` may be two rungs or all between them");
        self.report(Diagnostic::new(Rule::BadLadder, span, message).one_of([
            Choice::write(span, format!("ladder {from} to {to}")).meaning("for all of them"),
            Choice::write(span, format!("ladder {from}, {to}")).meaning("for the two"),
        ]));
    }

    /// Returns the rungs from one to another.
    fn steps_of_ladder(&mut self, from: i64, to: i64, by: i64, span: Span) -> Option<Box<[i64]>> {
        let count = (to - from).abs() / by + 1;
        if count > MOST_RUNGS {
            let message = format!("this ladder has {count} rungs; the most is {MOST_RUNGS}");
            self.report(Diagnostic::new(Rule::BadLadder, span, message));
            return None;
        }
        let rung = |step| if from < to { from + step * by } else { from - step * by };
        if (to - from) % by != 0 {
            let last = rung(count - 1);
            let (help, choice) = if count > 1 {
                let help = format!("write `{from} to {last} by {by}`, or take another step");
                (help, Choice::write(span, format!("ladder {from} to {last} by {by}")))
            } else {
                let help = format!("take a smaller step, or write both rungs: `ladder {from}, {to}`");
                (help, Choice::write(span, format!("ladder {from}, {to}")))
            };
            let message = format!("steps of {by} from {from} do not end at {to}");
            self.report(Diagnostic::new(Rule::BadLadder, span, message).help(help).choices([choice]));
            return None;
        }
        Some((0..count).map(rung).collect())
    }
}
