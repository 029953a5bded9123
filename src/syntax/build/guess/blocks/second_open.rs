//! `circuit << squat 10 >`.

use super::unknown::header;
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    (header.is_empty() && stray.before().trim_end().ends_with(['<', '{']))
        .then(|| Guess::new(Rule::UnknownBlock, place, "this second `<` opens nothing").fix(place, ""))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_second_sign_is_dropped() {
        assert_eq!(told(guess, "circuit <«< squat 10 >»"), "circuit < squat 10 >");
        assert_eq!(told(guess, "«< squat 10 >»"), "");
    }
}
