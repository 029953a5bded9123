//! `run 8x400m @ 1:25`: a pace, or when the next one starts.

use super::super::Checker;
use super::super::program::{Movement, MovementId, MovementPace};
use super::{Ground, ground};
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::quantity::{Kind, Unit, clock_to_the_second};
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseItem, Quantity};

/// A bout with a clock behind `@`, which may be its pace or the time from set to set.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct ClockedBout {
    /// Its distance, if it has one.
    distance: Option<Distance>,
    /// The movement's name and all up to the end of the dose.
    before: Span,
    /// Whether there are several sets, which may start by the clock.
    has_sets: bool,
}

/// The distance of a bout.
#[derive(Debug, Clone, Copy)]
struct Distance {
    /// Where it is written.
    span: Span,
    /// How long it is, in millimetres.
    mm: i64,
    /// Its unit.
    unit: Unit,
}

impl ClockedBout {
    /// Returns what a clock may be said of, by the item before it.
    pub(in crate::check) fn of(item: &DoseItem, name: Span, is_list: bool) -> Self {
        // `run 4x400m or row @ 1:45`: the dose of the second is the first's.
        let is_shared = name.start > item.span.start;
        let has_sets = !is_list && !is_shared && item.sets.is_some();
        let before =
            if is_shared { item.span } else { Span::new(name.start as usize, item.span.end as usize) };
        Self { distance: Distance::of(item), before, has_sets }
    }

    /// Tells whether it is a distance, whose time after `@` says how fast.
    pub(in crate::check) fn has_distance(self) -> bool {
        self.distance.is_some()
    }
}

impl Distance {
    fn of(item: &DoseItem) -> Option<Self> {
        let BoutSyntax::Of(amount) = &item.bout else { return None };
        let unit = amount.unit.filter(|unit| unit.kind() == Kind::Distance)?;
        let tenths = i128::from(unit.tenths_of_mm()?) * i128::from(amount.low) / 10_000;
        Some(Self { span: amount.span, mm: i64::try_from(tenths).ok()?, unit })
    }
}

/// How much of a movement's usual time for a distance is still meant, in tenths: the fastest runner of 400 m takes a third
/// of an easy run's time, and twice as long is a walk.
const PLAUSIBLE: std::ops::RangeInclusive<i128> = 3..=20;

impl Checker<'_> {
    /// Reports a clock after `@`: a pace of what distance, or the time from set to set.
    pub(in crate::check) fn report_clock_at(
        &mut self,
        clock: &Quantity,
        bout: Option<ClockedBout>,
        movement: MovementId,
    ) {
        let message = format!("`{}` is a pace for what distance?", self.text(clock.span));
        // `84s` is written as a clock.
        let text = match clock.clock {
            true => self.text(clock.span).to_owned(),
            false => clock_to_the_second(clock.low),
        };
        let diagnostic = Diagnostic::new(Rule::MissingUnit, clock.span, message);
        let movement = self.names.get(movement);
        let distance = bout.and_then(|bout| bout.distance.zip(Some(self.text(bout.before))));
        let by_the_clock = bout
            .filter(|bout| bout.has_sets)
            .map(|bout| format!("for when each sets off, write `{} every {text}`", self.text(bout.before)));
        let by_the_clock_choice = bout.filter(|bout| bout.has_sets).and_then(|bout| {
            let at = Span { start: bout.before.end, end: clock.span.start };
            let every = format!("{} every {text}", self.text(bout.before));
            let place = Span { start: bout.before.end, end: clock.span.end };
            let choice = Choice::showing(place, format!(" every {text}"), &every);
            (self.text(at).trim() == "@").then(|| choice.meaning("for when each sets off"))
        });
        let at_pace = |of: &str| {
            let pace = format!("{text}/{of}");
            Choice::showing(clock.span, &pace, &format!("@ {pace}")).meaning("for how fast")
        };
        let Some((distance, before)) = distance else {
            // Squats have no pace.
            let has_no_pace = movement.pace.is_some() && ground(movement).is_none();
            if let Some(by_the_clock) = by_the_clock.as_ref().filter(|_| has_no_pace) {
                let message = format!("`{text}` is how long, not how hard");
                let diagnostic = Diagnostic::new(Rule::MissingUnit, clock.span, message);
                self.report(diagnostic.help(by_the_clock.clone()).choices(by_the_clock_choice));
                return;
            }
            let usual = usual(movement, None);
            let choices: Vec<Choice> =
                usual.iter().map(|(of, _)| at_pace(of)).chain(by_the_clock_choice).collect();
            let paces: Vec<String> = usual.iter().map(|(of, _)| format!("`@ {text}/{of}`")).collect();
            let help = match by_the_clock {
                Some(by_the_clock) => format!("for how fast, write {}; {by_the_clock}", or(&paces)),
                None => format!("write {}", or(&paces)),
            };
            self.report(diagnostic.help(help).choices(choices));
            return;
        };
        let own = self.text(distance.span).replace(' ', "");
        let mut ways: Vec<&str> = Vec::new();
        let mut offer = |of, mm: i64| {
            if is_plausible(clock.low, mm, movement) && !ways.contains(&of) {
                ways.push(of);
            }
        };
        offer(own.as_str(), distance.mm);
        for (of, mm) in usual(movement, Some(distance.unit)) {
            offer(of, mm);
        }
        if ways.is_empty() {
            ways.push(&own);
        }
        let paces: Vec<String> = ways.iter().map(|of| format!("`{before} @ {text}/{of}`")).collect();
        let choices: Vec<Choice> = ways.iter().map(|of| at_pace(of)).chain(by_the_clock_choice).collect();
        let mut help = format!("for how fast, write {}", or(&paces));
        if let Some(by_the_clock) = by_the_clock {
            help.push_str(&format!("; {by_the_clock}"));
        }
        self.report(diagnostic.help(help).choices(choices));
    }
}

/// Returns the distances that a movement's pace is usually given for, with their lengths in millimetres.
fn usual(movement: &Movement, unit: Option<Unit>) -> Vec<(&'static str, i64)> {
    let is_in_yards = unit == Some(Unit::Yard);
    match ground(movement) {
        Some(Ground::Water) if is_in_yards => vec![("100yd", 91_440)],
        Some(Ground::Water) => vec![("100m", 100_000)],
        Some(Ground::Machine("500m")) => vec![("500m", 500_000)],
        Some(Ground::Machine(_) | Ground::Way | Ground::Room) => vec![("km", 1_000_000), ("mi", 1_609_344)],
        None => vec![("km", 1_000_000), ("mi", 1_609_344), ("500m", 500_000)],
    }
}

/// Tells whether somebody may cover a distance in that time.
fn is_plausible(ms: i64, mm: i64, movement: &Movement) -> bool {
    let Some(MovementPace::PerDistance { ms: usual_ms, mm: usual_mm }) = movement.pace else { return true };
    if mm <= 0 || usual_ms <= 0 || usual_mm <= 0 {
        return true;
    }
    let wanted = i128::from(ms) * i128::from(usual_mm) * 10;
    PLAUSIBLE.contains(&(wanted / (i128::from(usual_ms) * i128::from(mm))))
}

/// Joins what is offered.
fn or(offered: &[String]) -> String {
    offered.join(" or ")
}
