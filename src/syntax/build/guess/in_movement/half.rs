//! `lunge 10 per lge`, `curl 10 each`: a half of the body that is misspelt, missing or unknown.

use crate::diagnostic::{Choice, Rule, list_or, nearest};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::HALVES;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !stray.begins_with(&["per", "each"]) {
        return None;
    }
    let (text, half) = (stray.text(), stray.rest());
    if let Some(near) = nearest(half, HALVES.iter().copied()).or(Some("foot").filter(|_| half == "feet")) {
        let per = stray.first();
        let message = format!("`{text}` is written `{per} {near}`");
        return Some(Guess::new(Rule::Unreadable, stray.place, message).fix(stray.rest_place(), near));
    }
    let message = if half.is_empty() {
        format!("`{text}` what?")
    } else {
        format!("`{half}` is not a half of the body")
    };
    let help = format!("write `per` and then {}", list_or(HALVES));
    let choices = HALVES.iter().map(|half| Choice::write(stray.place, format!("per {half}")));
    Some(Guess::new(Rule::Unreadable, stray.place, message).help(help).choices(choices))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_half_is_mended() {
        assert_eq!(told(guess, "hop ‹10› «per feet»"), "hop 10 per foot");
        assert_eq!(told(guess, "curl ‹10› «each  hnad»"), "curl 10 each  hand");
    }

    #[test]
    fn the_halves_are_listed() {
        for text in ["curl ‹10› «each»", "curl ‹10› «per set»"] {
            assert!(told(guess, text).starts_with("write `per` and then `leg`"), "{text}");
        }
        assert_eq!(told(guess, "curl ‹10› «slowly»"), "");
    }
}
