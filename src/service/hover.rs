//! What there is to know about the word at a place.

use std::borrow::Cow;
use std::sync::Arc;

use super::document::Document;
use super::hints::Times;
use super::names::{Name, NameKind};
use super::pages::{WordPage, word_pages};
use super::project::Project;
use crate::catalog::movement::Movement;
use crate::catalog::{self, key};
use crate::diagnostic::Rule;
use crate::emit::written::capitalised;
use crate::source::Span;
use crate::syntax::lex::{Lexeme, LexemeKind};

/// What there is to know about a word or a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The word or the name.
    pub span: Span,
    /// About it, in Markdown.
    pub markdown: String,
}

/// Returns what there is to know about what is written at a place. `times` gives those of the same document; it is asked
/// where a block may be meant, and not otherwise.
pub fn hover(
    project: &Project,
    document: &Arc<Document>,
    at: usize,
    times: impl FnOnce() -> Times,
) -> Option<Hover> {
    if let Some(name) = document.name_at(at)
        && let Some(markdown) = of_name(project, document, name)
    {
        return Some(Hover { span: name.span, markdown });
    }
    let number = document.lexemes().iter().position(|lexeme| {
        let span = lexeme.span.range();
        span.start <= at && at <= span.end && matches!(lexeme.kind, LexemeKind::Word | LexemeKind::Close)
    })?;
    let lexeme = document.lexemes().get(number)?;
    match lexeme.kind {
        LexemeKind::Close => {
            let markdown = times().of_block_ending_at(lexeme.span.end)?;
            Some(Hover { span: lexeme.span, markdown })
        }
        _ => of_word(document, number, times),
    }
}

/// Says what a word of the language means.
fn of_word(document: &Document, number: usize, times: impl FnOnce() -> Times) -> Option<Hover> {
    let pages = word_pages();
    let lexemes = document.lexemes();
    let is_word = |lexeme: &&Lexeme| lexeme.kind == LexemeKind::Word;
    let alone = lexemes.get(number)?.span;
    let behind = lexemes.get(number + 1).filter(is_word).map(|next| alone.to(next.span));
    let before = number.checked_sub(1).and_then(|before| lexemes.get(before)).filter(is_word);
    let before = before.map(|before| before.span.to(alone));
    // `for time` and `race day` are one word each.
    let (span, page) = [behind, before, Some(alone)].into_iter().flatten().find_map(|span| {
        let words = document.text()[span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
        Some((span, WordPage::find(&pages, &words)?))
    })?;
    let mut markdown = page.page();
    if let Some(time) = times().of_block_starting_at(span.start) {
        markdown = format!("{time}\n\n{markdown}");
    }
    Some(Hover { span, markdown })
}

fn of_name(project: &Project, document: &Arc<Document>, name: &Name) -> Option<String> {
    match name.kind {
        NameKind::Movement => movement(project, document, name).map(|movement| about_movement(&movement)),
        NameKind::Rule => {
            let rule = Rule::ALL.iter().find(|rule| rule.name().eq_ignore_ascii_case(&name.text))?;
            Some(rule.page().to_owned())
        }
        NameKind::Workout | NameKind::Plan | NameKind::Athlete | NameKind::Team | NameKind::Pose => {
            let home = project.definition(document, name)?;
            let line = home.document.lines().line_at(home.span.start as usize);
            Some(format!("**{}**, on line {line} of `{}`", name.text, home.document.source().name))
        }
        NameKind::Blank | NameKind::File => None,
    }
}

/// Returns the movement that a name means: as a file in sight defines it, over what the catalogue says.
pub(super) fn movement(project: &Project, document: &Arc<Document>, name: &Name) -> Option<Movement> {
    let known = catalog::look_up(&name.text).map(Cow::into_owned);
    let Some(home) = project.definition(document, name) else { return known };
    let mut definitions = home.document.tree().movement_definitions();
    let wanted = key(&name.text);
    let read = |span: Span| catalog::unescape(home.document.said(span));
    let own = definitions.find(|definition| key(&read(definition.name.inner)) == wanted)?;
    let (definition, _) = catalog::define(own, home.document.read());
    Some(definition.over(known.unwrap_or_default()))
}

/// Says what a movement is, in Markdown.
pub fn about_movement(movement: &Movement) -> String {
    let mut said = format!("**{}**", capitalised(&movement.name));
    if !movement.also.is_empty() {
        said += &format!(", also {}", movement.also.join(", "));
    }
    let mut facts: Vec<String> = Vec::new();
    facts.extend(movement.pattern.map(|pattern| pattern.name().to_owned()));
    let mut list = |label: &str, all: &[String]| {
        if !all.is_empty() {
            facts.push(format!("{label}{}", all.join(", ")));
        }
    };
    list("", &movement.muscles);
    list("helped by ", &movement.secondary);
    list("with ", &movement.equipment);
    if !facts.is_empty() {
        said += &format!("\n\n{}", facts.join("; "));
    }
    if let Some(why) = &movement.why {
        said += &format!("\n\n{why}");
    }
    if !movement.cues.is_empty() {
        said += "\n";
        movement.cues.iter().for_each(|cue| said += &format!("\n- {cue}"));
    }
    for (label, forms) in [("Easier", &movement.easier), ("Harder", &movement.harder)] {
        if !forms.is_empty() {
            said += &format!("\n\n{label}: {}", forms.join(", "));
        }
    }
    said
}
