//! What the compiler has to say about a file, in the training world's words.
//!
//! A diagnostic is data: the program decides how to show it.

mod choice;
mod collector;
pub mod document;
mod findings;
mod levels;
mod list;
mod nearest;
mod page;
#[macro_use]
mod rule;
mod sarif;
mod table;

pub use choice::{Choice, Edit};
pub(crate) use choice::{ends_statement, with_blanks, with_separator};
pub(crate) use collector::Collector;
pub use findings::Findings;
pub use levels::{Levels, NotSettable, Setting};
pub(crate) use list::{list, list_or};
pub(crate) use nearest::{Wanted, did_you_mean, edits, is_slip_of, near, nearest};
pub use rule::Severity;
pub use sarif::sarif;
pub use table::Rule;

use std::borrow::Cow;

use self::choice::in_words;
use crate::source::{FileId, Span};

/// One mistake, one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The named rule it comes from.
    pub rule: Rule,
    /// How serious it is: as its rule, unless somebody sets the rule to something else.
    pub severity: Severity,
    /// The file that all its places are in.
    pub file: FileId,
    /// What is wrong, as a sentence without a full stop, on one line.
    pub message: String,
    /// The places; the first is the place to go to. Never empty.
    pub labels: Vec<Label>,
    /// What to do about it, as one or more sentences.
    pub help: Option<String>,
    /// A change that mends it, if only one reading is left.
    pub fix: Option<Fix>,
    /// The changes to choose from, if several readings are left, or one that is not certain. Each by itself mends it, and
    /// no two give the same text. None where there is a fix.
    pub choices: Vec<Choice>,
    /// How many mistakes it stands for: one, or more if a file has too many to list.
    pub stands_for: usize,
}

/// A place in the source, with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// A few words, or none.
    pub text: String,
}

/// Text to put in the place of other text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What is there afterwards.
    pub replacement: String,
    /// Other places with the same replacement, after the first and in order: a misspelt name is reported once.
    pub more: Vec<Span>,
}

impl Fix {
    /// Returns all that is replaced, in order.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.span).chain(self.more.iter().copied())
    }
}

impl Diagnostic {
    /// Returns a diagnostic of `rule` at `span` in the file that is compiled.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            file: FileId::default(),
            message: presentable(message.into()),
            labels: vec![Label { span, text: String::new() }],
            help: None,
            fix: None,
            choices: Vec::new(),
            stands_for: 1,
        }
    }

    /// Returns all places that it is about or would change: its labels, its correction, its choices.
    pub fn places(&self) -> impl Iterator<Item = Span> {
        let labels = self.labels.iter().map(|label| label.span);
        let fix = self.fix.iter().flat_map(Fix::spans);
        labels.chain(fix).chain(self.choices.iter().flat_map(|choice| &choice.edits).map(|edit| edit.span))
    }

    /// Returns the same places, to be moved.
    pub(crate) fn places_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let labels = self.labels.iter_mut().map(|label| &mut label.span);
        let fix = self.fix.iter_mut().flat_map(|fix| std::iter::once(&mut fix.span).chain(&mut fix.more));
        let edits = self.choices.iter_mut().flat_map(|choice| &mut choice.edits);
        labels.chain(fix).chain(edits.map(|edit| &mut edit.span))
    }

    /// Adds words to the diagnostic's own place.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        self.labels[0].text = text.into();
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn and_at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(presentable(help.into()));
        self
    }

    /// Adds the change that mends it.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into(), more: Vec::new() });
        self
    }

    /// Adds changes to choose from.
    #[must_use]
    pub(crate) fn choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        for choice in choices {
            if self.choices.iter().all(|other| other.edits != choice.edits) {
                self.choices.push(choice);
            }
        }
        self
    }

    /// Says what to do about it: one of these, which are then offered.
    #[must_use]
    pub(crate) fn one_of(self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let choices: Vec<Choice> = choices.into_iter().collect();
        self.help(in_words(&choices)).choices(choices)
    }

    /// Asks whether one of these was meant, each of which `write` makes a choice of. Says nothing if there are none.
    #[must_use]
    pub(crate) fn meant(self, near: &[&str], write: impl Fn(&str) -> Choice) -> Self {
        match did_you_mean(near) {
            Some(question) => self.help(question).choices(near.iter().map(|name| write(name))),
            None => self,
        }
    }

    /// Says which file it is about.
    #[must_use]
    pub fn in_file(mut self, file: FileId) -> Self {
        self.file = file;
        self
    }

    /// Returns what is wrong and what to do about it, as whole sentences.
    pub fn said(&self) -> String {
        let mut said = sentence(&self.message);
        if let Some(help) = &self.help {
            said.push(' ');
            said += &sentence(help);
        }
        said
    }

    /// Returns the place to go to.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}

/// Makes a sentence: a capital at its start, a full stop at its end.
pub(crate) fn sentence(said: &str) -> String {
    let mut characters = said.chars();
    let mut sentence: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(characters.as_str());
    if !said.ends_with(['.', '?', '!', ':']) {
        sentence.push('.');
    }
    sentence
}

/// The most characters of the text that a message quotes.
const LONGEST_QUOTED: usize = 400;

/// Replaces line ends and tabs with spaces, and shortens long quotes.
fn presentable(said: String) -> String {
    let said = match said.contains(['\n', '\r', '\t']) {
        true => said.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "),
        false => said,
    };
    if said.len() <= LONGEST_QUOTED {
        return said;
    }
    let parts: Vec<Cow<'_, str>> = said.split('`').map(|part| beginning(part, LONGEST_QUOTED)).collect();
    parts.join("`")
}

/// Returns a text, or its beginning if it has more characters than these.
pub(crate) fn beginning(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()).into(),
        None => text.into(),
    }
}

/// Sorts by place, and drops repetitions in the same place.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.file, diagnostic.span(), diagnostic.rule));
    diagnostics.dedup();
}
