//! Movement statements: a name, its dose, and its modifiers in a fixed order.

use super::quantity::Place;
use super::words::single_blanks;
use super::{Formatter, turns};
use crate::date;
use crate::quantity::{Kind, Open, Unit};
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, Half, Measure, Modifier, ModifierKind, MoveOn, Only, Performance,
    Quantity, Reference, Target, TargetSyntax,
};
use crate::syntax::unit::{self, Meaning};
use crate::syntax::word::{day_of, reference};

impl Formatter<'_> {
    /// Writes a movement with all its alternatives.
    pub(super) fn movement(&mut self, performances: &[Performance], depth: usize) {
        let place = self.dose_place(performances);
        for (number, performance) in performances.iter().enumerate() {
            if number > 0 {
                self.page.push(" or ");
            }
            self.performance(performance, place, depth);
            if self.page.is_full() {
                return;
            }
        }
    }

    /// Tells how the doses of alternatives are written. Alternatives can share a dose, so one answer holds for all.
    pub(super) fn dose_place(&mut self, performances: &[Performance]) -> Place {
        let are_counted = performances.iter().all(|performance| {
            let name = single_blanks(self.at(performance.name));
            self.names.is_counted(&name)
        });
        if are_counted { Place::Dose } else { Place::DoseOfDistance }
    }

    /// Writes one alternative.
    pub(super) fn performance(&mut self, performance: &Performance, place: Place, depth: usize) {
        let name = self.at(performance.name);
        let dose_first = match &performance.dose {
            DoseSyntax::One(item) if self.names.is_dose_first(performance.name) => {
                Some(self.dose(item, place, ""))
                    .filter(|dose| dose.starts_with(|first: char| first.is_ascii_digit()))
            }
            DoseSyntax::One(_) | DoseSyntax::List(_) | DoseSyntax::None => None,
        };
        if let Some(dose) = &dose_first {
            self.page.push(dose);
            self.page.push(" ");
        }
        if performance.quoted {
            self.page.push("\"");
            self.page.push(name);
            self.page.push("\"");
        } else {
            let name = single_blanks(name);
            match unit_alone(performance, &name) {
                Some((movement, unit)) if !self.names.is_known(&name) && self.names.is_known(movement) => {
                    let movement = self.names.spelling(movement).into_owned();
                    self.page.push(&format!("{movement} {}", Meaning::of(unit).spelling()));
                }
                Some(_) | None => self.page.push(&self.names.spelling(&name)),
            }
        }
        match &performance.dose {
            DoseSyntax::None => {}
            DoseSyntax::One(_) if dose_first.is_some() => {}
            DoseSyntax::One(item) => self.first_dose(performance, item, place),
            DoseSyntax::List(items) => {
                let mut is_first = true;
                self.list(
                    items,
                    depth,
                    |item| item.item.span.start,
                    |formatter, item| {
                        if std::mem::take(&mut is_first) {
                            formatter.first_dose(performance, &item.item, place);
                        } else {
                            let dose = formatter.dose(&item.item, place, "");
                            formatter.page.push(&dose);
                        }
                        formatter.targets(&item.targets);
                        let mut own: Vec<&Modifier> = item.own.iter().collect();
                        own.sort_by_key(|modifier| rank(&modifier.kind));
                        own.into_iter().for_each(|modifier| formatter.modifier(modifier, depth));
                        let sides = performance.sides_behind(item);
                        sides
                            .filter(|one| performance.is_side_inside(one))
                            .for_each(|modifier| formatter.modifier(modifier, depth));
                    },
                );
            }
        }
        for modifier in in_order(performance) {
            if !performance.is_side_inside(modifier) {
                self.modifier(modifier, depth);
            }
        }
    }

    /// Writes the dose right after a name, with a blank before it.
    fn first_dose(&mut self, performance: &Performance, item: &DoseItem, place: Place) {
        if let Some(table) = turns::table_of(item) {
            self.page.push(" ");
            self.table(table, place);
            return;
        }
        let mut dose = self.dose(item, place, "");
        let name = self.at(performance.name).to_lowercase();
        if !performance.quoted && name.ends_with("tempo") && begins_with_tempo(&dose) {
            // `hill tempo 3x10` would be read as a hill at a tempo of 3-X-1-0, and four figures would be read alike.
            dose = match item.sets {
                Some(_) => self.dose(item, place, " "),
                None => format!("x{dose}"),
            };
        }
        self.page.push(" ");
        self.page.push(&dose);
    }

    /// Returns a dose, with `blank` on both sides of the sign of its sets.
    pub(super) fn dose(&self, item: &DoseItem, place: Place, blank: &str) -> String {
        let mut dose = String::new();
        if let Some(sets) = &item.sets {
            // `30s x 3` is a mistake, and `30sx3` would be a different one.
            // A blank of the workout is a word of its own.
            let is_word = |amount: &Quantity| self.at(amount.span).starts_with(char::is_alphabetic);
            let has_word = is_word(sets)
                || matches!(&item.bout, BoutSyntax::Of(one) | BoutSyntax::AtLeast(one) if is_word(one));
            let blank = if sets.unit.is_some() || has_word { " " } else { blank };
            dose += &self.amount(sets, Place::Elsewhere);
            dose += blank;
            dose.push('x');
            dose += match item.bout {
                BoutSyntax::Of(_) | BoutSyntax::AtLeast(_) => blank,
                BoutSyntax::Max(_) => " ",
            };
        }
        match &item.bout {
            BoutSyntax::Of(quantity) => dose += &self.amount(quantity, place),
            BoutSyntax::AtLeast(quantity) => {
                dose += &self.amount(quantity, place);
                dose.push('+');
            }
            BoutSyntax::Max(limit) => {
                dose += &match item.open {
                    None => "max".to_owned(),
                    Some(Open::In(unit)) => format!("max {}", Meaning::of(unit).spelling()),
                    Some(Open::UpTo(reps)) => format!("build to {reps}"),
                };
                if let Some(limit) = limit {
                    dose += if matches!(item.open, Some(Open::UpTo(_))) { " in " } else { " " };
                    dose += &self.amount(limit, Place::Elsewhere);
                }
            }
        }
        dose
    }

    /// Writes a modifier, with a blank before it.
    fn modifier(&mut self, modifier: &Modifier, depth: usize) {
        if let ModifierKind::Only(only) = &modifier.kind {
            self.only(only);
        } else if let Some(word) = modifier.kind.word() {
            self.page.push(" ");
            self.page.push(word.spelling());
        }
        match &modifier.kind {
            ModifierKind::At(targets) => self.targets(targets),
            ModifierKind::Rest(amount) => self.rest_amount(amount, depth),
            ModifierKind::Per(half) => {
                self.page.push(" ");
                self.page.push(half.into());
            }
            ModifierKind::Alternating | ModifierKind::Right | ModifierKind::Left | ModifierKind::Only(_) => {}
            ModifierKind::Move(one) => self.moves(one),
            ModifierKind::AfterMiss(after) => self.after_miss(after),
            ModifierKind::Harder(count) => {
                self.page.push(" harder ");
                self.page.push(&MoveOn::Successes(*count).written());
            }
            ModifierKind::Tempo(figures) => {
                self.page.push(" ");
                self.page.push(&tempo(self.at(*figures)));
            }
            ModifierKind::Every(quantity) | ModifierKind::Hold(quantity) => {
                self.page.push(" ");
                self.quantity(quantity, Place::Elsewhere);
            }
            ModifierKind::Cue(text) => {
                self.page.push(" ");
                self.quoted(*text);
            }
        }
    }

    /// Writes in which rounds a step is done, with a blank before it.
    pub(super) fn only(&mut self, only: &Only) {
        self.page.push(if only.not { " not " } else { " only " });
        self.page.push(&if only.from == only.to {
            format!("round {}", only.from)
        } else {
            format!("rounds {}-{}", only.from, only.to)
        });
    }

    /// Writes targets with their `@` and a blank before it. Writes nothing if there are none.
    pub(super) fn targets(&mut self, targets: &[Target]) {
        for (number, target) in targets.iter().enumerate() {
            self.page.push(if number == 0 { " @ " } else { " and " });
            self.target(&target.kind);
        }
    }

    pub(super) fn target(&mut self, target: &TargetSyntax) {
        match target {
            TargetSyntax::Measured { measure, amount, to } => {
                self.page.push(measure.into());
                self.page.push(" ");
                self.measured(*measure, amount);
                if let Some(to) = to {
                    self.page.push(" to ");
                    self.measured(*measure, to);
                }
            }
            TargetSyntax::Amount { times, amount, to, of } => {
                if let Some(times) = times {
                    self.quantity(times, Place::Elsewhere);
                    let is_word = |amount: &Quantity| self.at(amount.span).starts_with(char::is_alphabetic);
                    let has_word = is_word(times) || is_word(amount);
                    self.page.push(if has_word { " x " } else { "x" });
                }
                self.quantity(amount, Place::Elsewhere);
                if let Some(to) = to {
                    self.page.push(" to ");
                    self.quantity(to, Place::Elsewhere);
                }
                if let Some(of) = of {
                    self.page.push(" of ");
                    self.part_of(*of);
                }
            }
            TargetSyntax::Minus(quantity) => {
                self.page.push("-");
                self.quantity(quantity, Place::Elsewhere);
            }
            TargetSyntax::RepMax(repetitions) => {
                self.quantity(repetitions, Place::Elsewhere);
                self.page.push("rm");
            }
            TargetSyntax::Bodyweight(steps) => {
                self.page.push("bodyweight");
                for step in steps {
                    self.step(step);
                }
            }
            TargetSyntax::Named { name, offset } => {
                // Names of paces and efforts are compared and shown in lower case.
                self.page.push(&single_blanks(self.at(*name)).to_lowercase());
                if let Some(offset) = offset {
                    self.step(offset);
                }
            }
        }
    }

    /// Writes what a percentage is of.
    fn part_of(&mut self, of: Reference) {
        match of {
            Reference::Title(title) => self.quoted(title),
            Reference::Name(name) => {
                let name = reference(self.at(name));
                let day = day_of(&name).map(date::name);
                self.page.push(day.unwrap_or(&name));
            }
        }
    }

    /// Writes the figure of a measured target. A slope is in per cent even if it does not say so.
    fn measured(&mut self, measure: Measure, amount: &Quantity) {
        self.quantity(amount, Place::Elsewhere);
        let is_bare_slope = measure == Measure::Slope && amount.unit.is_none() && amount.step().is_none();
        if is_bare_slope {
            self.page.push("%");
        }
    }
}

/// Returns a name without its last word where that is a unit, which may be the dose: `row cal`.
fn unit_alone<'n>(performance: &Performance, name: &'n str) -> Option<(&'n str, Unit)> {
    let (movement, last) = name.rsplit_once(' ')?;
    matches!(performance.dose, DoseSyntax::None).then_some((movement, unit::alone(last)?))
}

/// Tells whether a dose could be read as a tempo after the word `tempo`: it begins with four figures or signs of sets.
fn begins_with_tempo(dose: &str) -> bool {
    let word = dose.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).next().unwrap_or_default();
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x')
}

/// Returns the modifiers in the order in which they are written: sides, targets, tempo, hold, what comes between sets, rounds, cue.
///
/// They keep the order of the text if they would mean something else in another.
fn in_order(performance: &Performance) -> Vec<&Modifier> {
    let written: Vec<&Modifier> = performance.modifiers.iter().collect();
    let mut ordered = written.clone();
    ordered.sort_by_key(|modifier| rank(&modifier.kind));
    let Some(first) = ordered.first() else { return ordered };
    let changes_meaning = match (&first.kind, &performance.dose) {
        // `squat "tall" rest 60s`: right after the name, `rest` would be part of it.
        (ModifierKind::Rest(_) | ModifierKind::Every(_) | ModifierKind::Hold(_), DoseSyntax::None) => {
            !performance.quoted
        }
        // `12, 10, 8 rest 2min @ 20kg`: right after a set, the target would belong to that set.
        (ModifierKind::At(_), DoseSyntax::List(_)) => true,
        // So it would to the last item of a table.
        (ModifierKind::At(_), DoseSyntax::One(item)) if turns::table_of(item).is_some() => true,
        (
            ModifierKind::Per(_)
            | ModifierKind::Alternating
            | ModifierKind::Right
            | ModifierKind::Left
            | ModifierKind::At(_)
            | ModifierKind::Tempo(_)
            | ModifierKind::Hold(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Every(_)
            | ModifierKind::Only(_)
            | ModifierKind::Move(_)
            | ModifierKind::AfterMiss(_)
            | ModifierKind::Harder(_)
            | ModifierKind::Cue(_),
            _,
        ) => false,
    };
    if changes_meaning || may_be_discs(&written) { written } else { ordered }
}

/// Tells whether a side is said behind a mass: `@ 20kg per side` may be the discs on each side of a bar, which is asked
/// about.
fn may_be_discs(written: &[&Modifier]) -> bool {
    let has_mass = |modifier: &Modifier| {
        modifier.targets().iter().any(|target| {
            matches!(&target.kind, TargetSyntax::Amount { times: None, amount, .. }
                if amount.unit.is_some_and(|unit| unit.kind() == Kind::Mass))
        })
    };
    let at = written.iter().position(|modifier| matches!(modifier.kind, ModifierKind::Per(Half::Side)));
    at.is_some_and(|at| written[..at].iter().any(|modifier| has_mass(modifier)))
}

/// Returns the position of a modifier among the others.
fn rank(kind: &ModifierKind) -> u8 {
    match kind {
        ModifierKind::Per(Half::Direction) => 1,
        ModifierKind::Per(Half::Leg | Half::Arm | Half::Side | Half::Hand | Half::Foot) => 0,
        ModifierKind::Alternating => 2,
        ModifierKind::Right | ModifierKind::Left => 3,
        ModifierKind::AfterMiss(_) => 4,
        ModifierKind::At(_) => 5,
        ModifierKind::Move(_) => 6,
        ModifierKind::Harder(_) => 7,
        ModifierKind::Tempo(_) => 8,
        ModifierKind::Hold(_) => 9,
        ModifierKind::Rest(_) => 10,
        ModifierKind::Every(_) => 11,
        ModifierKind::Only(_) => 12,
        ModifierKind::Cue(_) => 13,
    }
}

/// Writes the figures of a tempo with dashes between them: `31x1` is `3-1-X-1`.
fn tempo(figures: &str) -> String {
    let figures = figures.to_uppercase();
    if figures.contains('-') {
        return figures;
    }
    let mut dashed = String::with_capacity(2 * figures.len());
    for figure in figures.chars() {
        if !dashed.is_empty() {
            dashed.push('-');
        }
        dashed.push(figure);
    }
    dashed
}
