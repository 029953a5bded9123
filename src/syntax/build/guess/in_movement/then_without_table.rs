//! `squat 5x5 then 4x4`: a second dose after `then`, without the words that make both a table.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

/// The words that a table begins with.
const TABLES: [&str; 4] = ["by week ", "by session ", "by round ", "by cycle "];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let next = stray.rest();
    let is_dose = next.starts_with(|sign: char| sign.is_ascii_digit() || sign == '@') || next.starts_with("max");
    if !stray.begins_with(&["then"]) || !is_dose {
        return None;
    }
    let statement = stray.at(stray.statement).to_lowercase();
    let has_turns = TABLES.iter().any(|table| statement.contains(table)) || statement.contains("each ");
    let (message, help) = if TABLES.iter().any(|table| statement.contains(table)) {
        (
            "the table ended before this `then`".to_owned(),
            "an item is a dose with its `@`; what is the same for all goes behind the last: `by week 5 then 6 per leg`"
                .to_owned(),
        )
    } else if let Some(each) = ["each week", "each session", "each round", "each cycle"]
        .into_iter()
        .find(|each| statement.contains(each))
    {
        let by = each.replacen("each", "by", 1);
        (
            format!("when is `{next}` done?"),
            format!("a table begins with `{by}` instead of `{each}`: `{by} 5x5 then 4x4`, `@ {by} 70% then 75%`"),
        )
    } else {
        let dose = stray.around.dose.map_or("5x5", |dose| stray.at(dose));
        (
            format!("when is `{next}` done?"),
            format!(
                "for one week after the other write `by week {dose} then {next}`, for sets that differ `{dose}, {next}`; \
                 a step of its own begins after `;`"
            ),
        )
    };
    let guess = Guess::new(Rule::Unreadable, stray.place, message).help(help);
    let choices = if has_turns { Vec::new() } else { choices(stray, next) };
    Some(guess.choices(choices).explaining_statement().dropping_statement())
}

/// Offers a table, sets that differ, and a step of its own.
fn choices(stray: &Stray<'_>, next: &str) -> Vec<Choice> {
    let (Some(dose), Some(name)) = (stray.around.dose, stray.around.name) else { return Vec::new() };
    let (name, gap) = (stray.at(name), stray.blank_before().to(stray.first_place()));
    let first = stray.between(dose.start, stray.place.start).trim_end();
    let table = format!("by week {first} then {next}");
    vec![
        Choice::showing(Span::at(dose.range().start), "by week ", &table).meaning("for one week after the other"),
        Choice::showing(gap, ",", &format!("{first}, {next}")).meaning("for sets that differ"),
        Choice::showing(gap, format!("; {name}"), &format!("; {name} {next}")).meaning("for a step of its own"),
    ]
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_second_dose_needs_a_table() {
        assert!(told(guess, "squat ‹5x5› «then 4x4»").starts_with("for one week after the other write `by week 5x5 then 4x4`"));
        assert!(told(guess, "squat ‹5x5› @ each week 70% «then 75%»").starts_with("a table begins with `by week`"));
        assert!(told(guess, "squat by week ‹5› per leg «then 6»").starts_with("an item is a dose"));
        for text in ["squat ‹10› «then lunge 10»", "squat ‹10› «and 10»"] {
            assert_eq!(told(guess, text), "");
        }
    }
}
