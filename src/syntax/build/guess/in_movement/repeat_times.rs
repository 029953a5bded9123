//! `repeat 3 times`, on a line of its own.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.at(stray.around.name?);
    (stray.is(&["times"]) && name.eq_ignore_ascii_case("repeat")).then(|| {
        let number = stray.around.dose.map_or("3", |dose| stray.at(dose));
        let message = "rounds belong in the header of a block, such as a circuit";
        Guess::new(Rule::Unreadable, stray.statement, message)
            .help(format!("write `circuit rounds {number} <` before what is repeated, and `>` after it"))
            .explaining_statement()
            .dropping_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn rounds_are_shown_in_a_header() {
        assert!(told(guess, "repeat ‹4› «times»").starts_with("write `circuit rounds 4 <`"));
        assert_eq!(told(guess, "squat ‹4› «times»"), "");
    }
}
