//! `circuit 3 rounds 40s on 20s off`, `circuit rounds 3 40s on 20s off`.

use crate::diagnostic::Rule;
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::build::block::broken;
use crate::syntax::build::guess::stray::touch;
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::{time_said, without_end};
use crate::syntax::tree::{HeaderOption, OptionKind, Quantity};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let off = without_end(stray.rest(), " off")?.trim();
    if !stray.begins_with(&["on"]) || time_said(off).is_none() {
        return None;
    }
    let work = HeaderOption { span: stray.place, kind: OptionKind::Work(broken(stray.place)) };
    Some(time_alone(stray, off).or_else(|| time_as_rounds(stray, off))?.change(Change::Add(work)))
}

/// Knows a time that was read by itself, before the words.
fn time_alone(stray: &Stray<'_>, off: &str) -> Option<Guess> {
    let on = stray.around.block?.amounts.last().filter(|amount| is_time_before(amount, stray))?.span;
    let guess = work_and_rest(on.to(stray.place), format!("work {} rest {off}", stray.at(on)));
    Some(guess.change(Change::TakeAmount(on)))
}

/// Knows a time that was read as rounds: `3 rounds 40s` was read as a 3 and `rounds 40s`.
fn time_as_rounds(stray: &Stray<'_>, off: &str) -> Option<Guess> {
    let block = stray.around.block?;
    let option = block.options.last()?;
    let OptionKind::Rounds(on) = &option.kind else { return None };
    let count = block.amounts.last().filter(|count| touch(stray.file, count.span, option.span))?.span;
    if !is_time_before(on, stray) {
        return None;
    }
    let mended = format!("rounds {} work {} rest {off}", stray.at(count), stray.at(on.span));
    let rounds = HeaderOption { span: option.span, kind: OptionKind::Rounds(broken(option.span)) };
    Some(
        work_and_rest(count.to(stray.place), mended)
            .change(Change::TakeAmount(count))
            .change(Change::Replace(block.options.len() - 1, rounds)),
    )
}

fn is_time_before(amount: &Quantity, stray: &Stray<'_>) -> bool {
    amount.unit == Some(Unit::Second) && stray.touches(amount.span)
}

fn work_and_rest(place: Span, mended: String) -> Guess {
    let message = "write the time of each movement as `work` and the break after it as `rest`";
    Guess::new(Rule::WordOrder, place, message).fix(place, mended)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn on_and_off_are_work_and_rest() {
        let meant = "circuit rounds 3 work 40s rest 20s <";
        assert_eq!(told_in_header(guess, "circuit rounds 3 40s «on 20s off» <"), meant);
        assert_eq!(told_in_header(guess, "circuit 3 rounds 40s «on 20s off» <"), meant);
    }

    #[test]
    fn both_times_are_needed() {
        for text in [
            "circuit rounds 3 «on 20s off» <",
            "circuit rounds 3 40s «on 20 off» <",
            "circuit 40s «20s off» <",
        ] {
            assert_eq!(told_in_header(guess, text), "", "{text}");
        }
    }
}
