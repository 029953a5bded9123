//! Lines that are no steps: the title of a session without its word, the day it is on, how often it is done.

use super::amount::{Amount, amount};
use super::cut::Cut;
use super::heading::{Question, is_alone_on_line, is_whole_statement};
use super::names::KnownNames;
use super::token::{self, Kind, Token};
use crate::catalog;
use crate::date::{self, WEEK};
use crate::diagnostic::{Choice, Diagnostic, Rule, nearest};
use crate::syntax::word::Word;

/// The longest such line, in bytes.
const LONGEST: usize = 160;

/// Asks about a line that is no step.
pub(super) fn aside(text: &str, cut: &Cut, at: usize, names: &KnownNames) -> Option<Question> {
    let stretch = cut.stretches[at];
    if stretch.opens || stretch.span.len() > LONGEST || !is_whole_statement(text, stretch.span) {
        return None;
    }
    let tokens = token::tokens(text, stretch.span);
    let written = &text[stretch.span.range()];
    let ask = |message: String| Diagnostic::new(Rule::NotAStep, stretch.span, message);
    let diagnostic = if is_day(&tokens) {
        ask(format!("`{written}` is a day, and the days of a week belong in a plan"))
            .help(day_help(&tokens, written))
    } else if is_remark(&tokens) {
        let note = note(written);
        ask(format!("`{written}` is said to the athlete, and is no step")).fix(stretch.span, note)
    } else if let Some(aside) = beside_training(&tokens, names) {
        let note = note(written);
        let (what, run) = match aside {
            Beside::Treatment => ("a treatment", None),
            Beside::Place => ("where it is done", None),
            Beside::PlaceOrStep(way, dose) => ("where something is done", Some(format!("{way} {dose}"))),
        };
        let diagnostic = ask(format!("`{written}` is {what}, and is no step"));
        match run {
            Some(step) => diagnostic
                .help(format!("write what is done there, `{step}`, or `{note}`"))
                .choices([Choice::write(stretch.span, step), Choice::write(stretch.span, note)]),
            None => diagnostic.fix(stretch.span, note),
        }
    } else if let Some(sum) = sum(&tokens) {
        // On a line with others, a comment would swallow what comes behind it.
        let remark = match is_alone_on_line(text, stretch.span) {
            true => format!("# {written}"),
            false => note(written),
        };
        let diagnostic = ask(format!("`{written}` is what the steps come to, and is no step"));
        match sum.is_time() && stretch.depth == 0 {
            true => diagnostic.one_of([
                Choice::write(stretch.span, format!("expect duration {}", sum.text))
                    .meaning("to have it checked"),
                Choice::write(stretch.span, remark).meaning("for a remark"),
            ]),
            false => diagnostic.fix(stretch.span, remark),
        }
    } else if let Some(part) = part(&tokens, names) {
        let message =
            format!("`{}` is a part of the session, whose steps go between `<` and `>`", tokens[0].text);
        Diagnostic::new(Rule::MissingOpen, stretch.span, message).one_of([Choice::write(stretch.span, part)])
    } else if is_how_often(&tokens) {
        let note = note(written);
        ask(format!("`{written}` says how often, which is not part of a session")).fix(stretch.span, note)
    } else if at == 0 && cut.stretches.len() > 1 && is_title(&tokens, names) && !has_title(text, cut) {
        let title = written.replace(['"', '“', '”', '„'], "");
        let title = format!("title \"{}\"", title.trim());
        ask(format!("`{written}` is no step: a title is written `title \"…\"`")).fix(stretch.span, title)
    } else {
        return None;
    };
    Some(Question::of_one(diagnostic, at, stretch.span, ""))
}

/// Writes what is said to the athlete.
fn note(said: &str) -> String {
    format!("note \"{}\"", said.replace(['"', '“', '”', '„'], "'"))
}

/// Tells whether a line is a weekday, perhaps with what is done on it: `Monday - Squat`.
fn is_day(tokens: &[Token<'_>]) -> bool {
    let [day, rest @ ..] = tokens else { return false };
    let is_parted = match rest {
        [] => true,
        [sign, ..] => matches!(sign.kind, Kind::Sign(':' | '-' | '–' | '(')),
    };
    weekday(day).is_some()
        && is_parted
        // `Wed: 8km easy` has its colon; `Sat - 10` may be anything.
        && (rest.first().is_some_and(|sign| sign.is_sign(':') && sign.glued)
            || rest.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Sign(_))))
}

/// Returns the name of the weekday that a word is, which may be cut short: `Mon`, `Thurs`.
fn weekday(token: &Token<'_>) -> Option<&'static str> {
    date::weekday(token.text).map(date::name).filter(|_| token.kind == Kind::Word)
}

fn day_help(tokens: &[Token<'_>], written: &str) -> String {
    let day = tokens.first().and_then(weekday).unwrap_or("monday");
    if let Some(at) = tokens.iter().position(|token| token.kind == Kind::Number) {
        let from = tokens.iter().take(at).position(|token| token.is_sign(':')).map_or(at, |colon| colon + 1);
        let done = token::written(&tokens[from..]);
        return format!("write `plan \"…\" weeks 4 < every week < {day} < {done} > > >`");
    }
    let name = tokens.iter().skip_while(|token| token.kind != Kind::Word).skip(1);
    let words: Vec<&str> = name.filter(|token| token.kind == Kind::Word).map(|token| token.text).collect();
    let title = if words.is_empty() { String::new() } else { format!("title \"{}\"; ", words.join(" ")) };
    format!(
        "write `plan \"…\" weeks 4 < every week < {day} < {title}… > > >`, or, for a part of one session, \
         `section \"{}\" < … >`",
        written.trim_end_matches([':', '-', '–', ' '])
    )
}

/// First words of advice.
const ADVICE: [&str; 8] = ["stop", "keep", "don't", "dont", "avoid", "if", "try", "make"];

/// Tells whether a line is what a coach says besides: `scaled: ring rows`, `partner: you go I go`.
fn is_remark(tokens: &[Token<'_>]) -> bool {
    const LEADING: [&str; 20] = [
        "scaled",
        "scale",
        "scaling",
        "rx",
        "partner",
        "partners",
        "mod",
        "mods",
        "modification",
        "modify",
        "tip",
        "tips",
        "goal",
        "focus",
        "coach",
        "coaching",
        "score",
        "stimulus",
        "remember",
        "optional",
    ];
    let [first, sign, rest @ ..] = tokens else { return false };
    // `last set: drop set`.
    let is_of_a_set = first.is_word(&["last", "final", "first", "each", "every"])
        && sign.is_word(&["set", "sets", "round", "rounds", "rep"])
        && matches!(rest, [colon, _, ..] if colon.is_sign(':'));
    // `stop if it hurts`, `keep it light`, `no bouncing at the top`.
    let is_advice = first.is_word(&ADVICE)
        && rest.len() > usize::from(first.is_word(&["if"]))
        && tokens
            .iter()
            .all(|token| matches!(token.kind, Kind::Word | Kind::Sign(',' | '\'' | '!' | '.' | '-')));
    is_of_a_set || is_advice || first.is_word(&LEADING) && sign.is_sign(':') && !rest.is_empty()
}

/// Where training is done, as a line of its own says it, and what is done there.
const PLACES: [(&str, &str); 2] = [("pool", "swim"), ("track", "run")];

/// What is done besides training.
const TREATMENTS: [&str; 6] = ["ice", "icing", "heat", "elevate", "elevation", "compression"];

/// Tells whether the name of a movement with a dose may be such a line.
pub(super) fn is_beside_training(name: &str) -> bool {
    PLACES.iter().map(|(place, _)| place).chain(&TREATMENTS).any(|word| name.eq_ignore_ascii_case(word))
}

/// Leaves out the brackets of a line, whatever they are round: they change nothing of what it says.
fn without_brackets<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let is_bracket = |token: &&Token<'_>| matches!(token.kind, Kind::Sign('(' | ')'));
    tokens.iter().filter(|token| !is_bracket(token)).copied().collect()
}

/// A line that belongs to training and is not done.
enum Beside {
    /// `ice 10 mins`.
    Treatment,
    /// `pool 25m`, which is how long it is.
    Place,
    /// `track 400m`: how long it is, or how far somebody runs on it, with what that would be.
    PlaceOrStep(&'static str, String),
}

fn beside_training(tokens: &[Token<'_>], names: &KnownNames) -> Option<Beside> {
    // `pool (25m)`.
    let tokens = without_brackets(tokens);
    let [first, rest @ ..] = tokens.as_slice() else { return None };
    let way = PLACES.iter().find(|(place, _)| first.is_word(&[place])).map(|(_, way)| *way);
    if way.is_none() && !first.is_word(&TREATMENTS) {
        return None;
    }
    let is_figure =
        |token: &Token<'_>| matches!(token.kind, Kind::Number | Kind::Word | Kind::Sign(':' | '='));
    let is_said = !rest.is_empty() && rest.len() < 5 && rest.iter().all(is_figure);
    let has_figure = rest.iter().any(|token| token.kind == Kind::Number);
    let named = (1..=tokens.len()).any(|end| names.knows(&token::written(&tokens[..end])));
    if !is_said || !has_figure || named {
        return None;
    }
    // Pools have these lengths.
    let is_length = first.is_word(&["pool"])
        && rest.iter().any(|token| matches!(token.text, "25" | "50" | "33" | "20" | "15"))
        && !rest.iter().any(|token| token.is_word(&["min", "mins", "minutes", "s", "sec"]));
    Some(match way {
        None => Beside::Treatment,
        Some(_) if is_length || rest[0].is_sign(':') => Beside::Place,
        Some(way) => Beside::PlaceOrStep(way, token::written(rest)),
    })
}

/// Short words of parts of a session.
const PARTS: [(&str, &str); 2] = [("wu", "warmup"), ("cd", "cooldown")];

/// Tells whether the name of a movement may begin with such a word.
pub(super) fn may_be_part(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    PARTS.iter().any(|(word, _)| first.eq_ignore_ascii_case(word))
}

/// Writes `WU 400m easy` as the block that it is.
fn part(tokens: &[Token<'_>], names: &KnownNames) -> Option<String> {
    let [first, steps @ ..] = tokens else { return None };
    let (_, part) = PARTS.iter().find(|(word, _)| first.is_word(&[word]))?;
    let steps = &steps[usize::from(steps.first()?.is_sign(':'))..];
    let read = super::steps(steps, names).or_else(|| super::whole(steps, names));
    let inside = read.map_or_else(|| token::written(steps), |pieces| super::joined(&pieces));
    (!steps.is_empty()).then(|| format!("{part} < {inside} >"))
}

/// Words of what a session comes to.
const TOTAL: [&str; 3] = ["total", "totals", "altogether"];

/// Reads `total 2500m`, `total time: 45 min`, `= 2500m`, `(2500m total)`: what a session comes to.
fn sum(tokens: &[Token<'_>]) -> Option<Amount> {
    const OF_WHAT: [&str; 13] = [
        "distance", "time", "duration", "volume", "yardage", "session", "workout", "swim", "length", "week",
        "weekly", "day", "daily",
    ];
    let is_sign =
        |token: &&Token<'_>| matches!(token.kind, Kind::Sign(':' | '=' | '-' | '–' | '~' | '≈' | '.'));
    let tokens = without_brackets(tokens);
    let words = tokens.iter().take_while(|token| token.is_word(&TOTAL) || token.is_word(&OF_WHAT)).count();
    let from = words + tokens[words..].iter().take_while(is_sign).count();
    let (length, amount) = amount(&tokens[from..])?;
    let behind = &tokens[from + length..];
    let after = behind.iter().take_while(|token| token.is_word(&["in"]) || token.is_word(&TOTAL)).count();
    let is_said = tokens[..words].iter().any(|token| token.is_word(&TOTAL))
        || behind[..after].iter().any(|token| token.is_word(&TOTAL))
        || tokens.first().is_some_and(|first| first.is_sign('='));
    let is_over = behind[after..].iter().all(|token| is_sign(&token));
    // `Total 3000` is metres or yards.
    let is_sum = amount.is_way_or_time() && amount.unit.is_some()
        || amount.is_count() && amount.figures.len() > 2 && tokens[0].is_word(&TOTAL);
    (is_said && is_over && is_sum).then_some(amount)
}

/// Tells whether a name is the word for what a session comes to.
pub(super) fn may_be_sum(name: &str) -> bool {
    name.split(' ').any(|word| TOTAL.iter().any(|total| word.eq_ignore_ascii_case(total)))
}

/// Tells whether a line says how often something is done: `3x a week`, `twice daily`.
fn is_how_often(tokens: &[Token<'_>]) -> bool {
    let [.., last] = tokens else { return false };
    let often =
        ["once", "twice", "x", "times", "a", "per", "each", "every", "do", "daily", "week", "weekly", "day"];
    let is_said = |token: &Token<'_>| match token.kind {
        Kind::Number | Kind::Times | Kind::Sign('/' | '-' | '–' | '.') => true,
        Kind::Word => token.is_word(&often),
        _ => false,
    };
    tokens.len() < 8
        && last.is_word(&["daily", "week", "weekly", "day"])
        && tokens.iter().all(is_said)
        && tokens
            .iter()
            .any(|token| token.kind == Kind::Number || token.is_word(&["once", "twice", "daily", "weekly"]))
}

/// Tells whether words can only be a title: they are no movement and have no dose. A figure may number them.
fn is_title(tokens: &[Token<'_>], names: &KnownNames) -> bool {
    let numbered = [
        "week", "wk", "day", "phase", "block", "session", "part", "cycle", "month", "level", "workout",
        "wod", "no",
    ];
    let is_part = |at: usize| match tokens[at].kind {
        Kind::Number => at > 0 && (tokens[at - 1].is_word(&numbered) || tokens[at - 1].is_sign('#')),
        Kind::Word | Kind::Text => true,
        Kind::Sign(sign) => matches!(sign, '-' | '–' | '&' | '+' | '/' | ',' | '\'' | '!' | '#' | '.'),
        Kind::Fraction | Kind::Times => false,
    };
    let words = token::written(tokens);
    let bare = words.trim_matches(['"', '“', '”', '„']);
    (0..tokens.len()).all(is_part)
        && bare.contains(char::is_alphabetic)
        && tokens.iter().all(|token| {
            token.kind != Kind::Text || token.text.ends_with(['"', '”', '“']) && tokens.len() == 1
        })
        && !tokens.iter().any(|token| token.is_word(&["alternating", "per", "tempo", "hold"]))
        && !super::begins_with_keyword(tokens)
        && !tokens[0].is_word(&["rest"])
        && !is_like_keyword(tokens[0].text)
        && !names.knows(bare)
        && (tokens[0].kind == Kind::Text || catalog::nearest(bare).is_empty())
}

/// Tells whether a first word is one of the language, is misspelt for one, or means one.
fn is_like_keyword(first: &str) -> bool {
    let known = Word::all().filter(|word| word.begins_statement()).map(Word::first);
    Word::meant_by(first).is_some() || nearest(&first.to_ascii_lowercase(), known).is_some()
}

/// Tells whether a file has a title, which is one of its first statements.
fn has_title(text: &str, cut: &Cut) -> bool {
    let first = cut.stretches.iter().take(10).map(|stretch| &text[stretch.span.range()]);
    first.into_iter().any(|line| line.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("title ")))
}

/// Tells whether the name of a movement without a dose may be such a line.
pub(super) fn may_be(name: &str) -> bool {
    let mut words = name.split(' ');
    let is_day = words.next().is_some_and(|first| {
        first.len() >= 3
            && WEEK.into_iter().any(|day| date::name(day).starts_with(&first.to_ascii_lowercase()))
    });
    let is_advice = ADVICE
        .iter()
        .any(|first| name.split(' ').next().is_some_and(|word| word.eq_ignore_ascii_case(first)));
    is_day
        || is_advice
        || words.next_back().is_some_and(|last| ["daily", "week", "weekly", "day"].contains(&last))
}
