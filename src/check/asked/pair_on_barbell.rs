//! `front squat 5 @ 2x16kg`: two kettlebells or dumbbells, on a movement of the barbell.

use super::super::Checker;
use super::super::program::{Choice, TargetKind};
use crate::catalog;
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::quantity::decimal;
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, Performance, Quantity, Target, TargetSyntax};

/// What is held in pairs.
const IN_PAIRS: [&str; 2] = ["kettlebell", "dumbbell"];

impl Checker<'_> {
    /// Warns about a load of a pair on a movement that is done with a barbell.
    pub(super) fn ask_pair_on_barbell(&mut self, choice: &Choice, performance: &Performance) {
        let is_pair = |kind: &TargetKind| matches!(kind, TargetKind::Load { implements: 2 });
        if !choice.all_targets().any(|target| is_pair(&target.kind)) || !self.is_of_barbell(choice) {
            return;
        }
        let written = performance.modifiers.iter().flat_map(|modifier| modifier.targets());
        let in_list = match &performance.dose {
            DoseSyntax::List(items) => items.iter().flat_map(|item| &item.targets).collect(),
            DoseSyntax::None | DoseSyntax::One(_) => Vec::new(),
        };
        let Some((load, place)) = written.chain(in_list).find_map(pair) else { return };
        let name = self.text(performance.name);
        let bare = strip_word(name, "barbell");
        // What stands between the name and the load, such as the dose.
        let behind = if performance.quoted {
            format!(" @ {}", self.text(place))
        } else {
            self.text(Span::new(performance.name.end as usize, place.end as usize)).to_owned()
        };
        let text = self.text(place);
        let forms: Vec<String> = IN_PAIRS.iter().map(|one| format!("`{one} {bare}{behind}`")).collect();
        let unit = self.text(load.unit_span);
        let in_all = decimal(load.high.saturating_mul(2));
        let named = IN_PAIRS.iter().map(|one| format!("{one} {bare}"));
        let known = named.filter(|name| catalog::look_up(name).is_some());
        let mut choices: Vec<diagnostic::Choice> =
            known.map(|name| diagnostic::Choice::write(performance.name, name)).collect();
        let on_bar = format!("{in_all}{unit}");
        choices.push(
            diagnostic::Choice::showing(place, &on_bar, &format!("@ {on_bar}"))
                .meaning("for what is on the barbell in all"),
        );
        self.report(
            Diagnostic::new(
                Rule::PairOnBarbell,
                place,
                format!("`{text}` is a load in each hand, and `{name}` is done with one barbell"),
            )
            .help(format!(
                "write {}; for a barbell, write what is on it in all, `@ {in_all}{unit}`",
                forms.join(" or ")
            ))
            .choices(choices),
        );
    }

    /// Tells whether a movement is done with a barbell and nothing that comes in pairs.
    pub(super) fn is_of_barbell(&self, choice: &Choice) -> bool {
        let equipment = &self.names.get(choice.movement).equipment;
        let needs = |name: &str| equipment.iter().any(|one| one == name);
        needs("barbell") && !needs("landmine") && !IN_PAIRS.iter().any(|one| needs(one))
    }
}

/// Returns the load of one implement, and the place of the pair.
fn pair(target: &Target) -> Option<(&Quantity, Span)> {
    match &target.kind {
        TargetSyntax::Amount { times: Some(times), amount, .. } if times.low == 2000 => {
            Some((amount, target.span))
        }
        TargetSyntax::Amount { .. }
        | TargetSyntax::Measured { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => None,
    }
}

/// Returns a name without its first word, if that is `word`.
fn strip_word<'n>(name: &'n str, word: &str) -> &'n str {
    match name.split_once(' ') {
        Some((first, rest)) if first.eq_ignore_ascii_case(word) => rest.trim_start(),
        Some(_) | None => name,
    }
}
