//! `back squat 80kg 5,5,5`, `80kg x 5, 85kg x 3`, `8/8/7 @ 60kg`, `pull-up BW+10kg 5, 5`: sets and loads as people note
//! them down.

use crate::diagnostic::{Choice, Rule};
use crate::quantity::Kind;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let said = Reader::read(stray.text())?;
    let written = said.written();
    // Where only blanks are missing, that is said of the figures alone.
    let bare = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    if bare(&written) == bare(stray.text()) {
        return None;
    }
    let message = "the sets come first, and what was lifted behind them after `@`";
    let guess = Guess::new(Rule::BadResult, stray.place, message).explaining_statement().dropping_statement();
    Some(match said.is_certain {
        true => guess.fix(stray.place, written),
        false => guess.one_of([Choice::write(stray.place, written)]),
    })
}

/// What was lifted, as it was said.
struct Said<'t> {
    name: &'t str,
    /// Sets with what was lifted in them.
    groups: Vec<(Vec<String>, Option<String>)>,
    remark: Option<String>,
    /// Whether nothing else can be meant.
    is_certain: bool,
}

impl Said<'_> {
    fn written(&self) -> String {
        let group = |(sets, load): &(Vec<String>, Option<String>)| {
            let load = load.as_ref().map(|load| format!(" @ {load}")).unwrap_or_default();
            format!("{}{load}", sets.join(", "))
        };
        let groups: Vec<String> = self.groups.iter().map(group).collect();
        let remark = self.remark.as_ref().map(|remark| format!(" \"{remark}\"")).unwrap_or_default();
        format!("{} {}{remark}", self.name, groups.join(", "))
    }
}

/// A piece of what was said.
#[derive(Debug, Clone, PartialEq)]
enum Token<'t> {
    /// `5`, `1:30`, `45s`: how much of a set.
    Figure(&'t str),
    /// `80kg`, as it is written: `80kg`, `bodyweight +10kg`.
    Load(String),
    /// `x`.
    Times,
    /// `,`, `/`, `-`, `&`.
    Comma,
    /// `@`, `at`, `with`.
    At,
    Word(&'t str),
}

/// Words for a set that failed.
const FAILED: [&str; 6] = ["f", "fail", "failed", "miss", "missed", "failure"];

/// Words that say no more.
const FILLERS: [&str; 8] = ["for", ":", "reps", "rep", "then", "and", "done", "✓"];

/// Words that say something of the sets, and are no remark.
const MEANT: [&str; 20] = [
    "per", "each", "right", "left", "side", "leg", "arm", "in", "asked", "skipped", "missed", "tempo", "rest", "hold", "rpe",
    "rir", "sets", "reps", "round", "rounds",
];

/// The most sets that anybody does. A greater figure before an `x` is a load without its unit.
const MOST_SETS: u32 = 20;

/// The most tokens of a line.
const MOST: usize = 80;

/// Reads tokens one after another.
struct Reader<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    is_certain: bool,
}

impl<'t> Reader<'t> {
    fn read(text: &'t str) -> Option<Said<'t>> {
        if text.contains(['"', '“', '”', '<', '\n']) {
            return None;
        }
        let start = text.split_inclusive(char::is_whitespace).scan(0, |at, word| {
            let start = *at;
            *at += word.len();
            Some((start, word.trim()))
        });
        let mut start = start.skip(1).filter(|(_, word)| begins_amount(word));
        let (start, _) = start.next()?;
        let (name, rest) = text.split_at(start);
        let (rest, aside) = without_brackets(rest)?;
        let tokens = tokens(rest)?;
        let mut reader = Reader { tokens, at: 0, is_certain: true };
        let groups = reader.groups()?;
        let remark = reader.remark(aside)?;
        Some(Said { name: name.trim(), groups, remark, is_certain: reader.is_certain })
    }

    fn next(&self) -> Option<&Token<'t>> {
        self.tokens.get(self.at)
    }

    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(word)) if words.iter().any(|one| one.eq_ignore_ascii_case(word)))
    }

    fn skip_fillers(&mut self) {
        while self.word_is(self.at, &FILLERS) {
            self.at += 1;
        }
    }

    fn groups(&mut self) -> Option<Vec<(Vec<String>, Option<String>)>> {
        let is_load_first = matches!(self.next()?, Token::Load(_));
        let mut groups = Vec::new();
        while matches!(self.next(), Some(Token::Load(_) | Token::Figure(_))) {
            let group = if is_load_first {
                let load = self.load()?;
                let is_times = self.next() == Some(&Token::Times);
                if is_times || self.next() == Some(&Token::Comma) {
                    self.at += 1;
                }
                self.skip_fillers();
                (self.sets(is_times)?, Some(load))
            } else {
                let sets = self.sets(false)?;
                self.skip_fillers();
                if self.next() == Some(&Token::At) {
                    self.at += 1;
                    matches!(self.next(), Some(Token::Load(_))).then_some(())?;
                } else if self.next() == Some(&Token::Times) {
                    // `5x80kg`: so many repetitions, or so many sets?
                    self.is_certain = false;
                    self.at += 1;
                    matches!(self.next(), Some(Token::Load(_))).then_some(())?;
                }
                (sets, self.load())
            };
            groups.push(group);
            if self.next() == Some(&Token::Comma) {
                self.at += 1;
            }
            self.skip_fillers();
        }
        (!groups.is_empty()).then_some(groups)
    }

    /// Reads a load with how hard it was: `80kg RPE 8`.
    fn load(&mut self) -> Option<String> {
        let Token::Load(load) = self.next()?.clone() else { return None };
        self.at += 1;
        if self.word_is(self.at, &["rpe", "rir"])
            && let (Some(Token::Word(word)), Some(Token::Figure(figure))) =
                (self.tokens.get(self.at), self.tokens.get(self.at + 1))
        {
            let load = format!("{load} and {} {figure}", word.to_lowercase());
            self.at += 2;
            return Some(load);
        }
        Some(load)
    }

    /// Reads sets: `5`, `3x5`, `3 sets of 5`, `5, 5, F`. The list ends where the next load begins.
    fn sets(&mut self, is_after_times: bool) -> Option<Vec<String>> {
        let mut sets = Vec::new();
        match self.tokens.get(self.at..)? {
            // `80kg x 5 x 3`: repetitions and sets, in one order or the other.
            [Token::Figure(reps), Token::Times, Token::Figure(count), ..] if is_after_times => {
                sets.push(format!("{count}x{reps}"));
                self.is_certain = false;
                self.at += 3;
            }
            _ => sets.push(self.set()?),
        }
        loop {
            let is_parted = self.next() == Some(&Token::Comma);
            let at = self.at + usize::from(is_parted);
            let goes_on = match self.tokens.get(at) {
                Some(Token::Figure(_)) => true,
                Some(Token::Word(_)) => self.word_is(at, &FAILED),
                _ => false,
            };
            if !goes_on {
                return Some(sets);
            }
            self.at = at;
            sets.push(self.set()?);
        }
    }

    fn set(&mut self) -> Option<String> {
        if self.word_is(self.at, &FAILED) {
            self.at += 1;
            return Some("missed".to_owned());
        }
        let Token::Figure(first) = *self.next()? else { return None };
        self.at += 1;
        if self.word_is(self.at, &["set", "sets"]) {
            self.at += 1 + usize::from(self.word_is(self.at + 1, &["of", "x"]));
            let Token::Figure(reps) = *self.next()? else { return None };
            self.at += 1;
            return Some(format!("{first}x{reps}"));
        }
        if self.next() == Some(&Token::Times)
            && let Some(Token::Figure(reps)) = self.tokens.get(self.at + 1)
        {
            let is_count = first.parse::<u32>().is_ok_and(|count| count <= MOST_SETS);
            let set = format!("{first}x{reps}");
            self.at += 2;
            return is_count.then_some(set);
        }
        self.skip_reps();
        Some(first.to_owned())
    }

    fn skip_reps(&mut self) {
        if self.word_is(self.at, &["rep", "reps", "rm"]) {
            self.at += 1;
        }
    }

    /// Reads words behind everything: `PR`, `felt heavy`.
    fn remark(&mut self, aside: Option<&str>) -> Option<Option<String>> {
        let mut words: Vec<String> = Vec::new();
        for token in &self.tokens[self.at..] {
            let Token::Word(word) = token else { return None };
            if MEANT.iter().any(|meant| meant.eq_ignore_ascii_case(word)) {
                return None;
            }
            words.push((*word).to_owned());
        }
        words.extend(aside.map(str::to_owned));
        let remark = words.join(" ");
        // Whether it failed is not a remark.
        self.is_certain &= !remark.to_lowercase().contains("fail") && !remark.to_lowercase().contains("miss");
        Some((!remark.is_empty()).then_some(remark))
    }
}

/// Tells whether a word may be the first behind a name.
fn begins_amount(word: &str) -> bool {
    word.starts_with(|sign: char| sign.is_ascii_digit())
        || word.starts_with('+') && word[1..].starts_with(|sign: char| sign.is_ascii_digit())
        || bodyweight(word).is_some()
}

/// Reads `BW`, `BW+10kg`, `bodyweight`: what is added.
fn bodyweight(word: &str) -> Option<&str> {
    let small = word.to_ascii_lowercase();
    let length = ["bodyweight", "bw"].into_iter().find(|own| small.starts_with(own))?.len();
    let added = &word[length..];
    (added.is_empty() || added.starts_with(['+', '-'])).then_some(added)
}

/// Takes words in brackets off the end of a text.
fn without_brackets(text: &str) -> Option<(&str, Option<&str>)> {
    let Some((before, inside)) = text.split_once('(') else { return Some((text, None)) };
    let inside = inside.trim_end().strip_suffix(')')?;
    (!inside.contains(['(', ')'])).then_some((before, Some(inside.trim())))
}

/// Cuts a text into tokens. None where there is a sign that nothing is known of.
fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        if tokens.len() > MOST {
            return None;
        }
        let length = match first {
            '0'..='9' => figure(rest, &mut tokens)?,
            '+' => added(rest, &mut tokens)?,
            ',' | '/' | '-' | '–' | '&' => {
                tokens.push(Token::Comma);
                first.len_utf8()
            }
            '×' | '*' => {
                tokens.push(Token::Times);
                first.len_utf8()
            }
            '@' => {
                tokens.push(Token::At);
                1
            }
            '✓' | '✔' | '☑' | ':' => {
                tokens.push(Token::Word(if first == ':' { ":" } else { "✓" }));
                first.len_utf8()
            }
            sign if sign.is_alphabetic() => word(rest, &mut tokens),
            _ => return None,
        };
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

/// Reads a figure, with its unit: `5`, `82.5kg`, `80 kg`, `1:30`, `45s`.
fn figure<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> Option<usize> {
    let is_part = |(at, sign): (usize, char)| {
        let is_inside = text[at + sign.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
        sign.is_ascii_digit() || matches!(sign, '.' | ':') && is_inside
    };
    let length = text.char_indices().find(|&one| !is_part(one)).map_or(text.len(), |(at, _)| at);
    let behind = text[length..].trim_start();
    let letters = behind.find(|sign: char| !sign.is_alphabetic()).unwrap_or(behind.len());
    let gap = text[length..].len() - behind.len();
    let written = &behind[..letters];
    let kind = unit::read(written).map(|meaning| meaning.unit.kind());
    if kind == Some(Kind::Mass) {
        tokens.push(Token::Load(format!("{}{written}", &text[..length])));
        return Some(length + gap + letters);
    }
    // `45s`, of a hold; not `5 reps` or `5x5`.
    if gap == 0 && kind == Some(Kind::Time) {
        tokens.push(Token::Figure(&text[..length + letters]));
        return Some(length + letters);
    }
    let is_of_sets = matches!(kind, None | Some(Kind::Count));
    (gap > 0 || is_of_sets).then(|| {
        tokens.push(Token::Figure(&text[..length]));
        length
    })
}

/// Reads `+10kg`: on top of bodyweight.
fn added<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> Option<usize> {
    let mut inside = Vec::new();
    let length = figure(text[1..].trim_start(), &mut inside)? + (text.len() - text[1..].trim_start().len());
    let [Token::Load(load)] = inside.as_slice() else { return None };
    tokens.push(Token::Load(format!("bodyweight +{load}")));
    Some(length)
}

fn word<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> usize {
    let length = text.find(|sign: char| !(sign.is_alphabetic() || sign == '\'' || sign == '’')).unwrap_or(text.len());
    let word = &text[..length];
    let small = word.to_ascii_lowercase();
    match small.as_str() {
        "x" => tokens.push(Token::Times),
        "at" | "with" => tokens.push(Token::At),
        "bw" | "bodyweight" => {
            let behind = text[length..].trim_start();
            let gap = text.len() - length - behind.len();
            if behind.starts_with('+')
                && let Some(more) = added(behind, tokens)
            {
                return length + gap + more;
            }
            tokens.push(Token::Load("bodyweight".to_owned()));
        }
        _ => tokens.push(Token::Word(word)),
    }
    length
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_load_goes_behind_the_sets() {
        for (said, written) in [
            ("back squat 80kg 5,5,5", "back squat 5, 5, 5 @ 80kg"),
            ("back squat 80kg 3x5 ✓", "back squat 3x5 @ 80kg"),
            ("back squat 80kg x 5, 82.5kg x 5, 85 kg x 3", "back squat 5 @ 80kg, 5 @ 82.5kg, 3 @ 85kg"),
            ("back squat 100kg x 3 PR", "back squat 3 @ 100kg \"PR\""),
            ("bench press 60kg 8/8/6", "bench press 8, 8, 6 @ 60kg"),
            ("bench press 60kg for 3 sets of 8", "bench press 3x8 @ 60kg"),
            ("bench press 60kg: 8, 8, 7 reps", "bench press 8, 8, 7 @ 60kg"),
            ("bench press 8-8-7 @ 60kg", "bench press 8, 8, 7 @ 60kg"),
            ("bench press 8,8,7 60kg rpe 9", "bench press 8, 8, 7 @ 60kg and rpe 9"),
            ("back squat 5,5,4 @ 80kg (left knee)", "back squat 5, 5, 4 @ 80kg \"left knee\""),
            ("back squat 3x5 @ 80kg felt heavy", "back squat 3x5 @ 80kg \"felt heavy\""),
            ("pull-up BW+10kg 5,5,5", "pull-up 5, 5, 5 @ bodyweight +10kg"),
            ("pull-up 5,5,5 @ +10kg", "pull-up 5, 5, 5 @ bodyweight +10kg"),
            ("deadlift 1RM 180kg", "deadlift 1 @ 180kg"),
            ("pull-up BW 8,8,6", "pull-up 8, 8, 6 @ bodyweight"),
        ] {
            assert_eq!(told(guess, &format!("«{said}»")), written, "{said}");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_shown() {
        for (said, written) in [
            ("back squat 80kg x 5 x 3", "back squat 3x5 @ 80kg"),
            ("back squat 5x80kg", "back squat 5 @ 80kg"),
            ("back squat 5,5,4 @ 80kg (last one failed)", "back squat 5, 5, 4 @ 80kg \"last one failed\""),
        ] {
            assert_eq!(told(guess, &format!("«{said}»")), format!("write `{written}`"), "{said}");
        }
        assert_eq!(told(guess, "«back squat 5,5,F @ 80kg»"), "back squat 5, 5, missed @ 80kg");
    }

    #[test]
    fn other_words_are_left_alone() {
        for said in [
            "back squat",
            "run 5km in 25:30",
            "back squat 3x5 @ 80kg",
            "back squat 80x5",
            "back squat 3x5x80",
            "emom 10 rounds done",
            "split squat 8,8 @ 20kg per leg",
            "bike 30min @ 180w",
            "lunge 10 each leg @ 2x16kg",
            "back squat 5 \"slow\"",
        ] {
            assert_eq!(told(guess, &format!("«{said}»")), "", "{said}");
        }
    }
}
