//! `3 sets of squats`, `3 x pull-ups`: a count before a movement, which does not say how much a set is.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{is_modifier, is_name_character};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let (count, is_said, name) = counted(text)?;
    Some(if is_said {
        Guess::new(Rule::MissingDose, stray.place, format!("`{text}` does not say how much a set is")).help(format!(
            "write `{name} {count}x10` for {count} sets of 10, `{name} {count}x30s` for {count} sets of 30 s, or \
             `{name} {count}x max`"
        )).choices([Choice::write(stray.place, format!("{name} {count}x max"))])
    } else {
        let message = format!("`{text}`: how often it is done, or how many sets?");
        Guess::new(Rule::MissingDose, stray.place, message).help(format!(
            "for {count} repetitions, write `{name} {count}`; for sets, say what one is: `{name} {count}x10`"
        )).choices([
            Choice::write(stray.place, format!("{name} {count}")).meaning(&format!("for {count} repetitions")),
            Choice::write(stray.place, format!("{name} {count}x max")).meaning(&format!("for {count} sets")),
        ])
    })
}

/// Reads a count and a name: whether the count is said to be one of sets, and the name.
fn counted(text: &str) -> Option<(&str, bool, &str)> {
    let digits = text.find(|sign: char| !sign.is_ascii_digit()).filter(|digits| *digits > 0)?;
    let (count, rest) = text.split_at(digits);
    let rest = rest.trim_start();
    let (word, behind) = match rest.strip_prefix('×') {
        Some(behind) => ("x", behind),
        None => rest.split_once(' ')?,
    };
    let is = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_said = is(&["set", "sets"]);
    let behind = behind.trim_start();
    let name = match behind.split_once(' ') {
        Some((of, name)) if is_said && of.eq_ignore_ascii_case("of") => name.trim_start(),
        _ => behind,
    };
    let is_name = name.starts_with(char::is_alphabetic)
        && name.chars().all(|sign| is_name_character(sign) && !sign.is_ascii_digit())
        && !name.split(' ').any(is_modifier);
    ((is_said || is(&["x"])) && is_name).then_some((count, is_said, name))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sets_need_a_dose_and_a_count_is_one_of_two_things() {
        assert_eq!(
            told(guess, "«3 sets of squats»"),
            "write `squats 3x10` for 3 sets of 10, `squats 3x30s` for 3 sets of 30 s, or `squats 3x max`"
        );
        for text in ["«3 x pull-ups»", "«3x pull-ups»", "«3 × pull-ups»"] {
            assert_eq!(
                told(guess, text),
                "for 3 repetitions, write `pull-ups 3`; for sets, say what one is: `pull-ups 3x10`"
            );
        }
        for text in ["«3 pull-ups»", "«3x10 squats»", "«3 sets squats 10»", "«x squats»", "«3 sets»", "«3 sets rest 60s»"] {
            assert_eq!(told(guess, text), "", "{text}");
        }
    }
}
