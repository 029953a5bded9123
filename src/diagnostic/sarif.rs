//! Diagnostics as SARIF 2.1.0, which code hosts and editors show beside the lines they are about.
//!
//! A log is written result by result, without blanks: of a file with tens of thousands of mistakes it would otherwise be
//! hundreds of megabytes in memory.

use std::borrow::Cow;
use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use url::Url;

use super::{Choice, Diagnostic, Findings, Fix, Label, Rule, Severity};
use crate::one_by_one::OneByOne;
use crate::source::{LineIndex, SourceFile, Span};

/// Where the format is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'a str,
    newline_sequences: [&'a str; 3],
    results: OneByOne<'a, SarifResult<'a>>,
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    /// How many mistakes there are, those that are only counted included.
    total: usize,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    semantic_version: &'a str,
    rules: Vec<RuleDescription>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleDescription {
    id: &'static str,
    short_description: Text<'static>,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: Severity,
}

#[derive(Serialize)]
struct Text<'a> {
    text: Cow<'a, str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: Severity,
    message: Text<'a>,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Correction<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence_count: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// A place: lines and columns from 1, the end after the last character.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Correction<'a> {
    /// What a change to choose from does. A correction that is certain has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Text<'a>>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Text<'a>,
}

/// Writes all findings as one run of a SARIF log. It ends in a line end.
pub fn sarif(findings: &Findings<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = findings.rules();
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "wodc",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().copied().map(described).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            newline_sequences: ["\r\n", "\n", "\r"],
            results: OneByOne::new(|| {
                findings.with_lines().map(|(file, lines, diagnostic)| {
                    let rule = rules.binary_search(&diagnostic.rule).unwrap_or_default();
                    Place { file, lines: &lines }.result(diagnostic, rule)
                })
            }),
            properties: Properties { total: findings.total() },
        }],
    };
    serde_json::to_writer(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn described(rule: Rule) -> RuleDescription {
    RuleDescription {
        id: rule.name(),
        short_description: Text { text: rule.summary().into() },
        help: Help { text: rule.page(), markdown: rule.page() },
        default_configuration: Configuration { level: rule.severity() },
    }
}

/// A file that something is said about.
struct Place<'f> {
    file: &'f SourceFile,
    lines: &'f LineIndex,
}

impl Place<'_> {
    /// Returns one result; `rule` is the number of its rule in the list of rules.
    fn result<'a>(&self, diagnostic: &'a Diagnostic, rule: usize) -> SarifResult<'a> {
        let mut locations = diagnostic.labels.iter().map(|label| self.location(label));
        SarifResult {
            rule_id: diagnostic.rule.name(),
            rule_index: rule,
            level: diagnostic.severity,
            message: Text { text: unlinked(diagnostic.said().into()) },
            locations: locations.next().into_iter().collect(),
            related_locations: locations.collect(),
            fixes: diagnostic
                .fix
                .iter()
                .map(|fix| self.correction(fix))
                .chain(diagnostic.choices.iter().map(|choice| self.choice(choice)))
                .collect(),
            occurrence_count: Some(diagnostic.stands_for).filter(|&count| count > 1),
        }
    }

    fn location<'a>(&self, label: &'a Label) -> Location<'a> {
        let message = (!label.text.is_empty()).then(|| Text { text: unlinked(label.text.as_str().into()) });
        Location {
            physical_location: PhysicalLocation {
                artifact_location: self.artifact(),
                region: self.region(label.span),
            },
            message,
        }
    }

    fn correction<'a>(&self, fix: &'a Fix) -> Correction<'a> {
        let replacements = fix.spans().map(|span| self.replacement(span, &fix.replacement));
        self.change(None, replacements.collect())
    }

    fn choice<'a>(&self, choice: &'a Choice) -> Correction<'a> {
        let replacements = choice.edits.iter().map(|edit| self.replacement(edit.span, &edit.replacement));
        let description = Text { text: unlinked(choice.title.as_str().into()) };
        self.change(Some(description), replacements.collect())
    }

    fn change<'a>(
        &self,
        description: Option<Text<'a>>,
        replacements: Vec<Replacement<'a>>,
    ) -> Correction<'a> {
        let change = ArtifactChange { artifact_location: self.artifact(), replacements };
        Correction { description, artifact_changes: [change] }
    }

    fn replacement<'a>(&self, span: Span, text: &'a str) -> Replacement<'a> {
        Replacement { deleted_region: self.region(span), inserted_content: Text { text: text.into() } }
    }

    fn artifact(&self) -> ArtifactLocation {
        ArtifactLocation { uri: uri(&self.file.name) }
    }

    fn region(&self, span: Span) -> Region {
        let start = self.lines.place(&self.file.text, span.start as usize);
        let end = self.lines.place(&self.file.text, span.end as usize);
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// What an address need not escape. A colon is not among it: before the first `/` it would end a scheme.
const UNRESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Returns a file's name as a relative address; of a file that has its whole path, the address of it.
fn uri(name: &str) -> String {
    let whole = if is_whole(name) { Url::parse("file:///").ok() } else { None };
    let Some(mut url) = whole else { return utf8_percent_encode(name, UNRESERVED).to_string() };
    if let Ok(mut parts) = url.path_segments_mut() {
        parts.pop_if_empty().extend(name.split('/').filter(|part| !part.is_empty()));
    }
    url.into()
}

/// Tells whether a path, with `/` between folders, starts at a root or, as on Windows, with a drive.
fn is_whole(name: &str) -> bool {
    let has_drive = matches!(name.as_bytes(), [drive, b':', b'/', ..] if drive.is_ascii_alphabetic());
    has_drive || name.starts_with('/')
}

/// Keeps what looks like a link in a message from becoming one.
fn unlinked(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]").into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_an_address() {
        assert_eq!(uri("legs/lower body.wod"), "legs/lower%20body.wod");
        assert_eq!(uri("../a:b?c#d%20e.wod"), "../a%3Ab%3Fc%23d%2520e.wod");
        assert_eq!(uri("/home/côte:1?#%20.wod"), "file:///home/c%C3%B4te:1%3F%23%2520.wod");
        assert_eq!(uri("C:/workouts/legs.wod"), "file:///C:/workouts/legs.wod");
        for name in ["legs/lower body.wod", "../a:b?c#d%20e.wod", "/home/côte:1?#%20.wod"] {
            let base = Url::parse("file:///work/here/").unwrap();
            let path = base.join(&uri(name)).unwrap().to_file_path().unwrap();
            let expected = match name.strip_prefix("../") {
                Some(beside) => format!("/work/{beside}"),
                None if name.starts_with('/') => name.to_owned(),
                None => format!("/work/here/{name}"),
            };
            assert_eq!(path.to_str(), Some(expected.as_str()));
        }
    }

    #[test]
    fn what_a_coach_wrote_makes_no_link() {
        assert_eq!(
            unlinked("no movement called `[a](b)` is known".into()),
            "no movement called `\\[a\\](b)` is known"
        );
        assert_eq!(unlinked("`[a]` is not a step".into()), "`[a]` is not a step");
    }
}
