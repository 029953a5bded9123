//! `title Lower Body`: a text without its quotes.

use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;
use crate::syntax::word::{AboutWord, DefinitionWord, Follows, OtherWord, StepWord, TextStepWord, Word};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let unquoted = Unquoted::read(text).filter(|_| !text.contains(['"', '“', '”', '„']))?;
    Some(Guess::of(unquoted.diagnostic(stray.place)))
}

/// What a max is called behind `record`.
const MAX: [&str; 6] = ["max", "maximum", "1rm", "1-rm", "one-rep", "pr"];

/// Words beside it that say no more.
const FILLERS: [&str; 6] = ["new", "a", "the", "your", "of", "for"];

/// A statement whose text needs quotes: `title Lower Body`.
pub(crate) struct Unquoted<'t> {
    /// The word it begins with.
    word: Word,
    /// That word, as written.
    written: &'t str,
    /// How many bytes the blank after it has.
    gap: usize,
    /// `Lower Body`.
    text: &'t str,
}

impl<'t> Unquoted<'t> {
    /// Reads a statement that begins with a word that a text in quotes follows.
    pub(crate) fn read(statement: &'t str) -> Option<Self> {
        let (word, after) = Word::begun(statement).filter(|(word, _)| word.takes_text())?;
        let written = &statement[..statement.len() - after.len()];
        let (gap, text) = (after.chars().next().map_or(0, char::len_utf8), after.trim());
        // `pose running 3x20m` is a movement: a pose has no dose.
        let is_movement = word == DefinitionWord::Pose.into() && text.contains(|c: char| c.is_ascii_digit());
        (!text.is_empty() && !is_movement).then_some(Self { word, written, gap, text })
    }

    /// Reports it; `whole` is the place of the statement.
    pub(crate) fn diagnostic(&self, whole: Span) -> Diagnostic {
        let Self { word, written, text, .. } = *self;
        let small = word.spelling();
        let bare = without_single_quotes(text);
        let quoted = format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "\\\""));
        let start = whole.start as usize;
        let end = (start + written.len() + self.gap).min(whole.end as usize);
        let place = Span::new(start, start + written.len());
        let diagnostic = Diagnostic::new(
            Named::KeywordForm,
            place,
            format!("what follows `{small}` needs quotes: `{small} {quoted}`"),
        );
        let rest = Span::new(end, whole.end as usize);
        let with_quotes = Choice::showing(rest, &quoted, &format!("{small} {quoted}"));
        if let Some(movement) = self.max_of() {
            let max = format!("{small} max {movement}");
            let diagnostic = diagnostic.help(format!("if what is lifted becomes the max, write `{max}`"));
            let is_named = self.text.to_lowercase().contains(&movement.to_lowercase());
            let max = Choice::write(whole, max).meaning("for a max");
            diagnostic.choices(is_named.then_some(max).into_iter().chain([with_quotes]))
        } else if word.row().follows == Follows::Body {
            diagnostic.help(format!("its block follows: `{small} {quoted} < … >`"))
        } else if self.is_sentence() {
            let remark = format!("{written} {bare}").replace('\\', "\\\\").replace('"', "\\\"");
            let note = format!("note \"{remark}\"");
            let diagnostic = diagnostic.help(format!("if it is a remark, write `{note}`"));
            diagnostic.choices([Choice::write(whole, note).meaning("for a remark"), with_quotes])
        } else if self.is_certain() {
            diagnostic.fix(rest, quoted)
        } else {
            let help = "if it is a movement of yours, define it, or put its name in quotes";
            diagnostic.help(help).choices([with_quotes])
        }
    }

    /// Returns the movement whose max is recorded, where that may be meant: `record 1RM back squat`, `record squat max`.
    fn max_of(&self) -> Option<String> {
        if self.word != TextStepWord::Record.into() {
            return None;
        }
        let is_max = |word: &&str| MAX.iter().any(|max| max.eq_ignore_ascii_case(word.trim_end_matches(':')));
        let is_filler = |word: &&str| FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word));
        let words = || self.text.split_whitespace();
        words().find(is_max)?;
        let movement: Vec<&str> = words().filter(|word| !is_max(word) && !is_filler(word)).collect();
        Some(if movement.is_empty() { "back squat".to_owned() } else { movement.join(" ") })
    }

    /// Tells whether it can't be meant as a movement, which a dose would make it look like.
    fn is_certain(&self) -> bool {
        let never_a_movement: [Word; 3] =
            [AboutWord::Title.into(), TextStepWord::Note.into(), OtherWord::RaceDay.into()];
        let has_quotes = self.text.contains(['"', '“', '”', '„']);
        let has_figure = self.text.split_whitespace().any(begins_with_figure);
        !has_quotes && (never_a_movement.contains(&self.word) || !has_figure)
    }

    /// Tells whether it is a sentence rather than the title of a workout or the name of a file: `Do this every day.`,
    /// `Use a light weight`.
    fn is_sentence(&self) -> bool {
        let text = self.text;
        if self.word == StepWord::Do.into() {
            return text.contains(' ')
                && !text.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        }
        if self.word == OtherWord::Use.into() {
            return !text.to_lowercase().ends_with(".wod");
        }
        self.word == AboutWord::By.into() && text.starts_with(char::is_lowercase) && text.contains(' ')
    }
}

/// Takes the single quotes off a text that is between two.
fn without_single_quotes(text: &str) -> &str {
    let is_quote = |sign: char| matches!(sign, '\'' | '‘' | '’');
    let inside = text.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote));
    inside.filter(|inside| !inside.is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_text_gets_its_quotes() {
        assert_eq!(told(guess, "«title Lower Body»"), "title \"Lower Body\"");
        assert_eq!(told(guess, "«note 'slow: 5 each'»"), "note \"slow: 5 each\"");
        assert_eq!(told(guess, "«title \"A\" B»"), "");
        assert_eq!(told(guess, "«squat 10»"), "");
    }

    #[test]
    fn a_max_is_no_text() {
        for text in [
            "«record 1RM back squat»",
            "«record maximum back squat»",
            "«record back squat max»",
            "«record new max: back squat»",
            "«record max»",
        ] {
            let help = "if what is lifted becomes the max, write `record max back squat`";
            assert_eq!(told(guess, text), help, "{text}");
        }
        assert_eq!(told(guess, "«record Best single»"), "record \"Best single\"");
    }

    #[test]
    fn what_may_be_a_sentence_is_shown_as_a_note() {
        assert_eq!(
            told(guess, "«Use a light weight»"),
            "if it is a remark, write `note \"Use a light weight\"`"
        );
        assert!(told(guess, "«cue 10»").starts_with("if it is a movement of yours"));
        assert!(told(guess, "«workout Lower Body»").starts_with("its block follows: "));
    }
}
