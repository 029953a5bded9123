//! `squat 10 for 3 sets`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, sets_said};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before().filter(|_| stray.begins_with(&["for"]))?;
    let sets = sets_said(stray.rest())?;
    let (figure, both) = (stray.at(dose), dose.to(stray.place));
    let guess = Guess::new(Rule::WordOrder, both, "sets are written with an `x`")
        .explaining_statement()
        .dropping_statement();
    Some(if is_one_bout(figure) {
        guess.fix(both, format!("{sets}x{figure}"))
    } else {
        guess.help("write how many sets first: `3x10`")
    })
}

/// Tells whether a dose is a single amount, with no sets in it and no others beside it.
fn is_one_bout(dose: &str) -> bool {
    begins_with_figure(dose) && !dose.contains(['x', 'X', '×', ',', '+'])
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sets_go_before_what_each_is() {
        assert_eq!(told(guess, "squat ‹10› «for 3 sets»"), "squat 3x10");
        assert_eq!(told(guess, "squat ‹30s› «for 3 rounds»"), "squat 3x30s");
        assert_eq!(told(guess, "squat ‹max› «for 3 sets»"), "write how many sets first: `3x10`");
        assert_eq!(told(guess, "squat ‹10› «for speed»"), "");
    }
}
