//! Where a statement is: how far its load and its dose have moved, and which of its sets are done.

use super::verdict::{Compared, Heavier, Verdict};
use crate::check::program::{By, Move, MoveOn, Moved, Moves};

/// One, as a factor, and one thousandth of a unit, in grains: so fine that nothing is lost from one rule to the next.
const ONE: i128 = 1_000_000_000_000_000;

/// How far one figure has moved from what is written: so much of it, and so much on top. Both are rounded down to a grain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    /// In grains.
    factor: i128,
    /// In grains of a thousandth of the unit.
    plus: i128,
}

impl Default for Shift {
    fn default() -> Self {
        Self { factor: ONE, plus: 0 }
    }
}

impl Shift {
    /// Returns what a figure is now, in thousandths, rounded up: what is more than half a step of the bar stays more.
    pub fn of(self, figure: i64) -> i64 {
        let grains = i128::from(figure).saturating_mul(self.factor).saturating_add(self.plus);
        let up = grains.saturating_add(ONE - 1).div_euclid(ONE);
        i64::try_from(up).unwrap_or(if up < 0 { i64::MIN } else { i64::MAX })
    }

    /// Moves on by an amount, in thousandths.
    pub fn add(&mut self, by: i64) {
        self.plus = self.plus.saturating_add(i128::from(by).saturating_mul(ONE));
    }

    /// Moves on.
    pub fn by(&mut self, by: By) {
        match by {
            By::Amount(by, _) => self.add(by),
            By::Percent(by) => {
                let rest = 100_000_i128 + i128::from(by);
                let part = |figure: i128| figure.saturating_mul(rest).div_euclid(100_000);
                (self.factor, self.plus) = (part(self.factor), part(self.plus));
            }
        }
    }
}

/// Successes and misses since a figure last moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Counts {
    successes: u32,
    misses: u32,
}

/// Where one statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Standing {
    /// Its load.
    pub load: Shift,
    /// Its dose.
    pub dose: Shift,
    /// Which of its sets are done: 0 for those that are written first.
    pub scheme: usize,
    /// How many times harder its movement is.
    pub harder: usize,
    /// The load with which the first sets were last missed.
    missed_first: Option<Shift>,
    of_load: Counts,
    of_dose: Counts,
    /// Successes since the movement was last made harder.
    of_harder: u32,
}

/// What a statement can do at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The heaviest load that is asked for, as it is written, in thousandths; and the least that it may become.
    pub load: Option<(i64, i64)>,
    /// The load of its first set as it is written, before it was rounded.
    pub exact: Option<i64>,
    /// Whether it is help, which is not counted on from what was done with less of it.
    pub is_help: bool,
    /// The same of the dose.
    pub dose: Option<(i64, i64)>,
    /// How many harder forms there are.
    pub harder: usize,
}

impl Standing {
    /// Counts a result, and moves what its rules say. `tolerance` is how much less load still counts as the same.
    pub fn count(&mut self, moves: &Moves, compared: &Compared, tolerance: i64, limits: &Limits) {
        if let Some(heavier) = compared.heavier(tolerance).filter(|_| !limits.is_help) {
            match (heavier, limits.exact) {
                (Heavier::To(load), Some(exact)) => self.load.add(load.saturating_sub(self.load.of(exact))),
                (Heavier::To(_), None) => {}
                (Heavier::By(more), _) => self.load.add(more),
            }
            self.of_load = Counts::default();
        }
        let verdict = compared.verdict(tolerance);
        if verdict == Verdict::Miss && !moves.schemes.is_empty() {
            self.next_scheme(moves);
        } else {
            for what in [Moved::Load, Moved::Dose] {
                self.count_for(what, moves, compared, verdict, tolerance);
            }
        }
        if let (Some(each), Verdict::Success) = (moves.harder, verdict) {
            self.of_harder += 1;
            if self.of_harder >= each && self.harder < limits.harder {
                self.harder += 1;
                *self = Self { harder: self.harder, ..Self::default() };
            }
        }
        self.keep_within(limits);
    }

    /// Goes on with the next sets, after those at hand were missed. After the last come the first again.
    fn next_scheme(&mut self, moves: &Moves) {
        if self.scheme == 0 {
            self.missed_first = Some(self.load);
        }
        self.scheme = (self.scheme + 1) % (moves.schemes.len() + 1);
        (self.of_load, self.of_dose) = Default::default();
        if self.scheme > 0 {
            return;
        }
        match moves.again {
            Some(by) => self.load.by(by),
            None => self.load = self.missed_first.unwrap_or(self.load),
        }
    }

    /// Counts a result for the load or for the dose, and moves it by the one rule that holds.
    fn count_for(
        &mut self,
        what: Moved,
        moves: &Moves,
        compared: &Compared,
        verdict: Verdict,
        tolerance: i64,
    ) {
        let counts = match what {
            Moved::Load => &mut self.of_load,
            Moved::Dose => &mut self.of_dose,
        };
        match verdict {
            Verdict::Success => counts.successes += 1,
            Verdict::Miss => counts.misses += 1,
            Verdict::Neither => {}
        }
        let counts = *counts;
        let rules = || moves.rules.iter().filter(|rule| rule.what == what);
        let Some(rule) = holds(rules(), counts, compared, verdict, tolerance) else { return };
        let (shift, counts) = match what {
            Moved::Load => (&mut self.load, &mut self.of_load),
            Moved::Dose => (&mut self.dose, &mut self.of_dose),
        };
        shift.by(rule.by);
        *counts = Counts::default();
    }

    /// Starts anew with a load: `now back squat 80kg`. `written` is the heaviest load as it is written.
    pub fn start_anew(&mut self, written: i64, load: i64) {
        *self = Self { harder: self.harder, ..Self::default() };
        match written {
            // What is on top of the body's weight may be nothing.
            0 => self.load.add(load),
            written => self.load.factor = i128::from(load) * ONE / i128::from(written),
        }
    }

    /// Keeps what was moved from going below what there is.
    fn keep_within(&mut self, limits: &Limits) {
        for (shift, limit) in [(&mut self.load, limits.load), (&mut self.dose, limits.dose)] {
            let Some((written, least)) = limit else { continue };
            let short = least.saturating_sub(shift.of(written));
            if short > 0 {
                shift.add(short);
            }
        }
    }
}

/// Returns the rule that holds: of those that go by repetitions the one that asks for most, else one by successes, else
/// one by misses.
fn holds<'m>(
    rules: impl Iterator<Item = &'m Move> + Clone,
    counts: Counts,
    compared: &Compared,
    verdict: Verdict,
    tolerance: i64,
) -> Option<&'m Move> {
    let reps = |in_all: bool| match in_all {
        true => compared.in_all(tolerance),
        false => compared.of_open_set(tolerance),
    };
    let by_reps = rules.clone().filter(|rule| match rule.on {
        MoveOn::Reps { from, in_all } => reps(in_all).is_some_and(|done| done >= i64::from(from) * 1000),
        MoveOn::Successes(_) | MoveOn::Misses(_) => false,
    });
    let by_success = rules.clone().filter(|rule| match rule.on {
        MoveOn::Successes(count) => verdict == Verdict::Success && counts.successes >= count,
        MoveOn::Misses(_) | MoveOn::Reps { .. } => false,
    });
    let by_miss = rules.filter(|rule| match rule.on {
        MoveOn::Misses(count) => verdict == Verdict::Miss && counts.misses >= count,
        MoveOn::Successes(_) | MoveOn::Reps { .. } => false,
    });
    let most = |rule: &&Move| rule.on.count();
    by_reps.max_by_key(most).or_else(|| by_success.max_by_key(most)).or_else(|| by_miss.max_by_key(most))
}
