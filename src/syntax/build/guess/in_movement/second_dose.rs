//! `squat 10 20`, `warrior 2 30s`: a second dose.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::stray::touch;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::{begins_with_figure, time_said};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    if !begins_with_figure(text) && !stray.is(&["max"]) {
        return None;
    }
    let guess = Guess::new(
        Rule::Unreadable,
        stray.place,
        format!("a movement has one dose, and `{text}` is a second"),
    );
    Some(match numbered_name(stray) {
        Some(name) => {
            let quoted = format!("\"{}\" {text}", stray.at(name));
            let help =
                format!("a name with a figure in it needs quotes: `{quoted}`; a movement has one dose");
            guess.help(help).choices([Choice::write(name.to(stray.place), quoted)])
        }
        // `squat 3x10 60s`
        None if may_be_rest(stray) => guess
            .help(format!("for a rest between the sets, write `rest {text}`"))
            .choices([Choice::write(stray.place, format!("rest {text}"))]),
        None => guess.help("write equal sets as `5x5`, sets that differ as `5 @ 65%, 5 @ 75%`"),
    })
}

/// Tells whether a time follows sets of something else.
fn may_be_rest(stray: &Stray<'_>) -> bool {
    let has_sets = stray.around.dose.is_some_and(|dose| stray.at(dose).contains(['x', 'X', '×']));
    has_sets && (time_said(stray.text()).is_some() || stray.text().contains(':'))
}

/// Returns where the name is with the figure after it, which may be a part of it: `warrior 2`.
fn numbered_name(stray: &Stray<'_>) -> Option<Span> {
    let (name, figure) = (stray.around.name?, stray.dose_before()?);
    let is_number = stray.at(figure).bytes().all(|byte| byte.is_ascii_digit());
    (touch(stray.file, name, figure) && is_number).then(|| name.to(figure))
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_first_figure_may_belong_to_the_name() {
        assert!(told(guess, "warrior ‹2› «30s»").contains("`\"warrior 2\" 30s`"));
        assert!(told(guess, "squat ‹5x5› «30s»").starts_with("for a rest between the sets"));
        assert!(told(guess, "squat ‹5x5› «max»").starts_with("write equal sets as `5x5`"));
        assert_eq!(told(guess, "squat ‹5x5› «slowly»"), "");
    }
}
