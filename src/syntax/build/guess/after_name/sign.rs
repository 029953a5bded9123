//! `squat & press 10`: a sign after a name that only a name in quotes may have.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_placeholder;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = stray.text().chars().next()?;
    // An apostrophe is a mark of minutes, the others are known where they follow a name.
    if sign.is_alphanumeric() || is_placeholder(stray.text()) || matches!(sign, '$' | '\'') {
        return None;
    }
    let place = stray.around.name?.to(stray.around.last?);
    let whole = stray.at(place);
    let message = format!("a movement's name can't contain `{sign}` unless it is in quotes");
    let help = format!("write the name in quotes: `\"{whole}\"`");
    let choice = Choice::write(place, format!("\"{whole}\""));
    Some(Guess::new(Rule::NameCharacter, stray.place, message).help(help).choices([choice]))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_name_is_shown_in_quotes_with_all_its_words() {
        assert_eq!(told(guess, "squat «&» 10"), "write the name in quotes: `\"squat &\"`");
        for other in ["squat «slowly»", "squat «...»", "squat «$5»", "squat «'»"] {
            assert_eq!(told(guess, other), "");
        }
    }
}
