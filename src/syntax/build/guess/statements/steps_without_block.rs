//! `superset squat 10, row 10`, `warmup: row 500m`: what is done in a block, without `<` and `>`.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_placeholder;
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let first = text.split([' ', ',', ':']).next().unwrap_or_default();
    let word = first.replace('-', "").to_lowercase();
    if !BlockWord::SPELLINGS.contains(&word.as_str()) || text.contains('$') || is_placeholder(text) {
        return None;
    }
    let inside = text[first.len()..].trim_start_matches([':', ' ']);
    let message = format!("the steps of a `{word}` go between `<` and `>`");
    let block = format!("{first} < {inside} >");
    let help = format!("write `{block}`, its steps parted by `;` or new lines");
    Some(Guess::new(Rule::MissingOpen, stray.place, message).help(help).choices([Choice::write(stray.place, block)]))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_block_is_shown_around_its_steps() {
        assert!(
            told(guess, "«superset squat 10, row 10»").starts_with("write `superset < squat 10, row 10 >`")
        );
        assert!(told(guess, "«Warm-up: row 500m»").starts_with("write `Warm-up < row 500m >`"));
        for text in ["«squat 10»", "«circuit ...»", "«circuit $a»"] {
            assert_eq!(told(guess, text), "");
        }
    }
}
