//! The dose of a movement: one bout, sets alike, sets that differ.

use super::Checker;
use super::amount::QuantityName;
use super::asked::ClockedBout;
use super::program::{Bout, Dose, MovementId, OfSets, SetGroup};
use super::scope::{Gives, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::{Amount, Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, ListItem, Modifier, Performance, Quantity, TargetSyntax,
};

/// One set, in thousandths.
const ONE_SET: i64 = 1_000;

/// Help for a statement that is not a step.
const STEP: &str = "A step is a movement with its dose: `squat 30s`, `push-up 10`";

impl<'f> Checker<'f> {
    pub(super) fn dose_of(
        &mut self,
        dose: &'f DoseSyntax,
        movement: MovementId,
        name: Span,
        scope: &Scope,
    ) -> Option<Dose> {
        if scope.gives == Gives::Tabata {
            let place = match dose {
                DoseSyntax::None => return Some(Dose::FromBlock),
                DoseSyntax::One(item) => item.span,
                DoseSyntax::List(items) => items.first().map_or(name, |item| item.item.span),
            };
            let is_alone = matches!(dose, DoseSyntax::One(_));
            let delete = self.delete(place);
            self.report(
                Diagnostic::new(
                    Rule::NotInTabata,
                    place,
                    "a tabata has its own dose: 8 times 20 s of work and 10 s of rest",
                )
                .help("write the movement alone, or use `circuit rounds 8 work 20s rest 10s`")
                .choices(is_alone.then_some(delete)),
            );
            return None;
        }
        match dose {
            DoseSyntax::None if scope.gives == Gives::Nothing => {
                self.report_missing_dose(name);
                None
            }
            DoseSyntax::None => Some(Dose::FromBlock),
            DoseSyntax::One(item) => self.single(item, scope),
            DoseSyntax::List(items) => self.list(items, movement, name, scope),
        }
    }

    /// Reports a movement without a dose.
    fn report_missing_dose(&mut self, name: Span) {
        let text = self.text(name);
        self.report(
            Diagnostic::new(Rule::MissingDose, name, format!("how much `{text}`? It has no dose")).help(
                format!("write `{text} 30s`, `{text} 10` or, for its whole block, `work 30s` in the header"),
            ),
        );
    }

    /// Reports an unknown movement without a dose, which may not be a step at all. `near` asks whether another was meant.
    pub(super) fn report_unknown_without_dose(&mut self, name: Span, near: Option<String>) {
        let text = self.text(name);
        if let Some((lead, step)) = text.split_at_checked("death by ".len())
            && lead.eq_ignore_ascii_case("death by ")
        {
            let message = format!("`{text}` is an `emom` with one more in each round");
            let block = format!("`emom 20min until \"a minute is too short\" < {step} 1 +1 each round >`");
            let help = format!("write {block}, the time one that nobody outlasts");
            self.report(Diagnostic::new(Rule::MissingDose, name, message).help(help));
            return;
        }
        let message = format!("`{text}` is not a known movement, and has no dose");
        let help = near.map_or(STEP.to_owned(), |near| format!("{near} {STEP}"));
        self.report(Diagnostic::new(Rule::MissingDose, name, message).help(help));
    }

    pub(super) fn single(&mut self, item: &DoseItem, scope: &Scope) -> Option<Dose> {
        let bout = self.bout(&item.bout, scope);
        let Some(sets) = &item.sets else { return Some(Dose::Bout(bout?)) };
        let count = self.sets(sets, item, scope)?;
        Some(Dose::Sets(sets_of(SetGroup { count, bout: bout?, targets: Vec::new(), own: None }).collect()))
    }

    /// Checks the number of sets. Reports `30s x 3` and `10 reps x 3`, which have it last.
    fn sets(&mut self, sets: &Quantity, item: &DoseItem, scope: &Scope) -> Option<Amount> {
        if let BoutSyntax::Of(bout) = &item.bout
            && bout.unit.is_none()
            && !bout.broken
            && !sets.broken
            && sets.unit.is_some()
        {
            let mended = format!("{}x{}", self.text(bout.span), self.text(sets.span));
            let message = format!("the number of sets comes first: `{mended}`");
            self.report(Diagnostic::new(Rule::WordOrder, item.span, message).fix(item.span, mended));
            return None;
        }
        self.count(sets, QuantityName("the number of sets"), scope)
    }

    /// Checks sets that differ.
    fn list(
        &mut self,
        items: &'f [ListItem],
        movement: MovementId,
        name: Span,
        scope: &Scope,
    ) -> Option<Dose> {
        let with_target = items.iter().filter(|item| !item.targets.is_empty()).count();
        if with_target != 0 && with_target != items.len() {
            let (Some(first), Some(last)) = (items.first(), items.last()) else { return None };
            let end = last.targets.last().map_or(last.item.span, |target| target.span);
            let all = first.item.span.to(end);
            let doses: Vec<&str> = items.iter().map(|item| self.text(item.item.span)).collect();
            let mut diagnostic =
                Diagnostic::new(Rule::MixedList, all, "only some of these sets say how hard they are");
            if let Some(dealt) = self.dealt(items) {
                diagnostic = diagnostic.fix(all, dealt);
            } else if let Some(target) = last.targets.first() {
                let target = self.text(target.span);
                let each: Vec<String> = doses.iter().map(|dose| format!("{dose} @ {target}")).collect();
                let each = each.join(", ");
                let help =
                    format!("if `{target}` is for all, write `{each}`; otherwise give each set its own `@`");
                let is_last_alone = with_target == 1 && last.targets.len() == 1;
                let for_all = diagnostic::Choice::write(all, each);
                diagnostic = diagnostic.help(help).choices(is_last_alone.then_some(for_all));
            }
            self.report(diagnostic);
            return None;
        }
        let mut groups = Vec::with_capacity(items.len());
        for item in items {
            let count = match &item.item.sets {
                Some(sets) => self.sets(sets, &item.item, scope),
                None => Some(Amount::exactly(ONE_SET, Unit::Count)),
            };
            let bout = self.bout(&item.item.bout, scope);
            let own = Scope { bout: Some(ClockedBout::of(&item.item, name, true)), ..*scope };
            let targets = self.targets(&item.targets, movement, &own);
            let own = self.of_sets(&item.own, scope);
            groups.extend(sets_of(SetGroup { count: count?, bout: bout?, targets, own: own? }));
        }
        Some(Dose::Sets(groups.into()))
    }

    /// Checks what is said of one item of a list alone. None for a mistake.
    fn of_sets(&mut self, own: &'f [Modifier], scope: &Scope) -> Option<Option<Box<OfSets>>> {
        if own.is_empty() {
            return Some(None);
        }
        let modifiers = self.modifiers(own);
        let tempo = modifiers.tempo.map(|(figures, place)| self.tempo(figures, place));
        let rest = modifiers.rest.map(|(amount, span)| self.rest_amount(amount, span, scope));
        let cue = modifiers.cue.map(|(cue, _)| unescape(self.text(cue.inner)).into());
        let settle = |failed: bool| (!failed).then_some(());
        settle(tempo == Some(None) || rest == Some(None))?;
        Some(Some(Box::new(OfSets { tempo: tempo.flatten(), rest: rest.flatten(), cue })))
    }

    /// Deals out the loads of `5, 3, 1+ @ 75%, 85%, 95%`, one to each set: `5 @ 75%, 3 @ 85%, 1+ @ 95%`. The first load was
    /// read as that of the last set, and the others as sets.
    fn dealt(&self, items: &[ListItem]) -> Option<String> {
        let (sets, others) = items.split_at(items.len().div_ceil(2));
        let (last, before) = sets.split_last()?;
        let [target] = &*last.targets else { return None };
        let TargetSyntax::Amount { times: None, amount, to: None, of: None } = &target.kind else {
            return None;
        };
        let is_load = |item: &ListItem| {
            item.targets.is_empty()
                && item.item.sets.is_none()
                && matches!(&item.item.bout, BoutSyntax::Of(other) if other.unit == amount.unit)
        };
        let is_dealt = others.len() == before.len()
            && amount.unit.is_some_and(|unit| matches!(unit.kind(), Kind::Mass | Kind::Percent))
            && before.iter().all(|item| item.targets.is_empty())
            && others.iter().all(is_load);
        let loads = std::iter::once(target.span).chain(others.iter().map(|item| item.item.span));
        let pair =
            |(set, load): (&ListItem, Span)| format!("{} @ {}", self.text(set.item.span), self.text(load));
        is_dealt.then(|| sets.iter().zip(loads).map(pair).collect::<Vec<_>>().join(", "))
    }

    /// Checks one bout.
    pub(super) fn bout(&mut self, bout: &BoutSyntax, scope: &Scope) -> Option<Bout> {
        match bout {
            BoutSyntax::Of(amount) => self.dose(amount, scope).map(Bout::Of),
            BoutSyntax::AtLeast(amount) => self.dose(amount, scope).map(Bout::AtLeast),
            BoutSyntax::Max(None) => Some(Bout::Max(None)),
            BoutSyntax::Max(Some(amount)) => self
                .time(amount, QuantityName("the limit of a `max`"), scope)
                .map(|amount| Bout::Max(Some(amount))),
        }
    }

    /// Reports sets in a superset, whose rounds are its sets.
    pub(super) fn check_sets(&mut self, dose: &Dose, performance: &Performance, span: Span, scope: &Scope) {
        if scope.superset && matches!(dose, Dose::Sets(_)) {
            let plain = match &performance.dose {
                DoseSyntax::One(item) => match &item.bout {
                    BoutSyntax::Of(amount) if item.sets.is_some() && scope.in_rounds => {
                        let count = Span { start: item.span.start, end: amount.span.start };
                        let shown = format!("{} {}", self.text(performance.name), self.text(amount.span));
                        Some(diagnostic::Choice::showing(count, "", &shown))
                    }
                    BoutSyntax::Of(_) | BoutSyntax::AtLeast(_) | BoutSyntax::Max(_) => None,
                },
                DoseSyntax::None | DoseSyntax::List(_) => None,
            };
            let help = "write `rounds` in the header of the superset, and give each movement its plain dose";
            self.report(
                Diagnostic::new(Rule::SetsInSuperset, span, "the rounds of a superset are its sets")
                    .help(help)
                    .choices(plain),
            );
        }
    }
}

/// Returns sets as they are done: of `5x3+` the last alone is open. Where their number is not one figure, all of them are.
fn sets_of(sets: SetGroup) -> impl Iterator<Item = SetGroup> {
    let is_one_figure =
        !sets.count.is_range() && sets.count.progression.is_none() && sets.count.women.is_none();
    let before = match sets.bout {
        Bout::AtLeast(amount) if is_one_figure && sets.count.low > ONE_SET => {
            let count = Amount::exactly(sets.count.low - ONE_SET, Unit::Count);
            Some(SetGroup { count, bout: Bout::Of(amount), ..sets.clone() })
        }
        Bout::Of(_) | Bout::AtLeast(_) | Bout::Max(_) => None,
    };
    let last = SetGroup {
        count: if before.is_some() { Amount::exactly(ONE_SET, Unit::Count) } else { sets.count },
        ..sets
    };
    before.into_iter().chain([last])
}
