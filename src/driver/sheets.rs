//! Printing the workouts of a file, side by side, and what there is to say about it.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::{Content, Format, Output, ReadFile, Request};
use crate::check::Files;
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::Compiled;
use crate::emit::pdf::{Draft, NoDraft};
use crate::source::Span;

/// What stands behind the suffix of station cards, so that they lie beside the sheet.
const CARDS: &str = ".cards";

/// Prints the workouts of a file.
pub fn print(
    all: &[Compiled<'_>],
    suffixes: &[String],
    request: &Request,
    (files, read): (&Files, &dyn ReadFile),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Output> {
    let find = |letter| read.font_with(letter);
    let mut drafts = Vec::new();
    for (one, suffix) in all.iter().zip(suffixes) {
        let (draft, end) = if request.sheet.cards {
            (Draft::stations(one, request.sheet, &find), CARDS)
        } else {
            (Draft::sheet(one, request.sheet, &find), "")
        };
        match draft {
            Ok(draft) => {
                diagnostics.extend(letters_without_font(&draft.missing, one, files));
                drafts.push((draft, *one, format!("{suffix}{end}")));
            }
            Err(none) => diagnostics.push(no_sheet(one, none)),
        }
    }
    let print_one = |(draft, _, _): &(Draft, Compiled<'_>, String)| draft.print();
    // Starting a pool of threads takes longer than it saves for one.
    let printed: Vec<_> = if drafts.len() > 1 {
        drafts.par_iter().map(print_one).collect()
    } else {
        drafts.iter().map(print_one).collect()
    };
    let mut outputs = Vec::with_capacity(printed.len());
    for (pdf, (_, one, suffix)) in printed.into_iter().zip(drafts) {
        match pdf {
            Ok(pdf) => outputs.push(Output { format: Format::Pdf, suffix, content: Content::Binary(pdf) }),
            Err(why) => diagnostics.push(no_sheet(&one, NoDraft::Unprintable(why))),
        }
    }
    outputs
}

fn no_sheet(one: &Compiled<'_>, none: NoDraft) -> Diagnostic {
    let (message, help) = match none {
        NoDraft::TooLong { rows, most } => (
            format!("this workout has {rows} rows, and a sheet has room for {most}, so there is none of it"),
            "put it into several workouts, or leave out `pdf` with `--to`".to_owned(),
        ),
        NoDraft::NoMovement => (
            "there is no movement here to make a station card of".to_owned(),
            "leave out `--cards` for a sheet".to_owned(),
        ),
        NoDraft::Unprintable(why) => (
            format!("the sheet of this workout cannot be set: {why}"),
            "this is a mistake in wodc: please report it, with the workout".to_owned(),
        ),
    };
    Diagnostic::new(Rule::NoSheet, one.workout.span, message).help(help).in_file(one.workout.file)
}

/// Reports letters that no font has, at the first of them.
fn letters_without_font(missing: &[char], one: &Compiled<'_>, files: &Files) -> Option<Diagnostic> {
    let first = *missing.first()?;
    let (place, letter) = place_of(missing, one, files).unwrap_or((one.workout.span, first));
    let code = format!("[U+{:04X}]", u32::from(letter));
    let message = match missing {
        [_] => format!("no font has `{letter}`, so its code stands on the sheet: `{code}`"),
        several => format!(
            "no font has {} letters of this workout, `{letter}` among them, so their codes stand on the sheet: `{code}`",
            several.len()
        ),
    };
    let help = "install a font that has them, such as one of the Noto fonts, or use other letters";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(one.workout.file))
}

/// Finds the first of these letters in the workout's text, else in its file. What is used from another file has no place
/// in this one.
fn place_of(missing: &[char], one: &Compiled<'_>, files: &Files) -> Option<(Span, char)> {
    let text = &files.get(one.workout.file).text;
    let find = |range: std::ops::Range<usize>| {
        let start = range.start;
        let found = text.get(range)?.char_indices().find(|(_, letter)| missing.contains(letter));
        found.map(|(at, letter)| (Span::new(start + at, start + at + letter.len_utf8()), letter))
    };
    find(one.workout.span.range()).or_else(|| find(0..text.len()))
}
