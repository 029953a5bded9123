//! `wodc inspect`

use std::collections::HashMap;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::compile::{Opened, named, open};
use super::inputs;
use super::outcome::{Outcome, Trouble};
use super::settings::{self, Mistake};
use super::{HELP_TEMPLATE, streams};
use crate::analysis::{Compilation, analyse};
use crate::diagnostic::Severity;
use crate::diagnostic::document::{Entry, entry, place_of};
use crate::service::{Document, Symbol, Times, inspection, symbols, times};
use crate::source::{LineIndex, SourceFile, Span};

const EXAMPLES: &str = "  wodc inspect lower.wod
  cat lower.wod | wodc inspect - --json";

const MORE: &str = "For apps that show workouts to be written and can't start a language server (see
`wodc lsp`). `wodc schema inspect` prints the schema of the JSON.";

/// Shows what a file consists of: its outline with times, or all that is known of it as JSON
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = MORE, help_template = HELP_TEMPLATE)]
pub struct InspectArguments {
    /// A file, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,

    /// Print JSON: what is said of the file, its parts for colours, its outline, how
    /// long its workouts and blocks take
    #[arg(long)]
    json: bool,
}

/// Runs `wodc inspect`. A file with mistakes is inspected like any other.
pub fn run(arguments: &InspectArguments) -> Result<Outcome, Trouble> {
    let (inputs, troubles) = inputs::find(std::slice::from_ref(&arguments.file), &mut |_| None);
    if !troubles.is_empty() {
        return Ok(streams::tell_all(&troubles));
    }
    let [input] = inputs.as_slice() else {
        return Err(Trouble::new("`wodc inspect` looks at one file; name it"));
    };
    let mut settings = Vec::new();
    let (document, found, times) = match open(input)? {
        Opened::Text { source, project } => {
            let in_use = settings::in_use(project.root());
            let shown = project.shown(super::project::SETTINGS_FILE);
            settings.extend(in_use.mistake.map(|(text, mistake)| (SourceFile::new(shown, text), mistake)));
            let document = Document::new(source.clone());
            let analysis = analyse(source, &in_use.request, &project);
            let times = times(&document, &analysis);
            (document, named(analysis.into_compilation(), input, &project), times)
        }
        Opened::Refused(refusal) => {
            (Document::new(SourceFile::new(input.name(), "")), *refusal, Times::default())
        }
    };
    if arguments.json {
        streams::print_data(&as_json(&input.name(), &document, &found, &times, &settings))?;
    } else {
        streams::print(&outline(&input.shown(), &document, &times))?;
    }
    Ok(Outcome::Fine)
}

fn as_json(
    name: &str,
    document: &Document,
    found: &Compilation,
    times: &Times,
    settings: &[(SourceFile, Mistake)],
) -> Vec<u8> {
    let lines: Vec<LineIndex> = found.files.iter().map(|file| LineIndex::new(&file.text)).collect();
    let said = found.diagnostics.iter().filter_map(|one| {
        let file = usize::from(one.file.0);
        Some(entry(found.files.get(file)?, lines.get(file)?, one))
    });
    let of_settings = settings.iter().map(|(file, mistake)| of_settings(file, mistake));
    let inspection = inspection(name, document, of_settings.chain(said).collect(), times);
    // It fails only where a map has keys that are not strings; there is none.
    let mut bytes = serde_json::to_vec_pretty(&inspection).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn of_settings<'a>(file: &'a SourceFile, mistake: &'a Mistake) -> Entry<'a> {
    let lines = LineIndex::new(&file.text);
    Entry {
        rule: "settings",
        severity: Severity::Error,
        message: &mistake.message,
        help: Some(&mistake.help),
        file: &file.name,
        labels: vec![place_of(file, &lines, mistake.span(&file.text), "")],
        fixes: Vec::new(),
        choices: Vec::new(),
        stands_for: 1,
    }
}

/// Returns the outline for people, with the lines and the times.
fn outline(name: &str, document: &Document, times: &Times) -> String {
    let mut text = format!("{name}\n");
    let symbols = symbols(document);
    // A workout that is the whole file has no part of its own.
    if let [one] = times.workouts.as_slice()
        && !symbols.iter().any(|symbol| symbol.span == one.span)
    {
        text += &format!("  takes {}\n", one.said());
    }
    let times = times.workouts.iter().chain(&times.blocks).map(|time| (time.span, time.said())).collect();
    lines_of(&symbols, 1, document, &times, &mut text);
    text
}

fn lines_of(
    symbols: &[Symbol],
    depth: usize,
    document: &Document,
    times: &HashMap<Span, String>,
    text: &mut String,
) {
    for symbol in symbols {
        let line = document.lines().line_at(symbol.span.start as usize);
        let time = times.get(&symbol.span).map_or_else(String::new, |time| format!("   {time}"));
        let indent = "  ".repeat(depth);
        // Of a block, its first word says what it is.
        let kind = if symbol.name.starts_with(symbol.kind.name()) || symbol.head.start == symbol.span.start {
            String::new()
        } else {
            format!("{} ", symbol.kind.name())
        };
        *text += &format!("{line:>5} {indent}{kind}{}{time}\n", super::visible::on_one_line(&symbol.name));
        lines_of(&symbol.inside, depth + 1, document, times, text);
    }
}
