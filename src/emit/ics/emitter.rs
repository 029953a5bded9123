//! The calendar as an output.

use std::io;

use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::{CompiledPlan, Context, Emitter, Forecast, Format, FormatInfo, Knob, Per, Subject};

impl Format {
    /// A calendar of a plan.
    pub const ICS: Format = Format::of(&Ics);
}

struct Ics;

static INFO: FormatInfo = FormatInfo {
    name: "ics",
    extension: "ics",
    per: &[Per::Plan],
    needs_start: true,
    knobs: &[Knob::Starts, Knob::At],
    warns: &[Rule::PlanWithoutStart],
    ..FormatInfo::PLAIN
};

impl Emitter for Ics {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn foresee(&self, subject: Subject<'_>, context: &Context<'_>) -> Forecast {
        match subject {
            Subject::Plan(plan) if plan.compiled().season.calendar.plan.starts.is_none() => Forecast {
                // Only missed where calendars were requested by name.
                diagnostics: context
                    .options
                    .by_name
                    .then(|| without_start(plan.compiled()))
                    .into_iter()
                    .collect(),
                ..Forecast::none()
            },
            Subject::Plan(_) => Forecast::made(),
            Subject::File(_) | Subject::Workout(_) => Forecast::none(),
        }
    }

    fn emit(&self, subject: Subject<'_>, context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        match subject {
            Subject::Plan(plan) => {
                let options = context.options.calendar;
                let calendar = super::write(plan.compiled(), options.project, options.at.map(|at| at.0));
                out.write_all(calendar.unwrap_or_default().as_bytes())
            }
            Subject::File(_) | Subject::Workout(_) => Ok(()),
        }
    }
}

/// Reports a plan that has no calendar.
fn without_start(compiled: &CompiledPlan<'_>) -> Diagnostic {
    let plan = compiled.season.calendar.plan;
    let message =
        format!("no calendar is made of \"{}\", because it does not say when it starts", plan.title);
    Diagnostic::new(Rule::PlanWithoutStart, plan.title_span, message)
        .help(
            "write its first day after the weeks, such as `starts 2026-01-05`, or add `--starts 2026-01-05` to the \
             command",
        )
        .in_file(plan.file)
}
