//! `monday circuit rounds 3 < … >`, `monday in turn < … >`: a block without the signs of its day around it.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_keyword;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.around.name?;
    let place = Span::new(stray.place.start as usize, stray.statement.end as usize);
    let block = stray.at(place).trim_end();
    let is_block = is_keyword(stray.text()) && block.contains('<') && block.ends_with('>');
    is_block.then(|| {
        let message = "the steps of a day go between `<` and `>`";
        let place = Span::new(place.start as usize, place.start as usize + block.len());
        Guess::new(Rule::MissingOpen, stray.place, message).fix(place, format!("< {block} >")).explaining_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_with_body;

    #[test]
    fn a_block_goes_into_the_day() {
        assert_eq!(
            told_with_body(guess, "monday «in turn» < do \"A\"; do \"B\" >"),
            "monday < in turn < do \"A\"; do \"B\" > >"
        );
        assert_eq!(
            told_with_body(guess, "monday «circuit rounds» 3 < squat 10 >"),
            "monday < circuit rounds 3 < squat 10 > >"
        );
        assert_eq!(told_with_body(guess, "monday «legs» < squat 10 >"), "");
    }
}
