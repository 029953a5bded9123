//! The tempo makes the work longer than the time it has.
//!
//! # Why
//! At 4-1-4-1, a squat takes ten seconds and twenty squats take 3:20, but the minute of an EMOM has sixty seconds.
//! What does not fit is cut, in every interval. And five seconds at 4-2-4-0 end before anybody is up again.
//!
//! If the tempo is the reason, this rule is reported instead of `interval-overrun`.
//!
//! # Wrong
//! ```wod
//! emom 10min <
//!   squat 20 tempo 4-1-4-1
//! >
//! ```
//!
//! # Right
//! ```wod
//! emom 10min <
//!   squat 5 tempo 4-1-4-1
//! >
//! ```
//!
//! # Source
//! Arithmetic: the four figures of a tempo are the seconds of a repetition, an `X` counts as one. A range counts at
//! its low end, and work that just fits is fine.

use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{BetweenSets, Block, BlockKind, Bout, Choice, Dose, Sides, Tempo, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock;
use crate::source::Span;
use crate::syntax::tree::ModifierKind;

/// What it gives.
pub const RULE: Rule = Rule::TempoOverSlot;

/// The minute of an EMOM.
const MINUTE_MS: i64 = 60_000;

/// A tabata's work.
const TABATA_MS: i64 = 20_000;

/// Looks at each alternative that has a tempo.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let mut said = None;
    for (number, choice) in statement.exercise.choices.iter().enumerate() {
        let Some(tempo) = choice.tempo else { continue };
        let Some(trouble) = too_short(choice, tempo, statement.around).or_else(|| too_long(choice, tempo, statement.around))
        else {
            continue;
        };
        let place = view.words(statement.step)
            .modifier(number, |kind| matches!(kind, ModifierKind::Tempo(_)))
            .unwrap_or(choice.name_span);
        // Alternatives that share a tempo share the mistake.
        if said.replace(place) != Some(place) {
            found.report(trouble.diagnostic(view.text(place), place));
        }
    }
}

/// What is wrong with a tempo, in milliseconds.
enum Trouble {
    /// One repetition takes longer than the bout.
    NoRepetition { takes: i64, has: i64 },
    /// All repetitions take longer than the slot, which is that of a block or of the statement's own `every`.
    NotAll { repetitions: i64, each: i64, has: i64, header: Option<Span> },
}

impl Trouble {
    fn diagnostic(&self, tempo: &str, place: Span) -> Diagnostic {
        match *self {
            Trouble::NoRepetition { takes, has } => {
                let (takes, has) = (seconds(takes), seconds(has));
                let message = format!("one repetition at `{tempo}` takes {takes}, and there are {has} to do it in");
                Diagnostic::new(RULE, place, message).help(format!("give it {takes} or more, or a quicker tempo"))
            }
            Trouble::NotAll { repetitions, each, has, header } => {
                let all = seconds(repetitions.saturating_mul(each));
                let fit = has / each;
                let message = format!(
                    "{repetitions} repetitions at `{tempo}` take {all}, and the interval is {}",
                    seconds(has)
                );
                let help = match fit {
                    0 => "make the tempo quicker, or the interval longer".to_owned(),
                    1 => "only 1 fits: do less, or give it a quicker tempo or a longer interval".to_owned(),
                    fit => format!("only {fit} fit: do fewer, or give them a quicker tempo or a longer interval"),
                };
                let diagnostic = Diagnostic::new(RULE, place, message).help(help);
                match header {
                    Some(header) => diagnostic.and_at(header, "the interval is here"),
                    None => diagnostic,
                }
            }
        }
    }
}

/// Writes milliseconds as people say them: seconds below a minute and a half.
fn seconds(ms: i64) -> String {
    if ms < 90_000 && ms % 1000 == 0 { format!("{} s", ms / 1000) } else { clock(ms) }
}

/// Finds a timed bout that one repetition does not fit into.
fn too_short(choice: &Choice, tempo: Tempo, around: &[&Block]) -> Option<Trouble> {
    let has = match &choice.dose {
        Dose::FromBlock => {
            let block = around.last()?;
            if block.kind == BlockKind::Tabata { TABATA_MS } else { block.work?.high }
        }
        Dose::Bout(bout) => time_of(bout)?,
        Dose::Sets(groups) => groups.iter().filter_map(|group| time_of(&group.bout)).min()?,
    };
    let takes = repetition_ms(tempo);
    (takes > has).then_some(Trouble::NoRepetition { takes, has })
}

/// Returns the longest that a timed bout may last.
fn time_of(bout: &Bout) -> Option<i64> {
    match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) | Bout::Max(Some(amount)) => {
            (amount.unit == Unit::Second).then_some(amount.high)
        }
        Bout::Max(None) => None,
    }
}

/// Finds repetitions that do not fit into the interval they are for.
fn too_long(choice: &Choice, tempo: Tempo, around: &[&Block]) -> Option<Trouble> {
    let each = repetition_ms(tempo);
    let both = match choice.sides {
        Sides::Each(_) | Sides::EachAlternating(_) => 2,
        Sides::Together | Sides::Alternating | Sides::Only(_) => 1,
    };
    let times = if choice.both_directions { both * 2 } else { both };
    let counted = |bout: &Bout| match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) if amount.unit == Unit::Count => amount.low / 1000 * times,
        Bout::Of(_) | Bout::AtLeast(_) | Bout::Max(_) => 0,
    };
    let trouble = |repetitions: i64, has: i64, header| {
        let is_too_long = repetitions.saturating_mul(each) > has;
        is_too_long.then_some(Trouble::NotAll { repetitions, each, has, header })
    };
    if let (Dose::Sets(groups), BetweenSets::Every(every)) = (&choice.dose, &choice.between_sets) {
        let most = groups.iter().map(|group| counted(&group.bout)).max()?;
        return trouble(most, every.high, None);
    }
    let all = match &choice.dose {
        Dose::FromBlock => return None,
        Dose::Bout(bout) => counted(bout),
        Dose::Sets(groups) => {
            let of_groups = groups.iter().map(|group| counted(&group.bout).saturating_mul(group.count.low / 1000));
            of_groups.fold(0, i64::saturating_add)
        }
    };
    let (slot, header) = around.iter().rev().find_map(|block| Some((slot_ms(block)?, block.header)))?;
    trouble(all, slot, Some(header))
}

/// Returns how long each interval of a block is at most, if it has some.
fn slot_ms(block: &Block) -> Option<i64> {
    match block.kind {
        BlockKind::Emom { .. } => Some(MINUTE_MS),
        BlockKind::Every { interval, .. } => Some(interval.high),
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Amrap { .. }
        | BlockKind::ForTime
        | BlockKind::Tabata
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => None,
    }
}

fn repetition_ms(tempo: Tempo) -> i64 {
    tempo.seconds() * 1000
}
