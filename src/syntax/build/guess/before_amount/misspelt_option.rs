//! `circuit ronds 5`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::option_near;
use crate::syntax::tree::{HeaderOption, OptionKind, RestAmount};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let near = option_near(bare_word(stray))?;
    let option = as_option(near, stray)?;
    let message = format!("`{}` is not known; it is spelt `{near}`", stray.text());
    Some(
        Guess::new(Rule::UnknownOption, stray.place, message)
            .fix(stray.place, near)
            .change(Change::Add(option)),
    )
}

/// Returns the word without the signs around it.
pub fn bare_word<'t>(stray: &Stray<'t>) -> &'t str {
    stray.text().trim_matches(|sign: char| !sign.is_alphabetic())
}

/// Makes an option of its word and the amount after it.
pub fn as_option(word: &str, stray: &Stray<'_>) -> Option<HeaderOption> {
    let amount = stray.around.amount?;
    let quantity = amount.clone();
    let kind = match word {
        "rounds" => OptionKind::Rounds(quantity),
        "work" => OptionKind::Work(quantity),
        "transition" => OptionKind::Transition(quantity),
        "switch" => OptionKind::Switch(quantity),
        "cap" => OptionKind::Cap(quantity),
        "rest" => OptionKind::Rest(RestAmount::For(quantity)),
        _ => return None,
    };
    Some(HeaderOption { span: stray.place.to(amount.span), kind })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_misspelt_option_is_mended() {
        assert_eq!(told_in_header(guess, "circuit «ronds» 5 <"), "circuit rounds 5 <");
        assert_eq!(told_in_header(guess, "circuit «laddr» 5 <"), "", "a ladder has no amount");
        assert_eq!(told_in_header(guess, "circuit «laps» 5 <"), "");
        assert_eq!(told_in_header(guess, "circuit «ronds» <"), "");
    }
}
