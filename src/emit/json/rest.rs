//! Rests, as written.

use super::form::Form;
use super::{dose, model, quantity, spelling, target};
use crate::check::program::RestAmount;

/// Returns a rest as a coach writes it.
fn text<'r>(rest: &'r model::Rest<'_>) -> &'r str {
    match rest {
        model::Rest::For { text, .. }
        | model::Rest::Ratio { text, .. }
        | model::Rest::Moving { text, .. }
        | model::Rest::ByRound { text, .. } => text,
        model::Rest::UntilReady { text } => text,
        model::Rest::TurnOff {} => "",
    }
}

/// Returns a rest as it is written.
pub fn written<'a>(form: Form<'a>, rest: &'a RestAmount) -> model::Rest<'a> {
    match rest {
        RestAmount::For(amount) => {
            model::Rest::For { amount: quantity::measured(amount), text: spelling::amount(amount) }
        }
        RestAmount::Ratio { work, rest } => {
            model::Rest::Ratio { work: *work, rest: *rest, text: format!("{work}:{rest}") }
        }
        RestAmount::UntilReady => model::Rest::UntilReady { text: "until ready" },
        RestAmount::Moving { movement, bout, targets } => {
            let movement = form.movement(*movement);
            let mut text = format!("{} {}", movement.name, dose::text(bout, None));
            if !targets.is_empty() {
                text.push_str(" @ ");
                text.push_str(&target::spelled(targets));
            }
            model::Rest::Moving {
                movement: &movement.id,
                name: form.spare(&movement.name),
                bout: dose::bout(bout, None),
                targets: target::written(targets),
                text,
            }
        }
        RestAmount::ByRound(rests) => {
            let rests: Vec<model::Rest<'a>> = rests.iter().map(|rest| written(form, rest)).collect();
            let text = rests.iter().map(text).collect::<Vec<_>>().join(" then ");
            model::Rest::ByRound { rests, text: format!("by round {text}") }
        }
        RestAmount::TurnOff => model::Rest::TurnOff {},
    }
}
