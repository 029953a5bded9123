//! How long words take to say.
//!
//! A rate in words a minute means words of five letters. A longer word counts as more than one, and no word as less.
//! Pauses for punctuation are part of the time. The figures were compared with espeak-ng, so that the estimate is rarely
//! too short.

use super::Voice;
use crate::emit::readable::is_unseen;

/// Weights are in hundredths of a word.
const WORD: i64 = 100;
/// One letter of a word that is longer than five.
const LETTER: i64 = 20;
/// A pause for a comma, a colon, a semicolon or a dash.
const SHORT_PAUSE: i64 = 70;
/// A pause between two sentences.
const LONG_PAUSE: i64 = 120;
/// A sign that is read by its name: `%`, `+`, `&`.
const SIGN: i64 = 150;
/// One character of a script that writes no blanks between words.
const SYLLABLE: i64 = 60;
/// A word without a vowel is spelled letter by letter when it is this short: `kg`, `rpm`, `RDL`.
const LONGEST_SPELLED: i64 = 4;

/// A speaking rate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate {
    words_per_minute: i64,
}

impl Rate {
    /// The silence that is kept between two utterances, so that they are heard as two.
    pub(super) const GAP_MS: i64 = 200;

    /// Returns the voice's rate, held to what can be spoken.
    pub(super) fn new(voice: Voice) -> Self {
        Self { words_per_minute: i64::from(voice.words_per_minute.clamp(Voice::SLOWEST, Voice::FASTEST)) }
    }

    /// Returns how long `text` takes to say, in milliseconds, rounded up.
    pub(super) fn length_ms(self, text: &str) -> i64 {
        const MINUTE_MS: i64 = 60_000;
        let per_minute = self.words_per_minute * WORD;
        (weight(text) * MINUTE_MS + per_minute - 1) / per_minute
    }
}

/// Returns the weight of what is said for `text`, in hundredths of a word.
fn weight(text: &str) -> i64 {
    let mut spoken = 0;
    let mut pause = 0;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = run_of(first);
        // Only words and numbers are taken whole, so only their end is looked for: a text of signs would else be read
        // to its end at each of them.
        let length = match run {
            Run::Word | Run::Digits => {
                let is_beyond = |c| run_of(c) != run && !(run == Run::Word && is_apostrophe(c));
                rest.find(is_beyond).unwrap_or(rest.len())
            }
            Run::Pause(_) | Run::Sign | Run::Syllable | Run::Mark | Run::Blank => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        let weight = match run {
            Run::Word => word(piece),
            Run::Digits => number(piece),
            Run::Sign => SIGN,
            Run::Syllable => SYLLABLE,
            // Quotes and brackets are silent, but nothing that takes room on paper is free.
            Run::Mark => LETTER,
            Run::Pause(length) => {
                // Of several marks in a row, the longest counts. A mark at the very end does not count.
                pause = length.max(pause);
                0
            }
            Run::Blank => 0,
        };
        if weight > 0 {
            spoken += pause + weight;
            pause = 0;
        }
        rest = after;
    }
    spoken
}

/// What a character is to someone who reads aloud.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Word,
    Digits,
    Pause(i64),
    Sign,
    Syllable,
    Mark,
    Blank,
}

/// Sorts a character.
fn run_of(c: char) -> Run {
    // From here on come the scripts that write no blanks between words: Chinese, Japanese, Korean.
    const FIRST_SYLLABLE: char = '\u{2e80}';
    match c {
        '0'..='9' => Run::Digits,
        ',' | ':' | ';' | '–' | '—' => Run::Pause(SHORT_PAUSE),
        '.' | '!' | '?' | '…' => Run::Pause(LONG_PAUSE),
        '%' | '+' | '&' | '@' | '=' | '/' | '×' | '°' | '$' | '€' | '£' => Run::Sign,
        _ if c >= FIRST_SYLLABLE => Run::Syllable,
        _ if c.is_alphanumeric() => Run::Word,
        // A hyphen parts two words without a pause.
        _ if c.is_whitespace() || c == '-' => Run::Blank,
        _ => Run::Mark,
    }
}

/// Tells whether `c` can be inside a word without ending it.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Returns the weight of a word.
fn word(word: &str) -> i64 {
    let mut letters = 0;
    let mut spelled = true;
    for c in word.chars() {
        letters += 1;
        spelled &= c.is_ascii() && !"aeiouyAEIOUY".contains(c);
    }
    if spelled && letters <= LONGEST_SPELLED { letters * WORD } else { of_letters(letters) }
}

/// Returns the weight of a word of so many letters.
fn of_letters(letters: i64) -> i64 {
    (letters * LETTER).max(WORD)
}

/// Returns the weight of a number's words: `125` is "one hundred and twenty-five".
fn number(digits: &str) -> i64 {
    match digits.parse::<usize>() {
        Ok(value) if value < 10_000 => below_ten_thousand(value),
        // Longer ones are read digit by digit.
        _ => WORD * i64::try_from(digits.len()).unwrap_or_default(),
    }
}

/// Returns the weight of the words of a number below ten thousand.
fn below_ten_thousand(value: usize) -> i64 {
    /// The letters of zero, one, … nineteen.
    const SMALL: [i64; 20] = [4, 3, 3, 5, 4, 4, 3, 5, 5, 4, 3, 6, 6, 8, 8, 7, 7, 9, 8, 8];
    /// The letters of twenty, thirty, … ninety.
    const TENS: [i64; 8] = [6, 6, 5, 5, 5, 7, 6, 6];
    let small = |value: usize| of_letters(SMALL.get(value).copied().unwrap_or_default());
    let below_hundred = |value: usize| match value {
        0 => 0,
        1..=19 => small(value),
        _ => {
            let tens = of_letters(TENS.get(value / 10 - 2).copied().unwrap_or_default());
            tens + if value.is_multiple_of(10) { 0 } else { small(value % 10) }
        }
    };
    if value == 0 {
        return small(0);
    }
    let (thousands, hundreds, rest) = (value / 1000, value / 100 % 10, value % 100);
    let mut weight = below_hundred(rest);
    if thousands > 0 {
        weight += small(thousands) + of_letters(8);
    }
    if hundreds > 0 {
        weight += small(hundreds) + of_letters(7);
    }
    if rest > 0 && value > 100 {
        weight += of_letters(3);
    }
    weight
}

/// Returns `text` on one line: control characters become blanks, and what cannot be seen or heard is dropped, above all
/// marks of the writing direction, which would turn round what is around them. All else stays as the coach wrote it.
pub(super) fn one_line(text: &str) -> String {
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let is_mark = |c: char| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}');
    let heard = text.chars().filter(|&c| !is_unseen(c) && !is_mark(c));
    heard.map(|c| if is_break(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(text: &str) -> i64 {
        Rate::new(Voice::default()).length_ms(text)
    }

    #[test]
    fn a_short_word_takes_its_share_of_a_minute() {
        assert_eq!(ms("Rest"), 400);
        assert_eq!(ms("Rest."), 400);
        assert_eq!(Rate::new(Voice { words_per_minute: 60 }).length_ms("Rest"), 1000);
    }

    #[test]
    fn a_rate_is_held_to_what_can_be_spoken() {
        let at = |words_per_minute| Rate::new(Voice { words_per_minute }).length_ms("Rest");
        assert_eq!((at(0), at(60), at(400), at(u32::MAX)), (1000, 1000, 150, 150));
    }

    #[test]
    fn digits_count_as_the_words_they_are_spoken_as() {
        assert_eq!(ms("125"), ms("one hundred and twenty five"));
        assert_eq!(ms("2017"), ms("two thousand and seventeen"));
        assert_eq!(ms("100"), ms("one hundred"));
        assert_eq!(ms("30"), ms("thirty"));
        assert_eq!(ms("0"), ms("zero"));
        assert_eq!(ms("98765432109876543210"), 20 * 400);
    }

    #[test]
    fn long_words_signs_and_pauses_take_longer() {
        assert!(ms("kettlebell") > ms("bell"));
        assert!(ms("30%") > ms("30"));
        assert!(ms("Squat. Rest") > ms("Squat, rest"));
        assert!(ms("Squat, rest") > ms("Squat rest"));
        assert_eq!(ms("kg"), ms("k g"));
        assert_eq!(ms("single-leg"), ms("single leg"));
    }

    #[test]
    fn a_script_without_blanks_is_not_one_word() {
        assert!(ms("膝盖向外保持背部挺直") > 2000);
    }

    #[test]
    fn line_breaks_and_control_characters_become_blanks() {
        assert_eq!(one_line("knees\r\nout\t\u{85}now\u{2028}é"), "knees  out  now é");
    }
}
