//! Any other header.

use crate::diagnostic::{Choice, Rule, list};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{is_less_than, is_name_character};
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (place, header) = header(stray);
    let line = stray.and_behind().split(['\n', '\r']).next().unwrap_or_default();
    if line[header.len()..].trim_start().strip_prefix('<').is_some_and(is_less_than) && !header.is_empty() {
        let said = line.trim_end_matches(['>', ' ']).replace('"', "'");
        // `heel slide 2x15, pain < 3/10` is a step with a remark.
        let remark = said.split_once(", ").filter(|(step, _)| step.contains(|sign: char| sign.is_ascii_digit()));
        let written = match remark {
            Some((step, remark)) => format!("{step} \"{remark}\""),
            None => format!("note \"{said}\""),
        };
        let help = format!("what is said with a `<` goes in quotes, as a note or a cue: `{written}`");
        let start = stray.place.start as usize;
        let whole = Span::new(start, start + line.trim_end_matches(['>', ' ']).len());
        return Some(no_block(stray).help(help).choices([Choice::write(whole, written)]));
    }
    let part = match part(header) {
        _ if is_title(header) => Some(format!("section \"{header}\"")),
        part => part,
    };
    let named = part.as_ref().map(|part| format!("; a part with a name of its own is `{part} < … >`"));
    let help = format!("blocks are {}{}", list(&BlockWord::SPELLINGS), named.unwrap_or_default());
    // Where a block can't be, a part can't be either.
    let is_block = BlockWord::SPELLINGS.iter().any(|word| word.eq_ignore_ascii_case(header));
    let choice = part.filter(|_| !is_block).map(|part| Choice::write(place, part));
    Some(no_block(stray).help(help).choices(choice))
}

/// Returns the header of a part that is named, and timed or repeated: `skill 10min`, `main set 2 rounds`.
fn part(header: &str) -> Option<String> {
    let words: Vec<&str> = header.split_whitespace().collect();
    let is_figure = |word: &&str| word.starts_with(|sign: char| sign.is_ascii_digit());
    let at = words.iter().position(is_figure).filter(|&at| at > 0)?;
    let (title, said) = (words[..at].join(" "), &words[at..]);
    if !is_title(&title) {
        return None;
    }
    let figure: String = said[0].chars().take_while(char::is_ascii_digit).collect();
    let unit = match said {
        [alone] => &alone[figure.len()..],
        [number, unit] if *number == figure => unit,
        _ => return None,
    };
    match unit.to_lowercase().as_str() {
        "rounds" | "round" | "sets" | "x" | "times" => Some(format!("circuit \"{title}\" rounds {figure}")),
        "min" | "mins" | "minutes" | "'" => Some(format!("section \"{title}\" cap {figure}min")),
        "s" | "sec" | "seconds" => Some(format!("section \"{title}\" cap {figure}s")),
        _ => None,
    }
}

/// Tells whether words can be the title of a part: `Finisher`, `Part 2`, `Strength (after the run, 20 min)`.
fn is_title(header: &str) -> bool {
    let (title, remark) = match header.split_once('(') {
        Some((title, remark)) => (title.trim_end(), Some(remark)),
        None => (header, None),
    };
    let words = title.trim_end_matches(|last: char| last.is_ascii_digit()).trim_end();
    let is_word = |sign: char| is_name_character(sign) && !sign.is_ascii_digit();
    let is_remark = |remark: &str| remark.ends_with(')') && !remark.contains('"');
    !words.is_empty() && words.chars().all(is_word) && remark.is_none_or(is_remark)
}

/// Returns the words before the `<`, and where they are; where there are none, the place of the `<`.
pub fn header<'t>(stray: &Stray<'t>) -> (Span, &'t str) {
    let text = stray.text();
    let header = text.split(['<', '{', '\n', '\r']).next().unwrap_or_default().trim_end();
    (stray.start_of_length(header.len().max(1).min(text.len())), header)
}

/// Says that no block begins like this.
pub fn no_block(stray: &Stray<'_>) -> Guess {
    let (place, header) = header(stray);
    let message = if header.is_empty() {
        "this `<` opens a block without a first word".to_owned()
    } else {
        format!("`{header}` is not a block, so `<` can't follow it")
    };
    Guess::new(Rule::UnknownBlock, place, message)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn blocks_are_listed_and_a_name_is_shown_as_a_section() {
        assert!(told(guess, "«finisher» < squat 10 >").ends_with("is `section \"finisher\" < … >`"));
        assert!(told(guess, "«Part 2» < squat 10 >").ends_with("is `section \"Part 2\" < … >`"));
        assert!(told(guess, "«Legs (after the run)» < squat 10 >").ends_with("`section \"Legs (after the run)\" < … >`"));
        assert!(told(guess, "«skill 10min» < squat 10 >").ends_with("is `section \"skill\" cap 10min < … >`"));
        assert!(told(guess, "«main set 2 rounds» < swim 100m >").ends_with("`circuit \"main set\" rounds 2 < … >`"));
        assert!(told(guess, "«squat 3x10, pain» < 3/10").ends_with("`squat 3x10 \"pain < 3/10\"`"));
        assert!(told(guess, "«< squat 10 >»").starts_with("blocks are `circuit`"));
        assert!(told(guess, "«90/90» < squat 10 >").ends_with("`cash-out`"));
    }
}
