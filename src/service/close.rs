//! The end of a block that was just begun.

use super::Edit;
use super::document::Document;
use crate::source::Span;
use crate::syntax::lex::LexemeKind;

/// Returns what closes the block whose `<` ends the line before a place, if that is still open at the end of the file.
pub fn close_block(document: &Document, at: usize) -> Option<Edit> {
    let text = document.text();
    let lines = document.lines();
    let line = lines.line_at(at);
    let before = lines.line(text, line.checked_sub(1).filter(|before| *before > 0)?);
    let head = &text[before.range()];
    let is_of = |span: Span, outer: Span| outer.start <= span.start && span.end <= outer.end;
    let last = document.lexemes().iter().rfind(|lexeme| {
        is_of(lexeme.span, before) && !matches!(lexeme.kind, LexemeKind::Comment | LexemeKind::End)
    })?;
    if last.kind != LexemeKind::Open {
        return None;
    }
    let depth = document.lexemes().iter().fold(0_i64, |depth, lexeme| match lexeme.kind {
        LexemeKind::Open => depth + 1,
        LexemeKind::Close => (depth - 1).max(0),
        _ => depth,
    });
    // Nothing may be on the new line, or it would be in the way.
    let own = lines.line(text, line);
    if depth == 0 || !text[own.range()].trim().is_empty() {
        return None;
    }
    let indent: String = head.chars().take_while(|sign| matches!(sign, ' ' | '\t')).collect();
    let is_crlf = text[before.end as usize..].starts_with("\r\n");
    let end = if is_crlf { "\r\n" } else { "\n" };
    Some(Edit { span: Span::at(own.end as usize), replacement: format!("{end}{indent}>") })
}
