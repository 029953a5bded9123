//! What a line asks for.

use serde_json::{Map, Value};

use super::lines::{LONGEST_LINE, Line};
use crate::analysis::{AthleteWanted, Level, Request};
use crate::diagnostic::{Levels, nearest};
use crate::emit::json::JsonOptions;
use crate::emit::{Format, Options};
use crate::source::SourceFile;

/// The keys that a line may have.
const KEYS: [&str; 5] = ["id", "text", "to", "level", "athlete"];

/// What the file of an athlete is called in diagnostics.
const ATHLETE: &str = "athlete.wod";

/// What is wanted of lines that do not say so themselves.
#[derive(Debug, Default)]
pub struct Defaults {
    /// What to make.
    pub formats: Vec<Format>,
    /// Which end of ranges to take.
    pub level: Option<Level>,
    /// How JSON is written.
    pub json: JsonOptions,
    /// How serious the rules are.
    pub rules: Levels,
}

/// A workout to compile.
#[derive(Debug)]
pub struct Question {
    /// The workout.
    pub text: String,
    /// What is wanted of it.
    pub request: Request,
}

/// Reads a line: the `id` of the answer, as far as there is one, and what to compile or what is wrong with the line.
pub fn read(line: &Line, defaults: &Defaults) -> (Option<Value>, Result<Question, String>) {
    let mut members = match members(line) {
        Ok(members) => members,
        Err(error) => return (None, Err(error)),
    };
    let id = members.remove("id");
    (id, question(members, defaults))
}

/// Returns the `id` of a line, as far as there is one.
pub fn id(line: &Line) -> Option<Value> {
    members(line).ok()?.remove("id")
}

/// Returns the members of the object on a line.
fn members(line: &Line) -> Result<Map<String, Value>, String> {
    let Some(bytes) = &line.bytes else {
        let most = LONGEST_LINE / (1024 * 1024);
        return Err(format!("the line is longer than {most} MB, so it was not read"));
    };
    let text = std::str::from_utf8(bytes)
        .map_err(|error| format!("the line is not UTF-8 text from byte {} on", error.valid_up_to() + 1))?;
    // Programs on Windows begin a file with a byte order mark.
    let text = if line.number == 1 { text.trim_start_matches('\u{feff}') } else { text };
    if text.trim().is_empty() {
        return Err("the line is empty; write an object such as `{\"text\": \"squat 10\"}`".into());
    }
    let value = serde_json::from_str(text)
        .map_err(|error| format!("the line is not JSON; it goes wrong at byte {}", error.column()))?;
    match value {
        Value::Object(members) => Ok(members),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err("the line is not an object; write one such as `{\"text\": \"squat 10\"}`".into())
        }
    }
}

/// Returns what an object asks for. What is `null` counts as left out, as many programs write it.
pub fn question(mut members: Map<String, Value>, defaults: &Defaults) -> Result<Question, String> {
    if let Some(unknown) = members.keys().find(|key| !KEYS.contains(&key.as_str())) {
        let meant = match nearest(unknown, KEYS) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the keys are {}", listed(&KEYS)),
        };
        return Err(format!("there is no key `{unknown}`; {meant}"));
    }
    let mut take = |key: &str| members.remove(key).filter(|value| !value.is_null());
    let Some(text) = take("text") else {
        return Err("the line has no `text`, which is the workout to compile".into());
    };
    let text = string("text", text)?;
    let formats = take("to").map(formats).transpose()?;
    let level = take("level").map(level).transpose()?;
    let athlete = take("athlete").map(|athlete| string("athlete", athlete)).transpose()?;
    let formats = formats.unwrap_or_else(|| defaults.formats.clone());
    let request = Request {
        level: level.or(defaults.level),
        formats,
        rules: defaults.rules.clone(),
        athlete: athlete.map(wanted),
        options: Options { json: defaults.json, by_name: true, ..Options::default() },
        ..Request::default()
    };
    Ok(Question { text, request })
}

fn string(key: &str, value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Err(format!("`{key}` must be a string"))
        }
    }
}

/// Reads the name of an output, or several, and returns each once, in the order of all outputs.
fn formats(value: Value) -> Result<Vec<Format>, String> {
    let values = match value {
        Value::Array(values) => values,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => vec![value],
    };
    let mut formats = values.into_iter().map(format).collect::<Result<Vec<_>, _>>()?;
    formats.sort_unstable();
    formats.dedup();
    Ok(formats)
}

fn format(value: Value) -> Result<Format, String> {
    let Value::String(name) = value else {
        return Err("`to` must be the name of an output, or a list of names".into());
    };
    Format::named(&name).ok_or_else(|| {
        let names: Vec<&str> = Format::all().map(Format::name).collect();
        format!("there is no output `{name}`; the outputs are {}", listed(&names))
    })
}

fn level(value: Value) -> Result<Level, String> {
    let name = string("level", value)?;
    let found = Level::ALL.into_iter().find(|level| level.name() == name);
    found.ok_or_else(|| {
        format!("there is no level `{name}`; the levels are {}", listed(&Level::ALL.map(Level::name)))
    })
}

/// Returns which athlete is meant: what has a `<` in it is a definition, anything else a name.
fn wanted(athlete: String) -> AthleteWanted {
    if athlete.contains('<') {
        AthleteWanted::In(SourceFile::new(ATHLETE, athlete))
    } else {
        AthleteWanted::Named(athlete)
    }
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
