//! `circuit rounds: 5`: a sign beside an option.

use super::misspelt_option::{as_option, bare_word};
use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::option_near;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let word = bare_word(stray);
    let near = option_near(word).filter(|near| near.eq_ignore_ascii_case(word))?;
    let option = as_option(near, stray)?;
    let amount = stray.at(stray.around.amount?.span);
    let message = format!("`{near}` needs no sign: `{near} {amount}`");
    Some(
        Guess::new(Rule::UnknownOption, stray.place, message)
            .fix(stray.place, near)
            .change(Change::Add(option)),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn the_sign_is_dropped() {
        assert_eq!(told_in_header(guess, "circuit «rounds:» 5 <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «laps:» 5 <"), "");
    }
}
