//! Statements of one line about the workout: its title and other texts, its level, what is expected of it.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::templates::unclosed_text;
use crate::syntax::tree::{
    AboutWord, Allow, Bound, Do, Expect, FeltWord, LevelWord, ScaleSyntax, StatementKind, Text, TextStepWord,
    TextWord,
};

impl Builder<'_> {
    pub(super) fn text_statement(&mut self, node: Node<'_>) -> StatementKind {
        let mut word = TextWord::Step(TextStepWord::Note);
        let mut texts = Vec::new();
        let mut strays = Vec::new();
        let mut comma = true;
        for child in node.children() {
            match child.rule() {
                Rule::text_word => word = TextWord::read(child.text()).unwrap_or(word),
                Rule::comma => comma = true,
                Rule::string | Rule::blank => {
                    let text = self.string(child);
                    let is_list = word.takes_several();
                    let after_comma = std::mem::take(&mut comma);
                    if (!after_comma || !is_list && !texts.is_empty()) && strays.is_empty() {
                        self.report_second_text(word, text.span);
                    } else if strays.is_empty() {
                        texts.push(text);
                    }
                }
                Rule::stray => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        if let [text] = texts.as_slice()
            && text.inner.is_empty()
            && word == TextWord::About(AboutWord::Title)
        {
            self.report(Diagnostic::new(Named::MissingStatementPart, text.span, "this title is empty"));
        }
        StatementKind::Text(word, texts.into())
    }

    /// Reports a second text with no comma before it.
    fn report_second_text(&mut self, word: TextWord, second: Span) {
        let diagnostic = Diagnostic::new(Named::BadList, second, "a second text begins here");
        self.report(if word.takes_several() {
            diagnostic.help("put a comma between the two").fix(Span::at(second.start as usize), ", ")
        } else {
            diagnostic.help("put everything into one text, or write a second statement")
        });
    }

    /// Builds a quoted text and reports one that is not closed.
    pub(super) fn string(&mut self, node: Node<'_>) -> Text {
        let span = self.span(&node);
        if node.rule() == Rule::blank {
            return Text { span, inner: span };
        }
        let mut whole = Span::new(span.start as usize, self.base + node.end());
        let Some(inner) = node.children().next() else { return Text { span, inner: span } };
        let mut inner = Span::new(self.base + inner.start(), self.base + inner.end());
        if inner.end == whole.end {
            if self.at(inner).ends_with('\r') {
                // Half of the line end that the text was not closed before.
                inner.end -= 1;
                whole.end -= 1;
            }
            self.report_unclosed_text(span, inner);
        }
        self.check_escapes(inner);
        Text { span: whole, inner }
    }

    /// Reports a text without its closing quote. `inner` is what is in it.
    fn report_unclosed_text(&mut self, text: Span, inner: Span) {
        let written = self.at(inner);
        let mut end = inner.start as usize + written.trim_end().len();
        if let Some(close) = written.find(['>', ';']) {
            end = inner.start as usize + written[..close].trim_end().len();
            if written.contains('>') {
                self.excused_closes += 1;
            }
        }
        let diagnostic = Diagnostic::new(
            Named::UnclosedString,
            text,
            "this text is not closed: its closing `\"` is missing",
        )
        .help("a text must end on the line it begins on");
        // The text ends before a `<`, and nobody knows how far before it.
        let has_open = self.text[inner.start as usize..end].contains(['<', '{']);
        self.report(if has_open { diagnostic } else { diagnostic.fix(Span::at(end), "\"") });
    }

    /// Reports a backslash before anything but a quote or a backslash.
    fn check_escapes(&mut self, inner: Span) {
        let text = self.at(inner);
        let mut from = 0;
        while let Some(at) = text[from..].find('\\').map(|at| from + at) {
            let next = text[at + 1..].chars().next();
            if matches!(next, Some('"' | '\\')) {
                from = at + 2;
                continue;
            }
            let place = inner.start as usize + at;
            self.report(
                Diagnostic::new(
                    Named::BadEscape,
                    Span::new(place, place + 1 + next.map_or(0, char::len_utf8)),
                    "a backslash must come before a quote or another backslash",
                )
                .help("write `\\\\` for a backslash")
                .fix(Span::new(place, place + 1), "\\\\"),
            );
            from = at + 1;
        }
    }

    pub(super) fn do_workout(&mut self, node: Node<'_>) -> StatementKind {
        let mut title = None;
        let mut with = None;
        let mut scales = Vec::new();
        let mut strays = Vec::new();
        for child in node.children() {
            let span = self.span(&child);
            match child.rule() {
                Rule::string | Rule::blank if title.is_none() => title = Some(self.string(child)),
                Rule::string => {
                    self.string(child);
                    strays.push(span);
                }
                Rule::shares => scales.extend(self.shares(child)),
                Rule::with => {
                    with = child.children().next().map(|values| self.span(&values));
                    if let Some(text) = with.and_then(|values| unclosed_text(self.text, values)) {
                        let quote = self.at(text).chars().next().map_or(0, char::len_utf8);
                        self.report_unclosed_text(
                            text,
                            Span::new(text.start as usize + quote, text.end as usize),
                        );
                    }
                }
                Rule::stray => strays.push(span),
                _ => {}
            }
        }
        if let Some(first) = strays.first().filter(|first| self.at(**first).eq_ignore_ascii_case("with")) {
            let message = "this `with` does not say what fills the blanks";
            self.report(
                Diagnostic::new(Named::MissingStatementPart, *first, message)
                    .help("write a blank and its value: `do \"Wave\" with lift back squat`"),
            );
        } else {
            self.left_over(self.span(&node), &strays);
        }
        match title {
            Some(title) => {
                self.tree.does_another = true;
                self.tree.fills_another |= with.is_some();
                StatementKind::Do(Box::new(Do { title, with, scales: scales.into() }))
            }
            None => StatementKind::Unreadable(Box::default()),
        }
    }

    /// Builds `at 50% of sets, 90% of load and time`, or `sets 50% load 90%`.
    pub(super) fn shares(&mut self, node: Node<'_>) -> Vec<ScaleSyntax> {
        let mut scales = Vec::new();
        for share in node.children() {
            let span = self.span(&share);
            let mut words = Vec::new();
            let mut amount = None;
            for child in share.children() {
                match child.rule() {
                    Rule::scale_word => words.push((child.text().parse().ok(), self.span(&child))),
                    Rule::scale_other => self.report_unknown_share(self.span(&child)),
                    Rule::amount => amount = Some(self.plain_quantity(child)),
                    _ => {}
                }
            }
            let Some(amount) = amount else { continue };
            let one = |(word, word_span): (Option<_>, Span)| {
                Some(ScaleSyntax { span, word: word?, word_span, amount: amount.clone() })
            };
            scales.extend(words.into_iter().filter_map(one));
        }
        scales
    }

    /// Reports `50% of volume`: what cannot be scaled, or is more than one thing.
    fn report_unknown_share(&mut self, place: Span) {
        let word = self.at(place).to_lowercase();
        let message = format!("`{word}` can't be scaled by that name");
        let diagnostic = Diagnostic::new(Named::UnknownOption, place, message);
        self.report(match &*word {
            "set" => diagnostic.fix(place, "sets"),
            "loads" | "weight" | "weights" => diagnostic.fix(place, "load"),
            "distances" => diagnostic.fix(place, "distance"),
            "times" | "duration" => diagnostic.fix(place, "time"),
            _ => diagnostic.help("say what: `sets`, `load`, `distance` or `time`"),
        });
    }

    pub(super) fn race_day(&mut self, node: Node<'_>) -> StatementKind {
        let mut name = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if name.is_none() => name = Some(self.string(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        name.map_or(StatementKind::Unreadable(Box::default()), StatementKind::Race)
    }

    /// `record max back squat`.
    pub(super) fn record_max(&mut self, node: Node<'_>) -> StatementKind {
        let mut name = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::raise_name if name.is_none() => name = Some(self.span(&child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        name.map_or(StatementKind::Unreadable(Box::default()), StatementKind::RecordMax)
    }

    pub(super) fn gap_statement(&mut self, node: Node<'_>) -> StatementKind {
        let is_switch = node.rule() == Rule::switch_statement;
        let mut amount = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::amount => amount = Some(self.quantity(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        match amount {
            Some(amount) if is_switch => StatementKind::Switch(Box::new(amount)),
            Some(amount) => StatementKind::Transition(Box::new(amount)),
            None => StatementKind::Unreadable(Box::default()),
        }
    }

    pub(super) fn expect(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut expect = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::expect_duration => expect = self.expect_duration(child),
                Rule::expect_equipment => {
                    let items = self.items(child);
                    expect = (!items.is_empty()).then_some(Expect::Equipment(items));
                }
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        match expect {
            Some(expect) => {
                self.left_over(self.span(&node), &strays);
                StatementKind::Expect(Box::new(expect))
            }
            None => {
                self.report(
                    Diagnostic::new(Named::MissingStatementPart, span, "`expect` needs something to expect")
                        .help("write `expect duration 13:45`, `expect duration at most 30min` or `expect equipment none`"),
                );
                StatementKind::Unreadable(Box::default())
            }
        }
    }

    fn expect_duration(&mut self, node: Node<'_>) -> Option<Expect> {
        let mut bound = None;
        let mut amount = None;
        for child in node.children() {
            match child.rule() {
                Rule::bound => {
                    let least = child.text().to_ascii_lowercase().ends_with("least");
                    bound = Some(if least { Bound::AtLeast } else { Bound::AtMost });
                }
                Rule::amount => amount = Some(self.quantity(child)),
                _ => {}
            }
        }
        amount.map(|amount| Expect::Duration { bound, amount })
    }

    /// Returns the items of a list of words.
    fn items(&mut self, node: Node<'_>) -> Box<[Span]> {
        node.children().filter(|child| child.rule() == Rule::item).map(|item| self.span(&item)).collect()
    }

    pub(super) fn level(&mut self, node: Node<'_>) -> StatementKind {
        let mut level = LevelWord::Intermediate;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::level_name => level = child.text().parse().unwrap_or(level),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        self.tree.states_level = true;
        StatementKind::Level(level)
    }

    pub(super) fn felt(&mut self, node: Node<'_>) -> StatementKind {
        let mut felt = FeltWord::Pain;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::felt_name => felt = child.text().parse().unwrap_or(felt),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        StatementKind::Scale(felt)
    }

    pub(super) fn tags(&mut self, node: Node<'_>) -> StatementKind {
        let of = |builder: &Self, wanted: Rule| -> Vec<Span> {
            let children = node.clone().children().filter(|child| child.rule() == wanted);
            children.map(|child| builder.span(&child)).collect()
        };
        let (quoted, strays) = (of(self, Rule::string), of(self, Rule::stray));
        if let (Some(first), Some(last)) = (quoted.first(), quoted.last()) {
            self.report_quoted_tags(first.to(*last));
        }
        self.left_over(self.span(&node), &strays);
        StatementKind::Tags(self.items(node))
    }

    /// Reports the quotes of `tags "strength", "5/3/1"`.
    fn report_quoted_tags(&mut self, quoted: Span) {
        let bare = self.at(quoted).replace(['"', '“', '”', '„'], "");
        let is_plain = !bare.contains([';', '<', '>', '{', '}', '#', '\\', '\n']) && !bare.trim().is_empty();
        let diagnostic = Diagnostic::new(Named::KeywordForm, quoted, "tags are written without quotes");
        self.report(if is_plain {
            diagnostic.fix(quoted, bare)
        } else {
            diagnostic.help("write `tags strength, 5/3/1`, with commas between")
        });
    }

    pub(super) fn allow(&mut self, node: Node<'_>) -> Option<Box<Allow>> {
        let mut rule = None;
        let mut why = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::word => rule = Some(self.span(&child)),
                Rule::string if why.is_none() => why = Some(self.string(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        if let Some((first, last)) = strays.first().zip(strays.last())
            && why.is_none()
        {
            let reason = first.to(*last);
            let text = self.at(reason);
            self.report(
                Diagnostic::new(Named::KeywordForm, reason, format!("the reason needs quotes: `\"{text}\"`"))
                    .fix(reason, format!("\"{text}\"")),
            );
        } else {
            self.left_over(self.span(&node), &strays);
        }
        rule.map(|rule| Box::new(Allow { rule, why }))
    }

    pub(super) fn use_file(&mut self, node: Node<'_>) -> StatementKind {
        let mut path = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if path.is_none() => path = Some(self.string(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(self.span(&node), &strays);
        path.map_or(StatementKind::Unreadable(Box::default()), StatementKind::Use)
    }
}
