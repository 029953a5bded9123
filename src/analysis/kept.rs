//! Whether a correction keeps every word and every figure of what it touches.
//!
//! It may write them in another order, spell them as a table has them (`two` as 2, `secs` as `s`), and add words of the
//! language. A word may be lost only if it is a slip of one that came, and no word that is known.

use std::collections::BTreeMap;

use strum::VariantNames;

use crate::catalog;
use crate::date;
use crate::diagnostic::{Fix, edits};
use crate::quantity::Unit;
use crate::source::Span;
use crate::speech::KnownNames;
use crate::syntax::word::{Half, Measure, REFERENCES, Word};
use crate::syntax::{figure_of, unit};

/// Words that people say and the language leaves out, or says with another word or a sign.
const UNSAID: [&str; 31] = [
    "a", "an", "the", "of", "for", "on", "in", "with", "and", "at", "to", "is", "as", "then", "plus", "cue",
    "set", "sets", "round", "rounds", "time", "times", "x", "until", "through", "thru", "my", "your", "his",
    "her", "their",
];

/// Words that others say for words of the language: the language's comes first.
const SYNONYMS: [(&str, &[&str]); 14] = [
    ("rest", &["off", "recovery"]),
    ("reps", &["times"]),
    ("foot", &["feet"]),
    ("every", &["each"]),
    ("each", &["every", "per"]),
    ("starts", &["start", "starting", "from", "date", "begins", "beginning"]),
    ("ends", &["end", "ending"]),
    ("week", &["wk", "w"]),
    ("weeks", &["wks"]),
    ("evening", &["night", "tonight"]),
    ("bodyweight", &["weight", "bw"]),
    ("training", &["tm"]),
    ("heart", &["hr", "hrmax", "maxhr", "mhr"]),
    ("monday", &["day", "daily", "everyday", "weekday", "weekdays"]),
];

/// Words of the language that no table has.
const OTHERS: [&str; 20] = [
    "each",
    "between",
    "movements",
    "only",
    "not",
    "ready",
    "jog",
    "foot",
    "or",
    "bodyweight",
    "starts",
    "ends",
    "cycles",
    "cycle",
    "morning",
    "evening",
    "build",
    "set",
    "sets",
    "x",
];

/// Tells whether a correction of a text keeps its words and figures.
pub(super) fn keeps_words(text: &str, fix: &Fix, names: &KnownNames) -> bool {
    fix.spans().all(|span| {
        let around = with_words_around(text, span);
        let before = &text[around.range()];
        let after = format!(
            "{}{}{}",
            &text[around.range().start..span.range().start],
            fix.replacement,
            &text[span.range().end..around.range().end]
        );
        keeps(before, &after, names)
    })
}

/// How much of a text before and behind a correction is looked at with it, in bytes: a few words.
const AROUND: usize = 40;

/// Extends a place by the words around it, and to the ends of the words that it begins and ends in.
fn with_words_around(text: &str, span: Span) -> Span {
    let range = span.range();
    let start = text[..range.start].trim_end_matches(char::is_alphanumeric).len();
    let before =
        text[..start].char_indices().rev().map(|(at, _)| at).take_while(|at| start - at <= AROUND).last();
    let before = before.unwrap_or(start);
    let first = text[before..start].find(char::is_whitespace).map_or(start, |at| before + at);
    let rest = &text[range.end..];
    let end = text.len() - rest.trim_start_matches(char::is_alphanumeric).len();
    let after =
        text[end..].char_indices().map(|(at, _)| at).take_while(|at| *at <= AROUND).last().unwrap_or(0);
    let last = text[end..end + after].rfind(char::is_whitespace).map_or(end, |at| end + at);
    Span::new(if before == 0 { 0 } else { first }, if end + after == text.len() { text.len() } else { last })
}

fn keeps(before: &str, after: &str, names: &KnownNames) -> bool {
    let (mut lost, mut new) = (words(before), words(after));
    let stays: Vec<String> = lost.keys().filter(|word| new.contains_key(*word)).cloned().collect();
    for word in &stays {
        // `50% of FTP to 70% of FTP`: a word may be said once where it was said twice, a figure may not.
        let (was, is) = (lost.remove(word).unwrap_or(0), new.remove(word).unwrap_or(0));
        if is_figure(word) && was > is {
            return false;
        }
        if was > is {
            lost.insert(word.clone(), was - is);
        }
        if is > was {
            new.insert(word.clone(), is - was);
        }
    }
    // `18:00`, of `18h`, has a figure more.
    let is_new_figure = |word: &String| is_figure(word) && word.bytes().any(|digit| digit != b'0');
    if new.keys().any(is_new_figure) || lost.keys().any(|word| is_figure(word)) {
        return false;
    }
    let mut come: Vec<&str> = new.keys().map(String::as_str).filter(|word| !is_figure(word)).collect();
    let is_left_out = |word: &&str| UNSAID.contains(word) || says_itself(word, after);
    let mut unpaired: Vec<&str> = Vec::new();
    let all_lost: Vec<&str> = lost.keys().map(String::as_str).collect();
    for &word in all_lost.iter().filter(|word| !is_left_out(word)) {
        match come.iter().position(|other| stands_for(word, other, names)) {
            Some(at) => drop(come.remove(at)),
            None if stays.iter().any(|stays| stays == word) => {}
            None => unpaired.push(word),
        }
    }
    if unpaired.is_empty() && come.iter().all(|word| is_of_the_language(word)) {
        return true;
    }
    // A letter of its own is part of another name: `single-leg A`.
    if come.iter().any(|word| word.len() == 1) {
        return false;
    }
    // `super set`, `everyweek`: the same letters in more words or in fewer.
    let (written, meant) = (letters(before, &all_lost), letters(after, &come));
    let is_misspelt = || all_lost.iter().all(|word| !is_known(word, names));
    written == meant || edits(&written, &meant, 1).is_some() && is_misspelt()
}

/// Tells whether the new text says the same without this word: `min` beside a clock, `side` beside `left`, or a word
/// that the language spells otherwise.
fn says_itself(word: &str, after: &str) -> bool {
    let after = after.to_lowercase();
    let has = |wanted: &str| parts(&after).any(|part| part == wanted);
    let has_clock = || {
        let mut signs = after.match_indices(':').map(|(at, _)| (&after[..at], &after[at + 1..]));
        signs.any(|(one, other)| one.ends_with(|c: char| c.is_ascii_digit()) && is_figure(other))
    };
    let is_time = || unit::read(word).is_some_and(|meaning| meaning.unit == Unit::Second);
    let is_half = || Half::VARIANTS.contains(&word);
    SYNONYMS.iter().any(|(own, others)| others.contains(&word) && has(own))
        || is_time() && has_clock()
        || is_half() && (has("left") || has("right"))
}

/// Returns the letters of these words of a text, in their order there.
fn letters(text: &str, words: &[&str]) -> String {
    let small = text.to_lowercase();
    parts(&small).filter(|part| words.contains(part)).collect()
}

/// Tells whether a word that came is another spelling of a word that is lost, or what it is a slip of.
fn stands_for(lost: &str, new: &str, names: &KnownNames) -> bool {
    let is_unit = |word: &str| unit::read(word).is_some();
    let (one, other) = (catalog::key(lost), catalog::key(new));
    let is_slip = edits(lost, new, 1).is_some() || edits(&one, &other, 1).is_some();
    one == other
        || Word::meant_by(lost).is_some_and(|word| word.spelling() == new)
        || is_unit(lost) && (is_unit(new) || is_slip && Measure::VARIANTS.contains(&new))
        || is_slip && !is_known(lost, names)
}

/// Tells whether a word is one of a movement's name, of the language, or a unit, so that it is not misspelt.
fn is_known(word: &str, names: &KnownNames) -> bool {
    names.has_word(word) || UNSAID.contains(&word) || is_of_the_language(word)
}

/// Tells whether a word is one that the language gives a meaning.
fn is_of_the_language(word: &str) -> bool {
    let is_part = |spelling: &str| spelling.split([' ', '-']).any(|part| part == word);
    Word::all().any(|one| is_part(one.spelling()))
        || unit::read(word).is_some()
        || date::weekday(word).is_some()
        || Half::VARIANTS.iter().chain(Measure::VARIANTS).chain(&REFERENCES).any(|spelling| is_part(spelling))
        || OTHERS.contains(&word)
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// Counts the words and figures of a text. What a table spells in several ways counts as one word.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for word in parts(&text.to_lowercase()) {
        *words.entry(spelt(word)).or_insert(0) += 1;
    }
    words
}

fn spelt(word: &str) -> String {
    if let Some(figure) = figure_of(word) {
        return figure.to_string();
    }
    match date::weekday(word) {
        Some(day) => date::name(day).to_owned(),
        None => word.to_owned(),
    }
}

/// Cuts a text into its words and figures.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let ends = |sign: char| !sign.is_alphanumeric() || sign.is_ascii_digit() != is_digit;
        let (part, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none() -> KnownNames {
        KnownNames::of(&Default::default(), "")
    }

    fn keep(before: &str, after: &str) -> bool {
        keeps(before, after, &none())
    }

    #[test]
    fn words_and_figures_may_change_their_places_and_their_spelling() {
        for (before, after) in [
            ("10 burpees", "burpees 10"),
            ("rounds three", "rounds 3"),
            ("burpee 10 times", "burpee 10 reps"),
            ("rest 5m", "rest 5min"),
            ("mon to wed", "monday, wednesday"),
            ("circuit 3", "circuit rounds 3"),
            ("amrap of 12min", "amrap 12min"),
            ("40s on 20s off", "work 40s rest 20s"),
            ("squat & press", "\"squat & press\""),
        ] {
            assert!(keep(before, after), "{before}");
        }
    }

    #[test]
    fn a_misspelt_word_may_go_where_it_is_in_no_table() {
        for (before, after) in [
            ("suqat", "squat"),
            ("dumbell press", "dumbbell press"),
            ("circut", "circuit"),
            ("400 metrs", "400 metres"),
        ] {
            assert!(keep(before, after), "{before}");
        }
        for (before, after) in
            [("super set", "superset"), ("everyweek", "every week"), ("for tiem", "for time")]
        {
            assert!(keep(before, after), "{before}");
        }
    }

    #[test]
    fn what_loses_a_word_or_a_figure_is_not_kept() {
        for (before, after) in [
            ("hop 20", "OHP 20"),
            ("log press", "leg press"),
            ("3 circuit", "circuit"),
            ("squat 3x15 1min", "squat 3x15 min"),
            ("5 calf", "5 cals"),
            ("rounds 10", "bound 10"),
            ("(each side)", "\"side\""),
            ("20 m", "2 m"),
            ("@ 80% 1RM", "@ 80%"),
            ("every 2min for 20min", "every 2min rounds 10"),
            ("A1 squat", "squat"),
        ] {
            assert!(!keep(before, after), "{before}");
        }
    }

    #[test]
    fn a_place_inside_a_word_is_looked_at_with_all_of_it() {
        let fix = |start, end, replacement: &str| Fix {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
            more: Vec::new(),
        };
        assert!(keeps_words("squatt 10", &fix(5, 6, ""), &none()));
        assert!(!keeps_words("squat 100", &fix(8, 9, ""), &none()));
        assert!(!keeps_words("press 10", &fix(1, 2, ""), &none()));
    }
}
