//! What an athlete notes of a session. The page keeps the same, in the same form.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::emit::player::model::Asks;

/// The longest remark, in letters.
pub const LONGEST_REMARK: usize = 300;
/// The longest note, in letters.
pub const LONGEST_NOTE: usize = 2000;
/// The most rounds that anybody does.
pub const MOST_ROUNDS: u32 = 9999;
/// The longest time that is written down, in milliseconds: a day.
pub const LONGEST_MS: i64 = 86_400_000;
/// The largest figure that is kept, in thousandths.
const MOST: i64 = 1_000_000_000;
/// The scale of effort, in thousandths.
pub const LEAST_RPE: i64 = 1000;
pub const MOST_RPE: i64 = 10_000;
/// The heart rates that somebody may have in training.
pub const LEAST_BPM: u16 = 20;
pub const MOST_BPM: u16 = 300;

/// A set: its line of the playbook's asks, and its place among the line's sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct SetKey {
    pub line: usize,
    pub set: usize,
}

impl fmt::Display for SetKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.line, self.set)
    }
}

impl From<SetKey> for String {
    fn from(key: SetKey) -> Self {
        key.to_string()
    }
}

impl TryFrom<String> for SetKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let read = || {
            let (line, set) = text.split_once('.')?;
            Some(Self { line: line.parse().ok()?, set: set.parse().ok()? })
        };
        read().ok_or("this is not the key of a set")
    }
}

/// What became of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It was not reached yet.
    Open,
    /// It was done.
    Done,
    /// It was tried, and not managed.
    Missed,
    /// It was left out.
    Left,
}

/// What is noted of a set, where it is not as asked. Figures are in thousandths.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// How much was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// With what load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// How long it took, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ms: Option<i64>,
    /// How hard it was, as RPE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<i64>,
    /// At which heart rate, in beats a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bpm: Option<u16>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// What is noted of an AMRAP or a `for time`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotedScore {
    /// The whole rounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounds: Option<u32>,
    /// The repetitions of the next round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reps: Option<u32>,
    /// How long it took, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ms: Option<i64>,
}

/// What is noted of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// When it began: `2026-01-09 18:40`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<String>,
    /// What is noted of sets.
    #[serde(default)]
    pub sets: BTreeMap<SetKey, Noted>,
    /// What is noted of blocks with a result of their own, by their stages.
    #[serde(default)]
    pub scores: BTreeMap<usize, NotedScore>,
    /// What was to be recorded, by its index.
    #[serde(default)]
    pub records: BTreeMap<usize, String>,
    /// How it felt or hurt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub felt: Option<u8>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why nothing was done at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}

impl Notes {
    /// Tells whether these can be notes about what a playbook asks for: a file may hold anything.
    pub fn are_about(&self, asks: &Asks) -> bool {
        let is_text = |text: &String, longest| text.chars().count() <= longest;
        let is_set = |key: &SetKey| asks.lines.get(key.line).is_some_and(|line| key.set < line.sets.len());
        let is_score = |stage: &usize| asks.scores.iter().any(|score| score.stage == *stage);
        self.sets.iter().all(|(key, noted)| is_set(key) && noted.is_fit())
            && self.scores.iter().all(|(stage, noted)| is_score(stage) && noted.is_fit())
            && self.records.iter().all(|(&at, text)| at < asks.records.len() && is_text(text, LONGEST_REMARK))
            && self.felt.is_none_or(|felt| (asks.scale.least..=asks.scale.most).contains(&felt))
            && self.note.as_ref().is_none_or(|note| is_text(note, LONGEST_NOTE))
            && self.skipped.as_ref().is_none_or(|why| is_text(why, LONGEST_REMARK))
            && self.began.as_deref().is_none_or(is_moment)
    }
}

impl Noted {
    fn is_fit(&self) -> bool {
        self.amount.is_none_or(|amount| (0..=MOST).contains(&amount))
            && self.weight.is_none_or(|weight| (1..=MOST).contains(&weight))
            && self.ms.is_none_or(|ms| (1..=LONGEST_MS).contains(&ms))
            && self.rpe.is_none_or(|rpe| (LEAST_RPE..=MOST_RPE).contains(&rpe))
            && self.bpm.is_none_or(|bpm| (LEAST_BPM..=MOST_BPM).contains(&bpm))
            && self.remark.as_ref().is_none_or(|remark| remark.chars().count() <= LONGEST_REMARK)
    }
}

impl NotedScore {
    fn is_fit(&self) -> bool {
        self.rounds.is_none_or(|rounds| rounds <= MOST_ROUNDS)
            && self.reps.is_none_or(|reps| reps <= MOST_ROUNDS)
            && self.ms.is_none_or(|ms| (1..=LONGEST_MS).contains(&ms))
    }
}

/// Tells whether a text is a day and a time of day: `2026-01-09 18:40`.
fn is_moment(text: &str) -> bool {
    text.split_once(' ')
        .is_some_and(|(day, time)| crate::date::read(day).is_some() && crate::date::read_time(time).is_some())
}
