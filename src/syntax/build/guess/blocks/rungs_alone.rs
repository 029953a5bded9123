//! `21-15-9 < … >`.

use super::unknown::header;
use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let is_rungs =
        |word: &&str| word.contains('-') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let rungs = header.split_whitespace().find(is_rungs)?;
    let message = format!("`{header}` is not a block, so `<` can't follow it");
    let help = format!("a ladder belongs in the header of a block: `for time ladder {rungs} < … >`");
    let ladder = |block: &str| Choice::write(place, format!("{block} ladder {rungs}"));
    let choices = [ladder("for time"), ladder("circuit").meaning("without a clock")];
    let choices = choices.into_iter().filter(|_| header == rungs);
    Some(Guess::new(Rule::UnknownBlock, place, message).help(help).choices(choices))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_ladder_is_shown_in_a_header() {
        assert!(told(guess, "«21-15-9 reps» < squat >").contains("`for time ladder 21-15-9 < … >`"));
        assert_eq!(told(guess, "«21 reps» < squat >"), "");
    }
}
