//! `squat 5 rpe 8`.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::is_target_word;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    is_target_word(stray.first()).then(|| {
        let text = stray.text();
        // Behind a comma: a further set, or what comes between two?
        if let Some((before, last)) = stray.before().rsplit_once(',') {
            let last = last.trim();
            let set = Choice::write(stray.place, format!("@ {text}")).meaning("for a set");
            let gap = Span::new(before.len(), stray.place.end as usize);
            let rest = format!("rest jog {last} @ {text}");
            let rest = Choice::showing(gap, format!(" {rest}"), &rest).meaning("for a rest that moves");
            let message = format!("`{last} {text}`: a further set, or a rest between the sets?");
            let help = format!("for a set, write `{last} @ {text}`; for a rest that moves, `rest {last}` or `rest jog {last} @ {text}`");
            return Guess::new(Rule::WordOrder, stray.place, message).help(help).choices([set, rest]);
        }
        let message = format!("`{text}` goes after `@`: `@ {text}`");
        Guess::new(Rule::WordOrder, stray.place, message).fix(Span::at(stray.place.start as usize), "@ ")
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_target_gets_its_at_sign() {
        assert_eq!(told(guess, "squat ‹5› «rpe 8»"), "squat 5 @ rpe 8");
        assert_eq!(told(guess, "run ‹5km› «easy»"), "run 5km @ easy");
        assert_eq!(told(guess, "squat ‹5› «slowly»"), "");
        assert!(told(guess, "bike ‹3x8min, 4min› «easy»").starts_with("for a set, write `4min @ easy`"));
    }
}
