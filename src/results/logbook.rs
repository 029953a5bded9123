//! A results file as text: the sessions that are in it, and adding others to its end.
//!
//! What is there stays as it is, byte for byte.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::catalog::{self, fold, quoted, unescape};
use crate::date::{self, Date, Time};
use crate::syntax;
use crate::syntax::tree::{DoneDefinition, StatementKind, Text};

/// What tells a session from others: its day, its time of day and its title.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub date: Date,
    pub clock: Option<Time>,
    /// As titles are compared.
    title: Option<String>,
}

/// A session in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// What tells it from others; none if its day is missing or is not in the calendar.
    pub key: Option<Key>,
    /// Whether the day is missing.
    pub lacks_date: bool,
    /// Whether it has a title.
    pub has_title: bool,
    /// From `done` up to the end of the header.
    pub header: Range<usize>,
    /// From `done` up to its `>`.
    pub block: Range<usize>,
    /// The block with the comments above it and behind it.
    piece: Range<usize>,
}

/// The contents of a results file.
#[derive(Debug, Clone)]
pub struct Logbook<'t> {
    text: &'t str,
    /// Whose results it says they are, and where.
    pub whose: Option<(String, Range<usize>)>,
    /// The sessions in text order.
    pub sessions: Vec<Logged>,
    /// The first statement that is not about results.
    pub other: Option<Range<usize>>,
}

/// What came of adding sessions to a results file.
#[derive(Debug, PartialEq, Eq)]
pub struct Added {
    /// The text of the file afterwards.
    pub text: String,
    /// How many sessions are new.
    pub new: usize,
    /// How many were there already, with the same contents.
    pub same: usize,
    /// Those that are there with other contents: where they are in the file, and what was to be added.
    pub different: Vec<(Range<usize>, String)>,
}

impl<'t> Logbook<'t> {
    /// Reads a text. What can't be read in it is reported where it is checked.
    pub fn read(text: &'t str) -> Self {
        let (tree, _) = syntax::parse(text);
        let mut logbook = Self { text, whose: None, sessions: Vec::new(), other: None };
        let mut before = 0;
        for statement in &tree.statements {
            let place = statement.span.range();
            let end = logbook.line_end(place.end);
            if let StatementKind::Done(done) = &statement.kind {
                let logged = logbook.logged(done, place, before..end);
                logbook.sessions.push(logged);
            } else if let StatementKind::Results(name) = &statement.kind
                && logbook.whose.is_none()
            {
                logbook.whose = Some((logbook.unquoted(*name), place));
            } else {
                logbook.other = logbook.other.or(Some(place));
            }
            before = end;
        }
        logbook
    }

    fn logged(&self, done: &DoneDefinition, block: Range<usize>, piece: Range<usize>) -> Logged {
        let written = |place: crate::source::Span| self.text.get(place.range()).unwrap_or_default();
        let day = done.date.and_then(|place| date::read(written(place)));
        let title = done.title.map(|title| self.unquoted(title));
        let key = day.map(|date| Key {
            date,
            clock: done.clock.and_then(|place| date::read_time(written(place))),
            title: title.as_deref().map(fold).filter(|title| !title.is_empty()),
        });
        Logged {
            key,
            lacks_date: done.date.is_none(),
            has_title: title.is_some(),
            header: done.header.range(),
            block,
            piece,
        }
    }

    fn unquoted(&self, text: Text) -> String {
        unescape(self.text.get(text.inner.range()).unwrap_or_default())
    }

    /// Returns the end of the line that a statement ends in, if nothing but a comment follows on it; else its own end.
    fn line_end(&self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        let behind = line.trim();
        if behind.is_empty() || behind.starts_with('#') { end + line.len() } else { end }
    }

    /// Returns the text of a session.
    pub fn block(&self, session: &Logged) -> &'t str {
        self.text.get(session.block.clone()).unwrap_or_default()
    }

    /// Adds the sessions of another text to the end. `same` tells whether two blocks that differ in more than blanks and
    /// comments say the same.
    pub fn add(&self, others: &Logbook<'_>, same: impl Fn(&str, &str) -> bool) -> Added {
        let line_end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut added = Added { text: self.text.to_owned(), new: 0, same: 0, different: Vec::new() };
        let mut known: FxHashMap<&Key, (&str, Option<Range<usize>>)> = FxHashMap::default();
        for session in &self.sessions {
            if let Some(key) = &session.key {
                known.entry(key).or_insert((self.block(session), Some(session.block.clone())));
            }
        }
        for session in &others.sessions {
            let Some(key) = &session.key else { continue };
            let block = others.block(session);
            match known.get(key) {
                Some((there, _)) if bare(there) == bare(block) || same(there, block) => added.same += 1,
                Some((_, Some(place))) => added.different.push((place.clone(), block.to_owned())),
                // Twice among those that are added: the check says so.
                Some((_, None)) | None => {
                    known.entry(key).or_insert((block, None));
                    append(&mut added.text, others.piece(session), line_end);
                    added.new += 1;
                }
            }
        }
        added
    }

    /// Returns a session with its comments, without the empty lines around them.
    fn piece(&self, session: &Logged) -> &'t str {
        let piece = self.text.get(session.piece.clone()).unwrap_or_default();
        piece.trim_start_matches(['\n', '\r', ';']).trim_end()
    }
}

/// Tells whether a text may hold results: whether a line of it begins as they do.
pub fn may_be(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start().as_bytes();
        ["results", "done"].iter().any(|word| {
            line.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word.as_bytes()))
        })
    })
}

/// Adds a piece on lines of its own.
fn append(text: &mut String, piece: &str, line_end: &str) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(line_end);
    }
    for line in piece.lines() {
        text.push_str(line);
        text.push_str(line_end);
    }
}

/// Returns the words of a block without comments, with single blanks between them.
fn bare(block: &str) -> String {
    let mut words = String::with_capacity(block.len());
    let (mut is_quoted, mut is_escaped, mut is_comment) = (false, false, false);
    for sign in block.chars() {
        if is_comment {
            is_comment = sign != '\n';
            continue;
        }
        match sign {
            '#' if !is_quoted => {
                is_comment = true;
                continue;
            }
            '"' if !is_escaped => is_quoted = !is_quoted,
            _ => {}
        }
        is_escaped = is_quoted && sign == '\\' && !is_escaped;
        if !sign.is_whitespace() {
            words.push(sign);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Writes a movement as a results file has it: a name of the catalogue as it is, and any other in quotes, so that it is not
/// taken for a misspelt one. Quotes keep a figure in a name, and a last `in`, apart from the amount behind it.
pub fn movement(name: &str) -> String {
    let is_plain = name.chars().all(|sign| sign.is_ascii_alphabetic() || matches!(sign, ' ' | '-' | '\''));
    let ends_well = name.rsplit(' ').next().is_some_and(|word| !word.eq_ignore_ascii_case("in"));
    if is_plain && ends_well && catalog::look_up(name).is_some() { name.to_owned() } else { quoted(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "# mine\nresults \"Sam\"\n\ndone 2026-01-06 \"Run\" < run 8km in 42:10 >  # rain\n";

    fn add(book: &str, others: &str) -> Added {
        Logbook::read(book).add(&Logbook::read(others), |_, _| false)
    }

    #[test]
    fn new_sessions_go_to_the_end_and_nothing_else_changes() {
        let others = "results \"Sam\"\n# windy\ndone 2026-01-08 < run 5km >\n\ndone 2026-01-09 <\n  plank 60s # hard\n>";
        let added = add(BOOK, others);
        assert_eq!(
            added.text,
            format!("{BOOK}# windy\ndone 2026-01-08 < run 5km >\ndone 2026-01-09 <\n  plank 60s # hard\n>\n")
        );
        assert_eq!((added.new, added.same), (2, 0));
    }

    #[test]
    fn the_same_session_is_added_once() {
        let again = "done 2026-01-06 \"run\" <\n  run 8km in 42:10 # again\n>\n";
        let added = add(BOOK, "done 2026-01-06 \"Run\" <\n  run 8km   in 42:10 # again\n>\n");
        assert_eq!((&*added.text, added.new, added.same), (BOOK, 0, 1));
        let twice = format!("{again}{again}");
        let added = add("", &twice);
        assert_eq!((added.new, added.same), (1, 1));
    }

    #[test]
    fn other_contents_are_told_and_not_added() {
        let added =
            add(BOOK, "done 2026-01-06 \"RUN\" < run 9km in 42:10 >\ndone 2026-01-07 < plank 60s >\n");
        assert_eq!((added.new, added.same), (1, 0));
        let [(place, new)] = added.different.as_slice() else { panic!("{added:?}") };
        assert_eq!(&BOOK[place.clone()], "done 2026-01-06 \"Run\" < run 8km in 42:10 >");
        assert_eq!(new, "done 2026-01-06 \"RUN\" < run 9km in 42:10 >");
    }

    #[test]
    fn clocks_and_titles_tell_sessions_apart() {
        let one = "done 2026-01-06 07:00 \"Run\" < run 8km in 42:10 >\n";
        for other in [
            "done 2026-01-06 18:00 \"Run\" < run 8km in 42:10 >\n",
            "done 2026-01-06 07:00 \"Walk\" < run 8km in 42:10 >\n",
            "done 2026-01-06 07:00 < run 8km in 42:10 >\n",
            "done 2026-01-07 07:00 \"Run\" < run 8km in 42:10 >\n",
        ] {
            assert_eq!(add(one, other).new, 1, "{other}");
        }
        assert_eq!(add(one, "done 2026-01-06 7:00 \"run\" < run 8km in 42:10 >\n").new, 0);
    }

    #[test]
    fn line_ends_are_those_of_the_file() {
        let book = "results \"Sam\"\r\n\r\ndone 2026-01-06 < plank 60s >";
        let added = add(book, "done 2026-01-07 <\n  plank 60s\n>\n");
        assert_eq!(added.text, format!("{book}\r\ndone 2026-01-07 <\r\n  plank 60s\r\n>\r\n"));
    }

    #[test]
    fn signs_in_quotes_are_no_comments() {
        let with = |note: &str| format!("done 2026-01-06 < note \"{note}\" >\n");
        assert_eq!(add(&with("#1 \\\" #2"), &with("#1 \\\" #3")).different.len(), 1);
        assert_eq!(add(&with("#1"), &with("#1")).same, 1);
    }

    #[test]
    fn names_that_nobody_else_knows_are_quoted() {
        assert_eq!(movement("back squat"), "back squat");
        assert_eq!(movement("Sam's \"own\" \\ lift"), "\"Sam's \\\"own\\\" \\\\ lift\"");
    }
}
