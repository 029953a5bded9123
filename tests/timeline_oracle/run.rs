//! Writes a workout out in full: one flat list of everything done, each with the way down to it.
//!
//! Nothing here knows about gaps. A block is opened by replacing it, in the list, with what it holds, as often as
//! it is done; that is repeated until nothing is left to open.

use crate::model::{Block, Exercise, Kind, Rest, Step};
use crate::settle::{Easy, Reading, Turns, Unclear, milliseconds, whole};
use crate::timeline::Said;

/// One step on the way from the top of the workout down to what is done.
#[derive(Debug, Clone, Copy)]
pub struct Place<'m> {
    pub block: &'m Block,
    /// The first or the second time through, in a block done `per side`.
    pub half: u32,
    /// From 1.
    pub round: u32,
    pub of: u32,
    /// What `each round` counts here: the round, or the step's own turns.
    pub turn: u32,
    /// Which of a tabata's eight bouts, from 1.
    pub bout: u32,
    /// Which of the block's steps.
    pub step: usize,
}

/// What one entry of the list is.
#[derive(Debug, Clone, Copy)]
pub enum Doing<'m> {
    /// A movement statement, all of it.
    Exercise(&'m Exercise),
    /// A written rest.
    Rest(&'m Rest),
    /// One of a tabata's eight bouts, 20 s.
    TabataWork(&'m Exercise),
    /// What follows it, 10 s.
    TabataRest,
    /// One slot of an `emom` or `every`, in milliseconds.
    Interval { length: i64 },
    /// A whole AMRAP.
    Amrap,
    /// A whole `for time`.
    ForTime,
    /// Still to be opened.
    Closed(&'m Block),
}

/// An entry of the list.
#[derive(Debug, Clone)]
pub struct Entry<'m> {
    /// From the top down. The last place is the block it stands in directly.
    pub path: Vec<Place<'m>>,
    pub doing: Doing<'m>,
}

impl<'m> Entry<'m> {
    /// Returns the turn that `each round` counts here.
    pub fn turns(&self) -> Turns {
        Turns { round: self.repeating().map(|place| place.turn), set: None }
    }

    /// Returns the innermost place in a block that repeats, of the workout it is written in.
    fn repeating(&self) -> Option<&Place<'m>> {
        own_workout(&self.path).iter().rev().find(|place| place.block.repeats())
    }

    /// Returns the turn that `each round` counts for what the header of the block at `depth` asks for. The block's own
    /// rounds are counted where it repeats: they enclose what lies between its steps.
    pub fn turns_at(&self, depth: usize) -> Turns {
        let around = own_workout(&self.path[..=depth]).iter().rev();
        let round = around.clone().find(|place| place.block.repeats()).map(|place| place.turn);
        Turns { round, set: None }
    }

    /// Returns the round that one is in, and of how many: the innermost that is not alone. None inside an AMRAP, whose
    /// rounds nobody knows.
    pub fn round(&self) -> Said<Option<(u32, u32)>> {
        for place in self.path.iter().rev() {
            match place.block.kind {
                Kind::Amrap { .. } => return Said::Unsaid,
                Kind::Tabata => return Said::Is(Some((place.bout, 8))),
                Kind::Emom { .. } | Kind::Every { .. } => return Said::Is(Some((place.round, place.of))),
                Kind::Circuit | Kind::Superset | Kind::ForTime if place.of > 1 => {
                    return Said::Is(Some((place.round, place.of)));
                }
                Kind::Circuit
                | Kind::Superset
                | Kind::ForTime
                | Kind::Warmup
                | Kind::Section
                | Kind::Cooldown
                | Kind::BuyIn
                | Kind::CashOut
                | Kind::Done => {}
            }
        }
        Said::Is(None)
    }
}

/// Returns the last part of a way down: from the top of the workout it is written in. Nothing reaches into a `do`.
pub fn own_workout<'p, 'm>(path: &'p [Place<'m>]) -> &'p [Place<'m>] {
    let is_done = |place: &Place<'_>| matches!(place.block.kind, Kind::Done);
    &path[path.iter().rposition(is_done).unwrap_or(0)..]
}

/// More entries than this are too many for a random workout.
const MOST_ENTRIES: usize = 20_000;

/// Returns everything that is done in `steps`, all of which stand in the places given.
pub fn written_out(entries: Vec<Entry<'_>>, reading: Reading) -> Result<Vec<Entry<'_>>, Unclear> {
    let mut run = entries;
    while run.iter().any(|entry| matches!(entry.doing, Doing::Closed(_))) {
        let mut opened = Vec::new();
        for entry in run {
            match entry.doing {
                Doing::Closed(block) => opened.extend(open(&entry, block, reading)?),
                Doing::Exercise(_)
                | Doing::Rest(_)
                | Doing::TabataWork(_)
                | Doing::TabataRest
                | Doing::Interval { .. }
                | Doing::Amrap
                | Doing::ForTime => opened.push(entry),
            }
            if opened.len() > MOST_ENTRIES {
                return Err(Unclear("too long"));
            }
        }
        run = opened;
    }
    Ok(run)
}

/// Returns how often a block is done. "`until`: least is one round or interval".
pub fn rounds(block: &Block, reading: Reading) -> Result<u32, Unclear> {
    if block.until && reading.is_shortest() {
        return Ok(1);
    }
    match (block.kind, &block.ladder, &block.rounds) {
        (Kind::Emom { minutes, .. }, _, _) => whole(&minutes, reading, Turns::default()),
        (_, Some(ladder), _) => Ok(ladder.rungs().len() as u32),
        (_, None, Some(rounds)) => whole(rounds, reading, Turns::default()),
        (_, None, None) => Ok(1),
    }
}

/// Returns what stands in the list for one block, one level deeper: "all its rounds on the right, then all on the
/// left" where it is done per side.
fn open<'m>(entry: &Entry<'m>, block: &'m Block, reading: Reading) -> Result<Vec<Entry<'m>>, Unclear> {
    let mut opened = Vec::new();
    for half in 0..if block.per.is_some() { 2 } else { 1 } {
        opened.extend(open_half(entry, block, half, reading)?);
    }
    Ok(opened)
}

fn open_half<'m>(
    entry: &Entry<'m>,
    block: &'m Block,
    half: u32,
    reading: Reading,
) -> Result<Vec<Entry<'m>>, Unclear> {
    let of = rounds(block, reading)?;
    if of as usize > MOST_ENTRIES {
        return Err(Unclear("too long"));
    }
    let all = 0..block.steps.len();
    let mut opened = Vec::new();
    match block.kind {
        Kind::Circuit
        | Kind::Superset
        | Kind::Warmup
        | Kind::Section
        | Kind::Cooldown
        | Kind::BuyIn
        | Kind::CashOut
        | Kind::Done => opened.extend(all_rounds(entry, block, half, of)),
        Kind::Tabata => {
            for movement in one_round(entry, block, half, (1, 1), 1, all) {
                let Doing::Exercise(exercise) = movement.doing else {
                    opened.push(movement);
                    continue;
                };
                for bout in 1..=8 {
                    let mut timed = movement.clone();
                    timed.path.last_mut().expect("it stands in the tabata").bout = bout;
                    opened.push(Entry { doing: Doing::TabataWork(exercise), ..timed.clone() });
                    opened.push(Entry { doing: Doing::TabataRest, ..timed });
                }
            }
        }
        Kind::Emom { .. } | Kind::Every { .. } => {
            let length = match block.kind {
                Kind::Every { seconds, .. } => {
                    milliseconds(&seconds, 1000, Easy::High, reading, Turns::default())?
                }
                _ => 60_000,
            };
            for round in 1..=of {
                let place = Place { block, half, round, of, turn: round, bout: 0, step: 0 };
                opened.push(Entry { path: below(entry, place), doing: Doing::Interval { length } });
            }
        }
        Kind::Amrap { .. } | Kind::ForTime => {
            let place = Place { block, half, round: 1, of, turn: 1, bout: 0, step: 0 };
            let doing = if matches!(block.kind, Kind::ForTime) { Doing::ForTime } else { Doing::Amrap };
            opened.push(Entry { path: below(entry, place), doing });
        }
    }
    Ok(opened)
}

/// Returns the entries of all rounds, of the buy-in before them and of the cash-out after them.
fn all_rounds<'m>(entry: &Entry<'m>, block: &'m Block, half: u32, of: u32) -> Vec<Entry<'m>> {
    let all = 0..block.steps.len();
    let once = |wanted: fn(Kind) -> bool, round: u32| {
        let found = block.steps.iter().enumerate().filter_map(move |(step, inner)| match inner {
            Step::Block(inner) if wanted(inner.kind) => Some((step, inner)),
            _ => None,
        });
        found
            .map(|(step, inner)| {
                // It is in none of several rounds, and there is no seam between it and the round beside it.
                let place = Place { block, half, round, of: 1, turn: 1, bout: 0, step };
                Entry { path: below(entry, place), doing: Doing::Closed(inner) }
            })
            .collect::<Vec<_>>()
    };
    let mut entries = once(|kind| matches!(kind, Kind::BuyIn), 1);
    entries.extend((1..=of).flat_map(|round| one_round(entry, block, half, (round, of), round, all.clone())));
    entries.extend(once(|kind| matches!(kind, Kind::CashOut), of));
    entries
}

/// Returns the entries of one round: the steps at these indices. A note takes no place.
fn one_round<'m>(
    entry: &Entry<'m>,
    block: &'m Block,
    half: u32,
    (round, of): (u32, u32),
    turn: u32,
    steps: impl IntoIterator<Item = usize>,
) -> Vec<Entry<'m>> {
    let mut entries = Vec::new();
    for step in steps {
        let doing = match &block.steps[step] {
            Step::Exercise(exercise) if !is_done_in(exercise, round) => continue,
            Step::Exercise(exercise) => Doing::Exercise(exercise),
            Step::Rest(rest) => Doing::Rest(rest),
            Step::Block(inner) if matches!(inner.kind, Kind::BuyIn | Kind::CashOut) => continue,
            Step::Block(inner) => Doing::Closed(inner),
            Step::TurnOff | Step::Note => continue,
        };
        let place = Place { block, half, round, of, turn, bout: 0, step };
        entries.push(Entry { path: below(entry, place), doing });
    }
    entries
}

/// Tells whether a statement is done in this round of the block that it stands in.
fn is_done_in(exercise: &Exercise, round: u32) -> bool {
    exercise.only.is_none_or(|only| {
        let mut named = (only.from..=only.to).step_by(only.every as usize);
        named.any(|named| named == round) != only.not
    })
}

fn below<'m>(entry: &Entry<'m>, place: Place<'m>) -> Vec<Place<'m>> {
    entry.path.iter().copied().chain([place]).collect()
}

/// Returns everything done in the workout, at its top.
pub fn of_workout(top: &Block, reading: Reading) -> Result<Vec<Entry<'_>>, Unclear> {
    let above = Entry { path: Vec::new(), doing: Doing::Closed(top) };
    written_out(vec![above], reading)
}

/// Returns everything done inside one interval, one round of an AMRAP, or all of a `for time`.
pub fn inside<'m>(entry: &Entry<'m>, reading: Reading) -> Result<Vec<Entry<'m>>, Unclear> {
    let (own, outer) = entry.path.split_last().expect("what has an inside stands in a block");
    let block = own.block;
    let around = Entry { path: outer.to_vec(), doing: entry.doing };
    let half = own.half;
    let all = 0..block.steps.len();
    let entries = match block.kind {
        Kind::Emom { alternating: true, .. } | Kind::Every { alternating: true, .. } => {
            let turns: Vec<usize> = all.filter(|&step| !matches!(block.steps[step], Step::Note)).collect();
            let slot = own.round - 1;
            let step = turns[slot as usize % turns.len()];
            let turn = slot / turns.len() as u32 + 1;
            one_round(&around, block, half, (own.round, own.of), turn, [step])
        }
        Kind::Emom { .. } | Kind::Every { .. } => {
            one_round(&around, block, half, (own.round, own.of), own.round, all)
        }
        Kind::Amrap { .. } => all_rounds(&around, block, half, 1),
        Kind::ForTime => all_rounds(&around, block, half, rounds(block, reading)?),
        Kind::Circuit
        | Kind::Superset
        | Kind::Warmup
        | Kind::Section
        | Kind::Cooldown
        | Kind::BuyIn
        | Kind::CashOut
        | Kind::Done
        | Kind::Tabata => {
            unreachable!("its steps stand in the list themselves")
        }
    };
    written_out(entries, reading)
}

/// Returns the length of an AMRAP, in milliseconds.
pub fn amrap_length(entry: &Entry<'_>, reading: Reading) -> Result<i64, Unclear> {
    match entry.path.last().map(|own| own.block.kind) {
        Some(Kind::Amrap { seconds }) => milliseconds(&seconds, 1000, Easy::Low, reading, Turns::default()),
        _ => unreachable!("only an AMRAP has the length of an AMRAP"),
    }
}
