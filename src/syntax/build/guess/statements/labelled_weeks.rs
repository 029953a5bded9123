//! `back squat wk1: 5x5 @ 70%, wk2: 4x4 @ 80%`: a table with a label before each item.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (before, items) = labelled(stray.text())?;
    let name = if before.is_empty() { "back squat" } else { before };
    let message = "what is done in each week goes into a table, without labels";
    let table = format!("{name} by week {}", items.join(" then "));
    let choice = (!before.is_empty()).then(|| Choice::write(stray.place, table.as_str()));
    let guess = Guess::new(Rule::Unreadable, stray.place, message).help(format!("write `{table}`"));
    Some(guess.choices(choice).explaining_statement())
}

/// Returns what comes before the first label, and what follows each of them: at least two.
fn labelled(text: &str) -> Option<(&str, Vec<&str>)> {
    let mut labels = Vec::new();
    for (at, _) in text.match_indices(':') {
        let word = text[..at].trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
        let has_number = text[word.len()..at].bytes().any(|byte| byte.is_ascii_digit());
        let first = word.rsplit([' ', ',', ';']).next().unwrap_or_default();
        let is_week = ["week", "wk", "w"].iter().any(|week| week.eq_ignore_ascii_case(first));
        if has_number && is_week {
            labels.push((word.len() - first.len(), at + 1));
        }
    }
    let ((first, _), _) = (labels.first()?, labels.get(1)?);
    let ends = labels.iter().skip(1).map(|&(start, _)| start).chain([text.len()]);
    let is_between = |sign: char| matches!(sign, ' ' | ',' | ';' | '/' | '|');
    let items = labels.iter().zip(ends).map(|(&(_, start), end)| text[start..end].trim_matches(is_between));
    Some((text[..*first].trim_matches(is_between), items.collect()))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn labels_of_weeks_are_a_table() {
        for text in ["back squat wk1: 5x5, wk2: 4x4", "back squat week 1: 5x5, Week 2: 4x4"] {
            assert_eq!(told(guess, &format!("«{text}»")), "write `back squat by week 5x5 then 4x4`");
        }
        for text in ["run 1:30", "wk1: 5x5", "squat 5, lunge 5"] {
            assert_eq!(told(guess, &format!("«{text}»")), "");
        }
    }
}
