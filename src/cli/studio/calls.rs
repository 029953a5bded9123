//! What the page asks: one function a call, with the JSON that `page/api.d.ts` describes.

use hyper::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use similar::{ChangeTag, DiffTag, TextDiff};

use super::desk::{Desk, Save};
use super::look::{Ask, EditAt, look};
use super::make::{Wanted, make};
use super::refused::Refused;
use super::units::Units;
use crate::analysis::{analyse, format_in, mend};
use crate::catalog;
use crate::catalog::movement::Movement;
use crate::cli::diff::PATIENCE;
use crate::cli::explain;
use crate::cli::movements::has_all;
use crate::emit::figure::{Colours, Picture};
use crate::service;
use crate::source::SourceFile;

/// The most movements that are listed at once.
const MOST_MOVEMENTS: usize = 60;

type Answered = Result<Vec<u8>, Refused>;

/// Answers a call, but for `changes`, which waits.
pub fn call(desk: &Desk, name: &str, body: &str) -> Answered {
    match name {
        "files" => answer(body, |Nothing {}| Ok(desk.files())),
        "open" => answer(body, |asked: File| desk.open(&asked.name)),
        "version" => {
            answer(body, |asked: VersionOf| Ok(json!({ "text": desk.version(&asked.name, asked.time)? })))
        }
        "save" => answer(body, |asked: Save| desk.save(asked)),
        "create" => answer(body, |asked: New| Ok(json!({ "name": desk.create(&asked.name, &asked.kind)? }))),
        "minutes" => answer(body, |asked: Minutes| {
            desk.set_minutes(asked.minutes);
            Ok(json!({}))
        }),
        "look" => answer(body, |asked: Ask| look(desk, &asked)),
        "complete" => answer(body, |asked: At| complete(desk, &asked)),
        "hover" => answer(body, |asked: At| hover(desk, &asked)),
        "mend" => answer(body, |asked: Mend| mended(desk, &asked)),
        "format" => answer(body, |asked: Ask| formatted(desk, &asked)),
        "difference" => answer(body, |asked: Texts| Ok(json!({ "lines": difference(&asked) }))),
        "make" => answer(body, |asked: Wanted| make(desk, &asked)),
        "explain" => answer(body, |asked: Explain| {
            let page = explain::page(&asked.rule).map_err(|trouble| Refused::none(trouble.to_string()))?;
            Ok(json!({ "markdown": page }))
        }),
        "movements" => answer(body, |asked: MovementsLike| Ok(movements(&asked))),
        _ => Err(Refused::none(format!("there is no call `{name}`"))),
    }
}

fn answer<A: DeserializeOwned, R: Serialize>(
    body: &str,
    work: impl FnOnce(A) -> Result<R, Refused>,
) -> Answered {
    let asked =
        serde_json::from_str(body).map_err(|error| Refused::bad(format!("this can't be read: {error}")))?;
    serde_json::to_vec(&work(asked)?)
        .map_err(|error| Refused { status: StatusCode::INTERNAL_SERVER_ERROR, why: error.to_string() })
}

#[derive(Deserialize)]
struct Nothing {}

#[derive(Deserialize)]
struct File {
    name: String,
}

#[derive(Deserialize)]
struct VersionOf {
    name: String,
    time: u64,
}

#[derive(Deserialize)]
struct New {
    name: String,
    kind: String,
}

#[derive(Deserialize)]
struct Minutes {
    minutes: Option<u32>,
}

#[derive(Deserialize)]
struct Explain {
    rule: String,
}

/// A place in a text.
#[derive(Deserialize)]
struct At {
    name: String,
    text: String,
    at: usize,
}

fn complete(desk: &Desk, asked: &At) -> Result<Value, Refused> {
    let (texts, document) = desk.as_written(&asked.name, &asked.text)?;
    let units = Units::of(document.text());
    let found = service::complete(&texts.documents, &document, units.byte(asked.at));
    let items: Vec<Value> = found
        .items
        .into_iter()
        .map(|one| {
            let kind: &'static str = one.kind.into();
            json!({ "label": one.label, "kind": kind, "detail": one.detail, "edit": EditAt::of(one.edit, &units) })
        })
        .collect();
    Ok(json!({ "items": items, "more": found.has_more }))
}

fn hover(desk: &Desk, asked: &At) -> Result<Value, Refused> {
    let (texts, document) = desk.as_written(&asked.name, &asked.text)?;
    let at = Units::of(document.text()).byte(asked.at);
    let times = || {
        let analysis = analyse(document.source().clone(), &texts.settings.request, &texts);
        service::times(&document, &analysis)
    };
    let found = service::hover(&texts.documents, &document, at, times);
    Ok(json!({ "markdown": found.map(|found| found.markdown).unwrap_or_default() }))
}

/// What is to be mended.
#[derive(Deserialize)]
struct Mend {
    name: String,
    text: String,
    /// In which lines; everywhere where it is left out.
    #[serde(default)]
    within: Option<[usize; 2]>,
}

fn mended(desk: &Desk, asked: &Mend) -> Result<Value, Refused> {
    let (texts, document) = desk.as_written(&asked.name, &asked.text)?;
    let mended = mend(document.source().clone(), &texts.settings.request, &texts);
    let Some([start, end]) = asked.within else {
        return Ok(json!({ "text": mended.text, "mended": mended.mistakes }));
    };
    let units = Units::of(&asked.text);
    let line = |place: usize| document.lines().line_at(units.byte(place)) - 1;
    let (first, last) = (line(start), line(end));
    let (text, count) = mended_lines(&asked.text, &mended.text, first, last);
    Ok(json!({ "text": text, "mended": count }))
}

/// Takes the changes of some lines alone, counted from 0. Returns how many there are, too.
fn mended_lines(before: &str, after: &str, first: usize, last: usize) -> (String, usize) {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let mut text = String::new();
    let mut count = 0;
    for op in diff.ops() {
        let old = op.old_range();
        let is_wanted = op.tag() != DiffTag::Equal
            && old.start <= last
            && first <= old.end.saturating_sub(1).max(old.start);
        if is_wanted {
            count += op.new_range().len().max(old.len());
            text.extend(op.new_range().filter_map(|at| diff.new_slice(at)));
        } else {
            text.extend(old.filter_map(|at| diff.old_slice(at)));
        }
    }
    (text, count)
}

fn formatted(desk: &Desk, asked: &Ask) -> Result<Value, Refused> {
    let (texts, document) = desk.as_written(&asked.name, &asked.text)?;
    let source = SourceFile::new(document.source().name.clone(), document.text());
    let text = format_in(source, texts.settings.style).map_err(|_| {
        Refused::bad("there is a mistake in the text; it can be laid out when that is mended")
    })?;
    Ok(json!({ "text": text }))
}

/// Two texts.
#[derive(Deserialize)]
struct Texts {
    before: String,
    after: String,
}

/// Returns all lines of two texts in order, each with where it is: in both, in the first, in the second.
fn difference(texts: &Texts) -> Vec<(&'static str, String)> {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(&texts.before, &texts.after);
    let changes = diff.iter_all_changes().map(|change| {
        let kind = match change.tag() {
            ChangeTag::Equal => "same",
            ChangeTag::Delete => "gone",
            ChangeTag::Insert => "new",
        };
        let line = change.value();
        (kind, line.strip_suffix('\n').unwrap_or(line).to_owned())
    });
    changes.collect()
}

/// What movements are looked for.
#[derive(Deserialize)]
struct MovementsLike {
    query: String,
    #[serde(default)]
    muscles: Vec<String>,
    /// What there is; anything where it is empty.
    #[serde(default)]
    equipment: Vec<String>,
}

fn movements(asked: &MovementsLike) -> Value {
    let keys = |all: &[String]| -> Vec<String> { all.iter().map(|one| catalog::key(one)).collect() };
    let (muscles, equipment) = (keys(&asked.muscles), keys(&asked.equipment));
    let is_there = |name: &String| equipment.contains(&catalog::key(name));
    let fits = |one: &&Movement| {
        has_all(&one.muscles, &muscles) && (equipment.is_empty() || one.equipment.iter().all(is_there))
    };
    let query = asked.query.trim();
    let found: Vec<&Movement> = catalog::search(query).into_iter().filter(fits).collect();
    let near = if found.is_empty() { catalog::nearest(query) } else { Vec::new() };
    let shown: Vec<Value> = found.iter().take(MOST_MOVEMENTS).map(|one| of_movement(one)).collect();
    json!({
        "found": found.len(), "movements": shown, "near": near,
        "muscles": catalog::all_of(|one| &one.muscles), "equipment": catalog::all_of(|one| &one.equipment),
    })
}

fn of_movement(one: &Movement) -> Value {
    let figure = Picture::of(one).and_then(|picture| picture.drawn()).map(|drawn| drawn.svg(Colours::Own));
    json!({
        "name": one.name, "muscles": one.muscles, "equipment": one.equipment, "cues": one.cues,
        "easier": one.easier, "harder": one.harder, "figure": figure.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::mended_lines;

    #[test]
    fn only_the_lines_that_were_pasted_are_mended() {
        let (before, after) =
            ("squats 10 times\nplank 30 sec\nlunges 5 times\n", "squats 10 reps\nplank 30s\nlunges 5 reps\n");
        let of = |first, last| mended_lines(before, after, first, last).0;
        assert_eq!(of(0, 2), after);
        let (before, after) = ("x 1\na\ny 1\n", "x 2\na\ny 2\n");
        assert_eq!(mended_lines(before, after, 2, 2), ("x 1\na\ny 2\n".to_owned(), 1));
        assert_eq!(mended_lines(before, after, 1, 1), (before.to_owned(), 0));
    }
}
