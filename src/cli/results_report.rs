//! `wodc progress`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::athlete::AthleteArgument;
use super::build::paper_parser;
use super::inputs::Input;
use super::one_file::OneFile;
use super::outcome::{Outcome, Trouble};
use super::report::Telling;
use super::{HELP_TEMPLATE, one_file, streams, write};
#[cfg(feature = "pdf")]
use crate::analysis::ReadFile;
use crate::analysis::add_up;
use crate::emit::Paper;
#[cfg(feature = "pdf")]
use crate::emit::SheetOptions;
#[cfg(feature = "pdf")]
use crate::emit::pdf::NoDraft;
use crate::progress::{self, Form, Progress};

const EXAMPLES: &str = "  wodc progress sam.wod
  wodc progress sam-results.wod --to md
  wodc progress sam.wod --to html -o progress.html
  wodc progress plan.wod --athlete sam.wod --to pdf -o progress.pdf";

const MORE: &str = "It is made of the results: estimates of one-rep maxes, the heaviest loads, the
sets a muscle and the ground covered each week, and how it felt. Where the file
has a plan, it also shows what was planned beside what was done.";

/// Shows what an athlete's results add up to
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = MORE, help_template = HELP_TEMPLATE)]
pub struct ProgressArguments {
    /// The file with the athlete, with the results or with the plan, or - for
    /// standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,

    /// How to show it: as text, Markdown, JSON, a page, or on paper
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    to: To,

    /// The file to write, or - for standard output [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,

    /// The paper to print on [default: a4]
    #[arg(long, value_name = "PAPER", value_parser = paper_parser())]
    paper: Option<Paper>,

    #[command(flatten)]
    athlete: AthleteArgument,

    #[command(flatten)]
    telling: Telling,
}

/// The forms, by what they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// For the terminal.
    #[value(help = None)]
    Text,
    /// Markdown.
    #[value(help = None)]
    Md,
    /// Data.
    #[value(help = None)]
    Json,
    /// A page.
    #[cfg(feature = "html")]
    #[value(help = None)]
    Html,
    /// Paper.
    #[value(help = None)]
    Pdf,
}

/// Shows what results add up to.
pub fn run(arguments: &ProgressArguments) -> Result<Outcome, Trouble> {
    let needs = ("wodc progress", "the one with the athlete");
    let file = match one_file::checked(&arguments.file, &arguments.athlete, arguments.telling, needs)? {
        Ok(file) => file,
        Err(outcome) => return Ok(outcome),
    };
    let Some(progress) = add_up(file.source.clone(), &file.request, &file.project) else {
        one_file::tell(&file.found, arguments.telling)?;
        return Err(no_results(&file.input));
    };
    put(arguments, &made(arguments.to, &progress, &file, arguments.paper)?)?;
    Ok(Outcome::Fine)
}

/// Returns progress as it was asked for.
fn made(to: To, progress: &Progress, file: &OneFile, paper: Option<Paper>) -> Result<Vec<u8>, Trouble> {
    let form = match to {
        To::Text => Form::Text,
        To::Md => Form::Markdown,
        To::Json => Form::Json,
        #[cfg(feature = "html")]
        To::Html => Form::Html,
        To::Pdf => return printed(progress, file, paper),
    };
    if paper.is_some() {
        return Err(Trouble::new("`--paper` only affects PDF, and none is made; add `--to pdf`"));
    }
    Ok(progress::write(progress, form).into_bytes())
}

/// Returns progress on paper.
#[cfg(feature = "pdf")]
fn printed(progress: &Progress, file: &OneFile, paper: Option<Paper>) -> Result<Vec<u8>, Trouble> {
    let sheet = file.request.options.sheet;
    let options = SheetOptions { paper: paper.unwrap_or(sheet.paper), ..sheet };
    let find = |letter| file.project.font_with(letter);
    let draft = match progress::draft(progress, options, &find) {
        Ok(draft) => draft,
        Err(NoDraft::TooLong { of, all, most }) => {
            return Err(Trouble::new(format!(
                "this report has {all} {}, and its pages have room for {most}; write `--to html` or `--to md`",
                of.name()
            )));
        }
        Err(NoDraft::NoMovement) => return Err(Trouble::new("there is nothing to print")),
    };
    if let Some(letter) = draft.missing.first() {
        streams::print_error(&format!(
            "no font has `{letter}`, so the pages show its code: `[U+{:04X}]`; install a font that has it, such as \
             one of the Noto fonts\n",
            u32::from(*letter)
        ));
    }
    draft.print().map_err(|why| {
        Trouble::new(format!("the pages cannot be set: {why}; this is a mistake in wodc: please report it"))
    })
}

#[cfg(not(feature = "pdf"))]
fn printed(_: &Progress, _: &OneFile, _: Option<Paper>) -> Result<Vec<u8>, Trouble> {
    Err(Trouble::new("this wodc was built without PDF; write `--to md`"))
}

/// Writes what was made to where it was asked for.
fn put(arguments: &ProgressArguments, made: &[u8]) -> Result<(), Trouble> {
    match arguments.output.as_deref() {
        Some(path) if path != Path::new("-") => write::report(path, made),
        Some(_) | None if arguments.to == To::Text => streams::print(&String::from_utf8_lossy(made)),
        Some(_) | None => streams::print_data(made),
    }
}

fn no_results(input: &Input) -> Trouble {
    Trouble::new(format!(
        "there are no results of an athlete in `{}`; name their file in a line of the athlete, as in \
         `results \"sam-results.wod\"`, or with `--results sam-results.wod`",
        input.shown()
    ))
}
