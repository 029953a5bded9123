//! Writing down what was done, one line at a time: which set, score or question is open, what is typed, and what it
//! changes.

use super::figures::{plain, said, time};
use super::line::{Line, LineKey};
use super::notes::{Mark, SetKey};
use super::player::{Player, is_pause};
use super::results::{Results, SetView};
use super::typed;
use crate::emit::player::model::Asks;
use crate::emit::written;

/// What one line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    Set(SetKey),
    /// The result of a block, by its index in [`Asks::scores`].
    Score(usize),
    /// What was to be recorded, by its index in [`Asks::records`].
    Record(usize),
    /// How it felt or hurt.
    Felt,
    Note,
}

/// A line that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    entries: Vec<Entry>,
    at: usize,
    line: Line,
    /// Why what was typed can't be read.
    wrong: Option<String>,
    /// Whether the next one opens when this one is kept.
    goes_on: bool,
}

/// What came of a line that was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It can't be read, and stays open.
    Refused,
    /// Another one is open now.
    Next,
    /// It was the last.
    Over,
}

impl Form {
    /// Opens the line of a set that was just done, or that is being done; else the first line.
    pub fn about_now<'p>(results: &Results<'p>, player: &Player<'p>) -> Self {
        let entries = all(results, player);
        let first = current_sets(results, player).first().map(|set| Entry::Set(set.key));
        let at = first.and_then(|first| entries.iter().position(|entry| *entry == first)).unwrap_or(0);
        Self::open(entries, at, false, results, player)
    }

    /// Opens what only the athlete knows at the end, line by line: amounts and scores that are missing, what was to be
    /// recorded, how it felt, and a note.
    pub fn questions<'p>(results: &Results<'p>, player: &Player<'p>) -> Self {
        let mut entries = all(results, player);
        entries.retain(|entry| match entry {
            Entry::Set(key) => {
                results.set(player, *key).is_some_and(|set| set.mark == Mark::Done && set.amount.is_none())
            }
            Entry::Score(at) => results.asks().scores.get(*at).is_some_and(|score| {
                let view = results.score(player, score);
                !view.is_time || view.ms.is_none()
            }),
            Entry::Record(_) | Entry::Felt | Entry::Note => true,
        });
        Self::open(entries, 0, true, results, player)
    }

    fn open<'p>(
        entries: Vec<Entry>,
        at: usize,
        goes_on: bool,
        results: &Results<'p>,
        player: &Player<'p>,
    ) -> Self {
        let mut form = Self { entries, at, line: Line::default(), wrong: None, goes_on };
        form.turn_to(at, results, player);
        form
    }

    /// Returns the line.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Returns why the line can't be read.
    pub fn wrong(&self) -> Option<&str> {
        self.wrong.as_deref()
    }

    /// Returns what the line is about.
    pub fn entry(&self) -> Option<Entry> {
        self.entries.get(self.at).copied()
    }

    /// Types a key.
    pub fn press(&mut self, key: LineKey) {
        self.wrong = None;
        self.line.press(key);
    }

    /// Keeps what was typed.
    pub fn keep<'p>(&mut self, results: &mut Results<'p>, player: &Player<'p>) -> Kept {
        if let Err(why) = self.write_down(results, player) {
            self.wrong = Some(why);
            return Kept::Refused;
        }
        if !self.goes_on || self.at + 1 >= self.entries.len() {
            return Kept::Over;
        }
        self.turn_to(self.at + 1, results, player);
        Kept::Next
    }

    /// Goes to the line before or behind this one, and keeps what was typed here.
    pub fn go<'p>(&mut self, is_on: bool, results: &mut Results<'p>, player: &Player<'p>) {
        let to = if is_on { self.at + 1 } else { self.at.saturating_sub(1) };
        if to >= self.entries.len() || to == self.at {
            return;
        }
        if !self.line.is_fresh()
            && let Err(why) = self.write_down(results, player)
        {
            self.wrong = Some(why);
            return;
        }
        self.turn_to(to, results, player);
    }

    fn turn_to<'p>(&mut self, at: usize, results: &Results<'p>, player: &Player<'p>) {
        self.at = at;
        self.wrong = None;
        self.line = Line::of(self.entry().map(|entry| as_typed(entry, results, player)).unwrap_or_default());
    }

    fn write_down<'p>(&self, results: &mut Results<'p>, player: &Player<'p>) -> Result<(), String> {
        let text = self.line.text();
        match self.entry() {
            Some(Entry::Set(key)) => write_set(key, text, self.line.is_fresh(), results, player)?,
            Some(Entry::Score(at)) => {
                if let Some(score) = results.asks().scores.get(at) {
                    let is_time = results.score(player, score).is_time;
                    let noted = typed::score(text, is_time)?;
                    if !self.line.is_fresh() {
                        results.notes_mut().scores.insert(score.stage, noted);
                    }
                }
            }
            Some(Entry::Record(at)) => {
                let text = typed::record(text)?;
                let records = &mut results.notes_mut().records;
                match text {
                    Some(text) => drop(records.insert(at, text)),
                    None => drop(records.remove(&at)),
                }
            }
            Some(Entry::Felt) => {
                let felt = typed::scale(text, results.asks().scale)?;
                results.notes_mut().felt = felt;
            }
            Some(Entry::Note) => {
                let note = typed::note(text)?;
                results.notes_mut().note = note;
            }
            None => {}
        }
        Ok(())
    }
}

fn write_set<'p>(
    key: SetKey,
    text: &str,
    is_fresh: bool,
    results: &mut Results<'p>,
    player: &Player<'p>,
) -> Result<(), String> {
    let Some(view) = results.set(player, key) else { return Ok(()) };
    if text.trim().is_empty() {
        // An empty line takes back what was noted. Of an amount that nobody knows, there is none to take.
        results.notes_mut().sets.remove(&key);
        return Ok(());
    }
    let mut typed = typed::set(text, &view)?;
    if is_fresh {
        // What was shown was kept: it is done as it says there, and its figures are still those that are asked.
        let mark = typed.mark;
        results.note(key, |noted| noted.mark = mark);
        return Ok(());
    }
    if typed.mark != Some(Mark::Done) {
        // What was missed has no amount of its own.
        typed.amount = None;
    }
    results.note(key, |noted| {
        noted.mark = typed.mark;
        noted.amount = typed.amount.or(noted.amount);
        noted.weight = typed.weight.or(noted.weight);
        noted.ms = typed.ms.or(noted.ms);
        noted.rpe = typed.rpe.or(noted.rpe);
        noted.bpm = typed.bpm.or(noted.bpm);
        noted.remark = typed.remark.or(noted.remark.take());
    });
    Ok(())
}

/// Returns everything that can be written down, in the order in which it is done.
fn all<'p>(results: &Results<'p>, player: &Player<'p>) -> Vec<Entry> {
    let asks = results.asks();
    let mut entries: Vec<(usize, Entry)> = Vec::new();
    for key in results.keys() {
        let is_told = results.set(player, key).is_some_and(|set| set.has_figures());
        if let (true, Some(set)) = (is_told, results.asked(key)) {
            entries.push((set.stage, Entry::Set(key)));
        }
    }
    let scores = asks.scores.iter().enumerate();
    entries.extend(scores.map(|(at, score)| (score.stage, Entry::Score(at))));
    // The sets of one stage stay in their order.
    entries.sort_by_key(|(stage, _)| *stage);
    let rest = (0..asks.records.len()).map(Entry::Record).chain([Entry::Felt, Entry::Note]);
    entries.into_iter().map(|(_, entry)| entry).chain(rest).collect()
}

/// Returns the sets that the keys for one set are about: those of the current stage of work, or else of the last.
pub fn current_sets<'s, 'p>(results: &'s Results<'p>, player: &Player<'p>) -> Vec<SetView<'s>> {
    let working = player.current().filter(|(_, stage)| !is_pause(stage.kind));
    match working {
        Some((index, _)) => results.of_stage(player, index),
        None => results.just_done(player),
    }
}

/// Returns what is known of an entry, as it may be typed.
fn as_typed<'p>(entry: Entry, results: &Results<'p>, player: &Player<'p>) -> String {
    let asks = results.asks();
    let notes = results.notes();
    match entry {
        Entry::Set(key) => results.set(player, key).map(|set| typed::set_as_typed(&set)),
        Entry::Score(at) => {
            asks.scores.get(at).map(|score| typed::score_as_typed(&results.score(player, score)))
        }
        Entry::Record(at) => notes.records.get(&at).cloned(),
        Entry::Felt => notes.felt.map(|felt| felt.to_string()),
        Entry::Note => notes.note.clone(),
    }
    .unwrap_or_default()
}

/// Says what a line is about: `Back squat, Set 1 of 3`.
pub fn label<'p>(entry: Entry, results: &Results<'p>, player: &Player<'p>) -> String {
    let asks: &Asks = results.asks();
    match entry {
        Entry::Set(key) => results.set(player, key).map(|set| set.which()).unwrap_or_default(),
        Entry::Score(at) => asks.scores.get(at).map_or_else(String::new, |score| {
            let what = if results.score(player, score).is_time { "time" } else { "rounds + reps" };
            format!("{}, {what}", score.name)
        }),
        Entry::Record(at) => asks.records.get(at).cloned().unwrap_or_default(),
        Entry::Felt => {
            let what = if asks.scale.word == "pain" { "Pain" } else { "How hard it felt" };
            format!("{what}, {} to {}", asks.scale.least, asks.scale.most)
        }
        Entry::Note => "Note".to_owned(),
    }
}

/// Says what is taken down of a set: `5 × 62.5 kg`, `missed`.
pub fn told(set: &SetView<'_>) -> String {
    let much = match (set.mark, set.amount) {
        (Mark::Missed, _) => return "missed".to_owned(),
        (Mark::Left, _) => return "not done".to_owned(),
        (_, None) => "how many?".to_owned(),
        (_, Some(amount)) if set.load.is_some() && set.dose.whole => plain(set.dose, amount),
        (_, Some(amount)) => said(set.dose, amount),
    };
    let load = set.load.zip(set.weight).map(|(load, weight)| format!(" × {}", said(load, weight)));
    let ms = set.ms.filter(|_| set.is_timed).map(|ms| format!(" in {}", time(ms)));
    let effort = set.rpe.map(|rpe| format!(", RPE {}", written::plain(rpe)));
    let pulse = set.bpm.map(|bpm| format!(", {bpm} bpm"));
    [Some(much), load, ms, effort, pulse].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{DateTime, read, read_time};
    use crate::play::notes::Notes;
    use crate::play::player::Action;
    use crate::play::tests::playbook;

    const SESSION: &str = r#"workout "A" <
        superset rounds 2 < back squat 5 @ 60kg; pull-up max >
        amrap "Engine" 5min < burpee 5 >
        record "Weight"
    >"#;

    fn write<'p>(form: &mut Form, text: &str, results: &mut Results<'p>, player: &Player<'p>) -> Kept {
        form.press(LineKey::Clear);
        text.chars().for_each(|letter| form.press(LineKey::Letter(letter)));
        form.keep(results, player)
    }

    fn block<'p>(results: &Results<'p>, player: &Player<'p>) -> String {
        let at = DateTime::new(read("2026-01-09").unwrap(), read_time("18:40").unwrap());
        results.block(player, at)
    }

    #[test]
    fn the_line_of_the_set_that_is_done_or_was_done_last_opens() {
        let playbook = playbook("workout \"A\" < back squat 2x5 @ 60kg rest 1min; plank 30s >");
        let mut player = Player::new(&playbook);
        let results = Results::new(&playbook.asks, Notes::default());
        let open = |player: &Player<'_>| {
            let form = Form::about_now(&results, player);
            format!("{}: {}", label(form.entry().unwrap(), &results, player), form.line().text())
        };
        player.act(Action::Start, 0);
        player.act(Action::Skip, 0);
        assert_eq!(open(&player), "Back squat, Set 1 of 2: 5 x 60kg");
        player.act(Action::Done, 1000);
        assert_eq!(open(&player), "Back squat, Set 1 of 2: 5 x 60kg", "in the rest");
        player.act(Action::Skip, 2000);
        assert_eq!(open(&player), "Back squat, Set 2 of 2: 5 x 60kg");
    }

    #[test]
    fn lines_are_gone_through_in_the_order_of_the_session_and_what_is_typed_is_kept() {
        let playbook = playbook(SESSION);
        let mut player = Player::new(&playbook);
        let mut results = Results::new(&playbook.asks, Notes::default());
        player.act(Action::Start, 0);
        player.act(Action::Skip, 0);
        let mut form = Form::about_now(&results, &player);
        let mut labels = Vec::new();
        for _ in 0..20 {
            labels.push(label(form.entry().unwrap(), &results, &player));
            form.go(true, &mut results, &player);
        }
        labels.dedup();
        let wanted = [
            "Back squat, Set 1 of 2",
            "Pull-up, Set 1 of 2",
            "Back squat, Set 2 of 2",
            "Pull-up, Set 2 of 2",
            "Engine, rounds + reps",
            "Weight",
            "How hard it felt, 1 to 10",
            "Note",
        ];
        assert_eq!(labels, wanted);
        assert_eq!(results.notes(), &Notes::default(), "looking changes nothing");
        (0..6).for_each(|_| form.go(false, &mut results, &player));
        "9".chars().for_each(|letter| form.press(LineKey::Letter(letter)));
        form.go(true, &mut results, &player);
        assert_eq!(results.notes().sets[&SetKey { line: 1, set: 0 }].amount, Some(9000));
        form.press(LineKey::Letter('?'));
        form.go(true, &mut results, &player);
        assert!(form.wrong().is_some(), "what can't be read is not left behind");
        form.press(LineKey::Backspace);
        assert_eq!(form.wrong(), None);
    }

    #[test]
    fn a_line_that_cannot_be_read_stays_open_and_notes_nothing() {
        let playbook = playbook(SESSION);
        let player = Player::new(&playbook);
        let mut results = Results::new(&playbook.asks, Notes::default());
        let mut form = Form::about_now(&results, &player);
        for bad in ["abc", "60 x", "5@"] {
            assert_eq!(write(&mut form, bad, &mut results, &player), Kept::Refused, "{bad}");
            assert_eq!(results.notes(), &Notes::default());
        }
        assert_eq!(write(&mut form, "4 x 55", &mut results, &player), Kept::Over);
        assert!(block(&results, &player).contains("back squat 4 @ 55kg asked 2x5 @ 60kg\n"));
        let mut form = Form::about_now(&results, &player);
        assert_eq!(form.line().text(), "4 x 55kg");
        assert_eq!(write(&mut form, "", &mut results, &player), Kept::Over);
        assert_eq!(block(&results, &player), "", "an empty line takes it back");
    }

    #[test]
    fn at_the_end_only_what_nobody_else_knows_is_asked() {
        let playbook = playbook(SESSION);
        let mut player = Player::new(&playbook);
        let mut results = Results::new(&playbook.asks, Notes::default());
        player.act(Action::Start, 0);
        (0..40).for_each(|at| {
            player.act(Action::Done, at * 20_000);
        });
        player.look(10_000_000);
        let mut form = Form::questions(&results, &player);
        let answers = ["9", "8", "7 + 12", "80", "7", "Windy."];
        for (at, answer) in answers.iter().enumerate() {
            let kept = write(&mut form, answer, &mut results, &player);
            assert_eq!(kept, if at + 1 == answers.len() { Kept::Over } else { Kept::Next }, "{answer}");
        }
        assert_eq!(
            block(&results, &player),
            "done 2026-01-09 18:40 \"A\" <\n  back squat 5, 5 @ 60kg asked 2x5 @ 60kg\n  pull-up 9, 8\n  \
             rounds 7 + 12\n  felt 7\n  note \"Weight: 80\"\n  note \"Windy.\"\n>\n"
        );
    }
}
