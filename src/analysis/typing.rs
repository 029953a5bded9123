//! Diagnoses a text again and again while somebody types.
//!
//! In a long file most workouts have no mistakes and do not affect each other. They are left out, the shorter text is
//! analysed, and the diagnostics are moved to their places in the whole. Whether a workout may be left out is found out
//! once, as long as its text stays the same: it is analysed with the definitions that it may need, together with other new
//! workouts, and nothing may be said of it. If anything in the file may be about all of it, the whole file is analysed.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::analyse::{MOST_SEGMENTS, diagnose, diagnose_counted, said_unjudged};
use super::compilation::Compilation;
use super::files::ReadFile;
use super::outline::{Outline, Part, Shared, Weight, title};
use super::request::Request;
use super::shortened::Shortened;
use crate::check::program::Level;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, SourceFile, Span};

/// Shorter texts are analysed before anything is found to leave out of them.
const SHORTEST: usize = 4 * 1024;

/// Longer texts are analysed as a whole: with what they are read as, they may come to the largest file that is read.
const LONGEST: usize = SourceFile::MAX_BYTES / 2;

/// How many workouts stay on each side of one of which something is said: a mistake may be about what comes next.
const BESIDE: usize = 2;

/// How many workouts stay at the start of a file: what is asked of its first lines depends on how it goes on.
const AT_START: usize = 3;

/// What is kept of a text from one look at it to the next.
#[derive(Debug, Default)]
pub struct Typing {
    /// What decides about workouts besides their own texts.
    ground: Option<Ground>,
    /// The workouts of the last text, by their texts.
    known: FxHashMap<Box<str>, Known>,
}

#[derive(Debug, PartialEq)]
struct Ground {
    request: Request,
    name: Arc<str>,
    /// What the workouts of the file may need.
    shared: Shared,
    /// The other files, as they were when the first workouts were looked at.
    others: Option<Vec<SourceFile>>,
}

/// What is known of a workout.
#[derive(Debug)]
struct Known {
    /// Its title, folded.
    title: Arc<str>,
    state: State,
}

#[derive(Debug)]
enum State {
    /// It was not looked at yet. That is done when its text is there for the second time: most change at the next key.
    New,
    /// Nothing is said of it, so it may be left out.
    Light(Arc<Group>),
    /// It stays.
    Stays,
    /// It is about others, so all of the file is looked at.
    OfAll,
}

/// Workouts that were looked at together, and of which nothing was said.
#[derive(Debug, Default)]
struct Group {
    /// The numbers of the shared definitions that they need.
    needs: Vec<usize>,
    /// How many segments they have together.
    segments: usize,
}

impl Typing {
    /// Says what [`diagnose`] says of a file, with no line about each workout.
    pub fn diagnose(&mut self, source: SourceFile, request: &Request, read: &dyn ReadFile) -> Compilation {
        let found = self.diagnose_shortened(&source, request, read);
        let found = found.unwrap_or_else(|| diagnose(source, request, read));
        Compilation::of_diagnostics(found.files, found.diagnostics)
    }

    /// Says the same by a look at a part of the file. None where only a look at all of it can tell.
    fn diagnose_shortened(
        &mut self,
        source: &SourceFile,
        request: &Request,
        read: &dyn ReadFile,
    ) -> Option<Compilation> {
        let text = &*source.text;
        if !(SHORTEST..=LONGEST).contains(&text.len()) || !is_for_one_level(request) {
            *self = Self::default();
            return None;
        }
        let outline = Outline::of(text)?;
        if !self.stays_on_ground(source, request, &outline) {
            return None;
        }
        self.learn(&outline, request, read)?;
        let (shortened, left_out) = self.shortened(&outline)?;
        let short = SourceFile::new(source.name.clone(), shortened.text());
        let (found, segments) = diagnose_counted(short, request, read);
        let others = self.ground.as_ref().and_then(|ground| ground.others.as_deref());
        if others != found.files.get(1..) {
            *self = Self::default();
            return None;
        }
        if segments + left_out > MOST_SEGMENTS {
            return None;
        }
        let diagnostics = shortened.moved(found.diagnostics, outline.parts())?;
        let files = std::iter::once(source.clone()).chain(found.files.into_iter().skip(1)).collect();
        Some(Compilation::of_diagnostics(files, diagnostics))
    }

    /// Forgets everything where what decides about workouts changed. Tells whether it is worth it to look at them: where
    /// somebody types in a definition, it will soon change again.
    fn stays_on_ground(&mut self, source: &SourceFile, request: &Request, outline: &Outline<'_>) -> bool {
        let shared = outline.shared();
        let is_same = |ground: &Ground| {
            ground.request == *request && ground.name == source.name && ground.shared == *shared
        };
        if self.ground.as_ref().is_some_and(is_same) {
            return true;
        }
        let is_first = self.ground.is_none();
        let ground = Ground {
            request: request.clone(),
            name: source.name.clone(),
            shared: shared.clone(),
            others: None,
        };
        *self = Self { ground: Some(ground), known: FxHashMap::default() };
        is_first
    }

    /// Looks at the workouts that are new, and forgets those that are gone. None where a workout is about others.
    fn learn(&mut self, outline: &Outline<'_>, request: &Request, read: &dyn ReadFile) -> Option<()> {
        let mut before = std::mem::take(&mut self.known);
        let is_first = before.is_empty();
        let mut new: Vec<&str> = Vec::new();
        for workout in outline.workouts() {
            let (text, known) = match before.remove_entry(workout) {
                Some(known) => known,
                None if self.known.contains_key(workout) => continue,
                None => {
                    let state = match outline.weight(workout) {
                        Weight::None => State::New,
                        Weight::Own => State::Stays,
                        Weight::OfAll => State::OfAll,
                    };
                    new.extend(is_first.then_some(workout).filter(|_| matches!(state, State::New)));
                    self.known.insert(workout.into(), Known { title: title(workout), state });
                    continue;
                }
            };
            new.extend(matches!(known.state, State::New).then_some(workout));
            self.known.insert(text, known);
        }
        let shared = outline.shared();
        // As many at a time as there is beside them, so that all together take no more than twice as long.
        let mut rest = &new[..];
        while !rest.is_empty() {
            let mut bytes = 0;
            let mut fits = |text: &&str| {
                bytes += text.len();
                shared.text.is_empty() || bytes - text.len() < shared.text.len()
            };
            let count = rest.iter().take_while(|text| fits(text)).count();
            let (group, after) = rest.split_at(count);
            self.look_at(group, shared, request, read);
            rest = after;
        }
        let is_about_others = self.known.values().any(|known| matches!(known.state, State::OfAll));
        (!is_about_others).then_some(())
    }

    /// Looks at new workouts together. Where anything is said of one, those that are left are looked at again, in halves:
    /// what is wrong with several is often said of the first alone.
    fn look_at(&mut self, group: &[&str], shared: &Shared, request: &Request, read: &dyn ReadFile) {
        let mut text = shared.text.clone();
        let mut places = Vec::new();
        for workout in group {
            places.push(Span::new(text.len(), text.len() + workout.len()));
            text.push_str(workout);
            text.push('\n');
        }
        let Some(ground) = &mut self.ground else { return };
        let (sources, said, segments) =
            said_unjudged(SourceFile::new(ground.name.clone(), text), request, read);
        ground.others.get_or_insert_with(|| sources.into_iter().skip(1).collect());
        let of_definition = |one: &Diagnostic| {
            let start = one.span().range().start;
            let at = shared.places.partition_point(|place| place.end <= start);
            (is_of_need(one) && shared.places.get(at)?.contains(&start)).then_some(at)
        };
        let unneeded: FxHashSet<usize> = said.iter().filter_map(&of_definition).collect();
        let others: Vec<&Diagnostic> = said.iter().filter(|one| of_definition(one).is_none()).collect();
        let is_outside = |one: &Diagnostic| {
            one.file != FileId::default() || one.places().any(|span| span.range().start < shared.text.len())
        };
        // What is said of the definitions may be about any of the workouts.
        let is_said_of_all = others.iter().any(|one| is_outside(one));
        let mut heard: FxHashSet<usize> = FxHashSet::default();
        for span in others.iter().flat_map(|one| one.places()) {
            let first = places.partition_point(|place| place.end < span.start);
            let touched = places[first..].iter().take_while(|place| place.start <= span.end).count();
            heard.extend(first..first + touched);
        }
        let is_quiet = |number: &usize| !is_said_of_all && !heard.contains(number);
        let quiet: Vec<&str> = (0..group.len()).filter(is_quiet).map(|number| group[number]).collect();
        for (number, workout) in group.iter().enumerate() {
            if !is_quiet(&number)
                && let Some(known) = self.known.get_mut(*workout)
            {
                known.state = State::Stays;
            }
        }
        if quiet.len() < group.len() {
            let (first, second) = quiet.split_at(quiet.len() / 2);
            for half in [first, second].into_iter().filter(|half| !half.is_empty()) {
                self.look_at(half, shared, request, read);
            }
            return;
        }
        let needs = (0..shared.places.len()).filter(|number| !unneeded.contains(number)).collect();
        let group = Arc::new(Group { needs, segments });
        for workout in quiet {
            if let Some(known) = self.known.get_mut(workout) {
                known.state = State::Light(group.clone());
            }
        }
    }

    /// Returns the text without the workouts that may be left out, and how many segments these have at most. None where it
    /// is hardly shorter.
    fn shortened<'t>(&self, outline: &Outline<'t>) -> Option<(Shortened<'t>, usize)> {
        let parts = outline.parts();
        let known_of = |part: &Part| match part {
            Part::Workout(range) => self.known.get(&outline.text()[range.clone()]),
            Part::Shared(_) | Part::Other(_) | Part::Blank(_) => None,
        };
        let mut titles: FxHashMap<&str, usize> = FxHashMap::default();
        for title in
            parts.iter().filter_map(known_of).map(|known| &*known.title).chain(outline.other_titles())
        {
            *titles.entry(title).or_default() += 1;
        }
        let group_of = |part: &Part| match known_of(part)? {
            Known { title, state: State::Light(group) } if titles.get(&**title) == Some(&1) => Some(group),
            Known { .. } => None,
        };
        let light: Vec<Option<&Arc<Group>>> = parts.iter().map(group_of).collect();
        // Blanks keep nothing beside them.
        let solid: Vec<usize> =
            (0..parts.len()).filter(|&number| !matches!(parts[number], Part::Blank(_))).collect();
        let mut stays = vec![false; parts.len()];
        for (place, &number) in solid.iter().enumerate() {
            let is_at_end = place < AT_START || place + BESIDE >= solid.len();
            if light[number].is_none() {
                let last = (place + BESIDE).min(solid.len() - 1);
                solid[place.saturating_sub(BESIDE)..=last].iter().for_each(|&beside| stays[beside] = true);
            }
            stays[number] |= is_at_end;
        }
        // Of those that need a definition, a group stays, so that it is not said that nobody needs it.
        let mut needed: FxHashSet<usize> = FxHashSet::default();
        let mut kept: FxHashSet<*const Group> = FxHashSet::default();
        for group in light.iter().flatten() {
            if group.needs.iter().any(|definition| !needed.contains(definition)) {
                needed.extend(&group.needs);
                kept.insert(Arc::as_ptr(group));
            }
        }
        let mut left_out: FxHashMap<*const Group, usize> = FxHashMap::default();
        for (group, stays) in light.iter().zip(&mut stays) {
            match group {
                Some(group) if !*stays && !kept.contains(&Arc::as_ptr(group)) => {
                    left_out.insert(Arc::as_ptr(group), group.segments);
                }
                Some(_) | None => *stays = true,
            }
        }
        let pieces = parts.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(part, _)| part.range());
        let shortened = Shortened::of(outline.text(), pieces);
        (shortened.len() < outline.text().len() / 4 * 3).then(|| (shortened, left_out.values().sum()))
    }
}

/// Tells whether a diagnostic says that something is not needed.
fn is_of_need(one: &Diagnostic) -> bool {
    matches!(one.rule, Rule::UnusedDefinition | Rule::UnusedUse)
}

/// Tells whether workouts are looked at as they are written, so that none depends on the movements that others name.
fn is_for_one_level(request: &Request) -> bool {
    let is_written = |level: Level| level == Level::Intermediate;
    request.level.is_none_or(is_written)
        && is_written(request.default_level)
        && !request.options.sheet.levels
        && request.results.is_none()
        && !request.next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::NoFiles;

    fn long() -> String {
        let workout = |number: usize| {
            format!(
                "workout \"Day {number}\" <\n  tags strength\n  back squat 5x5 @ 100kg rest 3min\n  circuit rounds 3 <\n    \
                 push-up 10\n    plank 30s\n  >\n>\n\n"
            )
        };
        (0..40).map(workout).collect()
    }

    /// Looks at a text with something typed into a workout in its middle, letter by letter. Returns what
    /// was typed whenever all of the text was looked at.
    fn looked_at_whole(typed: &str) -> Vec<&str> {
        let (text, mut typing) = (long(), Typing::default());
        let at = text.find("\n  back squat 5x5 @ 100kg rest 3min\n  circuit rounds 3 <\n").unwrap();
        let at = text[..text.len() / 2].rfind(&text[at..at + 30]).unwrap();
        let mut whole = Vec::new();
        for end in typed.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let text = format!("{}\n{}{}", &text[..at], &typed[..end], &text[at..]);
            let source = SourceFile::new("x.wod", text);
            let kept = typing.diagnose_shortened(&source, &Request::default(), &NoFiles);
            match kept {
                Some(kept) if end == typed.len() => {
                    let fresh = diagnose(source, &Request::default(), &NoFiles);
                    assert_eq!(kept.diagnostics, fresh.diagnostics, "{typed}");
                }
                Some(_) => {}
                None => whole.push(&typed[..end]),
            }
        }
        whole
    }

    #[test]
    fn most_of_a_long_text_is_left_out_while_somebody_types() {
        for typed in [
            "  goblet sqaut 3x10 @ 24kg rest 90s",
            "  note \"Slow on the way down.\"",
            "  circuit rounds 3 <\n    plank 30s\n    rest 1min\n  >",
            "  circuit <\n  level beginner",
            "  # so < it is",
            "  jefferson crul 3x8 \"so\"; 5min run",
            "  record \"how it was\"",
            "  A1) squat 10\n  A2) lunge 10\n  Finisher:\n  10 burpees",
            ">\nworkout \"Another\" <\n  squat 10\n>\nworkout \"More\" <",
        ] {
            assert_eq!(looked_at_whole(typed), [""; 0], "{typed}");
        }
    }
}
