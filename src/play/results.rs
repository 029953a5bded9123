//! What was done, and how a results file says it: `docs/player.md` has the rules. The page's `results.js` does the same,
//! and `tests/player` has sessions whose results both must write alike.

use super::done::Done;
use super::figures::{clean, measured, time};
use super::notes::{Mark, Noted, NotedScore, Notes, SetKey};
use super::player::{Phase, Player, is_pause};
use crate::catalog::quoted;
use crate::date::{self, DateTime};
use crate::emit::player::figure;
use crate::emit::player::model::{AskedLine, AskedSet, Asks, Measure, Score, SegmentKind, Stage, Swap};
use crate::emit::written;

/// All that is known of a set: what was asked for, changed by what was noted. Figures are in thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetView<'p> {
    pub key: SetKey,
    /// The movement's name.
    pub name: &'p str,
    /// The same as a results file spells it.
    spelled: &'p str,
    /// `Set 2 of 3, right`; empty for the only one.
    pub label: String,
    side: &'p str,
    is_swapped: bool,
    /// Whether it is of interest how long it took.
    pub is_timed: bool,
    /// What was done before, and what is aimed at, each under its name: `Last time, 9 Jan`, `5 @ 60 kg`. Empty where nothing
    /// is known, and for what is done instead.
    pub before: Vec<(String, &'p str)>,
    /// What its amount is in.
    pub dose: &'p Measure,
    /// What its load is in, where it has one.
    pub load: Option<&'p Measure>,
    /// How much was asked for; none where only the athlete knows.
    pub asked: Option<i64>,
    /// With what load, where that is known.
    pub asked_weight: Option<i64>,
    pub amount: Option<i64>,
    pub weight: Option<i64>,
    /// How long it took, in milliseconds.
    pub ms: Option<i64>,
    pub rpe: Option<i64>,
    pub bpm: Option<u16>,
    pub remark: &'p str,
    pub mark: Mark,
}

/// The result of an AMRAP or a `for time`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoreView {
    /// Whether it is a time; else it is rounds.
    pub is_time: bool,
    pub rounds: Option<u32>,
    /// The repetitions of the next round.
    pub reps: Option<u32>,
    /// In milliseconds.
    pub ms: Option<i64>,
}

/// The results of a session that is run: what the athlete notes, and what came of the stages.
#[derive(Debug, Clone, PartialEq)]
pub struct Results<'p> {
    asks: &'p Asks,
    notes: Notes,
}

impl<'p> Results<'p> {
    /// Returns the results of a session, with the notes that were kept of it, if any.
    pub fn new(asks: &'p Asks, notes: Notes) -> Self {
        Self { asks, notes }
    }

    /// Returns what is asked for.
    pub fn asks(&self) -> &'p Asks {
        self.asks
    }

    /// Returns the notes.
    pub fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Returns the notes, to change them.
    pub fn notes_mut(&mut self) -> &mut Notes {
        &mut self.notes
    }

    /// Says when it was done, the first time that anything is.
    pub fn begin(&mut self, now: DateTime) {
        self.notes.began.get_or_insert_with(|| moment(now));
    }

    /// Changes what is noted of a set.
    pub fn note(&mut self, key: SetKey, change: impl FnOnce(&mut Noted)) {
        change(self.notes.sets.entry(key).or_default());
    }

    /// Notes that a set was done as it was asked for, and keeps the remark.
    pub fn as_asked(&mut self, key: SetKey) {
        self.note(key, |noted| {
            noted.amount = None;
            noted.weight = None;
            noted.mark = Some(Mark::Done);
        });
    }

    /// Returns the keys of all sets, line by line.
    pub fn keys(&self) -> impl Iterator<Item = SetKey> + 'p {
        self.asks.lines.iter().enumerate().flat_map(|(line, asked)| keys_of(line, asked))
    }

    /// Returns all that is known of a set.
    pub fn set<'s>(&'s self, player: &Player<'p>, key: SetKey) -> Option<SetView<'s>> {
        let line = self.asks.lines.get(key.line)?;
        let set = line.sets.get(key.set)?;
        let none = Noted::default();
        let noted = self.notes.sets.get(&key).unwrap_or(&none);
        let swap = swap_of(player, set);
        let asked = Prescription::of(line, set, swap);
        let load = asked.load.and_then(|load| self.asks.measures.get(load));
        let weight = || noted.weight.or(asked.weight).or_else(|| self.weight_before(key, asked.load));
        Some(SetView {
            key,
            name: asked.name,
            spelled: asked.spelled,
            label: label(line, key.set),
            side: if swap.is_some_and(|swap| swap.side.is_empty()) { "" } else { set.side },
            is_swapped: swap.is_some(),
            is_timed: line.timed,
            before: if swap.is_some() { Vec::new() } else { before(line, set) },
            dose: self.asks.measures.get(asked.dose)?,
            load,
            asked: asked.amount,
            asked_weight: asked.weight,
            amount: noted.amount.or(asked.amount),
            weight: load.and_then(|_| weight()),
            ms: noted.ms.or_else(|| time_of(player, set, line)),
            rpe: noted.rpe,
            bpm: noted.bpm,
            remark: self.notes.sets.get(&key).and_then(|noted| noted.remark.as_deref()).unwrap_or_default(),
            mark: noted.mark.unwrap_or_else(|| mark_of(player, set)),
        })
    }

    /// Returns all sets of a stage.
    pub fn sets_of<'s>(&'s self, player: &Player<'p>, stage: usize) -> Vec<SetView<'s>> {
        let is_of = |key: &SetKey| self.asked(*key).is_some_and(|set| set.stage == stage);
        self.keys().filter(is_of).filter_map(|key| self.set(player, key)).collect()
    }

    /// Returns the sets of a stage that have more to say than that they were done.
    pub fn of_stage<'s>(&'s self, player: &Player<'p>, stage: usize) -> Vec<SetView<'s>> {
        let mut sets = self.sets_of(player, stage);
        sets.retain(SetView::has_figures);
        sets
    }

    /// Returns the sets of the last stage of work before the current one, if it was not skipped.
    pub fn just_done<'s>(&'s self, player: &Player<'p>) -> Vec<SetView<'s>> {
        let stages = &player.playbook().stages;
        let before = match player.phase() {
            Phase::Ready | Phase::LeadIn => 0,
            Phase::Stage(index) => index,
            Phase::End => stages.len(),
        };
        let last = stages.iter().take(before).rposition(|stage| !is_pause(stage.kind));
        match last.and_then(|last| player.came(last).map(|came| (last, came))) {
            Some((last, came)) if !came.skipped => self.of_stage(player, last),
            Some(_) | None => Vec::new(),
        }
    }

    /// Returns the result of an AMRAP or a `for time`.
    pub fn score(&self, player: &Player<'p>, score: &Score) -> ScoreView {
        let stage = player.playbook().stages.get(score.stage);
        let none = NotedScore::default();
        let noted = self.notes.scores.get(&score.stage).unwrap_or(&none);
        let is_time = stage.is_some_and(|stage| stage.kind == SegmentKind::ForTime);
        let came = player.came(score.stage).zip(stage);
        let over =
            came.filter(|(came, stage)| !came.skipped && !is_capped(stage, came)).map(|(came, _)| came);
        ScoreView {
            is_time,
            rounds: noted.rounds.or(over.filter(|_| !is_time).and_then(|came| came.rounds)),
            reps: noted.reps,
            ms: noted.ms.or(over.filter(|_| is_time).map(|came| measured(came.took_ms))),
        }
    }

    /// Tells whether anything was done, or written down.
    pub fn has_any(&self, player: &Player<'p>) -> bool {
        let Notes { began: _, sets: _, scores: _, records, felt, note, skipped } = &self.notes;
        let was_done = |set: SetView<'_>| match set.mark {
            Mark::Done => set.amount.is_some(),
            Mark::Missed => true,
            Mark::Open | Mark::Left => false,
        };
        let is_known = |score: &Score| {
            let view = self.score(player, score);
            view.rounds.is_some() || view.ms.is_some()
        };
        self.keys().filter_map(|key| self.set(player, key)).any(was_done)
            || self.asks.scores.iter().any(is_known)
            || records.values().any(|text| !clean(text).is_empty())
            || felt.is_some()
            || note.is_some()
            || skipped.is_some()
    }

    /// Writes the `done` block. Empty if there is nothing to say.
    pub fn block(&self, player: &Player<'p>, now: DateTime) -> String {
        let lines = match &self.notes.skipped {
            None => self.lines(player),
            Some(why) => {
                let why = clean(why);
                vec![if why.is_empty() { "skipped".to_owned() } else { format!("skipped {}", quoted(&why)) }]
            }
        };
        if lines.is_empty() {
            return String::new();
        }
        let began = self.notes.began.clone().unwrap_or_else(|| moment(now));
        let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
        format!("done {began} {} <\n{lines}>\n", self.asks.title)
    }

    fn lines(&self, player: &Player<'p>) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (at, line) in self.asks.lines.iter().enumerate() {
            self.add_line(player, at, line, &mut lines);
        }
        let mut rounds: Vec<(&str, String)> = Vec::new();
        for score in &self.asks.scores {
            let view = self.score(player, score);
            if let (true, Some(ms)) = (view.is_time, view.ms) {
                lines.push(format!("{} in {}", score.spelled, time(ms)));
            }
            if let (false, Some(whole)) = (view.is_time, view.rounds) {
                let more = view.reps.filter(|&reps| reps > 0).map(|reps| format!(" + {reps}"));
                rounds.push((&score.name, format!("{whole}{}", more.unwrap_or_default())));
            }
        }
        // A session has one line for its rounds.
        match &rounds[..] {
            [(_, only)] => lines.push(format!("rounds {only}")),
            several => {
                lines.extend(several.iter().map(|(name, text)| note(&format!("{name}: rounds {text}"))))
            }
        }
        if let Some(felt) = self.notes.felt {
            lines.push(format!("{} {felt}", self.asks.scale.word));
        }
        for (at, what) in self.asks.records.iter().enumerate() {
            let text = self.notes.records.get(&at).map(|text| clean(text)).unwrap_or_default();
            if !text.is_empty() {
                lines.push(note(&format!("{what}: {text}")));
            }
        }
        let text = self.notes.note.as_deref().map(clean).unwrap_or_default();
        if !text.is_empty() {
            lines.push(note(&text));
        }
        lines
    }

    /// Adds what was done of a statement: a line for each movement that was done, as one may have been replaced on the
    /// way.
    fn add_line(&self, player: &Player<'p>, at: usize, line: &AskedLine, lines: &mut Vec<String>) {
        let sets: Vec<SetView<'_>> = keys_of(at, line).filter_map(|key| self.set(player, key)).collect();
        let mut names: Vec<&str> = Vec::new();
        for set in &sets {
            if !names.contains(&set.spelled) {
                names.push(set.spelled);
            }
        }
        for spelled in names {
            let own: Vec<&SetView<'_>> = sets.iter().filter(|set| set.spelled == spelled).collect();
            let is_as_written = own.iter().all(|set| !set.is_swapped) && !line.asked.is_empty();
            let asked = if is_as_written { format!(" asked {}", line.asked) } else { String::new() };
            let said = said_of(&own);
            if !said.is_empty() {
                lines.push(format!("{spelled} {said}{asked}"));
            } else if own.iter().all(|set| set.mark == Mark::Left) {
                lines.push(format!("{spelled} skipped{asked}"));
            }
        }
    }

    /// Returns a set as it is asked for.
    pub(super) fn asked(&self, key: SetKey) -> Option<&'p AskedSet> {
        self.asks.lines.get(key.line)?.sets.get(key.set)
    }

    /// Returns the load that was noted last before a set, where none is asked for.
    fn weight_before(&self, key: SetKey, measure: Option<usize>) -> Option<i64> {
        let before = (0..key.set).rev().map(|set| SetKey { set, ..key });
        let mut weights = before.filter_map(|key| self.notes.sets.get(&key)?.weight);
        let weight = weights.next()?;
        (self.asks.lines.get(key.line)?.load == measure).then_some(weight)
    }
}

impl SetView<'_> {
    /// Says which set it is: `Back squat, Set 1 of 3`.
    pub fn which(&self) -> String {
        if self.label.is_empty() { self.name.to_owned() } else { format!("{}, {}", self.name, self.label) }
    }

    /// Tells whether there is a figure to write down: repetitions, a load, a time that was taken, or what nobody knows
    /// before.
    pub fn has_figures(&self) -> bool {
        self.load.is_some() || self.is_timed || self.asked.is_none() || self.dose.unit != "s"
    }
}

/// What is asked for in a set, as it was written or instead of that.
struct Prescription<'p> {
    name: &'p str,
    spelled: &'p str,
    dose: usize,
    load: Option<usize>,
    amount: Option<i64>,
    weight: Option<i64>,
}

impl<'p> Prescription<'p> {
    fn of(line: &'p AskedLine, set: &'p AskedSet, swap: Option<&'p Swap>) -> Self {
        match swap {
            None => Self {
                name: &line.name,
                spelled: &line.spelled,
                dose: line.dose,
                load: line.load,
                amount: set.amount,
                weight: set.weight,
            },
            Some(Swap { name, asked, .. }) => Self {
                name,
                spelled: &asked.spelled,
                dose: asked.dose,
                load: asked.load,
                amount: asked.amount,
                weight: asked.weight,
            },
        }
    }
}

fn keys_of(line: usize, asked: &AskedLine) -> impl Iterator<Item = SetKey> + use<> {
    (0..asked.sets.len()).map(move |set| SetKey { line, set })
}

/// Returns what was done instead of what was written.
fn swap_of<'p>(player: &Player<'p>, set: &AskedSet) -> Option<&'p Swap> {
    let book = player.playbook();
    let is_stage = book.stages.get(set.stage).is_some_and(|stage| stage.task == set.task);
    let chosen = match player.came(set.stage).filter(|_| is_stage) {
        Some(came) => came.swap,
        None => player.chosen(set.task),
    };
    book.tasks.get(set.task)?.swaps.get(chosen?)
}

/// A stage that was done is done as asked. A `for time` that was cut off by its cap may lack anything.
fn mark_of(player: &Player<'_>, set: &AskedSet) -> Mark {
    match (player.came(set.stage), player.playbook().stages.get(set.stage)) {
        (Some(came), _) if came.skipped => Mark::Left,
        (Some(came), Some(stage)) if !is_capped(stage, came) => Mark::Done,
        (Some(_) | None, _) => Mark::Open,
    }
}

fn time_of(player: &Player<'_>, set: &AskedSet, line: &AskedLine) -> Option<i64> {
    let came = player.came(set.stage).filter(|came| line.timed && !came.skipped);
    came.map(|came| measured(came.took_ms))
}

fn is_capped(stage: &Stage, came: &Done<'_>) -> bool {
    stage.kind == SegmentKind::ForTime && stage.cap_ms.is_some_and(|cap_ms| came.took_ms >= cap_ms)
}

/// Returns which of its sets it is: `Set 2 of 3, right`. On two sides both are one set.
fn label(line: &AskedLine, nth: usize) -> String {
    let Some(side) = line.sets.get(nth).map(|set| set.side) else { return String::new() };
    let alike = |sets: &[AskedSet]| sets.iter().filter(|set| set.side == side).count();
    let (of, before) = (alike(&line.sets), alike(line.sets.get(..nth).unwrap_or_default()));
    let count = if of > 1 { format!("Set {} of {of}", before + 1) } else { String::new() };
    let parts = [count.as_str(), side];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Returns what was done of a set before, and what is aimed at.
fn before<'p>(line: &AskedLine, set: &'p AskedSet) -> Vec<(String, &'p str)> {
    let last =
        line.last.as_ref().map_or_else(|| "Last time".to_owned(), |last| format!("Last time, {}", last.day));
    let all = [(last, set.last.as_str()), ("Best".to_owned(), &set.best), ("Aim".to_owned(), &set.aim)];
    all.into_iter().filter(|(_, told)| !told.is_empty()).collect()
}

/// Spells the sets that were done or missed as a list: `5, 5 right @ 60kg "slow"`. A load holds for the sets before it that
/// have none; a time is that of all.
fn said_of(sets: &[&SetView<'_>]) -> String {
    let is_told = |set: &&&SetView<'_>| match set.mark {
        Mark::Missed => true,
        Mark::Done => set.amount.is_some(),
        Mark::Open | Mark::Left => false,
    };
    let told: Vec<&SetView<'_>> = sets.iter().filter(is_told).copied().collect();
    let load = |set: &SetView<'_>| set.load.zip(set.weight).map(|(load, weight)| figure(weight, load));
    let loads: Vec<Option<String>> = told.iter().map(|set| load(set)).collect();
    let own_time = |set: &SetView<'_>| set.ms.filter(|_| set.mark == Mark::Done);
    let mut said: Vec<String> = Vec::new();
    for (at, set) in told.iter().enumerate() {
        let mut text = match set.mark {
            Mark::Missed => "missed".to_owned(),
            Mark::Open | Mark::Done | Mark::Left => figure(set.amount.unwrap_or(0), set.dose),
        };
        if !set.side.is_empty() {
            text.push_str(&format!(" {}", set.side));
        }
        let own_load = loads.get(at).cloned().flatten();
        let next = loads.get(at + 1).cloned().flatten();
        let load = own_load.filter(|load| next.as_ref() != Some(load));
        let effort = set.rpe.map(|rpe| format!("rpe {}", written::plain(rpe)));
        let pulse = set.bpm.map(|bpm| format!("{bpm}bpm"));
        let how: Vec<String> = [load, effort, pulse].into_iter().flatten().collect();
        if !how.is_empty() {
            text.push_str(&format!(" @ {}", how.join(" and ")));
        }
        let own_time = own_time(set).filter(|_| told.len() > 1).map(time);
        let words = [own_time.unwrap_or_default(), clean(set.remark)];
        let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
        if !words.is_empty() {
            text.push_str(&format!(" {}", quoted(&words.join(", "))));
        }
        said.push(text);
    }
    let all_ms = told.iter().map(|set| own_time(set)).sum::<Option<i64>>().filter(|&ms| ms > 0);
    match all_ms {
        Some(ms) if !said.is_empty() => format!("{} in {}", said.join(", "), time(ms)),
        Some(_) | None => said.join(", "),
    }
}

fn note(text: &str) -> String {
    format!("note {}", quoted(text))
}

/// Spells a moment: `2026-01-09 18:40`.
fn moment(at: DateTime) -> String {
    format!("{} {}", date::write(at.date()), date::write_time(at.time()))
}
