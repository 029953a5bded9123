//! `amrap 12min: burpee 5; squat 10`: steps after a header, without `<` and `>`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::in_movement::second_movement::second_movement;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let inside = text.trim_start_matches([':', ' ']);
    second_movement(inside)?;
    let blank = if text.starts_with(':') { " " } else { "" };
    let message = "the steps of a block go between `<` and `>`";
    Some(
        Guess::new(Rule::MissingOpen, stray.place, message)
            .help(format!("write `< {inside} >`, with `;` or a new line between its steps"))
            .fix(stray.place, format!("{blank}< {inside} >")),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn steps_get_their_signs() {
        assert_eq!(told(guess, "amrap 12min«: burpee 5»"), "amrap 12min < burpee 5 >");
        assert_eq!(told(guess, "amrap 12min «burpee 5»"), "amrap 12min < burpee 5 >");
        assert_eq!(told(guess, "amrap 12min «hard»"), "");
    }
}
