//! `squat 5 tempo slow`: a tempo without figures.

use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::TEMPO;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.begins_with(&["tempo"]).then(|| {
        let message = match stray.rest() {
            "" => "a tempo says how fast, and this one does not".to_owned(),
            tempo => format!("`{tempo}` is not a tempo"),
        };
        let name = stray.around.name.map_or("", |name| stray.at(name));
        let is_of_way = ["run", "ride", "bike", "swim", "row"].iter().any(|way| name.eq_ignore_ascii_case(way));
        let guess = Guess::new(Rule::BadTempo, stray.place, message);
        match stray.around.dose.filter(|_| is_of_way && stray.rest().is_empty()) {
            Some(dose) => {
                let whole = stray.around.name.map_or(dose, |name| name.to(stray.place));
                let dose = stray.at(dose);
                let is_run = name.eq_ignore_ascii_case("run");
                let run = if is_run { format!("`tempo run {dose}`, ") } else { String::new() };
                let tempo_run = is_run.then(|| Choice::write(whole, format!("tempo run {dose}")));
                let effort = |effort: &str| Choice::write(whole, format!("{name} {dose} @ {effort}"));
                guess
                    .help(format!("for how fast, write {run}`{name} {dose} @ hard` or `{name} {dose} @ zone 3`; {TEMPO}"))
                    .choices(tempo_run.into_iter().chain([effort("hard"), effort("zone 3")]))
            }
            None => guess.help(TEMPO),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;
    use crate::syntax::build::vocabulary::TEMPO;

    #[test]
    fn a_tempo_is_explained() {
        assert_eq!(told(guess, "squat ‹5› «tempo»"), TEMPO);
        assert_eq!(told(guess, "squat ‹5› «tempo 3-1»"), TEMPO);
        assert_eq!(told(guess, "squat ‹5› «fast»"), "");
    }
}
