//! `lunge 10 alternatng`, `squat 5 tmepo 3-1-1-0`.

use crate::diagnostic::{Rule, nearest};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::MODIFIERS;

/// Words that look like a modifier, and that coaches say of how something is done.
const OTHER_WORDS: [&str; 6] = ["light", "tight", "slight", "lift", "help", "even"];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let first = stray.first();
    let near = nearest(first, MODIFIERS)?;
    if OTHER_WORDS.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        return None;
    }
    // `row 2k test`: what is asked for behind the word must be there, too.
    let rest = stray.text()[first.len()..].trim_start();
    let needs_figure = matches!(near, "rest" | "tempo" | "every");
    if needs_figure && !rest.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let message = format!("`{first}` is not known; it is spelt `{near}`");
    let guess = Guess::new(Rule::Unreadable, stray.first_place(), message).fix(stray.first_place(), near);
    // The figures of a tempo were read as a range that runs backwards.
    Some(if near == "tempo" { guess.explaining(stray.place) } else { guess })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::{guess_at, told};
    use crate::syntax::build::guess::{Explains, Guess};

    #[test]
    fn a_misspelt_modifier_is_mended() {
        assert_eq!(told(guess, "lunge ‹10› «alternatng»"), "lunge 10 alternating");
        assert_eq!(told(guess, "lunge ‹10› «slowly»"), "");
        assert_eq!(told(guess, "bike ‹8min› «light resistance»"), "");
        assert_eq!(told(guess, "row ‹2km› «test»"), "");
    }

    #[test]
    fn a_misspelt_tempo_explains_its_figures() {
        let Some(Guess { explains, .. }) = guess_at(guess, "squat ‹5› «tmepo 3-1-1-0»") else {
            panic!("it is known")
        };
        assert!(matches!(explains, Explains::Place(_)));
    }
}
