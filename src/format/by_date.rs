//! The sessions of a results file in the order in which they were done.

use crate::date::{self, Date, Time};
use crate::syntax::parse;
use crate::syntax::tree::{DoneDefinition, StatementKind};

/// Returns the text of a results file with its sessions sorted by date, time and title, each with the remarks above it and
/// an empty line between. None where they are sorted, or where there are none. The text is canonical.
pub fn by_date(text: &str) -> Option<String> {
    let (tree, _) = parse(text);
    let mut others = String::new();
    let mut sessions: Vec<(Key<'_>, &str)> = Vec::new();
    let mut from = 0;
    for statement in &tree.statements {
        // A remark behind a statement is on its line.
        let end = text
            .get(statement.span.end as usize..)?
            .find('\n')
            .map_or(text.len(), |line| statement.span.end as usize + line + 1);
        let piece = text.get(from..end)?;
        from = end;
        match &statement.kind {
            StatementKind::Done(done) => sessions.push((key(text, done), piece.trim_matches('\n'))),
            _ => others.push_str(piece),
        }
    }
    if sessions.is_sorted_by_key(|(key, _)| *key) {
        return None;
    }
    sessions.sort_by_key(|(key, _)| *key);
    let rest = text.get(from..)?.trim_matches('\n');
    let pieces =
        std::iter::once(others.trim_end_matches('\n')).chain(sessions.into_iter().map(|(_, piece)| piece));
    let pieces: Vec<&str> = pieces.chain([rest]).filter(|piece| !piece.is_empty()).collect();
    Some(pieces.join("\n\n") + "\n")
}

/// What sessions are sorted by. One without a date that can be read comes first.
type Key<'t> = (Option<Date>, Option<Time>, &'t str);

fn key<'t>(text: &'t str, done: &DoneDefinition) -> Key<'t> {
    let at = |span: crate::source::Span| text.get(span.range()).unwrap_or_default();
    let date = done.date.and_then(|date| date::read(at(date)));
    let clock = done.clock.and_then(|clock| date::read_time(at(clock)));
    (date, clock, done.title.map_or("", |title| at(title.inner)))
}
