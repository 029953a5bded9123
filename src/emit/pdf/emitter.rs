//! Sheets as an output, and what there is to say about them before they are printed.

use std::io;

use super::{Draft, NoDraft};
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::{Context, Emitter, FirstLetters, Forecast, Format, FormatInfo, Knob, Per, Subject};
use crate::source::{FileId, Span};

/// Comes after the name of station cards, so that they lie beside the sheet.
const CARDS: &str = ".cards";

impl Format {
    /// Sheets to print.
    pub const PDF: Format = Format::of(&Pdf);
}

struct Pdf;

static INFO: FormatInfo = FormatInfo {
    name: "pdf",
    extension: "pdf",
    per: &[Per::Workout, Per::Plan],
    needs_feature: true,
    knobs: &[
        Knob::Paper,
        Knob::Levels,
        Knob::Large,
        Knob::Cards,
        Knob::Sheets,
        Knob::Movements,
        Knob::Figures,
        Knob::Starts,
    ],
    warns: &[Rule::NoSheet, Rule::LetterWithoutFont],
    ..FormatInfo::PLAIN
};

impl Emitter for Pdf {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn foresee(&self, subject: Subject<'_>, context: &Context<'_>) -> Forecast {
        let Some(written) = Written::of(subject, context) else { return Forecast::none() };
        let ending = if context.options.sheet.cards { CARDS } else { "" };
        match draft(subject, context) {
            None => Forecast::none(),
            Some(Ok(draft)) => {
                let diagnostics = [
                    letters_without_font(&draft.missing, written),
                    letters_left_out(&draft.left_out, written),
                ];
                Forecast { ending: Some(ending), diagnostics: diagnostics.into_iter().flatten().collect() }
            }
            Some(Err(none)) => Forecast { ending: None, diagnostics: vec![no_sheet(written, &none)] },
        }
    }

    fn emit(&self, subject: Subject<'_>, context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        // Without a draft, no output was foreseen.
        let Some(Ok(draft)) = draft(subject, context) else { return Ok(()) };
        let unprintable = |why: String| {
            io::Error::other(format!("it cannot be set: {why}; this is a mistake in wodc: please report it"))
        };
        out.write_all(&draft.print().map_err(unprintable)?)
    }
}

/// Returns the draft of a subject; `None` if it has no sheet, as a plan has no station cards.
fn draft(subject: Subject<'_>, context: &Context<'_>) -> Option<Result<Draft, NoDraft>> {
    let (options, find) = (context.options.sheet, context.find_font);
    match subject {
        Subject::Workout(one) if options.cards => Some(Draft::stations(one, options, find)),
        Subject::Workout(one) => Some(Draft::sheet(one, options, find)),
        Subject::Plan(_) if options.cards => None,
        Subject::Plan(plan) => Some(Draft::plan(plan, options, find)),
        Subject::File(_) => None,
    }
}

/// What is printed, and where it is written.
#[derive(Debug, Clone, Copy)]
struct Written<'a> {
    /// What it is called.
    what: &'static str,
    file: FileId,
    span: Span,
    letters: &'a FirstLetters<'a>,
}

impl<'a> Written<'a> {
    fn of(subject: Subject<'_>, context: &Context<'a>) -> Option<Self> {
        let (what, file, span) = match subject {
            Subject::Workout(one) => {
                let workout = one.compiled().workout;
                ("workout", workout.file, workout.span)
            }
            Subject::Plan(plan) => {
                let plan = plan.compiled().season.calendar.plan;
                ("plan", plan.file, plan.span)
            }
            Subject::File(_) => return None,
        };
        Some(Self { what, file, span, letters: context.letters })
    }

    /// Returns the first of these letters in its text, else in its file; `None` without letters. A letter from a used file
    /// has no place in this file, so the whole subject is shown for it.
    fn first(self, letters: &[char]) -> Option<(Span, char)> {
        let any = *letters.first()?;
        let spanned = |(at, letter): (usize, char)| (Span::new(at, at + letter.len_utf8()), letter);
        let found = self.letters.first(letters, self.file, self.span);
        Some(found.map_or((self.span, any), spanned))
    }
}

fn no_sheet(of: Written<'_>, none: &NoDraft) -> Diagnostic {
    let Written { what, file, span, .. } = of;
    let (message, help) = match none {
        NoDraft::TooLong { of, all, most } => (
            format!(
                "this {what} has {all} {}, and {} for {most}, so none is made",
                of.name(),
                if what == "plan" { "its sheets have room" } else { "a sheet has room" }
            ),
            format!("put it into several {what}s, or leave out `pdf` with `--to`"),
        ),
        NoDraft::NoMovement => (
            "no movement here can be put on a station card".to_owned(),
            "leave out `--cards` for a sheet".to_owned(),
        ),
    };
    Diagnostic::new(Rule::NoSheet, span, message).help(help).in_file(file)
}

/// Reports letters that no font has, at the first of them.
fn letters_without_font(missing: &[char], of: Written<'_>) -> Option<Diagnostic> {
    let (place, letter) = of.first(missing)?;
    let code = format!("[U+{:04X}]", u32::from(letter));
    let message = match missing {
        [_] => format!("no font has `{letter}`, so the sheet shows its code: `{code}`"),
        several => format!(
            "no font has {} letters of this {}, `{letter}` among them, so the sheet shows their codes: `{code}`",
            several.len(),
            of.what
        ),
    };
    let help = "install a font that has them, such as one of the Noto fonts, or use other letters";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(of.file))
}

/// Reports what colours or changes an emoji and is not printed, at the first of it.
fn letters_left_out(left_out: &[char], of: Written<'_>) -> Option<Diagnostic> {
    let (place, _) = of.first(left_out)?;
    let message = "sheets are printed in black, so the emoji here loses its colour or its flag";
    let help = "use the emoji without it, or leave it as it is: the other outputs have it";
    Some(Diagnostic::new(Rule::LetterWithoutFont, place, message).help(help).in_file(of.file))
}
