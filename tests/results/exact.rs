//! Figures that are kept exactly, so that nothing is lost from one rule to the next.

use std::fmt;
use std::iter;

/// A load, a time, a distance or a number of repetitions, in million-billionths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i128);

/// How many of the grains of an [`Exact`] are one thousandth.
const GRAINS: i128 = 1_000_000_000_000;

/// A pound, in hundred-millionths of a kilogram.
const POUND: i128 = 45_359_237;

impl Exact {
    pub const ZERO: Self = Self(0);

    /// Returns a whole figure.
    pub fn whole(figure: i64) -> Self {
        Self(i128::from(figure) * 1000 * GRAINS)
    }

    /// Returns a figure with at most three decimals.
    pub fn of(figure: f64) -> Self {
        let thousandths = figure * 1000.0;
        assert!((thousandths - thousandths.round()).abs() < 1e-6, "{figure} is too fine");
        #[allow(clippy::cast_possible_truncation, reason = "figures of this size fit")]
        Self(thousandths.round() as i128 * GRAINS)
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    pub fn minus(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }

    pub fn times(self, count: i64) -> Self {
        Self(self.0 * i128::from(count))
    }

    /// Returns it with so many per cent more, or less.
    pub fn with_percent(self, percent: f64) -> Self {
        let hundredths = Self::of(percent).0 / GRAINS / 10;
        Self(self.0 * (10_000 + hundredths) / 10_000)
    }

    /// Returns so many per cent of it.
    pub fn percent_of(self, percent: i64) -> Self {
        Self(self.0 * i128::from(percent) / 100)
    }

    /// Returns the nearest whole number of steps. Of two that are as near, the lower one.
    pub fn to_step(self, step: Self) -> Self {
        let below = self.0.div_euclid(step.0) * step.0;
        let is_nearer_up = (self.0 - below) * 2 > step.0;
        Self(below + if is_nearer_up { step.0 } else { 0 })
    }

    /// Returns what is left of it without its decimals.
    pub fn floor(self) -> Self {
        let one = 1000 * GRAINS;
        Self(self.0.div_euclid(one) * one)
    }

    /// Returns what it becomes where `heaviest` becomes `load`.
    pub fn in_proportion(self, load: Self, heaviest: Self) -> Self {
        // In thousandths of a grain there is room for the product.
        Self(self.0 / 1_000_000 * (load.0 / 1_000_000) / (heaviest.0 / 1_000_000) * 1_000_000)
    }

    /// Returns half of it.
    pub fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// Returns the whole number of pounds that is nearest to so many kilograms.
    pub fn nearest_pounds(self) -> i64 {
        let pound = Self::of_pounds(1).0;
        i64::try_from((self.0 + pound / 2) / pound).unwrap()
    }

    /// Returns pounds in kilograms.
    pub fn of_pounds(pounds: i64) -> Self {
        Self(i128::from(pounds) * POUND * 1000 * GRAINS / 100_000_000)
    }
}

impl fmt::Display for Exact {
    /// Writes it with at most three decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousandths = (self.0 + GRAINS / 2).div_euclid(GRAINS);
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, part) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
        let part = format!("{part:03}");
        match part.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            part => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

impl iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Self::plus)
    }
}

#[test]
fn figures_are_exact_and_ties_go_down() {
    let load = Exact::of(62.5).with_percent(-10.0);
    assert_eq!(load, Exact::of(56.25));
    assert_eq!(load.to_step(Exact::of(2.5)), Exact::of(55.0));
    assert_eq!(load.with_percent(-10.0).with_percent(-10.0).to_string(), "45.563");
    assert_eq!(Exact::of(61.26).to_step(Exact::of(2.5)), Exact::of(62.5));
    assert_eq!(Exact::of_pounds(100).to_string(), "45.359");
    assert_eq!(Exact::of(60.0).nearest_pounds(), 132);
    assert_eq!(Exact::of(8.9).floor(), Exact::whole(8));
}
