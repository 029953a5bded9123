//! `odd: 5 power cleans`, `even - 10 burpees`, `minute 1: squat 10`: which minutes of an EMOM it is for.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let sign = stray.text().chars().next().filter(|sign| matches!(sign, ':' | '-' | '–' | '='))?;
    let before = Span::new(stray.statement.start as usize, stray.place.start as usize);
    is_label(&stray.at(before).to_ascii_lowercase()).then(|| {
        let label = Span::new(before.start as usize, stray.place.start as usize + sign.len_utf8());
        let behind = stray.file.get(label.range().end..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        let with_blank = Span::new(label.range().start, label.range().end + blank);
        let message = format!("`{}` is not needed: the steps of an EMOM follow in turn", stray.at(label));
        Guess::new(Rule::Unreadable, label, message)
            .help("write `alternating` in the header, and each minute's step on a line of its own")
            .choices([Choice::new(format!("Delete `{}`", stray.at(label)), with_blank, "")])
            .explaining_statement()
            .dropping_statement()
    })
}

fn is_label(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        ["odd" | "even"] | ["odd" | "even", "min" | "mins" | "minute" | "minutes"] => true,
        ["min" | "minute", figure] => figure.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::{told, told_in_name};

    #[test]
    fn alternating_is_shown_for_odd_and_even_minutes() {
        assert!(told_in_name(guess, "odd«:» 10").starts_with("write `alternating`"));
        assert!(told(guess, "even «-» 10").starts_with("write `alternating`"));
        assert_eq!(told_in_name(guess, "squat«:» 10"), "");
    }

    #[test]
    fn alternating_is_shown_for_the_labels_of_minutes() {
        assert!(told(guess, "minute ‹1›«: squat 10»").starts_with("write `alternating`"));
        assert_eq!(told(guess, "squat ‹1›«: squat 10»"), "");
    }
}
