//! Results files: who did what on which day.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::program::{Done, DoneSet, Lift, Load, LoadKind, Results};
use super::scope::Scope;
use super::{Checker, LoadUnit};
use crate::catalog::{self, fold, unescape};
use crate::date;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Amount, Kind, Unit, decimal};
use crate::source::{FileId, Place, Span};
use crate::syntax::tree::{
    BoutSyntax, DoneDefinition, DoneKind, DoneLine, LiftSyntax, Measure, Quantity, SetSyntax, SideWord,
    Target, TargetSyntax, Text,
};

/// The top of the scales of effort and of pain, in thousandths.
const TOP_OF_SCALE: i64 = 10_000;

/// The most sets that one line can say: more than anybody writes down, and little to hold.
const MOST_SETS: i64 = 1_000;

/// The most sets of anything loaded that anybody does, in thousandths. A greater figure is a load without its unit.
const MOST_LIKELY_SETS: i64 = 20_000;

/// The most repetitions with a load, likewise.
const MOST_LIKELY_REPS: i64 = 50_000;

impl<'f> Checker<'f> {
    /// Checks the results in the compiled file, if it is a file of results.
    pub(super) fn own_results(&mut self) {
        let main = self.file;
        let tree = &self.files.get(main).tree;
        let Some(first) = tree.done().next().map(|(done, _)| done.header) else { return };
        if tree.results().is_none() && !self.settings.whose_is_known {
            let message = "this file does not say whose results these are";
            self.report(
                Diagnostic::new(Rule::MissingStatementPart, first, message)
                    .help("write it first: `results \"Sam\"`"),
            );
        }
        self.results_of(main);
        self.check_names_in_results(main);
    }

    /// Reads the results of the athlete who is compiled for. What is wrong in them is said where they are checked
    /// themselves.
    pub(super) fn athletes_results(&mut self) -> Option<Arc<Results>> {
        let (athlete, _) = self.athlete.as_ref()?;
        let (name, listed) = (athlete.name.clone(), athlete.results);
        let (file, place) = match (self.files.results_own(), listed) {
            (Some(file), _) => (file, None),
            (None, Some(place)) => (self.files.results_at(place)?, Some(place)),
            (None, None) => return None,
        };
        let whose = self.files.get(file).tree.results().map(|whose| self.in_file(file, whose));
        if let Some(whose) = whose.filter(|whose| fold(whose) != fold(&name)) {
            let message =
                format!("`{}` has the results of {whose}, not of {name}", self.files.get(file).name);
            let place = place.unwrap_or_default();
            let diagnostic = Diagnostic::new(Rule::ResultsOfAnother, place.span, message);
            self.diagnostics.push(diagnostic.help("name the file of this athlete").in_file(place.file));
            return None;
        }
        let reported = self.diagnostics.len();
        let main = std::mem::replace(&mut self.file, file);
        let results = self.results_of(file);
        self.file = main;
        let has_mistakes =
            self.diagnostics.has_error_since(reported, file) || self.files.get(file).lacks_something;
        self.diagnostics.truncate(reported);
        if !has_mistakes {
            return Some(Arc::new(results));
        }
        // What can't be read can't be counted, and the loads would be wrong without anybody knowing.
        if !self.files.get(file).lacks_something {
            let name = &self.files.get(file).name;
            let place = place.unwrap_or_default();
            let message = format!("`{name}` has mistakes of its own, so nothing moves by it");
            let diagnostic = Diagnostic::new(Rule::UsedFileHasErrors, place.span, message);
            self.diagnostics
                .push(diagnostic.help(format!("`wodc check {name}` shows them")).in_file(place.file));
        }
        None
    }

    /// Returns what the compiled file itself holds, if it is a file of results. What is wrong in them was said before.
    pub fn done_in_file(&mut self) -> Option<Results> {
        let file = FileId::default();
        self.files.get(file).tree.results()?;
        let reported = self.diagnostics.len();
        let here = std::mem::replace(&mut self.file, file);
        let results = self.results_of(file);
        self.file = here;
        self.diagnostics.truncate(reported);
        Some(results)
    }

    /// Tells whether the athlete has results, so that what a workout asks for is only known with them.
    pub fn has_results(&self) -> bool {
        let is_named = self.athlete.as_ref().is_some_and(|(athlete, _)| athlete.results.is_some());
        is_named || self.files.results_own().is_some()
    }

    fn in_file(&self, file: FileId, text: Text) -> String {
        unescape(&self.files.get(file).text[text.inner.range()])
    }

    /// Reads all results of a file.
    fn results_of(&mut self, file: FileId) -> Results {
        let tree = &self.files.get(file).tree;
        let athlete = tree.results().map(|name| self.in_file(file, name)).unwrap_or_default();
        let mut sessions = Vec::new();
        for (done, _) in tree.done() {
            sessions.extend(self.done_on_day(done));
        }
        let results = Results::new(athlete, sessions);
        self.check_same(&results);
        results
    }

    /// Reports two results of one session.
    fn check_same(&mut self, results: &Results) {
        for pair in results.sessions.windows(2) {
            let [one, other] = pair else { continue };
            let key = |done: &Done| (done.date, done.clock, done.title.as_deref().map(fold));
            if key(one) == key(other) {
                let message = "this session is written down twice";
                self.report(
                    Diagnostic::new(Rule::SameResult, other.place.span, message)
                        .here("the second")
                        .and_at(one.place.span, "the first")
                        .help("delete one of them; where it was done twice that day, say when: `done 2026-01-09 18:40 …`"),
                );
            }
        }
    }

    fn done_on_day(&mut self, written: &'f DoneDefinition) -> Option<Done> {
        let place = written.date?;
        let text = self.text(place);
        let Some(date) = date::read(text) else {
            let message = format!("there is no day `{text}` in the calendar");
            let help = match date::last_of_month(text) {
                Some(last) => format!("that month ends on `{}`", date::write(last)),
                None => "write the year, the month and the day, such as `2026-01-09`".to_owned(),
            };
            self.report(Diagnostic::new(Rule::BadResult, place, message).help(help));
            return None;
        };
        let clock = written.clock.map(|clock| (clock, date::read_time(self.text(clock))));
        if let Some((place, None)) = clock {
            let message = format!("`{}` is not a time of day", self.text(place));
            self.report(
                Diagnostic::new(Rule::BadResult, place, message).help("write it from `00:00` to `23:59`"),
            );
        }
        let mut done = Done {
            clock: clock.and_then(|(_, time)| time),
            title: written.title.map(|title| self.title(title).into()),
            plan: written.plan.map(|plan| self.title(plan).into()),
            ..Done::on(date, Place::new(self.file, written.header))
        };
        self.done_lines(&written.lines, &mut done, false);
        Some(done)
    }

    fn done_lines(&mut self, lines: &'f [DoneLine], done: &mut Done, is_warmup: bool) {
        for line in lines {
            match &line.kind {
                DoneKind::Lift(lift) => {
                    let lift = self.lift(lift, line.span, false);
                    done.lifts.extend(lift.filter(|_| !is_warmup));
                }
                DoneKind::Now(lift) => done.now.extend(self.lift(lift, line.span, true)),
                DoneKind::Warmup(lines) => self.done_lines(lines, done, true),
                DoneKind::Note(text) => done.notes.push(self.title(*text).into()),
                DoneKind::Score { rounds, reps } => done.score = Some((*rounds, reps.unwrap_or_default())),
                DoneKind::Felt { word, figure, place } => {
                    let is_pain = self.text(*word).eq_ignore_ascii_case("pain");
                    if *figure > TOP_OF_SCALE || !is_pain && *figure < 1000 {
                        let from = if is_pain { 0 } else { 1 };
                        let message = format!("`{}` is not on the scale", self.text(*place));
                        let help = format!("`{}` goes from {from} to 10", self.text(*word).to_lowercase());
                        self.report(Diagnostic::new(Rule::BadResult, *place, message).help(help));
                    } else if is_pain {
                        done.pain = Some(*figure);
                    } else {
                        done.felt = Some(*figure);
                    }
                }
                DoneKind::Skipped(why) => {
                    done.is_skipped = true;
                    done.notes.extend(why.map(|why| self.title(why).into()));
                }
            }
        }
    }

    fn lift(&mut self, written: &'f LiftSyntax, line: Span, is_now: bool) -> Option<Lift> {
        let name = match written.quoted {
            true => unescape(self.text(written.name)),
            false => catalog::single_blanks(self.text(written.name)),
        };
        let is_empty = written.sets.is_empty() && written.taken.is_none() && written.skipped.is_none();
        if !written.quoted
            && let Some(diagnostic) = not_a_lift(&name, is_empty, line)
        {
            self.report(diagnostic);
            return None;
        }
        if is_empty {
            let done = [" done", " completed", " finished"];
            let name = done.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(&name);
            let message = format!("what was done of `{name}`? Nothing is written down");
            self.report(
                Diagnostic::new(Rule::BadResult, line, message)
                    .help(format!("write the sets, `{name} 5, 5, 4 @ 60kg`, or `{name} skipped`"))
                    .choices((!written.quoted).then(|| Choice::write(line, format!("{name} skipped")))),
            );
            return None;
        }
        if !is_now && self.report_load_as_sets(written) {
            return None;
        }
        let mut sets = self.done_sets(&written.sets, is_now);
        // The load of the last holds for those before it that have none.
        share_load(&mut sets);
        let mut asked = self.done_sets(&written.asked, false);
        share_load(&mut asked);
        Some(Lift {
            key: self.max_key(&name),
            name: name.into(),
            sets,
            asked,
            taken: written.taken.as_ref().and_then(|time| self.done_time(time)),
            is_skipped: written.skipped.is_some(),
            per_side: written.per.is_some(),
        })
    }

    /// Reports `back squat 80x5` and `5x80`, which would be 80 sets of 5 and 5 sets of 80. Tells whether it was that.
    fn report_load_as_sets(&mut self, written: &LiftSyntax) -> bool {
        let name = written.name;
        let has_load = match self.known_movement(name, written.quoted) {
            Some(id) => {
                // What can be done without a load can be done fifty times.
                let movement = self.names.get(id);
                movement.has_max || movement.load.is_some_and(|load| load.low > 0)
            }
            None => true,
        };
        if !has_load || written.sets.iter().any(|set| !set.targets.is_empty()) {
            return false;
        }
        let meant = written.sets.iter().find_map(|set| {
            let dose = set.dose.as_ref()?;
            let (BoutSyntax::Of(reps), Some(sets)) = (&dose.bout, &dose.sets) else { return None };
            let is_plain = reps.unit.is_none() && reps.low == reps.high;
            let (reps, sets) = (reps.low, sets.low);
            let load_first = sets > MOST_LIKELY_SETS && reps <= MOST_LIKELY_REPS;
            let load_last = sets <= MOST_LIKELY_SETS && reps > MOST_LIKELY_REPS;
            let is_load = is_plain && (load_first || load_last);
            is_load.then_some((set.span, sets, reps, if load_first { (reps, sets) } else { (sets, reps) }))
        });
        let Some((place, sets, reps, (done, load))) = meant else { return false };
        let text = self.text(place);
        let [sets, reps, done, load] = [sets, reps, done, load].map(decimal);
        let message = format!("`{text}` would be {sets} sets of {reps}");
        self.report(Diagnostic::new(Rule::BadResult, place, message).help(format!(
            "for {done} with {load} kg or lb, write `{done} @ {load}kg` or `{done} @ {load}lb`; if it is meant, \
             write `{text} reps`"
        )).choices([
            Choice::write(place, format!("{done} @ {load}kg")),
            Choice::write(place, format!("{done} @ {load}lb")),
            Choice::write(place, format!("{text} reps")).meaning("if it is meant"),
        ]));
        true
    }

    fn done_time(&mut self, time: &Quantity) -> Option<i64> {
        let name = super::amount::QuantityName("what it took");
        self.time(time, name, &Scope::WORKOUT).map(|time| time.low)
    }

    fn done_sets(&mut self, written: &'f [SetSyntax], is_now: bool) -> Vec<DoneSet> {
        let mut sets = Vec::new();
        for set in written {
            let mut one = DoneSet {
                amount: None,
                at_least: false,
                load: None,
                rpe: None,
                heart_rate: None,
                is_left: set.side.map(|side| side == SideWord::Left),
            };
            set.targets.iter().for_each(|target| self.achieved(target, &mut one));
            let Some(dose) = &set.dose else {
                sets.push(one);
                continue;
            };
            let count = dose.sets.as_ref().map_or(1000, |sets| sets.low);
            if count % 1000 != 0 || !(1..=MOST_SETS).contains(&(count / 1000)) {
                let message = format!("`{}` is not a number of sets", self.text(set.span));
                self.report(Diagnostic::new(Rule::BadResult, set.span, message));
                continue;
            }
            let amount = match &dose.bout {
                BoutSyntax::Of(amount) => amount,
                BoutSyntax::AtLeast(amount) => {
                    one.at_least = true;
                    amount
                }
                BoutSyntax::Max(_) => {
                    let message = "`max` says what to do; here goes how much it was";
                    self.report(
                        Diagnostic::new(Rule::BadResult, set.span, message).help("write the figure: `12`"),
                    );
                    continue;
                }
            };
            if is_now && amount.unit.is_some_and(|unit| unit.kind() == Kind::Mass) {
                one.load = self.mass_of(amount, LoadKind::Weight);
            } else {
                one.amount = self.done_amount(amount);
            }
            sets.extend((0..count / 1000).map(|_| one));
        }
        sets
    }

    /// Reads how much was done in a set. It may be nothing.
    fn done_amount(&mut self, amount: &Quantity) -> Option<Amount> {
        if !amount.broken && amount.low == 0 && amount.high == 0 && amount.unit.is_none() {
            return Some(Amount::exactly(0, Unit::Count));
        }
        self.dose(amount, &Scope::WORKOUT)
    }

    /// Reads what is behind the `@` of a set.
    fn achieved(&mut self, target: &Target, set: &mut DoneSet) {
        match &target.kind {
            TargetSyntax::Measured { measure: Measure::Rpe, amount, .. } => set.rpe = Some(amount.low),
            TargetSyntax::Measured { measure: Measure::Rir, amount, .. } => {
                set.rpe = Some(TOP_OF_SCALE - amount.low);
            }
            TargetSyntax::Measured { .. } | TargetSyntax::Named { .. } | TargetSyntax::RepMax(_) => {}
            TargetSyntax::Minus(amount) => set.load = self.mass_of(amount, LoadKind::Help),
            TargetSyntax::Bodyweight(steps) => {
                let step = steps.first();
                let unit = step.and_then(|step| step.unit).unwrap_or(Unit::Kilogram);
                let figure = step.map_or(0, |step| step.by);
                // Less than bodyweight is help.
                let kind = if figure < 0 { LoadKind::Help } else { LoadKind::OnTop };
                set.load = Some(Load { figure: figure.abs(), unit, kind });
            }
            TargetSyntax::Amount { amount, .. } => match amount.unit.map(Unit::kind) {
                Some(Kind::Mass) => set.load = self.mass_of(amount, LoadKind::Weight),
                Some(Kind::HeartRate) => set.heart_rate = Some(amount.low),
                Some(Kind::Percent) => {
                    let message =
                        format!("`{}` says what was to be lifted, not what was", self.text(target.span));
                    let help = "write the load itself: `@ 82.5kg`";
                    self.report(Diagnostic::new(Rule::BadResult, target.span, message).help(help));
                }
                None if !amount.broken => {
                    let text = self.text(amount.span);
                    let message = format!("`{text}` needs a unit");
                    let diagnostic = Diagnostic::new(Rule::MissingUnit, amount.span, message);
                    self.report(match self.unit_of_results() {
                        Some(units) => diagnostic.fix(amount.span, format!("{text}{}", units.name())),
                        None => diagnostic.one_of(
                            ["kg", "lb"].map(|unit| Choice::write(amount.span, format!("{text}{unit}"))),
                        ),
                    });
                }
                Some(_) | None => {}
            },
        }
    }

    /// Returns what the loads of a results file are in, where all that say it agree, or else what its project says.
    fn unit_of_results(&self) -> Option<LoadUnit> {
        let tree = &self.files.get(self.file).tree;
        let lifts = tree.done().flat_map(|(done, _)| done.lifts());
        let targets = lifts.flat_map(|lift| &lift.sets).flat_map(|set| &set.targets);
        let mut units = targets.filter_map(|target| match &target.kind {
            TargetSyntax::Amount { amount, .. } => amount.unit.filter(|unit| unit.kind() == Kind::Mass),
            _ => None,
        });
        let first = units.next();
        let said = LoadUnit::ALL.into_iter().find(|one| Some(one.unit()) == first);
        said.filter(|one| units.all(|unit| unit == one.unit())).or(self.settings.units)
    }

    fn mass_of(&mut self, amount: &Quantity, kind: LoadKind) -> Option<Load> {
        let unit = amount.unit?;
        self.sized(amount, unit, &Scope::WORKOUT).map(|amount| Load { figure: amount.low, unit, kind })
    }

    /// Warns about names that look like a known movement's. Others may be defined in a program.
    fn check_names_in_results(&mut self, file: FileId) {
        let tree = &self.files.get(file).tree;
        let mut seen = FxHashSet::default();
        for lift in tree.done().flat_map(|(done, _)| done.lifts()) {
            let name = self.text(lift.name);
            let is_known = lift.quoted || catalog::look_up(name).is_some();
            if is_known || !seen.insert(fold(name)) {
                continue;
            }
            if let Some(meant) = self.meant_movement(name) {
                let message = format!("no movement called `{name}` is known");
                let help =
                    "if a program of your own defines it, write it in quotes, and nothing is said of it";
                self.report(
                    Diagnostic::new(Rule::UnknownInResults, lift.name, message)
                        .fix(lift.name, meant)
                        .help(help),
                );
            }
        }
    }
}

/// Returns what is said of a line that reads like a movement, and is a word for something else.
fn not_a_lift(name: &str, is_empty: bool, line: Span) -> Option<Diagnostic> {
    let (first, rest) = name.split_once([' ', ':']).unwrap_or((name, ""));
    let rest = rest.trim_start_matches([':', ' ']);
    let is = |words: &[&str]| words.iter().any(|word| first.eq_ignore_ascii_case(word));
    if is_empty && is(&["note", "notes", "comment", "comments"]) {
        let remark = if rest.is_empty() { "…" } else { rest };
        let diagnostic = Diagnostic::new(Rule::BadResult, line, "what is to be remembered goes in quotes");
        let mended = format!("note \"{remark}\"");
        return Some(if first == "note" && !rest.is_empty() {
            diagnostic.fix(line, mended)
        } else {
            diagnostic.help(format!("write `{mended}`"))
        });
    }
    if rest.is_empty() && is(&["time", "duration", "length"]) {
        let message = "how long a session took is not counted";
        let help = "write it as a note: `note \"45 minutes\"`; a run has its own time, `run 8km in 42:10`";
        return Some(Diagnostic::new(Rule::BadResult, line, message).help(help));
    }
    if rest.is_empty() && is(&["bodyweight", "weight", "bw"]) {
        let message = "what the athlete weighs is not a result";
        let help = "write it where the athlete is defined, `bodyweight 82kg`, or as a `note`";
        return Some(Diagnostic::new(Rule::BadResult, line, message).help(help));
    }
    if rest.is_empty() && is(&["rpe", "rir"]) {
        let message = format!("`{name}` is of a set");
        let help =
            "write it behind the set, `back squat 5 @ 60kg and rpe 8`; for the whole session, write `felt 8`";
        return Some(Diagnostic::new(Rule::BadResult, line, message).help(help));
    }
    None
}

/// Gives sets without a load the one of the next set that has one.
fn share_load(sets: &mut [DoneSet]) {
    let mut behind = None;
    for set in sets.iter_mut().rev() {
        match set.load {
            Some(load) => behind = Some(load),
            None => set.load = behind,
        }
    }
}
