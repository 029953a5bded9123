//! `team "Juniors" < "sam.wod" >`, `sam.wod`: a file without its `use`.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let plain = stray.text().trim_matches(['"', '“', '”', '„', ',']);
    let is_file = plain.len() > ".wod".len()
        && plain.to_ascii_lowercase().ends_with(".wod")
        && !plain.contains(['"', '“', '”', ',', ' ']);
    is_file.then(|| {
        let message = "the file of an athlete is brought in with `use`";
        Guess::new(Rule::KeywordForm, stray.place, message).fix(stray.place, format!("use \"{plain}\""))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_file_is_used() {
        assert_eq!(told(guess, "«\"sam.wod\"»"), "use \"sam.wod\"");
        assert_eq!(told(guess, "«sam.wod»"), "use \"sam.wod\"");
        assert_eq!(told(guess, "«Sam»"), "");
    }
}
