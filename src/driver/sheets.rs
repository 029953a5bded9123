//! Printing the workouts of a file, side by side, and what there is to say about it.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Content, Format, Output, ReadFile, Request};
use crate::check::Files;
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::Compiled;
use crate::emit::pdf::{Draft, NoDraft};
use crate::source::{FileId, Span};

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
    let mut places = Places::of(files);
    let mut drafts = Vec::new();
    for (one, suffix) in all.iter().zip(suffixes) {
        let (draft, end) = if request.sheet.cards {
            (Draft::stations(one, request.sheet, &find), CARDS)
        } else {
            (Draft::sheet(one, request.sheet, &find), "")
        };
        match draft {
            Ok(draft) => {
                diagnostics.extend(letters_without_font(&draft.missing, one, &mut places));
                diagnostics.extend(letters_left_out(&draft.left_out, one, &mut places));
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
        NoDraft::TooLong { of, all, most } => (
            format!(
                "this workout has {all} {}, and a sheet has room for {most}, so there is none of it",
                of.name()
            ),
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
fn letters_without_font(missing: &[char], one: &Compiled<'_>, places: &mut Places<'_>) -> Option<Diagnostic> {
    let (place, letter) = places.first(missing, one)?;
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

/// Reports what colours or changes an emoji and is not printed, at the first of it.
fn letters_left_out(left_out: &[char], one: &Compiled<'_>, places: &mut Places<'_>) -> Option<Diagnostic> {
    let (place, _) = places.first(left_out, one)?;
    let message = "a sheet is printed in black, so the emoji here is without its colour or its flag";
    let help = "use the emoji without it, or leave it as it is: the other outputs have it";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(one.workout.file))
}

/// Where letters stand first in the files that workouts are in.
struct Places<'a> {
    files: &'a Files,
    /// For each file that was looked through, once, the first place of each letter outside of ASCII.
    of_files: FxHashMap<FileId, FxHashMap<char, usize>>,
}

impl<'a> Places<'a> {
    fn of(files: &'a Files) -> Self {
        Self { files, of_files: FxHashMap::default() }
    }

    /// Returns the first of these letters in the workout's text, else in its file. What is used from another file has no
    /// place in this one, so the workout stands for it. None where there are no letters.
    fn first(&mut self, letters: &[char], one: &Compiled<'_>) -> Option<(Span, char)> {
        let any = *letters.first()?;
        let text = &self.files.get(one.workout.file).text;
        let spanned = |(at, letter): (usize, char)| (Span::new(at, at + letter.len_utf8()), letter);
        let wanted: FxHashSet<char> = letters.iter().copied().collect();
        let range = one.workout.span.range();
        let start = range.start;
        let within = text.get(range).unwrap_or_default().char_indices();
        let found =
            within.map(|(at, letter)| (start + at, letter)).find(|(_, letter)| wanted.contains(letter));
        if let Some(found) = found {
            return Some(spanned(found));
        }
        let of_file = self.of_files.entry(one.workout.file).or_insert_with(|| {
            let mut first = FxHashMap::default();
            for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
                first.entry(letter).or_insert(at);
            }
            first
        });
        let found = letters.iter().filter_map(|letter| Some((*of_file.get(letter)?, *letter))).min();
        Some(found.map_or((one.workout.span, any), spanned))
    }
}
