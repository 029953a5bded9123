//! `squat 5/3/1 @ 65/75/85%`: sets that differ, parted by slashes or dashes.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;
use crate::syntax::unit;
use crate::syntax::word::reference_at;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    // What was read of it is a range or two figures, and begins where it does.
    let start = stray.dose_before()?.start;
    let Slashed { length, list, is_certain } = slashed(stray.between(start, stray.statement.end))?;
    let sets = Span::new(start as usize, start as usize + length);
    let guess = Guess::new(Rule::BadList, sets, "sets that differ are separated by commas")
        .explaining_statement()
        .dropping_statement();
    Some(if is_certain {
        guess.fix(sets, list)
    } else {
        let loads: Vec<String> = list.split(", ").map(|set| format!("{set} @ …")).collect();
        let written = format!("{} {list}", stray.at(stray.around.name?));
        let choice = Choice::showing(sets, &list, &written);
        guess
            .help(format!("write `{written}`, or each with how hard it is: `{}`", loads.join(", ")))
            .choices([choice])
    })
}

/// Sets that differ.
struct Slashed {
    /// How many bytes of the text they are.
    length: usize,
    /// The list of sets that they mean.
    list: String,
    /// Whether each set has its own figure after `@`, so that they can mean nothing else.
    is_certain: bool,
}

fn is_figure(part: &str) -> bool {
    begins_with_figure(part) && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn end_of_word(text: &str) -> usize {
    text.find([' ', '\n', ';', '>', '#', '@']).unwrap_or(text.len())
}

/// Reads what a text begins with as sets that differ, with as many figures after the `@` as before it, or none there.
fn slashed(text: &str) -> Option<Slashed> {
    let doses = &text[..end_of_word(text)];
    let sign = ['/', '-'].into_iter().find(|sign| doses.contains(*sign))?;
    let sets: Vec<&str> = doses.split(sign).collect();
    // Two are the men's and the women's, or a range.
    if sets.len() < 3 || !sets.iter().all(|set| is_figure(set.strip_suffix('+').unwrap_or(set))) {
        return None;
    }
    // With dashes it is a ladder, unless each has its load.
    let plain = || Slashed { length: doses.len(), list: sets.join(", "), is_certain: false };
    with_own_loads(text, doses.len(), &sets).or_else(|| (sign == '/').then(plain))
}

/// Reads the loads after the `@`, one for each set.
fn with_own_loads(text: &str, length_of_sets: usize, sets: &[&str]) -> Option<Slashed> {
    let after = text[length_of_sets..].trim_start_matches(' ').strip_prefix('@')?.trim_start_matches(' ');
    let loads = &after[..end_of_word(after)];
    let figures: Vec<&str> = loads.split('/').collect();
    let unit = figures.last()?.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    let bare: Vec<&str> = figures.iter().map(|figure| figure.strip_suffix(unit).unwrap_or(figure)).collect();
    let reads = unit == "%" || !unit.is_empty() && unit::read(unit).is_some();
    let fits = figures.len() == sets.len() && reads && bare.iter().all(|figure| is_figure(figure));
    // What the last is a part of, all are.
    let behind = &after[loads.len()..];
    let said = behind.split(['\n', ';', '>', '#']).next().filter(|_| unit == "%").unwrap_or_default();
    let (length, of) = match reference_at(said) {
        Some((length, "max")) => (length, String::new()),
        Some((length, of)) => (length, format!(" of {of}")),
        None => (0, String::new()),
    };
    let set = |(set, figure): (&&str, &&str)| format!("{set} @ {figure}{unit}{of}");
    fits.then(|| Slashed {
        length: text.len() - after.len() + loads.len() + length,
        list: sets.iter().zip(&bare).map(set).collect::<Vec<_>>().join(", "),
        is_certain: length > 0 || !said.trim_start().starts_with("of "),
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn each_set_gets_its_own_load() {
        assert_eq!(told(guess, "squat ‹5/3›«/1» @ 65/75/85%"), "squat 5 @ 65%, 3 @ 75%, 1 @ 85%");
        assert_eq!(
            told(guess, "squat ‹5/3›«/1» @ 65/75/85% of my TM rest 3min"),
            "squat 5 @ 65% of training max, 3 @ 75% of training max, 1 @ 85% of training max rest 3min"
        );
        assert!(told(guess, "squat ‹5/3›«/1» @ 65/75/85% of max front squat").starts_with("write "));
        assert_eq!(
            told(guess, "squat ‹5-3›«-1+» @ 100kg/110kg/120kg rest 3min"),
            "squat 5 @ 100kg, 3 @ 110kg, 1+ @ 120kg rest 3min"
        );
    }

    #[test]
    fn sets_without_loads_are_shown_as_a_list() {
        assert!(told(guess, "squat ‹5/3›«/1»").starts_with("write `squat 5, 3, 1`, or"));
        assert!(told(guess, "squat ‹5/3›«/1» @ 65/75%").starts_with("write `squat 5, 3, 1`, or"));
        assert_eq!(told(guess, "squat ‹21-15›«-9»"), "", "a ladder");
        assert_eq!(told(guess, "squat ‹24› «/16»"), "");
    }
}
