//! Athletes: what they list, and which of them to compile for.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::listed::{Listed, entry_words};
use super::scope::Scope;
use super::{Checker, Files};
use crate::athlete::{Athlete, Division, FINEST_DISC};
use crate::catalog::{self, fold, unescape};
use crate::diagnostic::{Choice, Diagnostic, Rule, did_you_mean, list, near, nearest};
use crate::quantity::{Amount, Kind, LoadUnit, Unit};
use crate::source::{FileId, Place, Span};
use crate::syntax::tree::{AthleteDefinition, AthleteEntry};

/// The entries of an athlete, and how each is written.
pub const FORMS: [(&str, &str); 12] = [
    ("bodyweight", "bodyweight 70kg"),
    ("max", "max back squat 120kg"),
    ("training max", "training max 90%"),
    ("ftp", "ftp 250w"),
    ("pace", "pace easy 6:00/km"),
    ("max heart rate", "max heart rate 185bpm"),
    ("division", "division women"),
    ("rounding", "rounding 2.5kg"),
    ("bar", "bar 20kg"),
    ("discs", "discs 20, 10, 5, 2.5kg"),
    ("units", "units kg"),
    ("results", "results \"sam-results.wod\""),
];

/// Other words for them, which are read alike.
const ALSO: [(&str, &str); 6] = [
    ("body weight", "bodyweight"),
    ("weight", "bodyweight"),
    ("max hr", "max heart rate"),
    ("hr max", "max heart rate"),
    ("max heartrate", "max heart rate"),
    ("functional threshold power", "ftp"),
];

impl<'f> Checker<'f> {
    /// Returns the entries of all athletes that the file at hand can see, found out once for each file.
    pub(super) fn athletes_list(&mut self) -> Arc<Listed> {
        let files = self.files;
        let file = self.file;
        Arc::clone(self.listed.entry(file).or_insert_with(|| Arc::new(Listed::of(files, file))))
    }

    /// Reads the athletes of the compiled file and of those it uses, and chooses the one to compile for: the one that
    /// was named, or else the only one there is.
    pub(super) fn athletes(&mut self) {
        let files: &'f Files = self.files;
        let main = self.file;
        let all: Vec<(FileId, &'f AthleteDefinition)> = files
            .in_sight_of(main)
            .flat_map(|file| files.get(file).tree.athletes().map(move |athlete| (file, athlete)))
            .collect();
        let mut read: Vec<(Athlete, Place)> = Vec::with_capacity(all.len());
        // Where each name of the main file is given first.
        let mut named: FxHashMap<String, Span> = FxHashMap::default();
        for (file, definition) in all {
            let reported = self.diagnostics.len();
            self.file = file;
            let athlete = self.athlete(definition);
            if file == main {
                self.report_second_athlete(&athlete, definition, &named);
                named.entry(fold(&athlete.name)).or_insert(definition.name.span);
            } else if !files.is_athletes_own(file) {
                // Mistakes in a used file are reported when that file is compiled.
                self.diagnostics.truncate(reported);
            }
            self.file = main;
            read.push((athlete, Place::new(file, definition.name.span)));
        }
        let wanted = match (&self.settings.athlete, files.athletes_own()) {
            (Some(name), _) => read.iter().position(|(athlete, ..)| fold(&athlete.name) == fold(name)),
            (None, Some(own)) => {
                let mut theirs = read.iter().enumerate().filter(|(_, (_, place))| place.file == own);
                theirs.next().filter(|_| theirs.next().is_none()).map(|(at, _)| at)
            }
            (None, None) => (read.len() == 1).then_some(0),
        };
        match wanted {
            Some(at) => {
                let (athlete, place) = read.swap_remove(at);
                self.names.compile_for(&athlete);
                self.athlete = Some((Arc::new(athlete), place));
            }
            None => self.report_no_athlete(&read),
        }
    }

    /// Reports that an athlete cannot be found, or cannot be chosen among several.
    fn report_no_athlete(&mut self, read: &[(Athlete, Place)]) {
        let names: Vec<&str> = read.iter().map(|(athlete, ..)| athlete.name.as_str()).collect();
        let files: &'f Files = self.files;
        if files.may_be_lacking(self.file) {
            return;
        }
        if let Some(name) = self.settings.athlete.clone() {
            let message = format!("there is no athlete \"{name}\" in this file or in the files that it uses");
            let teams = self.team_names();
            let is_team = teams.iter().any(|team| fold(team) == fold(&name));
            let known = names.iter().copied().chain(teams.iter().map(String::as_str));
            let help = match did_you_mean(&near(&name, known)) {
                _ if is_team || fold(&name) == "all" => {
                    format!("that is several athletes, and this is for one of them: {}", list(&names))
                }
                Some(question) => question,
                None if names.is_empty() => format!(
                    "write `athlete \"{name}\" < bodyweight 70kg >`, or bring in their file: `use \"team.wod\"`"
                ),
                None => format!("the athletes here are {}", list(&names)),
            };
            self.report(Diagnostic::new(Rule::UnknownAthlete, Span::at(0), message).help(help));
        } else if let Some(own) = files.athletes_own() {
            let theirs: Vec<&str> = read
                .iter()
                .filter(|(_, place)| place.file == own)
                .map(|(athlete, ..)| &*athlete.name)
                .collect();
            let file = &files.get(own).name;
            let (message, help) = match theirs.as_slice() {
                [] => (
                    format!("there is no athlete in `{file}`"),
                    "write one: `athlete \"Sam\" < … >`".to_owned(),
                ),
                several => (
                    format!("`{file}` has several athletes: {}", list(several)),
                    format!("bring them in with `use`, and name one: `--athlete \"{}\"`", several[0]),
                ),
            };
            self.report(Diagnostic::new(Rule::UnknownAthlete, Span::at(0), message).help(help));
        }
    }

    fn team_names(&self) -> Vec<String> {
        let files: &'f Files = self.files;
        let seen = files.in_sight_of(self.file).map(|file| files.get(file));
        seen.flat_map(|file| file.tree.teams().map(|team| unescape(&file.text[team.name.inner.range()])))
            .collect()
    }

    fn report_second_athlete(
        &mut self,
        athlete: &Athlete,
        definition: &AthleteDefinition,
        named: &FxHashMap<String, Span>,
    ) {
        let place = definition.name.span;
        if place.is_empty() {
            // The name is missing, which was reported.
        } else if athlete.name.trim().is_empty() {
            self.report(Diagnostic::new(Rule::MissingStatementPart, place, "this athlete has no name"));
        } else if let Some(first) = named.get(&fold(&athlete.name)) {
            self.report(
                Diagnostic::new(
                    Rule::DuplicateAthlete,
                    place,
                    format!("two athletes are called \"{}\"", athlete.name),
                )
                .here("the second")
                .and_at(*first, "the first")
                .help("put the lines of both into one, or give one of them another name"),
            );
        }
    }

    /// Reads one athlete of the file at hand.
    fn athlete(&mut self, definition: &AthleteDefinition) -> Athlete {
        let name = unescape(self.text(definition.name.inner));
        let units = self.units_of(definition);
        let mut athlete = Athlete::new(name, units);
        let mut seen: FxHashMap<String, Span> = FxHashMap::default();
        for entry in definition.entries.iter().filter(|entry| !entry.broken) {
            if let Some(raise) = &entry.raise {
                let reported = self.diagnostics.len();
                athlete.raises.extend(self.raise(raise));
                if !definition.closed {
                    self.diagnostics.truncate(reported);
                }
                continue;
            }
            let words = entry_words(self.text(entry.name));
            let key = if entry.results.is_some() {
                "results".to_owned()
            } else if words.starts_with("division ") || words.starts_with("units ") {
                words.split(' ').next().unwrap_or_default().to_owned()
            } else {
                catalog::key(&words)
            };
            if let Some(&first) = seen.get(&key) {
                self.report(
                    Diagnostic::new(
                        Rule::DuplicateStatement,
                        entry.span,
                        format!("`{words}` is listed twice for this athlete"),
                    )
                    .here("the second")
                    .and_at(first, "the first"),
                );
                continue;
            }
            seen.insert(key, entry.span);
            let reported = self.diagnostics.len();
            self.entry(entry, &words, &mut athlete);
            if !definition.closed {
                // The `>` of the athlete is missing, which was reported, so the line may not belong to it.
                self.diagnostics.truncate(reported);
            }
        }
        athlete
    }

    /// Returns the units of an athlete's gym: those that they state, or else those of their first load.
    fn units_of(&self, definition: &AthleteDefinition) -> LoadUnit {
        let said = definition
            .entries
            .iter()
            .find_map(|entry| load_unit(entry_words(self.text(entry.name)).strip_prefix("units ")?));
        let of_amount = |unit| LoadUnit::ALL.into_iter().find(|units| Some(units.unit()) == unit);
        let first = || definition.entries.iter().find_map(|entry| of_amount(entry.amount.as_ref()?.unit));
        said.or_else(first).or(self.settings.units).unwrap_or(LoadUnit::Kilogram)
    }

    /// Reads one line about an athlete.
    fn entry(&mut self, entry: &AthleteEntry, words: &str, athlete: &mut Athlete) {
        let words = ALSO.iter().find(|(also, _)| *also == words).map_or(words, |(_, own)| own);
        if let Some(movement) = words.strip_prefix("max ").filter(|rest| *rest != "heart rate") {
            if let Some(load) = self.entry_amount(entry, words, Kind::Mass) {
                athlete.list_max(movement, load);
                self.check_max_names(entry, movement);
            }
            return;
        }
        if let Some(pace) = words.strip_prefix("pace ") {
            if let Some(amount) = self.entry_amount(entry, words, Kind::Pace) {
                athlete.list_pace(pace, amount);
            }
            return;
        }
        if let Some(movement) = words.strip_prefix("bar ") {
            if let Some(weight) = self.entry_amount(entry, words, Kind::Mass) {
                athlete.list_bar(movement, weight);
                self.check_max_names(entry, movement);
            }
            return;
        }
        if let Some(path) = entry.results {
            athlete.results = Some(Place::new(self.file, path.span));
            return;
        }
        if !entry.discs.is_empty() {
            return self.discs(entry, athlete);
        }
        match words {
            "bodyweight" => athlete.bodyweight = self.entry_amount(entry, words, Kind::Mass),
            "training max" => {
                athlete.training_max =
                    self.entry_amount(entry, words, Kind::Percent).map(|amount| amount.low);
            }
            "ftp" => athlete.ftp = self.entry_amount(entry, words, Kind::Power),
            "max heart rate" => athlete.max_heart_rate = self.entry_amount(entry, words, Kind::HeartRate),
            "rounding" => {
                if let Some(amount) = self.entry_amount(entry, words, Kind::Mass) {
                    athlete.rounding = amount;
                }
            }
            "bar" => {
                if let Some(amount) = self.entry_amount(entry, words, Kind::Mass) {
                    athlete.bar = Some(amount);
                }
            }
            "division men" if entry.amount.is_none() => athlete.division = Division::Men,
            "division women" if entry.amount.is_none() => athlete.division = Division::Women,
            _ if words.strip_prefix("units ").and_then(load_unit).is_some() && entry.amount.is_none() => {}
            _ => self.report_entry(entry, words),
        }
    }

    /// Reads the discs that there are. The unit may be written once, behind the last.
    fn discs(&mut self, entry: &AthleteEntry, athlete: &mut Athlete) {
        let mut discs = Vec::with_capacity(entry.discs.len());
        let Some(last) = entry.discs.iter().rev().find_map(|disc| disc.unit) else {
            let text = self.text(entry.span);
            self.report(
                Diagnostic::new(Rule::MissingUnit, entry.span, format!("`{text}` needs a unit"))
                    .one_of(["kg", "lb"].map(|unit| Choice::write(entry.span, format!("{text}{unit}")))),
            );
            return;
        };
        for disc in entry.discs.iter().filter(|disc| !disc.broken) {
            let unit = disc.unit.unwrap_or(last);
            let own = athlete.in_own_units(Amount::exactly(disc.low, unit)).low;
            let is_disc = unit.kind() == Kind::Mass
                && own % FINEST_DISC == 0
                && (FINEST_DISC..=HEAVIEST_DISC).contains(&own);
            if is_disc {
                discs.push(own);
            } else {
                let message = format!("`{}` is no disc", self.text(disc.span));
                let help = "discs weigh up to 100 kg, each in the unit of the athlete's gym";
                self.report(Diagnostic::new(Rule::AbsurdAmount, disc.span, message).help(help));
            }
        }
        athlete.list_discs(discs);
    }

    /// Returns the one figure of a line.
    fn entry_amount(&mut self, entry: &AthleteEntry, words: &str, kind: Kind) -> Option<Amount> {
        let form = form_of(words);
        let Some(quantity) = &entry.amount else {
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, entry.span, format!("`{words}` has no figure"))
                    .help(format!("write it with its unit: `{form}`")),
            );
            return None;
        };
        if quantity.broken {
            return None;
        }
        let text = self.text(quantity.full_span());
        let plain = quantity.rare.is_none() && !quantity.is_range();
        let Some(unit) = quantity.unit.filter(|unit| unit.kind() == kind) else {
            let rule = if quantity.unit.is_none() { Rule::MissingUnit } else { Rule::WrongUnit };
            let message = match quantity.unit {
                None => format!("`{text}` needs a unit here"),
                Some(_) => format!("`{text}` is not what `{words}` is measured in"),
            };
            self.report(Diagnostic::new(rule, quantity.span, message).help(format!("write `{form}`")));
            return None;
        };
        if !plain {
            self.report(
                Diagnostic::new(
                    Rule::AthleteStatement,
                    quantity.full_span(),
                    format!("`{text}` is more than one figure, and an athlete has one of each"),
                )
                .help(format!("write it as it is today: `{form}`")),
            );
            return None;
        }
        self.sized(quantity, unit, &Scope::FILE)
    }

    /// Warns of a max or a bar of an unknown movement: no workout would ever find it.
    fn check_max_names(&mut self, entry: &AthleteEntry, movement: &str) {
        let key = catalog::key(movement);
        if catalog::look_up(movement).is_some() || self.names.is_defined(self.file, &key, self.files) {
            return;
        }
        let text = self.text(entry.name);
        // The place of the movement alone, after `max` or `bar`. A quoted name has no place of its own.
        let is_led = |first: &&str| ["max", "bar"].iter().any(|word| first.eq_ignore_ascii_case(word));
        let bare = text.get(..3).filter(is_led).map(|_| text[3..].trim_start());
        let bare = bare.filter(|name| !name.contains(['"', '“', '”', '„']));
        let start = bare.map_or(0, |name| text.len() - name.len());
        let place = Span::new(entry.name.start as usize + start, entry.name.end as usize);
        let diagnostic = Diagnostic::new(
            Rule::UnknownMovement,
            place,
            format!("no movement called `{movement}` is known"),
        );
        let near = catalog::nearest(movement);
        self.report(match (self.meant_movement(movement), did_you_mean(&near)) {
            (Some(meant), _) if bare.is_some() => diagnostic.fix(place, meant),
            (Some(meant), _) => diagnostic.help(format!("did you mean `{meant}`?")),
            (None, Some(_)) if bare.is_some() => diagnostic.meant(&near, |name| Choice::write(place, name)),
            (None, Some(question)) => diagnostic.help(question),
            (None, None) => {
                diagnostic.help("a max belongs to a movement: write the name that the workouts use")
            }
        });
    }

    fn report_entry(&mut self, entry: &AthleteEntry, words: &str) {
        let diagnostic = Diagnostic::new(
            Rule::AthleteStatement,
            entry.span,
            format!("`{}` is not a line that an athlete can have", self.text(entry.span)),
        );
        let first = words.split(' ').next().unwrap_or_default();
        let unit_kind = entry.amount.as_ref().and_then(|amount| amount.unit).map(Unit::kind);
        let diagnostic = match (first, unit_kind) {
            ("division", _) => diagnostic
                .one_of(["division women", "division men"].map(|line| Choice::write(entry.span, line))),
            ("units", _) => {
                diagnostic.one_of(["units kg", "units lb"].map(|line| Choice::write(entry.span, line)))
            }
            (_, Some(Kind::Pace)) => diagnostic.fix(entry.name, format!("pace {words}")),
            (_, Some(Kind::Mass)) if catalog::look_up(words).is_some() => {
                diagnostic.fix(entry.name, format!("max {words}"))
            }
            _ => match nearest(words, FORMS.iter().map(|(word, _)| *word)) {
                Some(near) => diagnostic.fix(entry.name, near),
                None => {
                    let forms: Vec<&str> = FORMS.iter().map(|(_, form)| *form).collect();
                    diagnostic.help(format!("the lines of an athlete are {}", list(&forms)))
                }
            },
        };
        self.report(diagnostic);
    }
}

/// Returns how a line with these first words is written.
fn form_of(words: &str) -> &'static str {
    let is_form =
        |word: &str| words == word || words.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let exact = FORMS.iter().find(|(word, _)| *word == words);
    exact.or_else(|| FORMS.iter().find(|(word, _)| is_form(word))).map_or("", |(_, form)| form)
}

/// The heaviest disc, in thousandths.
const HEAVIEST_DISC: i64 = 100_000;

fn load_unit(word: &str) -> Option<LoadUnit> {
    match word {
        "kg" | "kgs" | "kilograms" | "kilos" => Some(LoadUnit::Kilogram),
        "lb" | "lbs" | "pounds" => Some(LoadUnit::Pound),
        _ => None,
    }
}
