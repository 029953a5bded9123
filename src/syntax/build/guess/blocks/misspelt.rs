//! `circut < … >`, `super set < … >`, `for tiem < … >`.

use super::unknown::header;
use crate::diagnostic::{Rule, nearest};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (whole, header) = header(stray);
    if let Some((count, block)) = counted(header) {
        let mended = format!("{block} rounds {count}");
        let message = format!("the block comes first: `{mended}`");
        return Some(Guess::new(Rule::WordOrder, whole, message).fix(whole, mended));
    }
    let (near, length) = block_meant(header)?;
    let place = stray.start_of_length(length);
    let message = format!("`{}` is not known; it is spelt `{near}`", stray.at(place));
    Some(Guess::new(Rule::UnknownBlock, place, message).fix(place, near))
}

/// Reads `3 circuit`: so many rounds of a block.
fn counted(header: &str) -> Option<(&str, &'static str)> {
    let (count, word) = header.split_once(' ')?;
    let block = ["circuit", "superset"].into_iter().find(|block| block.eq_ignore_ascii_case(word.trim()))?;
    count.bytes().all(|digit| digit.is_ascii_digit()).then_some((count, block))
}

/// Returns the block that is meant by a header whose first words are misspelt or parted, and how much of the header
/// they are.
fn block_meant(header: &str) -> Option<(&'static str, usize)> {
    let first = header.split_whitespace().next()?;
    let known = BlockWord::SPELLINGS;
    if let Some(near) = nearest(first, known) {
        return Some((near, first.len()));
    }
    let second = header[first.len()..].split_whitespace().next()?;
    let length = header[first.len()..].find(second)? + first.len() + second.len();
    let joined = format!("{first}{second}").to_lowercase();
    let bare = known.map(|word| word.replace(' ', ""));
    let same = bare.iter().position(|word| *word == joined);
    let near = || {
        nearest(&joined, bare.iter().map(String::as_str))
            .and_then(|near| bare.iter().position(|word| word == near))
    };
    same.or_else(near).map(|at| (known[at], length))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_misspelt_block_is_mended() {
        for (written, meant) in [
            ("«circut rounds 3» < squat 10 >", "circuit rounds 3 < squat 10 >"),
            ("«super set» < squat 10 >", "superset < squat 10 >"),
            ("«for tiem» < squat 10 >", "for time < squat 10 >"),
            ("«finisher» < squat 10 >", ""),
        ] {
            assert_eq!(told(guess, written), meant);
        }
    }
}
