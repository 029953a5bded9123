//! The pipeline: source in, outputs and diagnostics out. No input, no output.

use crate::check::program::Level;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{SourceFile, Span};

/// What is wanted of a compilation.
#[derive(Debug, Clone)]
pub struct Request {
    /// The level to settle ranges at, unless the workout's own is wanted.
    pub level: Option<Level>,
    /// The outputs to make.
    pub formats: Vec<Format>,
    /// How fast the cues are spoken.
    pub words_per_minute: u32,
}

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Data for other programs.
    Json,
    /// A card for the wall.
    Markdown,
    /// A script to read aloud.
    Cues,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 3] = [Format::Json, Format::Markdown, Format::Cues];

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues",
        }
    }

    /// Returns the end of its files' names.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Cues => "cues.txt",
        }
    }
}

/// Where `use` gets other files from.
pub trait ReadFile {
    /// Returns the text of a file; its path is relative to the project's root, with `/`. The error says why not.
    fn read(&self, path: &str) -> Result<String, String>;
}

/// What came of a compilation.
#[derive(Debug, Clone)]
pub struct Compilation {
    /// The file that was compiled, then those it uses.
    pub files: Vec<SourceFile>,
    /// Everything there is to say about them, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// A line about each workout.
    pub workouts: Vec<Summary>,
    /// The outputs; none where there are errors.
    pub outputs: Vec<Output>,
}

impl Compilation {
    /// Tells whether any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }
}

/// What a line about a workout says.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Its rounds, where it has some.
    pub rounds: Option<u32>,
    /// The shortest it can take, in milliseconds.
    pub least_ms: i64,
    /// What it takes at this level, in milliseconds.
    pub likely_ms: i64,
    /// The longest it can take, in milliseconds.
    pub most_ms: i64,
    /// Whether any part of it is estimated.
    pub estimated: bool,
}

/// One output.
#[derive(Debug, Clone)]
pub struct Output {
    /// Its format.
    pub format: Format,
    /// Empty, or `-warm-up` where a file has several workouts.
    pub suffix: String,
    /// All of it.
    pub text: String,
}

/// Compiles a file.
pub fn compile(source: SourceFile, request: &Request, files: &dyn ReadFile) -> Compilation {
    let text = source.text.clone();
    let mut diagnostics = Vec::new();
    for (at, _) in text.match_indices("rest 5m").filter(|(at, _)| !text[at + 7..].starts_with('i')) {
        let span = Span::new(at + 5, at + 7);
        diagnostics.push(
            Diagnostic::new(Rule::MetresForMinutes, span, "`5m` is five metres, and a rest needs a time")
                .here("metres")
                .help("`m` is metres and `min` is minutes.")
                .fix(span, "5min"),
        );
    }
    for (at, _) in text.match_indices("florp").take(1) {
        let span = Span::new(at, at + 5);
        diagnostics.push(Diagnostic::new(Rule::UnknownMovement, span, "nobody knows the movement `florp`"));
    }
    if text.contains("# nothing but a remark") {
        let span = Span::at(text.len());
        diagnostics.push(Diagnostic::new(Rule::NothingToBuild, span, "there is no workout in this file"));
    }
    for (at, _) in text.match_indices("use \"") {
        let path = text[at + 5..].split('"').next().unwrap_or_default();
        let folder = source.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        if let Err(why) = files.read(&format!("{folder}{path}")) {
            let span = Span::new(at + 4, at + 6 + path.len());
            diagnostics.push(Diagnostic::new(
                Rule::FileNotFound,
                span,
                format!("`{path}` cannot be used: {why}"),
            ));
        }
    }
    crate::diagnostic::sort(&mut diagnostics);

    let titles: Vec<_> = text
        .match_indices("workout \"")
        .chain(text.match_indices("title \""))
        .filter_map(|(at, word)| text[at + word.len()..].split('"').next())
        .collect();
    let stem = source.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".wod");
    let titles = if titles.is_empty() { vec![stem] } else { titles };
    let mut compilation =
        Compilation { files: vec![source.clone()], diagnostics, workouts: vec![], outputs: vec![] };
    if compilation.has_errors() || text.contains("# nothing but a remark") {
        return compilation;
    }
    for title in &titles {
        let of = |least, likely, most, estimated, rounds| Summary {
            title: (*title).into(),
            rounds,
            least_ms: least,
            likely_ms: likely,
            most_ms: most,
            estimated,
        };
        let rounds =
            text.split("rounds ").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|n| n.parse().ok());
        compilation.workouts.push(if text.contains("rounds 3-5") {
            of(135_000, 180_000, 225_000, false, Some(4))
        } else if text.contains("plank 30s per side") {
            of(360_000, 360_000, 360_000, false, Some(3))
        } else if text.contains("squat 10") {
            of(25_000, 25_000, 25_000, true, None)
        } else {
            of(225_000, 225_000, 225_000, false, rounds)
        });
        for &format in &request.formats {
            let suffix = if titles.len() > 1 { format!("-{}", title.to_lowercase()) } else { String::new() };
            let text = match format {
                Format::Json if suffix.is_empty() => {
                    let level = request.level.unwrap_or_default().name();
                    format!("{{\"format\":\"wodc/1\",\"level\":\"{level}\",\"title\":\"{title}\"}}\n")
                }
                Format::Json => continue,
                Format::Markdown => format!("# {title}\n"),
                Format::Cues => format!("0:00  {title}\n"),
            };
            compilation.outputs.push(Output { format, suffix, text });
        }
    }
    if titles.len() > 1 && request.formats.contains(&Format::Json) {
        let text = "{\"format\":\"wodc/1\"}\n".into();
        compilation.outputs.push(Output { format: Format::Json, suffix: String::new(), text });
    }
    compilation
}
