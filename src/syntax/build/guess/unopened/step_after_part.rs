//! `warm up 10 min jog`: a step after the name of a part. It is not certain whether more follows.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::nameless::dose_first::reorder;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::tree::{Block, BlockWord};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let block = stray.around.block?;
    let word = match block.word {
        BlockWord::Warmup => "warmup",
        BlockWord::Cooldown => "cooldown",
        BlockWord::Circuit
        | BlockWord::Superset
        | BlockWord::Amrap
        | BlockWord::Emom
        | BlockWord::Every
        | BlockWord::ForTime
        | BlockWord::Tabata
        | BlockWord::Section
        | BlockWord::BuyIn
        | BlockWord::CashOut => return None,
    };
    if !block.options.is_empty() || block.title.is_some() || is_followed_by_deeper(stray) {
        return None;
    }
    let step = stray.at(step_in(stray.file, block, stray.statement));
    let step = reorder(step).unwrap_or_else(|| step.to_owned());
    let is_effort = ["easy", "moderate", "hard"].iter().any(|effort| step.starts_with(&format!("{effort} ")));
    let step = if is_effort { format!("jog {}", dose_and_effort(&step)) } else { step };
    let message = format!("the steps of a `{word}` go between `<` and `>`");
    let part = format!("{word} < {step} >");
    let help = format!("write `{part}`, with `;` or a new line between its steps");
    let guess = Guess::new(Rule::MissingOpen, stray.statement, message).help(help).explaining_statement();
    let guess = guess.choices([Choice::write(stray.statement, part)]);
    // Its amounts are the step's.
    Some(block.amounts.iter().fold(guess, |guess, amount| guess.change(Change::TakeAmount(amount.span))))
}

/// Writes `easy 15min + drills` as `15min @ easy "drills"`: the movement is not said.
fn dose_and_effort(step: &str) -> String {
    let (effort, rest) = step.split_once(' ').unwrap_or((step, ""));
    let (dose, words) = rest.split_once(' ').unwrap_or((rest, ""));
    let words = words.trim_start_matches(['+', '&', ',', ' ']).replace('"', "");
    let cue = if words.is_empty() { String::new() } else { format!(" \"{words}\"") };
    format!("{dose} @ {effort}{cue}")
}

/// Returns where the step is: all of the header but its first word.
fn step_in(file: &str, block: &Block, header: Span) -> Span {
    let step = Span::new(block.word_span.end as usize, header.end as usize);
    let length = file[step.range()].trim_start_matches([':', ' ']).len();
    Span::new(header.end as usize - length, header.end as usize)
}

/// Tells whether the next line that holds anything is set in deeper than that of the statement.
fn is_followed_by_deeper(stray: &Stray<'_>) -> bool {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let statement = stray.statement;
    let start = stray.file[..statement.start as usize].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let after = stray.file.get(statement.end as usize..).unwrap_or_default();
    let next = after.split(['\n', '\r']).skip(1).find(|line| !line.trim().is_empty());
    next.is_some_and(|next| indent(next) > indent(&stray.file[start..]))
}

#[cfg(test)]
mod tests {
    use crate::syntax::build::guess::testing::reported;

    #[test]
    fn the_step_is_shown_in_its_part() {
        let part = "missing-open: the steps of a `warmup` go between `<` and `>`";
        assert_eq!(reported("warm up 10 min jog"), [part]);
        assert_eq!(reported("warm up 10 min jog\nsquat 10"), [part]);
    }

    #[test]
    fn where_steps_follow_that_are_set_in_the_sign_is_missing() {
        let said = reported("warm up 5 min jog\n  squat 10\n>");
        assert!(
            said.iter().any(|said| said.ends_with("a `<` is missing at the end of this line")),
            "{said:?}"
        );
    }
}
