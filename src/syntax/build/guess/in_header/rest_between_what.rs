//! `circuit rounds 3 rest 60s betwen rounds`, `rest 60s after each`: words after a rest, which say between what it is.

use crate::diagnostic::{Choice, Rule, nearest};
use crate::syntax::build::guess::{Change, Guess, Stray};
use crate::syntax::build::vocabulary::BETWEEN;
use crate::syntax::tree::{HeaderOption, OptionKind};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (number, option) = stray.option_before().filter(|(_, option)| stray.touches(option.span))?;
    let OptionKind::Rest(amount) = &option.kind else { return None };
    let after = stray.rest();
    let near = BETWEEN.into_iter().find(|one| one.eq_ignore_ascii_case(after));
    let near = nearest(after, BETWEEN).or(near).filter(|_| nearest(stray.first(), ["between"]).is_some());
    let message = format!("`{}` does not say when to rest", stray.text());
    let guess = Guess::new(Rule::BareRestInHeader, stray.place, message);
    let guess = match near {
        Some(near) => guess.fix(stray.place, format!("between {near}")),
        None => {
            let rest = stray.at(option.span);
            let write = |what: &str| {
                Choice::showing(stray.place, format!("between {what}"), &format!("{rest} between {what}"))
            };
            guess.one_of([write("rounds"), write("movements")])
        }
    };
    // Whatever it is, it says between what, so nothing else is reported about that.
    let kind = OptionKind::BetweenRounds(amount.clone());
    Some(guess.change(Change::Replace(number, HeaderOption { span: option.span, kind })))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told_in_header;

    #[test]
    fn between_is_mended() {
        assert_eq!(
            told_in_header(guess, "circuit rounds 3 rest 60s «betwen rounds» <"),
            "circuit rounds 3 rest 60s between rounds <"
        );
    }

    #[test]
    fn other_words_are_asked_about() {
        assert_eq!(
            told_in_header(guess, "circuit rounds 3 rest 60s «after each» <"),
            "write `rest 60s between rounds` or `rest 60s between movements`"
        );
        assert_eq!(told_in_header(guess, "circuit rounds 3 «betwen rounds» <"), "");
    }
}
