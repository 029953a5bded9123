//! `tuesday squat 10`, `tuesday: do "Legs"`, without `<` and `>`.

use std::borrow::Cow;

use crate::date;
use crate::diagnostic::Rule;
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};

/// First words of what a plan holds besides days. A step that begins with one of them is not taken for a day's.
const PARTS: [&str; 14] = [
    "week", "weeks", "every", "each", "odd", "even", "last", "phase", "cycle", "cycles", "raise", "race", "percent",
    "allow",
];

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let steps = steps(stray);
    (!steps.is_empty()).then(|| in_block(stray, &apart(steps)))
}

/// Returns the words without the sign before them.
pub fn steps<'t>(stray: &Stray<'t>) -> &'t str {
    stray.text().trim_start_matches([':', '-', '–', '—']).trim_start()
}

/// Tells whether words are a step rather than a remark: they name a workout, or have a figure.
pub fn is_step(words: &str) -> bool {
    words.contains('"') || words.contains(|sign: char| sign.is_ascii_digit())
}

/// Says where the steps of a day go.
pub fn between_signs(stray: &Stray<'_>) -> Guess {
    Guess::new(Rule::MissingOpen, stray.place, "the steps of a day go between `<` and `>`")
}

/// Puts steps where they go, and with them those that follow on the same line.
pub fn in_block(stray: &Stray<'_>, steps: &str) -> Guess {
    let blank = if stray.before().ends_with(' ') { "" } else { " " };
    let more = more_on_line(stray.behind());
    let end = stray.place.end as usize + more.len();
    let close = if is_closed(stray, end) { "" } else { " >" };
    let header = stray.between(stray.statement.start, stray.place.start).trim_end();
    between_signs(stray)
        .help(format!("write them there: `{header} < … >`"))
        .fix(Span::new(stray.place.start as usize, end), format!("{blank}< {steps}{more}{close}"))
}

/// Returns the steps behind a day's first one on the same line, with the signs between them: up to the next part of the
/// plan.
pub fn more_on_line(behind: &str) -> &str {
    let mut end = 0;
    while let Some(next) = behind[end..].trim_start_matches(' ').strip_prefix(';') {
        let next = next.trim_start_matches(' ');
        let Some(length) = length_of_statement(next) else { break };
        let (words, after) = next.split_at(length);
        let words = words.trim_end();
        if words.is_empty() || begins_part(words) || after.starts_with(['<', '{']) {
            break;
        }
        end = behind.len() - next.len() + words.len();
    }
    &behind[..end]
}

/// Tells whether words begin a part of a plan.
fn begins_part(words: &str) -> bool {
    let first = words.split([' ', ':', ',']).next().unwrap_or_default();
    date::weekday(first).is_some() || PARTS.iter().any(|part| part.eq_ignore_ascii_case(first))
}

/// Returns how long a statement is. None if one of its quotes is missing.
fn length_of_statement(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    let end = text.find(|sign| {
        is_quoted ^= is_quote(sign);
        matches!(sign, '\n' | '\r') || !is_quoted && matches!(sign, ';' | '<' | '>' | '{' | '}' | '#')
    });
    (!is_quoted).then_some(end.unwrap_or(text.len()))
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„')
}

/// Gives each day of `do "A", wednesday do "B"` its own block, as far as they are between the first `<` and the last `>`.
fn apart(steps: &str) -> String {
    let mut written = String::new();
    let mut is_quoted = false;
    let mut from = 0;
    for (at, sign) in steps.char_indices() {
        is_quoted ^= is_quote(sign);
        if sign != ',' || is_quoted {
            continue;
        }
        let next = steps[at + 1..].trim_start();
        let day = next.split([' ', ':']).next().unwrap_or_default();
        let rest = next[day.len()..].trim_start_matches([':', ' ']);
        if date::weekday(day).is_some() && !rest.is_empty() {
            written += &format!("{} >; {day} < ", done(&steps[from..at]));
            from = steps.len() - rest.len();
        }
    }
    written + &done(&steps[from..])
}

/// Writes what is done on a day. A title alone is a workout.
fn done(step: &str) -> Cow<'_, str> {
    let title = step.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match title {
        Some(title) if !title.is_empty() && !title.contains('"') => Cow::Owned(format!("do {step}")),
        Some(_) | None => Cow::Borrowed(step),
    }
}

/// Tells whether the rest of a line closes a block that the line does not open: `tuesday run 2km; run 5km >`.
fn is_closed(stray: &Stray<'_>, end: usize) -> bool {
    let before = stray.before().rsplit(['\n', '\r']).next().unwrap_or_default();
    let behind = stray.file.get(end..).unwrap_or_default();
    let behind = behind.split(['\n', '\r', '#']).next().unwrap_or_default();
    let mut open = 0_i32;
    let mut is_beyond = |sign: char| {
        open += i32::from(sign == '<') - i32::from(sign == '>');
        open < 0
    };
    before.chars().chain(behind.chars()).any(&mut is_beyond)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn steps_get_their_signs() {
        assert_eq!(told(guess, "tuesday«: squat 10»"), "tuesday < squat 10 >");
        assert_eq!(told(guess, "tuesday «— squat 10»"), "tuesday < squat 10 >");
        assert_eq!(told(guess, "tuesday«:»"), "");
    }

    #[test]
    fn a_title_alone_is_a_workout_to_do() {
        assert_eq!(told(guess, "tuesday «\"Legs\"»"), "tuesday < do \"Legs\" >");
        assert_eq!(told(guess, "tue«: \"A\", wed: \"B\"»"), "tue < do \"A\" >; wed < do \"B\" >");
        assert_eq!(told(guess, "tuesday «\"Legs\" 5»"), "tuesday < \"Legs\" 5 >");
        assert_eq!(told(guess, "tuesday «\"Legs\", \"Arms\"»"), "tuesday < \"Legs\", \"Arms\" >");
    }

    #[test]
    fn all_steps_of_the_line_are_in_the_day() {
        for (written, mended) in [
            ("tue «do \"A\"»; do \"B; C\"", "tue < do \"A\"; do \"B; C\" >"),
            ("tue «squat 10»; run 2km; wed do \"B\"", "tue < squat 10; run 2km >; wed do \"B\""),
            ("tue «squat 10»; week 2 < >", "tue < squat 10 >; week 2 < >"),
            ("tue «squat 10»; box jump 24\"; wed run 2km", "tue < squat 10 >; box jump 24\"; wed run 2km"),
            ("tue «squat 10»; run 2km >", "tue < squat 10; run 2km >"),
            ("tue «squat 10»\nrun 2km", "tue < squat 10 >\nrun 2km"),
        ] {
            assert_eq!(told(guess, written), mended);
        }
    }

    #[test]
    fn days_behind_commas_have_their_own_steps() {
        assert_eq!(
            told(guess, "mon «do \"A, wed\", wed: do \"B\", fri run 2km»"),
            "mon < do \"A, wed\" >; wed < do \"B\" >; fri < run 2km >"
        );
        assert_eq!(told(guess, "mon «squat 3x5, 2 @ 60kg»"), "mon < squat 3x5, 2 @ 60kg >");
    }
}
