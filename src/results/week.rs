//! Which session of the same week a load is a part of, and what is wrong where there is none.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::asked::{Asked, asked};
use super::ground::Ground;
use super::maxes::InPlan;
use crate::catalog::{self, fold};
use crate::check::program::{LAST_TIME, LiftedIn, Movement, MovementId, Program, TOP_SET};
use crate::date::{self, Weekday};
use crate::diagnostic::{Choice, Diagnostic, Rule, list_or, nearest};
use crate::plan::Calendar;
use crate::source::Place;

/// The most titles that a message names. More would be too long for a sentence.
const MOST_NAMED: usize = 6;

impl<'p> InPlan<'p> {
    /// Returns the other sessions of the same week, in order.
    fn others(self) -> impl Iterator<Item = InPlan<'p>> {
        let days = &self.calendar.days;
        let week = self.week();
        let first = days.partition_point(|day| day.week < week);
        let days = days.iter().enumerate().skip(first).take_while(move |(_, day)| day.week == week);
        let all = days.flat_map(move |(day, one)| {
            (0..one.sessions.len()).map(move |session| InPlan { day, session, ..self })
        });
        all.filter(move |other| other.moment() != self.moment())
    }

    /// Returns the sessions of the same week that are named: all others of a day; of a title the last before this one, or
    /// else the first after it.
    pub fn named(self, what: &LiftedIn) -> Vec<InPlan<'p>> {
        match what {
            LiftedIn::Day(day) => self.others().filter(|other| other.weekday() == *day).collect(),
            LiftedIn::Session(title) => {
                let title = fold(title);
                let all: Vec<_> =
                    self.others().filter(|other| fold(&other.workout().title) == title).collect();
                let before = all.iter().rfind(|other| other.moment() < self.moment());
                before.or(all.first()).copied().into_iter().collect()
            }
            LiftedIn::TopSet { .. } | LiftedIn::LastTime => Vec::new(),
        }
    }
}

/// Tells whether two movements of a program are the same.
pub fn is_same(program: &Program, one: MovementId, other: MovementId) -> bool {
    let key = |movement: &Movement| catalog::key(&movement.name);
    one == other || key(program.movement(one)) == key(program.movement(other))
}

/// Returns what there is to say of loads that are a part of another session's: of sessions that are not there, do not have
/// the movement, or wait for each other. `written` tells where a place is written.
pub fn unfounded(
    ground: &Ground<'_>,
    calendars: &[Calendar<'_>],
    written: &dyn Fn(Place) -> Place,
) -> Vec<Diagnostic> {
    if ground.program.of_sessions.is_empty() {
        return Vec::new();
    }
    let mut looking = Looking { ground, written, met: FxHashSet::default(), said: BTreeMap::new() };
    for (number, calendar) in calendars.iter().enumerate() {
        for (day, of_day) in calendar.days.iter().enumerate() {
            (0..of_day.sessions.len())
                .for_each(|session| looking.session(InPlan { number, calendar, day, session }));
        }
    }
    looking.in_no_plan(calendars.is_empty());
    looking.said.into_values().collect()
}

struct Looking<'l> {
    ground: &'l Ground<'l>,
    written: &'l dyn Fn(Place) -> Place,
    /// The names that were met in a plan.
    met: FxHashSet<Place>,
    /// What is said of each name, once.
    said: BTreeMap<Place, Diagnostic>,
}

/// A load that is a part of what is lifted in a session of the week.
struct Part<'a> {
    what: &'a LiftedIn,
    movement: MovementId,
    /// Where the session is named.
    place: Place,
}

impl Looking<'_> {
    fn asked<'p>(&self, at: InPlan<'p>) -> Vec<Asked<'p>> {
        let workout = at.workout();
        asked(workout, (self.ground.level_of)(workout))
    }

    fn session(&mut self, at: InPlan<'_>) {
        for asked in self.asked(at) {
            for part in parts(&asked) {
                self.met.insert(part.place);
                if !self.said.contains_key(&(self.written)(part.place)) {
                    self.part(at, &part);
                }
            }
        }
    }

    fn part(&mut self, at: InPlan<'_>, part: &Part<'_>) {
        let named = at.named(part.what);
        if named.is_empty() {
            return self.no_session(at, part);
        }
        let has_it = |other: &InPlan<'_>| {
            self.asked(*other).iter().any(|asked| is_same(self.ground.program, asked.movement, part.movement))
        };
        if !named.iter().any(has_it) {
            let movement = &self.ground.program.movement(part.movement).name;
            let lifted: Vec<String> = named
                .iter()
                .flat_map(|other| self.asked(*other))
                .map(|asked| self.ground.program.movement(asked.movement).name.to_lowercase())
                .collect();
            let message = format!("{} has no `{}`", spoken(part.what), movement.to_lowercase());
            let help = match lifted.first() {
                Some(_) => {
                    let lifted: Vec<&str> = lifted.iter().map(String::as_str).take(MOST_NAMED).collect();
                    format!("it has {}: a part of a session goes by its own movement", list_or(&lifted))
                }
                None => "write a session in which it is lifted, or the load itself".to_owned(),
            };
            return self.say(part, message, help);
        }
        let mut seen = FxHashSet::default();
        if self.comes_back(at, part, at, &mut seen) {
            let message = format!("{} goes by this session, so that neither has a load", spoken(part.what));
            self.say(part, message, "write the load of one of them: `@ 60kg`, `@ 80%`".to_owned());
        }
    }

    /// Tells whether what a part is of is in the end a part of itself.
    fn comes_back(
        &self,
        at: InPlan<'_>,
        part: &Part<'_>,
        start: InPlan<'_>,
        seen: &mut FxHashSet<(usize, usize)>,
    ) -> bool {
        at.named(part.what).into_iter().any(|other| {
            other.moment() == start.moment()
                || seen.insert(other.moment())
                    && self
                        .asked(other)
                        .iter()
                        .filter(|asked| is_same(self.ground.program, asked.movement, part.movement))
                        .any(|asked| parts(asked).any(|next| self.comes_back(other, &next, start, seen)))
        })
    }

    fn no_session(&mut self, at: InPlan<'_>, part: &Part<'_>) {
        let week = at.week();
        let (mut days, mut titles): (Vec<Weekday>, Vec<&str>) = (Vec::new(), Vec::new());
        for other in at.others() {
            days.push(other.weekday());
            titles.push(&other.workout().title);
        }
        (days, titles) = (once(days), once(titles));
        let names: Vec<String> = match part.what {
            LiftedIn::Session(_) => titles.iter().map(|title| format!("\"{title}\"")).collect(),
            _ => days.iter().map(|day| date::name(*day).to_owned()).collect(),
        };
        let names: Vec<&str> = names.iter().map(String::as_str).take(MOST_NAMED).collect();
        let (message, near) = match part.what {
            LiftedIn::Session(title) if fold(title) == fold(&at.workout().title) => {
                (format!("\"{title}\" is this session, and there is no other of it in week {week}"), None)
            }
            LiftedIn::Session(title) => {
                let near = nearest(title, titles.iter().copied());
                (format!("there is no session \"{title}\" in week {week} of \"{}\"", at.plan().title), near)
            }
            LiftedIn::Day(day) if *day == at.weekday() => {
                (format!("this is the only session on {} in week {week}", date::name(*day)), None)
            }
            LiftedIn::Day(day) => {
                let plan = &at.plan().title;
                (format!("there is no session on {} in week {week} of \"{plan}\"", date::name(*day)), None)
            }
            LiftedIn::TopSet { .. } | LiftedIn::LastTime => return,
        };
        let place = (self.written)(part.place);
        let diagnostic = Diagnostic::new(Rule::PercentOfNothing, place.span, message).in_file(place.file);
        let diagnostic = match near {
            Some(near) => diagnostic.fix(place.span, format!("\"{near}\"")),
            None if names.is_empty() => {
                diagnostic.help("it is the only session of that week: write the load itself, `@ 60kg`")
            }
            None => diagnostic
                .help(format!("in that week there is also {}", list_or(&names)))
                .choices(names.iter().map(|name| Choice::write(place.span, *name))),
        };
        self.said.insert(place, diagnostic);
    }

    /// Reports parts of a session that are in no plan, so that there is no week.
    fn in_no_plan(&mut self, is_without_plan: bool) {
        for &place in &self.ground.program.of_sessions {
            if self.met.contains(&place) {
                continue;
            }
            let place = (self.written)(place);
            if self.said.contains_key(&place) {
                continue;
            }
            let message = if is_without_plan {
                "there is no plan in this file, so no week whose session this could be of"
            } else {
                "no plan of this file does this, so there is no week whose session it could be of"
            };
            let diagnostic = Diagnostic::new(Rule::PercentOfNothing, place.span, message).in_file(place.file);
            let diagnostic = diagnostic.help(
                "do the workout in a plan, `monday < do \"…\" >`; or go by this statement alone: `@ last time +2.5kg`",
            );
            self.said.insert(place, diagnostic);
        }
    }

    fn say(&mut self, part: &Part<'_>, message: String, help: String) {
        let place = (self.written)(part.place);
        let diagnostic = Diagnostic::new(Rule::PercentOfNothing, place.span, message).in_file(place.file);
        self.said.insert(place, diagnostic.help(help));
    }
}

/// Returns the loads of a statement that are parts of what is lifted in a session of the week.
fn parts<'a>(asked: &'a Asked<'_>) -> impl Iterator<Item = Part<'a>> {
    let lifted = asked.choice.all_targets().filter_map(|target| target.lifted.as_deref());
    let of_sessions = lifted.filter(|lifted| matches!(lifted.what, LiftedIn::Day(_) | LiftedIn::Session(_)));
    of_sessions.map(|lifted| Part {
        what: &lifted.what,
        movement: asked.movement,
        place: Place { span: lifted.span, ..asked.place },
    })
}

/// Returns each of some items once, in order.
fn once<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}

/// Writes what a load is a part of in a sentence.
fn spoken(what: &LiftedIn) -> String {
    match what {
        LiftedIn::Day(day) => date::name(*day).to_owned(),
        LiftedIn::Session(title) => format!("\"{title}\""),
        LiftedIn::TopSet { .. } => TOP_SET.to_owned(),
        LiftedIn::LastTime => LAST_TIME.to_owned(),
    }
}
