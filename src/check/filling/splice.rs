//! Puts values into the text of a workout with blanks.

use crate::check::filled::{Origin, Piece};
use crate::check::program::Values;
use crate::source::Span;
use crate::syntax::tree::{Takes, WorkoutDefinition};

use super::template::taken;
use super::value::{QUOTES, Value, is_text};

/// A filled text, with where its parts come from.
#[derive(Debug, Default)]
pub(super) struct Spliced {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

/// Returns how many bytes a filled text has at most.
pub(super) fn length(definition: &WorkoutDefinition, whole: Span, values: &[Value]) -> usize {
    let value = |blank: usize| values.get(blank).map_or(0, |value| 2 * value.text.len());
    let uses = definition.uses.iter().map(|one| value(one.blank));
    uses.fold(whole.len(), usize::saturating_add)
}

/// Writes a workout of `text` with values in the place of its blanks.
pub(super) fn splice(text: &str, whole: Span, definition: &WorkoutDefinition, values: &[Value]) -> Spliced {
    let mut spliced = Spliced::default();
    spliced.own(text, Span { start: whole.start, end: definition.title.span.end });
    let Some(last) = definition.blanks.last() else { return spliced };
    let mut from = last.default.unwrap_or(last.name).end;
    for one in &definition.uses {
        let Some(value) = values.get(one.blank) else { continue };
        spliced.own(text, Span { start: from, end: one.span.start });
        from = one.span.end;
        let written = match one.takes {
            Takes::Inside => {
                let begins = text[..one.span.start as usize].ends_with(QUOTES);
                in_text(&value.text, begins)
            }
            Takes::Movement
            | Takes::Dose
            | Takes::Amount
            | Takes::Target
            | Takes::Reference
            | Takes::Text
            | Takes::Value => value.text.clone(),
        };
        spliced.push(&written, Origin::Value { place: value.place, used: one.span });
    }
    spliced.own(text, Span { start: from, end: whole.end });
    spliced
}

impl Spliced {
    fn own(&mut self, text: &str, span: Span) {
        self.push(&text[span.range()], Origin::Text(span.start));
    }

    fn push(&mut self, text: &str, from: Origin) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { at: Span::new(start, self.text.len()), from });
    }
}

/// Returns a value as it is written in the middle of a text: without quotes of its own, with a capital where it begins
/// the text.
fn in_text(value: &str, begins: bool) -> String {
    let inner = match is_text(value) {
        true => {
            value.strip_prefix(QUOTES).and_then(|text| text.strip_suffix(QUOTES)).unwrap_or(value).to_owned()
        }
        false => value.replace('\\', "\\\\").replace('"', "\\\""),
    };
    if begins { with_capital(&inner) } else { inner }
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns what a filled workout is called if it says nothing else: `Wave: back squat`, by its movements and texts; by
/// all of its values where it has neither.
pub(super) fn title(own: &str, definition: &WorkoutDefinition, values: &Values) -> String {
    let is_name = |blank: usize| {
        taken(definition, blank)
            .is_some_and(|one| matches!(one.takes, Takes::Movement | Takes::Reference | Takes::Text))
    };
    let named = |is_all: bool| -> Vec<&str> {
        let of_title = values.values.iter().enumerate().filter(|&(blank, _)| is_all || is_name(blank));
        of_title.map(|(_, (_, value))| value.as_str()).collect()
    };
    let names = named(false);
    let names = if names.is_empty() { named(true) } else { names };
    format!("{own}: {}", names.join(", "))
}

/// Returns the values by the names of their blanks, as they are shown.
pub(super) fn shown(text: &str, definition: &WorkoutDefinition, values: &[Value]) -> Vec<(String, String)> {
    let name = |span: Span| text[span.range()].to_lowercase();
    let shown = |value: &Value| {
        let inner = in_text(&value.text, false);
        crate::catalog::single_blanks(&crate::catalog::unescape(&inner))
    };
    definition.blanks.iter().zip(values).map(|(blank, value)| (name(blank.name), shown(value))).collect()
}
