//! Printing the workouts of a file, side by side, and what there is to say about it.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Content, Format, Output, ReadFile, Request};
use crate::check::Files;
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::pdf::{Draft, NoDraft};
use crate::emit::{Compiled, CompiledPlan};
use crate::source::{FileId, Span};

/// What stands behind the suffix of station cards, so that they lie beside the sheet.
const CARDS: &str = ".cards";

/// Prints the workouts and the plans of a file.
pub fn print(
    all: &[(Compiled<'_>, &String)],
    plans: &[(CompiledPlan<'_>, &String)],
    request: &Request,
    (files, read): (&Files, &dyn ReadFile),
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Output> {
    let find = |letter| read.font_with(letter);
    let mut places = Places::of(files);
    let of_workouts = all.iter().map(|(one, suffix)| {
        let place = Place { what: "workout", file: one.workout.file, span: one.workout.span };
        let (draft, end) = if request.sheet.cards {
            (Draft::stations(one, request.sheet, &find), CARDS)
        } else {
            (Draft::sheet(one, request.sheet, &find), "")
        };
        (draft, place, format!("{suffix}{end}"))
    });
    // A wall of cards is for one workout.
    let printed_plans = if request.sheet.cards { &[] } else { plans };
    let of_plans = printed_plans.iter().map(|(plan, suffix)| {
        let written = plan.season.calendar.plan;
        let place = Place { what: "plan", file: written.file, span: written.span };
        (Draft::plan(plan, request.sheet, &find), place, (*suffix).clone())
    });
    let mut drafts = Vec::new();
    for (draft, place, suffix) in of_workouts.chain(of_plans) {
        match draft {
            Ok(draft) => {
                diagnostics.extend(letters_without_font(&draft.missing, place, &mut places));
                diagnostics.extend(letters_left_out(&draft.left_out, place, &mut places));
                drafts.push((draft, place, suffix));
            }
            Err(none) => diagnostics.push(no_sheet(place, none)),
        }
    }
    let print_one = |(draft, _, _): &(Draft, Place, String)| draft.print();
    // Starting a pool of threads takes longer than it saves for one.
    let printed: Vec<_> = if drafts.len() > 1 {
        drafts.par_iter().map(print_one).collect()
    } else {
        drafts.iter().map(print_one).collect()
    };
    let mut outputs = Vec::with_capacity(printed.len());
    for (pdf, (_, place, suffix)) in printed.into_iter().zip(drafts) {
        match pdf {
            Ok(pdf) => outputs.push(Output { format: Format::Pdf, suffix, content: Content::Binary(pdf) }),
            Err(why) => diagnostics.push(no_sheet(place, NoDraft::Unprintable(why))),
        }
    }
    outputs
}

/// What is printed, and where it is written.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// What it is called.
    what: &'static str,
    file: FileId,
    span: Span,
}

fn no_sheet(place: Place, none: NoDraft) -> Diagnostic {
    let Place { what, file, span } = place;
    let (message, help) = match none {
        NoDraft::TooLong { of, all, most } => (
            format!(
                "this {what} has {all} {}, and {} for {most}, so there is none of it",
                of.name(),
                if what == "plan" { "its sheets have room" } else { "a sheet has room" }
            ),
            format!("put it into several {what}s, or leave out `pdf` with `--to`"),
        ),
        NoDraft::NoMovement => (
            "there is no movement here to make a station card of".to_owned(),
            "leave out `--cards` for a sheet".to_owned(),
        ),
        NoDraft::Unprintable(why) => (
            format!("the sheet of this {what} cannot be set: {why}"),
            format!("this is a mistake in wodc: please report it, with the {what}"),
        ),
    };
    Diagnostic::new(Rule::NoSheet, span, message).help(help).in_file(file)
}

/// Reports letters that no font has, at the first of them.
fn letters_without_font(missing: &[char], of: Place, places: &mut Places<'_>) -> Option<Diagnostic> {
    let (place, letter) = places.first(missing, of)?;
    let code = format!("[U+{:04X}]", u32::from(letter));
    let message = match missing {
        [_] => format!("no font has `{letter}`, so its code stands on the sheet: `{code}`"),
        several => format!(
            "no font has {} letters of this {}, `{letter}` among them, so their codes stand on the sheet: `{code}`",
            several.len(),
            of.what
        ),
    };
    let help = "install a font that has them, such as one of the Noto fonts, or use other letters";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(of.file))
}

/// Reports what colours or changes an emoji and is not printed, at the first of it.
fn letters_left_out(left_out: &[char], of: Place, places: &mut Places<'_>) -> Option<Diagnostic> {
    let (place, _) = places.first(left_out, of)?;
    let message = "a sheet is printed in black, so the emoji here is without its colour or its flag";
    let help = "use the emoji without it, or leave it as it is: the other outputs have it";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(of.file))
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
    fn first(&mut self, letters: &[char], of: Place) -> Option<(Span, char)> {
        let any = *letters.first()?;
        let text = &self.files.get(of.file).text;
        let spanned = |(at, letter): (usize, char)| (Span::new(at, at + letter.len_utf8()), letter);
        let wanted: FxHashSet<char> = letters.iter().copied().collect();
        let range = of.span.range();
        let start = range.start;
        let within = text.get(range).unwrap_or_default().char_indices();
        let found =
            within.map(|(at, letter)| (start + at, letter)).find(|(_, letter)| wanted.contains(letter));
        if let Some(found) = found {
            return Some(spanned(found));
        }
        let of_file = self.of_files.entry(of.file).or_insert_with(|| {
            let mut first = FxHashMap::default();
            for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
                first.entry(letter).or_insert(at);
            }
            first
        });
        let found = letters.iter().filter_map(|letter| Some((*of_file.get(letter)?, *letter))).min();
        Some(found.map_or((of.span, any), spanned))
    }
}
