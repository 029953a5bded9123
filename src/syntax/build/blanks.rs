//! The blanks of a workout: `workout "Wave" for lift, share 100% < … >`.

use super::Builder;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::templates::{ListOfBlanks, MOST_BLANKS, OF_SESSIONS, blanks_of, is_free};
use crate::syntax::tree::{Blank, BlankUse, Takes};

impl Takes {
    /// Returns what it is, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Takes::Movement | Takes::Reference => "a movement",
            Takes::Dose => "a dose",
            Takes::Amount => "an amount",
            Takes::Target => "a target",
            Takes::Text => "a text in quotes",
            Takes::Value | Takes::Inside => "anything",
        }
    }

    /// Tells whether a blank may take both.
    fn goes_with(self, other: Takes) -> bool {
        use Takes::{Inside, Movement, Reference, Value};
        self == other
            || matches!(self, Value | Inside)
            || matches!(other, Value | Inside)
            || matches!((self, other), (Movement, Reference) | (Reference, Movement))
    }
}

impl Builder<'_> {
    /// Reads the list of a workout's blanks and where they are used, and reports what is wrong with either. The third
    /// value tells whether something was.
    pub(super) fn blanks(&mut self, start: usize, list: Span) -> (Box<[Blank]>, Box<[BlankUse]>, bool) {
        let found = self.templates.iter().position(|found| found.start == start);
        // Without a `<` it was not found, and that is reported.
        let Some(found) = found.map(|at| self.templates.swap_remove(at)) else {
            return (blanks_of(self.text, list).blanks.into(), Box::default(), true);
        };
        let (ListOfBlanks { blanks, strays }, uses, unknown) = (found.list, found.uses, found.unknown);
        let reported = self.reported();
        for &stray in &strays {
            let message = format!("`{}` can't be the name of a blank", self.at(stray));
            self.report(Diagnostic::new(Named::BlankName, stray, message).help(
                "names begin with a letter; the usual value may follow the name: `for lift, share 100%`",
            ));
        }
        if blanks.is_empty() && strays.is_empty() {
            let message = "this `for` names nothing that is left open";
            self.report(
                Diagnostic::new(Named::BlankName, list, message)
                    .help("name what a `do … with` fills in: `workout \"Wave\" for lift < lift 5x5 >`"),
            );
        }
        self.check_blank_names(&blanks);
        self.check_title(Span::new(start, list.start as usize), &blanks);
        if self.reported() == reported {
            self.check_blank_uses(&blanks, &uses);
            for place in unknown {
                self.report_unknown_in_braces(place, &blanks);
            }
        }
        (blanks.into(), uses.into(), self.reported() > reported)
    }

    fn check_blank_names(&mut self, blanks: &[Blank]) {
        if let Some(one_too_many) = blanks.get(MOST_BLANKS) {
            let message = format!("a workout has {MOST_BLANKS} blanks at most");
            self.report(Diagnostic::new(Named::TooLong, one_too_many.name, message));
        }
        for (number, blank) in blanks.iter().take(MOST_BLANKS).enumerate() {
            let name = self.at(blank.name);
            let same = |other: &&Blank| self.at(other.name).to_lowercase() == name.to_lowercase();
            if let Some(first) = blanks[..number].iter().find(same) {
                let message = format!("`{name}` is twice in this list");
                self.report(
                    Diagnostic::new(Named::BlankName, blank.name, message)
                        .here("the second")
                        .and_at(first.name, "the first")
                        .help("give one of them a name of its own"),
                );
            } else if !is_free(&name.to_lowercase()) {
                let message =
                    format!("`{name}` is a word of the language, so it can't be the name of a blank");
                let help = if name.eq_ignore_ascii_case("time") {
                    "for a workout for time, put it inside: `workout \"…\" < for time < … > >`".to_owned()
                } else {
                    format!("choose another word, such as `my-{}`", name.to_lowercase())
                };
                self.report(Diagnostic::new(Named::BlankName, blank.name, message).help(help));
            }
        }
    }

    /// Reports blanks in the title of a workout, which is what a `do` names it by, whatever is filled in.
    fn check_title(&mut self, title: Span, blanks: &[Blank]) {
        let written = self.at(title).to_lowercase();
        let found = blanks.iter().filter_map(|blank| {
            let braces = format!("{{{}}}", self.at(blank.name).to_lowercase());
            let at = title.start as usize + written.find(&braces)?;
            Some(Span::new(at, at + braces.len()))
        });
        let found: Vec<Span> = found.collect();
        for place in found {
            let message = format!("`{}` stays as it is in the name of the workout", self.at(place));
            self.report(
                Diagnostic::new(Named::BlankUse, place, message)
                    .help("write it in the title of its sessions: `workout \"…\" for … < title \"…\"; … >`"),
            );
        }
    }

    fn check_blank_uses(&mut self, blanks: &[Blank], uses: &[BlankUse]) {
        for (number, blank) in blanks.iter().enumerate() {
            let name = self.at(blank.name);
            let mut own = uses.iter().filter(|one| one.blank == number);
            let Some(first) = own.clone().next() else {
                let message = format!("nothing in this workout uses its blank `{name}`");
                self.report(
                    Diagnostic::new(Named::BlankUse, blank.name, message)
                        .help("write it where its value goes, or take it out of the list"),
                );
                continue;
            };
            let told =
                own.clone().find(|one| !matches!(one.takes, Takes::Value | Takes::Inside)).unwrap_or(first);
            let Some(other) = own.find(|one| !told.takes.goes_with(one.takes)) else { continue };
            let (is, was) = (other.takes.name(), told.takes.name());
            let message = format!("`{name}` is {is} here, and {was} before");
            self.report(
                Diagnostic::new(Named::BlankUse, other.span, message)
                    .here(is)
                    .and_at(told.span, was)
                    .help("a blank takes one kind of value: use two blanks"),
            );
        }
    }

    fn report_unknown_in_braces(&mut self, place: Span, blanks: &[Blank]) {
        let written = self.at(place);
        let message = format!("`{written}` is not a blank of this workout");
        let names: Vec<String> =
            blanks.iter().map(|blank| format!("`{{{}}}`", self.at(blank.name))).collect();
        let names = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let of_sessions = OF_SESSIONS.map(|word| format!("`{{{word}}}`")).join(", ");
        self.report(
            Diagnostic::new(Named::UnknownBlank, place, message)
                .help(format!("its blanks are {names}; a plan fills in {of_sessions}")),
        );
    }
}
