//! What is on screen, in words: from the player to lines of text, whatever size the screen has.

use super::keys::{Key, MUTE, Situation};
use super::text::clean;
use crate::emit::player::model::{SegmentKind, Stage};
use crate::emit::strip::Strip;
use crate::play::{Clock, Doing, Place, Player, is_pause};

/// What is shown. What is empty takes no room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Face<'p> {
    /// The workout's title.
    pub title: String,
    /// How long it has gone on, and how long it takes: `3:20 of about 25 min`.
    pub time: String,
    /// What kind of time it is.
    pub tone: Tone,
    /// Whether the clock stands still.
    pub is_paused: bool,
    /// The parts, the round and the set, the most important last.
    pub place: Vec<String>,
    /// What is done.
    pub name: String,
    /// The side, how much, how hard.
    pub detail: String,
    /// The clock, or empty.
    pub clock: String,
    /// What belongs to the clock: what is left beside it, the estimate, the rounds.
    pub beside: String,
    /// What is done inside, or what was done.
    pub inside: Vec<String>,
    /// What the coach has to say.
    pub notes: Vec<String>,
    /// What to think of.
    pub cues: Vec<String>,
    /// What may be done instead.
    pub swaps: String,
    /// What comes next.
    pub next: String,
    /// The whole workout, and where on it we are, in milliseconds.
    pub strip: Option<(&'p Strip, i64)>,
    /// The keys that do something now, the most important first.
    pub keys: Vec<Key>,
    /// A question that waits for an answer; it stands in the place of the keys.
    pub question: String,
}

/// What kind of time it is, for the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No time: before the start, after the end.
    #[default]
    Still,
    /// The lead-in.
    Ready,
    /// Work.
    Work,
    /// Rest.
    Rest,
    /// A change.
    Change,
}

impl<'p> Face<'p> {
    /// Returns what is shown of a session.
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
        match (player.place(), player.stage()) {
            (Place::Ready, _) => face.ready(player),
            (Place::LeadIn, _) => {
                face.tone = Tone::Ready;
                face.name = "Get ready".to_owned();
                face.time = clean(&playbook.time);
                face.next = next(player);
                face.notes = playbook.stages.first().map(|stage| cleaned(&stage.notes)).unwrap_or_default();
            }
            (Place::Stage(_), Some(stage)) => face.stage(player, stage),
            (Place::Stage(_), None) | (Place::End, _) => face.end(player),
        }
        face
    }

    /// Names what the key for the sound does, and tells before the start where nothing will be spoken.
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
            Some(Clock::Both { left_ms, .. }) => format!("{} left", clock(Clock::seconds_left(left_ms))),
            Some(Clock::Up { about_ms: Some(about_ms), .. }) => {
                format!("about {}", clock(Clock::seconds_left(about_ms)))
            }
            Some(Clock::Down { .. }) if stage.kind == SegmentKind::Amrap => match player.rounds() {
                1 => "1 round done".to_owned(),
                rounds => format!("{rounds} rounds done"),
            },
            Some(Clock::Up { .. } | Clock::Down { .. }) | None => String::new(),
        };
        self.swaps = swaps(player, stage);
        self.next = next(player);
    }

    fn end(&mut self, player: &Player<'p>) {
        let text = player.summary().write();
        let mut lines = text.lines();
        // The first line is the title, which is shown already, and the time.
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

fn digits(of: Clock) -> String {
    clock(match of {
        Clock::Down { left_ms, .. } => Clock::seconds_left(left_ms),
        Clock::Up { passed_ms, .. } | Clock::Both { passed_ms, .. } => Clock::seconds_passed(passed_ms),
    })
}

fn cleaned(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).collect()
}

/// Cleans a line of a table, whose blanks are kept.
fn clean_line(line: &str) -> String {
    let words = line.trim_start();
    let (blanks, _) = line.split_at(line.len() - words.len());
    format!("{blanks}{}", crate::cli::visible::visible(words))
}

/// Returns what a stage is part of: `Loosen up`, `Round 2 of 5`, `Set 1 of 3`.
fn place(stage: &Stage) -> Vec<String> {
    let own_name = match stage.kind {
        // Its name is what is done.
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

/// Writes one thing of several: `Squat, 10, 24 kg`, with the alternative that a coach wrote, or what is done instead.
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

/// Returns what the key for another movement would do.
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

/// Returns what the next swap of a task would be; where the task is one of those inside, of which.
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

/// Returns what comes next; behind a pause, what comes after it too.
fn next(player: &Player<'_>) -> String {
    let told = |stage: &Stage| {
        let inside = stage.inside.first().and_then(|&task| listed(player, task));
        if let (SegmentKind::Interval, Some(first)) = (stage.kind, inside) {
            // One interval has the name of the other; what is done in it differs.
            let more = if stage.inside.len() > 1 { " …" } else { "" };
            return Some(first + more);
        }
        let doing = player.doing(stage.task)?;
        Some(joined(&[doing.name, doing.side, doing.dose, doing.target]))
    };
    let mut ahead = player.stages_ahead().iter();
    let Some(first) = ahead.next() else { return "Then you are done".to_owned() };
    // Behind a rest or a change one wants to know what there is to do, not what other pause comes first.
    let mut behind = ahead.filter(|stage| !is_pause(stage.kind));
    let then = if is_pause(first.kind) { behind.next().and_then(told) } else { None };
    let first = told(first).unwrap_or_default();
    match then {
        Some(then) => format!("Next: {first}, then {then}"),
        None => format!("Next: {first}"),
    }
}
