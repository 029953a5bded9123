//! `side plank 20s per side, 30s`: a side of one set or of all. `run 400m, 800m rest 60s, 90s`: rests that do not fit.

use super::super::Checker;
use crate::diagnostic::{Choice, Diagnostic, Rule, list};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{
    BoutSyntax, DoseSyntax, ListItem, Modifier, ModifierKind, Performance, RestAmount,
};

impl Checker<'_> {
    /// Reports modifiers in the middle of a list that may be of one set or of all. Returns false if there is one.
    pub(in crate::check) fn check_list_parts(&mut self, performance: &Performance, statement: Span) -> bool {
        let DoseSyntax::List(items) = &performance.dose else { return true };
        if let Some(side) = performance.sides_inside().next() {
            self.report_side_of_some(side, items, performance, statement);
            return false;
        }
        let mut own = items.iter().flat_map(|item| &item.own);
        match own.find(|one| matches!(one.kind, ModifierKind::Rest(_))) {
            Some(rest) => self.check_rests(rest, items),
            None => true,
        }
    }

    fn report_side_of_some(
        &mut self,
        side: &Modifier,
        items: &[ListItem],
        performance: &Performance,
        statement: Span,
    ) {
        let side_text = self.text(side.span);
        let sides: Vec<String> =
            items.iter().map(|item| self.texts(performance.sides_behind(item))).collect();
        let are_alike = sides.iter().all(|said| said.is_empty() || said.trim_start() == side_text);
        let all = are_alike.then(|| self.list_with_side(side_text, items, performance));
        let steps = self.steps_of_list(&sides, items, performance);
        // What is written again is the whole statement, with nothing else in it.
        let is_whole = whole(performance, items) == statement && !self.text(statement).contains('#');
        if !sides.iter().any(String::is_empty) {
            let (message, written) = match &all {
                Some(_) => (format!("`{side_text}` is said of each of these sets, and once is enough"), all),
                None => ("the sets of a list have their sides in common".to_owned(), steps),
            };
            let report = Diagnostic::new(Rule::MixedList, side.span, message);
            self.report(match written {
                Some(written) if is_whole => report.fix(statement, written),
                Some(written) => report.help(format!("write `{written}`")),
                None => report.help("make each set a step of its own"),
            });
            return;
        }
        let message = format!("`{side_text}` may be of one of these sets or of all {}", items.len());
        let report = Diagnostic::new(Rule::MixedList, side.span, message);
        let alone =
            if sides.iter().filter(|said| !said.is_empty()).count() == 1 { "one" } else { "those alone" };
        let offered = [
            all.map(|all| ("for all of them".to_owned(), "write", all)),
            steps.map(|steps| (format!("for {alone}"), "make each a step of its own:", steps)),
        ];
        let offered: Vec<_> = offered.into_iter().flatten().collect();
        let help: Vec<String> =
            offered.iter().map(|(meaning, says, text)| format!("{meaning}, {says} `{text}`")).collect();
        let choices = offered.into_iter().filter(|_| is_whole);
        let choices = choices.map(|(meaning, _, text)| Choice::write(statement, text).meaning(&meaning));
        self.report(match help.is_empty() {
            true => report.help("make each set a step of its own, with its side"),
            false => report.choices(choices).help(help.join("; ")),
        });
    }

    /// Writes a list with a side of all its sets.
    fn list_with_side(&self, side: &str, items: &[ListItem], performance: &Performance) -> String {
        let name = self.name_as_written(performance);
        let sets: Vec<String> = items.iter().map(|item| self.set_of_list(item)).collect();
        let others = performance.modifiers.iter().filter(|one| !one.kind.is_side());
        format!("{name} {} {side}{}", sets.join(", "), self.texts(others))
    }

    /// Writes each set of a list as a step of its own, with its side and with what holds for all of them. There is no such
    /// thing for what belongs to the list as a whole: `every 2min`, `+2.5kg each week`.
    fn steps_of_list(
        &self,
        sides: &[String],
        items: &[ListItem],
        performance: &Performance,
    ) -> Option<String> {
        let others = || performance.modifiers.iter().filter(|one| !one.kind.is_side());
        if others().any(is_of_list) {
            return None;
        }
        let name = self.name_as_written(performance);
        let mut steps = Vec::new();
        for (number, (item, side)) in items.iter().zip(sides).enumerate() {
            // Between single sets, a rest is a step of its own.
            let is_single = item.item.sets.is_none();
            let is_kept = |one: &&Modifier| !(is_single && matches!(one.kind, ModifierKind::Rest(_)));
            steps.push(format!(
                "{name} {}{}{}{side}{}",
                self.text(item.item.span),
                self.targets_of_set(item),
                self.texts(item.own.iter().filter(is_kept)),
                self.texts(others().filter(is_kept)),
            ));
            let is_last = number + 1 == items.len();
            if let Some(rest) = item.own.iter().chain(others()).find_map(rest)
                && !is_last
            {
                let (rest, span) = rest;
                matches!(rest, RestAmount::For(_)).then(|| steps.push(self.text(span).to_owned()))?;
            }
        }
        Some(steps.join("; "))
    }

    /// Returns a set of a list with all that is said of it alone.
    fn set_of_list(&self, item: &ListItem) -> String {
        let dose = self.text(item.item.span);
        format!("{dose}{}{}", self.targets_of_set(item), self.texts(item.own.iter()))
    }

    /// Returns the targets of a set of a list, with a blank and the `@` before them.
    fn targets_of_set(&self, item: &ListItem) -> String {
        let targets: Vec<&str> = item.targets.iter().map(|target| self.text(target.span)).collect();
        if targets.is_empty() { String::new() } else { format!(" @ {}", targets.join(" and ")) }
    }

    /// Returns modifiers as they are written, with a blank before each.
    fn texts<'m>(&self, modifiers: impl Iterator<Item = &'m Modifier>) -> String {
        modifiers.map(|one| format!(" {}", self.text(one.span))).collect()
    }

    /// Reports rests behind a list that are more or fewer than the gaps between its sets. Returns false then.
    fn check_rests(&mut self, rest: &Modifier, items: &[ListItem]) -> bool {
        let behind: Vec<&ListItem> =
            items.iter().filter(|item| item.item.span.start > rest.span.start).collect();
        // `60s rest 30s, 90s rest 45s, 60s`: each gap says its own.
        let are_times = behind.iter().all(|item| is_bare_time(item));
        let sets = items.len() - behind.len();
        let rests = behind.len() + 1;
        // A rest for each gap is read as that.
        if !are_times || sets == rests + 1 {
            return true;
        }
        let written: Vec<&str> = items[..sets].iter().map(|item| self.text(item.item.span)).collect();
        let (of_sets, gaps) = match sets {
            1 => ("one set".to_owned(), "no gap".to_owned()),
            2 => ("2 sets".to_owned(), "one gap".to_owned()),
            _ => (format!("{sets} sets"), format!("{} gaps", sets - 1)),
        };
        let place = behind.last().map_or(rest.span, |last| rest.span.to(last.item.span));
        let message = format!("these are {rests} rests, and between {of_sets} there is {gaps}");
        let message = if sets > 2 { message.replace("there is", "there are") } else { message };
        self.report(Diagnostic::new(Rule::BadList, place, message).help(format!(
            "the sets are {}: give one rest for each gap between them, or one for all",
            list(&written)
        )));
        false
    }
}

/// Tells whether a modifier is of a list as a whole, and would mean something else at each of its sets.
fn is_of_list(modifier: &Modifier) -> bool {
    match modifier.kind {
        ModifierKind::Every(_)
        | ModifierKind::Move(_)
        | ModifierKind::AfterMiss(_)
        | ModifierKind::Harder(_) => true,
        ModifierKind::Per(_)
        | ModifierKind::Alternating
        | ModifierKind::Right
        | ModifierKind::Left
        | ModifierKind::At(_)
        | ModifierKind::Tempo(_)
        | ModifierKind::Hold(_)
        | ModifierKind::Rest(_)
        | ModifierKind::Only(_)
        | ModifierKind::Cue(_) => false,
    }
}

fn rest(modifier: &Modifier) -> Option<(&RestAmount, Span)> {
    match &modifier.kind {
        ModifierKind::Rest(amount) => Some((amount, modifier.span)),
        _ => None,
    }
}

/// Returns the place of a movement with its list and its modifiers.
fn whole(performance: &Performance, items: &[ListItem]) -> Span {
    let start = performance.name.start - u32::from(performance.quoted);
    let targets = items.iter().flat_map(|item| &item.targets).map(|target| target.span.end);
    let own = items.iter().flat_map(|item| &item.own).chain(&performance.modifiers);
    let ends = items.iter().map(|item| item.item.span.end).chain(targets).chain(own.map(|one| one.span.end));
    Span { start, end: ends.max().unwrap_or(performance.name.end) }
}

/// Tells whether an item is a time and nothing else.
fn is_bare_time(item: &ListItem) -> bool {
    item.own.is_empty()
        && item.targets.is_empty()
        && item.item.sets.is_none()
        && matches!(&item.item.bout, BoutSyntax::Of(amount) if amount.unit == Some(Unit::Second) || amount.clock)
}
