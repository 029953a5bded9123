//! What somebody may be about to write.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Edit;
use super::document::Document;
use super::names::NameKind;
use super::pages::word_pages;
use super::place::{Spot, Writing};
use super::project::Project;
use super::vocabulary::DONE_LINES;
use crate::catalog::movement::Pattern;
use crate::catalog::{self, key};
use crate::check::ATHLETE_LINES;
use crate::date::{self, WEEK};
use crate::diagnostic::Rule;
use crate::source::{Span, floor_to_char};
use crate::syntax::word::{
    BlockWord, ExpectWord, FactTextWord, FactWord, FeltWord, Follows, Half, LevelWord, Measure, ModifierWord,
    OptionWord, OtherWord, SettingWord, Site, StepWord, Word,
};
use strum::VariantNames;

/// The most movements that are offered at once. Whoever wants another writes on.
const MOST_MOVEMENTS: usize = 50;

/// What a [`Completion`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum CompletionKind {
    /// A word that begins a statement.
    Word,
    /// A movement.
    Movement,
    /// An option of a block, or what modifies a movement.
    Option,
    /// A unit behind a figure.
    Unit,
    /// One of a few words that fit.
    Value,
    /// A workout, a plan, an athlete.
    Title,
    /// Another file.
    File,
    /// A rule.
    Rule,
}

/// Something that may be written in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is shown in a list, and compared with what is there.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A few words about it.
    pub detail: String,
    /// What writes it.
    pub edit: Edit,
}

/// What may be written in a place, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completions {
    /// What there is.
    pub items: Vec<Completion>,
    /// Whether there is more, once more is written.
    pub has_more: bool,
}

/// Returns what may be written in a place of a document, in place of the word that is begun there.
pub fn complete(project: &Project, document: &Arc<Document>, at: usize) -> Completions {
    let at = floor_to_char(document.text(), at);
    let writing = Writing::at(document, at);
    let mut offers = Offers { project, document, writing, at, found: Completions::default() };
    offers.all();
    offers.found
}

struct Offers<'d> {
    project: &'d Project,
    document: &'d Arc<Document>,
    writing: Writing<'d>,
    at: usize,
    found: Completions,
}

/// Returns spellings without the words of the language that they are made of.
fn listed<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<(&'a str, String)> {
    values.into_iter().map(|value| (value, String::new())).collect()
}

impl Offers<'_> {
    fn all(&mut self) {
        if self.writing.in_comment {
            return;
        }
        if let Some((begun, from)) = self.writing.text {
            self.in_text(begun, from);
            return;
        }
        let (word, from) = self.writing.word();
        let ahead = self.writing.ahead();
        if ahead.is_empty() {
            self.first_words(word, from);
            return;
        }
        // Facts begin statements in a definition alone, where they are too ordinary elsewhere.
        let fact = || Word::all().filter(|word| word.belongs_at(Site::Movement));
        let begun = match self.writing.spot {
            Spot::Movement => fact().find_map(|word| Some((word, word.after(ahead)?))),
            _ => Word::begun(ahead),
        };
        match begun {
            Some((begun, after)) if self.has_word(begun) => self.after_word(begun, after.trim(), word, from),
            _ if self.writing.spot.takes_movements() => self.in_movement(ahead, word, from),
            _ => {}
        }
    }

    /// Tells whether a statement can begin with a word here.
    fn has_word(&self, word: Word) -> bool {
        match self.writing.spot {
            Spot::Movement => word.belongs_at(Site::Movement),
            Spot::Top => word.belongs_at(Site::Collection) || word.belongs_at(Site::File),
            Spot::Workout => word.belongs_at(Site::Workout),
            Spot::Day => word.belongs_at(Site::Day),
            Spot::Block => word.belongs_at(Site::Block),
            Spot::Plan => word.belongs_at(Site::Plan),
            Spot::Week => word.belongs_at(Site::Week),
            Spot::Team => word == Word::OtherWord(OtherWord::Use),
            Spot::Athlete | Spot::Pose | Spot::Done => false,
        }
    }

    fn add(&mut self, kind: CompletionKind, label: &str, detail: &str, from: usize, replacement: String) {
        let edit = Edit { span: Span::new(from, self.at), replacement };
        self.found.items.push(Completion { label: label.into(), kind, detail: detail.into(), edit });
    }

    /// Offers those of some words that begin with what is there.
    fn offer(&mut self, kind: CompletionKind, word: &str, from: usize, all: Vec<(&str, String)>) {
        for (label, detail) in all {
            if begins(label, word) {
                self.add(kind, label, &detail, from, label.to_owned());
            }
        }
    }

    /// Offers what a statement can begin with.
    fn first_words(&mut self, word: &str, from: usize) {
        match self.writing.spot {
            Spot::Athlete => {
                let lines = ATHLETE_LINES.iter().map(|(name, form)| (*name, (*form).to_owned())).collect();
                self.offer(CompletionKind::Word, word, from, lines);
                return;
            }
            Spot::Plan | Spot::Week => {
                let days = listed(WEEK.into_iter().map(date::name));
                self.offer(CompletionKind::Word, word, from, days);
            }
            Spot::Done => {
                let lines = listed(["warmup", "note"].into_iter().chain(DONE_LINES));
                self.offer(CompletionKind::Word, word, from, lines);
            }
            _ => {}
        }
        let pages = word_pages();
        let summary = |spelling: &str| {
            pages.iter().find(|page| page.names.contains(&spelling)).map_or("", |page| page.summary())
        };
        let mut seen = BTreeSet::new();
        let words: Vec<(&str, String)> = Word::all()
            .filter(|one| self.has_word(*one) && seen.insert(one.spelling()))
            .map(|one| (one.spelling(), summary(one.spelling()).to_owned()))
            .collect();
        self.offer(CompletionKind::Word, word, from, words);
        if self.writing.spot.takes_movements() && !word.is_empty() {
            self.movements(word, from);
        }
    }

    /// Offers the movements of the files in sight and of the catalogue that begin with some words.
    fn movements(&mut self, words: &str, from: usize) {
        let wanted = key(words);
        let own: Vec<String> = std::iter::once(self.document)
            .chain(self.project.seen_by(self.document))
            .flat_map(|document| document.defined())
            .filter(|one| one.kind == NameKind::Movement)
            .map(|one| one.text.clone())
            .filter(|name| key(name).contains(&wanted))
            .collect();
        for name in &own {
            self.add(CompletionKind::Movement, name, "defined in this project", from, name.clone());
        }
        let (names, has_more) = catalog::begun(words, MOST_MOVEMENTS);
        for name in names.into_iter().filter(|name| !own.iter().any(|own| key(own) == key(name))) {
            let movement = catalog::find(&key(name));
            let equipment = movement.map(|movement| movement.equipment.join(", ")).unwrap_or_default();
            self.add(CompletionKind::Movement, name, &equipment, from, name.to_owned());
        }
        self.found.has_more |= has_more;
    }

    /// Offers what goes on after the word that a statement begins with.
    fn after_word(&mut self, begun: Word, after: &str, word: &str, from: usize) {
        let value = CompletionKind::Value;
        match begun {
            Word::BlockWord(block) => self.header(block, after, word, from),
            Word::StepWord(StepWord::Do) if after.is_empty() => self.titles(word, from, NameKind::Workout),
            Word::StepWord(StepWord::Rest) => self.rest(after, word, from),
            Word::OtherWord(OtherWord::Allow) if after.is_empty() => self.rules(word, from),
            Word::OtherWord(OtherWord::Results) if after.is_empty() => {
                self.titles(word, from, NameKind::Athlete);
            }
            Word::OtherWord(OtherWord::Use) if after.is_empty() => self.files(word, from),
            Word::SettingWord(SettingWord::PercentOf) if after.is_empty() => {
                self.offer(value, word, from, listed(["training max", "max", "bodyweight", "ftp"]));
            }
            Word::FactTextWord(FactTextWord::Easier | FactTextWord::Harder) if after.is_empty() => {}
            Word::FactWord(fact) => self.fact(fact, word, from),
            _ => match begun.row().follows {
                Follows::Level if after.is_empty() => {
                    self.offer(value, word, from, listed(LevelWord::VARIANTS.iter().copied()));
                }
                Follows::Felt if after.is_empty() => {
                    self.offer(value, word, from, listed(FeltWord::VARIANTS.iter().copied()));
                }
                Follows::Expected if after.is_empty() => {
                    self.offer(value, word, from, listed(ExpectWord::VARIANTS.iter().copied()));
                }
                _ => {
                    self.units(word, from);
                }
            },
        }
    }

    /// Offers the options of a block that its header does not have yet.
    fn header(&mut self, block: BlockWord, after: &str, word: &str, from: usize) {
        if self.units(word, from) {
            return;
        }
        if after.ends_with("per") {
            self.offer(CompletionKind::Value, word, from, listed(Half::VARIANTS.iter().copied()));
            return;
        }
        let has = |option: &str| after.split_whitespace().any(|one| one.eq_ignore_ascii_case(option));
        let is_clocked = matches!(block, BlockWord::Amrap | BlockWord::Tabata);
        let options = OptionWord::ALL.iter().map(|option| option.spelling());
        let is_set = |option: &str| is_clocked && option == "rounds";
        let free = options.filter(|option| !has(option) && !is_set(option));
        let all = free.chain((!has("per")).then_some("per")).collect::<Vec<_>>();
        self.offer(CompletionKind::Option, word, from, listed(all));
    }

    fn rest(&mut self, after: &str, word: &str, from: usize) {
        if !self.units(word, from) && after.is_empty() {
            let words = listed(["until ready", "jog", "walk", "between rounds", "day"]);
            self.offer(CompletionKind::Value, word, from, words);
        }
    }

    /// Offers what a line of a movement's definition may say.
    fn fact(&mut self, fact: FactWord, word: &str, from: usize) {
        let values: Vec<&str> = match fact {
            FactWord::Pattern => Pattern::ALL.iter().map(|(name, _)| *name).collect(),
            FactWord::Muscles | FactWord::Secondary => catalog::all_of(|movement| &movement.muscles),
            FactWord::Equipment => catalog::all_of(|movement| &movement.equipment),
            FactWord::Sides => Half::VARIANTS.iter().copied().filter(|half| *half != "direction").collect(),
            FactWord::Load | FactWord::Max | FactWord::Pace | FactWord::Figure => {
                self.units(word, from);
                return;
            }
        };
        self.offer(CompletionKind::Value, word, from, listed(values));
    }

    /// Offers how the line of a movement may go on.
    fn in_movement(&mut self, ahead: &str, word: &str, from: usize) {
        if self.units(word, from) {
            return;
        }
        let has_dose = ahead.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '@' | '"'))
            || ahead.split_whitespace().any(|one| one.eq_ignore_ascii_case("max"));
        if !has_dose {
            let words = self.writing.before;
            self.movements(words, self.writing.start);
            return;
        }
        let last = ahead.split_whitespace().next_back().unwrap_or_default();
        if last.ends_with('@') || (last.eq_ignore_ascii_case("and") && ahead.contains('@')) {
            let measures = Measure::VARIANTS.iter().copied();
            let named = ["bodyweight", "easy", "moderate", "hard", "max", "marathon pace", "threshold pace"];
            self.offer(CompletionKind::Value, word, from, listed(measures.chain(named)));
        } else if last.eq_ignore_ascii_case("per") {
            self.offer(CompletionKind::Value, word, from, listed(Half::VARIANTS.iter().copied()));
        } else if last.eq_ignore_ascii_case("each") {
            let turns = ["set", "round", "session", "week", "cycle", "success"];
            self.offer(CompletionKind::Value, word, from, listed(turns));
        } else {
            let all: Vec<&str> = ModifierWord::ALL.iter().map(|word| word.spelling()).collect();
            let free = all.into_iter().filter(|one| !ahead.split_whitespace().any(|word| word == *one));
            let joined = ["or", "then"].into_iter();
            let detail = |spelling: &str| {
                ModifierWord::read(spelling).map_or(String::new(), |word| Word::from(word).example())
            };
            let free = free.chain(joined).map(|one| (one, detail(one))).collect();
            self.offer(CompletionKind::Option, word, from, free);
        }
    }

    /// Offers the units of a figure, where letters right behind one are begun. Tells whether they are.
    fn units(&mut self, word: &str, from: usize) -> bool {
        let letters = word.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let has_figure = letters.len() < word.len() && !letters.contains(|sign: char| sign.is_ascii_digit());
        if !has_figure {
            return false;
        }
        let behind = from + (word.len() - letters.len());
        // In `5 @ 65%, 5` the second five is a dose again.
        let is_target = self
            .writing
            .before
            .rsplit_once('@')
            .is_some_and(|(_, targets)| !targets.contains(',') && !targets.contains('"'));
        let units: &[&str] = if is_target {
            &["kg", "lb", "%", "rm", "w", "bpm", "/km", "/mi"]
        } else {
            &["s", "min", "m", "km", "mi", "cal", "breaths", "steps", "kg", "h"]
        };
        self.offer(CompletionKind::Unit, letters, behind, listed(units.iter().copied()));
        true
    }

    /// Offers what is defined in the files in sight, in quotes.
    fn titles(&mut self, word: &str, from: usize, kind: NameKind) {
        for title in self.defined(kind) {
            if begins(&title, word) {
                self.add(CompletionKind::Title, &title, "", from, catalog::quoted(&title));
            }
        }
    }

    fn defined(&self, kind: NameKind) -> BTreeSet<String> {
        let seen = std::iter::once(self.document).chain(self.project.seen_by(self.document));
        let defined = seen.flat_map(|document| document.defined()).filter(|one| one.kind == kind);
        defined.map(|one| one.text.clone()).collect()
    }

    /// Returns the other files, as this one would use them.
    fn other_files(&self) -> Vec<String> {
        let name = &self.document.source().name;
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let others =
            self.project.documents().map(|other| &other.source().name).filter(|other| *other != name);
        others.map(|other| relative(folder, other)).collect()
    }

    fn files(&mut self, word: &str, from: usize) {
        for path in self.other_files() {
            if begins(&path, word) {
                self.add(CompletionKind::File, &path, "", from, catalog::quoted(&path));
            }
        }
    }

    fn rules(&mut self, word: &str, from: usize) {
        for rule in Rule::ALL.iter().filter(|rule| rule.is_of_training() && begins(rule.name(), word)) {
            self.add(CompletionKind::Rule, rule.name(), rule.summary(), from, rule.name().to_owned());
        }
    }

    /// Offers what may be between quotes.
    fn in_text(&mut self, begun: &str, from: usize) {
        let ahead = self.writing.before;
        let Some(quote) = ahead.rfind(['"', '“', '„', '”']) else { return };
        let ahead = ahead[..quote].trim_end();
        let first = Word::begun(ahead);
        let offers: Vec<String> = match first {
            Some((Word::StepWord(StepWord::Do), "")) => self.defined(NameKind::Workout).into_iter().collect(),
            Some((Word::OtherWord(OtherWord::Results), "")) => {
                self.defined(NameKind::Athlete).into_iter().collect()
            }
            Some((Word::OtherWord(OtherWord::Use), "")) => self.other_files(),
            Some((Word::FactTextWord(FactTextWord::Easier | FactTextWord::Harder), _)) => {
                let (names, has_more) = catalog::begun(begun, MOST_MOVEMENTS);
                self.found.has_more |= has_more;
                names.into_iter().map(str::to_owned).collect()
            }
            _ => return,
        };
        let is_file = matches!(first, Some((Word::OtherWord(OtherWord::Use), _)));
        let kind = if is_file { CompletionKind::File } else { CompletionKind::Title };
        for one in offers {
            if one.to_lowercase().contains(&begun.to_lowercase()) {
                let escaped = one.replace('\\', "\\\\").replace('"', "\\\"");
                self.add(kind, &one, "", from, escaped);
            }
        }
    }
}

/// Tells whether a spelling begins with some letters, in capitals or not.
fn begins(spelling: &str, letters: &str) -> bool {
    let mut all = spelling.chars().flat_map(char::to_lowercase);
    letters.chars().flat_map(char::to_lowercase).all(|letter| all.next() == Some(letter))
}

/// Returns a path from a folder, both given from the project's root.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(one, other)| one == other).count().min(to.len() - 1);
    let mut parts = vec![".."; from.len() - shared];
    parts.extend(&to[shared..]);
    parts.join("/")
}
