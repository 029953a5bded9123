//! The places of the words of a movement statement.

use crate::source::Span;
use crate::syntax::tree::{
    BoutSyntax, DoseItem, DoseSyntax, Modifier, ModifierKind, Performance, Quantity, Target,
};

/// A movement statement as it is written. Finding it in the tree takes time, so it is only done for what is reported.
#[derive(Debug, Clone, Copy)]
pub struct Words<'p> {
    performances: &'p [Performance],
}

impl<'p> Words<'p> {
    /// Returns the words of a statement, given its alternatives as they are written.
    pub fn of(performances: &'p [Performance]) -> Self {
        Self { performances }
    }

    /// Returns what an alternative is written as, then what it takes its dose and the rest from, if that is another.
    fn sources(self, choice: usize) -> impl Iterator<Item = &'p Performance> {
        let has_dose = |one: &&Performance| !matches!(one.dose, DoseSyntax::None);
        let (before, from) = self.performances.split_at(choice.min(self.performances.len()));
        let giver = from.iter().find(has_dose).or_else(|| before.iter().rev().find(has_dose));
        let own = from.first();
        own.into_iter().chain(giver.filter(move |giver| own.is_some_and(|own| own.name != giver.name)))
    }

    /// Returns the dose of an alternative: one item, or one for each of its sets that differ.
    pub fn dose(self, choice: usize) -> Vec<&'p DoseItem> {
        for source in self.sources(choice) {
            match &source.dose {
                DoseSyntax::None => {}
                DoseSyntax::One(item) => return vec![item],
                DoseSyntax::List(items) => return items.iter().map(|item| &item.item).collect(),
            }
        }
        Vec::new()
    }

    /// Returns the place of an alternative's dose, all of it.
    pub fn dose_span(self, choice: usize) -> Option<Span> {
        let items = self.dose(choice);
        Some(items.first()?.span.to(items.last()?.span))
    }

    /// Returns the place of a modifier of an alternative, its own or the one that it takes over from another.
    pub fn modifier(self, choice: usize, is: impl Fn(&ModifierKind) -> bool) -> Option<Span> {
        let modifiers = self.sources(choice).flat_map(|source| &source.modifiers);
        modifiers.into_iter().find(|modifier| is(&modifier.kind)).map(|modifier| modifier.span)
    }

    /// Returns the targets of an alternative, those of its sets among them.
    pub fn targets(self, choice: usize) -> impl Iterator<Item = &'p Target> {
        self.sources(choice).flat_map(targets_of)
    }
}

/// Returns the targets of one performance, those of its sets first.
pub fn targets_of(performance: &Performance) -> impl Iterator<Item = &Target> {
    let of_sets: &[_] = match &performance.dose {
        DoseSyntax::List(items) => items,
        DoseSyntax::None | DoseSyntax::One(_) => &[],
    };
    let of_all = performance.modifiers.iter().flat_map(Modifier::targets);
    of_sets.iter().flat_map(|item| &item.targets).chain(of_all)
}

/// Returns the figure of a dose without its sets; none for `max`.
pub fn bout_of(item: &DoseItem) -> Option<&Quantity> {
    match &item.bout {
        BoutSyntax::Of(quantity) | BoutSyntax::AtLeast(quantity) => Some(quantity),
        BoutSyntax::Max(_) => None,
    }
}
