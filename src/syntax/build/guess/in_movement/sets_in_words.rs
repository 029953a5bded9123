//! `squat 3 sets of 10`, `squat 10 reps x 3 sets`.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let dose = stray.dose_before()?;
    let word = stray.first().trim_end_matches(',');
    if !["set", "sets"].iter().any(|known| known.eq_ignore_ascii_case(word)) {
        return None;
    }
    let (figure, both) = (stray.at(dose), dose.to(stray.place));
    let bout = stray.rest().trim_start_matches("of ").trim_start_matches("x ").trim_start();
    let guess = Guess::new(Rule::WordOrder, both, "sets are written with an `x`").dropping_statement();
    Some(if let Some((one, other)) = figure.split_once(['x', 'X', '×']) {
        let (one, other) = (one.trim(), other.trim());
        if one.contains(char::is_alphabetic) {
            // `10 reps x 3 sets`
            guess.fix(both, format!("{other}x{one}"))
        } else {
            let write = |sets: &str, of: &str| {
                Choice::write(both, format!("{sets}x{of}")).meaning(&format!("for {sets} sets of {of}"))
            };
            guess.one_of([write(one, other), write(other, one)])
        }
    } else if begins_with_figure(bout) || bout.eq_ignore_ascii_case("max") {
        guess.fix(both, format!("{figure}x{bout}"))
    } else {
        guess.help(format!("say what one set is: `{figure}x10`, `{figure}x30s`, `{figure}x max`"))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sets_are_written_with_an_x() {
        assert_eq!(told(guess, "squat ‹3› «sets of 10»"), "squat 3x10");
        assert_eq!(told(guess, "squat ‹3› «sets, 10»"), "squat 3x10");
        assert_eq!(told(guess, "pull-up ‹3› «sets of max»"), "pull-up 3xmax");
        assert_eq!(told(guess, "squat ‹10 reps x 3› «sets»"), "squat 3x10 reps");
    }

    #[test]
    fn where_it_is_not_certain_what_a_set_is_it_is_asked() {
        assert!(told(guess, "squat ‹3› «sets»").starts_with("say what one set is"));
        assert!(told(guess, "squat ‹3 x 8› «sets»").starts_with("write `3x8` for 3 sets of 8"));
        assert_eq!(told(guess, "squat ‹3› «slow sets»"), "");
    }
}
