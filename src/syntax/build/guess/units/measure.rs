//! `squat 5 @ 8rpe`: the word of a target after its figure.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::MEASURES;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(MEASURES).then(|| {
        let measure = stray.text().to_lowercase();
        let before = stray.before().trim_end();
        let figure = before.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
        let place = Span::new(figure.len(), stray.place.end as usize);
        let figure = &before[figure.len()..];
        let target = format!("{measure} {figure}");
        let choice = Choice::showing(place, &target, &format!("@ {target}"));
        Guess::new(Rule::UnknownUnit, stray.place, format!("`{measure}` goes before its figure"))
            .help(format!("write `@ {measure} 8`"))
            .choices((!figure.is_empty()).then_some(choice))
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_word_is_shown_before_its_figure() {
        assert_eq!(told(guess, "squat 5 @ 8«RPE»"), "write `@ rpe 8`");
        assert_eq!(told(guess, "squat 5 @ 8«kg»"), "");
    }
}
