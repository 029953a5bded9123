//! What an unknown movement was meant to be.

use super::Checker;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, Performance};
use crate::syntax::word::RESERVED;
use crate::syntax::{figure_of, unit};

impl Checker<'_> {
    /// Reports what the words of an unknown movement were probably meant to be. Returns false if there is no guess. The
    /// guesses are in order of likelihood.
    pub(super) fn report_meant(&mut self, performance: &Performance, statement: Span) -> bool {
        let name = performance.name;
        self.report_joined_dose(name)
            || self.report_number_in_words(performance)
            || self.report_max_before_name(name)
            || self.report_misspelt_keyword(performance, statement)
            || self.report_other_word(performance, statement)
            || self.report_words_after_name(name)
            || self.report_unquoted(statement)
            || self.report_reserved(name)
            || self.report_unfinished(name, statement)
    }

    /// Reports `squat-30s` and `squat30s`.
    fn report_joined_dose(&mut self, name: Span) -> bool {
        let text = self.text(name);
        let Some((movement, dose)) = split_off_dose(text) else { return false };
        if !text.contains('-') && self.known_before(name, dose).is_none() {
            return false;
        }
        let mended = format!("{movement} {dose}");
        let message = format!("put a blank between a movement and its dose: `{mended}`");
        self.report(Diagnostic::new(Rule::WordOrder, name, message).fix(name, mended));
        true
    }

    /// Reports `squat two`.
    fn report_number_in_words(&mut self, performance: &Performance) -> bool {
        let name = performance.name;
        let number = self.text(name).split_whitespace().next_back().unwrap_or_default();
        let has_dose = !matches!(performance.dose, DoseSyntax::None);
        let Some(figure) = figure_of(number).filter(|_| !has_dose) else { return false };
        let Some(place) = self.known_before(name, number) else { return false };
        let message = format!("numbers are written as figures: `{figure}`");
        self.report(Diagnostic::new(Rule::MalformedNumber, place, message).fix(place, figure.to_string()));
        true
    }

    /// Reports `max cal row`, and the `in` behind it that a time follows.
    fn report_max_before_name(&mut self, name: Span) -> bool {
        let words: Vec<&str> = self.text(name).split_whitespace().collect();
        let [max, unit, movement @ ..] = words.as_slice() else { return false };
        let (movement, after) = match movement {
            [movement @ .., last] if last.eq_ignore_ascii_case("in") => (movement, " in"),
            movement => (movement, ""),
        };
        let counts = max.eq_ignore_ascii_case("max") && unit::alone(unit).is_some();
        let (true, [first, .., _] | [first], Some(last)) = (counts, movement, movement.last()) else {
            return false;
        };
        let offset =
            |word: &str| word.as_ptr() as usize - self.text(name).as_ptr() as usize + name.start as usize;
        let known = Span::new(offset(first), offset(last) + last.len());
        let mended = format!("{} {max} {unit}{after}", self.text(known));
        if self.known_movement(known, false).is_none() {
            return false;
        }
        let message = format!("the movement comes first: `{mended}`");
        self.report(Diagnostic::new(Rule::WordOrder, name, message).fix(name, mended));
        true
    }

    /// Reports `partner squat`.
    fn report_reserved(&mut self, name: Span) -> bool {
        let first = self.text(name).split_whitespace().next().unwrap_or_default();
        if !RESERVED.iter().any(|word| word.eq_ignore_ascii_case(first)) {
            return false;
        }
        let place = Span::new(name.start as usize, name.start as usize + first.len());
        self.report(
            Diagnostic::new(
                Rule::Reserved,
                place,
                format!("`{first}` is kept for a later version of the language"),
            )
            .help("if it is a movement of yours, define it, or put its name in quotes"),
        );
        true
    }

    /// Reports `run at 5:00/km` and `squat to failure`, if the words before are a known movement.
    fn report_words_after_name(&mut self, name: Span) -> bool {
        const TO_FAILURE: [&str; 5] =
            ["to failure", "until failure", "max effort", "amrap", "as many as possible"];
        let text = self.text(name);
        let small = text.to_lowercase();
        for last in ["at", "with"].into_iter().chain(TO_FAILURE) {
            if !small.ends_with(last) || small.len() != text.len() {
                continue;
            }
            let Some(written) = text.get(text.len() - last.len()..) else { continue };
            let Some(place) = self.known_before(name, written) else { continue };
            self.report(if TO_FAILURE.contains(&last) {
                Diagnostic::new(Rule::WordOrder, place, "as many as you can is written `max`")
                    .fix(place, "max")
            } else {
                Diagnostic::new(
                    Rule::WordOrder,
                    place,
                    "how hard it is goes after `@`, and how much goes before that",
                )
                .help("write `squat 10 @ 24kg`, `run 5km @ 5:00/km`")
            });
            return true;
        }
        false
    }

    /// Returns the place of the last words of a name, if the words before them are a known movement.
    pub(super) fn known_before(&mut self, name: Span, last: &str) -> Option<Span> {
        let text = self.text(name);
        let before = text.strip_suffix(last)?.trim_end();
        let known = Span::new(name.start as usize, name.start as usize + before.len());
        (!before.is_empty() && self.known_movement(known, false).is_some())
            .then(|| Span::new(name.end as usize - last.len(), name.end as usize))
    }
}

/// Takes `squat-30s` and `squat30s` apart.
fn split_off_dose(name: &str) -> Option<(&str, &str)> {
    let (movement, dose) = match name.rsplit_once('-') {
        Some(parts) => parts,
        None => name.split_at(name.find(|c: char| c.is_ascii_digit())?),
    };
    let unit = dose.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_dose = unit.len() < dose.len() && (unit.is_empty() || unit::read(unit).is_some());
    (is_dose && !movement.is_empty()).then_some((movement, dose))
}
