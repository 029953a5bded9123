//! `circuit rounds 3, rest 60s`: a sign between options.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = stray.text();
    [",", ":", "="].contains(&sign).then(|| {
        let message = format!("options in a header are separated by spaces, not by `{sign}`");
        Guess::new(Rule::UnknownOption, stray.place, message).fix(stray.place, "")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_sign_between_options_is_dropped() {
        assert_eq!(told_in_header(guess, "circuit rounds 3«,» cap 20min <"), "circuit rounds 3 cap 20min <");
        assert_eq!(told_in_header(guess, "circuit rounds 3 «+» cap 20min <"), "");
    }
}
