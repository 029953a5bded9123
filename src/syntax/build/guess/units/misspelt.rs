//! `run 400metrs`.

use super::unknown::unknown;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let written = stray.text();
    // `/kg` is near `kg`, but no pace; of `2xkg` a figure is missing.
    let near = unit::meant(written).filter(|_| !written.starts_with(['/', 'x', 'X', '×']))?;
    Some(unknown(stray).fix(stray.place, near))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_unit_is_mended() {
        assert_eq!(told(guess, "run 400«metrs»"), "run 400metres");
        assert_eq!(told(guess, "run 5:00«/kg»"), "");
        assert_eq!(told(guess, "run 400«laps»"), "");
    }
}
