//! What could not be read, looked at again: what was probably meant, in the reader's words.

use super::Builder;
use super::block::BLOCK_WORDS;
use crate::diagnostic::{Diagnostic, Rule as Named};
use crate::source::Span;
use crate::syntax::tree::{Block, ListItem, RestAmount};

/// First words of options, for suggestions.
const OPTIONS: [&str; 9] =
    ["rounds", "work", "rest", "transition", "switch", "ladder", "until", "cap", "alternating"];

/// Words that a modifier begins with, for suggestions.
const MODIFIERS: [&str; 7] = ["per", "alternating", "right", "left", "tempo", "rest", "every"];

impl Builder<'_> {
    /// Reports what stands after a statement that should have ended.
    pub(super) fn left_over(&mut self, strays: &[Span]) {
        for run in self.runs(strays) {
            let text = self.at(run);
            if self.reserved_or_placeholder(run) {
                continue;
            }
            self.report(
                Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here")).help(
                    "this statement is complete before it; a new one begins after `;` or on a new line",
                ),
            );
        }
    }

    /// Reports what stands after a rest.
    pub(super) fn left_over_after_rest(&mut self, strays: &[Span], statement: Span, amount: &RestAmount) {
        let Some(run) = self.runs(strays).first().copied() else { return };
        let text = self.at(run);
        if text.to_ascii_lowercase().starts_with("between") {
            self.report(
                Diagnostic::new(Named::OutOfPlace, run, format!("`{text}` belongs in the header of a block"))
                    .help(format!(
                        "write it before the `<`: `circuit rounds 5 {} < … >`",
                        self.at(statement)
                    )),
            );
            return;
        }
        if matches!(amount, RestAmount::Bare) && text.starts_with(':') {
            let after = text.trim_start_matches(':').trim_start();
            self.report(
                Diagnostic::new(Named::KeywordForm, statement, "a rest is written without a colon")
                    .fix(statement, format!("rest {after}").trim_end().to_owned()),
            );
            return;
        }
        self.left_over(strays);
    }

    /// Reports the words of a header that are no option.
    pub(super) fn unknown_options(&mut self, strays: &[Span], block: &Block) {
        for run in self.runs(strays) {
            if self.reserved_or_placeholder(run) {
                continue;
            }
            let text = self.at(run);
            let first = text.split_whitespace().next().unwrap_or_default();
            let first_span = Span::new(run.start as usize, run.start as usize + first.len());
            let option = OPTIONS.iter().find(|option| option.eq_ignore_ascii_case(first));
            let mut diagnostic = match option {
                Some(option) => Diagnostic::new(
                    Named::MissingStatementPart,
                    run,
                    format!("`{option}` needs {} after it", needs(option)),
                ),
                None => {
                    Diagnostic::new(Named::UnknownOption, run, format!("`{text}` is no option of a block"))
                }
            };
            if option.is_none() {
                diagnostic = match nearest(first, OPTIONS) {
                    Some(near) => diagnostic.fix(first_span, near),
                    None if block.title.is_none() && block.options.is_empty() && block.amounts.is_empty() => {
                        diagnostic.help("a title stands in quotes").fix(run, format!("\"{text}\""))
                    }
                    None => diagnostic.help(format!("options are {}", list(&OPTIONS))),
                };
            }
            self.report(diagnostic);
        }
    }

    /// Reports a statement that does not begin with a movement's name.
    pub(super) fn report_nameless(&mut self, whole: Span, items: &[ListItem]) {
        let text = self.at(whole);
        if self.reserved_or_placeholder(whole) {
            return;
        }
        if let Some(mended) = reorder(text) {
            let message = format!("the movement comes first: `{mended}`");
            self.report(Diagnostic::new(Named::WordOrder, whole, message).fix(whole, mended));
            return;
        }
        let mut diagnostic = if items.is_empty() {
            Diagnostic::new(
                Named::Unreadable,
                whole,
                format!("`{text}` cannot be read as a step of a workout"),
            )
        } else {
            Diagnostic::new(
                Named::MissingStatementPart,
                whole,
                format!("`{text}` is a dose without a movement"),
            )
        };
        diagnostic =
            diagnostic.help("a step is a movement with its dose: `squat 30s`, `push-up 10`, `run 400m`");
        self.report(diagnostic);
    }

    /// Reports signs in a name that only a quoted name can hold. False where the statement can't be used.
    pub(super) fn check_name(&mut self, name: Span, statement: Span, strays: &[Span]) -> bool {
        let text = self.at(name);
        if let Some(word) = text.split(' ').next().and_then(|word| word.strip_suffix(':'))
            && is_keyword(word)
        {
            let whole = self.at(statement);
            let mended = whole.replacen(':', "", 1);
            let colon = name.start as usize + word.len();
            self.report(
                Diagnostic::new(
                    Named::KeywordForm,
                    Span::new(name.start as usize, colon + 1),
                    format!("`{word}` is written without a colon: `{mended}`"),
                )
                .fix(Span::new(colon, colon + 1), ""),
            );
            return false;
        }
        let bad = text.char_indices().find(|&(_, c)| !(is_name_character(c) || c == ' '));
        let joined = strays
            .first()
            .filter(|stray| self.text[name.end as usize..stray.start as usize].trim().is_empty());
        let Some((at, sign)) = bad else {
            if let Some(stray) = joined
                && let Some(sign) = self.at(*stray).chars().next()
                && !sign.is_alphanumeric()
                && !is_placeholder(self.at(*stray))
                && sign != '$'
                && sign != '\''
            {
                let whole = self.at(name.to(*strays.last().unwrap_or(stray)));
                self.report(
                    Diagnostic::new(
                        Named::NameCharacter,
                        *stray,
                        format!("`{sign}` can't stand in a movement's name, unless the name is in quotes"),
                    )
                    .help(format!("write the name in quotes: `\"{whole}\"`")),
                );
                return false;
            }
            return true;
        };
        let place = Span::new(name.start as usize + at, name.start as usize + at + sign.len_utf8());
        if sign == '$' {
            self.report(Diagnostic::new(Named::Reserved, place, "`$` is not yet part of the language"));
            return false;
        }
        if self.reserved_or_placeholder(Span::new(name.start as usize + at, name.end as usize)) {
            return false;
        }
        self.report(
            Diagnostic::new(
                Named::NameCharacter,
                place,
                format!("`{sign}` can't stand in a movement's name, unless the name is in quotes"),
            )
            .help(format!("write the name in quotes: `\"{text}\"`")),
        );
        false
    }

    /// Reports what a movement statement holds that is no dose and no modifier.
    pub(super) fn left_over_in_movement(
        &mut self,
        strays: &[Span],
        name: Span,
        dose: Option<Span>,
        whole: Span,
    ) {
        for run in self.runs(strays) {
            if self.reserved_or_placeholder(run) {
                continue;
            }
            let text = self.at(run);
            let first = text.split_whitespace().next().unwrap_or_default();
            let first_span = Span::new(run.start as usize, run.start as usize + first.len());
            let after_dose = dose.filter(|dose| dose.end == run.start);
            let target = ["rpe", "rir", "zone", "slope", "bodyweight", "bw", "easy", "moderate", "hard"];
            if let Some(dose) = after_dose
                && let Some(mark) = text.chars().next().filter(|mark| matches!(mark, '\'' | '’' | '′'))
            {
                let number = self.at(dose);
                let place = Span::new(run.start as usize, run.start as usize + mark.len_utf8());
                self.report(
                    Diagnostic::new(Named::UnknownUnit, place, "this mark may mean minutes or feet")
                        .help(format!("write `{number}min` for minutes, `{number}ft` for feet")),
                );
            } else if let Some(dose) = after_dose.filter(|_| text.starts_with(['-', '–'])) {
                let ladder = self.at(dose.to(run));
                let movement = self.at(name);
                self.report(
                    Diagnostic::new(
                        Named::WordOrder,
                        dose.to(run),
                        format!("`{ladder}` is a ladder, which belongs in the header of a block"),
                    )
                    .help(format!(
                        "write `for time ladder {ladder} < {movement} >`, with all its movements inside"
                    )),
                );
            } else if target.iter().any(|word| word.eq_ignore_ascii_case(first)) {
                self.report(
                    Diagnostic::new(Named::WordOrder, run, format!("`{text}` stands after `@`: `@ {text}`"))
                        .fix(Span::at(run.start as usize), "@ "),
                );
            } else if let Some(mended) = target_first(self.at(whole)) {
                self.report(
                    Diagnostic::new(Named::WordOrder, whole, format!("the movement comes first: `{mended}`"))
                        .fix(whole, mended),
                );
            } else if first.eq_ignore_ascii_case("to") {
                self.report(
                    Diagnostic::new(
                        Named::WordOrder,
                        run,
                        "a dose with two ends is written with a dash: `8-12`",
                    )
                    .help("`to` stands between two targets: `@ 110w to 180w`"),
                );
            } else {
                let mut diagnostic =
                    Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here"));
                diagnostic = match nearest(first, MODIFIERS) {
                    Some(near) => diagnostic.fix(first_span, near),
                    None => diagnostic
                        .help("after the dose stand `per leg`, `alternating`, `@ 24kg`, `tempo 3-1-1-0`, `rest 60s` or a \"cue\""),
                };
                self.report(diagnostic);
            }
        }
    }

    pub(super) fn report_late_dose(&mut self, dose: Span, modifier: Span) {
        let (dose_text, modifier_text) = (self.at(dose), self.at(modifier));
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                dose,
                format!("the dose comes right after the name: `{dose_text} {modifier_text}`"),
            )
            .fix(modifier.to(dose), format!("{dose_text} {modifier_text}")),
        );
    }

    pub(super) fn report_second_dose(&mut self, dose: Span) {
        let text = self.at(dose);
        self.report(
            Diagnostic::new(Named::Unreadable, dose, format!("`{text}` is a second dose"))
                .help("a movement has one dose; sets are written `5x5`, sets that differ `5 @ 65%, 5 @ 75%`"),
        );
    }

    /// Reports what is not yet part of the language, and `...`. False where it is neither.
    fn reserved_or_placeholder(&mut self, place: Span) -> bool {
        let text = self.at(place);
        if let Some(at) = text.find('$') {
            let at = place.start as usize + at;
            self.report(Diagnostic::new(
                Named::Reserved,
                Span::new(at, at + 1),
                "`$` is not yet part of the language",
            ));
            return true;
        }
        if let Some((at, sign)) = placeholder(text) {
            let at = place.start as usize + at;
            self.report(
                Diagnostic::new(
                    Named::Placeholder,
                    Span::new(at, at + sign.len()),
                    format!("`{sign}` stands for something that is still to be written"),
                )
                .help("write the rest of the workout in its place"),
            );
            return true;
        }
        false
    }

    /// Joins strays that only blanks part.
    fn runs(&self, strays: &[Span]) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for &stray in strays {
            match runs.last_mut() {
                Some(last) if self.text[last.end as usize..stray.start as usize].trim().is_empty() => {
                    last.end = stray.end;
                }
                Some(_) | None => runs.push(stray),
            }
        }
        runs
    }
}

fn placeholder(text: &str) -> Option<(usize, &str)> {
    ["...", "…"].iter().find_map(|sign| text.find(sign).map(|at| (at, &text[at..at + sign.len()])))
}

fn is_placeholder(text: &str) -> bool {
    placeholder(text).is_some()
}

/// What an option's first word needs.
fn needs(option: &str) -> &'static str {
    match option {
        "rounds" => "a number, such as `rounds 5`",
        "ladder" => "its rungs, such as `ladder 21-15-9`",
        "until" => "a text, such as `until \"you miss a minute\"`",
        "alternating" => "nothing",
        _ => "a time, such as `30s`",
    }
}

/// A letter of any script, a mark, a digit, a hyphen or an apostrophe.
pub(super) fn is_name_character(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '-' | '\'' | '’')
        || unicode_normalization::char::is_combining_mark(character)
        || character.is_whitespace()
}

/// Tells whether a word begins a statement of its own.
pub(super) fn is_keyword(word: &str) -> bool {
    const WORDS: [&str; 28] = [
        "title",
        "by",
        "source",
        "note",
        "cue",
        "why",
        "record",
        "until",
        "do",
        "use",
        "also",
        "easier",
        "harder",
        "movement",
        "athlete",
        "workout",
        "plan",
        "level",
        "rest",
        "every",
        "week",
        "weeks",
        "transition",
        "switch",
        "expect",
        "tags",
        "allow",
        "for",
    ];
    let is = |known: &&str| known.eq_ignore_ascii_case(word);
    WORDS.iter().any(|known| is(known)) || BLOCK_WORDS.iter().any(|(known, _)| is(known))
}

/// Turns `10 burpees`, `400m run`, `3 sets of 10 squats` into what is meant; none where that is not certain.
fn reorder(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_dose = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let name = |words: &[&str]| -> Option<String> {
        let good = !words.is_empty()
            && words
                .iter()
                .all(|word| word.starts_with(char::is_alphabetic) && word.chars().all(is_name_character));
        good.then(|| words.join(" "))
    };
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    match (lower.as_slice(), words.as_slice()) {
        ([sets, "set" | "sets", "of", dose, ..], [_, _, _, _, rest @ ..])
            if is_dose(sets) && is_dose(dose) =>
        {
            Some(format!("{} {sets}x{dose}", name(rest)?))
        }
        ([dose, ..], [_, rest @ ..]) if is_dose(dose) => Some(format!("{} {dose}", name(rest)?)),
        _ => None,
    }
}

/// Turns `zone 2 run 40min` into `run 40min @ zone 2`.
fn target_first(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [measure, figure, rest @ ..] = words.as_slice() else { return None };
    let measures = ["zone", "rpe", "rir"];
    let figure_reads = figure.starts_with(|c: char| c.is_ascii_digit());
    if rest.is_empty() || !figure_reads || !measures.iter().any(|known| known.eq_ignore_ascii_case(measure)) {
        return None;
    }
    let rest_reads = rest[0].starts_with(char::is_alphabetic);
    rest_reads.then(|| format!("{} @ {} {figure}", rest.join(" "), measure.to_lowercase()))
}

/// Returns the only known word within one edit of `word`; two neighbouring letters swapped count as one.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let mut near = known.into_iter().filter(|known| strsim::osa_distance(&known.to_lowercase(), &word) == 1);
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// Lists words for a sentence: `a`, `b` and `c`.
pub(crate) fn list(words: &[&str]) -> String {
    joined(words, "and")
}

/// Lists words for a question: `a`, `b` or `c`.
pub(crate) fn list_or(words: &[&str]) -> String {
    joined(words, "or")
}

fn joined(words: &[&str], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {conjunction} {last}", rest.join(", ")),
        None => String::new(),
    }
}
