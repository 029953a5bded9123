//! Looks movements up in this file, then in the files it uses, then in the catalogue. In each, names come before aliases.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Checker;
use super::files::Files;
use super::movement::Performed;
use super::poses::Poses;
use super::program::{Movement, MovementId, MovementPace, Program, Unit};
use super::suggest::definition;
use crate::athlete::Athlete;
use crate::catalog::{self, Definition, Slugs, define};
use crate::diagnostic::{self, Diagnostic, Edit, Rule, Wanted, did_you_mean, is_slip_of, list_or};
use crate::source::{FileId, Span};
use crate::syntax::tree::{FactKind, FactWord, MovementDefinition};

/// For how many unknown names of movements, of workouts and of rules near ones are looked for. Each takes a pass over all
/// names, and no more than this are ever shown.
pub(super) const SUGGESTIONS: usize = 50;

/// The movements of a compilation.
#[derive(Debug)]
pub(super) struct Names<'f> {
    /// Its movements are the table. It has no workouts yet.
    program: Program,
    /// Movements that were looked up before, by the name as written.
    written: FxHashMap<(FileId, &'f str), MovementId>,
    /// Movements in the table, by the file that defines them and their key. Those of the catalogue, and unknown ones, have
    /// no file.
    placed: FxHashMap<(Option<FileId>, String), MovementId>,
    /// The athlete it is compiled for, whose own paces movements get.
    athlete: Option<Athlete>,
    /// The poses that figures can name.
    pub(super) poses: Poses<'f>,
    /// What is wrong with the poses of the first file, until it is reported.
    pose_mistakes: Vec<Diagnostic>,
    /// What each file defines.
    files: Vec<Defined>,
    /// The identifiers of the table.
    ids: Slugs,
    /// How many names were unknown.
    unknown: usize,
    /// Where names are used that are probably misspelt: the first place, which is reported, and the others.
    misspelt: FxHashMap<MovementId, (FileId, Span, Vec<Span>)>,
}

/// How an unknown name was reported.
enum Reported {
    /// With what may have been meant by it.
    WithNames,
    /// Together with its missing dose.
    WithDose,
    /// In another way, or not at all.
    Otherwise,
}

/// The movements that one file defines.
#[derive(Debug, Default)]
struct Defined {
    names: FxHashMap<String, Definition>,
    /// Other names, with the key of the name that each is for.
    also: FxHashMap<String, String>,
}

/// The most forms by which one movement can become harder. The catalogue's longest row has six.
const MOST_HARDER: usize = 20;

impl Defined {
    /// Returns the key of the movement that has this name or alias.
    fn find(&self, key: &str) -> Option<&str> {
        if let Some((own, _)) = self.names.get_key_value(key) {
            return Some(own);
        }
        self.also.get(key).map(String::as_str)
    }
}

impl<'f> Names<'f> {
    pub(super) fn new(files: &'f Files) -> Self {
        let (poses, pose_mistakes) = Poses::read(files);
        let mut names = Names {
            program: Program::default(),
            written: FxHashMap::default(),
            placed: FxHashMap::default(),
            athlete: None,
            poses,
            pose_mistakes,
            files: Vec::new(),
            ids: Slugs::default(),
            unknown: 0,
            misspelt: FxHashMap::default(),
        };
        for (_, file) in files.iter() {
            let mut defined = Defined::default();
            for definition in file.tree.movement_definitions() {
                let (read, _) = define(definition, &file.text);
                let own = catalog::key(read.name());
                for also in read.also() {
                    defined.also.entry(catalog::key(also)).or_insert_with(|| own.clone());
                }
                defined.names.entry(own).or_insert(read);
            }
            names.files.push(defined);
        }
        names
    }

    /// Gives all movements this athlete's paces, from now on too.
    pub(super) fn compile_for(&mut self, athlete: &Athlete) {
        self.athlete = Some(athlete.clone());
        for movement in &mut self.program.movements {
            own_pace(movement, athlete);
        }
    }

    /// Returns what a file defines under a key.
    pub(super) fn defined_by(&self, file: FileId, key: &str) -> Option<&Definition> {
        let defined = self.files.get(usize::from(file.0))?;
        defined.names.get(defined.find(key)?)
    }

    /// Tells whether a file, or one that it uses, defines a movement of this key.
    pub(super) fn is_defined(&self, file: FileId, key: &str, files: &Files) -> bool {
        files.in_sight_of(file).any(|file| {
            self.files.get(usize::from(file.0)).is_some_and(|defined| defined.find(key).is_some())
        })
    }

    /// Returns the movement that was found under this name before.
    pub(super) fn called(&self, file: FileId, name: &str) -> Option<MovementId> {
        let key = catalog::key(name);
        self.placed.get(&(Some(file), key.clone())).or_else(|| self.placed.get(&(None, key))).copied()
    }

    pub(super) fn program(&self) -> &Program {
        &self.program
    }

    pub(super) fn into_program(self) -> Program {
        self.program
    }

    /// Returns a movement of the table.
    pub(super) fn get(&self, id: MovementId) -> &Movement {
        self.program.movement(id)
    }

    /// Tells whether a movement that `file` defines under this key was ever found.
    pub(super) fn is_taken(&self, file: FileId, key: &str) -> bool {
        self.placed.contains_key(&(Some(file), key.to_owned()))
    }

    /// Returns the files of which a movement was ever found.
    pub(super) fn taken_from(&self) -> impl Iterator<Item = FileId> {
        self.placed.keys().filter_map(|(file, _)| *file)
    }

    /// Finds a movement that `file` defines. It replaces what it states of the catalogue's movement of that name.
    fn in_file(&mut self, file: FileId, key: &str) -> Option<MovementId> {
        let defined = self.files.get(usize::from(file.0))?;
        let own = defined.find(key)?.to_owned();
        let place = (Some(file), own);
        if let Some(&id) = self.placed.get(&place) {
            return Some(id);
        }
        let definition = defined.names.get(&place.1)?.clone();
        let known = catalog::look_up(definition.name()).map(Cow::into_owned).unwrap_or_default();
        let own_figure = definition.figure().map(|words| self.own_figure(words, file));
        let mut movement = definition.over(known);
        if let Some(figure) = own_figure {
            movement.figure = figure;
        }
        let id = self.add(movement);
        self.placed.insert(place, id);
        Some(id)
    }

    /// Finds a movement of the catalogue, or a variation of one, by its name and the name's key.
    fn in_catalog(&mut self, key: &str, name: &str) -> Option<MovementId> {
        let place = (None, key.to_owned());
        if let Some(&id) = self.placed.get(&place) {
            return self.get(id).known.then_some(id);
        }
        let movement = catalog::find(key).map(Cow::Borrowed).or_else(|| catalog::variation(name))?;
        // It may have been found by another of its names before. Those of a variation are many, and share the first.
        let shared = match &movement {
            Cow::Borrowed(movement) => &movement.name,
            Cow::Owned(variation) => variation.also.first().unwrap_or(&variation.name),
        };
        let own = (None, catalog::key(shared));
        let id = match self.placed.get(&own) {
            Some(&id) => id,
            None => self.add(movement.into_owned()),
        };
        self.placed.insert(own, id);
        self.placed.insert(place, id);
        Some(id)
    }

    /// Adds a movement, with an identifier of its own.
    fn add(&mut self, mut movement: Movement) -> MovementId {
        let wanted = if movement.id.is_empty() { "movement" } else { &movement.id };
        movement.id = self.ids.give(wanted);
        if let Some(athlete) = &self.athlete {
            own_pace(&mut movement, athlete);
        }
        let id = MovementId(self.program.movements.len() as u32);
        self.program.movements.push(movement);
        id
    }
}

/// Words that say how something is done, and never what.
const MANNERS: [&str; 7] = ["easy", "hard", "moderate", "fast", "slow", "steady", "slowly"];

impl<'f> Checker<'f> {
    /// Reports mistakes in the movements and poses that the current file defines.
    pub(super) fn definitions(&mut self) {
        let files: &'f Files = self.files;
        let file = files.get(self.file);
        self.diagnostics.extend(std::mem::take(&mut self.names.pose_mistakes));
        let mut seen: FxHashMap<String, (Span, &str)> = FxHashMap::default();
        for definition in file.tree.movement_definitions() {
            let (read, diagnostics) = define(definition, &file.text);
            self.diagnostics.extend(diagnostics.into_iter().map(|diagnostic| diagnostic.in_file(self.file)));
            self.check_facts(definition);
            self.check_figure(definition, read.name());
            if definition.name.span.is_empty() {
                // Its name is missing, which was reported.
                continue;
            }
            if catalog::key(read.name()).is_empty() {
                self.report(Diagnostic::new(
                    Rule::MissingStatementPart,
                    definition.name.span,
                    "a movement needs a name of at least one letter",
                ));
                continue;
            }
            let names = std::iter::once(read.name()).chain(read.also().iter().map(String::as_str));
            for name in names {
                let place = definition.name.span;
                match seen.get(&catalog::key(name)) {
                    Some(&(first, _)) if first == place => {}
                    Some(&(first, _)) => self.report(
                        Diagnostic::new(Rule::DuplicateMovement, place, format!("`{name}` is defined twice"))
                            .here("the second time")
                            .and_at(first, "the first time")
                            .help("delete one of them, or give it a name of its own")
                            .choices(self.delete_one_definition(first, place)),
                    ),
                    None => {
                        seen.insert(catalog::key(name), (place, ""));
                    }
                }
            }
        }
    }

    /// Offers to delete one of two definitions, which are in these places.
    fn delete_one_definition(&self, first: Span, second: Span) -> Vec<diagnostic::Choice> {
        match self.statement_around(first).zip(self.statement_around(second)) {
            Some((first, second)) => self.delete_one_statement(first, second),
            None => Vec::new(),
        }
    }

    /// Reports facts about a movement that are given twice.
    fn check_facts(&mut self, definition: &MovementDefinition) {
        let mut seen: Vec<(FactWord, Span)> = Vec::new();
        for fact in &definition.facts {
            let word = match &fact.kind {
                FactKind::Words(word, _) | FactKind::Amount(word, _) => *word,
                FactKind::Figure(_) => FactWord::Figure,
                // There can be several cues, forms and other names.
                FactKind::Text(..) => continue,
            };
            match seen.iter().find(|(other, _)| *other == word) {
                Some(&(_, first)) => {
                    let text = self.text(fact.span);
                    let word = text.split_whitespace().next().unwrap_or_default();
                    self.report(
                        Diagnostic::new(
                            Rule::DuplicateStatement,
                            fact.span,
                            format!("`{word}` is given a second time"),
                        )
                        .help("delete one of them")
                        .and_at(first, "the first is here"),
                    );
                }
                None => seen.push((word, fact.span)),
            }
        }
    }

    /// Notes another place where a movement is named, in case its name is misspelt.
    pub(super) fn note_use(&mut self, id: MovementId, name: Span) {
        if let Some((file, first, others)) = self.names.misspelt.get_mut(&id)
            && *file == self.file
            && *first != name
        {
            others.push(name);
        }
    }

    /// Extends what mends a misspelt name to all places where it is used.
    pub(super) fn correct_everywhere(&mut self) {
        let misspelt = std::mem::take(&mut self.names.misspelt).into_values();
        let mut others: FxHashMap<(FileId, Span), Vec<Span>> =
            misspelt.map(|(file, first, others)| ((file, first), others)).collect();
        for diagnostic in self.diagnostics.iter_mut() {
            if diagnostic.rule != Rule::UnknownMovement {
                continue;
            }
            let Some(mut places) = others.remove(&(diagnostic.file, diagnostic.span())) else { continue };
            places.sort_unstable();
            // What two alternatives share is checked twice.
            places.dedup();
            for choice in &mut diagnostic.choices {
                choice.edits.truncate(1);
                let everywhere = places.iter().map(|&span| Edit { span, ..choice.edits[0].clone() });
                choice.edits.extend(everywhere.collect::<Vec<_>>());
            }
            if let Some(fix) = &mut diagnostic.fix {
                fix.more = places;
            }
        }
    }

    /// Returns the movement of a name as written. An unknown one is reported once for each name, together with its missing
    /// dose if it `lacks_dose` too.
    pub(super) fn movement_named(&mut self, name: Span, quoted: bool, lacks_dose: bool) -> Performed {
        let mut is_dose_reported = false;
        if let Some(movement) = self.known_movement(name, quoted) {
            return Performed { movement, is_dose_reported, unit: None };
        }
        let written = self.text(name);
        let key = catalog::key(written);
        let place = (None, key);
        let id = match self.names.placed.get(&place) {
            Some(&id) => id,
            None => {
                let id = self.names.add(Movement::unknown(&plain_name(written, quoted)));
                self.names.placed.insert(place, id);
                match self.report_unknown(name, quoted, lacks_dose) {
                    Reported::WithNames => {
                        self.names.misspelt.insert(id, (self.file, name, Vec::new()));
                    }
                    Reported::WithDose => is_dose_reported = true,
                    Reported::Otherwise => {}
                }
                id
            }
        };
        self.note_use(id, name);
        self.names.written.insert((self.files.home(self.file, name), written), id);
        Performed { movement: id, is_dose_reported, unit: None }
    }

    /// Returns the movement of a name as written, if it is known.
    pub(super) fn known_movement(&mut self, name: Span, quoted: bool) -> Option<MovementId> {
        let written = self.text(name);
        let home = self.files.home(self.file, name);
        if let Some(&id) = self.names.written.get(&(home, written)) {
            return Some(id);
        }
        let plain = match quoted {
            true => Cow::Owned(catalog::unescape(written)),
            false => Cow::Borrowed(written),
        };
        let id = self.find(&plain, name, home)?;
        self.names.written.insert((home, written), id);
        self.add_forms(id, home);
        Some(id)
    }

    /// Finds a movement by its name without escapes, which is written at `name` and looked up in the file `home`.
    fn find(&mut self, plain: &str, name: Span, home: FileId) -> Option<MovementId> {
        let key = &catalog::key(plain);
        if key.is_empty() {
            return None;
        }
        if let Some(id) = self.names.in_file(home, key) {
            return Some(id);
        }
        let files: &'f Files = self.files;
        let mut found: Option<(MovementId, FileId)> = None;
        for &(_, used) in &files.get(home).uses {
            let Some(id) = self.names.in_file(used, key) else { continue };
            match found {
                Some((_, first)) if first != used => {
                    let written = self.text(name);
                    let (one, other) = (&files.get(first).name, &files.get(used).name);
                    self.report(
                        Diagnostic::new(
                            Rule::AmbiguousMovement,
                            name,
                            format!("`{written}` is defined by both `{one}` and `{other}`"),
                        )
                        .help("define it in this file too, or use only one of them"),
                    );
                    return Some(id);
                }
                Some(_) | None => found = Some((id, used)),
            }
        }
        found.map(|(id, _)| id).or_else(|| self.names.in_catalog(key, plain))
    }

    /// Looks up the forms that a level can replace the movement by, if one can. Between a text for beginners and the
    /// advanced are two steps.
    fn add_forms(&mut self, id: MovementId, home: FileId) {
        if !self.takes_other_forms() {
            return;
        }
        let near = self.forms_of(id, home);
        if self.workouts.any_level {
            near.into_iter().for_each(|form| {
                self.forms_of(form, home);
            });
        }
    }

    /// Looks up the nearest easier and harder form of a movement.
    fn forms_of(&mut self, id: MovementId, home: FileId) -> Vec<MovementId> {
        let movement = self.names.get(id);
        let forms: Vec<String> =
            [movement.easier.first(), movement.harder.first()].into_iter().flatten().cloned().collect();
        // An undefined form is only a name on the sheet.
        let look_up = |form: String| {
            let key = catalog::key(&form);
            self.names.in_file(home, &key).or_else(|| self.names.in_catalog(&key, &form))
        };
        forms.into_iter().filter_map(look_up).collect()
    }

    /// Returns the harder forms of a movement one after the other: its nearest harder form, then that of this one.
    pub(super) fn ladder_of(&mut self, id: MovementId, home: FileId) -> Vec<MovementId> {
        let mut ladder = vec![id];
        while ladder.len() <= MOST_HARDER
            && let Some(last) = ladder.last()
            && let Some(form) = self.names.get(*last).harder.first().cloned()
        {
            let key = catalog::key(&form);
            let next = self.names.in_file(home, &key).or_else(|| self.names.in_catalog(&key, &form));
            match next.filter(|next| !ladder.contains(next)) {
                Some(next) => ladder.push(next),
                None => break,
            }
        }
        ladder.remove(0);
        ladder
    }

    /// Reports an unknown name, and with it that it `lacks_dose`.
    fn report_unknown(&mut self, name: Span, quoted: bool, lacks_dose: bool) -> Reported {
        let home = self.files.home(self.file, name);
        if self.files.may_be_lacking(home) {
            return Reported::Otherwise;
        }
        let written = self.text(name);
        if !quoted && self.report_word_after_name(name) {
            return Reported::Otherwise;
        }
        self.names.unknown += 1;
        let is_looked_at = self.names.unknown <= SUGGESTIONS;
        let near = if is_looked_at { self.near_names(written, home) } else { Vec::new() };
        let meant = if is_looked_at { self.meant_in(written, home) } else { None };
        let question = match &meant {
            Some(meant) => Some(format!("did you mean {}?", list_or(&[meant]))),
            None => did_you_mean(&near.iter().map(String::as_str).collect::<Vec<_>>()),
        };
        if lacks_dose {
            self.report_unknown_without_dose(name, question);
            return Reported::WithDose;
        }
        if !quoted && MANNERS.iter().any(|manner| manner.eq_ignore_ascii_case(written)) {
            let message = format!("`{written}` says how, and no movement is named");
            let help = format!("say what is done: `run 200m \"{written}\"`");
            self.report(Diagnostic::new(Rule::UnknownMovement, name, message).help(help));
            return Reported::Otherwise;
        }
        let message = format!("no movement called `{written}` is known");
        let diagnostic = Diagnostic::new(Rule::UnknownMovement, name, message);
        let like = meant.as_deref().or(near.first().map(String::as_str));
        let define = definition(&plain_name(written, quoted), like);
        let diagnostic = diagnostic.help(match question {
            Some(question) => format!("{question} If not, {define}"),
            None => format!("it still compiles, without cues or muscles; to have them, {define}"),
        });
        let spelt = |meant: &str| match quoted {
            true => meant.replace('\\', "\\\\").replace('"', "\\\""),
            false if needs_no_quotes(meant) => meant.to_owned(),
            false => format!("\"{meant}\""),
        };
        self.report(match meant {
            Some(meant) => diagnostic.fix(name, spelt(&meant)),
            None => diagnostic
                .choices(near.iter().map(|near| diagnostic::Choice::showing(name, spelt(near), near))),
        });
        Reported::WithNames
    }

    /// Reports `squat for 30s` and `squat rest 3min`: a known movement, then a word that names don't end in.
    fn report_word_after_name(&mut self, name: Span) -> bool {
        let written = self.text(name);
        let Some(last) = written.split_whitespace().next_back() else { return false };
        let help = match last.to_lowercase().as_str() {
            "for" | "of" | "do" | "about" => "leave it out: the dose goes right after the name",
            "rest" | "then" | "and" => {
                "the next step begins after `;` or on a new line: `squat 10; rest 30s`"
            }
            _ => return false,
        };
        let Some(place) = self.known_before(name, last) else { return false };
        let message = format!("no movement called `{written}` is known: is `{last}` a part of its name?");
        let define = format!("if it is one, {}", definition(&plain_name(written, false), None));
        let diagnostic =
            Diagnostic::new(Rule::UnknownMovement, place, message).help(format!("{help}; {define}"));
        // With the blank after it, so that the dose follows the name.
        let after = place.end as usize..place.end as usize + 1;
        let is_before_dose = self.files.get(self.file).text.get(after.clone()) == Some(" ");
        self.report(if is_before_dose && last.eq_ignore_ascii_case("for") {
            diagnostic.fix(Span::new(place.start as usize, after.end), "")
        } else {
            diagnostic
        });
        true
    }

    /// Returns names that are near an unknown one, those of this file and the files it uses before those of the catalogue.
    pub(super) fn near_names(&self, written: &str, home: FileId) -> Vec<String> {
        let own: Vec<&str> = self
            .defined_in_sight(home)
            .flat_map(|defined| defined.names.values())
            .map(Definition::name)
            .collect();
        let mut near = Wanted::new(written, catalog::key).near(own);
        // `kick`, as swimmers say it.
        let swum = format!("swim {written}");
        near.extend(catalog::look_up(&swum).is_some().then_some(swum.as_str()));
        near.extend(catalog::nearest(written));
        let mut names: Vec<String> = Vec::new();
        for name in near {
            if names.len() < 3 && !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Returns the name of the only visible movement with a name within one edit of this one.
    pub(super) fn meant_movement(&self, written: &str) -> Option<String> {
        self.meant_in(written, self.file)
    }

    fn meant_in(&self, written: &str, home: FileId) -> Option<String> {
        let key = catalog::key(written);
        let mut found: Vec<(String, String)> = Vec::new();
        for defined in self.defined_in_sight(home) {
            let names = defined.names.iter().filter(|(known, _)| is_slip_of(&key, known));
            found.extend(names.map(|(known, read)| (known.clone(), read.name().to_owned())));
            for (known, own) in defined.also.iter().filter(|(known, _)| is_slip_of(&key, known)) {
                let also = defined.names.get(own).into_iter().flat_map(Definition::also);
                let spelt = also.into_iter().find(|also| catalog::key(also) == *known);
                found.extend(spelt.map(|spelt| (own.clone(), spelt.clone())));
            }
        }
        let known = catalog::meant(&key).into_iter();
        found.extend(known.map(|(movement, name)| (catalog::key(movement), name.to_owned())));
        found.sort_unstable();
        let (first, name) = found.first()?;
        found.iter().all(|(movement, _)| movement == first).then(|| name.clone())
    }

    /// Returns what a file and the files it uses define.
    fn defined_in_sight(&self, home: FileId) -> impl Iterator<Item = &Defined> {
        let used = self.files.get(home).uses.iter().map(|&(_, used)| used);
        std::iter::once(home).chain(used).filter_map(|file| self.names.files.get(usize::from(file.0)))
    }
}

/// Gives a movement the pace at which an athlete does it.
fn own_pace(movement: &mut Movement, athlete: &Athlete) {
    if let Some(pace) = athlete.pace_of(movement)
        && let Unit::SecondPer { mm } = pace.unit
    {
        movement.pace = Some(MovementPace::PerDistance { ms: pace.low, mm });
    }
}

/// Tells whether a name can be written without quotes: it is made of words, none of which has another meaning.
fn needs_no_quotes(name: &str) -> bool {
    const MEANING: [&str; 10] =
        ["or", "per", "each", "rest", "every", "tempo", "right", "left", "max", "alternating"];
    name.split_whitespace().enumerate().all(|(number, word)| {
        word.starts_with(char::is_alphabetic)
            && word.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '\'' | '’'))
            && (number == 0 || !MEANING.iter().any(|other| other.eq_ignore_ascii_case(word)))
    })
}

/// Returns a name without escapes, with single blanks.
fn plain_name(written: &str, quoted: bool) -> String {
    let plain = if quoted { catalog::unescape(written) } else { written.to_owned() };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
