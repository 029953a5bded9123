//! After every edit, what is said of a text is what `wodc check` says of it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use wodc::analysis::{NoFiles, Request, diagnose};
use wodc::diagnostic::Severity;
use wodc::source::SourceFile;

use crate::client::Client;
use crate::dice::Dice;

/// What is typed, pasted or taken away.
const PIECES: [&str; 24] = [
    "",
    "",
    "",
    "",
    " ",
    "\n",
    "\r\n",
    ">",
    "<",
    ";",
    "squat 10\n",
    "rest 15s; ",
    "3x5 @ 80%",
    "💪",
    "é",
    "𝕏 ",
    "\"",
    "# ",
    "circuit rounds 3 <\n  plank 30s\n>\n",
    "rouns ",
    "per leg",
    "30 min",
    "title \"x\"\n",
    "\r",
];

/// Returns the units of a text before a byte of its line.
fn position(text: &str, at: usize, utf8: bool) -> Value {
    let before = &text[..at];
    let mut line = 0;
    let mut start = 0;
    let bytes = text.as_bytes();
    for (place, sign) in before.char_indices() {
        let is_end = sign == '\n' || (sign == '\r' && bytes.get(place + 1) != Some(&b'\n'));
        if is_end {
            line += 1;
            start = place + 1;
        }
    }
    let own = &text[start..at];
    let character = if utf8 { own.len() } else { own.encode_utf16().count() };
    json!({ "line": line, "character": character })
}

/// Returns what is said of a text, as the protocol says it.
fn expected(name: &str, text: &str, utf8: bool) -> Vec<(String, Value, i64)> {
    let found = diagnose(SourceFile::new(name, text), &Request::default(), &NoFiles);
    let said = found.diagnostics.iter().map(|one| {
        let range = json!({
            "start": position(text, one.span().start as usize, utf8),
            "end": position(text, one.span().end as usize, utf8),
        });
        let severity = match one.severity {
            Severity::Error => 1,
            Severity::Warning => 2,
            Severity::Note => 3,
        };
        (one.rule.name().to_owned(), range, severity)
    });
    said.collect()
}

fn is_boundary(text: &str, at: usize) -> bool {
    // Between the two signs of one line end there is no place.
    text.is_char_boundary(at) && !(text[..at].ends_with('\r') && text[at..].starts_with('\n'))
}

/// How many times each file is edited; `WODC_EDITS=100` tries more.
fn edits() -> i64 {
    std::env::var("WODC_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(5)
}

#[test]
fn edits_of_ten_files_are_followed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let names = [
        "lower",
        "core",
        "fran",
        "murph",
        "progression",
        "swim",
        "tabata",
        "drop-set",
        "hangboard",
        "travel",
    ];
    for (number, name) in names.into_iter().enumerate() {
        let utf8 = number % 2 == 0;
        let name = format!("{name}.wod");
        let mut text = fs::read_to_string(folder.join(&name)).unwrap();
        if number % 3 == 0 {
            text = text.replace('\n', "\r\n");
        }
        let mut client = Client::new(&[], if utf8 { &["utf-8", "utf-16"] } else { &["utf-16"] });
        client.open(&name, &text);
        let mut dice = Dice::new(number as u64 + 1);
        for version in 2..2 + edits() {
            // Now and then several changes come at once, or the whole text.
            let mut changes = Vec::new();
            for _ in 0..1 + dice.below(3) {
                let places: Vec<usize> = (0..=text.len()).filter(|&at| is_boundary(&text, at)).collect();
                let from = dice.below(places.len());
                let to = (from + dice.below(12)).min(places.len() - 1);
                let (start, end) = (places[from], places[to]);
                let piece = PIECES[dice.below(PIECES.len())];
                let range =
                    json!({ "start": position(&text, start, utf8), "end": position(&text, end, utf8) });
                text.replace_range(start..end, piece);
                changes.push(json!({ "range": range, "text": piece }));
            }
            if dice.below(20) == 0 {
                changes.push(json!({ "text": text }));
            }
            client.change(&name, version, changes.into());
            let said: Vec<(String, Value, i64)> = client
                .said_of(&name, version)
                .into_iter()
                .map(|one| {
                    let rule = one["code"].as_str().unwrap().to_owned();
                    (rule, one["range"].clone(), one["severity"].as_i64().unwrap())
                })
                .collect();
            assert_eq!(said, expected(&name, &text, utf8), "{name}, version {version}: {text:?}");
        }
        client.end();
    }
}
