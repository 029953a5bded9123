//! `split squat 8 left 7 right`: no comma between the sides.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let small = stray.text().to_ascii_lowercase();
    let behind = |side: &str| {
        small.match_indices(side).find_map(|(at, _)| {
            let end = at + side.len();
            let next = small[end..].trim_start_matches(' ');
            let is_apart = next.len() < small[end..].len() && next.starts_with(|sign: char| sign.is_ascii_digit());
            is_apart.then_some(end)
        })
    };
    let end = [" left", " right", " l", " r"].into_iter().find_map(behind)?;
    let place = Span::at(stray.place.start as usize + end);
    let message = "a comma is between one side and the other";
    Some(
        Guess::new(Rule::BadList, stray.place, message)
            .fix(place, ",")
            .explaining_statement()
            .dropping_statement(),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sides_are_parted_by_a_comma() {
        assert_eq!(told(guess, "«split squat 8 left 7 right»"), "split squat 8 left, 7 right");
        assert_eq!(told(guess, "«split squat 8 R 7 L @ 20kg»"), "split squat 8 R, 7 L @ 20kg");
        assert_eq!(told(guess, "«split squat 8 left, 7 right»"), "");
        assert_eq!(told(guess, "«split squat 8»"), "");
    }
}
