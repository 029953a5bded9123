//! What words that cannot be read were probably meant to be.

use strum::VariantNames;

use crate::diagnostic::{Diagnostic, Rule as Named, nearest};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::unit;
use crate::syntax::word::{
    AboutWord, BlockWord, Follows, Half, Measure, ModifierWord, OptionWord, OtherWord, StepWord,
    TextStepWord, Word,
};

/// First words of options, for suggestions.
pub(super) const OPTIONS: [&str; OptionWord::ALL.len()] = OptionWord::SPELLINGS;

/// Words that a modifier begins with, for suggestions.
pub(super) const MODIFIERS: [&str; ModifierWord::ALL.len()] = ModifierWord::SPELLINGS;

/// Words that are said and not written.
const FILLERS: [&str; 7] = ["on", "for", "of", "a", "the", "with", "in"];

/// Tells whether a word is one of those, in any case.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.iter().any(|filler| filler.eq_ignore_ascii_case(word))
}

/// What a body has two of.
pub(super) const HALVES: &[&str] = Half::VARIANTS;

/// What a tempo is, for whoever wrote another.
pub(crate) const TEMPO: &str = "a tempo has four figures, the seconds down, held, up and held: `tempo 3-1-1-0`, with X for as fast as you can";

pub(super) fn placeholder(text: &str) -> Option<(usize, &str)> {
    ["...", "…"].iter().find_map(|sign| text.find(sign).map(|at| (at, &text[at..at + sign.len()])))
}

pub(super) fn is_placeholder(text: &str) -> bool {
    placeholder(text).is_some()
}

/// What an option's first word needs.
pub(super) fn needs(option: &str) -> &'static str {
    match option {
        "rounds" => "a number, such as `rounds 5`",
        "ladder" => "its rungs, such as `ladder 21-15-9`",
        "until" => "a text, such as `until \"you miss a minute\"`",
        "alternating" => "nothing",
        _ => "a time, such as `30s`",
    }
}

/// A letter of any script, a mark, a digit, a hyphen or an apostrophe.
pub(super) fn is_name_character(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '-' | '\'' | '’')
        || unicode_normalization::char::is_combining_mark(character)
        || character.is_whitespace()
}

/// Tells whether words begin a statement of their own. `for` does, since `for time` may be meant.
pub(super) fn is_keyword(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    first.eq_ignore_ascii_case("for") || Word::begun(words).is_some()
}

/// Turns `10 burpees`, `400m run`, `3 sets of 10 squats` into what is meant; none where that is not certain.
pub(super) fn reorder(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_dose = |word: &str| begins_with_figure(word);
    let is = |word: &str, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_unit = |word: &str| !word.is_empty() && unit::read(word).is_some();
    let (dose, rest) = match words.as_slice() {
        [sets, word, of, dose, rest @ ..]
            if is_dose(sets) && is(word, &["set", "sets"]) && is(of, &["of", "x"]) && is_dose(dose) =>
        {
            (format!("{sets}x{dose}"), rest)
        }
        [sets, sign, dose, rest @ ..] if is_dose(sets) && is(sign, &["x", "×"]) && is_dose(dose) => {
            (format!("{sets}x{dose}"), rest)
        }
        [figure, unit, name, ..]
            if figure.bytes().all(|byte| byte.is_ascii_digit())
                && is_unit(unit)
                && name.starts_with(char::is_alphabetic) =>
        {
            (format!("{figure} {unit}"), &words[2..])
        }
        [dose, rest @ ..] if is_dose(dose) => ((*dose).to_owned(), rest),
        _ => return None,
    };
    // Up to the first modifier it is the name.
    let is_each = |at: usize| {
        is(rest[at], &["each"]) && rest.get(at + 1).is_some_and(|half| is(half, HALVES) && at > 0)
    };
    let name = rest.iter().enumerate().take_while(|&(at, word)| {
        word.starts_with(char::is_alphabetic)
            && word.chars().all(is_name_character)
            && !is_modifier(word)
            && !is_each(at)
    });
    let length = name.count();
    // `400m freestyle easy`: how hard it is was said last.
    if length == rest.len() && length > 1 && is(rest[length - 1], &["easy", "moderate", "hard"]) {
        return Some(format!("{} {dose} @ {}", rest[..length - 1].join(" "), rest[length - 1]));
    }
    let (name, tail) = rest.split_at(length);
    if name.is_empty() || tail.iter().any(|word| is_dose(word) && tail.first() == Some(word)) {
        return None;
    }
    let mut words = name.to_vec();
    words.push(&dose);
    words.extend(tail);
    Some(words.join(" "))
}

/// Returns the option that is meant by a word that is one, or near one.
pub(super) fn option_near(word: &str) -> Option<&'static str> {
    OPTIONS.into_iter().find(|option| option.eq_ignore_ascii_case(word)).or_else(|| nearest(word, OPTIONS))
}

/// Reads a small number that is written out.
pub(crate) fn figure_of(word: &str) -> Option<usize> {
    const NUMBERS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    NUMBERS.iter().position(|number| number.eq_ignore_ascii_case(word)).map(|at| at + 1)
}

/// Sets that differ, as many write them: `5/3/1 @ 65/75/85%`.
pub(super) struct Slashed {
    /// How many bytes of the text it is.
    pub length: usize,
    /// The list of sets that it means.
    pub list: String,
    /// Whether each set has its own figure after `@`, so that it can mean nothing else.
    pub is_certain: bool,
}

/// Reads what a text begins with as sets that differ, with as many figures after the `@` as before it, or none there.
pub(super) fn slashed(text: &str) -> Option<Slashed> {
    let is_figure = |part: &str| {
        begins_with_figure(part) && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let end_of = |text: &str| text.find([' ', '\n', ';', '>', '#', '@']).unwrap_or(text.len());
    let doses = &text[..end_of(text)];
    let sign = ['/', '-'].into_iter().find(|sign| doses.contains(*sign))?;
    let sets: Vec<&str> = doses.split(sign).collect();
    // Two are the men's and the women's, or a range.
    if sets.len() < 3 || !sets.iter().all(|set| is_figure(set.strip_suffix('+').unwrap_or(set))) {
        return None;
    }
    let after = text[doses.len()..].trim_start_matches(' ');
    let own = after.strip_prefix('@').map(|target| target.trim_start_matches(' ')).and_then(|target| {
        let target = &target[..end_of(target)];
        let figures: Vec<&str> = target.split('/').collect();
        let unit = figures.last()?.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
        let bare = |figure: &&str| figure.strip_suffix(unit).unwrap_or(figure).to_owned();
        let bare: Vec<String> = figures.iter().map(bare).collect();
        let reads = unit == "%" || !unit.is_empty() && unit::read(unit).is_some();
        let fits = figures.len() == sets.len() && reads && bare.iter().all(|figure| is_figure(figure));
        let set = |(set, figure): (&&str, &String)| format!("{set} @ {figure}{unit}");
        fits.then(|| Slashed {
            length: text.len() - after.len() + after.find(target).unwrap_or_default() + target.len(),
            list: sets.iter().zip(&bare).map(set).collect::<Vec<_>>().join(", "),
            is_certain: true,
        })
    });
    // With dashes it is a ladder, unless each has its load.
    let plain = || Slashed { length: doses.len(), list: sets.join(", "), is_certain: false };
    own.or_else(|| (sign == '/').then(plain))
}

/// Returns the words of a cue that stands in brackets, after a dash or in other quotes than it should.
pub(super) fn cue_in_other_signs(text: &str) -> Option<&str> {
    const SIGNS: [char; 10] = ['(', ')', '-', '–', '—', ':', '\'', '‘', '’', '['];
    let words = text.trim_matches(|sign| SIGNS.contains(&sign) || sign == ' ' || sign == ']');
    let marked = text.starts_with(SIGNS);
    // `minute 1: rest` names a step, and no way to do it.
    let is_step = text.starts_with(':') && is_keyword(words.split(' ').next().unwrap_or_default());
    (marked && !is_step && words.starts_with(char::is_alphabetic) && !words.contains(['"', '\\']))
        .then_some(words)
}

/// Tells whether a target begins with this word.
pub(super) fn is_target_word(word: &str) -> bool {
    const WORDS: [&str; 9] = ["rpe", "rir", "zone", "slope", "bodyweight", "bw", "easy", "moderate", "hard"];
    // `rpe8` is read behind `@` as well.
    let measure = word.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
    let is_measured =
        measure.len() < word.len() && MEASURES.iter().any(|one| one.eq_ignore_ascii_case(measure));
    is_measured || WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Takes the mark of a list from a step: `- squat 10`, `1. squat 10`.
pub(super) fn bulleted(text: &str) -> Option<(&str, &str)> {
    let (mark, step) = text.split_once(' ')?;
    let numbered =
        mark.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let step = step.trim_start();
    let is_mark = numbered || matches!(mark, "-" | "*" | "•" | "–" | "—");
    (is_mark && step.starts_with(char::is_alphabetic)).then_some((mark, step))
}

/// Takes the label of an exercise from a step: `A1. squat`, `B) row`.
pub(super) fn labelled(text: &str) -> Option<&str> {
    let (label, step) = text.split_once(' ')?;
    let figure =
        label.strip_suffix(['.', ')', ':'])?.strip_prefix(|first: char| first.is_ascii_alphabetic())?;
    let is_label = figure.len() <= 2 && figure.bytes().all(|byte| byte.is_ascii_digit());
    let step = step.trim_start();
    (is_label && step.starts_with(char::is_alphabetic)).then_some(step)
}

pub(super) fn is_modifier(word: &str) -> bool {
    MODIFIERS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn begins_with_figure(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// Returns the movement and its dose that `text` ends in: `lunge 10` of `then lunge 10`.
pub(super) fn second_movement(text: &str) -> Option<&str> {
    const JOINS: [&str; 6] = ["&", "+", "|", "then", "and", "plus"];
    let first = text.split_whitespace().next()?;
    let movement = match JOINS.iter().any(|join| join.eq_ignore_ascii_case(first)) {
        true => text[first.len()..].trim_start(),
        false => text,
    };
    let mut words = movement.split_whitespace();
    let named = words.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
        && !FILLERS.iter().any(|filler| movement.split(' ').next() == Some(filler));
    let dosed = words.any(begins_with_figure);
    (named && dosed).then_some(movement)
}

/// A statement whose text should be in quotes: `title Lower Body`.
pub(crate) struct Unquoted<'t> {
    /// The word it begins with.
    word: Word,
    /// That word, as written.
    written: &'t str,
    /// How many bytes the blank behind it has.
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
        (!text.is_empty()).then_some(Self { word, written, gap, text })
    }

    /// Says so; `whole` is where the statement stands.
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
            format!("what follows `{small}` stands in quotes: `{small} {quoted}`"),
        );
        if word.row().follows == Follows::Body {
            diagnostic.help(format!("its block follows: `{small} {quoted} < … >`"))
        } else if self.is_sentence() {
            let remark = format!("{written} {bare}").replace('\\', "\\\\").replace('"', "\\\"");
            diagnostic.help(format!("if it is a remark, write `note \"{remark}\"`"))
        } else if self.is_certain() {
            diagnostic.fix(Span::new(end, whole.end as usize), quoted)
        } else {
            diagnostic.help("if it is a movement of yours, define it, or put its name in quotes")
        }
    }

    /// Tells whether it can't be meant as a movement, which a dose would make it look like.
    fn is_certain(&self) -> bool {
        let never_a_movement: [Word; 3] =
            [AboutWord::Title.into(), TextStepWord::Note.into(), OtherWord::RaceDay.into()];
        never_a_movement.contains(&self.word) || !self.text.split_whitespace().any(begins_with_figure)
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

/// Takes the single quotes off a text that stands between two.
fn without_single_quotes(text: &str) -> &str {
    let is_quote = |sign: char| matches!(sign, '\'' | '‘' | '’');
    let inside = text.strip_prefix(is_quote).and_then(|rest| rest.strip_suffix(is_quote));
    inside.filter(|inside| !inside.is_empty()).unwrap_or(text)
}

/// Words that stand before a figure in a target.
pub(super) const MEASURES: &[&str] = Measure::VARIANTS;

/// Returns the block that is meant by a header whose first words are misspelt or parted, and how much of the header
/// they are: `for tiem`, `super set`.
pub(super) fn block_meant(header: &str) -> Option<(&'static str, usize)> {
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

/// Turns `12 min amrap` and `10-minute emom` into `amrap 12min` and `emom 10min`.
pub(super) fn length_first(header: &str) -> Option<String> {
    let (time, word) = header.trim_end().rsplit_once(' ')?;
    let word = ["amrap", "emom"].into_iter().find(|known| known.eq_ignore_ascii_case(word))?;
    let (figure, unit) = time_of(&time.replace('-', " "))?;
    Some(format!("{word} {figure}{}", unit.spelling()))
}

/// Returns how long `12 min` or `90s` is, in milliseconds.
pub(super) fn time_said(text: &str) -> Option<i64> {
    let (figure, unit) = time_of(text)?;
    figure.checked_mul(unit.thousandths)
}

/// Reads a whole figure and a unit of time.
pub(super) fn time_of(text: &str) -> Option<(i64, unit::Meaning)> {
    let digits = text.find(|sign: char| !sign.is_ascii_digit())?;
    let meaning = unit::read(text[digits..].trim())?;
    let figure = text[..digits].parse().ok()?;
    (meaning.unit == Unit::Second).then_some((figure, meaning))
}

/// Turns `zone 2 run 40min` into `run 40min @ zone 2`.
pub(super) fn target_first(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [measure, figure, rest @ ..] = words.as_slice() else { return None };
    let measures = ["zone", "rpe", "rir"];
    let figure_reads = figure.starts_with(|c: char| c.is_ascii_digit());
    if rest.is_empty() || !figure_reads || !measures.iter().any(|known| known.eq_ignore_ascii_case(measure)) {
        return None;
    }
    let rest_reads = rest[0].starts_with(char::is_alphabetic);
    rest_reads.then(|| format!("{} @ {} {figure}", rest.join(" "), measure.to_lowercase()))
}
