//! Doses as written: a bout, or sets with what is said of some of them alone.

use super::dose::{bout, text};
use super::form::Form;
use super::model::{self, Unit};
use super::{quantity, rest, spelling, target};
use crate::check::program::{Bout, Dose, Open, SetGroup};

/// Returns a dose as it is written.
pub fn written<'a>(form: Form<'a>, dose: &'a Dose, open: Option<Open>) -> model::Dose<'a> {
    match dose {
        Dose::FromBlock => model::Dose::FromBlock {},
        Dose::Bout(one) => {
            let model::Bout { ending, amount, text } = bout(one, open);
            model::Dose::Bout { ending, amount, text }
        }
        Dose::Sets(groups) => model::Dose::Sets {
            sets: groups.iter().map(|group| set_group(form, group, open)).collect(),
            text: sets_text(groups, open),
        },
    }
}

/// Returns sets one after the other.
pub fn groups<'a>(form: Form<'a>, groups: &'a [SetGroup]) -> Vec<model::SetGroup<'a>> {
    groups.iter().map(|group| set_group(form, group, None)).collect()
}

/// Returns sets that are alike.
fn set_group<'a>(form: Form<'a>, group: &'a SetGroup, open: Option<Open>) -> model::SetGroup<'a> {
    let own = group.own.as_deref();
    model::SetGroup {
        tempo: own.and_then(|own| own.tempo).map(spelling::tempo),
        rest: own.and_then(|own| own.rest.as_ref()).map(|rest| rest::written(form, rest)),
        cue: own.and_then(|own| own.cue.as_deref()),
        count: quantity::written(&group.count, Some(Unit::Sets)),
        bout: bout(&group.bout, open),
        targets: target::written(&group.targets),
    }
}

/// Spells sets as a coach writes them: `3x8-12`, `3x max`, `5 @ 65%, 5+ @ 85%`.
fn sets_text(groups: &[SetGroup], open: Option<Open>) -> String {
    let one_of_several = |group: &SetGroup| {
        let one = group.count.low == 1000 && !group.count.is_range() && group.count.progression.is_none();
        one && groups.len() > 1
    };
    let spell = |group: &SetGroup| {
        let mut item = String::new();
        if !one_of_several(group) {
            item.push_str(&spelling::amount(&group.count));
            item.push_str(match &group.bout {
                Bout::Of(_) | Bout::AtLeast(_) => "x",
                Bout::Max(_) => "x ",
            });
        }
        item.push_str(&text(&group.bout, open));
        if !group.targets.is_empty() {
            item.push_str(" @ ");
            item.push_str(&target::spelled(&group.targets));
        }
        item
    };
    groups.iter().map(spell).collect::<Vec<_>>().join(", ")
}
