//! What was done, and what moves by it.

use super::Builder;
use super::definition::Definition;
use super::guess;
use super::vocabulary::figure_of;
use crate::date;
use crate::diagnostic::{Choice, Diagnostic, Rule as Named};
use crate::quantity::Kind;
use crate::source::Span;
use crate::syntax::parser::{Node, Rule};
use crate::syntax::tree::{
    AfterMiss, DoneDefinition, DoneKind, DoneLine, Half, LiftSyntax, ModifierKind, MoveOn, Quantity,
    SetSyntax, SideWord, StatementKind, Text,
};
use crate::syntax::unit;

impl Builder<'_> {
    /// Builds `results "Sam"`.
    pub(super) fn results_of(&mut self, node: Node<'_>) -> StatementKind {
        let span = self.span(&node);
        let mut name = None;
        let mut strays = Vec::new();
        for child in node.children() {
            match child.rule() {
                Rule::string if name.is_none() => name = Some(self.string(child)),
                _ => strays.push(self.span(&child)),
            }
        }
        self.left_over(span, &strays);
        name.map_or(StatementKind::Unreadable(Box::default()), StatementKind::Results)
    }

    /// Builds `done 2026-01-09 < … >`.
    pub(super) fn done(&mut self, node: Node<'_>) -> Definition {
        let whole = self.span(&node);
        let mut done = DoneDefinition::default();
        let mut end = whole.start as usize + "done".len();
        let mut strays = Vec::new();
        for child in node.children() {
            let span = self.span(&child);
            match child.rule() {
                Rule::done_body => {
                    done.has_body = true;
                    done.lines = self.done_lines(child);
                    break;
                }
                Rule::date if done.date.is_none() => done.date = Some(span),
                Rule::clock_time if done.clock.is_none() => done.clock = Some(span),
                Rule::string if done.title.is_none() => done.title = Some(self.string(child)),
                Rule::of_plan if done.plan.is_none() => {
                    done.plan = child.children().next().map(|name| self.string(name));
                }
                _ => strays.push(span),
            }
            end = span.end as usize;
        }
        done.header = Span::new(whole.start as usize, end);
        self.left_over_in_done(&done, whole, &strays);
        let open = (!done.has_body).then_some(end);
        (StatementKind::Done(Box::new(done)), open)
    }

    /// Reports a date that is missing or that can't be read, and what is left over of a header.
    fn left_over_in_done(&mut self, done: &DoneDefinition, whole: Span, strays: &[Span]) {
        const FORM: &str = "a day is written `done 2026-01-09 \"…\" < … >`: the year, the month, the day";
        match (done.date, strays) {
            (Some(_), [first, .., last] | [first @ last]) if done.title.is_none() => {
                self.title_without_quotes(first.to(*last), whole, strays);
            }
            (Some(_), strays) => self.left_over(whole, strays),
            (None, [first, .., last] | [first @ last]) => {
                let all = first.to(*last);
                let (place, meant) = match date::in_words(self.at(all)) {
                    Some(meant) => (all, Some(meant)),
                    None => (*first, date::in_words(self.at(*first))),
                };
                let message = format!("`{}` is not a date", self.at(place));
                let diagnostic = Diagnostic::new(Named::BadResult, place, message);
                self.report(match meant {
                    Some(meant) => diagnostic.fix(place, date::write(meant)),
                    None => diagnostic.help(FORM),
                });
            }
            (None, []) => {
                let word = Span::new(whole.start as usize, whole.start as usize + "done".len());
                let message = "this `done` does not say on which day";
                self.report(Diagnostic::new(Named::MissingStatementPart, word, message).help(FORM));
            }
        }
    }

    /// Reports `done 2026-01-09 Legs`: words after the day may be a title that lacks its quotes.
    fn title_without_quotes(&mut self, words: Span, whole: Span, strays: &[Span]) {
        let text = self.at(words);
        let may_be_title = text.starts_with(char::is_alphabetic) && !text.contains(['"', '\n', '<', '>']);
        if !may_be_title {
            self.left_over(whole, strays);
            return;
        }
        let message = format!("`{text}` is not understood here");
        let help = format!("a title is in quotes: `\"{text}\"`");
        let title = Choice::write(words, format!("\"{text}\""));
        self.report(Diagnostic::new(Named::Unreadable, words, message).help(help).choices([title]));
    }

    fn done_lines(&mut self, node: Node<'_>) -> Vec<DoneLine> {
        self.closed_body(node, |builder, child| {
            let span = builder.span(&child);
            builder.done_line(child, span).map(|kind| DoneLine { span, kind })
        })
    }

    /// Reports `felt 7/10` and `felt 7 out of 10`, and tells whether it was that.
    fn of_ten(&mut self, strays: &[Span]) -> bool {
        let Some((first, last)) = strays.first().zip(strays.last()) else { return false };
        let place = first.to(*last);
        let written = self.at(place).to_lowercase().replace(' ', "");
        let is_of_ten = matches!(&*written, "/10" | "of10" | "outof10");
        if is_of_ten {
            let message = format!("`{}` is not needed: the scale goes to 10", self.at(place));
            let delete = Choice::delete(self.text, place);
            self.report(
                Diagnostic::new(Named::BadResult, place, message)
                    .help("write the figure alone: `felt 7`")
                    .choices([delete]),
            );
        }
        is_of_ten
    }

    fn done_line(&mut self, node: Node<'_>, span: Span) -> Option<DoneKind> {
        let rule = node.rule();
        let mut numbers = Vec::new();
        let mut figure = None;
        let (mut word, mut text, mut skipped, mut is_skipped) = (None, None, None, false);
        let mut strays = Vec::new();
        match rule {
            Rule::lift => return self.lift(node).map(|lift| DoneKind::Lift(Box::new(lift))),
            Rule::done_warmup => {
                let body = node.children().find(|child| child.rule() == Rule::done_body)?;
                return Some(DoneKind::Warmup(self.done_lines(body)));
            }
            Rule::done_now => {
                let lift = node.children().find(|child| child.rule() == Rule::lift)?;
                return self.lift(lift).map(|lift| DoneKind::Now(Box::new(lift)));
            }
            _ => {}
        }
        for child in node.children() {
            let place = self.span(&child);
            match child.rule() {
                Rule::round_number => numbers.push(child.text().parse::<u32>().unwrap_or(u32::MAX)),
                Rule::number => figure = Some((self.plain_number(&child), place)),
                Rule::felt_word => word = Some(place),
                Rule::string if rule == Rule::done_note && text.is_none() => text = Some(self.string(child)),
                Rule::skipped => {
                    is_skipped = true;
                    skipped = child.children().next().map(|why| self.string(why));
                }
                _ => strays.push(place),
            }
        }
        if let (Some(word), None) = (word, figure) {
            self.report_felt(word, span);
            return None;
        }
        // `skipped bench press`.
        if is_skipped && !strays.is_empty() && self.guess(guess::LIFT, &self.stray(span, span)) {
            return None;
        }
        if !(word.is_some() && self.of_ten(&strays)) {
            self.left_over(span, &strays);
        }
        if is_skipped {
            return Some(DoneKind::Skipped(skipped));
        }
        if let (Some(word), Some((figure, place))) = (word, figure) {
            return Some(DoneKind::Felt { word, figure, place });
        }
        match numbers.as_slice() {
            [rounds, rest @ ..] => Some(DoneKind::Score { rounds: *rounds, reps: rest.first().copied() }),
            [] => text.map(DoneKind::Note),
        }
    }

    /// Reports `felt great`.
    fn report_felt(&mut self, word: Span, whole: Span) {
        let (text, word) = (self.at(whole).trim_end(), self.at(word).to_lowercase());
        let from = if word == "pain" { 0 } else { 1 };
        let message = format!("`{text}` does not say how much");
        self.report(
            Diagnostic::new(Named::BadResult, whole, message).help(format!(
                "write `{word}` with a figure from {from} to 10, or the words as a `note \"…\"`"
            )),
        );
    }

    /// Builds what was lifted or run.
    fn lift(&mut self, node: Node<'_>) -> Option<LiftSyntax> {
        let whole = self.span(&node);
        let is_load = node.children().any(|part| part.rule() == Rule::dose && self.is_load(&part));
        let (lift, found) = self.apart(|builder| builder.lift_as_written(node, whole));
        // Nothing was written behind the name, or a load is part of it: `pull-up BW+10kg 5`.
        let is_odd = lift.as_ref().is_some_and(|lift| {
            let is_empty = lift.sets.is_empty() && lift.taken.is_none() && lift.skipped.is_none();
            !lift.quoted && (is_empty || names_load(self.at(lift.name)))
        });
        if (is_load || is_odd || !found.is_empty()) && self.guess(guess::LIFT, &self.stray(whole, whole)) {
            return None;
        }
        self.diagnostics.append(found);
        lift
    }

    fn lift_as_written(&mut self, node: Node<'_>, whole: Span) -> Option<LiftSyntax> {
        let mut name = None;
        let mut lift = Gathering::default();
        for child in node.children() {
            if child.rule() == Rule::lift_name {
                name = Some(self.lift_name(child));
            } else {
                self.lift_part(child, &mut lift);
            }
        }
        self.moves.clear();
        let Some((name, quoted)) = name else {
            let text = self.at(whole);
            let message = format!("`{text}` does not say of which movement");
            self.report(
                Diagnostic::new(Named::MissingStatementPart, whole, message)
                    .help("write its name first, then what was done: `back squat 5, 5, 4 @ 60kg`"),
            );
            return None;
        };
        self.left_over(whole, &lift.strays);
        let Gathering { sets, asked, taken, skipped, per, asked_per, .. } = lift;
        Some(LiftSyntax { name, quoted, sets, asked, taken, skipped, per, asked_per })
    }

    fn lift_name(&mut self, node: Node<'_>) -> (Span, bool) {
        let span = self.span(&node);
        match node.children().next() {
            Some(string) if string.rule() == Rule::string => (self.string(string).inner, true),
            Some(words) => (self.span(&words), false),
            None => (span, false),
        }
    }

    fn lift_part(&mut self, node: Node<'_>, lift: &mut Gathering) {
        let span = self.span(&node);
        match node.rule() {
            Rule::comma => lift.is_listed = true,
            Rule::asked => lift.is_asked = true,
            Rule::dose | Rule::missed if lift.is_new() => {
                let dose = (node.rule() == Rule::dose).then(|| self.dose(node));
                lift.add(SetSyntax { span, dose, targets: Vec::new(), side: None, remark: None });
            }
            Rule::dose if self.is_load(&node) => {
                let load = self.at(span);
                let message = format!("what was lifted goes after `@`: `@ {load}`");
                let place = Span::at(span.start as usize);
                self.report(Diagnostic::new(Named::WordOrder, span, message).fix(place, "@ "));
            }
            Rule::at => {
                let targets = self.targets(node);
                match lift.last() {
                    Some(set) => set.targets.extend(targets),
                    None => lift.strays.push(span),
                }
            }
            Rule::string => {
                let text = self.string(node);
                match lift.last() {
                    Some(set) if set.remark.is_none() => set.remark = Some(text),
                    Some(_) | None => lift.strays.push(span),
                }
            }
            rule @ (Rule::right | Rule::left) => {
                let side = if rule == Rule::right { SideWord::Right } else { SideWord::Left };
                match lift.last() {
                    Some(set) if set.side.is_none() => set.side = Some(side),
                    Some(_) | None => lift.strays.push(span),
                }
            }
            Rule::per if lift.is_asked && lift.asked_per.is_none() => lift.asked_per = Some(self.half(node)),
            Rule::per if !lift.is_asked && lift.per.is_none() => lift.per = Some(self.half(node)),
            Rule::taken if lift.taken.is_none() => {
                lift.taken = node.children().next().map(|time| self.plain_quantity(time));
            }
            Rule::skipped if lift.skipped.is_none() => {
                let why = node.children().next().map(|why| self.string(why));
                lift.skipped = Some((span, why));
            }
            _ => lift.strays.push(span),
        }
    }

    /// Tells whether a dose is a load that lacks its `@`.
    fn is_load(&self, node: &Node<'_>) -> bool {
        node.children().any(|amount| {
            let mut units = amount.children().filter(|part| part.rule() == Rule::unit);
            units.any(|unit| unit::read(unit.text()).is_some_and(|meaning| meaning.unit.kind() == Kind::Mass))
        })
    }

    /// Reads when something moves: `each success`, `after 3 misses`, `from 12 reps`.
    pub(super) fn move_on(&mut self, node: Node<'_>) -> Option<MoveOn> {
        let node = if node.rule() == Rule::on_results { node.children().next()? } else { node };
        let count = node.children().find(|child| child.rule() == Rule::times_counted);
        let count = count.and_then(|count| {
            let words = || figure_of(count.text()).and_then(|figure| u32::try_from(figure).ok());
            count.text().parse().ok().or_else(words)
        });
        let count = count.unwrap_or(1);
        Some(match node.rule() {
            Rule::on_success => MoveOn::Successes(count),
            Rule::on_misses => MoveOn::Misses(count),
            _ => {
                let in_all = node.children().any(|child| child.rule() == Rule::in_all);
                MoveOn::Reps { from: count, in_all }
            }
        })
    }

    /// Reports what moves by results where nothing can: a rest, a header.
    pub(super) fn report_moves_elsewhere(&mut self) {
        for one in std::mem::take(&mut self.moves) {
            let text = self.at(one.span);
            let message =
                format!("`{text}` can't be used here: only what is done with a movement moves by results");
            self.report(Diagnostic::new(Named::OutOfPlace, one.span, message).help(
                "it goes behind the load, or behind the dose: `back squat 3x5 @ 60kg +2.5kg each success`",
            ));
        }
    }

    /// Builds `after a miss 6x2+ then 10x1+`.
    pub(super) fn after_miss(&mut self, node: Node<'_>) -> ModifierKind {
        let mut after = AfterMiss { schemes: Vec::new(), again: None };
        for child in node.children() {
            let span = self.span(&child);
            match child.rule() {
                Rule::dose => after.schemes.push(self.dose(child)),
                Rule::again => {
                    let step = child.children().next().and_then(|step| self.step(step));
                    after.again = Some((span, step));
                }
                _ => {}
            }
        }
        ModifierKind::AfterMiss(Box::new(after))
    }

    /// Builds `harder each 3 successes`.
    pub(super) fn harder(&mut self, node: Node<'_>) -> ModifierKind {
        let on = node.children().next().and_then(|on| self.move_on(on));
        ModifierKind::Harder(on.map_or(1, MoveOn::count))
    }
}

/// Tells whether a name ends in a load: `pull-up BW+10kg`.
fn names_load(name: &str) -> bool {
    let words = name.split_whitespace().skip(1);
    words.map(str::to_ascii_lowercase).any(|word| word.starts_with("bw") || word.contains('+'))
}

/// What was lifted, while it is gathered.
#[derive(Default)]
struct Gathering {
    sets: Vec<SetSyntax>,
    asked: Vec<SetSyntax>,
    taken: Option<Quantity>,
    skipped: Option<(Span, Option<Text>)>,
    per: Option<Half>,
    asked_per: Option<Half>,
    /// Whether a comma was read since the last set.
    is_listed: bool,
    /// Whether `asked` was read.
    is_asked: bool,
    strays: Vec<Span>,
}

impl Gathering {
    fn at_hand(&mut self) -> &mut Vec<SetSyntax> {
        if self.is_asked { &mut self.asked } else { &mut self.sets }
    }

    fn last(&mut self) -> Option<&mut SetSyntax> {
        self.at_hand().last_mut()
    }

    /// Tells whether a set may begin here.
    fn is_new(&mut self) -> bool {
        self.is_listed || self.at_hand().is_empty()
    }

    fn add(&mut self, set: SetSyntax) {
        self.is_listed = false;
        self.at_hand().push(set);
    }
}
