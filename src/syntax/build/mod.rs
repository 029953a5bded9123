//! From the parser's nodes to the tree: one function a construct, and a diagnostic wherever something is missing or left over.

mod block;
mod definition;
mod guess;
mod header;
mod missing;
mod movement;
mod plan;
mod quantity;
mod spoken;
mod stray;

pub(crate) use guess::{TEMPO, Unquoted, figure_of};
use movement::Gathered;

use std::ops::Range;

use super::MAX_DEPTH;
use super::parser::{Node, Nodes, Rule};
use super::tree::{
    AboutWord, Allow, BlockWord, Bound, Do, Expect, LevelWord, RestAmount, ScaleSyntax, Statement,
    StatementKind, Text, TextStepWord, TextWord, Tree,
};
use crate::diagnostic::{Collector, Diagnostic, Rule as Named};
use crate::source::Span;

/// Builds the tree of one file, piece by piece.
pub(super) struct Builder<'t> {
    /// The original text, of the same length as what was parsed.
    text: &'t str,
    /// Where the piece at hand begins.
    base: usize,
    tree: Tree,
    diagnostics: Collector,
    /// What the movement at hand is made of.
    gathered: Gathered,
    /// How many `>` may be missing or left over without a word, since the mistake that caused it was reported.
    excused_closes: usize,
    /// Whether a plan's week or day misses its `<`, so that what follows is its own.
    unopened: bool,
    /// How many `>` may be left over, since a definition closed what they should have closed.
    late_closes: usize,
    /// Where the last block ends that is not closed, and the number of what was said of it.
    unclosed: Option<(usize, usize)>,
    /// How many blocks stand around the statement at hand, those whose `<` is missing among them.
    depth: usize,
    /// Where the header ends of the block around, if it may take a rest between its rounds.
    header_around: Option<usize>,
}

/// A header whose `<` is missing. What follows it is its body.
struct OpenHeader {
    /// Where it stands in the list of statements.
    index: usize,
    /// Where its header stands.
    header: Span,
    /// Whether that was reported.
    reported: bool,
    /// Whether what follows up to its `>` can't be read as steps: what an athlete, a plan or a movement holds.
    skips: bool,
    /// What was said of its words, by number.
    said: Range<usize>,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            base: 0,
            tree: Tree::default(),
            diagnostics: Collector::default(),
            gathered: Gathered::default(),
            excused_closes: 0,
            unopened: false,
            late_closes: 0,
            unclosed: None,
            depth: 0,
            header_around: None,
        }
    }

    /// Adds the statements of a piece that begins at byte `base` of the file.
    pub(super) fn file(&mut self, nodes: Nodes<'_>, base: usize) {
        self.base = base;
        for file in nodes {
            let statements = self.statements(file.children());
            self.tree.statements.extend(statements);
        }
    }

    pub(super) fn finish(self) -> (Tree, Vec<Diagnostic>) {
        (self.tree, self.diagnostics.finish())
    }

    /// Returns the place of a node in the file, without the blanks it may end in.
    fn span(&self, node: &Node<'_>) -> Span {
        let start = self.base + node.start();
        // By bytes, which is fast: a run of blanks may be as long as the file, and end every block that is open.
        let last = node.text().bytes().rposition(|byte| byte != b' ' && byte != b'\n');
        Span::new(start, start + last.map_or(0, |last| last + 1))
    }

    /// Returns the original text at a place.
    fn at(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Returns how much was said up to now.
    fn reported(&self) -> usize {
        self.diagnostics.len()
    }

    /// Builds the statements of a file's piece or of a body.
    fn statements(&mut self, mut pairs: Nodes<'_>) -> Vec<Statement> {
        let mut statements: Vec<Statement> = Vec::new();
        let mut headers: Vec<OpenHeader> = Vec::new();
        let mut last_end = None;
        let around = self.depth;
        while let Some(node) = pairs.next() {
            match node.rule() {
                Rule::comment | Rule::EOI | Rule::close => continue,
                Rule::stray_close => {
                    let span = self.span(&node);
                    last_end = Some(span.end as usize);
                    if let Some(header) = headers.last_mut()
                        && header.index + 1 == statements.len()
                        && !header.reported
                        && self.touch(header.header, span)
                    {
                        header.reported = true;
                        self.report_turned_open(span);
                        last_end = None;
                        continue;
                    }
                    self.stray_close(span, &mut statements, &mut headers);
                    continue;
                }
                _ => {}
            }
            let span = self.span(&node);
            if let Some(end) = last_end {
                self.check_separator(end, span);
            }
            last_end = Some(span.end as usize);
            if let Some(header) = headers.last()
                && header.index + 1 == statements.len()
                && let Some(body) = lone_body(&node)
            {
                let body_span = self.span(&body);
                self.report_late_open(header.header.end as usize, body_span);
                let reported = self.diagnostics.len();
                let (body, _) = self.body(body);
                if header.skips || is_definition(statements.last()) {
                    self.diagnostics.truncate(reported);
                }
                headers.pop();
                if let Some(block) = statements.last_mut() {
                    block.span = block.span.to(body_span);
                    put_body(block, body);
                }
                continue;
            }
            if begins_definition(&node) {
                self.close_headers(&mut statements, &mut headers, around > 0);
            } else if headers.last().is_some_and(|header| header.skips) {
                continue;
            }
            self.depth += headers.len();
            let before = self.diagnostics.len();
            let (kind, header_end) = self.statement(node);
            let mut statement = Statement { span, kind };
            if let Some(end) = header_end {
                let header = Span::new(span.start as usize, end);
                if self.depth < MAX_DEPTH {
                    let skips = is_definition(Some(&statement)) && is_closed(pairs);
                    let said = before..self.diagnostics.len();
                    headers.push(OpenHeader {
                        index: statements.len(),
                        header,
                        reported: false,
                        skips,
                        said,
                    });
                } else {
                    // What follows is not taken into one more block: something has to end the depth of the tree.
                    self.report_missing_open(header);
                    self.excused_closes += 1;
                    statement.kind = StatementKind::Unreadable(Box::default());
                }
            }
            self.depth = around;
            statements.push(statement);
        }
        // The `>` that such a header used up belonged to the block around.
        self.excused_closes += headers.iter().filter(|header| !header.reported).count();
        self.close_headers(&mut statements, &mut headers, around > 0);
        statements
    }

    /// Takes what follows headers that were never opened as their bodies. Inside a block they may have a `>`: the one
    /// that was taken for the block's own.
    fn close_headers(
        &mut self,
        statements: &mut Vec<Statement>,
        headers: &mut Vec<OpenHeader>,
        may_be_closed: bool,
    ) {
        while let Some(header) = headers.pop() {
            if !header.reported && may_be_closed {
                self.report_missing_open(header.header);
            } else if !header.reported {
                // It was perhaps not meant as a header, so nothing else is said of its words.
                self.diagnostics.take_back(header.said);
                self.report_no_block(header.header);
                take_body(statements, header.index);
                forget_part(statements.last_mut());
                continue;
            }
            take_body(statements, header.index);
        }
    }

    /// Closes the last header whose `<` is missing, or reports a `>` that closes nothing.
    fn stray_close(&mut self, span: Span, statements: &mut Vec<Statement>, headers: &mut Vec<OpenHeader>) {
        if let Some(header) = headers.pop() {
            if !header.reported {
                self.report_missing_open(header.header);
            }
            take_body(statements, header.index);
        } else if self.excused_closes > 0 {
            self.excused_closes -= 1;
        } else if self.late_closes > 0 {
            self.late_closes -= 1;
        } else {
            self.report(
                Diagnostic::new(Named::StrayClose, span, "this `>` closes nothing: no block is open here")
                    .help("delete it, or open the block it should close with `<`"),
            );
        }
    }

    /// Reports two statements with nothing between them.
    fn check_separator(&mut self, end: usize, next: Span) {
        let between = self.text.get(end..next.start as usize).unwrap_or_default();
        if !between.contains([';', '\n', '\r']) {
            self.report(
                Diagnostic::new(
                    Named::MissingSeparator,
                    next,
                    "a new statement begins here without a `;` before it",
                )
                .help("put `;` between them, or start a new line")
                .fix(Span::at(end), ";"),
            );
        }
    }

    /// Builds one statement. The second value is where the header ends of a block whose `<` is missing.
    fn statement(&mut self, node: Node<'_>) -> (StatementKind, Option<usize>) {
        let rule = node.rule();
        if takes_no_body(rule)
            && let Some(body) = node.children().find(|child| child.rule() == Rule::body)
        {
            self.report_unknown_block(self.span(&node));
            return (StatementKind::Unreadable(self.body(body).0.into()), None);
        }
        let kind = match rule {
            Rule::movement => self.movement(node),
            Rule::rest => self.rest(node),
            Rule::block => return self.block(node),
            Rule::text_statement => self.text_statement(node),
            Rule::do_workout => self.do_workout(node),
            Rule::transition_statement | Rule::switch_statement => self.gap_statement(node),
            Rule::expect => self.expect(node),
            Rule::level => self.level(node),
            Rule::tags => self.tags(node),
            Rule::allow => match self.allow(node) {
                Some(allow) => StatementKind::Allow(allow),
                None => StatementKind::Unreadable(Box::default()),
            },
            Rule::use_file => self.use_file(node),
            Rule::workout => return self.workout(node),
            Rule::movement_definition => return self.movement_definition(node),
            Rule::athlete => return self.athlete(node),
            Rule::plan => return self.plan(node),
            Rule::race_day => self.race_day(node),
            _ => StatementKind::Unreadable(Box::default()),
        };
        (kind, None)
    }

    /// Builds a body and tells whether it is closed; reports it where it is not.
    fn body(&mut self, node: Node<'_>) -> (Vec<Statement>, bool) {
        let open = Span::new(self.base + node.start(), self.base + node.start() + 1);
        let whole = self.base + node.end();
        let is_blank = |text: &str| {
            text.chars().all(|sign| sign.is_whitespace() || matches!(sign, '<' | '>' | '{' | '}'))
        };
        // Only the innermost body that is read can hold what was cut out, as too deep.
        let looks_blank = self.depth + 1 >= MAX_DEPTH && is_blank(node.text());
        let closed = node.children().last().is_some_and(|last| last.rule() == Rule::close);
        self.depth += 1;
        let mut statements = self.statements(node.children());
        self.depth -= 1;
        if looks_blank && !is_blank(&self.text[open.start as usize..whole]) {
            statements.push(Statement { span: open, kind: StatementKind::Unreadable(Box::default()) });
        }
        if !closed {
            self.report_missing_close(open, whole);
        }
        (statements, closed)
    }

    fn text_statement(&mut self, node: Node<'_>) -> StatementKind {
        let mut word = TextWord::Step(TextStepWord::Note);
        let mut texts = Vec::new();
        let mut strays = Vec::new();
        let mut comma = true;
        for child in node.children() {
            match child.rule() {
                Rule::text_word => word = TextWord::read(child.text()).unwrap_or(word),
                Rule::comma => comma = true,
                Rule::string => {
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
        self.left_over(&strays);
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
            diagnostic.help("put all words into one text, or write a second statement")
        });
    }

    /// Builds a quoted text and reports one that is not closed.
    fn string(&mut self, node: Node<'_>) -> Text {
        let span = self.span(&node);
        let mut whole = Span::new(span.start as usize, self.base + node.end());
        let Some(inner) = node.children().next() else { return Text { span, inner: span } };
        let mut inner = Span::new(self.base + inner.start(), self.base + inner.end());
        if inner.end == whole.end {
            if self.at(inner).ends_with('\r') {
                // Half of the line end that the text was not closed before.
                inner.end -= 1;
                whole.end -= 1;
            }
            let written = self.at(inner);
            let mut end = inner.start as usize + written.trim_end().len();
            if let Some(close) = written.find(['>', ';']) {
                end = inner.start as usize + written[..close].trim_end().len();
                if written.contains('>') {
                    self.excused_closes += 1;
                }
            }
            self.report(
                Diagnostic::new(
                    Named::UnclosedString,
                    span,
                    "this text is not closed: its second `\"` is missing",
                )
                .help("a text ends on the line it begins on")
                .fix(Span::at(end), "\""),
            );
        }
        self.check_escapes(inner);
        Text { span: whole, inner }
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
                    "a backslash stands only before a quote or another backslash",
                )
                .help("write `\\\\` for a backslash")
                .fix(Span::new(place, place + 1), "\\\\"),
            );
            from = at + 1;
        }
    }

    fn do_workout(&mut self, node: Node<'_>) -> StatementKind {
        let mut title = None;
        let mut scales = Vec::new();
        let mut strays = Vec::new();
        for child in node.children() {
            let span = self.span(&child);
            match child.rule() {
                Rule::string if title.is_none() => title = Some(self.string(child)),
                Rule::string => {
                    self.string(child);
                    strays.push(span);
                }
                Rule::scale => scales.extend(self.scale(child, span)),
                Rule::stray => strays.push(span),
                _ => {}
            }
        }
        if let Some(first) = strays.first().filter(|first| self.at(**first).eq_ignore_ascii_case("with")) {
            let all = strays.last().map_or(*first, |last| first.to(*last));
            self.report(Diagnostic::new(
                Named::Reserved,
                all,
                "`with` after a title is not yet part of the language",
            ));
        } else {
            self.left_over(&strays);
        }
        match title {
            Some(title) => {
                self.tree.does_another = true;
                StatementKind::Do(Box::new(Do { title, scales: scales.into() }))
            }
            None => StatementKind::Unreadable(Box::default()),
        }
    }

    /// Builds `sets 50%`.
    fn scale(&mut self, node: Node<'_>, span: Span) -> Option<ScaleSyntax> {
        let mut word = None;
        let mut amount = None;
        for child in node.children() {
            match child.rule() {
                Rule::scale_word => word = child.text().parse().ok(),
                Rule::amount => amount = Some(self.plain_quantity(child)),
                _ => {}
            }
        }
        word.zip(amount).map(|(word, amount)| ScaleSyntax { span, word, amount })
    }

    fn race_day(&mut self, node: Node<'_>) -> StatementKind {
        let mut name = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if name.is_none() => name = Some(self.string(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(&strays);
        name.map_or(StatementKind::Unreadable(Box::default()), StatementKind::Race)
    }

    fn gap_statement(&mut self, node: Node<'_>) -> StatementKind {
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
        self.left_over(&strays);
        match amount {
            Some(amount) if is_switch => StatementKind::Switch(Box::new(amount)),
            Some(amount) => StatementKind::Transition(Box::new(amount)),
            None => StatementKind::Unreadable(Box::default()),
        }
    }

    fn expect(&mut self, node: Node<'_>) -> StatementKind {
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
                self.left_over(&strays);
                StatementKind::Expect(Box::new(expect))
            }
            None => {
                self.report(
                    Diagnostic::new(Named::MissingStatementPart, span, "this says to expect something, but not what")
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

    fn level(&mut self, node: Node<'_>) -> StatementKind {
        let mut level = LevelWord::Intermediate;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::level_name => level = child.text().parse().unwrap_or(level),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(&strays);
        self.tree.states_level = true;
        StatementKind::Level(level)
    }

    fn tags(&mut self, node: Node<'_>) -> StatementKind {
        let of = |builder: &Self, wanted: Rule| -> Vec<Span> {
            let children = node.clone().children().filter(|child| child.rule() == wanted);
            children.map(|child| builder.span(&child)).collect()
        };
        let (quoted, strays) = (of(self, Rule::string), of(self, Rule::stray));
        if let (Some(first), Some(last)) = (quoted.first(), quoted.last()) {
            self.report_quoted_tags(first.to(*last));
        }
        self.left_over(&strays);
        StatementKind::Tags(self.items(node))
    }

    /// Reports the quotes of `tags "strength", "5/3/1"`.
    fn report_quoted_tags(&mut self, quoted: Span) {
        let bare = self.at(quoted).replace(['"', '“', '”', '„'], "");
        let is_plain = !bare.contains([';', '<', '>', '{', '}', '#', '\\', '\n']) && !bare.trim().is_empty();
        let diagnostic = Diagnostic::new(Named::KeywordForm, quoted, "tags stand without quotes");
        self.report(if is_plain {
            diagnostic.fix(quoted, bare)
        } else {
            diagnostic.help("write `tags strength, 5/3/1`, with commas between")
        });
    }

    fn allow(&mut self, node: Node<'_>) -> Option<Box<Allow>> {
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
                Diagnostic::new(
                    Named::KeywordForm,
                    reason,
                    format!("the reason stands in quotes: `\"{text}\"`"),
                )
                .fix(reason, format!("\"{text}\"")),
            );
        } else {
            self.left_over(&strays);
        }
        rule.map(|rule| Box::new(Allow { rule, why }))
    }

    fn use_file(&mut self, node: Node<'_>) -> StatementKind {
        let mut path = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if path.is_none() => path = Some(self.string(child)),
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                _ => {}
            }
        }
        self.left_over(&strays);
        path.map_or(StatementKind::Unreadable(Box::default()), StatementKind::Use)
    }

    fn rest(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut amount = RestAmount::Bare;
        let mut strays = Vec::new();
        let mut body = None;
        for child in node.children() {
            match child.rule() {
                Rule::stray | Rule::string => strays.push(self.span(&child)),
                Rule::body => body = Some(self.body(child).0),
                _ => amount = self.rest_amount(child).unwrap_or(amount),
            }
        }
        if let Some(body) = body {
            self.report_unknown_block(span);
            return StatementKind::Unreadable(body.into());
        }
        self.left_over_after_rest(&strays, span, &amount);
        if !strays.is_empty() && matches!(amount, RestAmount::Bare) {
            // What it lacks may be what could not be read.
            return StatementKind::Unreadable(Box::default());
        }
        StatementKind::Rest(Box::new(amount))
    }

    /// Builds what may say how long a rest is; none for another node.
    fn rest_amount(&mut self, node: Node<'_>) -> Option<RestAmount> {
        match node.rule() {
            Rule::amount => Some(RestAmount::For(self.quantity(node))),
            Rule::until_ready => Some(RestAmount::UntilReady),
            Rule::rest_day => Some(RestAmount::Day),
            Rule::moving => Some(RestAmount::Moving(Box::new(self.moving(node)))),
            _ => None,
        }
    }
}

/// Returns the body of a statement that is nothing else.
fn lone_body<'i>(node: &Node<'i>) -> Option<Node<'i>> {
    if node.rule() != Rule::movement {
        return None;
    }
    node.children().next().filter(|first| first.rule() == Rule::body)
}

/// Tells whether a statement is a definition whose body holds no steps.
fn is_definition(statement: Option<&Statement>) -> bool {
    statement.is_some_and(|statement| {
        matches!(
            statement.kind,
            StatementKind::MovementDefinition(_) | StatementKind::Athlete(_) | StatementKind::Plan(_)
        )
    })
}

fn begins_definition(node: &Node<'_>) -> bool {
    matches!(node.rule(), Rule::workout | Rule::movement_definition | Rule::athlete | Rule::plan)
}

/// Tells whether a `>` is left over before the next definition.
fn is_closed(following: Nodes<'_>) -> bool {
    let mut following = following;
    following
        .find(|node| node.rule() == Rule::stray_close || begins_definition(node))
        .is_some_and(|node| node.rule() == Rule::stray_close)
}

/// Tells whether a statement is complete on its line, so that a `<` after it opens nothing.
fn takes_no_body(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::text_statement
            | Rule::transition_statement
            | Rule::switch_statement
            | Rule::expect
            | Rule::level
            | Rule::tags
            | Rule::allow
            | Rule::use_file
            | Rule::do_workout
            | Rule::race_day
    )
}

/// Moves the statements after a header into it.
fn take_body(statements: &mut Vec<Statement>, index: usize) {
    let body = statements.split_off(index + 1);
    let is_definition = is_definition(statements.last());
    if let Some(header) = statements.last_mut() {
        if body.is_empty() && !is_definition {
            // It is not said of it as well that it is empty.
            header.kind = StatementKind::Unreadable(Box::default());
        }
        if let Some(last) = body.last() {
            header.span = header.span.to(last.span);
        }
        put_body(header, body);
    }
}

/// Keeps of a named part nothing but its steps, to which it hands nothing down: nothing is said of its header then.
fn forget_part(header: Option<&mut Statement>) {
    if let Some(Statement { kind, .. }) = header
        && let StatementKind::Block(block) = kind
        && matches!(block.word, BlockWord::Warmup | BlockWord::Cooldown | BlockWord::Section)
    {
        *kind = StatementKind::Unreadable(std::mem::take(&mut block.body).into());
    }
}

/// Gives a header its body. A definition's body can only be read as one where its `<` stands.
fn put_body(header: &mut Statement, body: Vec<Statement>) {
    if let StatementKind::Block(block) = &mut header.kind {
        block.body = body;
    } else if let StatementKind::Workout(workout) = &mut header.kind {
        workout.body = body;
    }
}
