//! Movement statements: a name, its dose, and what modifies it in one order.

use super::Formatter;
use super::quantity::Place;
use super::words::single_blanks;
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, Half, Measure, Modifier, ModifierKind, Performance, Quantity, Target,
    TargetSyntax,
};

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

    /// Tells where the doses of alternatives stand. They may take each other's, so one place holds for all.
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
        if performance.quoted {
            self.page.push("\"");
            self.page.push(name);
            self.page.push("\"");
        } else {
            let name = single_blanks(name);
            self.page.push(&self.names.spelling(&name));
        }
        match &performance.dose {
            DoseSyntax::None => {}
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
                    },
                );
            }
        }
        for modifier in in_order(performance) {
            self.modifier(modifier, depth);
        }
    }

    /// Writes the dose right behind a name, with a blank before it.
    fn first_dose(&mut self, performance: &Performance, item: &DoseItem, place: Place) {
        let mut dose = self.dose(item, place, "");
        let name = self.at(performance.name).to_lowercase();
        if !performance.quoted && name.ends_with("tempo") && begins_with_tempo(&dose) {
            // `hill tempo 3x10` would be a hill at a tempo of 3-X-1-0, and so would four figures.
            dose = match item.sets {
                Some(_) => self.dose(item, place, " "),
                None => format!("x{dose}"),
            };
        }
        self.page.push(" ");
        self.page.push(&dose);
    }

    /// Returns a dose; `blank` stands around the sign of its sets.
    fn dose(&self, item: &DoseItem, place: Place, blank: &str) -> String {
        let mut dose = String::new();
        if let Some(sets) = &item.sets {
            // Of `30s x 3`, which is a mistake, `30sx3` would be another.
            let blank = if sets.unit.is_some() { " " } else { blank };
            dose += &self.amount(sets, Place::Elsewhere);
            dose += blank;
            dose.push('x');
            dose += match item.bout {
                BoutSyntax::Of(_) => blank,
                BoutSyntax::AtLeast(_) | BoutSyntax::Max(_) => " ",
            };
        }
        match &item.bout {
            BoutSyntax::Of(quantity) => dose += &self.amount(quantity, place),
            BoutSyntax::AtLeast(quantity) => {
                dose += &self.amount(quantity, place);
                dose.push('+');
            }
            BoutSyntax::Max(limit) => {
                dose += "max";
                if let Some(limit) = limit {
                    dose.push(' ');
                    dose += &self.amount(limit, Place::Elsewhere);
                }
            }
        }
        dose
    }

    fn modifier(&mut self, modifier: &Modifier, depth: usize) {
        match &modifier.kind {
            ModifierKind::At(targets) => self.targets(targets),
            ModifierKind::Rest(amount) => {
                self.page.push(" rest");
                self.rest_amount(amount, depth);
            }
            ModifierKind::Per(half) => {
                self.page.push(" ");
                self.page.push(per(*half));
            }
            ModifierKind::Alternating => self.page.push(" alternating"),
            ModifierKind::Right => self.page.push(" right"),
            ModifierKind::Left => self.page.push(" left"),
            ModifierKind::Tempo(figures) => {
                self.page.push(" tempo ");
                self.page.push(&tempo(self.at(*figures)));
            }
            ModifierKind::Every(quantity) => {
                self.page.push(" every ");
                self.quantity(quantity, Place::Elsewhere);
            }
            ModifierKind::Cue(text) => {
                self.page.push(" ");
                self.quoted(*text);
            }
        }
    }

    /// Writes targets, with their `@` and a blank before it, or nothing for none.
    fn targets(&mut self, targets: &[Target]) {
        for (number, target) in targets.iter().enumerate() {
            self.page.push(if number == 0 { " @ " } else { " and " });
            self.target(&target.kind);
        }
    }

    fn target(&mut self, target: &TargetSyntax) {
        match target {
            TargetSyntax::Measured { measure, amount, to } => {
                self.page.push(match measure {
                    Measure::Rpe => "rpe ",
                    Measure::Rir => "rir ",
                    Measure::Zone => "zone ",
                    Measure::Slope => "slope ",
                });
                self.measured(*measure, amount);
                if let Some(to) = to {
                    self.page.push(" to ");
                    self.measured(*measure, to);
                }
            }
            TargetSyntax::Amount { times, amount, to, of } => {
                if let Some(times) = times {
                    self.quantity(times, Place::Elsewhere);
                    self.page.push("x");
                }
                self.quantity(amount, Place::Elsewhere);
                if let Some(to) = to {
                    self.page.push(" to ");
                    self.quantity(to, Place::Elsewhere);
                }
                if let Some(of) = of {
                    self.page.push(" of ");
                    self.page.push(&single_blanks(self.at(*of)).to_lowercase());
                }
            }
            TargetSyntax::Minus(quantity) => {
                self.page.push("-");
                self.quantity(quantity, Place::Elsewhere);
            }
            TargetSyntax::Bodyweight(steps) => {
                self.page.push("bodyweight");
                for step in steps {
                    self.step(step);
                }
            }
            TargetSyntax::Named { name, offset } => {
                // Names of paces and efforts are compared, and shown, in small letters.
                self.page.push(&single_blanks(self.at(*name)).to_lowercase());
                if let Some(offset) = offset {
                    self.step(offset);
                }
            }
        }
    }

    /// Writes the figure of a measured target. A slope is in per cent, with or without saying so.
    fn measured(&mut self, measure: Measure, amount: &Quantity) {
        self.quantity(amount, Place::Elsewhere);
        let is_bare_slope = measure == Measure::Slope && amount.unit.is_none() && amount.step().is_none();
        if is_bare_slope {
            self.page.push("%");
        }
    }
}

/// Tells whether a dose begins with what is read as a tempo where a tempo can stand: four figures or signs of sets.
fn begins_with_tempo(dose: &str) -> bool {
    let word = dose.split(|sign: char| !(sign.is_alphanumeric() || sign == '-')).next().unwrap_or_default();
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x')
}

/// Returns how the two sides of something are written.
pub(super) fn per(half: Half) -> &'static str {
    match half {
        Half::Leg => "per leg",
        Half::Arm => "per arm",
        Half::Side => "per side",
        Half::Hand => "per hand",
        Half::Foot => "per foot",
        Half::Direction => "per direction",
    }
}

/// Returns the modifiers in the order they are written in: whose sides, how hard, how fast, how often, what to think of.
///
/// They stay in the order of the text where another order would be read as something else.
fn in_order(performance: &Performance) -> Vec<&Modifier> {
    let written: Vec<&Modifier> = performance.modifiers.iter().collect();
    let mut ordered = written.clone();
    ordered.sort_by_key(|modifier| rank(&modifier.kind));
    let Some(first) = ordered.first() else { return ordered };
    let changes_meaning = match (&first.kind, &performance.dose) {
        // `squat "tall" rest 60s`: right behind a name, `rest` is a word of it.
        (ModifierKind::Rest(_) | ModifierKind::Every(_), DoseSyntax::None) => !performance.quoted,
        // `12, 10, 8 rest 2min @ 20kg`: right behind a set, a target is that set's own.
        (ModifierKind::At(_), DoseSyntax::List(_)) => true,
        (
            ModifierKind::Per(_)
            | ModifierKind::Alternating
            | ModifierKind::Right
            | ModifierKind::Left
            | ModifierKind::At(_)
            | ModifierKind::Tempo(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Every(_)
            | ModifierKind::Cue(_),
            _,
        ) => false,
    };
    if changes_meaning { written } else { ordered }
}

/// Returns a modifier's place among others.
fn rank(kind: &ModifierKind) -> u8 {
    match kind {
        ModifierKind::Per(Half::Direction) => 1,
        ModifierKind::Per(Half::Leg | Half::Arm | Half::Side | Half::Hand | Half::Foot) => 0,
        ModifierKind::Alternating => 2,
        ModifierKind::Right | ModifierKind::Left => 3,
        ModifierKind::At(_) => 4,
        ModifierKind::Tempo(_) => 5,
        ModifierKind::Rest(_) => 6,
        ModifierKind::Every(_) => 7,
        ModifierKind::Cue(_) => 8,
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
