//! There are more repetitions than anybody can do with that load.
//!
//! # Why
//! `back squat 5x5 @ 92%` is a mistake: with 92 %, sets of three are possible, but not of five. Most likely the
//! percentage is of a training max, or one of the figures belongs to another line.
//!
//! # Wrong
//! ```wod
//! back squat 5x5 @ 92% rest 3min
//! ```
//!
//! # Right
//! ```wod
//! back squat 5x5 @ 82% rest 3min
//! ```
//!
//! # Source
//! The repetitions of a set to failure, after Brzycki ("Strength Testing: Predicting a One-Rep Max from
//! Reps-to-Fatigue", Journal of Physical Education, Recreation & Dance 64(1), 1993): `(37 - repetitions) / 36` of the max.
//!
//! | repetitions | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | % of the max | 100 | 97 | 94 | 92 | 89 | 86 | 83 | 81 | 78 | 75 |
//!
//! People differ, the more so the lighter the load: Nuzzo and others ("Maximal Number of Repetitions at Percentages
//! of the One Repetition Maximum", Sports Medicine 54, 2024) found this in 269 studies. So the rule does not apply
//!
//! - below 85 % of the max, where some people do twice what the table says;
//! - to up to half as many again as the table says, in one set;
//! - to up to a fifth more than it says, in several sets, since each set makes the next harder;
//! - to single repetitions, which may be an attempt at a new max.
//!
//! `85% of training max` counts as 85 % of 90 % of the max, since a training max is 90 % in 5/3/1 (Wendler, 2009).
//! Repetitions in reserve (`rir 2`) count as done, and so do those that an effort leaves in reserve: rpe 8 leaves two
//! (Zourdos and others, "Novel Resistance Training-Specific Rating of Perceived Exertion Scale Measuring Repetitions
//! in Reserve", Journal of Strength and Conditioning Research 30(1), 2016). `5+` counts as five, and a range counts
//! at its easier end.

use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{Block, BlockKind, Bout, Choice, Dose, Target, TargetKind, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::training::rep_max;

/// What it gives.
pub const RULE: Rule = Rule::RepsAtLoad;

/// The lightest load that is judged, in thousandths of a per cent of the max. Up to twenty repetitions have been seen at
/// 80 % where the table has eight; from here on, half as many again is plenty.
const LIGHTEST: i64 = 85_000;

/// How much of what the table has one set may ask for, in per cent: people differ.
const OF_ONE_SET: i64 = 150;

/// How much of what the table has each of several sets may ask for, in per cent.
const OF_SEVERAL: i64 = 120;

/// The top of the scale of efforts, where nothing is left in reserve, in thousandths.
const FULL_EFFORT: i64 = 10_000;

/// Some sets, as far as they are judged. All figures in thousandths.
#[derive(Debug, Clone, Copy)]
struct Asked {
    repetitions: i64,
    in_reserve: i64,
    load: Load,
    several: bool,
}

/// A load, in thousandths of a per cent.
#[derive(Debug, Clone, Copy)]
struct Load {
    /// As it is written.
    written: i64,
    /// Of the max.
    of_max: i64,
}

/// Looks at each group of sets of each alternative.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let mut said = None;
    for (number, choice) in statement.exercise.choices.iter().enumerate() {
        // Few loads are percentages.
        if !choice.all_targets().any(|target| matches!(target.kind, TargetKind::Percent { .. })) {
            continue;
        }
        for (group, asked) in asked(view, choice, is_repeated(statement)).into_iter().enumerate() {
            let Some(asked) = asked.filter(Asked::is_too_much) else { continue };
            let Some(item) = view.words(statement.step).dose(number).get(group).copied() else {
                continue;
            };
            // Alternatives that share a dose share the mistake.
            if said.replace(item.span) != Some(item.span) {
                found.report(asked.diagnostic(item.span));
            }
        }
    }
}

/// Tells whether a statement is done more than once.
fn is_repeated(statement: &StatementHere<'_>) -> bool {
    let around = statement.around;
    // A buy-in is not done in the rounds of the block around it.
    let in_rounds = |at: usize| !around.get(at + 1).is_some_and(|inner| inner.kind.is_once());
    around.iter().enumerate().any(|(at, block)| in_rounds(at) && repeats(block))
}

/// Tells whether the contents of a block are done more than once.
fn repeats(block: &Block) -> bool {
    let rounds = block.rounds.is_some_and(|rounds| rounds.low > 1000) || block.ladder.is_some();
    match block.kind {
        BlockKind::Amrap { .. } | BlockKind::Emom { .. } | BlockKind::Every { .. } | BlockKind::Tabata => true,
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::ForTime
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => rounds,
    }
}

/// Returns what each group of sets asks for; none where nothing can be said of it.
fn asked(view: &WorkoutView<'_>, choice: &Choice, repeated: bool) -> Vec<Option<Asked>> {
    let one = |bout: &Bout, targets: &[&Target], several| {
        let (Bout::Of(amount) | Bout::AtLeast(amount)) = bout else { return None };
        let load = targets.iter().find_map(|target| load(view, choice, target))?;
        let in_reserve = targets.iter().find_map(|target| reserve(target)).unwrap_or(0);
        let counts = amount.unit == Unit::Count && amount.low > 1000;
        counts.then_some(Asked { repetitions: amount.low, in_reserve, load, several })
    };
    let of_all = || choice.targets.iter();
    match &choice.dose {
        Dose::FromBlock => Vec::new(),
        Dose::Bout(bout) => vec![one(bout, &of_all().collect::<Vec<_>>(), repeated)],
        Dose::Sets(groups) => {
            let of_group = groups.iter().map(|group| {
                let targets: Vec<&Target> = group.targets.iter().chain(of_all()).collect();
                one(&group.bout, &targets, repeated || group.count.low > 1000)
            });
            of_group.collect()
        }
    }
}

/// Returns the lightest load that a target asks for, where it is a percentage of the movement's own max.
fn load(view: &WorkoutView<'_>, choice: &Choice, target: &Target) -> Option<Load> {
    let TargetKind::Percent { of } = &target.kind else { return None };
    let of = of.as_deref();
    let movement = view.movement(choice.movement);
    let is_own = |name: &str| {
        let name = name.strip_prefix("max ").unwrap_or(name);
        movement.names().any(|own| own.eq_ignore_ascii_case(name))
    };
    let share = match of {
        None | Some("max") => rep_max::MAX,
        Some("training max") => rep_max::TRAINING_MAX,
        Some(name) if is_own(name) => rep_max::MAX,
        Some(_) => return None,
    };
    let amounts = target.amount.iter().chain(&target.to);
    let written = amounts.map(|amount| amount.women.unwrap_or(amount.low).min(amount.low)).min()?;
    let of_max = i128::from(written) * i128::from(share) / i128::from(rep_max::MAX);
    Some(Load { written, of_max: i64::try_from(of_max).ok()? })
}

/// Returns the fewest repetitions that a target leaves in reserve.
fn reserve(target: &Target) -> Option<i64> {
    let amount = target.amount.as_ref()?;
    if target.kind == TargetKind::Rir {
        Some(amount.low)
    } else if target.kind == TargetKind::Rpe {
        Some(FULL_EFFORT - amount.high)
    } else {
        None
    }
}

impl Asked {
    /// Tells whether it is more than anybody has.
    fn is_too_much(&self) -> bool {
        let share = if self.several { OF_SEVERAL } else { OF_ONE_SET };
        let most = rep_max::repetitions_at(self.load.of_max) * share / 100;
        self.load.of_max >= LIGHTEST && self.repetitions.saturating_add(self.in_reserve) > most
    }

    /// Says what is asked for and what the table has.
    fn diagnostic(&self, place: Span) -> Diagnostic {
        let load = figure(self.load.written);
        let of_max = if self.load.of_max == self.load.written {
            String::new()
        } else {
            format!(" of a training max, {}% of the max,", figure(self.load.of_max))
        };
        let in_reserve = match self.in_reserve {
            0 => String::new(),
            1_000..2_000 => " with 1 in reserve".to_owned(),
            reserve => format!(" with {} in reserve", figure(reserve)),
        };
        let has = rep_max::repetitions_at(self.load.of_max).max(1000);
        let (asked, has) = (figure(self.repetitions), figure(has));
        let sets = if self.several { " in each of several sets" } else { "" };
        let message = format!(
            "a set to failure at {load}%{of_max} has about {has} repetitions, and {asked}{in_reserve} are asked for{sets}"
        );
        let fits = rep_max::load_for(self.repetitions.saturating_add(self.in_reserve)) / 1000;
        let help = if fits > 0 {
            format!("{asked} repetitions{in_reserve} go with {fits}% of the max at most")
        } else {
            "lower the load, or the repetitions".to_owned()
        };
        Diagnostic::new(RULE, place, message).help(help)
    }
}

/// Writes thousandths with one decimal at most, rounded down.
fn figure(thousandths: i64) -> String {
    match (thousandths / 1000, thousandths % 1000 / 100) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}
