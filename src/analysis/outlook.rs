//! What outputs there will be, and what they warn of: known before the first of them is made.

use std::sync::Arc;

use super::files::ReadFile;
use super::subjects::{SubjectId, Subjects};
use crate::catalog::{Slugs, slug};
use crate::cores;
use crate::diagnostic::{Collector, Diagnostic, Rule};
use crate::emit::{Format, Per, Planned};

/// The longest part of a title that becomes part of a file's name, in characters: names of 255 bytes are the most that
/// file systems hold, and a character takes up to four.
const LONGEST_SUFFIX: usize = 40;

/// The outputs that there will be of a file.
#[derive(Debug, Default)]
pub struct Outlook {
    planned: Vec<Planned>,
    /// What each of them is of.
    subjects: Vec<SubjectId>,
    segments: usize,
}

impl Outlook {
    /// Returns the same outlook, on timelines of so many segments in all.
    pub fn with_segments(self, segments: usize) -> Self {
        Self { segments, ..self }
    }

    /// Returns how many segments all timelines have.
    pub fn segments(&self) -> usize {
        self.segments
    }

    /// Returns them in the order of the formats.
    pub fn planned(&self) -> &[Planned] {
        &self.planned
    }

    /// Does something with each subject and its outputs, on all cores.
    pub fn each_subject(&self, work: impl Fn(SubjectId, &[&Planned]) + Sync + Send) {
        let mut order: Vec<usize> = (0..self.planned.len()).collect();
        // Those of one subject follow each other, in the order of the formats.
        order.sort_by_key(|&at| match self.subjects[at] {
            SubjectId::File => (0, 0),
            SubjectId::Workout(number) => (1, number),
            SubjectId::Plan(number) => (2, number),
        });
        let groups: Vec<&[usize]> =
            order.chunk_by(|&one, &other| self.subjects[one] == self.subjects[other]).collect();
        cores::each(&groups, |group| {
            let outputs: Vec<&Planned> = group.iter().map(|&at| &self.planned[at]).collect();
            work(self.subjects[group[0]], &outputs);
        });
    }
}

/// Asks the emitters of all formats that are wanted what they foresee.
pub fn look_ahead(subjects: Subjects<'_>, read: &dyn ReadFile) -> (Outlook, Vec<Diagnostic>) {
    let program = subjects.in_time.program();
    let (workouts, plans) = (program.workouts.len(), program.plans.len());
    if workouts + plans == 0 {
        return (Outlook::default(), Vec::new());
    }
    let titles = program.workouts.iter().map(|one| &*one.title);
    let suffixes = suffixes(titles.chain(program.plans.iter().map(|one| &*one.title)));
    // The subjects come first, so that what several formats share of one is made once even where it is not kept.
    let mut found = Collector::default();
    let mut foreseen = Vec::new();
    let ids = std::iter::once(SubjectId::File)
        .chain((0..workouts).map(SubjectId::Workout))
        .chain((0..plans).map(SubjectId::Plan));
    subjects.with_context(read, |context| {
        for id in ids {
            let (per, name) = match id {
                SubjectId::File => (Per::File, Arc::from("")),
                SubjectId::Workout(number) => (Per::Workout, Arc::clone(&suffixes[number])),
                SubjectId::Plan(number) => (Per::Plan, Arc::clone(&suffixes[workouts + number])),
            };
            let formats: Vec<(usize, Format)> = subjects
                .request
                .formats
                .iter()
                .copied()
                .enumerate()
                .filter(|(_, format)| format.info().per.contains(&per))
                .collect();
            if formats.is_empty() {
                continue;
            }
            subjects.with(id, |subject| {
                for (place, format) in formats {
                    let forecast = format.emitter().foresee(subject, context);
                    found.extend(forecast.diagnostics);
                    if let Some(ending) = forecast.ending {
                        let suffix = if ending.is_empty() {
                            Arc::clone(&name)
                        } else {
                            format!("{name}{ending}").into()
                        };
                        foreseen.push((place, Planned { format, suffix, number: 0 }, id));
                    }
                }
            });
        }
    });
    foreseen.sort_by_key(|(place, ..)| *place);
    let mut outlook = Outlook::default();
    for (number, (_, planned, id)) in foreseen.into_iter().enumerate() {
        outlook.planned.push(Planned { number, ..planned });
        outlook.subjects.push(id);
    }
    (outlook, found.finish())
}

/// Returns the rules that the outputs of these formats may report.
pub fn rules_of_outputs(formats: &[Format]) -> Vec<Rule> {
    formats.iter().flat_map(|format| format.info().warns).copied().collect()
}

/// Returns what tells the files of several workouts and plans apart: nothing for one, else `-` and its title in small
/// letters.
pub(super) fn suffixes<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<Arc<str>> {
    let mut given = Slugs::default();
    let suffix = |title: &str| {
        let mut slug = slug(title);
        slug.truncate(slug.char_indices().nth(LONGEST_SUFFIX).map_or(slug.len(), |(at, _)| at));
        format!("-{}", given.give(if slug.is_empty() { "workout" } else { &slug })).into()
    };
    let mut suffixes: Vec<Arc<str>> = titles.map(suffix).collect();
    if let [only] = suffixes.as_mut_slice() {
        *only = "".into();
    }
    suffixes
}
