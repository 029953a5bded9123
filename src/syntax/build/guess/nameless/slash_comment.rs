//! `// easy today`: a comment as programmers write it.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    (text.starts_with("//") || text.starts_with("/*")).then(|| {
        let place = stray.start_of_length(2);
        Guess::new(Rule::Unreadable, place, "a comment begins with `#`").fix(place, "#")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn slashes_become_the_sign_of_a_comment() {
        assert_eq!(told(guess, "«// easy today»"), "# easy today");
        assert_eq!(told(guess, "«/* easy today»"), "# easy today");
        assert_eq!(told(guess, "«/ easy»"), "");
    }
}
