//! The tools: each takes texts and gives what comes of them, as data and as text.

use serde_json::{Map, Value, json};

use crate::analysis::{Compilation, Request, compile, diagnose, mend};
use crate::catalog;
use crate::catalog::movement::Movement;
use crate::cli::batch::answer::{NoFiles, output_of, said};
use crate::cli::batch::question::{self, Defaults};
use crate::cli::json_rpc::{Failed, INVALID_PARAMS};
use crate::cli::movements::{has_all, known};
use crate::cli::outcome::Trouble;
use crate::cli::{explain, foresee};
use crate::diagnostic::Severity;
use crate::emit::Format;
use crate::source::{LineIndex, SourceFile};

/// The most bytes of a result. A model reads a small part of that.
const MOST_BYTES: usize = 1024 * 1024;

/// The most diagnostics that are shown of a text. Nobody mends more at a time.
const MOST_DIAGNOSTICS: usize = 100;

/// How many movements are listed unless more are wanted, and the most.
const MOVEMENTS: (usize, usize) = (30, 100);

/// What the text is called in what is said of it.
const NAME: &str = "workout.wod";

/// A tool.
struct Tool {
    name: &'static str,
    description: &'static str,
    /// What it takes: a JSON Schema of the properties, and which of them it needs.
    takes: fn() -> (Value, Value),
    run: fn(Map<String, Value>) -> Result<Value, String>,
}

const TOOLS: [Tool; 6] = [
    Tool {
        name: "check",
        description: "Says everything that is wrong with a workout or worth asking about, with corrections (`fixes`, each certain) and `choices` where several readings are left, and how long its workouts take. Use it after every change, until nothing is said.",
        takes: || (compiled_by(json!({})), json!(["text"])),
        run: check,
    },
    Tool {
        name: "fix",
        description: "Mends every mistake that has only one possible meaning, and returns the text with what is still to be said of it. It never changes what a workout means; of `choices` it makes none, so choose one yourself or ask.",
        takes: || (compiled_by(json!({})), json!(["text"])),
        run: fix,
    },
    Tool {
        name: "build",
        description: "Makes outputs of a workout without mistakes: a Markdown card (md), a script of spoken cues (cues), data (json), a calendar of a plan (ics), a page (html), a sheet (pdf, in Base64).",
        takes: || {
            let names: Vec<&str> = Format::all().map(Format::name).collect();
            let to = json!({ "to": {
                "description": "Which outputs", "type": "array", "minItems": 1, "items": { "enum": names },
            } });
            (compiled_by(to), json!(["text", "to"]))
        },
        run: build,
    },
    Tool {
        name: "explain",
        description: "Explains a rule, as named in a diagnostic, or a word of the language such as emom. Without a name it lists them all.",
        takes: || (json!({ "name": { "type": "string", "description": "A rule or a word" } }), json!([])),
        run: explain,
    },
    Tool {
        name: "movements",
        description: "Finds movements by name, muscle, equipment or pattern, with cues and easier and harder forms. Their names are those to write.",
        takes: || {
            let names =
                |what: &str| json!({ "type": "array", "items": { "type": "string" }, "description": what });
            let properties = json!({
                "query": { "type": "string", "description": "A name, a muscle, equipment or a pattern such as hinge; none for all" },
                "equipment": names("Only those that need all of this; `none` for those that need nothing"),
                "muscles": names("Only those that all of these work in"),
                "limit": { "type": "integer", "minimum": 1, "maximum": MOVEMENTS.1, "description": "How many at most; 30 if left out" },
            });
            (properties, json!([]))
        },
        run: movements,
    },
    Tool {
        name: "foresee",
        description: "Shows how the loads of a plan that moves by results go on: if all goes well, if all is missed, and as it is now.",
        takes: || {
            let results = json!({ "results": { "type": "string", "description": "What was done so far: the text of a results file" } });
            (compiled_by(results), json!(["text"]))
        },
        run: foresee,
    },
];

/// Returns what tools take that compile a text, with others.
fn compiled_by(more: Value) -> Value {
    let mut properties = json!({
        "text": { "type": "string", "description": "The workout or plan: what a .wod file holds" },
        "level": { "enum": ["beginner", "intermediate", "advanced"], "description": "Which end of ranges to take" },
        "athlete": { "type": "string", "description": "The name of an athlete in the text, or the text of an athlete's definition" },
    });
    if let (Some(all), Value::Object(more)) = (properties.as_object_mut(), more) {
        all.extend(more);
    }
    properties
}

/// Returns all tools, as a client lists them.
pub fn list() -> Vec<Value> {
    let shown = |tool: &Tool| {
        let (properties, required) = (tool.takes)();
        json!({
            "name": tool.name, "description": tool.description,
            "inputSchema": {
                "type": "object", "properties": properties, "required": required, "additionalProperties": false,
            },
            "annotations": { "readOnlyHint": true, "idempotentHint": true, "openWorldHint": false },
        })
    };
    TOOLS.iter().map(shown).collect()
}

/// Runs a tool. What is wrong with its arguments is told to the model, which can mend it.
pub fn call(params: &Value) -> Result<Value, Failed> {
    let name = params["name"].as_str().unwrap_or_default();
    let tool = TOOLS.iter().find(|tool| tool.name == name);
    let tool = tool.ok_or_else(|| (INVALID_PARAMS, format!("there is no tool `{name}`")))?;
    let arguments = match params.get("arguments") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(arguments)) => arguments.clone(),
        Some(_) => return Err((INVALID_PARAMS, "`arguments` must be an object".into())),
    };
    let (known, needed) = (tool.takes)();
    let is_known = |key: &&String| known.get(key.as_str()).is_some();
    let unknown = arguments.keys().find(|key| !is_known(key));
    let lacking = needed.as_array().into_iter().flatten().filter_map(Value::as_str);
    let lacking = lacking.into_iter().find(|key| arguments.get(*key).is_none_or(Value::is_null));
    let result = match (unknown, lacking) {
        (Some(unknown), _) => Err(format!("`{name}` takes no `{unknown}`")),
        (None, Some(lacking)) => Err(format!("`{name}` needs `{lacking}`")),
        (None, None) => (tool.run)(arguments),
    };
    Ok(match result.and_then(within_bounds) {
        Ok((data, text)) => {
            json!({ "content": [{ "type": "text", "text": text }], "structuredContent": data, "isError": false })
        }
        Err(why) => json!({ "content": [{ "type": "text", "text": why }], "isError": true }),
    })
}

/// Returns a result with the text that shows it, or that it is too long.
fn within_bounds(data: Value) -> Result<(Value, String), String> {
    let text = match data.get("page").and_then(Value::as_str) {
        Some(page) => page.to_owned(),
        None => data.to_string(),
    };
    if text.len() > MOST_BYTES {
        let bytes = text.len();
        return Err(format!(
            "the result has {bytes} bytes, and {MOST_BYTES} are the most: ask for less of it at a time"
        ));
    }
    Ok((data, text))
}

/// Reads what is asked of a text.
fn asked(mut arguments: Map<String, Value>) -> Result<(SourceFile, Request), String> {
    // What was done is a text of its own.
    let results = match arguments.remove("results") {
        None | Some(Value::Null) => None,
        Some(Value::String(results)) => Some(SourceFile::new("results.wod", results)),
        Some(_) => return Err("`results` must be a string".into()),
    };
    let question = question::question(arguments, &Defaults::default())?;
    Ok((SourceFile::new(NAME, question.text), Request { results, ..question.request }))
}

fn check(arguments: Map<String, Value>) -> Result<Value, String> {
    let (source, request) = asked(arguments)?;
    let found = diagnose(source, &request, &NoFiles);
    let mut data = about(&found);
    let seconds = |ms: i64| ms as f64 / 1000.0;
    data["workouts"] = found.workouts.iter().map(|one| {
        json!({
            "title": one.title, "rounds": one.rounds, "estimated": one.estimated,
            "least_seconds": seconds(one.least_ms), "likely_seconds": seconds(one.likely_ms), "most_seconds": seconds(one.most_ms),
        })
    }).collect();
    data["plans"] = found
        .plans
        .iter()
        .map(|one| json!({ "title": one.title, "weeks": one.weeks, "sessions": one.sessions }))
        .collect();
    Ok(data)
}

fn fix(arguments: Map<String, Value>) -> Result<Value, String> {
    let (source, request) = asked(arguments)?;
    let mended = mend(source, &request, &NoFiles);
    let mut data = about(&mended.compilation);
    data["text"] = mended.text.into();
    data["mended"] = mended.mistakes.into();
    Ok(data)
}

fn build(arguments: Map<String, Value>) -> Result<Value, String> {
    let (source, request) = asked(arguments)?;
    let compilation = compile(source, &request, &NoFiles);
    let mut data = about(&compilation);
    let outputs = compilation.outputs.iter().map(|output| serde_json::to_value(output_of(output)));
    data["outputs"] = outputs.filter_map(Result::ok).collect();
    Ok(data)
}

/// Returns what is said of a text.
fn about(found: &Compilation) -> Value {
    let count = |severity: Severity| found.diagnostics.iter().filter(|one| one.severity == severity).count();
    let lines: Vec<LineIndex> = found.files.iter().map(|file| LineIndex::new(&file.text)).collect();
    let all = said(found, &lines).take(MOST_DIAGNOSTICS).map(serde_json::to_value).filter_map(Result::ok);
    json!({
        "ok": !found.has_errors(),
        "errors": count(Severity::Error), "warnings": count(Severity::Warning), "notes": count(Severity::Note),
        "shown": found.diagnostics.len().min(MOST_DIAGNOSTICS),
        "diagnostics": all.collect::<Vec<Value>>(),
    })
}

fn explain(mut arguments: Map<String, Value>) -> Result<Value, String> {
    match arguments.remove("name") {
        None | Some(Value::Null) => Ok(json!({ "page": explain::table() })),
        Some(Value::String(name)) => {
            Ok(json!({ "page": explain::page(&name).map_err(|trouble| trouble.to_string())? }))
        }
        Some(_) => Err("`name` must be a string".into()),
    }
}

fn movements(arguments: Map<String, Value>) -> Result<Value, String> {
    let query = match arguments.get("query") {
        None | Some(Value::Null) => "",
        Some(Value::String(query)) => query.trim(),
        Some(_) => return Err("`query` must be a string".into()),
    };
    let said = |trouble: Trouble| trouble.to_string();
    let equipment = strings(&arguments, "equipment")?;
    let equipment = known(&equipment, "equipment", "needs", |movement| &movement.equipment).map_err(said)?;
    let muscles = strings(&arguments, "muscles")?;
    let muscles = known(&muscles, "muscle", "works", |movement| &movement.muscles).map_err(said)?;
    let limit = match arguments.get("limit") {
        None | Some(Value::Null) => MOVEMENTS.0,
        Some(limit) => limit
            .as_u64()
            .and_then(|limit| usize::try_from(limit).ok())
            .filter(|limit| (1..=MOVEMENTS.1).contains(limit))
            .ok_or_else(|| format!("`limit` must be a whole number from 1 to {}", MOVEMENTS.1))?,
    };
    let fits = |movement: &&Movement| {
        has_all(&movement.equipment, &equipment) && has_all(&movement.muscles, &muscles)
    };
    let found: Vec<&Movement> = catalog::search(query).into_iter().filter(fits).collect();
    let near = if found.is_empty() { catalog::nearest(query) } else { Vec::new() };
    let shown: Vec<Value> = found.iter().take(limit).map(|movement| of_movement(movement)).collect();
    Ok(json!({ "found": found.len(), "movements": shown, "similar_names": near }))
}

/// Returns a list of names.
fn strings(arguments: &Map<String, Value>, key: &str) -> Result<Vec<String>, String> {
    let wrong = || format!("`{key}` must be a list of strings");
    match arguments.get(key) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(all)) => {
            all.iter().map(|one| one.as_str().map(str::to_owned).ok_or_else(wrong)).collect()
        }
        Some(_) => Err(wrong()),
    }
}

fn of_movement(movement: &Movement) -> Value {
    let mut all = Map::new();
    let mut add = |key: &str, value: Value| {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            all.insert(key.to_owned(), value);
        }
    };
    add("name", movement.name.as_str().into());
    add("also", json!(movement.also));
    add("pattern", json!(movement.pattern.map(|pattern| pattern.name())));
    add("muscles", json!(movement.muscles));
    add("secondary", json!(movement.secondary));
    add("equipment", json!(movement.equipment));
    add("sides", json!(movement.sides.map(|half| half.name())));
    add("easier", json!(movement.easier));
    add("harder", json!(movement.harder));
    add("why", json!(movement.why));
    add("cues", json!(movement.cues));
    Value::Object(all)
}

fn foresee(arguments: Map<String, Value>) -> Result<Value, String> {
    let (source, request) = asked(arguments)?;
    let found = diagnose(source.clone(), &request, &NoFiles);
    if found.has_errors() {
        return Ok(about(&found));
    }
    let plans = crate::analysis::foresee(source, &request, &NoFiles);
    if plans.is_empty() {
        return Err("there is no plan in the text, so nothing can be foreseen".into());
    }
    Ok(json!({ "page": plans.iter().map(foresee::text).collect::<String>() }))
}
