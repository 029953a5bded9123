//! Words in a block's header that are no option, looked at again: what was probably meant.

use super::Builder;
use super::block::{BETWEEN, broken};
use super::guess::{OPTIONS, begins_with_figure, figure_of, is_filler, is_name_character, needs, time_said};
use super::spoken::{sets_said, without_end};
use crate::diagnostic::{Diagnostic, Rule as Named, list, nearest};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{Block, BlockWord, HeaderOption, Ladder, OptionKind, Quantity};

impl Builder<'_> {
    /// Reports the words of a header that are no option. An option that lacks its amount is given one, so that nothing
    /// is said of what depends on it.
    pub(super) fn unknown_options(&mut self, strays: &[Span], block: &mut Block) {
        // As they stand in the text; those that are added below stand behind them.
        let written = block.options.len();
        let end = strays.last().map_or(block.word_span.end, |last| last.end);
        let header = Span::new(block.word_span.end as usize, end as usize);
        let brackets = self.at(header).contains('(');
        let mut void: Vec<Span> = Vec::new();
        for run in self.runs(strays) {
            let next = block.options[..written].partition_point(|option| option.span.end <= run.start);
            if self.reserved_or_placeholder(run) {
                continue;
            }
            let text = self.at(run);
            let first = text.split_whitespace().next().unwrap_or_default();
            let first_span = Span::new(run.start as usize, run.start as usize + first.len());
            let after = text[first.len()..].trim_start();
            let place = Span::new(run.end as usize - after.len(), run.end as usize);
            if first.eq_ignore_ascii_case("only") {
                // `only rounds 2`: the rounds it names are no second count.
                let mut whole = run;
                if let Some(rounds) =
                    block.options[..written].get(next).filter(|option| self.touch(run, option.span))
                {
                    whole.end = rounds.span.end;
                    void.push(rounds.span);
                }
                self.report_reserved(whole, self.at(whole));
                continue;
            }
            if let Some(option) = OPTIONS.iter().find(|option| option.eq_ignore_ascii_case(first)) {
                let diagnostic = Diagnostic::new(
                    Named::MissingStatementPart,
                    run,
                    format!("`{option}` is followed by {}", needs(option)),
                );
                self.report(match (*option, figure_of(after)) {
                    ("until", _) if !after.is_empty() => diagnostic.fix(place, format!("\"{after}\"")),
                    ("rounds", Some(figure)) => diagnostic.fix(place, figure.to_string()),
                    _ => diagnostic,
                });
                let kind = match *option {
                    "rounds" => OptionKind::Rounds(broken(run)),
                    "work" => OptionKind::Work(broken(run)),
                    "ladder" => {
                        OptionKind::Ladder(Ladder { numbers: Vec::new(), marks: Vec::new(), broken: true })
                    }
                    _ => continue,
                };
                block.options.push(HeaderOption { span: run, kind });
                continue;
            }
            if let Some(rest) = next.checked_sub(1).and_then(|last| block.options.get_mut(last))
                && matches!(rest.kind, OptionKind::Rest(_))
                && self.text[rest.span.end as usize..run.start as usize].trim().is_empty()
            {
                let written = rest.span;
                let near = nearest(after, BETWEEN)
                    .or(BETWEEN.into_iter().find(|one| one.eq_ignore_ascii_case(after)));
                let near = near.filter(|_| nearest(first, ["between"]).is_some());
                // Whatever it is, it says between what: nothing more is to be said of that.
                if let OptionKind::Rest(amount) = std::mem::replace(&mut rest.kind, OptionKind::Alternating) {
                    rest.kind = OptionKind::BetweenRounds(amount);
                }
                let rest = self.at(written);
                let diagnostic = Diagnostic::new(
                    Named::BareRestInHeader,
                    run,
                    format!("`{text}` does not say between what the rest stands"),
                );
                self.report(match near {
                    Some(near) => diagnostic.fix(run, format!("between {near}")),
                    None => diagnostic
                        .help(format!("write `{rest} between rounds` or `{rest} between movements`")),
                });
                continue;
            }
            if let Some(ladder) = next.checked_sub(1).and_then(|last| block.options.get_mut(last))
                && ladder.span.end == run.start
                && let OptionKind::Ladder(rungs) = &mut ladder.kind
            {
                rungs.broken = true;
                self.report(
                    Diagnostic::new(Named::BadLadder, run, format!("`{text}` is no rung"))
                        .help("rungs are whole numbers: `ladder 21-15-9`"),
                );
                continue;
            }
            if text == ")" && brackets {
                continue;
            }
            if nearest(text, BETWEEN).is_some()
                && self.text[..run.start as usize].trim_end().ends_with("between")
            {
                // It was reported with the rest it belongs to.
                continue;
            }
            if [",", ":", "="].contains(&text) {
                self.report(
                    Diagnostic::new(
                        Named::UnknownOption,
                        run,
                        format!("no `{text}` stands in a header: blanks part its options"),
                    )
                    .fix(run, ""),
                );
                continue;
            }
            if let Some((word, figure)) = text.split_once(['=', ':'])
                && let Some(option) = OPTIONS.iter().find(|option| option.eq_ignore_ascii_case(word))
                && !figure.is_empty()
            {
                let message = format!("a blank stands after `{option}`: `{option} {figure}`");
                self.report(
                    Diagnostic::new(Named::UnknownOption, run, message)
                        .fix(run, format!("{option} {figure}")),
                );
                continue;
            }
            if let Some(off) = without_end(after, " off").map(str::trim)
                && first.eq_ignore_ascii_case("on")
                && time_said(off).is_some()
                && self.report_on_and_off(run, off, block)
            {
                continue;
            }
            if let Some((place, number)) = self.rounds_said_otherwise(run, block) {
                let kind = self.report_rounds(place, &number);
                block.options.push(HeaderOption { span: place, kind });
                continue;
            }
            let diagnostic =
                Diagnostic::new(Named::UnknownOption, run, format!("`{text}` is no option of a block"));
            if is_filler(text) {
                self.report(
                    Diagnostic::new(Named::UnknownOption, run, format!("`{text}` is not needed here"))
                        .fix(self.blank_before(run).to(run), ""),
                );
                continue;
            }
            let titled = block.title.is_none() && text.chars().all(|c| is_name_character(c) || c == ' ');
            let leads = block.word_span.end < run.start && self.touch(block.word_span, run);
            let near = nearest(first, OPTIONS);
            if near == Some("ladder") {
                self.forget_reversed_ranges(run);
                let ladder = Ladder { numbers: Vec::new(), marks: Vec::new(), broken: true };
                block.options.push(HeaderOption { span: run, kind: OptionKind::Ladder(ladder) });
            }
            let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
            if let Some(inside) = inside.map(str::trim)
                && (begins_with_figure(inside)
                    || OPTIONS.contains(&inside.split(' ').next().unwrap_or_default()))
            {
                self.report(
                    Diagnostic::new(
                        Named::UnknownOption,
                        run,
                        format!("a header has no brackets: `{inside}` stands in it as it is"),
                    )
                    .fix(run, inside),
                );
                continue;
            }
            self.report(match near {
                Some(near) => {
                    let message = format!("`{first}` is not known; it is spelt `{near}`");
                    Diagnostic::new(Named::UnknownOption, first_span, message).fix(first_span, near)
                }
                None if titled && leads && !after.chars().any(|c| c.is_ascii_digit()) => {
                    diagnostic.help("a block's title stands in quotes").fix(run, format!("\"{text}\""))
                }
                None if titled => diagnostic
                    .help(format!("a title stands in quotes: `\"{text}\"`; options are {}", list(&OPTIONS))),
                None => diagnostic.help(format!("options are {}", list(&OPTIONS))),
            });
        }
        if !void.is_empty() {
            block.options.retain(|option| void.binary_search(&option.span).is_err());
        }
    }

    /// Reads rounds that are counted in other words: `x5`, `of 4 sets`, `4 times` and, of an `every`, `for 20min`.
    /// Returns all of it, and how many they are.
    fn rounds_said_otherwise(&self, run: Span, block: &mut Block) -> Option<(Span, String)> {
        let text = self.at(run);
        let (first, after) = text.split_once(' ').unwrap_or((text, ""));
        let said = if is_filler(first) { after } else { text };
        if let Some(number) = times_said(text).or_else(|| sets_said(said)) {
            return Some((run, number.to_owned()));
        }
        if let Some(number) = rounds_in(said, block) {
            return Some((run, number));
        }
        let counts =
            |word: &str| ["set", "sets", "time", "times"].iter().any(|one| one.eq_ignore_ascii_case(word));
        if !counts(first) || !(after.is_empty() || after.eq_ignore_ascii_case("of")) {
            return None;
        }
        let is_count = |amount: &mut Quantity| amount.unit.is_none() && self.touch(amount.span, run);
        let count = block.amounts.pop_if(is_count)?;
        Some((count.span.to(run), self.at(count.span).to_owned()))
    }

    /// Reports the `on 20s off` of `circuit 3 rounds 40s on 20s off` and `circuit rounds 3 40s on 20s off`. False where
    /// no time stands before it.
    fn report_on_and_off(&mut self, run: Span, off: &str, block: &mut Block) -> bool {
        let is_on = |amount: &Quantity| amount.unit == Some(Unit::Second) && self.touch(amount.span, run);
        let (whole, mended) = if let Some(on) = block.amounts.pop_if(|amount| is_on(amount)) {
            (on.span.to(run), format!("work {} rest {off}", self.at(on.span)))
        } else if let Some(option) = block.options.last_mut()
            && let OptionKind::Rounds(on) = &option.kind
            && is_on(on)
            && let Some(count) = block.amounts.pop_if(|count| self.touch(count.span, option.span))
        {
            // `3 rounds 40s` was read as a 3 and `rounds 40s`.
            let mended = format!("rounds {} work {} rest {off}", self.at(count.span), self.at(on.span));
            option.kind = OptionKind::Rounds(broken(option.span));
            (count.span.to(run), mended)
        } else {
            return false;
        };
        let message = "how long each movement takes is its `work`, what follows it is a `rest`";
        self.report(Diagnostic::new(Named::WordOrder, whole, message).fix(whole, mended));
        block.options.push(HeaderOption { span: run, kind: OptionKind::Work(broken(run)) });
        true
    }
}

/// Returns the number of `x5`.
fn times_said(text: &str) -> Option<&str> {
    let number = text.strip_prefix(['x', 'X', '×'])?.trim_start();
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// Returns how many intervals of an `every` fill a time: ten, of `every 2min for 20min`.
fn rounds_in(time: &str, block: &Block) -> Option<String> {
    let [interval] = block.amounts.as_slice() else { return None };
    let is_interval = block.word == BlockWord::Every && interval.unit == Some(Unit::Second);
    let total = time_said(time)?;
    let is_filled = interval.low > 0 && interval.low == interval.high && total % interval.low == 0;
    (is_interval && is_filled).then(|| (total / interval.low).to_string())
}
