//! How hard work is, in the three zones of endurance training.
//!
//! Below the first threshold, people can talk in whole sentences; above the second, in single words. In between, work
//! is moderate (Seiler and Kjerland, Scandinavian Journal of Medicine and Science in Sports 2006).

use crate::catalog;
use crate::check::program::{Effort, Movement, TargetKind};
use crate::timeline::{Segment, SettledTarget, effort};

/// How hard something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Intensity {
    /// Below the first threshold.
    Easy,
    /// Between the two.
    Moderate,
    /// Above the second.
    Hard,
}

/// The highest effort out of ten that is easy, and the highest that is moderate, in thousandths: they divide sessions
/// into three (Seiler and Kjerland 2006, by the scale of Foster and others, Journal of Strength and Conditioning
/// Research 2001).
const RPE: (i64, i64) = (4_000, 6_999);

/// The same for the five heart rate zones: the first two, the third.
const ZONE: (i64, i64) = (2_999, 3_999);

/// The same for shares of the maximum heart rate, in thousandths of a per cent (Seiler, International Journal of Sports
/// Physiology and Performance 2010).
const PULSE_PERCENT: (i64, i64) = (81_999, 87_000);

/// The same for shares of functional threshold power, in thousandths of a per cent (Allen, Coggan and McGregor, Training
/// and Racing with a Power Meter: endurance to 75 %, tempo to 90 %).
const POWER_PERCENT: (i64, i64) = (75_000, 90_000);

/// Words in the names of movements and paces that say how hard they are, the easiest first: a name with two of them,
/// such as a recovery interval, is easy.
const WORDS: [(Intensity, &[&str]); 3] = [
    (
        Intensity::Easy,
        &[
            "easy", "recovery", "long", "warm", "cool", "walk", "walking", "hike", "hiking", "jog", "base",
            "active",
        ],
    ),
    (Intensity::Moderate, &["steady", "moderate", "marathon", "endurance", "progression", "medium", "sweet"]),
    (
        Intensity::Hard,
        &[
            "tempo",
            "threshold",
            "interval",
            "race",
            "hill",
            "fartlek",
            "sprint",
            "shuttle",
            "hard",
            "5k",
            "10k",
            "half",
            "mile",
            "css",
            "vo2max",
            "repetition",
            "fast",
        ],
    ),
];

impl Intensity {
    /// Returns how hard a bout of endurance work is; none if nothing says so.
    pub fn of(segment: &Segment<'_>, movement: &Movement) -> Option<Self> {
        if effort::is_to_the_limit(segment) {
            return Some(Self::Hard);
        }
        Self::of_effort(&segment.targets).or_else(|| Self::of_name(&movement.id))
    }

    /// Returns how hard targets are; none if no load relative to a maximum, no effort and no pace says so.
    pub fn of_effort(targets: &[SettledTarget]) -> Option<Self> {
        if effort::is_heavy(targets) {
            return Some(Self::Hard);
        }
        targets.iter().filter_map(of_target).max()
    }

    /// Returns how hard a name says that something is. The name is an id.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let has = |words: &[&str]| name.split('-').any(|word| words.contains(&word));
        WORDS.iter().find(|(_, words)| has(words)).map(|(intensity, _)| *intensity)
    }

    /// Returns how hard an effort out of ten is, in thousandths.
    pub fn of_rpe(rpe: i64) -> Self {
        Self::by(rpe, RPE)
    }

    /// Returns how hard a heart rate is beside the highest, both in the same unit; none where there is no highest.
    pub fn of_heart_rate(heart_rate: i64, highest: i64) -> Option<Self> {
        if highest <= 0 {
            return None;
        }
        let percent = i128::from(heart_rate) * 100_000 / i128::from(highest);
        Some(Self::by(i64::try_from(percent).ok()?, PULSE_PERCENT))
    }

    fn by(figure: i64, (easy, moderate): (i64, i64)) -> Self {
        if figure <= easy {
            Self::Easy
        } else if figure <= moderate {
            Self::Moderate
        } else {
            Self::Hard
        }
    }
}

/// Returns how hard a target is; none if it does not say so, as a load.
fn of_target(target: &SettledTarget) -> Option<Intensity> {
    match &target.kind {
        TargetKind::Effort(Effort::Easy) => Some(Intensity::Easy),
        TargetKind::Effort(Effort::Moderate) => Some(Intensity::Moderate),
        TargetKind::Effort(Effort::Hard) => Some(Intensity::Hard),
        TargetKind::Rpe => Some(Intensity::by(target.value?, RPE)),
        TargetKind::Rir => Some(Intensity::by(10_000 - target.value?, RPE)),
        TargetKind::Zone => Some(Intensity::by(target.value?, ZONE)),
        TargetKind::NamedPace { name } => Intensity::of_name(&catalog::slug(name)),
        // The title of a session: `80% of "Threshold"`.
        TargetKind::Percent { of: Some(of) } if of.starts_with('"') => None,
        TargetKind::Percent { of: Some(of) } => {
            let of = catalog::slug(of);
            let limits = if of.contains("ftp") {
                POWER_PERCENT
            } else if of.contains("heart") || of.contains("hr") {
                PULSE_PERCENT
            } else {
                return None;
            };
            Some(Intensity::by(target.value?, limits))
        }
        TargetKind::Percent { of: None }
        | TargetKind::RepMax
        | TargetKind::Load { .. }
        | TargetKind::Bodyweight
        | TargetKind::Assistance
        | TargetKind::Size
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace
        | TargetKind::Slope => None,
    }
}
