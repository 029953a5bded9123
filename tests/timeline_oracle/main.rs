//! Makes random workouts, computes their timelines by other means than the compiler, and compares.
//!
//! The workouts come from a model of this test's own ([`model`]), are typed as `.wod` text ([`spelling`]), written out
//! in full ([`run`]), taken apart into bouts ([`pieces`]) and laid out by looking at each two neighbours ([`timeline`]).
//! What the language leaves open is not made. Of the compiler only what it documents is taken over: the catalogue's
//! forms and paces ([`catalogue`]), and the lengths that estimates start from.

mod by_hand;
mod catalogue;
mod comparison;
mod compiled;
mod generation;
mod model;
mod pieces;
mod run;
mod settle;
mod spelling;
mod timeline;

use proptest::prelude::{ProptestConfig, TestCaseError};
use proptest::proptest;

use crate::comparison::agrees;
use crate::generation::{Case, cases};

/// Returns how the random cases are run: 256 of them unless `PROPTEST_CASES` says otherwise. No file is kept of those
/// that fail, since the message holds their text.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_compiler_agrees_on_every_random_workout(case in cases()) {
        let Case { workout, asked, expected } = case;
        agrees(&workout, asked, &expected).map_err(TestCaseError::fail)?;
    }
}
