//! What can be made of some steps that are marked.

use super::Edit;
use super::actions::{Action, ActionKind};
use super::document::Document;
use super::names::NameKind;
use crate::catalog::{fold, quoted};
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, Statement, StatementKind};

/// What a new part is called at first.
const NEW_PART: &str = "New part";

/// Steps that follow each other in one block, workout or day.
struct Steps<'d> {
    document: &'d Document,
    /// From the first step to the end of the last.
    span: Span,
    count: usize,
    /// Whether any of them has sets, which rounds would multiply.
    has_sets: bool,
    /// Whether all of a file's workouts have titles, so that another may be added.
    is_in_collection: bool,
}

/// Returns what can be made of the steps that a stretch touches: a circuit of several, or a workout of its own that is done
/// in their place.
pub fn refactorings(document: &Document, marked: Span) -> Vec<Action> {
    let statements = &document.tree().statements;
    let is_collection =
        statements.iter().any(|one| matches!(one.kind, StatementKind::Workout(_) | StatementKind::Plan(_)));
    let Some(steps) = marked_in(document, statements, marked, false).filter(|_| marked.start < marked.end)
    else {
        return Vec::new();
    };
    let steps = Steps { is_in_collection: is_collection && steps.is_in_collection, ..steps };
    steps.circuit().into_iter().chain(steps.workout()).collect()
}

/// Returns the innermost steps that a stretch touches. `is_inside` says whether they are in a workout or a day.
fn marked_in<'d>(
    document: &'d Document,
    statements: &[Statement],
    marked: Span,
    is_inside: bool,
) -> Option<Steps<'d>> {
    let written = |one: &Statement| document.written(one.span);
    let touched = |span: Span| span.start < marked.end && marked.start < span.end;
    let within = |span: Span| span.start <= marked.start && marked.end <= span.end;
    for one in statements.iter().filter(|one| within(written(one))) {
        let inner = match &one.kind {
            StatementKind::Plan(plan) => {
                plan.days().find_map(|day| marked_in(document, &day.body, marked, true))
            }
            kind => {
                let is_inside = is_inside || matches!(kind, StatementKind::Workout(_));
                marked_in(document, kind.inside(), marked, is_inside)
            }
        };
        if inner.is_some() {
            return inner;
        }
    }
    let steps: Vec<&Statement> = statements.iter().filter(|one| touched(written(one))).collect();
    let (first, last) = (steps.first()?, steps.last()?);
    let span = Span { start: written(first).start, end: written(last).end };
    let all_steps = steps.iter().all(|one| is_step(&one.kind));
    let has_sets = steps.iter().any(|one| has_sets(&one.kind));
    all_steps.then_some(Steps { document, span, count: steps.len(), has_sets, is_in_collection: is_inside })
}

fn is_step(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Movement(_) | StatementKind::Rest(..) | StatementKind::Block(_) | StatementKind::Do(_)
    )
}

fn has_sets(kind: &StatementKind) -> bool {
    let StatementKind::Movement(performances) = kind else { return false };
    performances.iter().any(|one| match &one.dose {
        DoseSyntax::None => false,
        DoseSyntax::One(item) => item.sets.is_some(),
        DoseSyntax::List(_) => true,
    })
}

impl Steps<'_> {
    /// Puts them into a circuit.
    fn circuit(&self) -> Option<Action> {
        let edit = Edit { span: self.span, replacement: self.wrapped("circuit rounds 3", &self.indent()) };
        (self.count > 1 && !self.has_sets).then(|| action("Make a circuit of these steps", vec![edit]))
    }

    /// Moves them to a workout of its own, at the end of the file.
    fn workout(&self) -> Option<Action> {
        let text = self.document.text();
        let title = quoted(&self.free_title());
        let end = self.line_end();
        let gap = if text.ends_with(end) { end.to_owned() } else { end.repeat(2) };
        let replacement = format!("{gap}{}{end}", self.wrapped(&format!("workout {title}"), ""));
        let edits = vec![
            Edit { span: self.span, replacement: format!("do {title}") },
            Edit { span: Span::at(text.len()), replacement },
        ];
        self.is_in_collection.then(|| action("Move these steps to a workout of their own", edits))
    }

    /// Returns them between `<` and `>`, behind a header, set in by so much.
    fn wrapped(&self, header: &str, indent: &str) -> String {
        let end = self.line_end();
        let own = self.indent();
        let lines = self.document.text()[self.span.range()].lines();
        let inside = lines.map(|line| {
            let line = line.strip_prefix(own.as_str()).unwrap_or(line.trim_start());
            if line.is_empty() { end.to_owned() } else { format!("{indent}  {line}{end}") }
        });
        format!("{header} <{end}{}{indent}>", inside.collect::<String>())
    }

    /// Returns what the line of the first of them begins with.
    fn indent(&self) -> String {
        let line = self.document.lines().line_at(self.span.start as usize);
        let line = self.document.lines().line(self.document.text(), line);
        self.document.text()[line.range()].chars().take_while(|sign| matches!(sign, ' ' | '\t')).collect()
    }

    fn line_end(&self) -> &'static str {
        if self.document.text().contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Returns a title that nothing here has.
    fn free_title(&self) -> String {
        let is_taken = |title: &str| {
            let mut names = self.document.names().iter().filter(|name| name.kind == NameKind::Workout);
            names.any(|name| fold(&name.text) == fold(title))
        };
        let numbered = (2..).map(|number| format!("{NEW_PART} {number}"));
        let mut titles = std::iter::once(NEW_PART.to_owned()).chain(numbered);
        titles.find(|title| !is_taken(title)).unwrap_or_default()
    }
}

fn action(title: &str, edits: Vec<Edit>) -> Action {
    Action { title: title.to_owned(), kind: ActionKind::Refactor, edits, diagnostic: None }
}
