//! Workouts with blanks by their titles.

use rustc_hash::FxHashMap;

use crate::catalog::{self, fold, unescape};
use crate::check::files::{File, Files};
use crate::check::titles::title_of_steps;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Blank, BlankUse, Statement, StatementKind, Takes, WorkoutDefinition};

/// What a `do` of a title does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A workout with blanks: its file, and the number of its statement.
    Template(FileId, usize),
    /// Another workout; a file's bare steps have no number.
    Workout(FileId, Option<usize>),
}

/// The workouts of all files by their titles: the numbers of their statements; a file's bare steps have none.
#[derive(Debug, Default)]
pub(super) struct Titles {
    of_files: FxHashMap<FileId, FxHashMap<String, Option<usize>>>,
}

impl Titles {
    /// Returns what has a title in the sight of a file. None where two used files have it, which is reported where the
    /// `do` is checked.
    pub(super) fn find(&mut self, files: &Files, home: FileId, title: &str) -> Option<Named> {
        let title = fold(title);
        let uses = files.get(home).uses.iter().map(|&(_, used)| used);
        let mut found = std::iter::once(home).chain(uses).filter_map(|file| {
            let titles = self.of_files.entry(file).or_insert_with(|| titles_of(files, file));
            titles.get(&title).map(|&number| (file, number))
        });
        let (file, number) = found.next()?;
        if file != home && found.any(|(other, _)| other != file) {
            return None;
        }
        let template = number.filter(|&number| {
            definition(files.get(file), number).is_some_and(WorkoutDefinition::is_template)
        });
        Some(template.map_or(Named::Workout(file, number), |number| Named::Template(file, number)))
    }
}

fn titles_of(files: &Files, id: FileId) -> FxHashMap<String, Option<usize>> {
    let file = files.get(id);
    let mut titles = FxHashMap::default();
    titles.extend(title_of_steps(files, id).map(|title| (fold(&title), None)));
    for (number, statement) in file.tree.statements.iter().enumerate() {
        let StatementKind::Workout(definition) = &statement.kind else { continue };
        let title = unescape(&file.text[definition.title.inner.range()]);
        titles.entry(fold(&title)).or_insert(Some(number));
    }
    titles
}

/// Returns the workout that a statement of a file defines.
pub(super) fn definition(file: &File, number: usize) -> Option<&WorkoutDefinition> {
    match &file.tree.statements.get(number)?.kind {
        StatementKind::Workout(definition) => Some(definition),
        _ => None,
    }
}

/// Returns what a blank takes, and where that is said: at the use that says most.
pub(super) fn taken(definition: &WorkoutDefinition, blank: usize) -> Option<&BlankUse> {
    let uses = || definition.uses.iter().filter(|one| one.blank == blank);
    uses().find(|one| !matches!(one.takes, Takes::Value | Takes::Inside)).or_else(|| uses().next())
}

/// Reports blanks that are also a word of the name of a movement that the workout does: `press` beside `bench press`.
pub(super) fn words_of_names(file: &File, definition: &WorkoutDefinition) -> Vec<Diagnostic> {
    let own: Vec<String> = file
        .tree
        .movement_definitions()
        .map(|movement| catalog::key(&unescape(&file.text[movement.name.inner.range()])))
        .collect();
    let is_known =
        |name: &str| own.contains(&catalog::key(name)) || catalog::find(&catalog::key(name)).is_some();
    let mut found: Vec<(usize, Diagnostic)> = Vec::new();
    for one in &definition.uses {
        if matches!(one.takes, Takes::Inside | Takes::Value)
            || found.iter().any(|(blank, _)| *blank == one.blank)
        {
            continue;
        }
        let Some(name) =
            name_around(&file.text, one.span).into_iter().find(|span| is_known(&file.text[span.range()]))
        else {
            continue;
        };
        let Some(Blank { name: place, .. }) = definition.blanks.get(one.blank) else { continue };
        let (blank, movement) = (&file.text[place.range()], &file.text[name.range()]);
        let message = format!("`{blank}` is a blank here, and a word of `{movement}`");
        let diagnostic = Diagnostic::new(Rule::BlankName, *place, message)
            .and_at(name, "this would be a blank, too")
            .help("give the blank a name that no movement of the workout has");
        found.push((one.blank, diagnostic));
    }
    found.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// Returns the groups of words around a place that may be a name with it: those before it on its line, and behind it.
fn name_around(text: &str, place: Span) -> Vec<Span> {
    /// More words than these are in no name.
    const MOST: usize = 3;
    let is_word = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’');
    let mut starts = vec![place.start as usize];
    let mut at = place.start as usize;
    while starts.len() <= MOST {
        let before = &text[..at];
        let words = before.trim_end_matches(' ');
        let start = words.trim_end_matches(is_word).len();
        let is_name = words.len() < before.len() && words[start..].starts_with(char::is_alphabetic);
        if !is_name {
            break;
        }
        at = start;
        starts.push(at);
    }
    let mut ends = vec![place.end as usize];
    let mut at = place.end as usize;
    while ends.len() <= MOST {
        let after = &text[at..];
        let words = after.trim_start_matches(' ');
        let rest = words.trim_start_matches(is_word);
        if words.len() == after.len() || !words.starts_with(char::is_alphabetic) {
            break;
        }
        at = text.len() - rest.len();
        ends.push(at);
    }
    let groups = starts.iter().flat_map(|&start| ends.iter().map(move |&end| Span::new(start, end)));
    let is_more = |span: &Span| *span != place;
    groups.filter(is_more).collect()
}

/// Returns the places of the statements and headers that use a blank.
pub(super) fn unsaid(statement: &Statement, uses: &[BlankUse]) -> Vec<Span> {
    let is_in = |span: Span| {
        let from = uses.partition_point(|one| one.span.start < span.start);
        uses.get(from).is_some_and(|one| one.span.end <= span.end)
    };
    let mut places = Vec::new();
    let mut waiting: Vec<&Statement> = statement.kind.inside().iter().collect();
    while let Some(statement) = waiting.pop() {
        let inside = statement.kind.inside();
        waiting.extend(inside);
        let whole = match &statement.kind {
            StatementKind::Block(block) => block.header,
            _ => statement.span,
        };
        if is_in(whole) {
            // What a block is depends on its header.
            places.push(statement.span);
        }
    }
    places
}
