//! `split squat 10 per leg x 3`: how many sets there are, after what each of them is.

use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sets = stray.text().strip_prefix(['x', 'X', '×'])?.trim();
    sets.parse::<u32>().ok()?;
    let dose = stray.around.dose.filter(|dose| dose.end <= stray.place.start)?;
    if stray.at(dose).contains(['x', 'X', '×']) {
        return None;
    }
    let all = Span::new(dose.start as usize, stray.place.end as usize);
    let each = stray.between(dose.start, stray.place.start).trim_end();
    let mended = format!("{sets}x{each}");
    let message = format!("the number of sets goes first: `{mended}`");
    Some(Guess::new(Rule::WordOrder, stray.place, message).fix(all, mended).dropping_statement())
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn sets_go_before_what_each_is() {
        assert_eq!(told(guess, "split squat ‹10› per leg «x 3»"), "split squat 3x10 per leg");
        assert_eq!(told(guess, "split squat ‹3x10› per leg «x 3»"), "");
        assert_eq!(told(guess, "split squat ‹10› per leg «x three»"), "");
    }
}
