//! Checks that every correction is certain. One that is not is taken back, and its message only offers it.
//!
//! Here are the promises that can be held by looking at the correction alone. [`mend`](super::mend) holds the one that
//! needs a trial: that no more mistakes are left than were found.

use std::cell::OnceCell;

use super::kept::keeps_words;
use crate::diagnostic::{Choice, Diagnostic, Fix, Severity};
use crate::source::{FileId, Span};
use crate::speech::{self, KnownNames};
use crate::syntax::tree::{DoseSyntax, StatementKind};

/// The most bytes that an offer quotes. Nobody types more in one go.
const LONGEST_OFFER: usize = 80;

/// The longest half of a step that is read before the step is split, in bytes. A step has a few hundred at most.
const LONGEST_HALF: usize = 400;

/// Leaves the corrections that are certain, and makes the others offers. The text is that of the compiled file.
pub(super) fn only_certain(mut diagnostics: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    let names = OnceCell::new();
    for diagnostic in &mut diagnostics {
        if diagnostic.file != FileId::default() {
            continue;
        }
        let is_doubtful = diagnostic.fix.as_ref().is_some_and(|fix| {
            let names = names.get_or_init(|| KnownNames::of(&crate::syntax::parse(text).0, text));
            !(keeps_words(text, fix, names) && splits_well(text, fix, names))
        });
        if is_doubtful {
            offer(diagnostic, text);
        }
    }
    diagnostics
}

/// Takes a correction from a diagnostic. If the text says something with it, it is offered instead, and asked about
/// unless the message says it already.
pub(super) fn offer(diagnostic: &mut Diagnostic, text: &str) {
    let Some(fix) = diagnostic.fix.take() else { return };
    let statement = statement_around(text, fix.span);
    let (before, after) = (statement.start.min(fix.span.start), statement.end.max(fix.span.end));
    let whole = format!(
        "{}{}{}",
        &text[before as usize..fix.span.range().start],
        fix.replacement,
        &text[fix.span.range().end..after as usize]
    );
    let offered = whole.trim();
    if offered.is_empty()
        || offered.len() > LONGEST_OFFER
        || offered.contains(['\n', '\r', '`'])
        || !is_understood(
            &text[before as usize..after as usize],
            offered,
            text[after as usize..].starts_with(['<', '{']),
        )
    {
        return;
    }
    ask(diagnostic, offered, &fix);
    let title = format!("Write `{offered}`");
    let own = fix.more.iter().fold(Choice::new(title, fix.span, fix.replacement.clone()), |choice, span| {
        choice.and(*span, fix.replacement.clone())
    });
    diagnostic.choices.retain(|other| other.edits != own.edits);
    diagnostic.choices.insert(0, own);
}

/// Asks whether a statement was meant, unless the diagnostic says it.
fn ask(diagnostic: &mut Diagnostic, offered: &str, fix: &Fix) {
    let is_said =
        |said: &str| said.contains(&format!("`{}`", fix.replacement.trim())) || said.contains(offered);
    let help = diagnostic.help.as_deref();
    if is_said(&diagnostic.message) || help.is_some_and(is_said) {
        return;
    }
    let question = format!("did you mean `{offered}`?");
    diagnostic.help = Some(help.map_or(question.clone(), |help| match help.ends_with(['?', '.']) {
        true => format!("{help} Or {question}"),
        false => format!("{help}; or {question}"),
    }));
}

/// Tells whether what is offered instead of a statement says something, with all the figures that are there.
fn is_understood(statement: &str, offered: &str, opens: bool) -> bool {
    let reading = |text: &str| {
        let text = if opens { format!("{text} < squat 10 >") } else { text.to_owned() };
        let has_errors = speech::read(&text).diagnostics.iter().any(|one| one.severity == Severity::Error);
        !has_errors
    };
    figures(statement) == figures(offered) && reading(offered)
}

/// Returns the figures of a text, sorted.
fn figures(text: &str) -> Vec<&str> {
    let mut figures: Vec<&str> =
        text.split(|sign: char| !sign.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
    figures.sort_unstable();
    figures
}

/// Signs that end a statement.
pub(super) const STATEMENT_ENDS: [char; 7] = ['\n', '\r', ';', '<', '>', '{', '}'];

/// Returns the statement or the header that a place is in.
fn statement_around(text: &str, place: Span) -> Span {
    let start = text[..place.range().start].rfind(STATEMENT_ENDS).map_or(0, |at| at + 1);
    let after = &text[place.range().end..];
    let end = text.len() - after.len() + after.find(STATEMENT_ENDS).unwrap_or(after.len());
    Span::new(start, end)
}

/// Tells whether a correction that makes several statements of one has several that are complete: known movements with a
/// dose each, or statements that begin with a word of the language.
fn splits_well(text: &str, fix: &Fix, names: &KnownNames) -> bool {
    let Some(last) = fix.spans().last() else { return true };
    let parts = |text: &str| text.matches(';').count();
    if fix.replacement.contains(['"', '<']) || parts(&fix.replacement) <= parts(&text[fix.span.range()]) {
        return true;
    }
    let statement = statement_around(text, fix.span).to(statement_around(text, last));
    let mut mended = String::new();
    let mut from = statement.range().start;
    for span in fix.spans() {
        mended.push_str(&text[from..span.range().start]);
        mended.push_str(&fix.replacement);
        from = span.range().end;
    }
    mended.push_str(&text[from..statement.range().end.max(from)]);
    // The header of a block has no end of its own.
    let opens = text[statement.range().end..].starts_with(['<', '{']);
    let mut parts: Vec<&str> = mended.split(';').filter(|part| !part.trim().is_empty()).collect();
    if opens {
        parts.pop();
    }
    parts.iter().all(|part| is_complete(part, names))
}

/// Tells whether a text is one statement or more without a mistake: a known movement with its dose, or what begins with a
/// word of the language.
fn is_complete(text: &str, names: &KnownNames) -> bool {
    if text.len() > LONGEST_HALF {
        return false;
    }
    let reading = speech::read(text);
    let is_known = |kind: &StatementKind| match kind {
        StatementKind::Movement(performances) => performances
            .iter()
            .all(|one| names.knows(&reading.text[one.name.range()]) && !matches!(one.dose, DoseSyntax::None)),
        StatementKind::Unreadable(_) => false,
        _ => true,
    };
    let has_mistakes = reading.diagnostics.iter().any(|one| one.severity == Severity::Error);
    let statements = &reading.tree.statements;
    !has_mistakes && !statements.is_empty() && statements.iter().all(|one| is_known(&one.kind))
}
