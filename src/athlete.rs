//! What one athlete can lift and how fast they run, and what a percentage or a named pace means for them.

use rustc_hash::FxHashMap;

use crate::catalog;
use crate::catalog::movement::Movement;
use crate::quantity::{Amount, KILOGRAM, Kind, LoadUnit, POUND, Progression, Unit};

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
    /// `bar 20kg`: what the empty bar weighs.
    pub bar: Amount,
    /// `max back squat 120kg`, by the key of the name.
    maxes: FxHashMap<String, Amount>,
    /// `pace easy 6:00/km`, by the key of the name.
    paces: FxHashMap<String, Amount>,
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
        let (step, bar) = match units {
            LoadUnit::Kilogram => (2_500, 20_000),
            LoadUnit::Pound => (5_000, 45_000),
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
            bar: Amount::exactly(bar, units.unit()),
            maxes: FxHashMap::default(),
            paces: FxHashMap::default(),
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
        let names = std::iter::once(&movement.name).chain(&movement.also);
        names.map(|name| catalog::key(name)).find_map(|key| self.maxes.get(&key)).copied()
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
        let names = std::iter::once(&movement.name).chain(&movement.also);
        let listed = names.into_iter().find_map(|name| {
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

    /// Returns the discs for one side of a bar with this load, heaviest first, in thousandths of their unit; none if it
    /// is lighter than the bar, or cannot be loaded exactly.
    pub fn plates_a_side(&self, load: i64) -> Option<Vec<i64>> {
        let bar = convert_mass(self.bar.low, self.bar.unit, self.units.unit());
        let both = load.checked_sub(bar).filter(|both| (0..=HEAVIEST_BAR).contains(both) && both % 2 == 0)?;
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

/// Returns `percent` thousandths of a per cent of `base`, rounded half up to a thousandth.
pub fn part(percent: i64, base: i64) -> i64 {
    let product = i128::from(percent) * i128::from(base) + 50_000;
    i64::try_from(product.div_euclid(100_000)).unwrap_or(i64::MAX)
}

/// Converts a mass by the pound of 1959, 0.45359237 kg, rounded half up to a thousandth.
fn convert_mass(figure: i64, from: Unit, to: Unit) -> i64 {
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
        let plates = |load| sam().plates_a_side(load);
        assert_eq!(plates(20_000), Some(vec![]));
        assert_eq!(plates(95_000), Some(vec![25_000, 10_000, 2_500]));
        assert_eq!(plates(142_500), Some(vec![25_000, 25_000, 10_000, 1_250]));
        assert_eq!(plates(15_000), None, "lighter than the bar");
        assert_eq!(plates(61_000), None, "no discs of half a kilo");
        assert_eq!(plates(i64::MAX), None);
        let pounds = Athlete::new("Bo".to_owned(), LoadUnit::Pound);
        assert_eq!(pounds.plates_a_side(225_000), Some(vec![45_000, 45_000]));
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
