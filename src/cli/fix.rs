//! `wodc check --fix` and `wodc check --diff`

use super::compile::{Repaired, mend_all};
use super::diff::unified;
use super::inputs::{Input, Origin};
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling, no_mistakes};
use super::settings::Job;
use super::words::count;
use super::{streams, write};
use crate::results::logbook;

/// Makes the certain corrections, or shows them, and reports the mistakes that are left.
pub fn run(
    jobs: Vec<Job>,
    only_shows: bool,
    telling: Telling,
    mut troubles: Vec<Trouble>,
) -> Result<Outcome, Trouble> {
    let prints_text = only_shows || jobs.iter().any(|job| is_standard_input(&job.input));
    if prints_text && telling.format.takes_standard_output() {
        let option = if only_shows { "--diff" } else { "--fix -" };
        let message = format!("`{option}` and `--format` would both write to standard output; choose one");
        return Err(Trouble::new(message));
    }
    if !only_shows {
        write::recover(jobs.iter().map(|job| &job.input));
    }
    let (repaired, unread) = mend_all(jobs);
    troubles.extend(unread);

    let mut changes = 0;
    for one in &repaired {
        changes += one.mended.mistakes;
        let done = if only_shows {
            show(one, telling)
        } else if is_standard_input(&one.job.input) {
            // The whole text, changed or not, since it replaces the input.
            streams::print_data(one.mended.text.as_bytes())
        } else {
            mend(one, prints_text, telling)
        };
        troubles.extend(done.err());
    }

    let report = Report::new(repaired.iter().map(|one| &one.mended.compilation));
    let is_quiet = prints_text || telling.format.takes_standard_output() || changes > 0;
    if report.is_empty() && !is_quiet && !repaired.is_empty() {
        streams::print(&no_mistakes(repaired.iter().map(|one| &one.mended.compilation)))?;
    }
    report.print(telling)?;
    let would_change = if only_shows && changes > 0 { Outcome::Mistakes } else { Outcome::Fine };
    Ok(report.outcome().max(would_change).max(streams::tell_all(&troubles)))
}

/// Writes a corrected file, and prints a line about it.
fn mend(one: &Repaired, prints_text: bool, telling: Telling) -> Result<(), Trouble> {
    let (Origin::File(path), Some(before)) = (&one.job.input.origin, &one.before) else { return Ok(()) };
    if one.mended.mistakes == 0 {
        return Ok(());
    }
    // What is added to results meanwhile is found before anything is written.
    let _lock = logbook::may_be(before).then(|| write::Lock::of(path).ok());
    write::in_place(path, before, &one.mended.text)?;
    let mistakes = count(one.mended.mistakes, "mistake");
    let line = format!("{}: {mistakes} mended\n", one.job.input.shown());
    if prints_text {
        streams::print_error(&line);
        return Ok(());
    }
    telling.print_aside(&line)
}

/// Shows what would be corrected in a file.
fn show(one: &Repaired, telling: Telling) -> Result<(), Trouble> {
    let Some(before) = &one.before else { return Ok(()) };
    let in_colour = streams::output_in_colour(telling.color);
    streams::print(&unified(&one.job.input.name(), before, &one.mended.text, in_colour))
}

fn is_standard_input(input: &Input) -> bool {
    input.origin == Origin::StandardInput
}
