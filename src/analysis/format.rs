//! A file's canonical text, with the names of movements as the catalogue has them.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::compilation::Compilation;
use crate::catalog::movement::MovementPace;
use crate::catalog::{self, define, key};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::format::{self, Names};
use crate::quantity::Unit;
use crate::source::{SourceFile, Span};
use crate::speech::{self, Map, Reading};
use crate::syntax::tree::{FactKind, FactWord, MovementDefinition, StatementKind, Tree};

/// Returns the canonical text of a file: the one way it is laid out and spelt. It compiles to the same, byte for byte.
///
/// A file that cannot be read without errors is left alone; what there is to say about it comes back instead.
///
/// ```
/// use wodc::analysis::format;
/// use wodc::source::SourceFile;
///
/// let formatted = format(SourceFile::new("legs.wod", "Push-Ups  10 reps ;rest 1 minute # easy")).unwrap();
/// assert_eq!(formatted, "push-ups 10\nrest 1min  # easy\n");
///
/// let refused = format(SourceFile::new("legs.wod", "squats 10 times")).unwrap_err();
/// assert_eq!(refused.diagnostics[0].message, "repetitions are a plain number, or `reps`");
/// ```
pub fn format(source: SourceFile) -> Result<String, Box<Compilation>> {
    format_in(source, Style::default())
}

/// What a project chooses about how its files are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// Whether a step that is written with its dose first keeps it there: `21 thruster @ 43kg`.
    pub dose_first: bool,
}

impl Style {
    /// Returns the style of a project that keeps doses first where they are so written.
    pub fn dose_first(self, dose_first: bool) -> Self {
        Self { dose_first }
    }
}

/// Returns the text of a file in a style. It compiles to the same as the canonical text.
///
/// ```
/// use wodc::analysis::{Style, format_in};
/// use wodc::source::SourceFile;
///
/// let style = Style::default().dose_first(true);
/// let formatted = format_in(SourceFile::new("fran.wod", "21 Thrusters 95 lb\npull-up 21"), style).unwrap();
/// assert_eq!(formatted, "21 thrusters @ 95lb\npull-up 21\n");
/// ```
pub fn format_in(source: SourceFile, style: Style) -> Result<String, Box<Compilation>> {
    let name = source.name.clone();
    let formatted = format_once(source, style)?;
    let formatted = format::by_date(&formatted).unwrap_or(formatted);
    // What was only understood in one order may be read in the canonical one: a rest behind a single set.
    match speech::read(&formatted).text {
        Cow::Owned(_) => format_once(SourceFile::new(name, formatted.as_str()), style).or(Ok(formatted)),
        Cow::Borrowed(_) => Ok(formatted),
    }
}

/// Returns the text of a file as it is read, laid out and spelt in one way.
fn format_once(source: SourceFile, style: Style) -> Result<String, Box<Compilation>> {
    let refuse = |source, diagnostics| Err(Box::new(Compilation::of_diagnostics(vec![source], diagnostics)));
    if let Some(too_large) = super::load::refuse_too_large(&source.text) {
        return refuse(source, vec![too_large]);
    }
    let Reading { text, map, tree, comments, diagnostics } = speech::read_with_comments(&source.text);
    if diagnostics.iter().any(|one| one.severity == Severity::Error) {
        let moved = diagnostics.into_iter().map(|one| map.diagnostic(one, &text));
        let mut diagnostics: Vec<Diagnostic> = moved.collect();
        diagnostics.sort_by_key(|one| one.span());
        drop(text);
        return refuse(source, diagnostics);
    }
    let mut names = Known::of(&tree, &text);
    let Some(canonical) = format::format(&text, &tree, &comments, &mut names) else {
        return refuse(source, vec![grows_too_large()]);
    };
    if !style.dose_first {
        return Ok(canonical);
    }
    names.before = Some((&map, &source.text));
    let formatted = format::format(&text, &tree, &comments, &mut names);
    // What reads otherwise with its doses first stays canonical.
    let again = |text: &str| format(SourceFile::new(source.name.clone(), text)).ok();
    let is_same = |formatted: &String| again(formatted).is_some_and(|read| Some(read) == again(&canonical));
    Ok(formatted.filter(is_same).unwrap_or(canonical))
}

/// Reports a file that would be larger than what is read, once each statement has its line.
fn grows_too_large() -> Diagnostic {
    let most = SourceFile::MAX_BYTES / (1024 * 1024);
    let message = format!("with each statement on its own line the file would be larger than {most} MB");
    Diagnostic::new(Rule::FileTooLarge, Span::at(0), message)
        .help("split it into several; `use` brings one file's workouts into another")
}

/// What is known of the movements that a file names.
struct Known<'t> {
    /// The keys of the movements that the file defines, and whether they are counted in repetitions.
    defined: FxHashMap<String, bool>,
    /// Whether the file uses others, which may define more.
    uses_others: bool,
    /// What was looked up before, by the name as written.
    looked_up: FxHashMap<String, Entry>,
    /// What the text was read from, where doses stay before names.
    before: Option<(&'t Map, &'t str)>,
}

/// What is known of one name.
#[derive(Debug, Clone)]
struct Entry {
    /// As it is to be written, where it differs.
    spelling: Option<Box<str>>,
    /// Whether the file or the catalogue has it.
    is_known: bool,
    is_counted: bool,
}

impl Known<'_> {
    fn of(tree: &Tree, text: &str) -> Self {
        let mut known = Self {
            defined: FxHashMap::default(),
            uses_others: false,
            looked_up: FxHashMap::default(),
            before: None,
        };
        for statement in &tree.statements {
            if let StatementKind::Use(_) = &statement.kind {
                known.uses_others = true;
            } else if let StatementKind::MovementDefinition(definition) = &statement.kind {
                known.add(definition, text);
            }
        }
        known
    }

    /// Notes a movement that the file defines, under all its names.
    fn add(&mut self, definition: &MovementDefinition, text: &str) {
        let (read, _) = define(definition, text);
        let mut paces = definition.facts.iter().filter_map(|fact| match &fact.kind {
            FactKind::Amount(FactWord::Pace, pace) => Some(pace.unit),
            FactKind::Amount(..) | FactKind::Words(..) | FactKind::Text(..) | FactKind::Figure(_) => None,
        });
        let own = key(read.name());
        let is_counted = match paces.next_back() {
            Some(unit) => !matches!(unit, Some(Unit::SecondPer { .. })),
            None => catalog::look_up(read.name()).is_none_or(|known| is_counted(known.pace)),
        };
        for name in std::iter::once(own).chain(read.also().iter().map(|also| key(also))) {
            let counted = self.defined.entry(name).or_insert(true);
            *counted &= is_counted;
        }
    }

    fn look_up(&mut self, name: &str) -> &Entry {
        if !self.looked_up.contains_key(name) {
            let entry = self.entry(name);
            self.looked_up.insert(name.to_owned(), entry);
        }
        &self.looked_up[name]
    }

    fn entry(&self, name: &str) -> Entry {
        let key = key(name);
        if let Some(&is_counted) = self.defined.get(&key) {
            return Entry { spelling: None, is_known: true, is_counted };
        }
        match catalog::look_up(name) {
            Some(movement) => {
                let names = movement.names().filter(|known| catalog::key(known) == key);
                Entry {
                    spelling: spelling(name, names),
                    is_known: true,
                    // Of what is held, `60` asks whether seconds are meant, and `60 reps` does not.
                    is_counted: is_counted(movement.pace) && !movement.is_held(),
                }
            }
            // A file that is used may have it.
            None => Entry { spelling: None, is_known: self.uses_others, is_counted: !self.uses_others },
        }
    }
}

impl Names for Known<'_> {
    fn spelling<'n>(&mut self, name: &'n str) -> Cow<'n, str> {
        match &self.look_up(name).spelling {
            Some(spelling) => Cow::Owned(spelling.to_string()),
            None => Cow::Borrowed(name),
        }
    }

    fn is_known(&mut self, name: &str) -> bool {
        self.look_up(name).is_known
    }

    fn is_counted(&mut self, name: &str) -> bool {
        self.look_up(name).is_counted
    }

    fn is_dose_first(&self, name: Span) -> bool {
        self.before.is_some_and(|(map, text)| {
            text.get(map.start_of(name)..)
                .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
        })
    }
}

/// Tells whether a movement of this pace is counted in repetitions rather than measured in distance.
fn is_counted(pace: Option<MovementPace>) -> bool {
    !matches!(pace, Some(MovementPace::PerDistance { .. }))
}

/// Returns a name with the capitals it has among `known`, ways to write the same name; none where they are its own.
///
/// `turkish get-up` gets its capital. `Push-Ups`, which is `push-up` but for more than capitals, gets small letters
/// unless the catalogue's has some; then it stays.
fn spelling<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<Box<str>> {
    let small = name.to_lowercase();
    let mut wanted = None;
    for known in known {
        let small_known = known.to_lowercase();
        if small_known == small {
            wanted = Some(known.to_owned());
            break;
        }
        if small_known == known {
            wanted = Some(small.clone());
        }
    }
    wanted.filter(|wanted| wanted != name && key(wanted) == key(name)).map(Into::into)
}
