//! Any other header.

use crate::diagnostic::{Rule, list};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_name_character;
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (_, header) = header(stray);
    let is_name = header.chars().all(|sign| is_name_character(sign) && !sign.is_ascii_digit());
    let named = if header.is_empty() || !is_name {
        String::new()
    } else {
        format!("; a part with a name of its own is `section \"{header}\" < … >`")
    };
    Some(no_block(stray).help(format!("blocks are {}{named}", list(&BlockWord::SPELLINGS))))
}

/// Returns the words before the `<`, and where they are; where there are none, the place of the `<`.
pub fn header<'t>(stray: &Stray<'t>) -> (Span, &'t str) {
    let text = stray.text();
    let header = text.split(['<', '{', '\n', '\r']).next().unwrap_or_default().trim_end();
    (stray.start_of_length(header.len().max(1).min(text.len())), header)
}

/// Says that no block begins like this.
pub fn no_block(stray: &Stray<'_>) -> Guess {
    let (place, header) = header(stray);
    let message = if header.is_empty() {
        "this `<` opens a block without a first word".to_owned()
    } else {
        format!("`{header}` is not a block, so `<` can't follow it")
    };
    Guess::new(Rule::UnknownBlock, place, message)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn blocks_are_listed_and_a_name_is_shown_as_a_section() {
        assert!(told(guess, "«finisher» < squat 10 >").ends_with("is `section \"finisher\" < … >`"));
        assert!(told(guess, "«< squat 10 >»").starts_with("blocks are `circuit`"));
        assert!(told(guess, "«90/90» < squat 10 >").ends_with("`cash-out`"));
    }
}
