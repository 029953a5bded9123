//! The contents of the screen as text, whatever its size.

use super::keys::{Key, MUTE, Situation};
use super::text::clean;
use crate::emit::player::model::{SegmentKind, Stage};
use crate::emit::strip::Strip;
use crate::play::{Doing, Phase, Player, StageClock, is_pause};

/// The contents of the screen. Empty parts take no room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Face<'p> {
    /// The workout's title.
    pub title: String,
    /// The time since the start, and the whole time: `3:20 of about 25 min`.
    pub time: String,
    /// What the athlete does at the moment: work, rest or change.
    pub tone: Tone,
    /// Whether the workout is paused.
    pub is_paused: bool,
    /// The blocks, the round and the set, the innermost last.
    pub place: Vec<String>,
    /// The movement.
    pub name: String,
    /// The side, the amount and the intensity.
    pub detail: String,
    /// The clock.
    pub clock: String,
    /// What was done of the set before, and what is aimed at, each under its name.
    pub before: Vec<(String, String)>,
    /// What is shown next to the clock: a second time, the estimate, the rounds.
    pub beside: String,
    /// The movements inside of a block that has one clock; at the end, what was done.
    pub inside: Vec<String>,
    /// The coach's notes.
    pub notes: Vec<String>,
    /// What was written down, line by line; it is shown from its beginning, as much of it as fits.
    pub text: Vec<String>,
    /// The cues.
    pub cues: Vec<String>,
    /// What the movement can be swapped for.
    pub swaps: String,
    /// What is taken down of the last set.
    pub noted: String,
    /// The next stage.
    pub next: String,
    /// The whole workout to scale, and the current moment in it, in milliseconds.
    pub strip: Option<(&'p Strip, i64)>,
    /// The keys that do something at the moment, the most important first.
    pub keys: Vec<Key>,
    /// A question that waits for an answer; it is shown instead of the keys.
    pub question: String,
    /// A line that is typed; it is shown instead of the keys and a question.
    pub entered: Option<Entered>,
}

/// A line that is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entered {
    /// What it is about.
    pub label: String,
    /// What is before the cursor, and behind it.
    pub before: String,
    pub behind: String,
    /// Whether the first letter replaces all of it.
    pub is_fresh: bool,
    /// Why it can't be read.
    pub wrong: Option<String>,
}

/// What the athlete does, which chooses the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing: before the start and after the end.
    #[default]
    Still,
    /// The lead-in.
    Ready,
    /// Work.
    Work,
    /// Rest.
    Rest,
    /// A change of movement or side.
    Change,
}

impl<'p> Face<'p> {
    /// Returns the contents of the screen for the current moment.
    pub fn of(player: &Player<'p>, question: &str) -> Self {
        let playbook = player.playbook();
        let mut face = Self {
            title: clean(&playbook.title),
            is_paused: player.is_paused(),
            clock: player.clock().map(digits).unwrap_or_default(),
            strip: Some((&playbook.strip, player.on_strip_ms())),
            keys: Situation::of(player).keys(),
            question: question.to_owned(),
            ..Self::default()
        };
        match (player.phase(), player.stage()) {
            (Phase::Ready, _) => face.ready(player),
            (Phase::LeadIn, _) => {
                face.tone = Tone::Ready;
                face.name = "Get ready".to_owned();
                face.time = clean(&playbook.time);
                face.next = next(player);
                face.notes = playbook.stages.first().map(|stage| cleaned(&stage.notes)).unwrap_or_default();
            }
            (Phase::Stage(_), Some(stage)) => face.stage(player, stage),
            (Phase::Stage(_), None) | (Phase::End, _) => face.end(player),
        }
        face
    }

    /// Adds what the key for the sound does, and, before the start, a line that says if there is no voice.
    pub fn with_sound(mut self, does: &'static str, is_speechless: bool) -> Self {
        if is_speechless && self.tone == Tone::Still && self.clock.is_empty() && self.inside.is_empty() {
            self.swaps = "No voice was found: install espeak-ng to hear what to do".to_owned();
        }
        for key in self.keys.iter_mut().filter(|key| key.key == MUTE) {
            key.does = does;
        }
        self
    }

    fn ready(&mut self, player: &Player<'p>) {
        let playbook = player.playbook();
        self.name.clone_from(&self.title);
        self.title.clear();
        self.detail = clean(&playbook.time);
        self.place = playbook.by.iter().map(|by| format!("by {}", clean(by))).collect();
        self.next = next(player);
        self.notes = playbook.stages.first().map(|stage| cleaned(&stage.notes)).unwrap_or_default();
    }

    fn stage(&mut self, player: &Player<'p>, stage: &'p Stage) {
        let playbook = player.playbook();
        self.time = format!("{} of {}", clock(player.total_ms() / 1000), clean(&playbook.time));
        self.tone = match stage.kind {
            SegmentKind::Work | SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => {
                Tone::Work
            }
            SegmentKind::Rest => Tone::Rest,
            SegmentKind::Transition | SegmentKind::Switch => Tone::Change,
        };
        self.place = place(stage);
        if let Some(doing) = player.doing(stage.task) {
            self.name = clean(doing.name);
            self.detail = detail(&doing);
            self.cues = cleaned(doing.cues);
        }
        self.inside = stage.inside.iter().filter_map(|&task| listed(player, task)).collect();
        self.notes = cleaned(&stage.notes);
        self.beside = match player.clock() {
            Some(StageClock::Both { left_ms, .. }) => {
                format!("{} left", clock(StageClock::seconds_left(left_ms)))
            }
            Some(StageClock::Up { about_ms: Some(about_ms), .. }) => {
                format!("about {}", clock(StageClock::seconds_left(about_ms)))
            }
            Some(StageClock::Down { .. }) if stage.kind == SegmentKind::Amrap => match player.rounds() {
                1 => "1 round done".to_owned(),
                rounds => format!("{rounds} rounds done"),
            },
            Some(StageClock::Up { .. } | StageClock::Down { .. }) | None => String::new(),
        };
        self.swaps = swaps(player, stage);
        self.next = next(player);
    }

    fn end(&mut self, player: &Player<'p>) {
        let text = player.summary().write();
        let mut lines = text.lines();
        // The first line has the title, which is shown already, and the time.
        lines.next();
        self.inside = lines.map(|line| clean_line(line.trim_end())).collect();
        self.name = "Well worked".to_owned();
        self.detail = clock(player.total_ms() / 1000);
        self.notes = cleaned(&player.playbook().last_notes);
    }
}

/// Writes whole seconds as a clock: `0:27`, `1:05:00`.
pub fn clock(seconds: i64) -> String {
    crate::quantity::clock(seconds.max(0).saturating_mul(1000))
}

fn digits(of: StageClock) -> String {
    clock(match of {
        StageClock::Down { left_ms, .. } => StageClock::seconds_left(left_ms),
        StageClock::Up { passed_ms, .. } | StageClock::Both { passed_ms, .. } => {
            StageClock::seconds_passed(passed_ms)
        }
    })
}

fn cleaned(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).collect()
}

/// Cleans a line of a table and keeps its blanks.
fn clean_line(line: &str) -> String {
    let words = line.trim_start();
    let (blanks, _) = line.split_at(line.len() - words.len());
    format!("{blanks}{}", crate::cli::visible::visible(words))
}

/// Returns the blocks, rounds and sets that a stage is in: `Loosen up`, `Round 2 of 5`, `Set 1 of 3`.
fn place(stage: &Stage) -> Vec<String> {
    let own_name = match stage.kind {
        // Its name is shown as the movement.
        SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => 1,
        SegmentKind::Work | SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => 0,
    };
    let parts = stage.parts.get(..stage.parts.len().saturating_sub(own_name)).unwrap_or_default();
    let mut said = cleaned(parts);
    let counts = [(&stage.round, "Round"), (&stage.set, "Set")];
    for (count, noun) in counts {
        said.extend(
            count.as_ref().filter(|count| count.of > 1).map(|c| format!("{noun} {} of {}", c.n, c.of)),
        );
    }
    said.retain(|part| !part.is_empty());
    said
}

fn joined(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| clean(part)).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn detail(doing: &Doing<'_>) -> String {
    let tempo = doing.tempo.map(|phases| {
        let phase = |phase: Option<u8>| phase.map_or("X".to_owned(), |seconds| seconds.to_string());
        format!("tempo {}", phases.map(phase).join("-"))
    });
    joined(&[doing.side, doing.dose, doing.target, &tempo.unwrap_or_default()])
}

/// Writes one movement of several: `Squat, 10, 24 kg`, with the coach's alternative, or what it was swapped for.
fn listed(player: &Player<'_>, index: usize) -> Option<String> {
    let task = player.playbook().tasks.get(index)?;
    let doing = player.doing(index)?;
    let own = joined(&[doing.name, doing.side, doing.dose, doing.target]);
    let is_as_written = player.chosen(index).is_none();
    Some(match task.swaps.iter().find(|swap| is_as_written && !swap.easier) {
        Some(swap) => format!("{own}, or {}", joined(&[&swap.name, &swap.dose, &swap.target])),
        None => own,
    })
}

/// Returns what the key for a swap would do.
fn swaps(player: &Player<'_>, stage: &Stage) -> String {
    match player.swappable()[..] {
        [] => String::new(),
        [only] => instead(player, stage, only),
        ref several => {
            let names = several.iter().filter_map(|&task| player.doing(task));
            format!("Something else for: {}", joined(&names.map(|doing| doing.name).collect::<Vec<_>>()))
        }
    }
}

/// Returns what the next swap of a movement would be. Names the movement if it is one of several.
fn instead(player: &Player<'_>, stage: &Stage, index: usize) -> String {
    let Some(task) = player.playbook().tasks.get(index) else { return String::new() };
    let swap = player.next_swap(index);
    match swap.and_then(|swap| task.swaps.get(swap)) {
        Some(swap) => {
            let how = match (swap.easier, index == stage.task) {
                (true, true) => "Easier".to_owned(),
                (true, false) => format!("Easier than {}", clean(&task.name)),
                (false, true) => "Instead".to_owned(),
                (false, false) => format!("Instead of {}", clean(&task.name)),
            };
            format!("{how}: {}", joined(&[&swap.name, &swap.dose, &swap.target]))
        }
        None => format!("As written: {}", joined(&[&task.name, &task.dose, &task.target])),
    }
}

/// Returns the next stage, and the one after it if the next is a rest or a change.
fn next(player: &Player<'_>) -> String {
    let told = |stage: &Stage| {
        let inside = stage.inside.first().and_then(|&task| listed(player, task));
        if let (SegmentKind::Interval, Some(first)) = (stage.kind, inside) {
            // Intervals have the same name, so the movement tells them apart.
            let more = if stage.inside.len() > 1 { " …" } else { "" };
            return Some(first + more);
        }
        let doing = player.doing(stage.task)?;
        Some(joined(&[doing.name, doing.side, doing.dose, doing.target]))
    };
    let mut ahead = player.stages_ahead().iter();
    let Some(first) = ahead.next() else { return "Then you are done".to_owned() };
    // After a rest or a change, the next movement matters, not another pause before it.
    let mut behind = ahead.filter(|stage| !is_pause(stage.kind));
    let then = if is_pause(first.kind) { behind.next().and_then(told) } else { None };
    let first = told(first).unwrap_or_default();
    match then {
        Some(then) => format!("Next: {first}, then {then}"),
        None => format!("Next: {first}"),
    }
}
