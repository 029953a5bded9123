//! What is said aloud in another way than it is written: `60s rest`, `100 burpees for time`, `10 for 3 sets`.

use super::Builder;
use super::guess::{HALVES, begins_with_figure, reorder};
use super::movement::LeftOver;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::quantity::{Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::BlockWord;
use crate::syntax::unit;

impl Builder<'_> {
    /// Reports a statement without a name that says a rest, a block or only how often: `60s rest`,
    /// `100 burpees for time`, `3 rounds:`.
    pub(super) fn report_spoken(&mut self, whole: Span) -> bool {
        let text = self.at(whole);
        if let Some(time) = time_of_rest(text) {
            let mended = format!("rest {time}");
            let message = format!("`rest` comes first: `{mended}`");
            self.report(Diagnostic::new(Named::WordOrder, whole, message).fix(whole, mended));
            return true;
        }
        if let Some(movement) = without_end(text, " for time").and_then(reorder) {
            self.report_for_time(whole, &movement);
            return true;
        }
        let Some(number) = rounds_said(text) else { return false };
        self.report(
            Diagnostic::new(
                Named::MissingStatementPart,
                whole,
                "rounds stand in the header of a block, such as a circuit",
            )
            .help(format!("write `circuit rounds {number} <`, then what is done in each, then `>`")),
        );
        true
    }

    /// Reports `burpee 100 for time`, whose block stands around its movement.
    fn report_for_time(&mut self, whole: Span, movement: &str) {
        let mended = format!("for time < {movement} >");
        let message = format!("`for time` is a block, which stands around its movements: `{mended}`");
        self.report(Diagnostic::new(Named::WordOrder, whole, message).fix(whole, mended));
    }

    /// Reports what stands after a movement and is said otherwise than it is written. Returns whether there was such.
    pub(super) fn report_spoken_after(&mut self, run: Span, place: &LeftOver) -> bool {
        let text = self.at(run);
        let first = text.split(' ').next().unwrap_or_default();
        let after = text[first.len()..].trim_start();
        let before = &self.text[place.whole.start as usize..run.start as usize];
        if text.eq_ignore_ascii_case("for time") && run.end == place.whole.end {
            self.diagnostics.truncate(place.reported);
            self.report_for_time(place.whole, before.trim_end());
            return true;
        }
        if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).map(str::trim)
            && is_mass(inside)
        {
            let message = format!("a load stands after `@`, without brackets: `@ {inside}`");
            self.report(Diagnostic::new(Named::WordOrder, run, message).fix(run, format!("@ {inside}")));
            return true;
        }
        if first.eq_ignore_ascii_case("amrap") && before.trim_end().ends_with(['x', 'X', '×']) {
            self.diagnostics.truncate(place.reported);
            let word = Span::new(run.start as usize, run.start as usize + first.len());
            let message = "as many as you can in one set is written `max`";
            self.report(Diagnostic::new(Named::WordOrder, word, message).fix(word, "max"));
            return true;
        }
        if let Some(dose) = place.dose.filter(|dose| self.touch(*dose, run))
            && first.eq_ignore_ascii_case("for")
            && let Some(sets) = sets_said(after)
        {
            let (figure, both) = (self.at(dose), dose.to(run));
            self.diagnostics.truncate(place.reported);
            let diagnostic = Diagnostic::new(Named::WordOrder, both, "sets are written with an `x`");
            self.report(if is_one_bout(figure) {
                diagnostic.fix(both, format!("{sets}x{figure}"))
            } else {
                diagnostic.help("write how many sets first: `3x10`")
            });
            return true;
        }
        if self.report_late_rest(run, place) || self.report_said_max(run, place) {
            return true;
        }
        if text.eq_ignore_ascii_case("l/r") || text.eq_ignore_ascii_case("r/l") {
            let message = "one side, then the other, is written `per side`";
            self.report(Diagnostic::new(Named::Unreadable, run, message).fix(run, "per side"));
            return true;
        }
        if text.eq_ignore_ascii_case("times") && self.at(place.name).eq_ignore_ascii_case("repeat") {
            self.diagnostics.truncate(place.reported);
            let number = place.dose.map_or("3", |dose| self.at(dose));
            let message = "rounds stand in the header of a block, such as a circuit";
            self.report(Diagnostic::new(Named::Unreadable, place.whole, message).help(format!(
                "write `circuit rounds {number} <` before what is repeated, and `>` after it"
            )));
            return true;
        }
        if text.starts_with(':')
            && ["min", "minute"].iter().any(|one| one.eq_ignore_ascii_case(self.at(place.name)))
        {
            self.diagnostics.truncate(place.reported);
            let label = Span::new(place.whole.start as usize, run.start as usize + 1);
            let message = format!("`{}` is not written: the steps of an EMOM follow in turn", self.at(label));
            self.report(
                Diagnostic::new(Named::Unreadable, label, message)
                    .help("write `alternating` in the header, and each minute's step on a line of its own"),
            );
            return true;
        }
        if first.eq_ignore_ascii_case("both")
            && let Some(half) = HALVES.iter().find(|half| is_plural_of(after, half))
        {
            let message = format!("`{text}` may be one after the other, or at once");
            self.report(Diagnostic::new(Named::Unreadable, run, message).help(format!(
                "write `per {half}` for one after the other; what is done with both at once needs no word"
            )));
            return true;
        }
        if first.eq_ignore_ascii_case("to") && begins_with_target(after) && before.contains('@') {
            self.report_two_targets(run, after);
            return true;
        }
        false
    }

    /// Reports the `90s rest` of `squat 3x10 90s rest` and of `squat 3x10, 90s rest`.
    fn report_late_rest(&mut self, run: Span, place: &LeftOver) -> bool {
        let text = self.at(run);
        let Some(dose) = place.dose else { return false };
        // Behind a comma the time was read as one more set.
        let (said, before) = match text.eq_ignore_ascii_case("rest") {
            true if self.touch(dose, run) => {
                let before = self.text[place.name.end as usize..dose.start as usize].trim_end();
                let Some(before) = before.strip_suffix(',') else { return false };
                (dose.to(run), before)
            }
            true => return false,
            false => (run, self.text[place.name.end as usize..run.start as usize].trim_end()),
        };
        let Some(time) = time_of_rest(self.at(said)) else { return false };
        // A rest is between sets; where there are none, it is a step of its own.
        let rest = format!("{} rest {time}", if says_sets(before) { "" } else { ";" });
        let gap = Span::new(place.name.end as usize + before.len(), said.end as usize);
        self.diagnostics.truncate(place.reported);
        let message = format!("`rest` stands before its time: `rest {time}`");
        self.report(Diagnostic::new(Named::WordOrder, said, message).fix(gap, rest));
        true
    }

    /// Reports the `1RM` of `@ 85% 1RM` and `@ 85% of 1RM`: a percentage is of nothing else.
    fn report_said_max(&mut self, run: Span, place: &LeftOver) -> bool {
        let words = self.at(run).to_ascii_lowercase().replace([' ', '-'], "");
        let before = self.text[..run.start as usize].trim_end();
        if !["1rm", "of1rm", "ofa1rm", "ofmy1rm"].contains(&words.as_str()) || !before.ends_with('%') {
            return false;
        }
        self.diagnostics.truncate(place.reported);
        let cut = Span::new(before.len(), run.end as usize);
        let message = "a percentage is of the movement's one-rep max as it stands";
        self.report(Diagnostic::new(Named::Unreadable, run, message).fix(cut, ""));
        true
    }

    /// Reports `@ 50% of ftp to 70% of ftp`, which says twice what it is a percentage of.
    fn report_two_targets(&mut self, run: Span, after: &str) {
        let of = after.find(" of ").map(|at| &after[at..]);
        let before = self.text[..run.start as usize].trim_end();
        let twice = of.filter(|of| before.len() > of.len() && before.ends_with(of));
        if let Some(of) = twice {
            let start = before.len() - of.len();
            let place = Span::new(start + 1, run.end as usize);
            let cut = Span::new(start, before.len());
            let message = format!("`{}` is said once, behind both ends", of.trim_start());
            self.report(Diagnostic::new(Named::WordOrder, place, message).fix(cut, ""));
        } else {
            let message = "from one target to another has an amount at both ends, in one unit";
            self.report(
                Diagnostic::new(Named::WordOrder, run, message)
                    .help("write `@ 110w to 180w`, or `@ 50% to 70% of ftp`"),
            );
        }
    }

    /// Reports `Warm up:`, whose steps stand below it and not in it. False where `name` is no part of a workout.
    pub(super) fn report_part_with_colon(&mut self, name: Span) -> bool {
        let said = self.at(name).trim_end_matches([':', '=']).replace([' ', '-'], "").to_lowercase();
        let Some(word) = BlockWord::SPELLINGS.iter().find(|word| word.replace(' ', "") == said) else {
            return false;
        };
        let message = format!("what is done in a `{word}` stands between `<` and `>`");
        self.report(
            Diagnostic::new(Named::MissingOpen, name, message)
                .help(format!("write `{word} <`, then its steps, then `>` on a line of its own")),
        );
        true
    }

    /// Reports `warm up 10 min jog`, where it is not certain whether more follows.
    pub(super) fn report_part_with_step(&mut self, word: &str, inside: Span, whole: Span) {
        let step = self.at(inside);
        let step = reorder(step).unwrap_or_else(|| step.to_owned());
        let message = format!("what is done in a `{word}` stands between `<` and `>`");
        self.report(
            Diagnostic::new(Named::MissingOpen, whole, message)
                .help(format!("write `{word} < {step} >`, with `;` or a new line between its steps")),
        );
    }

    /// Tells whether the next line that holds anything is set in deeper than the one that a place stands in.
    pub(super) fn is_followed_by_deeper(&self, place: Span) -> bool {
        let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let start = self.text[..place.start as usize].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let after = self.text.get(place.end as usize..).unwrap_or_default();
        let next = after.split(['\n', '\r']).skip(1).find(|line| !line.trim().is_empty());
        next.is_some_and(|next| indent(next) > indent(&self.text[start..]))
    }
}

/// Returns the time of `60s rest`, `2 min rest`.
fn time_of_rest(text: &str) -> Option<&str> {
    let time = without_end(text, " rest")?.trim_end();
    let digits = time.find(|sign: char| !sign.is_ascii_digit() && sign != ':').unwrap_or(time.len());
    let (figure, word) = (&time[..digits], time[digits..].trim());
    let is_time = unit::read(word).is_some_and(|meaning| meaning.unit == Unit::Second);
    (begins_with_figure(figure) && (is_time || word.is_empty() && figure.contains(':'))).then_some(time)
}

/// Returns the number of `3 rounds:`, `5 rounds of`.
fn rounds_said(text: &str) -> Option<&str> {
    let mut words = text.trim_end_matches([':', ' ']).split_whitespace();
    let (number, word, of) = (words.next()?, words.next()?, words.next());
    let is_rounds = unit::is_said_for_rounds(word);
    let ends = of.is_none_or(|of| of.eq_ignore_ascii_case("of")) && words.next().is_none();
    (number.bytes().all(|byte| byte.is_ascii_digit()) && is_rounds && ends).then_some(number)
}

/// Returns the number of `3 sets`, `3 rounds`.
pub(super) fn sets_said(text: &str) -> Option<&str> {
    let (number, word) = text.split_once(' ')?;
    let is_sets = unit::is_said_for_rounds(word);
    (number.bytes().all(|byte| byte.is_ascii_digit()) && is_sets).then_some(number)
}

/// Tells whether sets are written in what follows a name: `3x10 @ 60kg`, `12, 10, 8`.
fn says_sets(text: &str) -> bool {
    let dose = text.split('@').next().unwrap_or_default();
    let follows_figure = |at: usize| dose[..at].trim_end().ends_with(|sign: char| sign.is_ascii_digit());
    text.contains(',') || dose.match_indices(['x', 'X', '×']).any(|(at, _)| follows_figure(at))
}

/// Tells whether a dose is a single amount, with no sets in it and no others beside it.
fn is_one_bout(dose: &str) -> bool {
    begins_with_figure(dose) && !dose.contains(['x', 'X', '×', ',', '+'])
}

/// Tells whether a figure or an effort stands first.
fn begins_with_target(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    begins_with_figure(text) || super::guess::is_target_word(first)
}

/// Tells whether a text is a load such as `24kg`, `24/16kg`.
fn is_mass(text: &str) -> bool {
    let unit =
        text.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '/')).trim();
    begins_with_figure(text) && unit::read(unit).is_some_and(|meaning| meaning.unit.kind() == Kind::Mass)
}

/// Tells whether a word is the plural of a half of the body, or the half itself.
fn is_plural_of(word: &str, half: &str) -> bool {
    let word = word.to_lowercase();
    word.strip_suffix('s').unwrap_or(&word) == half || half == "foot" && word == "feet"
}

/// Returns what stands before an end, whatever its case.
pub(super) fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(end.len())?;
    text.get(at..).is_some_and(|last| last.eq_ignore_ascii_case(end)).then(|| &text[..at])
}
