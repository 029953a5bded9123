//! `section Main lift`: a title without quotes.

use crate::diagnostic::{Choice, Rule, list, nearest};
use crate::syntax::build::guess::stray::touch;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{OPTIONS, is_filler, is_keyword, is_modifier, is_name_character};
use crate::syntax::word::BlockWord;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let block = stray.around.block?;
    let text = stray.text();
    if block.title.is_some() || !text.chars().all(|sign| is_name_character(sign) || sign == ' ') {
        return None;
    }
    let message = format!("`{text}` is not an option of a block");
    let guess = Guess::new(Rule::UnknownOption, stray.place, message);
    let leads = block.word_span.end < stray.place.start && touch(stray.file, block.word_span, stray.place);
    // `circuit circuit`, `circuit per sidde`: a word of the language is no title.
    let has_keyword = text.split(' ').any(is_keyword_or_option);
    Some(if leads && !has_keyword && !stray.rest().contains(|sign: char| sign.is_ascii_digit()) {
        guess.help("a block's title needs quotes").fix(stray.place, format!("\"{text}\""))
    } else {
        let choice = leads.then(|| Choice::write(stray.place, format!("\"{text}\"")));
        guess
            .help(format!("a title needs quotes: `\"{text}\"`; options are {}", list(&OPTIONS)))
            .choices(choice.map(|choice| choice.meaning("for a title")))
    })
}

/// Tells whether a word is one of the language, near one, or too short to tell: `emom fro 10min`.
fn is_keyword_or_option(word: &str) -> bool {
    let others = ["for", "per", "each", "every", "time", "rounds", "between", "warmup", "cooldown", "up", "down"];
    let mut known = others.into_iter().chain(OPTIONS).chain(BlockWord::SPELLINGS);
    let is_known = |one: &str| one.eq_ignore_ascii_case(word) || nearest(word, [one]).is_some();
    word.len() < 3 || is_keyword(word) || is_modifier(word) || is_filler(word) || known.any(is_known)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn a_title_right_after_the_first_word_gets_its_quotes() {
        assert_eq!(told_in_header(guess, "section «Main lift» <"), "section \"Main lift\" <");
    }

    #[test]
    fn elsewhere_it_is_shown_in_quotes() {
        for text in ["circuit rounds 3 «Main lift» <", "section «Main lift 2» <"] {
            assert!(told_in_header(guess, text).starts_with("a title needs quotes: `\"Main lift"), "{text}");
        }
        assert_eq!(told_in_header(guess, "section \"A\" «Main lift» <"), "");
        assert_eq!(told_in_header(guess, "section «Main+lift» <"), "");
    }
}
