//! `side plank 20s per side, 30s`: a side of one set or of all. `run 400m, 800m rest 60s, 90s`: rests that do not fit.

use super::super::Checker;
use crate::diagnostic::{Choice, Diagnostic, Rule, list};
use crate::quantity::Unit;
use crate::source::Span;
use crate::syntax::tree::{BoutSyntax, DoseSyntax, ListItem, Modifier, ModifierKind, Performance};

impl Checker<'_> {
    /// Reports modifiers in the middle of a list that may be of one set or of all. Returns false if there is one.
    pub(in crate::check) fn check_list_parts(&mut self, performance: &Performance) -> bool {
        let DoseSyntax::List(items) = &performance.dose else { return true };
        let Some(last) = items.last() else { return true };
        let inside = |modifier: &&Modifier| modifier.span.start < last.item.span.start;
        let inside = performance.modifiers.iter().filter(inside);
        let is_side = |kind: &ModifierKind| matches!(kind, ModifierKind::Per(_) | ModifierKind::Alternating);
        let per = inside.clone().find(|one| is_side(&one.kind));
        if let Some(per) = per {
            self.report_side_of_some(per, items, performance);
            return false;
        }
        let mut own = items.iter().flat_map(|item| &item.own);
        match own.find(|one| matches!(one.kind, ModifierKind::Rest(_))) {
            Some(rest) => self.check_rests(rest, items),
            None => true,
        }
    }

    fn report_side_of_some(&mut self, per: &Modifier, items: &[ListItem], performance: &Performance) {
        let (name, per_text) = (self.name_as_written(performance), self.text(per.span));
        let doses: Vec<String> = items.iter().map(|item| self.set_of_list(item)).collect();
        let before = items.iter().filter(|item| item.item.span.end <= per.span.start).count();
        let step = |(number, dose): (usize, &String)| match number + 1 == before {
            true => format!("{name} {dose} {per_text}"),
            false => format!("{name} {dose}"),
        };
        let steps: Vec<String> = doses.iter().enumerate().map(step).collect();
        let message = format!("`{per_text}` may be of one of these sets or of all {}", items.len());
        let is_plain = performance.modifiers.len() == 1
            && items.iter().all(|item| item.own.is_empty() && item.targets.is_empty());
        let last = items.last().map_or(per.span, |last| last.item.span);
        let whole = Span { start: performance.name.start - u32::from(performance.quoted), end: last.end };
        let choices = is_plain.then(|| {
            let all = Choice::write(whole, format!("{name} {} {per_text}", doses.join(", ")));
            let one = Choice::write(whole, steps.join("; "));
            [all.meaning("for all of them"), one.meaning("for one")]
        });
        let choices = choices.into_iter().flatten();
        self.report(Diagnostic::new(Rule::MixedList, per.span, message).choices(choices).help(format!(
            "for all of them, write `{name} {} {per_text}`; for one, make each a step of its own: `{}`",
            doses.join(", "),
            steps.join("; ")
        )));
    }

    /// Returns a set of a list with all that is said of it alone.
    fn set_of_list(&self, item: &ListItem) -> String {
        let mut said = self.text(item.item.span).to_owned();
        for (number, target) in item.targets.iter().enumerate() {
            said.push_str(if number == 0 { " @ " } else { " and " });
            said.push_str(self.text(target.span));
        }
        for own in &item.own {
            said.push(' ');
            said.push_str(self.text(own.span));
        }
        said
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

/// Tells whether an item is a time and nothing else.
fn is_bare_time(item: &ListItem) -> bool {
    item.own.is_empty()
        && item.targets.is_empty()
        && item.item.sets.is_none()
        && matches!(&item.item.bout, BoutSyntax::Of(amount) if amount.unit == Some(Unit::Second) || amount.clock)
}
