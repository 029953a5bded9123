//! `circuit x5`.

use crate::syntax::build::guess::as_amount::times_sign::rounds;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let number = stray.text().strip_prefix(['x', 'X', '×'])?.trim_start();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| rounds(stray.place, number))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_figure_after_the_sign_counts_rounds() {
        assert_eq!(told_in_header(guess, "circuit «x5» <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «× 5» <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «x» <"), "");
    }
}
