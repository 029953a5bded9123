//! `circuit (rounds 5)`: a bracket before an option.

use super::misspelt_option::{as_option, bare_word};
use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::option_near;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    if !stray.text().starts_with(['(', '[']) {
        return None;
    }
    let near = option_near(bare_word(stray))?;
    let option = as_option(near, stray)?;
    let place = stray.around.amount?.span;
    let amount = stray.at(place);
    let written = format!("{near} {amount}");
    let is_closed = stray.between(place.end, place.end + 1).starts_with([')', ']']);
    let both = Span { start: stray.place.start, end: place.end + 1 };
    let choice = is_closed.then(|| Choice::write(both, written));
    Some(
        Guess::new(Rule::UnknownOption, stray.place, "a header has no brackets")
            .help(format!("write `{near} {amount}`, without them"))
            .choices(choice)
            .change(Change::Add(option)),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn the_option_is_shown_without_brackets() {
        assert_eq!(told_in_header(guess, "circuit «(rounds» 5 <"), "write `rounds 5`, without them");
        assert_eq!(told_in_header(guess, "circuit «[ronds» 5 <"), "write `rounds 5`, without them");
        assert_eq!(told_in_header(guess, "circuit «rounds:» 5 <"), "");
    }
}
