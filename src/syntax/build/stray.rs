//! What could not be read, looked at again: what was probably meant, in the reader's words.

use super::Builder;
use super::guess::{
    HALVES, MEASURES, MODIFIERS, Slashed, TEMPO, Unquoted, begins_with_figure, bulleted, cue_in_other_signs,
    is_filler, is_keyword, is_modifier, is_name_character, is_placeholder, is_target_word, labelled,
    placeholder, reorder, second_movement, slashed, target_first, time_of,
};
use super::movement::LeftOver;
use super::plan::is_day;
use crate::diagnostic::{Diagnostic, Rule as Named, list_or, nearest};
use crate::source::Span;
use crate::syntax::tree::{BlockWord, ListItem, RestAmount};
use crate::syntax::unit;
use crate::syntax::word::RESERVED;

/// The longest step that is looked for before words that are left over: `+1234.5kilograms` is shorter.
const LONGEST_STEP: usize = 24;

/// The longest line, in letters, that a dose on the next line is shown joined to: what fits a screen's line.
const LONGEST_LINE: usize = 110;

/// How far a rest is moved into the header of its block, in bytes: a few screens. What is moved is written out for each.
const LONGEST_MOVE: usize = 2_000;

impl Builder<'_> {
    /// Reports what stands after a statement that should have ended.
    pub(super) fn left_over(&mut self, strays: &[Span]) {
        for run in self.runs(strays) {
            let text = self.at(run);
            if self.reserved_or_placeholder(run) {
                continue;
            }
            let first = text.split_whitespace().next().unwrap_or_default();
            if is_keyword(text) {
                self.report_new_statement(run, first);
                continue;
            }
            if let Some(next) = text.strip_prefix(',').map(str::trim_start)
                && next.starts_with(char::is_alphabetic)
            {
                let comma = Span::new(run.start as usize, run.start as usize + 1);
                let message = "a comma ends no statement: `;` or a new line does";
                self.report(Diagnostic::new(Named::MissingSeparator, comma, message).fix(comma, ";"));
                continue;
            }
            self.report(
                Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here")).help(
                    "this statement is complete before it; a new one begins after `;` or on a new line",
                ),
            );
        }
    }

    /// Reports words whose first begins a statement, with nothing between it and the one before.
    fn report_new_statement(&mut self, run: Span, first: &str) {
        if self.report_needless_cue(run) {
            return;
        }
        let message = format!("`{first}` begins a statement of its own");
        self.report(
            Diagnostic::new(Named::MissingSeparator, run, message)
                .help("put `;` before it, or start a new line")
                .fix(self.blank_before(run), "; "),
        );
    }

    /// Reports `cue` before the words of a cue, which need none. Tells whether it was that.
    fn report_needless_cue(&mut self, run: Span) -> bool {
        let after = self.text.get(run.end as usize..).unwrap_or_default();
        let words = after.trim_start_matches([' ', '\t']);
        if !self.at(run).eq_ignore_ascii_case("cue") || !words.starts_with(['"', '“', '„', '”']) {
            return false;
        }
        let up_to_words = Span::new(run.start as usize, run.end as usize + after.len() - words.len());
        self.report(
            Diagnostic::new(Named::OutOfPlace, run, "a cue behind its movement needs no word before it")
                .fix(up_to_words, ""),
        );
        true
    }

    /// Reports what stands after a rest.
    pub(super) fn left_over_after_rest(&mut self, strays: &[Span], statement: Span, amount: &RestAmount) {
        let Some(run) = self.runs(strays).first().copied() else { return };
        let text = self.at(run);
        if text.eq_ignore_ascii_case("between sets") {
            let rest = self.at(Span::new(statement.start as usize, run.start as usize)).trim_end();
            self.report(
                Diagnostic::new(
                    Named::OutOfPlace,
                    statement,
                    "a rest between sets stands behind its movement",
                )
                .help(format!("write `squat 5x5 {rest}`")),
            );
            return;
        }
        if let Some(figure) = text.strip_prefix(['-', '−']).filter(|figure| begins_with_figure(figure)) {
            let message = format!("`{text}` is below zero: an amount is above zero");
            self.report(Diagnostic::new(Named::AbsurdAmount, run, message).fix(run, figure));
            return;
        }
        if text.to_ascii_lowercase().starts_with("between") {
            let diagnostic =
                Diagnostic::new(Named::OutOfPlace, run, format!("`{text}` belongs in the header of a block"))
                    .help(format!(
                        "write it before the `<`: `circuit rounds 5 {} < … >`",
                        self.at(statement)
                    ));
            self.report(match self.moved_to_header(text, statement) {
                Some((place, moved)) => diagnostic.fix(place, moved),
                None => diagnostic,
            });
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

    /// Returns what stands from the end of the header around up to the end of a rest between rounds or movements, with
    /// that rest in the header.
    fn moved_to_header(&self, between: &str, rest: Span) -> Option<(Span, String)> {
        let words: Vec<String> = between.split_whitespace().map(str::to_lowercase).collect();
        let is_whole =
            matches!(words.as_slice(), [_, last] if ["rounds", "movements"].contains(&last.as_str()));
        let header = self.header_around.filter(|_| is_whole)?;
        let before = self.text.get(header..rest.start as usize).filter(|text| text.len() <= LONGEST_MOVE)?;
        let before = before.trim_end().trim_end_matches(';').trim_end();
        Some((Span::new(header, rest.end as usize), format!(" {}{before}", self.at(rest))))
    }

    /// Reports the `rpe` of `@ 8 rpe`, which stands before its figure.
    fn report_measure_after_figure(&mut self, run: Span) -> bool {
        let measure = self.at(run).to_lowercase();
        let before = self.text[..run.start as usize].trim_end_matches(' ');
        let digits = before.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-'));
        let figure = &before[digits.len()..];
        let is_target = digits.trim_end().ends_with('@') || digits.ends_with("and ");
        if !MEASURES.contains(&measure.as_str()) || !begins_with_figure(figure) || !is_target {
            return false;
        }
        let place = Span::new(digits.len(), run.end as usize);
        let message = format!("`{measure}` stands before its figure: `@ {measure} {figure}`");
        self.report(
            Diagnostic::new(Named::WordOrder, place, message).fix(place, format!("{measure} {figure}")),
        );
        true
    }

    /// Reports a statement that does not begin with a movement's name.
    pub(super) fn report_nameless(&mut self, whole: Span, items: &[ListItem]) {
        let text = self.at(whole);
        if self.reserved_or_placeholder(whole) {
            return;
        }
        if let Some((bullet, step)) = bulleted(text) {
            let place = Span::new(whole.start as usize, whole.end as usize - step.len());
            self.report(
                Diagnostic::new(
                    Named::Unreadable,
                    place,
                    format!("a step stands without `{bullet}` before it"),
                )
                .fix(place, ""),
            );
            return;
        }
        if text.starts_with("//") || text.starts_with("/*") {
            let place = Span::new(whole.start as usize, whole.start as usize + 2);
            self.report(
                Diagnostic::new(Named::Unreadable, place, "a comment begins with `#`").fix(place, "#"),
            );
            return;
        }
        if self.report_spoken(whole) {
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
        let joined = self.joined_to_line_before(whole).filter(|_| !items.is_empty());
        diagnostic = match joined {
            Some(joined) => diagnostic.help(format!("sets of one movement stand on its line: `{joined}`")),
            None if text.contains('@') => diagnostic.help(format!(
                "a step is a movement with its dose; sets of one movement stand on one line: `back squat 5 @ 75%, {}`",
                one_set(text)
            )),
            None => {
                diagnostic.help("a step is a movement with its dose: `squat 30s`, `push-up 10`, `run 400m`")
            }
        };
        self.report(diagnostic);
    }

    /// Returns the line before a dose without a movement, with that dose as one more of its sets: `1x3 @ 85%` below
    /// `back squat 1x5 @ 75% rest 3min`.
    fn joined_to_line_before(&self, dose: Span) -> Option<String> {
        let lines = self.text[..dose.start as usize].trim_end_matches([' ', '\t']);
        let above = lines.strip_suffix(['\n', '\r'])?.trim_end();
        let tail = above.char_indices().rev().map(|(at, _)| at).take(LONGEST_LINE).last()?;
        let line = match above[tail..].rfind(['\n', '\r']) {
            Some(end) => &above[tail + end + 1..],
            None if tail == 0 => above,
            None => return None,
        };
        let line = line.trim_start();
        let is_step = line.starts_with(char::is_alphabetic)
            && !is_keyword(line)
            && !line.contains(['<', '>', ';', '#', '"', '{', '}', '“', '”', '„']);
        if !is_step {
            return None;
        }
        let own = one_set(self.at(dose));
        let at = line.split(' ').position(begins_with_figure);
        let Some(at) = at else { return Some(format!("{line} {own}")) };
        let words: Vec<&str> = line.split(' ').collect();
        let (name, rest) = words.split_at(at);
        let end = rest.iter().position(|word| is_modifier(word)).unwrap_or(rest.len());
        let (sets, modifiers) = rest.split_at(end);
        // Either all sets of a list have their load or none has.
        if sets.contains(&"@") != own.contains('@') {
            return None;
        }
        let mut joined = format!("{} {}, {own}", name.join(" "), one_set(&sets.join(" ")));
        if !modifiers.is_empty() {
            joined.push(' ');
            joined.push_str(&modifiers.join(" "));
        }
        Some(joined)
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
                && self.report_sign_before_dose(name, *stray, statement)
            {
                return false;
            }
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
            self.report_reserved(place, "$");
            return false;
        }
        if matches!(sign, ':' | '=') && at + 1 == text.len() {
            if self.report_part_with_colon(name) {
                return false;
            }
            self.report(
                Diagnostic::new(
                    Named::NameCharacter,
                    place,
                    format!("no `{sign}` stands after a movement's name"),
                )
                .fix(place, ""),
            );
            return false;
        }
        if self.reserved_or_placeholder(Span::new(name.start as usize + at, name.end as usize)) {
            return false;
        }
        if let Some(step) = labelled(text) {
            let cut = Span::new(name.start as usize, name.end as usize - step.len());
            let words = self.at(cut).trim_end();
            let label = Span::new(name.start as usize, name.start as usize + words.len());
            let message = format!("a step stands without `{words}` before it");
            self.report(
                Diagnostic::new(Named::NameCharacter, label, message)
                    .help("sheets label the movements of a `superset` A1, A2 and so on by themselves")
                    .fix(cut, ""),
            );
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

    /// Reports a sign between a name and its dose, such as `squat: 10`, `squat - 10`, `squat -5`.
    fn report_sign_before_dose(&mut self, name: Span, stray: Span, statement: Span) -> bool {
        let text = self.at(stray);
        let after = self.text[stray.end as usize..statement.end as usize].trim_start();
        if let Some(figure) = text.strip_prefix(['-', '−']).filter(|figure| begins_with_figure(figure)) {
            let message = format!("`{text}` is below zero: an amount is above zero");
            self.report(Diagnostic::new(Named::AbsurdAmount, stray, message).fix(stray, figure));
            return true;
        }
        if let Some(other) = text.strip_prefix('/').filter(|other| other.starts_with(char::is_alphabetic)) {
            let (first, whole) = (self.at(name), self.at(name.to(stray)));
            self.report(
                Diagnostic::new(Named::NameCharacter, stray, "`/` joins no movements")
                    .help(format!(
                        "write `{first} or {other}` if one of them is done; a name with a `/` stands in quotes: `\"{whole}\"`"
                    )),
            );
            return true;
        }
        if matches!(text, ":" | "=" | "-" | "–" | "—" | "*" | "x") && begins_with_figure(after) {
            self.report(
                Diagnostic::new(
                    Named::NameCharacter,
                    stray,
                    format!("no `{text}` stands between a movement and its dose"),
                )
                .fix(self.blank_before(stray).to(stray), ""),
            );
            return true;
        }
        false
    }

    /// Reports what a movement statement holds that is no dose and no modifier, run by run. False where the statement
    /// can't be used.
    pub(super) fn left_over_in_movement(&mut self, strays: &[Span], place: &LeftOver) -> bool {
        for run in self.runs(strays) {
            if self.reserved_or_placeholder(run) {
                continue;
            }
            let text = self.at(run);
            let first = text.split_whitespace().next().unwrap_or_default();
            let first_span = Span::new(run.start as usize, run.start as usize + first.len());
            let after = text[first.len()..].trim_start();
            let after_dose = place.dose.filter(|dose| self.touch(*dose, run));
            if let Some(comma) = place.comma.filter(|comma| comma.end <= run.start) {
                self.report_no_list(comma, run, place);
                return true;
            }
            if strays.first().is_some_and(|first| first.start == run.start)
                && let Some(mended) = target_first(self.at(place.whole))
            {
                self.diagnostics.truncate(place.reported);
                self.report(
                    Diagnostic::new(
                        Named::WordOrder,
                        place.whole,
                        format!("the movement comes first: `{mended}`"),
                    )
                    .fix(place.whole, mended),
                );
                return false;
            }
            if self.report_missing_first_quote(run, place) || self.report_late_sets(run, place) {
                return false;
            }
            if begins_with_figure(text) && self.report_misspelt_measure(run) {
                return false;
            }
            if self.report_measure_after_figure(run) || self.report_spoken_after(run, place) {
                return false;
            }
            if after_dose.is_some_and(|dose| self.report_slashed_sets(dose, place)) {
                return false;
            }
            if let Some(dose) = after_dose
                && let Some(can_be_used) = self.report_after_dose(dose, run, first, after, place)
            {
                if !can_be_used {
                    return false;
                }
                continue;
            }
            if is_target_word(first) {
                self.report(
                    Diagnostic::new(Named::WordOrder, run, format!("`{text}` stands after `@`: `@ {text}`"))
                        .fix(Span::at(run.start as usize), "@ "),
                );
            } else if ["at", "with"].iter().any(|word| word.eq_ignore_ascii_case(first))
                && (begins_with_figure(after) || is_target_word(after.split(' ').next().unwrap_or_default()))
            {
                self.report(
                    Diagnostic::new(
                        Named::WordOrder,
                        run,
                        format!("how hard it is stands after `@`: `@ {after}`"),
                    )
                    .fix(first_span, "@"),
                );
            } else if first.eq_ignore_ascii_case("tempo") {
                let message = if after.is_empty() {
                    "a tempo says how fast, and this one does not".to_owned()
                } else {
                    format!("`{after}` is no tempo")
                };
                self.report(Diagnostic::new(Named::BadTempo, run, message).help(TEMPO));
            } else if self.ends_in_step(run) && ["each", "every", "per", "a"].contains(&first) {
                self.report_unturned_step(run, first_span, after);
                return false;
            } else if ["per", "each"].iter().any(|word| word.eq_ignore_ascii_case(first)) {
                self.report_unknown_half(run, after);
            } else if ["+", "-", "−"].contains(&first) && begins_with_figure(after) {
                let blank = Span::new(first_span.end as usize, run.end as usize - after.len());
                self.report(
                    Diagnostic::new(
                        Named::WordOrder,
                        run,
                        format!("a sign touches its figure: `{first}{after}`"),
                    )
                    .fix(blank, ""),
                );
            } else if is_keyword(first) && !begins_with_figure(text) {
                self.report_new_statement(run, first);
                return true;
            } else if let Some(near) = nearest(first, MODIFIERS) {
                if near == "tempo" {
                    self.forget_reversed_ranges(run);
                }
                let message = format!("`{first}` is not known; it is spelt `{near}`");
                self.report(Diagnostic::new(Named::Unreadable, first_span, message).fix(first_span, near));
            } else if let Some(near) = self.misspelt_unit(run, first) {
                let message = format!("`{first}` is no unit that is known here");
                self.report(Diagnostic::new(Named::UnknownUnit, first_span, message).fix(first_span, near));
                return false;
            } else if let Some(movement) = second_movement(text) {
                self.report_second_movement(run, movement);
                return true;
            } else if let Some((whole, joined)) = place.dose.and_then(|dose| self.parted_time(dose, run)) {
                let message = format!("a time of two parts is written without blanks: `{joined}`");
                self.report(Diagnostic::new(Named::MalformedNumber, whole, message).fix(whole, joined));
            } else if begins_with_figure(text) || text.eq_ignore_ascii_case("max") {
                self.report_second_dose(run, place);
            } else if is_filler(text) {
                self.report(
                    Diagnostic::new(Named::Unreadable, run, format!("`{text}` is not needed here"))
                        .fix(self.blank_before(run).to(run), ""),
                );
            } else if self.is_half_of_side(run, first) {
                let message = "a side is `right` or `left` alone";
                self.report(
                    Diagnostic::new(Named::Unreadable, run, message).fix(self.blank_before(run).to(run), ""),
                );
            } else if text.eq_ignore_ascii_case("between sets") {
                self.report(
                    Diagnostic::new(Named::Unreadable, run, "a rest behind sets is between them already")
                        .fix(self.blank_before(run).to(run), ""),
                );
            } else if text.chars().all(|sign| sign.is_ascii_punctuation()) {
                self.report(
                    Diagnostic::new(Named::Unreadable, run, format!("no `{text}` stands here"))
                        .fix(self.blank_before(run).to(run), ""),
                );
            } else if let Some(cue) = cue_in_other_signs(text) {
                let blank = if self.blank_before(run).is_empty() { " " } else { "" };
                self.report(
                    Diagnostic::new(Named::Unreadable, run, "a cue stands in quotes")
                        .fix(run, format!("{blank}\"{cue}\"")),
                );
            } else if text.chars().all(|sign| is_name_character(sign) && !sign.is_ascii_digit()) {
                self.report(
                    Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here"))
                        .help(format!("words that say how are a cue, in quotes: `\"{text}\"`; a name stands whole before its dose")),
                );
            } else {
                self.report(
                    Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here"))
                        .help("a cue stands in quotes; after the dose stand `per leg`, `alternating`, `@ 24kg`, `tempo 3-1-1-0`, `rest 60s` or a \"cue\""),
                );
            }
        }
        true
    }

    /// Returns where `1 min 30 sec` stands, and how it is written.
    fn parted_time(&self, dose: Span, run: Span) -> Option<(Span, String)> {
        let part = |text: &str| {
            let (_, unit) = time_of(text)?;
            Some((text.replace(' ', ""), unit.thousandths))
        };
        let (first, length) = part(self.at(dose))?;
        let (second, shorter) = part(self.at(run))?;
        let is_time = self.touch(dose, run) && shorter < length;
        is_time.then(|| (dose.to(run), format!("{first}{second}")))
    }

    /// Takes back what was said last of a range that is none, since the word before it is misspelt.
    pub(super) fn forget_reversed_ranges(&mut self, run: Span) {
        while self.diagnostics.last().is_some_and(|last| {
            last.rule == Named::ReversedRange && run.start <= last.span().start && last.span().end <= run.end
        }) {
            self.diagnostics.pop();
        }
    }

    /// Reports `@ zoen 2`, whose figure was left over since its word is none that a figure follows.
    fn report_misspelt_measure(&mut self, run: Span) -> bool {
        let before = self.text[..run.start as usize].trim_end_matches(' ');
        let start = before.trim_end_matches(char::is_alphabetic).len();
        let (word, place) = (&before[start..], Span::new(start, before.len()));
        let lead = before[..start].trim_end_matches(' ');
        let is_target = lead.ends_with('@') || lead.ends_with(" and");
        let Some(near) = nearest(word, MEASURES.iter().copied()).filter(|_| is_target) else { return false };
        self.report(
            Diagnostic::new(
                Named::UnknownTarget,
                place,
                format!("`{word}` is no load, no pace and no effort that is known"),
            )
            .fix(place, near),
        );
        true
    }

    /// Returns the unit that is meant by a word after a bare figure: `140 bmp`, `400 metrs`.
    fn misspelt_unit(&self, run: Span, word: &str) -> Option<&'static str> {
        let before = self.text[..run.start as usize].trim_end_matches(' ');
        let is_bare = before.ends_with(|sign: char| sign.is_ascii_digit());
        is_bare.then(|| unit::meant(word)).flatten()
    }

    /// Reports what is left over right after a dose, where the two together have a meaning. Returns whether
    /// the statement can be used all the same; none where they have none.
    fn report_after_dose(
        &mut self,
        dose: Span,
        run: Span,
        first: &str,
        after: &str,
        place: &LeftOver,
    ) -> Option<bool> {
        let (figure, text) = (self.at(dose), self.at(run));
        if let Some(mark) =
            text.chars().next().filter(|mark| matches!(mark, '\'' | '’' | '′') && dose.end == run.start)
        {
            let mark = Span::new(run.start as usize, run.start as usize + mark.len_utf8());
            self.report(
                Diagnostic::new(Named::UnknownUnit, mark, "this mark may mean minutes or feet")
                    .help(format!("write `{figure}min` for minutes, `{figure}ft` for feet")),
            );
            return Some(false);
        }
        if text.starts_with(['-', '–']) && dose.end == run.start {
            // The first two rungs were read as a range that runs backwards.
            self.diagnostics.truncate(place.reported);
            let (ladder, movement) = (self.at(dose.to(run)), self.at(place.name));
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
            return Some(true);
        }
        if ["set", "sets"].iter().any(|word| word.eq_ignore_ascii_case(first.trim_end_matches(','))) {
            let bout = after.trim_start_matches("of ").trim_start_matches("x ").trim_start();
            let diagnostic = Diagnostic::new(Named::WordOrder, dose.to(run), "sets are written with an `x`");
            self.report(if let Some((one, other)) = figure.split_once(['x', 'X', '×']) {
                let (one, other) = (one.trim(), other.trim());
                if one.contains(char::is_alphabetic) {
                    // `10 reps x 3 sets`
                    diagnostic.fix(dose.to(run), format!("{other}x{one}"))
                } else {
                    diagnostic.help(format!(
                        "write `{one}x{other}` for {one} sets of {other}, `{other}x{one}` for {other} sets of {one}"
                    ))
                }
            } else if begins_with_figure(bout) || bout.eq_ignore_ascii_case("max") {
                diagnostic.fix(dose.to(run), format!("{figure}x{bout}"))
            } else {
                diagnostic
                    .help(format!("say what one set is: `{figure}x10`, `{figure}x30s`, `{figure}x max`"))
            });
            return Some(false);
        }
        if text.eq_ignore_ascii_case("times") {
            self.report(
                Diagnostic::new(Named::Unreadable, run, "repetitions are a plain number, or `reps`")
                    .fix(run, "reps"),
            );
            return Some(true);
        }
        if first.eq_ignore_ascii_case("to") {
            let diagnostic = Diagnostic::new(
                Named::WordOrder,
                dose.to(run),
                "a dose with two ends is written with a dash",
            );
            self.report(if begins_with_figure(after) && !after.contains(' ') {
                diagnostic.fix(dose.to(run), format!("{figure}-{after}"))
            } else {
                diagnostic.help("write `8-12`; `to` stands between two targets: `@ 110w to 180w`")
            });
            return Some(true);
        }
        if ["in", "under", "within"].iter().any(|word| word.eq_ignore_ascii_case(first))
            && begins_with_figure(after)
        {
            self.report(
                Diagnostic::new(Named::Unreadable, run, format!("`{text}` cannot be read here"))
                    .help("how fast it is goes after `@`, as the time for a distance: `run 5km @ 5:00/km`"),
            );
            return Some(true);
        }
        None
    }

    /// Reports `5/3/1 @ 65/75/85%`: sets that differ, which are a list.
    fn report_slashed_sets(&mut self, dose: Span, place: &LeftOver) -> bool {
        // What was read of it is a range or two figures, and begins where it does.
        let start = dose.start as usize;
        let Some(written) = self.text.get(start..place.whole.end as usize) else { return false };
        let Some(Slashed { length, list, is_certain }) = slashed(written) else { return false };
        let sets = Span::new(start, start + length);
        self.diagnostics.truncate(place.reported);
        let diagnostic = Diagnostic::new(Named::BadList, sets, "sets that differ have commas between them");
        self.report(if is_certain {
            diagnostic.fix(sets, list)
        } else {
            let loads: Vec<String> = list.split(", ").map(|set| format!("{set} @ …")).collect();
            diagnostic.help(format!(
                "write `{} {list}`, or each with how hard it is: `{}`",
                self.at(place.name),
                loads.join(", ")
            ))
        });
        true
    }

    /// Reports what follows a comma that no set of the list could.
    fn report_no_list(&mut self, comma: Span, run: Span, place: &LeftOver) {
        let text = self.at(run);
        let first = text.split_whitespace().next().unwrap_or_default();
        let message = "a comma stands between sets that differ, and this is no set";
        if is_target_word(first) || text.starts_with('@') {
            let end = place.whole.end as usize;
            let rest = self.text[run.start as usize..end].trim_start_matches('@').trim();
            let blanks = Span::new(comma.start as usize, run.start as usize);
            self.diagnostics.truncate(place.reported);
            self.report(
                Diagnostic::new(
                    Named::BadList,
                    comma,
                    format!("two targets are joined by `and`: `and {rest}`"),
                )
                .fix(blanks, " and "),
            );
            return;
        }
        let diagnostic = Diagnostic::new(
            Named::BadList,
            Span::new(comma.start as usize, comma.start as usize + 1),
            message,
        );
        self.report(if first.starts_with(char::is_alphabetic) && !is_modifier(first) {
            let step = "a new step begins after `;` or on a new line";
            if !text.split_whitespace().any(begins_with_figure) {
                // `3x15, slow` says how, `squat 10, lunge` may say what.
                let words = text.replace(['"', '\\'], "");
                return self
                    .report(diagnostic.help(format!("{step}; words that say how are a cue: `\"{words}\"`")));
            }
            diagnostic.help(step).fix(Span::new(comma.start as usize, comma.start as usize + 1), ";")
        } else {
            diagnostic.help("sets that differ are written `5 @ 65%, 5 @ 75%`")
        });
    }

    /// Reports a step that does not say at which turn it is added.
    fn report_unturned_step(&mut self, run: Span, first: Span, turn: &str) {
        let turns = ["set", "round", "session", "week"];
        let diagnostic = Diagnostic::new(
            Named::LoneStep,
            run,
            format!("`{}` does not say when the step is added", self.at(run)),
        );
        self.report(if turns.contains(&turn) {
            diagnostic.fix(first, "each")
        } else {
            diagnostic.help("write `each set`, `each round`, `each session` or `each week`")
        });
    }

    /// Reports a `per` of nothing that has two sides.
    fn report_unknown_half(&mut self, run: Span, half: &str) {
        let text = self.at(run);
        let place = Span::new(run.end as usize - half.len(), run.end as usize);
        if let Some(near) = nearest(half, HALVES.iter().copied()).or(Some("foot").filter(|_| half == "feet"))
        {
            let per = text[..text.len() - half.len()].trim_end();
            let message = format!("`{text}` is written `{per} {near}`");
            self.report(Diagnostic::new(Named::Unreadable, run, message).fix(place, near));
            return;
        }
        let message = if half.is_empty() {
            format!("`{text}` what?")
        } else {
            format!("`{half}` is nothing that a body has on two sides")
        };
        self.report(
            Diagnostic::new(Named::Unreadable, run, message)
                .help(format!("write `per` and then {}", list_or(HALVES))),
        );
    }

    /// Reports the `x 3` of `split squat 10 per leg x 3`: how many sets there are stands before what each is.
    fn report_late_sets(&mut self, run: Span, place: &LeftOver) -> bool {
        let sets = self.at(run).strip_prefix(['x', 'X', '×']).map(str::trim);
        let Some(sets) = sets.filter(|sets| sets.parse::<u32>().is_ok()) else { return false };
        let Some(dose) = place.dose.filter(|dose| dose.end <= run.start) else { return false };
        if self.at(dose).contains(['x', 'X', '×']) {
            return false;
        }
        let all = Span::new(dose.start as usize, run.end as usize);
        let each = self.at(Span::new(dose.start as usize, run.start as usize)).trim_end();
        let mended = format!("{sets}x{each}");
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                run,
                format!("sets stand before what each of them is: `{mended}`"),
            )
            .fix(all, mended),
        );
        true
    }

    /// Reports a movement that begins where another has not ended.
    fn report_second_movement(&mut self, run: Span, movement: &str) {
        let joined = Span::new(run.start as usize, run.end as usize - movement.len());
        let diagnostic = Diagnostic::new(
            Named::MissingSeparator,
            Span::new(joined.end as usize, run.end as usize),
            "a new step begins here",
        );
        self.report(if joined.is_empty() {
            diagnostic
                .help("put `;` before it, or start a new line")
                .fix(self.blank_before(run), "; ")
        } else {
            diagnostic.help(format!(
                "put `;` in the place of `{}`; what is done without a break is a `superset`, what one may choose is joined by `or`",
                self.at(joined).trim()
            ))
        });
    }

    /// Tells whether `leg` stands after `right` or `left`.
    fn is_half_of_side(&self, place: Span, word: &str) -> bool {
        let before = self.text[..place.start as usize].trim_end_matches(' ');
        let ends_in = |side: &str| {
            let at = before.len().saturating_sub(side.len());
            before.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(side))
        };
        HALVES.iter().any(|half| half.eq_ignore_ascii_case(word)) && (ends_in(" right") || ends_in(" left"))
    }

    /// Excuses the `>` that is missing because a `<` is there without a block, or since a day was not closed.
    pub(super) fn excuse_closes_of(&mut self, statement: Span, open: usize, unclosed: bool) {
        let header = self.text[statement.start as usize..open].trim();
        let doubled = self.text[..statement.start as usize].trim_end_matches(' ').ends_with(['<', '{']);
        let first = header.split_whitespace().next().unwrap_or_default();
        if header.is_empty() && (unclosed || doubled) || is_day(first) && !unclosed {
            self.excused_closes += 1;
        }
    }

    /// Returns the blanks before a place.
    pub(super) fn blank_before(&self, place: Span) -> Span {
        let start = place.start as usize;
        let blanks = self.text[..start].bytes().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        Span::new(start - blanks, start)
    }

    /// Tells whether nothing but blanks parts two places.
    pub(super) fn touch(&self, before: Span, after: Span) -> bool {
        self.text
            .get(before.end as usize..after.start as usize)
            .is_some_and(|between| between.chars().all(char::is_whitespace))
    }

    /// Tells whether a step such as `+2.5kg` stands right before a place.
    fn ends_in_step(&self, place: Span) -> bool {
        let before = self.text[..place.start as usize].trim_end_matches(' ');
        let start = before.len().saturating_sub(LONGEST_STEP);
        let tail = before.char_indices().rev().map(|(at, _)| at).take_while(|&at| at >= start).last();
        let word = tail.map_or("", |at| &before[at..]).rsplit([' ', '\n']).next().unwrap_or_default();
        let figure = word.trim_start_matches(['+', '-', '−', '–']);
        figure.len() < word.len() && begins_with_figure(figure)
    }

    /// Tells whether a statement begins with a word that is kept for later: `partner "…"`, `station 3`.
    pub(super) fn is_reserved_statement(&self, name: Span, whole: Span) -> bool {
        // An empty name in quotes may end behind its statement's last word.
        let after = self.text.get(name.end as usize..whole.end as usize).unwrap_or_default();
        let after = after.trim_start_matches(' ');
        RESERVED.iter().any(|word| word.eq_ignore_ascii_case(self.at(name)))
            && after.starts_with(|next: char| {
                next.is_ascii_digit() || matches!(next, '"' | '“' | '„' | '<' | '{')
            })
    }

    pub(super) fn report_reserved(&mut self, place: Span, words: &str) {
        self.report(
            Diagnostic::new(Named::Reserved, place, format!("`{words}` is not yet part of the language"))
                .help("it is kept for later; say it in a `note \"…\"` until then"),
        );
    }

    /// Reports a statement that begins with `title` and the like, when its text stands without quotes. It stands in
    /// the place of all that was said of it before.
    pub(super) fn is_other_statement(&mut self, whole: Span, reported: usize) -> bool {
        let text = self.at(whole);
        let first = text.split([' ', ',', ':']).next().unwrap_or_default();
        let word = first.replace('-', "").to_lowercase();
        if BlockWord::SPELLINGS.contains(&word.as_str()) && !text.contains('$') && !is_placeholder(text) {
            let inside = text[first.len()..].trim_start_matches([':', ' ']);
            self.diagnostics.truncate(reported);
            self.report(
                Diagnostic::new(
                    Named::MissingOpen,
                    whole,
                    format!("what is done in a `{word}` stands between `<` and `>`"),
                )
                .help(format!("write `{first} < {inside} >`, its steps parted by `;` or new lines")),
            );
            return true;
        }
        let Some(unquoted) = Unquoted::read(text) else { return false };
        if self.report_half_quoted(whole, reported) {
            return true;
        }
        if self.at(whole).contains(['"', '“', '”', '„']) {
            return false;
        }
        self.diagnostics.truncate(reported);
        self.report(unquoted.diagnostic(whole));
        true
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

    /// Reports `bodyweight 10kg`.
    pub(super) fn report_unsigned_offset(&mut self, load: Span) {
        let text = self.at(load);
        self.report(
            Diagnostic::new(
                Named::WordOrder,
                load,
                format!("what is added to bodyweight has its sign: `+{text}`"),
            )
            .fix(Span::at(load.start as usize), "+"),
        );
    }

    fn report_second_dose(&mut self, dose: Span, place: &LeftOver) {
        let text = self.at(dose);
        let diagnostic = Diagnostic::new(Named::Unreadable, dose, format!("`{text}` is a second dose"));
        // `warrior 2 30s`: the figure may be a part of the name.
        let numbered = place
            .dose
            .filter(|first| self.touch(place.name, *first) && self.touch(*first, dose))
            .map(|first| (self.at(first), self.at(place.name.to(first))))
            .filter(|(figure, _)| figure.bytes().all(|byte| byte.is_ascii_digit()));
        self.report(match numbered {
            Some((_, name)) => diagnostic.help(format!(
                "a name with a figure in it stands in quotes: `\"{name}\" {text}`; a movement has one dose"
            )),
            None => diagnostic
                .help("a movement has one dose; sets are written `5x5`, sets that differ `5 @ 65%, 5 @ 75%`"),
        });
    }

    /// Reports what is not yet part of the language, and `...`. False where it is neither.
    pub(super) fn reserved_or_placeholder(&mut self, place: Span) -> bool {
        let text = self.at(place);
        if let Some(at) = text.find('$') {
            let at = place.start as usize + at;
            self.report_reserved(Span::new(at, at + 1), "$");
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
    pub(super) fn runs(&self, strays: &[Span]) -> Vec<Span> {
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

/// Returns one set as it stands in a list: `1x3 @ 85%` is `3 @ 85%` there.
fn one_set(set: &str) -> &str {
    set.strip_prefix("1x").or_else(|| set.strip_prefix("1X")).map_or(set, str::trim_start)
}
