//! `squat /lunge 10`.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let name = stray.around.name?;
    let other = stray.text().strip_prefix('/').filter(|other| other.starts_with(char::is_alphabetic))?;
    let both = name.to(stray.place);
    let (first, whole) = (stray.at(name), stray.at(both));
    Some(Guess::new(Rule::NameCharacter, stray.place, "movements can't be joined with `/`").help(format!(
        "write `{first} or {other}` to choose one of them; a name with a `/` needs quotes: `\"{whole}\"`"
    )).choices([
        Choice::write(both, format!("{first} or {other}")).meaning("to choose one of them"),
        Choice::write(both, format!("\"{whole}\"")).meaning("for one name"),
    ]))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_choice_is_written_with_or() {
        assert!(told(guess, "squat«/lunge» ‹10›").starts_with("write `squat or lunge`"));
        assert_eq!(told(guess, "squat«/2» ‹10›"), "");
    }
}
