//! `only rounds 2`, which is reserved for a later version. The rounds it names are not a second count.

use crate::syntax::build::guess::stray::touch;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::not_yet;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !stray.begins_with(&["only"]) {
        return None;
    }
    let rounds = stray.option_after().filter(|option| touch(stray.file, stray.place, option.span));
    let whole = rounds.map_or(stray.place, |rounds| stray.place.to(rounds.span));
    let guess = Guess::of(not_yet(whole, stray.at(whole)));
    Some(match rounds {
        Some(rounds) => guess.change(Change::TakeOption(rounds.span)),
        None => guess,
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn only_is_reserved() {
        assert!(told_in_header(guess, "circuit «only» rounds 2 <").starts_with("it is reserved"));
        assert_eq!(told_in_header(guess, "circuit «twice» rounds 2 <"), "");
    }
}
