//! `pull-up 5 @ bodyweight + 10kg`: a sign with a blank before its figure.

use crate::diagnostic::{Choice, Rule};
use crate::source::Span;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let (sign, figure) = (stray.first(), stray.rest());
    if sign == "+"
        && let Some(guess) = further_set(stray, figure)
    {
        return Some(guess);
    }
    (["+", "-", "−"].contains(&sign) && begins_with_figure(figure)).then(|| {
        let blank = Span::new(stray.first_place().end as usize, stray.rest_place().start as usize);
        let message = format!("write a sign and its figure without a space: `{sign}{figure}`");
        Guess::new(Rule::WordOrder, stray.place, message).fix(blank, "")
    })
}

/// Knows `+ 1x AMRAP` and `+ 1x10`: one more set, behind sets of another kind.
fn further_set(stray: &Stray<'_>, set: &str) -> Option<Guess> {
    let small = set.to_ascii_lowercase();
    let (count, bout) = small.split_once(['x', '×'])?;
    let is_count = count.trim_end().parse::<u32>().is_ok();
    let bout = match bout.trim_start() {
        "amrap" | "max" | "failure" => "max",
        bout if begins_with_figure(bout) => bout,
        _ => return None,
    };
    let name = stray.at(stray.around.name.filter(|_| is_count)?);
    let times = if count.trim_end() == "1" { String::new() } else { format!("{}x", count.trim_end()) };
    let message = format!("`+ {set}` is a further set of `{name}`");
    let step = format!("; {name} {times}{bout}");
    Some(
        Guess::new(Rule::WordOrder, stray.place, message)
            .help(format!("write it as a step of its own: `{name} {times}{bout}`"))
            .choices([Choice::write(stray.with_blank(), step)])
            .explaining_statement()
            .dropping_statement(),
    )
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn the_blank_after_a_sign_is_dropped() {
        assert_eq!(told(guess, "pull-up ‹5› @ bodyweight «+ 10kg»"), "pull-up 5 @ bodyweight +10kg");
        assert_eq!(told(guess, "pull-up ‹5› @ bodyweight «+ heavy»"), "");
    }

    #[test]
    fn a_further_set_is_a_step_of_its_own() {
        let help = "write it as a step of its own: `bench press max`";
        assert_eq!(told(guess, "bench press ‹3x5› @ rpe 8 «+ 1x AMRAP»"), help);
        let help = "write it as a step of its own: `bench press 2x10`";
        assert_eq!(told(guess, "bench press ‹3x5› «+ 2x10»"), help);
    }
}
