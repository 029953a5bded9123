//! The units in which sums are said: those that the sessions are mostly written in.

use super::Travel;
use crate::quantity::{POUND, Unit};

/// A mile, in millimetres.
pub const MILE_MM: i64 = 1_609_344;
/// A yard is 914.4 mm.
const YARD_TENTHS: i64 = 9_144;
/// A kilometre, in millimetres.
pub const KILOMETRE_MM: i64 = 1_000_000;

/// From so many kilograms on, a sum is said in tonnes.
const FROM_TONNES: i64 = 10_000;

/// From so many pounds or kilograms on, and so many metres or yards, the last figure of a sum says nothing.
const FROM_TENS: i64 = 1_000;

/// How often each system of units is written. What is above zero is mostly miles, yards and pounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Units {
    distance: [i64; Travel::ALL.len()],
    mass: i64,
}

impl Units {
    /// Counts the unit of a dose or of a target. `travel` says how the distance, if it is one, is covered.
    pub fn count(&mut self, unit: Unit, travel: Option<Travel>) {
        let in_miles = match unit {
            Unit::Mile | Unit::Yard | Unit::MilePerHour => true,
            Unit::Metre | Unit::Kilometre | Unit::KilometrePerHour => false,
            Unit::SecondPer { mm } => mm == MILE_MM || mm * 10 % YARD_TENTHS == 0,
            Unit::Pound => return self.mass += 1,
            Unit::Kilogram => return self.mass -= 1,
            Unit::Count
            | Unit::Second
            | Unit::Foot
            | Unit::Calorie
            | Unit::Breath
            | Unit::Step
            | Unit::Stroke
            | Unit::Inch
            | Unit::Centimetre
            | Unit::Millimetre
            | Unit::Percent
            | Unit::BeatPerMinute
            | Unit::Watt
            | Unit::RevolutionPerMinute
            | Unit::StrokePerMinute => return,
        };
        if let Some(travel) = travel {
            self.distance[travel as usize] += if in_miles { 1 } else { -1 };
        }
    }

    /// Adds what another counted.
    pub fn add(&mut self, other: &Units) {
        for (own, more) in self.distance.iter_mut().zip(other.distance) {
            *own = own.saturating_add(more);
        }
        self.mass = self.mass.saturating_add(other.mass);
    }

    /// Tells whether the distances of a way of travelling are said in miles and yards.
    pub fn is_in_miles(&self, travel: Travel) -> bool {
        let own = match self.distance[travel as usize] {
            0 => self.distance.iter().sum(),
            own => own,
        };
        own > 0
    }

    /// Writes a distance to a tenth of a kilometre or a mile, and a short one in metres or yards: what is swum in yards
    /// is always short. A way of travelling that is only written in minutes takes the units of the others.
    pub fn distance(&self, travel: Travel, mm: i64) -> String {
        let in_miles = self.is_in_miles(travel);
        let (name, each, short_name, short_tenths) =
            if in_miles { ("mi", MILE_MM, "yd", YARD_TENTHS) } else { ("km", KILOMETRE_MM, "m", 10_000) };
        let is_short = mm < each || in_miles && travel == Travel::Swim;
        if is_short {
            format!("{} {short_name}", in_tens(rounded(mm.saturating_mul(10), short_tenths)))
        } else {
            format!("{} {name}", tenths(rounded(mm.saturating_mul(10), each)))
        }
    }

    /// Writes a mass: in pounds, or in kilograms and from ten thousand on in tonnes. Nothing of less than one is said.
    pub fn mass(&self, grams: i64) -> String {
        let (name, whole) = if self.mass > 0 {
            let pounds = (i128::from(grams) * 100_000 + POUND / 2) / POUND;
            ("lb", i64::try_from(pounds).unwrap_or(i64::MAX))
        } else {
            ("kg", rounded(grams, 1_000))
        };
        match whole {
            0 => String::new(),
            FROM_TONNES.. if name == "kg" => format!("{} t", tenths(rounded(whole, 100))),
            whole => format!("{} {name}", in_tens(whole)),
        }
    }
}

/// Divides, and rounds half up.
fn rounded(figure: i64, by: i64) -> i64 {
    (figure + by / 2) / by
}

fn in_tens(figure: i64) -> i64 {
    if figure < FROM_TENS { figure } else { rounded(figure, 10) * 10 }
}

fn tenths(figure: i64) -> String {
    if figure % 10 == 0 { (figure / 10).to_string() } else { format!("{}.{}", figure / 10, figure % 10) }
}
