//! Words, figures and signs of a stretch of text, each with its place.

use crate::source::Span;
use crate::syntax::figure_of;

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `8`, `82.5`, `1,000`.
    Number,
    /// `½`.
    Fraction,
    /// Letters, with hyphens, apostrophes and figures in them: `push-up`, `T2B`, `Z2`.
    Word,
    /// The sign of sets: `x` or `×` behind or before a figure.
    Times,
    /// A text in quotes.
    Text,
    /// Any other sign.
    Sign(char),
}

/// A word, a figure or a sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: &'t str,
    /// Where it is in the file.
    pub span: Span,
    /// Whether nothing is between it and the token before it.
    pub glued: bool,
}

impl Token<'_> {
    /// Tells whether it is one of these words, in any case.
    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// Tells whether it is this sign.
    pub(super) fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// Vulgar fractions with what they are as a decimal.
pub(super) const FRACTIONS: [(char, &str); 5] =
    [('½', "0.5"), ('¼', "0.25"), ('¾', "0.75"), ('⅓', "0.333"), ('⅔', "0.667")];

/// Returns the tokens of a stretch of a file.
pub(super) fn tokens(file: &str, stretch: Span) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let end = stretch.end as usize;
    let mut at = stretch.start as usize;
    while let Some(first) = file[at..end].chars().next() {
        if first.is_whitespace() || first == '\u{feff}' || first.is_control() {
            at += first.len_utf8();
            continue;
        }
        let glued = tokens.last().is_some_and(|last| last.span.end as usize == at);
        let behind_figure = glued && tokens.last().is_some_and(|last| last.kind == Kind::Number);
        let (kind, length) = next(&file[at..end], behind_figure);
        let text = &file[at..at + length];
        tokens.push(Token { kind, text, span: Span::new(at, at + length), glued });
        at += length;
    }
    tokens
}

/// The figures of the numbers that rounds and sets are counted by in words.
const FIGURES: [&str; 20] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
    "20",
];

/// Reads the words before `rounds` and `sets` as figures: `three rounds`.
pub(super) fn count_in_figures(tokens: &mut [Token<'_>]) {
    for at in 1..tokens.len() {
        if tokens[at].is_word(&["rounds", "round", "sets", "set"])
            && tokens[at - 1].kind == Kind::Word
            && let Some(number) = figure_of(tokens[at - 1].text)
            && let Some(figure) = FIGURES.get(number - 1)
        {
            (tokens[at - 1].kind, tokens[at - 1].text) = (Kind::Number, figure);
        }
    }
}

/// Returns what a text begins with, and how long that is.
fn next(rest: &str, behind_figure: bool) -> (Kind, usize) {
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '0'..='9' => (Kind::Number, number_length(rest)),
        '×' => (Kind::Times, first.len_utf8()),
        'x' | 'X' if is_times(&rest[1..], behind_figure) => (Kind::Times, 1),
        '"' | '“' | '”' | '„' => match string_length(rest, behind_figure) {
            Some(length) => (Kind::Text, length),
            None => (Kind::Sign('"'), first.len_utf8()),
        },
        '’' | '′' => (Kind::Sign('\''), first.len_utf8()),
        '″' => (Kind::Sign('"'), first.len_utf8()),
        '–' | '—' | '−' => (Kind::Sign('–'), first.len_utf8()),
        first if FRACTIONS.iter().any(|(sign, _)| *sign == first) => (Kind::Fraction, first.len_utf8()),
        first if first.is_alphabetic() => (Kind::Word, word_length(rest, behind_figure)),
        first => (Kind::Sign(first), first.len_utf8()),
    }
}

/// Tells whether an `x` is the sign of sets, by what follows it.
fn is_times(rest: &str, behind_figure: bool) -> bool {
    let next = rest.trim_start_matches(' ').chars().next();
    let is_alone = !rest.starts_with(|next: char| next.is_alphabetic() || next == '-');
    match next {
        Some(next) if next.is_ascii_digit() || next == ':' => true,
        Some(_) if is_alone => true,
        // `2xBW`, `3xmax`.
        Some(_) => behind_figure,
        None => behind_figure,
    }
}

fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = digits(0);
    while matches!(bytes.get(length), Some(b'.' | b',')) && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    length
}

/// Returns the length of a word. Behind a figure it is a unit, which has no figures in it: `1h15`.
fn word_length(rest: &str, behind_figure: bool) -> usize {
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let joins = matches!(character, '-' | '\'' | '’' | '.')
            && next.is_some_and(char::is_alphanumeric)
            && !(character == '-' && next.is_some_and(|next| next.is_ascii_digit()));
        let is_part = if behind_figure { character.is_alphabetic() } else { character.is_alphanumeric() };
        if !(is_part || joins || (character == '\'' && rest[..at].ends_with('s'))) {
            break;
        }
        length = at + character.len_utf8();
    }
    // `60kgx5`: the sign of sets is no part of the unit.
    let times = rest[..length].strip_suffix(['x', 'X']).filter(|unit| behind_figure && !unit.is_empty());
    if times.is_some() && rest[length..].starts_with(|next: char| next.is_ascii_digit()) {
        return length - 1;
    }
    length
}

/// Returns tokens as they are written, each after one blank where there are any.
pub(super) fn written(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for (number, token) in tokens.iter().enumerate() {
        if number > 0 && !token.glued {
            text.push(' ');
        }
        text += token.text;
    }
    text
}

/// Returns the length of the text in quotes that `rest` begins with, which ends in its line at the latest; none if the
/// sign is a mark of seconds or inches.
pub(super) fn string_length(rest: &str, behind_figure: bool) -> Option<usize> {
    let mut characters = rest.char_indices();
    let (_, first) = characters.next()?;
    let mut escaped = false;
    for (at, character) in characters {
        match character {
            '\n' | '\r' => return (!behind_figure).then_some(at),
            '\\' if !escaped => escaped = true,
            '"' | '“' | '”' if !escaped => {
                let is_mark = behind_figure && first == '"' && {
                    // `45" rest 30"`: what is between two marks ends in a figure.
                    rest[1..at].ends_with(|before: char| before.is_ascii_digit() || before == '\'')
                        || rest[1..at].trim().is_empty()
                };
                return (!is_mark).then_some(at + character.len_utf8());
            }
            _ => escaped = false,
        }
    }
    (!behind_figure).then_some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> String {
        let tokens = tokens(text, Span::new(0, text.len()));
        let shown = tokens.iter().map(|token| {
            let kind = match token.kind {
                Kind::Number => "n",
                Kind::Fraction => "f",
                Kind::Word => "w",
                Kind::Times => "x",
                Kind::Text => "t",
                Kind::Sign(_) => "s",
            };
            format!("{kind}:{}", token.text)
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn figures_words_and_signs_are_parted() {
        assert_eq!(kinds("3x10 push-ups"), "n:3 x:x n:10 w:push-ups");
        assert_eq!(kinds("2xBW 5 x 60kg"), "n:2 x:x w:BW n:5 x:x n:60 w:kg");
        assert_eq!(kinds("Z2 T2B 1,000m"), "w:Z2 w:T2B n:1,000 w:m");
        assert_eq!(kinds("21-15-9"), "n:21 s:- n:15 s:- n:9");
        assert_eq!(kinds("e/s :30"), "w:e s:/ w:s s:: n:30");
        assert_eq!(kinds("x-band walk"), "w:x-band w:walk");
        assert_eq!(kinds("60kgx5 4X1"), "n:60 w:kg x:x n:5 n:4 x:X n:1");
        assert_eq!(kinds("1h15 3x1'30\""), "n:1 w:h n:15 n:3 x:x n:1 s:' n:30 s:\"");
    }

    #[test]
    fn a_quote_behind_a_figure_is_a_mark_unless_it_begins_a_text() {
        assert_eq!(kinds("wall sit 45\""), "w:wall w:sit n:45 s:\"");
        assert_eq!(kinds("row 45\" rest 30\""), "w:row n:45 s:\" w:rest n:30 s:\"");
        assert_eq!(kinds("squat 10 \"deep\""), "w:squat n:10 t:\"deep\"");
        assert_eq!(kinds("squat 10\"deep\""), "w:squat n:10 t:\"deep\"");
    }
}
