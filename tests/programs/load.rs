//! Loads, and what they come to with the discs that there are.

use std::fmt;

/// A load, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// How much, in hundred-thousandths of the unit.
    exact: i64,
    /// `kg` or `lb`.
    unit: &'static str,
}

/// How many hundred-thousandths a thousandth has.
const GRAIN: i64 = 100;

/// Returns a load in grams.
pub const fn kg(grams: i64) -> Load {
    Load { exact: grams * GRAIN, unit: "kg" }
}

/// Returns whole pounds.
pub const fn lb(pounds: i64) -> Load {
    Load { exact: pounds * 1000 * GRAIN, unit: "lb" }
}

impl Load {
    /// Returns so many per cent of it.
    pub fn percent(self, percent: i64) -> Self {
        let exact = self.exact * percent;
        assert_eq!(exact % 100, 0, "{percent} % of {self:?} is finer than this counts");
        Self { exact: exact / 100, ..self }
    }

    /// Returns it with so many thousandths more.
    pub fn plus(self, thousandths: i64) -> Self {
        Self { exact: self.exact + thousandths * GRAIN, ..self }
    }

    /// Returns the nearest load that can be put on a bar: what the bar weighs, and a whole number of steps, a step being
    /// two of the smallest discs. Of two that are as near, the lighter one; never less than the bar.
    ///
    /// The bar and the step are in thousandths.
    pub fn on_bar(self, bar: i64, step: i64) -> Self {
        let (bar, step) = (bar * GRAIN, step * GRAIN);
        let discs = (self.exact - bar).max(0);
        let below = discs - discs % step;
        let up = discs - below > step - (discs - below);
        Self { exact: bar + below + if up { step } else { 0 }, ..self }
    }

    /// Returns the nearest whole number of steps. Of two that are as near, the lighter one.
    pub fn to_step(self, step: i64) -> Self {
        self.on_bar(0, step)
    }

    /// Returns the load that can be lifted five times, of what can be lifted once: by Brzycki's line, 32 of 36 parts.
    pub fn of_five_repetitions(self) -> Self {
        Self { exact: self.exact * 32 / 36, ..self }
    }
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = 1000 * GRAIN;
        let part = format!("{:05}", self.exact % whole);
        match part.trim_end_matches('0') {
            "" => write!(f, "{}{}", self.exact / whole, self.unit),
            part => write!(f, "{}.{part}{}", self.exact / whole, self.unit),
        }
    }
}

#[test]
fn loads_go_to_the_nearest_and_ties_go_down() {
    assert_eq!(kg(96_000).to_step(2500), kg(95_000));
    assert_eq!(kg(93_750).to_step(2500), kg(92_500));
    assert_eq!(kg(62_500).on_bar(20_000, 5000), kg(60_000));
    assert_eq!(kg(73_750).on_bar(25_000, 5000), kg(75_000));
    assert_eq!(kg(12_000).on_bar(20_000, 5000), kg(20_000));
    assert_eq!(kg(22_500).to_string(), "22.5kg");
}
