//! Weeks as a list: `plan "Base"`, `Week 1` and `Mon: run 5km`, each on a line, without the signs around them.
//!
//! What belongs to a week or a day is clear from where the next one begins. So the whole is written out, and read so that
//! nothing else is said of its lines.

use super::begins_with_keyword;
use super::cut::{Cut, Stretch};
use super::heading::{Frame, Question, is_alone_on_line, line_start};
use super::names::KnownNames;
use super::step::begins_with_name;
use super::token::{self, Kind, Token, written};
use crate::date::{self, WEEK, Weekday};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::is_day_off;

/// The weeks of a plan that does not say how many there are, in an example.
const WEEKS: u32 = 4;

/// The most bytes of an example.
const LONGEST_EXAMPLE: usize = 200;

/// What a line of the list is. Those that come first hold those that come later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Plan,
    Week,
    Day,
    /// What is done on the day above it.
    Step,
}

/// A line of the list.
#[derive(Debug)]
struct Line {
    rank: Rank,
    /// The number of its stretch.
    at: usize,
    /// The words it begins with that are read otherwise: all of it, a label, or none.
    said: Span,
    /// What they are read as.
    read: String,
    /// Whether that opens a block.
    opens: bool,
    /// The last week that it names.
    week: Option<u32>,
}

/// Asks about a list of weeks, if one begins at a stretch. Also returns the number of the next stretch at which one may
/// begin.
pub(super) fn outline(text: &str, cut: &Cut, at: usize, names: &KnownNames) -> (Option<Question>, usize) {
    let (lines, end) = lines(text, cut, at, names);
    let count = |rank: Rank| lines.iter().filter(|line| line.rank == rank).count();
    let (weeks, days) = (count(Rank::Week), count(Rank::Day));
    let is_list = match count(Rank::Plan) {
        0 => days > 1 || days > 0 && weeks > 0,
        _ => weeks + days > 0,
    };
    let question = is_list.then(|| Outline { text, cut, lines: with_plan(lines), end }.question());
    (question.flatten(), end.max(at + 1))
}

/// Puts a plan before the first line, if there is none.
fn with_plan(mut lines: Vec<Line>) -> Vec<Line> {
    if let Some(first) = lines.first().filter(|first| first.rank > Rank::Plan) {
        let weeks = lines.iter().filter_map(|line| line.week).max().unwrap_or(WEEKS);
        let said = Span { end: first.said.start, ..first.said };
        let read = format!("plan \"…\" weeks {weeks} <");
        lines.insert(0, Line { rank: Rank::Plan, at: first.at, said, read, opens: true, week: None });
    }
    lines
}

/// Returns the lines of a list from a stretch on, and the number of the stretch that is no part of it any more.
fn lines(text: &str, cut: &Cut, at: usize, names: &KnownNames) -> (Vec<Line>, usize) {
    let depth = cut.stretches[at].depth;
    let mut lines: Vec<Line> = Vec::new();
    let mut end = at;
    while let Some(&stretch) = cut.stretches.get(end).filter(|stretch| stretch.depth >= depth) {
        if stretch.depth == depth {
            let above = lines.last().map(|line| line.rank);
            let Some(line) = line(text, stretch, above, names) else { break };
            lines.push(Line { at: end, ..line });
        }
        end += 1;
    }
    title_days(text, cut, &mut lines, names);
    (lines, end)
}

/// Reads a line of a list below one of another kind.
fn line(text: &str, stretch: Stretch, above: Option<Rank>, names: &KnownNames) -> Option<Line> {
    let tokens = token::tokens(text, stretch.span);
    let nothing = Span { end: stretch.span.start, ..stretch.span };
    let new =
        |rank, said, read: String| Line { rank, at: 0, said, opens: read.ends_with('<'), read, week: None };
    let is_alone = stretch.opens || is_alone_on_line(text, stretch.span);
    let read = match above {
        None if let Some(header) = plan(&tokens) => Some(new(Rank::Plan, stretch.span, header)),
        _ => week(&tokens)
            .map(|(week, last)| Line { week: last, ..new(Rank::Week, stretch.span, week) })
            .or_else(|| day(&tokens, names).map(|(label, day)| new(Rank::Day, label, day))),
    };
    match read {
        // It has its `<`.
        Some(line) if stretch.opens => (line.rank > Rank::Plan).then_some(Line {
            said: nothing,
            read: String::new(),
            opens: false,
            ..line
        }),
        Some(line) => is_alone.then_some(line),
        None if above >= Some(Rank::Day) && !is_other(&tokens) => {
            Some(new(Rank::Step, nothing, String::new()))
        }
        None => None,
    }
}

/// Tells whether a statement can't be part of a day.
fn is_other(tokens: &[Token<'_>]) -> bool {
    const IN_DAYS: [&str; 6] = ["do", "note", "record", "race", "transition", "switch"];
    begins_with_keyword(tokens) && !tokens[0].is_word(&IN_DAYS)
}

/// Reads `plan "Base" weeks 4`, whose title may be without quotes.
fn plan(tokens: &[Token<'_>]) -> Option<String> {
    let [first, title, rest @ ..] = tokens else { return None };
    let rest = match rest {
        [rest @ .., colon] if colon.is_sign(':') => rest,
        _ => rest,
    };
    first.is_word(&["plan"]).then_some(())?;
    if title.kind == Kind::Text {
        let rest = written(rest);
        let blank = if rest.is_empty() { "" } else { " " };
        return Some(format!("plan {}{blank}{rest} <", title.text));
    }
    let options = ["weeks", "cycles", "starts", "ends"];
    let end = tokens.iter().position(|token| token.is_word(&options)).unwrap_or(rest.len() + 2);
    let is_of_title = |token: &Token<'_>| {
        matches!(token.kind, Kind::Word | Kind::Number | Kind::Sign('-' | '–' | '&' | '+' | '/' | '\''))
    };
    let title = tokens.get(1..end).filter(|title| title.iter().all(is_of_title))?;
    let options = written(&tokens[end..rest.len() + 2]);
    let blank = if options.is_empty() { "" } else { " " };
    (!title.is_empty()).then(|| format!("plan \"{}\"{blank}{options} <", written(title)))
}

/// Reads `Week 1:`, `weeks 2-4` and `every week`, with the last week that it names.
fn week(tokens: &[Token<'_>]) -> Option<(String, Option<u32>)> {
    let bare = match tokens {
        [bare @ .., sign] if matches!(sign.kind, Kind::Sign(':' | '-' | '–' | '.')) => bare,
        _ => tokens,
    };
    let [first, rest @ ..] = bare else { return None };
    if first.is_word(&["every", "each"]) {
        return matches!(rest, [week] if week.is_word(&["week"])).then(|| ("every week <".to_owned(), None));
    }
    first.is_word(&["week", "weeks", "wk"]).then_some(())?;
    let is_joint =
        |token: &Token<'_>| matches!(token.kind, Kind::Sign('-' | '–' | ',')) || token.is_word(&["to"]);
    let are_numbers = !rest.is_empty()
        && rest.iter().enumerate().all(|(at, token)| match at % 2 {
            0 => token.kind == Kind::Number && token.text.len() < 4,
            _ => is_joint(token),
        });
    let last = rest.last().filter(|_| are_numbers && rest.len() % 2 == 1)?.text.parse().ok()?;
    let word = if rest.len() > 1 { "weeks" } else { "week" };
    let numbers: String =
        rest.iter().map(|token| if token.is_word(&["to"]) { "-" } else { token.text }).collect();
    Some((format!("{word} {} <", numbers.replace(',', ", ").replace('–', "-")), Some(last)))
}

/// Reads the days that a line begins with: `Mon:`, `Mon/Thu -`, `Mon-Fri`. Returns the words, and what they are read as.
fn day<'t>(tokens: &[Token<'t>], names: &KnownNames) -> Option<(Span, String)> {
    let weekday = |token: &Token<'_>| date::weekday(token.text).filter(|_| token.kind == Kind::Word);
    let first = tokens.first()?;
    // One word: `Mon-Fri`.
    let ends = first.text.split_once('-').and_then(|(from, to)| date::weekday(from).zip(date::weekday(to)));
    let mut days: Vec<&'t str> = match ends {
        Some((from, to)) => days_to(from, to).into_iter().map(date::name).collect(),
        None => vec![weekday(first).map(|day| spelt(first.text, day))?],
    };
    let mut end = 1;
    while let [joint, next, ..] = tokens[end..]
        && let Some(day) = weekday(&next)
    {
        if matches!(joint.kind, Kind::Sign('-' | '–')) || joint.is_word(&["to"]) {
            let last = date::weekday(days.pop()?)?;
            for day in days_to(last, day) {
                days.push(date::name(day));
            }
        } else if matches!(joint.kind, Kind::Sign(',' | '/' | '&' | '+')) || joint.is_word(&["and"]) {
            days.push(spelt(next.text, day));
        } else {
            return None;
        }
        end += 2;
    }
    let signs =
        tokens[end..].iter().take_while(|token| matches!(token.kind, Kind::Sign(':' | '-' | '–' | '.')));
    let signs = signs.count();
    let rest = &tokens[end + signs..];
    let may_be_step =
        || rest.first().is_some_and(|first| first.kind == Kind::Number) || begins_with_name(rest, names);
    if let Some(last) = rest.last()
        && is_day_off(written(rest).trim_end_matches(['.', '!']))
    {
        // What is not in a plan is free.
        return Some((first.span.to(last.span), format!("# {}", written(tokens))));
    }
    // `sun salutation 5`.
    if signs == 0 && !rest.is_empty() && (begins_with_name(tokens, names) || !may_be_step()) {
        return None;
    }
    let label = first.span.to(tokens[end + signs - 1].span);
    Some((label, format!("{} <", days.join(", "))))
}

/// Returns a day as it is written, if the grammar has it so, and else its name.
fn spelt(written: &str, day: Weekday) -> &str {
    const SHORT: [&str; 10] = ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"];
    let is_short = SHORT.iter().any(|short| written.eq_ignore_ascii_case(short));
    if is_short || written.eq_ignore_ascii_case(date::name(day)) { written } else { date::name(day) }
}

/// Returns the days from one to another, over the end of a week if need be.
fn days_to(from: Weekday, to: Weekday) -> Vec<Weekday> {
    let days = WEEK.into_iter().cycle().skip_while(|day| *day != from).take(WEEK.len());
    let before: Vec<Weekday> = days.take_while(|day| *day != to).collect();
    before.into_iter().chain([to]).collect()
}

/// Tells whether the name of a movement may be the beginning of a list of weeks.
pub(super) fn may_begin(name: &str) -> bool {
    let first = name.split([' ', '-', '/', ',']).next().unwrap_or_default();
    let words = ["plan", "week", "weeks", "wk"];
    words.iter().any(|word| first.eq_ignore_ascii_case(word)) || date::weekday(first).is_some()
}

/// Reads the words behind a day as the title of the steps below it: `Monday - Lower`.
fn title_days(text: &str, cut: &Cut, lines: &mut [Line], names: &KnownNames) {
    for at in 1..lines.len() {
        let (above, below) = lines.split_at_mut(at);
        let (day, below) = (&mut above[at - 1], &below[0]);
        let stretch = cut.stretches[day.at].span;
        let words = text[day.said.end as usize..stretch.end as usize].trim();
        let is_title = day.rank == Rank::Day
            && day.opens
            && below.rank == Rank::Step
            && !words.is_empty()
            && !words
                .contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '"' | '“' | '”' | '„' | '\\'))
            && !names.knows(words);
        if is_title {
            day.read += &format!(" title \"{words}\"");
            day.said = stretch;
        }
    }
}

/// A block that ends.
#[derive(Debug)]
struct Close {
    /// The number of the last stretch in it.
    behind: usize,
    /// The line that opened it.
    line: usize,
}

/// A list, with the plan that it is.
struct Outline<'t> {
    text: &'t str,
    cut: &'t Cut,
    lines: Vec<Line>,
    /// The number of the stretch behind it.
    end: usize,
}

impl Outline<'_> {
    /// Returns what is asked about it. None where it can't be told where its blocks end.
    fn question(self) -> Option<Question> {
        let closes = self.closes()?;
        let first = self.cut.stretches[self.lines[0].at].span;
        let has_plan = self.lines[0].said == first;
        let is_sign_alone = closes.is_empty() && self.lines[1..].iter().all(|line| line.read.is_empty());
        let diagnostic = if has_plan
            && is_sign_alone
            && self.lines[0].read == format!("{} <", &self.text[first.range()])
        {
            let end = Span { start: first.end, ..first };
            Diagnostic::new(Rule::MissingOpen, end, "a `<` is missing at the end of this line")
                .here("`<` goes here")
                .fix(end, " <")
        } else if has_plan {
            let message = "the weeks and days of a plan go between `<` and `>`";
            let (region, replacement) = self.written_out(&closes);
            Diagnostic::new(Rule::MissingOpen, first, message)
                .help(format!("on one line: `{}`", self.example()))
                .fix(region, replacement)
        } else {
            let said = &self.text[first.range()];
            let message =
                format!("`{said}` is part of a plan, which holds its weeks and days between `<` and `>`");
            Diagnostic::new(Rule::NotAStep, first, message).help(format!("write `{}`", self.example()))
        };
        let read = self
            .lines
            .into_iter()
            .map(|line| (line.at, Frame { said: line.said, read: line.read, closes: 0 }));
        let closed = closes.iter().map(|close| (close.behind, Frame { closes: 1, ..Frame::default() }));
        Some(Question { diagnostic, frames: read.chain(closed).collect() })
    }

    /// Returns where its blocks end, the inner first, but for those that are closed. None where it can't be told.
    fn closes(&self) -> Option<Vec<Close>> {
        let stretches = &self.cut.stretches;
        let mut closes = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let ends = self.lines.iter().map(|line| (line.rank, line.at)).chain([(Rank::Plan, self.end)]);
        for (number, (rank, at)) in ends.enumerate() {
            while let Some(line) = open.pop_if(|line| self.lines[*line].rank >= rank) {
                closes.push(Close { behind: at.checked_sub(1)?, line });
            }
            if self.lines.get(number).is_some_and(|line| line.opens) {
                open.push(number);
            }
        }
        // What opens a block and holds nothing is followed by its own `>`.
        if closes.iter().any(|close| stretches[close.behind].opens) {
            return None;
        }
        // Some `>` may be there that close nothing: at the end they are the outermost's.
        let (first, last) = (stretches[self.lines[0].at].span, stretches[self.end - 1].span);
        let next = stretches.get(self.end).map_or(self.text.len(), |next| next.span.start as usize);
        let within = |from: u32, to: usize| {
            let strays = &self.cut.strays;
            strays.partition_point(|&stray| stray < to)
                - strays.partition_point(|&stray| stray < from as usize)
        };
        let there = within(last.end, next);
        if within(first.start, last.end as usize) > 0 || there > closes.len() {
            return None;
        }
        closes.truncate(closes.len() - there);
        Some(closes)
    }

    /// Returns all of it with its signs, and where that goes.
    fn written_out(&self, closes: &[Close]) -> (Span, String) {
        let stretches = &self.cut.stretches;
        let mut edits: Vec<(usize, usize, String)> = Vec::new();
        for line in &self.lines {
            let (from, to) = (line.said.start as usize, line.said.end as usize);
            let is_apart = line.read.is_empty() || self.text[to..].starts_with(char::is_whitespace);
            let blank = if is_apart || to == stretches[line.at].span.end as usize { "" } else { " " };
            edits.push((from, to, format!("{}{blank}", line.read)));
        }
        for close in closes {
            let line = &self.lines[close.line];
            let (at, sign) = if line.at == close.behind {
                (stretches[line.at].span.end as usize, " >".to_owned())
            } else {
                let last = stretches[close.behind];
                let (text, depth) = (self.text, last.depth - stretches[line.at].depth);
                let end = line_end(text, behind_signs(text, last.span.end as usize, depth));
                let indent = line_start(text, stretches[line.at].span.start as usize);
                let line_break =
                    if text[..end].ends_with('\r') || text[end..].starts_with('\r') { "\r\n" } else { "\n" };
                (end, format!("{line_break}{indent}>"))
            };
            edits.push((at, at, sign));
        }
        edits.sort_by_key(|edit| edit.0);
        let start = stretches[self.lines[0].at].span.start as usize;
        let mut written = String::new();
        let mut from = start;
        for (at, to, sign) in &edits {
            written += &self.text[from..*at];
            written += sign;
            from = *to;
        }
        (Span::new(start, from), written)
    }

    /// Returns the first days of it, on one line.
    fn example(&self) -> String {
        let mut written = String::new();
        let mut open: Vec<Rank> = Vec::new();
        for line in self.lines.iter().filter(|line| !line.read.starts_with('#')) {
            while open.pop_if(|rank| *rank >= line.rank).is_some() {
                written += " >";
            }
            if written.len() > LONGEST_EXAMPLE {
                written += "; …";
                break;
            }
            if !written.is_empty() {
                written += if written.ends_with('<') { " " } else { "; " };
            }
            let stretch = self.cut.stretches[line.at];
            let rest = self.text[line.said.end as usize..stretch.span.end as usize].trim();
            written += line.read.as_str();
            if !rest.is_empty() && line.rank > Rank::Plan {
                written += if line.read.is_empty() { "" } else { " " };
                written += rest;
            }
            if stretch.opens {
                written += " < … >";
            }
            if line.opens {
                open.push(line.rank);
            }
        }
        written += &" >".repeat(open.len());
        written
    }
}

/// Returns the end of the line that a place is in.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |length| at + length)
}

/// Returns the place behind the next signs that close blocks. What is between them says nothing.
fn behind_signs(text: &str, at: usize, signs: usize) -> usize {
    let mut is_remark = false;
    let mut is_sign = |sign: char| {
        is_remark = sign == '#' || is_remark && !matches!(sign, '\n' | '\r');
        !is_remark && matches!(sign, '>' | '}')
    };
    let ends = text[at..].char_indices().filter(|&(_, sign)| is_sign(sign)).map(|(place, _)| at + place + 1);
    ends.take(signs).last().unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use crate::speech;

    fn read(text: &str) -> String {
        speech::read(text).text.into_owned()
    }

    #[test]
    fn a_list_of_weeks_is_read_as_a_plan() {
        let text =
            "plan \"P\"\nWeek 1:\n Mon: run 5km # slow\n Wed/Fri - squat 3x5\nweeks 2-3\n Sat run 8km\n";
        let expected = "plan \"P\" <\nweek 1 <\n Mon < run 5km\n> # slow\n Wed, Fri < squat 3x5\n>\n>\
                        \nweeks 2-3 <\n Sat < run 8km\n>\n>\n>\n";
        assert_eq!(read(text), expected);
    }

    #[test]
    fn what_is_closed_is_not_closed_again() {
        let text = "plan \"P\" weeks 2\n every week <\n  monday < run 5km >\n >\n>\n";
        assert_eq!(read(text), text.replace("weeks 2", "weeks 2 <"));
        // In the midst of it nobody can tell which it closes.
        let text = "plan \"P\" weeks 2\n monday\n run 5km\n >\n friday\n run 5km\n";
        assert!(!read(text).contains("monday <"));
    }

    #[test]
    fn days_have_steps_titles_or_nothing() {
        let text = "Mon - Lower\n squat 3x5\n lunge 10\nTue-Wed: off\nSun\n run 5km\n";
        let expected = "plan \"…\" weeks 4 < Mon < title \"Lower\"\n squat 3x5\n lunge 10\n>\n# Tue-Wed: off\n\
                        Sun <\n run 5km\n>\n>\n";
        assert_eq!(read(text), expected);
    }

    #[test]
    fn one_day_alone_and_movements_named_after_one_are_no_list() {
        for text in
            ["Monday - Squat\nsquat 5x5\n", "sun salutation 5\nsun salutation 3\n", "week 1 < squat 5 >\n"]
        {
            assert!(!read(text).contains("plan"), "{text}");
        }
    }
}
