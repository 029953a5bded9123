//! `swing 20 (24kg)`.

use crate::diagnostic::Rule;
use crate::quantity::Kind;
use crate::syntax::build::guess::{Guess, Stray};
use crate::syntax::build::vocabulary::begins_with_figure;
use crate::syntax::unit;

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let load = stray.text().strip_prefix('(')?.strip_suffix(')')?.trim();
    is_load(load).then(|| {
        let message = format!("a load goes after `@`, without brackets: `@ {load}`");
        Guess::new(Rule::WordOrder, stray.place, message)
            .fix(stray.place, format!("@ {load}"))
            .dropping_statement()
    })
}

/// Tells whether a text is a load such as `24kg`, `24/16kg`.
fn is_load(text: &str) -> bool {
    let unit = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '/'));
    let is_mass = unit::read(unit.trim()).is_some_and(|meaning| meaning.unit.kind() == Kind::Mass);
    begins_with_figure(text) && is_mass
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn a_load_goes_after_an_at_sign() {
        assert_eq!(told(guess, "swing ‹20› «(24kg)»"), "swing 20 @ 24kg");
        assert_eq!(told(guess, "swing ‹20› «( 24/16 kg )»"), "swing 20 @ 24/16 kg");
        assert_eq!(told(guess, "swing ‹20› «(24s)»"), "");
        assert_eq!(told(guess, "swing ‹20› «(heavy)»"), "");
    }
}
