//! `work 40s` over movements that all have a dose of their own.

use super::super::Checker;
use super::super::option::Options;
use super::super::program;
use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::Span;

impl Checker<'_> {
    /// Warns about a `work` that gives nothing, since each movement of the block says how much of it is done.
    pub(in crate::check) fn ask_work_or_dose(
        &mut self,
        options: &Options<'_>,
        mut exercises: impl Iterator<Item = (Span, Span)>,
    ) {
        let Some(work) = options.work else { return };
        let Some((name, step)) = exercises.next() else { return };
        let (name_text, work_text, step) = (self.text(name), self.text(work.span), self.text(step));
        let time = self.text(work.value.span);
        let rest = options.work_rest.map(|rest| self.text(rest.span));
        let written = rest.map_or(work_text.to_owned(), |rest| format!("{work_text} {rest}"));
        let otherwise = match rest {
            Some(rest) => format!("`{rest} between movements` in the place of `{written}`"),
            None => format!("nothing in the place of `{written}`"),
        };
        let choice = match options.work_rest.zip(rest) {
            Some((place, rest)) if options.between_movements.is_none() => {
                let between = format!("{rest} between movements");
                Some(Choice::write(work.span.to(place.span), between))
            }
            Some(_) => None,
            None => Some(self.delete(work.span)),
        };
        let choice = choice.map(|choice| choice.meaning("for the doses"));
        self.report(
            Diagnostic::new(
                Rule::WorkOrDose,
                work.span,
                format!("`{work_text}` gives nothing here, since every movement has a dose of its own"),
            )
            .help(format!(
                "for {time} of each, write `{name_text}` without its dose; for the doses, such as `{step}`, write {otherwise}"
            ))
            .choices(choice),
        );
    }
}

/// Returns the name and the whole of each movement directly in a block.
pub(in crate::check) fn places(block: &program::Block) -> impl Iterator<Item = (Span, Span)> {
    block.steps.iter().filter_map(|step| match &step.kind {
        program::StepKind::Exercise(exercise) => Some((exercise.choices.first()?.name_span, step.span)),
        program::StepKind::Rest(_)
        | program::StepKind::Note(_)
        | program::StepKind::Record(_)
        | program::StepKind::Turns(_)
        | program::StepKind::Block(_)
        | program::StepKind::Do(_) => None,
    })
}
