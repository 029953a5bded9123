//! Changes that somebody may choose from, where more than one reading is left.

use super::presentable;
use crate::source::Span;

/// Text to put in the place of other text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What is there afterwards.
    pub replacement: String,
}

/// One way of mending what a diagnostic is about. Only the coach knows whether it is the right one, so it is offered,
/// and never made without being asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice {
    /// What it does, as a button says it: ``Write `90s` for seconds``.
    pub title: String,
    /// The edits, in text order; none overlaps another. All of them are made together.
    pub edits: Vec<Edit>,
}

impl Choice {
    /// The longest text that a title quotes, in characters.
    const LONGEST_QUOTED: usize = 80;

    /// Writes a text in place of another.
    pub(crate) fn write(place: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        Self::showing(place, text.clone(), &text)
    }

    /// Writes a text in place of another, and shows more of what is there afterwards than changes.
    pub(crate) fn showing(place: Span, replacement: impl Into<String>, shown: &str) -> Self {
        Self::new(format!("Write `{}`", quoted(shown)), place, replacement)
    }

    /// Deletes words of a statement and the blanks before them.
    pub(crate) fn delete(text: &str, words: Span) -> Self {
        Self::new(format!("Delete `{}`", quoted(slice(text, words))), with_blanks(text, words), "")
    }

    /// Deletes a statement, with its line if nothing else is on it.
    pub(crate) fn delete_statement(text: &str, statement: Span) -> Self {
        let title = format!("Delete `{}`", quoted(slice(text, statement)));
        Self::new(title, with_separator(text, statement), "")
    }

    /// Makes one edit.
    pub(crate) fn new(title: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        Self { title: presentable(title.into()), edits: vec![Edit { span, replacement: replacement.into() }] }
    }

    /// Says what the text would mean then: `for seconds`.
    #[must_use]
    pub(crate) fn meaning(mut self, words: &str) -> Self {
        self.title = presentable(format!("{} {words}", self.title));
        self
    }

    /// Names it otherwise.
    #[must_use]
    pub(crate) fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = presentable(title.into());
        self
    }

    /// Makes another edit too, which must not overlap those there are.
    #[must_use]
    pub(crate) fn and(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.edits.push(Edit { span, replacement: replacement.into() });
        self.edits.sort_unstable();
        self
    }

    /// Moves each edit to another text. None if one can't be moved, or if they overlap there.
    pub(crate) fn moved(self, place: impl Fn(Edit) -> Option<Edit>) -> Option<Self> {
        let mut edits = self.edits.into_iter().map(place).collect::<Option<Vec<Edit>>>()?;
        edits.sort_unstable();
        let is_apart = edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
        is_apart.then_some(Self { title: self.title, edits })
    }
}

/// Lists choices for a sentence: ``write `90s` for seconds or `90min` for minutes``.
pub(super) fn in_words(choices: &[Choice]) -> String {
    let mut words = String::new();
    let mut verb = "";
    for (number, choice) in choices.iter().enumerate() {
        words += match number {
            0 => "",
            _ if number + 1 == choices.len() => " or ",
            _ => ", ",
        };
        let (own, rest) = choice.title.split_once(' ').unwrap_or(("", &choice.title));
        if own != verb {
            words += &own.to_lowercase();
            words.push(' ');
            verb = own;
        }
        words += rest;
    }
    words
}

fn slice(text: &str, place: Span) -> &str {
    text.get(place.range()).unwrap_or_default()
}

/// Shortens what a title quotes, on one line.
fn quoted(text: &str) -> String {
    let first = text.trim().lines().next().unwrap_or_default();
    let short: String = first.chars().take(Choice::LONGEST_QUOTED).collect();
    let is_whole = short.len() == text.trim().len();
    if is_whole { short } else { format!("{}…", short.trim_end()) }
}

/// Tells whether nothing of a statement follows a place but blanks.
pub(crate) fn ends_statement(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default().trim_start_matches([' ', '\t']);
    behind.is_empty() || behind.starts_with(['\n', '\r', ';', '>', '}', '#'])
}

/// Returns the place of words of a statement with the blanks before them.
pub(crate) fn with_blanks(text: &str, words: Span) -> Span {
    let before = text.get(..words.range().start).unwrap_or_default();
    Span::new(before.trim_end_matches([' ', '\t']).len(), words.range().end)
}

/// Returns the place of a statement with what separates it from others: its line, or a `;`.
pub(crate) fn with_separator(text: &str, statement: Span) -> Span {
    let (start, end) = (statement.range().start, statement.range().end);
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let line = before.trim_end_matches([' ', '\t']);
    let rest = after.trim_start_matches([' ', '\t']);
    let begins_line = line.is_empty() || line.ends_with(['\n', '\r']);
    let to = text.len() - rest.len();
    if let Some(next) = rest.strip_prefix(';') {
        // `title "A"; squat 10`
        let next = next.trim_start_matches([' ', '\t']);
        return Span::new(start, text.len() - next.len());
    }
    if begins_line && let Some(ending) = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end)) {
        return Span::new(line.len(), to + ending.len());
    }
    match line.strip_suffix(';') {
        Some(line) => Span::new(line.len(), end),
        None => Span::new(line.len(), if rest.is_empty() { to } else { end }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::apply;

    fn span(text: &str, part: &str) -> Span {
        let at = text.rfind(part).unwrap();
        Span::new(at, at + part.len())
    }

    #[test]
    fn a_deleted_statement_leaves_no_separator_behind() {
        for (text, statement, left) in [
            ("title \"A\"\n  title \"B\"\nsquat 10\n", "title \"B\"", "title \"A\"\nsquat 10\n"),
            ("title \"A\"; title \"B\"; squat 10", "title \"B\"", "title \"A\"; squat 10"),
            ("squat 10; title \"B\"", "title \"B\"", "squat 10"),
            ("a 5\r\n  b 6\r\nc 7", "b 6", "a 5\r\nc 7"),
            ("a 5\nb 6 # why", "b 6", "a 5\n # why"),
            ("circuit < a 5; b 6 >", "b 6", "circuit < a 5 >"),
            ("a 5\nb 6", "b 6", "a 5\n"),
        ] {
            let choice = Choice::delete_statement(text, span(text, statement));
            assert_eq!(apply(text, &choice.edits), left);
        }
    }

    #[test]
    fn choices_are_listed_with_their_verb_once() {
        let at = Span::at(0);
        let write = |text: &str| Choice::write(at, text);
        let times = [write("90s").meaning("for seconds"), write("90min").meaning("for minutes")];
        assert_eq!(in_words(&times), "write `90s` for seconds or `90min` for minutes");
        let three = [write("a"), write("b"), Choice::delete("c d", Span::new(2, 3))];
        assert_eq!(in_words(&three), "write `a`, `b` or delete `d`");
    }
}
