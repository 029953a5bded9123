//! Lists of statements: of a file, of a body. What is missing between them, and where headers and bodies part.

use super::Builder;
use super::missing::Unclosed;
use super::stray_option::{self, StrayOption};
use crate::diagnostic::{Choice, Collector, Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::MAX_DEPTH;
use crate::syntax::parser::{Node, Nodes, Rule};
use crate::syntax::tree::{BlockWord, Statement, StatementKind};

/// A header whose `<` is missing. What follows it is its body.
struct OpenHeader {
    /// Its number in the list of statements.
    index: usize,
    /// Where it is.
    header: Span,
    /// Whether the missing `<` was reported.
    reported: bool,
    /// Whether what follows up to its `>` can't be read as steps: what an athlete, a plan or a movement holds.
    skips: bool,
    /// What to report about its words, if it was meant as a header.
    said: Collector,
}

/// Statements while they are gathered.
#[derive(Default)]
struct List {
    statements: Vec<Statement>,
    /// The headers whose `<` is missing, each inside the one before.
    headers: Vec<OpenHeader>,
    /// Where the last statement ends.
    last_end: Option<usize>,
    /// How many blocks are around the list.
    depth: usize,
}

impl List {
    /// Returns the header that the last statement is, if its `<` is missing.
    fn header_at_end(&mut self) -> Option<&mut OpenHeader> {
        let count = self.statements.len();
        self.headers.last_mut().filter(|header| header.index + 1 == count)
    }
}

impl<'t> Builder<'t> {
    /// Builds the statements of a file's piece or of a body.
    pub(super) fn statements(&mut self, mut nodes: Nodes<'_>) -> Vec<Statement> {
        let mut list = List { depth: self.depth, ..List::default() };
        while let Some(node) = nodes.next() {
            match node.rule() {
                Rule::comment | Rule::EOI | Rule::close => {}
                Rule::stray_close => self.close(self.span(&node), &mut list),
                _ => self.add_statement(node, nodes, &mut list),
            }
        }
        // The `>` that such a header used up belonged to the enclosing block.
        self.excused_closes += list.headers.iter().filter(|header| !header.reported).count();
        self.close_headers(&mut list);
        list.statements
    }

    /// Adds one statement to a list; `following` is what comes after it.
    fn add_statement(&mut self, node: Node<'_>, following: Nodes<'_>, list: &mut List) {
        let span = self.span(&node);
        if let Some(end) = list.last_end {
            self.check_separator(end, span);
        }
        list.last_end = Some(span.end as usize);
        if list.header_at_end().is_some()
            && let Some(body) = lone_body(&node)
            && let Some(header) = list.headers.pop()
        {
            self.take_lone_body(header, body, list);
            return;
        }
        if begins_definition(&node) {
            self.close_headers(list);
        } else if list.headers.last().is_some_and(|header| header.skips) {
            return;
        }
        if list.headers.is_empty()
            && matches!(node.rule(), Rule::movement | Rule::rest)
            && let Some(option) = self.stray_option(span, list)
        {
            self.report_stray_option(option, span, &mut list.statements);
            list.statements.push(Statement { span, kind: StatementKind::Unreadable(Box::default()) });
            return;
        }
        self.depth += list.headers.len();
        let tables = self.tables;
        let mut statement = if may_be_open(&node) {
            let ((kind, header_end), said) = self.apart(|builder| builder.statement(node));
            let mut statement = Statement { span, kind };
            match header_end {
                Some(end) => self.open_header(end, said, following, &mut statement, list),
                None => self.diagnostics.append(said),
            }
            statement
        } else {
            Statement { span, kind: self.statement(node).0 }
        };
        self.depth = list.depth;
        self.report_moves_elsewhere();
        statement.span = span;
        if self.tables > tables {
            statement = self.spread(statement);
        }
        list.statements.push(statement);
    }

    /// Reads a statement as an option of a header. A rest inside a block is moved to where it belongs by a guess.
    fn stray_option(&self, span: Span, list: &List) -> Option<StrayOption> {
        let is_below = list.statements.iter().any(|before| matches!(before.kind, StatementKind::Block(_)));
        let text = self.at(span);
        let is_rest_inside = text.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("rest")) && !is_below;
        if is_rest_inside { None } else { stray_option::read(text, span.start) }
    }

    /// Notes a header whose `<` is missing.
    fn open_header(
        &mut self,
        end: usize,
        said: Collector,
        following: Nodes<'_>,
        statement: &mut Statement,
        list: &mut List,
    ) {
        let header = Span::new(statement.span.start as usize, end);
        if self.depth < MAX_DEPTH {
            let skips = is_definition(Some(statement)) && is_closed(following);
            let index = list.statements.len();
            list.headers.push(OpenHeader { index, header, reported: false, skips, said });
        } else {
            // The depth of the tree must end somewhere, so what follows is not nested any deeper.
            self.diagnostics.append(said);
            self.report_missing_open(header);
            self.excused_closes += 1;
            statement.kind = StatementKind::Unreadable(Box::default());
        }
    }

    /// Takes a body that begins below its header as the header's own.
    fn take_lone_body(&mut self, header: OpenHeader, body: Node<'_>, list: &mut List) {
        self.diagnostics.append(header.said);
        let span = self.span(&body);
        self.report_late_open(header.header.end as usize, span);
        // What a definition holds can't be read as steps, so nothing is reported about it.
        let (body, _) = if header.skips || is_definition(list.statements.last()) {
            self.unheard(|builder| builder.body(body))
        } else {
            self.body(body)
        };
        if let Some(block) = list.statements.last_mut() {
            block.span = block.span.to(span);
            put_body(block, body);
        }
    }

    /// Takes what follows headers that were never opened as their bodies. Inside a block they may have a `>`: the one
    /// that was taken for the block's own.
    fn close_headers(&mut self, list: &mut List) {
        let may_be_closed = list.depth > 0;
        while let Some(header) = list.headers.pop() {
            if header.reported || may_be_closed {
                self.diagnostics.append(header.said);
                if !header.reported {
                    self.report_missing_open(header.header);
                }
                take_body(&mut list.statements, header.index);
            } else {
                // It was perhaps not meant as a header, so nothing else is reported about its words.
                self.report_no_block(header.header);
                take_body(&mut list.statements, header.index);
                forget_part(list.statements.last_mut());
            }
        }
    }

    /// Reads a `>` that closes no body: the `<` of a header, the end of a header whose `<` is missing, or one too many.
    fn close(&mut self, close: Span, list: &mut List) {
        list.last_end = Some(close.end as usize);
        if let Some(name) = self.name_before_words(close, list) {
            // What was said of the words is said of what the `<` goes before.
            list.headers.pop();
            self.report_open_after_name(name, close);
        } else if let Some(header) = list.header_at_end()
            && !header.reported
            && self.touch(header.header, close)
        {
            header.reported = true;
            self.report_turned_open(close);
            list.last_end = None;
        } else if let Some(header) = list.headers.pop() {
            self.diagnostics.append(header.said);
            if !header.reported {
                self.report_missing_open(header.header);
            }
            take_body(&mut list.statements, header.index);
        } else if self.excused_closes > 0 {
            self.excused_closes -= 1;
        } else if self.late_closes > 0 {
            self.late_closes -= 1;
        } else {
            self.report(
                Diagnostic::new(Named::StrayClose, close, "this `>` closes nothing: no block is open here")
                    .help("delete it, or open the block it should close with `<`")
                    .choices([Choice::delete_statement(self.text, close)]),
            );
        }
    }

    /// Returns the name of a definition whose header ends here, where its contents follow the name without a `<`:
    /// `movement "x" pattern push >`.
    fn name_before_words(&self, close: Span, list: &mut List) -> Option<Span> {
        let header = list.header_at_end().filter(|header| !header.reported)?;
        let (place, index) = (header.header, header.index);
        let name = match &list.statements.get(index)?.kind {
            StatementKind::Workout(workout) => workout.title.span,
            StatementKind::MovementDefinition(movement) => movement.name.span,
            StatementKind::Pose(pose) => pose.name.span,
            StatementKind::Athlete(athlete) => athlete.name.span,
            _ => return None,
        };
        let is_quoted = self.at(name).ends_with(['"', '”']);
        let words = self.text.get(name.end as usize..place.end as usize)?.trim();
        (is_quoted && !words.is_empty() && self.touch(place, close)).then_some(name)
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
            Rule::felt => self.felt(node),
            Rule::tags => self.tags(node),
            Rule::allow => match self.allow(node) {
                Some(allow) => StatementKind::Allow(allow),
                None => StatementKind::Unreadable(Box::default()),
            },
            Rule::use_file => self.use_file(node),
            Rule::workout => return self.workout(node),
            Rule::movement_definition => return self.movement_definition(node),
            Rule::pose_definition => return self.pose(node),
            Rule::athlete => return self.athlete(node),
            Rule::plan => return self.plan(node),
            Rule::team => return self.team(node),
            Rule::done => return self.done(node),
            Rule::results_of => self.results_of(node),
            Rule::race_day => self.race_day(node),
            Rule::record_max => self.record_max(node),
            Rule::some_turns => return self.some_turns(node),
            Rule::in_turn => self.in_turn(node),
            Rule::percent_of => self.percent_of(node),
            Rule::raise => StatementKind::Raise(Box::new(self.raise(node))),
            _ => StatementKind::Unreadable(Box::default()),
        };
        (kind, None)
    }

    /// Builds a body and tells whether it is closed; one that is not is reported.
    pub(super) fn body(&mut self, node: Node<'_>) -> (Vec<Statement>, bool) {
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
            self.note_missing_close(open, whole);
        }
        (statements, closed)
    }

    /// Builds something and returns its diagnostics, so that the caller can decide what to report.
    pub(super) fn apart<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> (T, Collector) {
        let outside = std::mem::take(&mut self.diagnostics);
        let built = build(self);
        (built, std::mem::replace(&mut self.diagnostics, outside))
    }

    /// Builds something without reporting anything about it.
    pub(super) fn unheard<T>(&mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.unclosed.take();
        self.report_unclosed(before);
        let (built, _) = self.apart(build);
        self.unclosed = self.unclosed.take().map(Unclosed::unheard);
        built
    }
}

/// Returns the body of a statement that has only a body.
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
            StatementKind::MovementDefinition(_)
                | StatementKind::Pose(_)
                | StatementKind::Athlete(_)
                | StatementKind::Team(_)
                | StatementKind::Plan(_)
                | StatementKind::Done(_)
        )
    })
}

fn begins_definition(node: &Node<'_>) -> bool {
    let rule = node.rule();
    matches!(
        rule,
        Rule::workout
            | Rule::movement_definition
            | Rule::pose_definition
            | Rule::athlete
            | Rule::team
            | Rule::plan
            | Rule::done
    )
}

/// Tells whether a statement is one of those that a body follows, and none does.
fn may_be_open(node: &Node<'_>) -> bool {
    (node.rule() == Rule::block || begins_definition(node))
        && !node.children().any(|child| {
            matches!(
                child.rule(),
                Rule::body
                    | Rule::definition_body
                    | Rule::pose_body
                    | Rule::athlete_body
                    | Rule::team_body
                    | Rule::plan_body
                    | Rule::done_body
            )
        })
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
            | Rule::felt
            | Rule::tags
            | Rule::allow
            | Rule::use_file
            | Rule::do_workout
            | Rule::race_day
            | Rule::record_max
            | Rule::percent_of
            | Rule::results_of
    )
}

/// Moves the statements after a header into it.
fn take_body(statements: &mut Vec<Statement>, index: usize) {
    let body = statements.split_off(index + 1);
    let is_definition = is_definition(statements.last());
    if let Some(header) = statements.last_mut() {
        if body.is_empty() && !is_definition {
            // The missing `<` is reported; that the block is empty need not be.
            header.kind = StatementKind::Unreadable(Box::default());
        }
        if let Some(last) = body.last() {
            header.span = header.span.to(last.span);
        }
        put_body(header, body);
    }
}

/// Keeps only the steps of a named part, so that nothing is reported about its header.
fn forget_part(header: Option<&mut Statement>) {
    if let Some(Statement { kind, .. }) = header
        && let StatementKind::Block(block) = kind
        && matches!(block.word, BlockWord::Warmup | BlockWord::Cooldown | BlockWord::Section)
    {
        *kind = StatementKind::Unreadable(std::mem::take(&mut block.body).into());
    }
}

/// Gives a header its body. Only after its `<` can a definition's body be read as one.
fn put_body(header: &mut Statement, body: Vec<Statement>) {
    if let StatementKind::Block(block) = &mut header.kind {
        block.body = body;
    } else if let StatementKind::Workout(workout) = &mut header.kind {
        workout.body = body;
    }
}
