//! From what coaches write to the language: whatever can only mean one thing is read, however it is spelt.
//!
//! ```text
//! text ─ parse ─> what was not understood, or may be meant otherwise
//!      ─ cut   ─> the statements and headers with that in them
//!      ─ token ─> words, figures and signs
//!      ─ step, header ─> phrases in any order, then the language's own words in its order
//!      ─ parse ─> the tree, and a map of where its words come from
//! ```
//!
//! A text in the language passes through with one parse. A reading accounts for every word and every figure of a
//! statement, and is only taken where the parser understands all of it; otherwise the statement stays as it is, and what
//! is said of it is said of the words that were written.

mod alternatives;
mod amount;
mod aside;
mod bare_figures;
mod cut;
mod doubt;
mod header;
mod heading;
mod joined_steps;
mod last_round;
mod left_over;
mod loads_of_sets;
mod map;
mod minutes;
mod names;
mod outline;
mod phrase;
mod repeated;
mod step;
mod token;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use map::Map;
pub use names::KnownNames;

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{SourceFile, Span};
use crate::syntax;
use crate::syntax::tree::{StatementKind, Tree};
use crate::syntax::word::{StepWord, Word};
use cut::{Cut, Stretch};
use heading::{Frame, Question};
use map::{Change, Part};
use step::Piece;
use token::{Kind, Token};

/// A text as it is read.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text in the language; what was written, where that is the same.
    pub text: Cow<'t, str>,
    /// Where its words come from.
    pub map: Map,
    /// What it says.
    pub tree: Tree,
    /// The places of its comments.
    pub comments: Vec<Span>,
    /// Every mistake that could not be read as something else, in the places of `text`.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text for what it means. Its comments are left out.
pub fn read(text: &str) -> Reading<'_> {
    read_by(text, |text| {
        let (tree, diagnostics) = syntax::parse(text);
        (tree, Vec::new(), diagnostics)
    })
}

/// Reads a text for how it is laid out, with its comments.
pub fn read_with_comments(text: &str) -> Reading<'_> {
    read_by(text, syntax::parse_with_comments)
}

type Parsed = (Tree, Vec<Span>, Vec<Diagnostic>);

fn read_by(text: &str, parse: fn(&str) -> Parsed) -> Reading<'_> {
    let (tree, comments, diagnostics) = parse(text);
    let mut places = doubt::doubted(&tree, text);
    places.extend(diagnostics.iter().filter(|one| one.severity == Severity::Error).map(Diagnostic::span));
    let as_written = |tree, comments, diagnostics| Reading {
        text: Cow::Borrowed(text),
        map: Map::default(),
        tree,
        comments,
        diagnostics,
    };
    if places.is_empty() {
        return as_written(tree, comments, diagnostics);
    }
    places.sort_unstable();
    let names = KnownNames::of(&tree, text);
    match read_places(text, &places, &names, &with_blanks(&tree)) {
        Some((read, mut map, questions)) => {
            let (tree, comments, mut diagnostics) = parse(&read);
            diagnostics.extend(questions.into_iter().map(|question| map.ask(question)));
            diagnostics.sort_by_key(|one| one.span());
            Reading { text: Cow::Owned(read), map, tree, comments, diagnostics }
        }
        None => as_written(tree, comments, diagnostics),
    }
}

/// Returns where blanks are used, in text order. Only with its values is a statement all there is to read.
fn with_blanks(tree: &Tree) -> Vec<Span> {
    let workouts = tree.statements.iter().filter_map(|statement| match &statement.kind {
        StatementKind::Workout(workout) => Some(workout),
        _ => None,
    });
    workouts.flat_map(|workout| workout.uses.iter().map(|one| one.span)).collect()
}

/// Reads the statements and headers in these places, which are sorted, but for those that have blanks. None where all stay
/// as they are.
fn read_places(
    text: &str,
    places: &[Span],
    names: &KnownNames,
    blanks: &[Span],
) -> Option<(String, Map, Vec<Diagnostic>)> {
    let mut reader = Reader::new(text, names);
    let mut furthest = 0;
    let mut next = places.iter().copied().peekable();
    for number in 0..reader.cut.stretches.len() {
        let stretch = reader.cut.stretches[number];
        while let Some(place) = next.next_if(|place| place.start <= stretch.span.end) {
            furthest = furthest.max(place.end.max(place.start + 1));
        }
        let from = blanks.partition_point(|blank| blank.start < stretch.span.start);
        let has_blank = blanks.get(from).is_some_and(|blank| blank.end <= stretch.span.end);
        let is_read = stretch.is_of_steps && stretch.span.len() <= LONGEST && !has_blank;
        if let Some(minutes) = minutes::minutes_in_block(text, &reader.cut, number, names).filter(|_| is_read)
        {
            reader.minutes = minutes;
            reader.minutes.reverse();
        }
        reader.stretch(number, furthest > stretch.span.start, is_read);
    }
    if reader.read.map.is_plain() {
        return None;
    }
    reader.read.finish(reader.questions)
}

/// Reads a text stretch by stretch.
struct Reader<'t> {
    text: &'t str,
    names: &'t KnownNames,
    cut: Cut,
    read: Rewritten<'t>,
    questions: Vec<Diagnostic>,
    /// What questions that were asked before change in stretches, by their numbers.
    frames: BTreeMap<usize, Frame>,
    /// The number of the first stretch at which a list of weeks may begin.
    outline_from: usize,
    /// What stretches of an EMOM by the minute are read as, by their numbers, the last first.
    minutes: Vec<(usize, Vec<Piece>)>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, names: &'t KnownNames) -> Self {
        let read = Rewritten {
            text,
            read: String::with_capacity(text.len() + text.len() / 8),
            map: Map::default(),
            from: 0,
        };
        let (questions, frames, minutes) = (Vec::new(), BTreeMap::new(), Vec::new());
        Self { text, names, cut: cut::cut(text), read, questions, frames, outline_from: 0, minutes }
    }

    /// Reads a stretch, if a mistake or a doubt is in it or a question asked before is about it.
    fn stretch(&mut self, number: usize, is_placed: bool, is_read: bool) {
        let span = self.cut.stretches[number].span;
        let has_words = self.frames.get(&number).is_some_and(|frame| frame.changes_words());
        if let Some((_, pieces)) = self.minutes.pop_if(|(at, _)| *at == number) {
            self.read.change(span, pieces);
        } else if is_read && (is_placed || has_words) {
            self.read(number, has_words);
        }
        let closes = self.frames.remove(&number).map_or(0, |frame| frame.closes);
        if closes > 0 {
            let close = Piece { text: "\n>".repeat(closes), from: span };
            self.read.change(Span { start: span.end, end: span.end }, vec![close]);
        }
    }

    fn read(&mut self, number: usize, is_asked: bool) {
        let stretch = self.cut.stretches[number];
        if !is_asked && let Some(question) = self.outline(number).or_else(|| self.question(number)) {
            self.ask(question);
        }
        let frame = self.frames.get(&number).filter(|frame| frame.changes_words());
        let lead = frame.map(|frame| Piece { text: frame.read.clone(), from: frame.said });
        let rest = frame.map_or(stretch, |frame| stretch.behind(self.text, frame.said.end));
        if lead.as_ref().is_some_and(|lead| lead.from.end >= stretch.span.end) {
            self.read.change(stretch.span, lead.into_iter().collect());
        } else if lead.is_none()
            && let Some((diagnostic, read)) = self.asked_first(stretch)
        {
            self.read.change(stretch.span, vec![Piece { text: read, from: stretch.span }]);
            self.questions.push(diagnostic);
        } else if let Some(pieces) = reading_of(self.text, &self.cut, rest, self.names) {
            self.read.change(stretch.span, lead.into_iter().chain(pieces).collect());
        } else if let Some(mut lead) = lead {
            // The blanks behind a label that is left out go with it.
            let end = if lead.text.is_empty() { rest.span.start } else { lead.from.end };
            if end == rest.span.start {
                lead.text.push_str(if lead.text.is_empty() { "" } else { " " });
            }
            self.read.change(Span { start: lead.from.start, end }, vec![lead]);
        } else if let Some((diagnostic, read)) = self.almost_a_step(stretch) {
            self.read.change(stretch.span, vec![Piece { text: read, from: stretch.span }]);
            self.questions.push(diagnostic);
        }
    }

    /// Asks a question. What it changes further on is done there.
    fn ask(&mut self, question: Question) {
        self.questions.push(question.diagnostic);
        if let [(from, first), (to, _)] = &question.frames[..]
            && first.read.starts_with("emom ")
        {
            let steps = minutes::minutes_of(self.text, &self.cut, from + 1..to + 1, self.names);
            self.minutes = steps.unwrap_or_default();
            self.minutes.reverse();
        }
        for (number, frame) in question.frames {
            self.frames.entry(number).or_default().add(frame);
        }
    }

    /// Returns what is asked about a stretch that could be read, but as something else.
    fn asked_first(&self, stretch: Stretch) -> Option<Almost> {
        if stretch.opens {
            return None;
        }
        let tokens = token::tokens(self.text, stretch.span);
        bare_figures::rounds_of_line(&tokens, self.names)
            .or_else(|| loads_of_sets::loads_of_sets(&tokens, self.names))
    }

    /// Returns what is asked about a stretch that is several steps, or one without some of its words.
    fn almost_a_step(&self, stretch: Stretch) -> Option<Almost> {
        let tokens = token::tokens(self.text, stretch.span);
        let is_step = !stretch.opens && !tokens.is_empty() && !begins_with_keyword(&tokens);
        let question = || {
            bare_figures::figures_in_a_row(&tokens, self.names)
                .or_else(|| bare_figures::bare_time(&tokens, self.names, self.is_done(stretch)))
                .or_else(|| bare_figures::bare_load(&tokens, self.names))
                .or_else(|| joined_steps::joined_steps(&tokens, self.names))
                .or_else(|| left_over::choice_of_figures(&tokens, self.names))
                .or_else(|| left_over::no_movement(&tokens, self.names))
                .or_else(|| left_over::left_over(&tokens, self.names))
        };
        is_step.then(question)?
    }

    /// Tells whether a stretch is in a `done` block: it says what was done, and not what is to be.
    fn is_done(&self, stretch: Stretch) -> bool {
        let around = |stretch: &Stretch| self.cut.stretches.get(stretch.header?).copied();
        // A line, or one of a warm-up.
        let mut headers = std::iter::successors(around(&stretch), around).take(2);
        headers.any(|header| {
            token::tokens(self.text, header.span).first().is_some_and(|first| first.is_word(&["done"]))
        })
    }

    /// Returns what is asked about a list of weeks that begins at a stretch.
    fn outline(&mut self, number: usize) -> Option<Question> {
        if number < self.outline_from {
            return None;
        }
        let (outline, end) = outline::outline(self.text, &self.cut, number, self.names);
        self.outline_from = end;
        outline
    }

    /// Returns what is asked about a stretch.
    fn question(&self, number: usize) -> Option<Question> {
        let (text, cut, names) = (self.text, &self.cut, self.names);
        heading::heading(text, cut, number, names)
            .or_else(|| heading::labels(text, cut, number, names))
            .or_else(|| aside::aside(text, cut, number, names))
    }
}

/// What is said of a statement that is not quite a step, and how it is read meanwhile; not at all, if that is empty.
type Almost = (Diagnostic, String);

/// A text on its way to being read.
struct Rewritten<'t> {
    text: &'t str,
    read: String,
    map: Map,
    /// Up to where it was read.
    from: usize,
}

impl Rewritten<'_> {
    /// Puts pieces in the place of what was written. Empty ones stand for words that are left out.
    fn change(&mut self, written: Span, mut pieces: Vec<Piece>) {
        pieces.retain(|piece| !piece.text.is_empty());
        self.read.push_str(&self.text[self.from..written.start as usize]);
        self.map.push(write(&mut self.read, self.text, written, pieces));
        self.from = written.end as usize;
    }

    /// Returns all of it, with the questions in the places of what is read.
    fn finish(mut self, questions: Vec<Diagnostic>) -> Option<(String, Map, Vec<Diagnostic>)> {
        self.read.push_str(&self.text[self.from..]);
        (self.read.len() <= SourceFile::MAX_BYTES).then_some((self.read, self.map, questions))
    }
}

/// The longest statement that is read, in bytes. A coach's longest line has a few hundred.
const LONGEST: usize = 2000;

/// Writes a reading behind what was read before, with a blank between its pieces.
fn write(read: &mut String, text: &str, written: Span, pieces: Vec<Piece>) -> Change {
    let start = read.len();
    let mut parts = Vec::new();
    for (number, piece) in pieces.into_iter().enumerate() {
        if number > 0 {
            read.push(' ');
        }
        let from = read.len();
        read.push_str(&piece.text);
        let is_same = text.get(piece.from.range()) == Some(&*piece.text);
        parts.push(Part { read: Span::new(from, read.len()), from: piece.from, is_same });
    }
    Change { written, read: Span::new(start, read.len()), parts }
}

/// Reads one statement or header. None where it stays as it is.
fn reading_of(text: &str, cut: &Cut, stretch: Stretch, names: &KnownNames) -> Option<Vec<Piece>> {
    // What can't be seen is reported.
    if text[stretch.span.range()].contains(|sign: char| sign.is_control() && !sign.is_whitespace()) {
        return None;
    }
    let last_round = last_round::last_round(text, cut, stretch);
    let mut tokens = token::tokens(text, stretch.span);
    token::count_in_figures(&mut tokens);
    if let Some(number) = &last_round {
        last_round::numbered(&mut tokens, number);
    }
    if tokens.is_empty()
        || begins_with_keyword(&tokens)
        || !stretch.opens && syntax::is_stray_option(&text[stretch.span.range()])
    {
        return None;
    }
    let pieces = if stretch.opens {
        header::header(&tokens).filter(|pieces| is_clean(&format!("{} < squat 10 >", joined(pieces)), 1))
    } else {
        beside_rounds(&tokens, names)
            .or_else(|| repeated::sides(&tokens, names))
            .or_else(|| whole(&tokens, names))
            .or_else(|| repeated::rounds(&tokens, names))
            .or_else(|| superset_of_a_line(&tokens, names))
            .or_else(|| block_of_a_line(&tokens, names))
            .or_else(|| steps(&tokens, names))
    };
    pieces.filter(|pieces| joined(pieces) != text[stretch.span.range()])
}

/// Reads a statement that is one step.
fn whole(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    if tokens.iter().any(|token| token.is_word(&["or"]))
        && let Some(pieces) = alternatives::alternatives(tokens, names)
    {
        return Some(pieces);
    }
    let pieces = step::step(tokens, names)?;
    let text = joined(&pieces);
    is_clean(&text, 1 + text.matches(';').count()).then_some(pieces)
}

/// Reads a text that stands for what was written, and returns it in the language's own spelling.
fn whole_of(text: &str, names: &KnownNames) -> Option<String> {
    whole(&token::tokens(text, Span::new(0, text.len())), names).map(|pieces| joined(&pieces))
}

/// Reads several steps with commas, `&` or `and` between them.
fn steps(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let is_between =
        |token: &Token<'_>| matches!(token.kind, Kind::Sign(',' | '&')) || token.is_word(&["and", "then"]);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut parts = 0;
    let mut from = 0;
    let joints: Vec<usize> =
        (0..tokens.len()).filter(|&at| is_between(&tokens[at])).take(MOST_PARTS + 1).collect();
    if joints.is_empty() || joints.len() > MOST_PARTS {
        return None;
    }
    while from < tokens.len() {
        let ends = joints.iter().copied().filter(|&joint| joint > from).chain([tokens.len()]);
        let step_to = |end: usize| {
            let part = &tokens[from..end];
            let own = whole(part, names)?;
            is_known_step(&own, names).then_some((end, own))
        };
        // Some of the signs belong to a step: `squat 3x10, 90s rest, lunge 10` has the rest between its sets. So the
        // longest part that is one step is taken.
        let ends: Vec<usize> = ends.take(4).collect();
        let (end, own) = ends.into_iter().rev().find_map(step_to)?;
        if let Some(last) = pieces.last_mut() {
            last.text.push(';');
        }
        pieces.extend(own);
        parts += 1;
        from = end + 1;
        from += usize::from(tokens.get(from).is_some_and(|next| next.is_word(&["and", "then"])));
    }
    (parts > 1).then_some(pieces)
}

/// The most steps on a line without `;`.
const MOST_PARTS: usize = 40;

/// Tells whether a part of a line is a step without doubt: a known movement, or a rest.
fn is_known_step(pieces: &[Piece], names: &KnownNames) -> bool {
    let Some(name) = pieces.first() else { return false };
    name.text.starts_with("rest ") || names.knows(name.text.trim_matches('"'))
}

/// Reads `buy-in: run 800m`, `cash out 50 burpees` and `row 1000m (buy-in)`: what is done once, beside the rounds.
fn beside_rounds(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let is_joint = |token: &Token<'_>| {
        matches!(token.kind, Kind::Sign(':' | '-' | '–' | ',' | '(' | ')')) || token.is_word(&["as", "a"])
    };
    if let Some((end, word)) = header::beside_rounds(tokens) {
        let from = end + tokens[end..].iter().take_while(|token| is_joint(token)).count();
        let header = vec![Piece { text: word.to_owned(), from: tokens[0].span.to(tokens[end - 1].span) }];
        return block_of(header, tokens.get(from..).filter(|steps| !steps.is_empty())?, names);
    }
    let end = tokens.len() - tokens.iter().rev().take_while(|token| is_joint(token)).count();
    let at = (end.saturating_sub(2)..end)
        .find(|&at| header::beside_rounds(&tokens[at..end]).is_some_and(|(length, _)| at + length == end))?;
    let (_, word) = header::beside_rounds(&tokens[at..end])?;
    let to = at - tokens[..at].iter().rev().take_while(|token| is_joint(token)).count();
    let header = vec![Piece { text: word.to_owned(), from: tokens[at].span.to(tokens[end - 1].span) }];
    block_of(header, tokens.get(..to).filter(|steps| !steps.is_empty())?, names)
}

/// Reads `3 rounds: 10 squats, 8 push-ups`, a whole block on one line. Some need no colon: `tabata squats`,
/// `4 rounds of 10 burpees`.
fn block_of_a_line(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let colon = tokens.iter().position(|token| token.is_sign(':') && !is_in_figure(tokens, token));
    // `EMOM 12 - minute 1: 15 cal row, …`: the colon is one of the steps'.
    let before_colon = |header: &[Token<'_>]| colon.is_some_and(|colon| header.len() < colon);
    let dashed = after_dash(tokens).filter(|(header, _)| before_colon(header));
    let (header, inside) = match dashed.map_or(colon, |_| None) {
        Some(colon) => (&tokens[..colon], &tokens[colon + 1..]),
        None if tokens[0].is_word(&["tabata"]) => tokens.split_at(1),
        // `4 rounds of 10 burpees, 20 sit-ups`.
        None if is_rounds_of(tokens) => tokens.split_at(3),
        None => after_dash(tokens)?,
    };
    if header.is_empty() || inside.is_empty() {
        return None;
    }
    match header::header(header) {
        Some(pieces) => minutes::minutes(&pieces, inside, names).or_else(|| block_of(pieces, inside, names)),
        None => named_block_of_a_line(header, inside, names),
    }
}

/// Tells whether a line begins with `4 rounds of`.
fn is_rounds_of(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [count, rounds, of, ..]
        if count.kind == Kind::Number && rounds.is_word(&["rounds"]) && of.is_word(&["of"]))
}

/// Cuts `Cool down - walk 5 min` and `3 rounds - 10 burpees, 30s plank` at the dash.
fn after_dash<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(&'a [Token<'t>], &'a [Token<'t>])> {
    let is_apart = |at: usize| tokens.get(at).is_some_and(|token| !token.glued);
    let is_dash =
        |at: usize| matches!(tokens[at].kind, Kind::Sign('-' | '–')) && is_apart(at) && is_apart(at + 1);
    let at = (0..tokens.len()).find(|&at| is_dash(at))?;
    header::header(&tokens[..at])?;
    Some((&tokens[..at], &tokens[at + 1..]))
}

/// Reads `Finisher: 10 burpees, 30s plank` and `Finisher: 3 rounds - 10 burpees, 30s plank`: a block with a name.
fn named_block_of_a_line(name: &[Token<'_>], inside: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let are_words = |tokens: &[Token<'_>]| {
        tokens.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Sign('&' | '-' | '/')))
    };
    let title = token::written(name);
    if !are_words(name) || names.knows(&title) || begins_with_keyword(name) || name[0].is_word(&["rest"]) {
        return None;
    }
    let from = name[0].span.to(name[name.len() - 1].span);
    if let Some((header, steps)) = after_dash(inside).or_else(|| {
        let colon = inside.iter().position(|token| token.is_sign(':') && !is_in_figure(inside, token))?;
        Some((&inside[..colon], &inside[colon + 1..]))
    }) {
        let mut pieces = block_of(header::header(header)?, steps, names)?;
        // The title follows the block's word.
        let (word, options) = pieces.first()?.text.split_once(' ')?;
        pieces[0].text = format!("{word} \"{title}\" {options}");
        return is_clean(&joined(&pieces), 1).then_some(pieces);
    }
    let header = vec![Piece { text: format!("section \"{title}\""), from }];
    let pieces = block_of(header, inside, names)?;
    // `Finisher: squat 10`: the name of a step that nobody knows, or of a part?
    (pieces.iter().filter(|piece| piece.text.ends_with(';')).count() > 0).then_some(pieces)
}

/// Puts steps into a block.
fn block_of(mut header: Vec<Piece>, steps: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    is_clean(&format!("{} < squat 10 >", joined(&header)), 1).then_some(())?;
    header.last_mut()?.text.push_str(" <");
    header.extend(
        self::steps(steps, names)
            .or_else(|| whole(steps, names).filter(|pieces| is_known_step(pieces, names)))?,
    );
    header.last_mut()?.text.push_str(" >");
    Some(header)
}

/// Reads steps that are done in turns, whose sets are its rounds: `superset: bench press 3x10, row 3x10` and
/// `squat 3x10 superset with lunge 3x10`.
fn superset_of_a_line(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let at = tokens.iter().position(|token| token.is_word(&["superset", "supersetted", "ss"]))?;
    let is_joint = |token: &Token<'_>| {
        matches!(token.kind, Kind::Sign(',' | '-' | '/' | '(' | ')' | ':' | '&' | '+'))
            || token.is_word(&["with", "w", "and"])
    };
    let (before, after) = (&tokens[..at], &tokens[at + 1..]);
    let parts: Vec<&[Token<'_>]> = if before.is_empty() {
        after
            .split(|token| matches!(token.kind, Kind::Sign(',' | '&' | '+')) || token.is_word(&["and"]))
            .collect()
    } else {
        vec![before, after]
    };
    if parts.len() < 2 || parts.len() > MOST_PARTS {
        return None;
    }
    let mut rounds: Option<String> = None;
    let mut steps = Vec::new();
    let mut rest_after = None;
    for part in parts {
        // A rest of any but the last would be one between two of them.
        if rest_after.is_some() {
            return None;
        }
        let from = part.iter().position(|token| !is_joint(token))?;
        let to = part.iter().rposition(|token| !is_joint(token))? + 1;
        let part = &part[from..to];
        if part[0].is_word(&["rest"]) && !steps.is_empty() {
            let rest = joined(&whole(part, names)?);
            rest_after = Some(rest.strip_prefix("rest ")?.to_owned());
            continue;
        }
        let (sets, step, rest) = step::in_a_superset(part, names)?;
        (*rounds.get_or_insert_with(|| sets.clone()) == sets).then_some(())?;
        steps.push(step);
        rest_after = rest;
    }
    let rest = rest_after.map_or(String::new(), |rest| format!(" rest {rest} between rounds"));
    let text = format!("superset rounds {}{rest} < {} >", rounds?, steps.join("; "));
    is_clean(&text, 1).then(|| vec![Piece { text, from: tokens[0].span.to(tokens[tokens.len() - 1].span) }])
}

/// Tells whether a `:` is between two figures.
fn is_in_figure(tokens: &[Token<'_>], colon: &Token<'_>) -> bool {
    tokens.iter().any(|token| token.kind == Kind::Number && token.glued && token.span.start == colon.span.end)
}

/// Tells whether the first word begins a statement of another kind, which is read as it is written.
fn begins_with_keyword(tokens: &[Token<'_>]) -> bool {
    let is_read = |word: &Word| matches!(word, Word::BlockWord(_) | Word::StepWord(StepWord::Rest));
    let mut others = Word::all().filter(|word| word.begins_statement() && !is_read(word));
    tokens.first().is_some_and(|first| others.any(|word| first.is_word(&[word.spelling()])))
}

/// Tells whether the parser understands a text, and takes it for so many statements. An amount may be without its unit,
/// which is asked for in the end, and what a time behind a comma is of is asked as well.
fn is_clean(text: &str, statements: usize) -> bool {
    let (tree, diagnostics) = syntax::parse(text);
    diagnostics.iter().all(|one| one.rule == Rule::MissingUnit)
        && tree.statements.len() == statements
        && !tree.statements.iter().any(doubt::takes_time_for_set)
}

/// Puts a value in a place that has none yet; none where it has one.
fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.is_none().then(|| *place = Some(value))
}

/// Returns pieces as they are read.
fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}
