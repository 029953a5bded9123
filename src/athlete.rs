//! What one athlete can lift and how fast they run, and what a percentage or a named pace means for them.

mod raise;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::catalog;
use crate::catalog::movement::Movement;
use crate::quantity::{Amount, KILOGRAM, Kind, LoadUnit, POUND, Progression, Unit};
use crate::source::Place;
pub use raise::{Lift, OfMax, Raise, RaiseByReps, RaiseTurn, Raised, Raises};

/// An athlete as listed in their file. Figures that are not listed are never guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Athlete {
    /// The name in its quotes.
    pub name: String,
    /// `bodyweight 70kg`.
    pub bodyweight: Option<Amount>,
    /// `training max 90%`: how much of each max the training max is, in thousandths of a per cent.
    pub training_max: Option<i64>,
    /// `ftp 250w`.
    pub ftp: Option<Amount>,
    /// `max heart rate 185bpm`.
    pub max_heart_rate: Option<Amount>,
    /// `division women`: which of `43/30kg`.
    pub division: Division,
    /// `units kg`: what their gym's weights are marked in.
    pub units: LoadUnit,
    /// `rounding 2.5kg`: the smallest step of load.
    pub rounding: Amount,
    /// `bar 20kg`: what the empty bar weighs. None where they list none.
    pub bar: Option<Amount>,
    /// `bar deadlift 25kg`: what the bar of one movement weighs, by the key of the name.
    bars: FxHashMap<String, Amount>,
    /// `discs 20, 10, 5, 2.5kg`: the discs that there are, heaviest first, in thousandths of their unit. Of each there
    /// are as many as are needed. Empty where they list none.
    discs: Vec<i64>,
    /// What both sides of a bar can be loaded with, lightest first.
    loads: Arc<[i64]>,
    /// `max back squat 120kg`, by the key of the name.
    maxes: FxHashMap<String, Amount>,
    /// `pace easy 6:00/km`, by the key of the name.
    paces: FxHashMap<String, Amount>,
    /// `raise training max 2.5kg each cycle`, in text order.
    pub raises: Vec<Raise>,
    /// `results "sam-results.wod"`: where the path is written.
    pub results: Option<Place>,
}

/// Which figure of a pair is an athlete's: the first of `43/30kg`, or the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Division {
    #[default]
    Men,
    Women,
}

/// What an athlete does not list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Missing {
    Bodyweight,
    TrainingMax,
    Ftp,
    MaxHeartRate,
    /// A movement's max, by its name.
    Max(String),
    /// A pace, by its name.
    Pace(String),
}

impl Missing {
    /// Returns the line that would list it, with an example figure.
    pub fn line(&self, units: LoadUnit) -> String {
        let mass = |kilograms: &str, pounds: &str| match units {
            LoadUnit::Kilogram => format!("{kilograms}kg"),
            LoadUnit::Pound => format!("{pounds}lb"),
        };
        match self {
            Missing::Bodyweight => format!("bodyweight {}", mass("70", "155")),
            Missing::TrainingMax => "training max 90%".to_owned(),
            Missing::Ftp => "ftp 200w".to_owned(),
            Missing::MaxHeartRate => "max heart rate 185bpm".to_owned(),
            Missing::Max(movement) => format!("max {movement} {}", mass("60", "135")),
            Missing::Pace(name) if name == "css" => "pace css 2:00/100m".to_owned(),
            Missing::Pace(name) => format!("pace {name} 6:00/km"),
        }
    }

    /// Returns what it is called in a sentence.
    pub fn name(&self) -> String {
        match self {
            Missing::Bodyweight => "bodyweight".to_owned(),
            Missing::TrainingMax => "training max".to_owned(),
            Missing::Ftp => "ftp".to_owned(),
            Missing::MaxHeartRate => "max heart rate".to_owned(),
            Missing::Max(movement) => format!("max {movement}"),
            Missing::Pace(name) => format!("pace {name}"),
        }
    }
}

/// The equipment of movements that are done with a bar and discs.
pub const BARBELL: &str = "barbell";

/// The discs that gyms have at least two of, heaviest first, in thousandths: those of the International Powerlifting
/// Federation's rules (Technical Rules Book, "Bars and Discs") from 1.25 to 25 kg, and of commercial sets in pounds.
const KILOGRAM_PLATES: [i64; 7] = [25_000, 20_000, 15_000, 10_000, 5_000, 2_500, 1_250];
const POUND_PLATES: [i64; 6] = [45_000, 35_000, 25_000, 10_000, 5_000, 2_500];

/// The heaviest load that plates are listed for, in thousandths: more than anybody lifts or a bar holds.
const HEAVIEST_BAR: i64 = 1_200_000;

impl Athlete {
    /// Returns an athlete of whom only the name is known, in a gym with these units. The smallest step is a pair of the
    /// smallest discs, and the bar is the most common one.
    pub fn new(name: String, units: LoadUnit) -> Self {
        let step = match units {
            LoadUnit::Kilogram => 2_500,
            LoadUnit::Pound => 5_000,
        };
        Self {
            name,
            bodyweight: None,
            training_max: None,
            ftp: None,
            max_heart_rate: None,
            division: Division::default(),
            units,
            rounding: Amount::exactly(step, units.unit()),
            bar: None,
            bars: FxHashMap::default(),
            discs: Vec::new(),
            loads: Arc::default(),
            maxes: FxHashMap::default(),
            paces: FxHashMap::default(),
            raises: Vec::new(),
            results: None,
        }
    }

    /// Lists the max of a movement.
    pub fn list_max(&mut self, movement: &str, load: Amount) {
        self.maxes.insert(catalog::key(movement), load);
    }

    /// Lists a pace by its name.
    pub fn list_pace(&mut self, name: &str, pace: Amount) {
        self.paces.insert(catalog::key(name), pace);
    }

    /// Returns the max of a movement, under any of its names.
    pub fn max_of(&self, movement: &Movement) -> Option<Amount> {
        movement.names().find_map(|name| self.max_listed_as(name))
    }

    /// Returns the max that is listed under exactly this name.
    pub fn max_listed_as(&self, name: &str) -> Option<Amount> {
        self.maxes.get(&catalog::key(name)).copied()
    }

    /// Returns a listed pace.
    pub fn pace(&self, name: &str) -> Option<Amount> {
        self.paces.get(&catalog::key(name)).copied()
    }

    /// Returns the names of the paces that are listed, in no order.
    pub fn pace_names(&self) -> impl Iterator<Item = &str> {
        self.paces.keys().map(String::as_str)
    }

    /// Returns how fast they do a movement if the workout does not say so: at the pace listed under its name, or for a
    /// `tempo run` under `tempo`. A run of no special kind is easy.
    pub fn pace_of(&self, movement: &Movement) -> Option<Amount> {
        if self.paces.is_empty() {
            return None;
        }
        let listed = movement.names().find_map(|name| {
            let kind = name.strip_suffix(" run").map(|kind| kind.trim_end_matches("-pace"));
            self.pace(name).or_else(|| self.pace(kind?))
        });
        listed.or_else(|| {
            const EASY: [&str; 4] = ["run", "long run", "medium-long run", "recovery run"];
            if EASY.contains(&movement.name.as_str()) { self.pace("easy") } else { None }
        })
    }

    /// Returns a load in what their weights are marked in, exactly.
    pub fn in_own_units(&self, load: Amount) -> Amount {
        let to = self.units.unit();
        if load.unit == to || load.unit.kind() != Kind::Mass {
            return load;
        }
        let convert = |figure: i64| convert_mass(figure, load.unit, to);
        Amount {
            low: convert(load.low),
            high: convert(load.high),
            unit: to,
            women: load.women.map(convert),
            progression: load.progression.map(|step| match step.percent {
                true => step,
                false => Progression { by: convert(step.by), ..step },
            }),
        }
    }

    /// Returns the smallest step of load, in thousandths of their own unit.
    pub fn step(&self) -> i64 {
        convert_mass(self.rounding.low, self.rounding.unit, self.units.unit()).max(1)
    }

    /// Lists the bar of a movement.
    pub fn list_bar(&mut self, movement: &str, weight: Amount) {
        self.bars.insert(catalog::key(movement), weight);
    }

    /// Lists the discs that there are, in thousandths of their unit.
    pub fn list_discs(&mut self, mut discs: Vec<i64>) {
        discs.sort_unstable_by(|one, other| other.cmp(one));
        discs.dedup();
        self.loads = reachable(&discs).into_iter().map(|side| side * 2).collect();
        self.discs = discs;
    }

    /// Returns what the bar of a movement weighs, in thousandths of their own unit.
    pub fn bar_of(&self, movement: &Movement) -> i64 {
        let own = movement.names().find_map(|name| self.bars.get(&catalog::key(name))).copied();
        let default = match self.units {
            LoadUnit::Kilogram => 20_000,
            LoadUnit::Pound => 45_000,
        };
        let listed = own.or(self.bar);
        listed.map_or(default, |bar| convert_mass(bar.low, bar.unit, self.units.unit()))
    }

    /// Returns how a load of a movement is rounded: to what can be put on its bar, where the discs or the bar are listed,
    /// else to the smallest step.
    pub fn rounding_of(&self, movement: &Movement) -> Rounding {
        let is_barbell = movement.equipment.iter().any(|one| one == BARBELL);
        if !is_barbell || self.discs.is_empty() && self.bar.is_none() && self.bars.is_empty() {
            return Rounding::Step(self.step());
        }
        let empty = self.bar_of(movement);
        match self.discs.is_empty() {
            true => Rounding::StepOnBar { step: self.step(), empty },
            false => Rounding::Bar { empty, loads: Arc::clone(&self.loads) },
        }
    }

    /// Returns the discs for one side of a movement's bar with this load, heaviest first, in thousandths of their unit;
    /// none if it is lighter than the bar, or cannot be loaded exactly.
    pub fn plates_a_side(&self, movement: &Movement, load: i64) -> Option<Vec<i64>> {
        let bar = self.bar_of(movement);
        let both = load.checked_sub(bar).filter(|both| (0..=HEAVIEST_BAR).contains(both) && both % 2 == 0)?;
        if !self.discs.is_empty() {
            return fewest(&self.discs, both / 2);
        }
        let discs: &[i64] = match self.units {
            LoadUnit::Kilogram => &KILOGRAM_PLATES,
            LoadUnit::Pound => &POUND_PLATES,
        };
        let mut left = both / 2;
        let mut side = Vec::new();
        for &disc in discs {
            while left >= disc {
                left -= disc;
                side.push(disc);
            }
        }
        (left == 0).then_some(side)
    }
}

/// What a load is rounded to. Ties go down.
#[derive(Debug, Clone, PartialEq)]
pub enum Rounding {
    /// Nothing.
    Exactly,
    /// The nearest whole number of steps.
    Step(i64),
    /// The same, and never less than an empty bar.
    StepOnBar { step: i64, empty: i64 },
    /// What can be put on a bar: what it weighs empty, and what both sides of it can be loaded with, lightest first.
    Bar { empty: i64, loads: Arc<[i64]> },
}

impl Rounding {
    /// Rounds a figure, in thousandths.
    pub fn round(&self, figure: i64) -> i64 {
        match self {
            Rounding::Exactly => figure,
            Rounding::Step(step) => round_to(figure, *step),
            Rounding::StepOnBar { step, empty } => round_to(figure, *step).max(*empty),
            Rounding::Bar { empty, loads } => {
                let wanted = figure.saturating_sub(*empty);
                let above = loads.partition_point(|&load| load < wanted);
                let below = above.checked_sub(1).and_then(|below| loads.get(below));
                let near = match (below, loads.get(above)) {
                    (Some(&below), Some(&above)) if above - wanted < wanted - below => above,
                    (Some(&below), _) => below,
                    (None, above) => above.copied().unwrap_or_default(),
                };
                empty.saturating_add(near)
            }
        }
    }

    /// Tells whether a figure is less than the empty bar weighs.
    pub fn is_below_bar(&self, figure: i64) -> bool {
        match self {
            Rounding::Exactly | Rounding::Step(_) => false,
            Rounding::StepOnBar { empty, .. } | Rounding::Bar { empty, .. } => figure < *empty,
        }
    }
}

/// The finest that discs are told apart, in thousandths: fractional discs weigh a quarter of a kilogram.
pub const FINEST_DISC: i64 = 50;

/// Returns what one side of a bar can be loaded with, lightest first, with as many of each disc as are needed.
fn reachable(discs: &[i64]) -> Vec<i64> {
    let grain = discs.iter().copied().fold(0, gcd).max(FINEST_DISC);
    let most = usize::try_from(HEAVIEST_BAR / 2 / grain).unwrap_or_default();
    let mut is_reached = vec![false; most + 1];
    is_reached[0] = true;
    let sizes: Vec<usize> = discs.iter().filter_map(|disc| usize::try_from(disc / grain).ok()).collect();
    for at in 1..=most {
        is_reached[at] = sizes.iter().any(|&size| size > 0 && size <= at && is_reached[at - size]);
    }
    let reached = (0..).zip(is_reached).filter(|(_, is_reached)| *is_reached);
    reached.map(|(at, _): (i64, bool)| at * grain).collect()
}

/// Returns the fewest discs that come to a load, heaviest first.
fn fewest(discs: &[i64], load: i64) -> Option<Vec<i64>> {
    let grain = discs.iter().copied().fold(0, gcd).max(FINEST_DISC);
    let goal = usize::try_from(load / grain).ok().filter(|_| load % grain == 0)?;
    // Of each load the number of discs, and the last one put on.
    let mut best: Vec<Option<(u32, i64)>> = vec![None; goal + 1];
    best[0] = Some((0, 0));
    for at in 1..=goal {
        let with = |&disc: &i64| {
            let size = usize::try_from(disc / grain).ok().filter(|&size| size > 0 && size <= at)?;
            best[at - size].map(|(count, _)| (count + 1, disc))
        };
        best[at] = discs.iter().filter_map(with).min_by_key(|(count, _)| *count);
    }
    let mut side = Vec::new();
    let mut at = goal;
    while at > 0 {
        let (_, disc) = best[at]?;
        side.push(disc);
        at -= usize::try_from(disc / grain).ok()?;
    }
    side.sort_unstable_by(|one, other| other.cmp(one));
    Some(side)
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// Rounds a figure to the nearest whole number of `step`; ties go down, and nothing is rounded to zero.
pub fn round_to(figure: i64, step: i64) -> i64 {
    if figure <= 0 || step <= 1 {
        return figure;
    }
    let below = figure - figure % step;
    let nearest = if (figure - below) * 2 > step { below + step } else { below };
    nearest.max(step)
}

/// Returns so many thousandths of a per cent of an amount: its low and high end, and the step of its progression. The
/// step of a percentage is in percentage points.
pub fn percent_of(percent: &Amount, base: i64, unit: Unit) -> Amount {
    let of = |figure: i64| part(figure, base);
    Amount {
        low: of(percent.low),
        high: of(percent.high),
        unit,
        women: percent.women.map(of),
        progression: percent.progression.map(|step| Progression { by: of(step.by), percent: false, ..step }),
    }
}

/// Returns a part of a max with the mass that is on top of it: `70% +10kg`, `70% +5kg each week`. Both are in one unit.
/// A mass that grows takes the place of the part's own growth.
pub fn with_mass(load: Amount, plus: Option<&Amount>) -> Amount {
    let Some(plus) = plus else { return load };
    Amount {
        low: load.low.saturating_add(plus.low),
        high: load.high.saturating_add(plus.low),
        women: load.women.map(|women| women.saturating_add(plus.low)),
        progression: plus.progression.or(load.progression),
        ..load
    }
}

/// Returns `percent` thousandths of a per cent of `base`, rounded half up to a thousandth.
pub fn part(percent: i64, base: i64) -> i64 {
    let product = i128::from(percent) * i128::from(base) + 50_000;
    i64::try_from(product.div_euclid(100_000)).unwrap_or(i64::MAX)
}

/// Converts a mass by the pound of 1959, 0.45359237 kg, rounded half up to a thousandth.
pub fn convert_mass(figure: i64, from: Unit, to: Unit) -> i64 {
    let (up, down) = match (from, to) {
        (Unit::Pound, Unit::Kilogram) => (POUND, KILOGRAM),
        (Unit::Kilogram, Unit::Pound) => (KILOGRAM, POUND),
        _ => return figure,
    };
    let converted = (i128::from(figure) * up * 2 + down).div_euclid(down * 2);
    i64::try_from(converted).unwrap_or(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sam() -> Athlete {
        Athlete::new("Sam".to_owned(), LoadUnit::Kilogram)
    }

    #[test]
    fn loads_go_to_the_nearest_step_and_ties_go_down() {
        let rounded = |figure| round_to(figure, sam().step());
        assert_eq!(rounded(96_000), 95_000);
        assert_eq!(rounded(96_250), 95_000);
        assert_eq!(rounded(96_251), 97_500);
        assert_eq!(rounded(97_500), 97_500);
        assert_eq!(rounded(900), 2_500);
        let pounds = Athlete::new("Bo".to_owned(), LoadUnit::Pound);
        assert_eq!(round_to(232_500, pounds.step()), 230_000);
    }

    #[test]
    fn a_bar_is_loaded_with_the_heaviest_discs_first() {
        let plates = |load| sam().plates_a_side(&Movement::default(), load);
        assert_eq!(plates(20_000), Some(vec![]));
        assert_eq!(plates(95_000), Some(vec![25_000, 10_000, 2_500]));
        assert_eq!(plates(142_500), Some(vec![25_000, 25_000, 10_000, 1_250]));
        assert_eq!(plates(15_000), None, "lighter than the bar");
        assert_eq!(plates(61_000), None, "no discs of half a kilo");
        assert_eq!(plates(i64::MAX), None);
        let pounds = Athlete::new("Bo".to_owned(), LoadUnit::Pound);
        assert_eq!(pounds.plates_a_side(&Movement::default(), 225_000), Some(vec![45_000, 45_000]));
    }

    #[test]
    fn what_can_be_put_on_a_bar_of_ones_own_is_the_nearest() {
        let mut garage = sam();
        garage.bar = Some(Amount::exactly(15_000, Unit::Kilogram));
        garage.list_discs(vec![2_500, 20_000, 10_000, 5_000]);
        let lift = Movement { equipment: vec![BARBELL.to_owned()], ..Movement::default() };
        let rounding = garage.rounding_of(&lift);
        assert_eq!(rounding.round(80_000), 80_000);
        assert_eq!(rounding.round(82_500), 80_000, "a tie goes down");
        assert_eq!(rounding.round(82_501), 85_000);
        assert_eq!(rounding.round(12_000), 15_000, "never below the bar");
        assert!(rounding.is_below_bar(14_999) && !rounding.is_below_bar(15_000));
        assert_eq!(garage.plates_a_side(&lift, 80_000), Some(vec![20_000, 10_000, 2_500]));
        assert_eq!(garage.plates_a_side(&lift, 81_000), None);
        // The heaviest disc first would not come to 12.
        garage.list_discs(vec![9_000, 6_000]);
        assert_eq!(garage.plates_a_side(&lift, 39_000), Some(vec![6_000, 6_000]));
        assert_eq!(garage.rounding_of(&lift).round(22_000), 27_000);
        assert_eq!(garage.rounding_of(&lift).round(21_000), 15_000);
        assert_eq!(garage.rounding_of(&Movement::default()), Rounding::Step(2_500), "no bar is held");
    }

    #[test]
    fn percentages_are_of_the_exact_figure_with_their_steps() {
        let eighty = Amount {
            progression: Some(Progression { by: 2_500, percent: true, each: crate::quantity::Each::Set }),
            ..Amount::exactly(80_000, Unit::Percent)
        };
        let load = percent_of(&eighty, 120_000, Unit::Kilogram);
        assert_eq!((load.low, load.high, load.unit), (96_000, 96_000, Unit::Kilogram));
        let step = load.progression.unwrap();
        assert_eq!((step.by, step.percent), (3_000, false));
    }

    #[test]
    fn pounds_and_kilograms_are_each_others() {
        assert_eq!(convert_mass(100_000, Unit::Kilogram, Unit::Pound), 220_462);
        assert_eq!(convert_mass(220_462, Unit::Pound, Unit::Kilogram), 100_000);
        assert_eq!(convert_mass(53_000, Unit::Pound, Unit::Kilogram), 24_040);
    }
}
