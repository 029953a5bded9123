//! `squat (deep)`: a sign in a name that only a name in quotes may have.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.around.name?;
    let sign = stray.text().chars().next()?;
    let message = format!("a movement's name can't contain `{sign}` unless it is in quotes");
    let help = format!("write the name in quotes: `\"{}\"`", stray.at(name));
    let choice = Choice::write(name, format!("\"{}\"", stray.at(name)));
    let guess = Guess::new(Rule::NameCharacter, stray.start_of_length(sign.len_utf8()), message);
    Some(guess.help(help).choices([choice]))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_name;

    #[test]
    fn the_name_is_shown_in_quotes() {
        assert_eq!(told_in_name(guess, "box«+squat» ‹10›"), "write the name in quotes: `\"box+squat\"`");
    }
}
