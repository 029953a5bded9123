//! `rest: 60s`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    (!stray.around.has_length && stray.text().starts_with(':')).then(|| {
        let after =
            stray.between(stray.place.start, stray.statement.end).trim_start_matches(':').trim_start();
        Guess::new(Rule::KeywordForm, stray.statement, "`rest` has no colon after it")
            .fix(stray.statement, format!("rest {after}").trim_end().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_after_rest;

    #[test]
    fn the_colon_is_dropped_before_a_rest_has_its_length() {
        assert_eq!(told_after_rest(guess, "rest «: 60s»"), "rest 60s");
        assert_eq!(told_after_rest(guess, "rest 60s «: softly»"), "");
    }
}
