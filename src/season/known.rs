//! How hard work is known to be beyond what its own words say: by a share of a maximum, and by a pace beside those that
//! the athlete lists.

use super::{Intensity, KILOMETRE_MM, MILE_MM, Travel};
use crate::athlete::{Athlete, part};
use crate::catalog;
use crate::check::program::{Movement, TargetKind, Unit};
use crate::timeline::{Segment, SettledTarget, effort};
use crate::training::rep_max;

/// Below this share of the one-repetition maximum a load is light, in thousandths of a per cent: more than twelve
/// repetitions are possible, which is training for endurance (National Strength and Conditioning Association, Essentials
/// of Strength Training and Conditioning). From [`effort::HEAVY_PERCENT`] on it is heavy.
const MODERATE_PERCENT: i64 = 67_000;

/// The lengths that the paces of each sport are given for, in millimetres.
const PACED: [(Travel, &[i64]); 3] =
    [(Travel::Foot, &[KILOMETRE_MM, MILE_MM]), (Travel::Swim, &[100_000, 91_440]), (Travel::Row, &[500_000])];

/// Words in the ids of movements that are run, whose paces can be compared with those of a runner.
const RUN: [&str; 7] = ["run", "running", "jog", "jogging", "treadmill", "marathon", "parkrun"];
/// Words in the ids of movements on slopes, which say more about the pace than the effort does.
const ON_SLOPES: [&str; 3] = ["hill", "trail", "stair"];

impl Intensity {
    /// Returns how hard it is to cover so many millimetres in so many milliseconds, beside the athlete's paces of the same
    /// sport; none if nothing says so.
    pub fn of_pace((ms, mm): (i64, i64), movement: &Movement, athlete: &Athlete) -> Option<Self> {
        let travel = Travel::by(movement)?;
        let has = |words: &[&str]| movement.id.split('-').any(|word| words.contains(&word));
        if ms <= 0 || mm <= 0 || travel == Travel::Foot && (!has(&RUN) || has(&ON_SLOPES)) {
            return None;
        }
        let (_, lengths) = PACED.iter().find(|(of, _)| *of == travel)?;
        lengths.iter().find_map(|&each| {
            let pace = i128::from(ms) * i128::from(each) / i128::from(mm);
            beside_listed(i64::try_from(pace).ok()?, each, athlete)
        })
    }

    /// Returns how hard a bout is; none if nothing says so.
    pub fn known(segment: &Segment<'_>, movement: &Movement, athlete: Option<&Athlete>) -> Option<Self> {
        let by_pace = || {
            let athlete = athlete?;
            segment.targets.iter().find_map(|target| by_pace(target, athlete))
        };
        if effort::is_to_the_limit(segment) {
            return Some(Self::Hard);
        }
        // A figure says more than the name of the movement, which `of` goes by in the end.
        by_load(&segment.targets).or_else(by_pace).or_else(|| Self::of(segment, movement))
    }
}

/// Returns how hard a share of the movement's own maximum is.
fn by_load(targets: &[SettledTarget]) -> Option<Intensity> {
    let percent = effort::percent_of_own_max(targets).or_else(|| percent_of_training_max(targets))?;
    Some(if percent < MODERATE_PERCENT {
        Intensity::Easy
    } else if percent < effort::HEAVY_PERCENT {
        Intensity::Moderate
    } else {
        Intensity::Hard
    })
}

/// Returns the share of the movement's own maximum that a share of its training max is, in thousandths of a per cent. See
/// [`rep_max::TRAINING_MAX`].
fn percent_of_training_max(targets: &[SettledTarget]) -> Option<i64> {
    let is_of_it = |target: &&SettledTarget| matches!(&target.kind, TargetKind::Percent { of: Some(of) } if catalog::slug(of) == "training-max");
    targets.iter().find(is_of_it)?.value.map(|percent| part(percent, rep_max::TRAINING_MAX))
}

/// Returns how hard the pace of a target is.
fn by_pace(target: &SettledTarget, athlete: &Athlete) -> Option<Intensity> {
    let Unit::SecondPer { mm } = target.unit else { return None };
    beside_listed(target.value.filter(|_| target.kind == TargetKind::Pace)?, mm, athlete)
}

/// Returns how hard a pace is beside the listed paces of the same length, which are of the same sport: as slow as an
/// easy one is easy, as fast as a hard one is hard, and in between it is moderate. None if it may be either.
fn beside_listed(pace: i64, mm: i64, athlete: &Athlete) -> Option<Intensity> {
    let mut slowest_hard: Option<i64> = None;
    let mut fastest_easy: Option<i64> = None;
    for name in athlete.pace_names() {
        let Some(listed) = athlete.pace(name).filter(|listed| listed.unit == Unit::SecondPer { mm }) else {
            continue;
        };
        // `marathon pace` is listed as one word.
        match Intensity::of_name(name.strip_suffix("pace").unwrap_or(name)) {
            Some(Intensity::Easy) => {
                fastest_easy = Some(fastest_easy.map_or(listed.low, |fastest| fastest.min(listed.low)));
            }
            Some(Intensity::Hard) => {
                slowest_hard = Some(slowest_hard.map_or(listed.high, |slowest| slowest.max(listed.high)));
            }
            Some(Intensity::Moderate) | None => {}
        }
    }
    if slowest_hard.is_some_and(|hard| pace <= hard) {
        Some(Intensity::Hard)
    } else if fastest_easy.is_some_and(|easy| pace >= easy) {
        Some(Intensity::Easy)
    } else {
        (slowest_hard.is_some() && fastest_easy.is_some()).then_some(Intensity::Moderate)
    }
}
