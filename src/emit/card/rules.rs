//! How a block is to be done, in the sentences a coach would say.

use super::mark::BLANK;
use super::tally::Tally;
use crate::check::program::{Amount, Block, BlockKind, RestAmount, Unit};
use crate::emit::{Compiled, written};

/// The interval of an EMOM.
const MINUTE_MS: i64 = 60_000;
/// The movements' turns in a tabata: the same in each, by definition.
pub const TABATA_TURNS: u32 = 8;
/// The working time of a tabata's turn, by definition.
pub const TABATA_WORK: Amount = Amount::exactly(20_000, Unit::Second);
/// The resting time of a tabata's turn, by definition.
const TABATA_REST: Amount = Amount::exactly(10_000, Unit::Second);

/// Returns the rules of a block in sentences; an empty list if it has none.
pub fn sentences(compiled: &Compiled<'_>, block: &Block) -> String {
    let mut said: Vec<String> = of_kind(block.kind, block.rounds.as_ref()).into_iter().collect();
    let mut say = |sentence: String| said.push(sentence);
    if turn_head(block.kind).is_some() {
        say("One row each time, in turn.".to_owned());
    }
    // The rounds of an `every` are its intervals, and have been said with them.
    let of_intervals = matches!(block.kind, BlockKind::Every { .. });
    if let Some(rounds) = block.rounds.as_ref().filter(|_| !of_intervals) {
        let one = *rounds == Amount::exactly(1000, Unit::Count);
        say(format!("{}.", written::amount_of(rounds, if one { "round" } else { "rounds" })));
    }
    if let Some(rungs) = &block.ladder {
        say(format!("{} rounds: {} reps.", rungs.len(), ladder(rungs)));
    }
    if let Some(half) = block.per_half {
        say(format!("All rounds on the right {0}, then all on the left {0}.", half.name()));
    }
    match (&block.work, &block.work_rest) {
        (Some(work), Some(rest)) => {
            say(format!("{} work, {} after each.", written::amount(work), written_rest(compiled, rest)));
        }
        (Some(work), None) => say(format!("{} work each.", written::amount(work))),
        (None, Some(rest)) => {
            say(format!("{} after each.", written::capitalised(&written_rest(compiled, rest))))
        }
        (None, None) => {}
    }
    for (rest, place) in [(&block.between_movements, "movements"), (&block.between_rounds, "rounds")] {
        if let Some(rest) = rest {
            let rest = written::capitalised(&written_rest(compiled, rest));
            say(format!("{rest} between {place}."));
        }
    }
    let changes = changes(block.transition.as_ref(), block.switch.as_ref());
    if !changes.is_empty() {
        say(format!("{}.", written::capitalised(&changes)));
    }
    if let Some(cap) = &block.cap {
        say(format!("Time cap: {}.", written::amount(cap)));
    }
    if let Some(until) = &block.until {
        say(format!("Until {until}."));
    }
    said.join(" ")
}

/// Returns the sentence that makes a block the kind of block it is.
fn of_kind(kind: BlockKind, rounds: Option<&Amount>) -> Option<String> {
    match kind {
        BlockKind::Amrap { time } => {
            Some(format!("As many rounds as possible in {}.", written::amount(&time)))
        }
        BlockKind::Emom { time, .. } => {
            Some(format!("Start on every minute for {}.", written::amount(&time)))
        }
        BlockKind::Every { interval, .. } => {
            let times =
                rounds.map(|rounds| format!(", {} times", written::amount(rounds))).unwrap_or_default();
            Some(format!("Start every {}{times}.", written::amount(&interval)))
        }
        BlockKind::Tabata => Some(format!(
            "Each movement {TABATA_TURNS} times before the next: {} work, {} rest.",
            written::amount(&TABATA_WORK),
            written::amount(&TABATA_REST)
        )),
        BlockKind::ForTime => Some("As fast as possible.".to_owned()),
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => None,
    }
}

/// Writes how often a block is done, or for how long, where its name does not say so: `5 rounds`.
pub fn in_brief(block: &Block) -> String {
    let titled = |text: String| if block.title.is_some() { text } else { String::new() };
    let rounds = || match &block.rounds {
        Some(rounds) if *rounds != Amount::exactly(1000, Unit::Count) => written::amount_of(rounds, "rounds"),
        Some(_) | None => String::new(),
    };
    match block.kind {
        BlockKind::Amrap { time } => titled(format!("AMRAP {}", written::amount(&time))),
        BlockKind::Emom { time, .. } => titled(format!("EMOM {}", written::amount(&time))),
        BlockKind::Every { interval, .. } => {
            let times = block.rounds.as_ref().map(|rounds| format!("{} times", written::amount(rounds)));
            let every = titled(format!("every {}", written::amount(&interval)));
            let both = [every, times.unwrap_or_default()];
            both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        BlockKind::Tabata => titled("tabata".to_owned()),
        BlockKind::ForTime => {
            let both = [titled("for time".to_owned()), rounds()];
            both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        }
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => rounds(),
    }
}

/// Returns what the turns are called of a block whose steps take turns.
pub fn turn_head(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Emom { alternating: true, .. } => Some("Minute"),
        BlockKind::Every { alternating: true, .. } => Some("Interval"),
        BlockKind::Emom { alternating: false, .. }
        | BlockKind::Every { alternating: false, .. }
        | BlockKind::Circuit
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

/// Returns what is to be written down at a block's end, with a place for each time that the block is done.
pub fn result(kind: BlockKind, done: Tally) -> Option<String> {
    let (one, several, place) = match kind {
        BlockKind::Amrap { .. } => ("Result", "Results", format!("{BLANK} rounds + {BLANK} reps")),
        BlockKind::ForTime => ("Time", "Times", BLANK.to_owned()),
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Tabata
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => return None,
    };
    Some(match done.places() {
        Some(times) if times > 1 => {
            let all: Vec<String> = (1..=times).map(|time| format!("{time}) {place}")).collect();
            format!("{several}: {}", all.join(" · "))
        }
        Some(_) => format!("{one}: {place}"),
        None => format!("{several}: {BLANK}"),
    })
}

/// Returns the fewest and the most rounds, rungs or intervals of a block; `None` if they are unknown.
pub fn repeats(block: &Block) -> Option<(u32, u32)> {
    let count = |milli: i64| u32::try_from(milli / 1000).unwrap_or(u32::MAX).max(1);
    match block.kind {
        BlockKind::Amrap { .. } => return None,
        BlockKind::Emom { time, .. } => {
            return Some((count(time.low * 1000 / MINUTE_MS), count(time.high * 1000 / MINUTE_MS)));
        }
        BlockKind::Tabata => return Some((TABATA_TURNS, TABATA_TURNS)),
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Every { .. }
        | BlockKind::ForTime
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => {}
    }
    Some(match (&block.ladder, &block.rounds) {
        (Some(rungs), _) => {
            let rungs = u32::try_from(rungs.len()).unwrap_or(u32::MAX).max(1);
            (rungs, rungs)
        }
        (None, Some(rounds)) => (count(rounds.low), count(rounds.high)),
        (None, None) => (1, 1),
    })
}

/// Writes a ladder: `21-15-9`, and `1 to 10` or `2 to 20 by 2` where a rule makes it.
pub fn ladder(rungs: &[i64]) -> String {
    /// Fewer rungs than these are quicker read one by one.
    const FEWEST_BY_RULE: usize = 7;
    let dashed = || rungs.iter().map(i64::to_string).collect::<Vec<_>>().join("-");
    match rungs {
        [first, second, .., last] if rungs.len() >= FEWEST_BY_RULE => {
            let step = second.saturating_sub(*first);
            if rungs.windows(2).any(|pair| matches!(pair, [a, b] if b.saturating_sub(*a) != step)) {
                dashed()
            } else if step.abs() == 1 {
                format!("{first} to {last}")
            } else {
                format!("{first} to {last} by {}", step.abs())
            }
        }
        [first, last] => format!("{first}, {last}"),
        _ => dashed(),
    }
}

/// Writes the time to change movement and to change sides. Empty where neither is given.
pub fn changes(transition: Option<&Amount>, switch: Option<&Amount>) -> String {
    let transition = transition.map(|time| format!("{} to change movement", written::amount(time)));
    let switch = switch.map(|time| format!("{} to change sides", written::amount(time)));
    transition.into_iter().chain(switch).collect::<Vec<_>>().join(", ")
}

/// Writes a rest within a sentence: `60 s rest`, `rest until ready`, `rest jog 200 m`.
pub fn written_rest(compiled: &Compiled<'_>, rest: &RestAmount) -> String {
    match rest {
        RestAmount::For(amount) => written::amount_of(amount, "rest"),
        RestAmount::Ratio { work, rest } => format!("rest {}", written::ratio(*work, *rest)),
        RestAmount::UntilReady => "rest until ready".to_owned(),
        RestAmount::ByRound(rests) => {
            let mut rests = rests.iter();
            let first = rests.next().map(|rest| written_rest(compiled, rest)).unwrap_or_default();
            rests.fold(first, |said, rest| said + ", then " + &length_of_rest(compiled, rest))
        }
        RestAmount::Moving { .. } | RestAmount::TurnOff => length_of_rest(compiled, rest),
    }
}

/// Writes a rest where it is known to be one: `60 s`, `until ready`, `jog 200 m`.
pub fn length_of_rest(compiled: &Compiled<'_>, rest: &RestAmount) -> String {
    match rest {
        RestAmount::For(amount) => written::amount(amount),
        RestAmount::Ratio { work, rest } => written::ratio(*work, *rest),
        RestAmount::UntilReady => "until ready".to_owned(),
        RestAmount::Moving { movement, bout, targets } => {
            let mut text = format!("{} {}", super::name(compiled, *movement), written::bout(bout, None));
            if !targets.is_empty() {
                text.push_str(" @ ");
                text.push_str(&written::targets(targets));
            }
            text
        }
        RestAmount::ByRound(rests) => {
            rests.iter().map(|rest| length_of_rest(compiled, rest)).collect::<Vec<_>>().join(", then ")
        }
        RestAmount::TurnOff => "a turn off".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::ladder;

    #[test]
    fn a_ladder_made_by_a_rule_is_written_as_the_rule() {
        assert_eq!(ladder(&[21, 15, 9]), "21-15-9");
        assert_eq!(ladder(&[10, 1]), "10, 1");
        assert_eq!(ladder(&[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]), "10 to 1");
        assert_eq!(ladder(&[2, 4, 6, 8, 10, 12, 14]), "2 to 14 by 2");
        assert_eq!(ladder(&[50, 40, 30, 20, 10]), "50-40-30-20-10", "what is soon read one by one");
        assert_eq!(ladder(&[70, 60, 50, 40, 30, 20, 15]), "70-60-50-40-30-20-15");
        assert_eq!(ladder(&[]), "");
    }
}
