//! `squat 5 @ 2.5kg more than last time`: the last time comes first.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = match stray.text().to_ascii_lowercase().as_str() {
        "more than last time" | "heavier than last time" | "on last time" | "over last time" => '+',
        "less than last time" | "lighter than last time" => '-',
        _ => return None,
    };
    let before = stray.before().trim_end();
    let (start, amount) = before.rsplit_once('@')?;
    let place = Span::new(start.len(), stray.place.end as usize);
    let amount = amount.trim().trim_start_matches('+');
    let is_amount = amount.starts_with(|sign: char| sign.is_ascii_digit()) && !amount.contains(char::is_whitespace);
    is_amount.then(|| {
        let message = "how much more or less comes behind the last time";
        let choice = Choice::write(place, format!("@ last time {sign}{amount}"));
        Guess::new(Rule::WordOrder, stray.place, message).one_of([choice]).explaining_statement()
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_last_time_comes_first() {
        let told = |text| told(guess, text);
        assert_eq!(told("squat ‹5› @ 2.5kg «more than last time»"), "write `@ last time +2.5kg`");
        assert_eq!(told("squat ‹5› @ +2.5kg «on last time»"), "write `@ last time +2.5kg`");
        assert_eq!(told("squat ‹5› @ 5% «less than last time»"), "write `@ last time -5%`");
        assert_eq!(told("squat ‹5› @ heavy «more than last time»"), "");
        assert_eq!(told("squat ‹5› «more than last time»"), "");
    }
}
