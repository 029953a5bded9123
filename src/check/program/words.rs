//! `{week}` and the like in texts: what a plan puts there for each session.

use std::sync::Arc;

use super::{Dose, Step, StepKind, Workout};

/// What stands for the words in braces of a session's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words<'w> {
    /// `{week}`, from 1.
    pub week: u32,
    /// `{session}`: how often the workout was done, this time included.
    pub session: u32,
    /// `{cycle}`, from 1.
    pub cycle: u32,
    /// `{phase}`: the name of the part of the plan.
    pub phase: &'w str,
}

impl Words<'_> {
    /// The words of a workout that is in no plan.
    pub const ALONE: Words<'static> = Words { week: 1, session: 1, cycle: 1, phase: "" };

    /// Returns only those that are named, and of the others what a workout on its own has.
    pub fn only(self, named: Named) -> Self {
        Self {
            week: if named.week { self.week } else { Self::ALONE.week },
            session: if named.session { self.session } else { Self::ALONE.session },
            cycle: if named.cycle { self.cycle } else { Self::ALONE.cycle },
            phase: if named.phase { self.phase } else { Self::ALONE.phase },
        }
    }

    /// Returns a text with its words replaced. None where it has none.
    fn put(&self, text: &str) -> Option<String> {
        if !text.contains('{') {
            return None;
        }
        let words = [
            ("{week}", self.week.to_string()),
            ("{session}", self.session.to_string()),
            ("{cycle}", self.cycle.to_string()),
            ("{phase}", self.phase.to_owned()),
        ];
        let mut written = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            let word = words.iter().find(|(word, _)| {
                from.get(..word.len()).is_some_and(|first| first.eq_ignore_ascii_case(word))
            });
            let (put, length) = word.map_or(("{", 1), |(word, value)| (value.as_str(), word.len()));
            written += before;
            written += put;
            rest = &from[length..];
        }
        written += rest;
        (written != text).then_some(written)
    }
}

fn find(text: &str, word: &str) -> Option<usize> {
    text.to_ascii_lowercase().find(word)
}

/// Which of the words the texts of a workout have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Named {
    /// `{week}`.
    pub week: bool,
    /// `{session}`.
    pub session: bool,
    /// `{cycle}`.
    pub cycle: bool,
    /// `{phase}`.
    pub phase: bool,
}

impl Named {
    /// Tells whether there is any.
    pub fn any(self) -> bool {
        self != Self::default()
    }

    /// Adds those of another text.
    pub fn add(&mut self, other: Self) {
        self.week |= other.week;
        self.session |= other.session;
        self.cycle |= other.cycle;
        self.phase |= other.phase;
    }

    fn note(&mut self, text: &str) {
        if text.contains('{') {
            self.week |= find(text, "{week}").is_some();
            self.session |= find(text, "{session}").is_some();
            self.cycle |= find(text, "{cycle}").is_some();
            self.phase |= find(text, "{phase}").is_some();
        }
    }
}

/// Returns which of the words a workout's own texts have; none where braces are only letters.
pub fn named(workout: &Workout) -> Named {
    let mut named = named_at_top(workout);
    if workout.takes_words {
        note_steps(&workout.steps, &mut named);
    }
    named
}

/// Returns which of the words a workout's own texts have, without those of its steps.
pub fn named_at_top(workout: &Workout) -> Named {
    let mut named = Named::default();
    if workout.takes_words {
        named.note(&workout.title);
        workout.about.texts().for_each(|(_, text)| named.note(text));
    }
    named
}

/// Returns which of the words a step of a workout has in its own texts, without those of the steps in it.
pub fn named_by(step: &Step, workout: &Workout) -> Named {
    let mut named = Named::default();
    if workout.takes_words {
        note_step(step, &mut named);
    }
    named
}

fn note_steps(steps: &[Step], named: &mut Named) {
    for step in steps {
        note_step(step, named);
        match &step.kind {
            StepKind::Block(block) => note_steps(&block.steps, named),
            StepKind::Turns(turns) => turns.items.iter().for_each(|item| note_steps(item, named)),
            StepKind::Exercise(_)
            | StepKind::Note(_)
            | StepKind::Record(_)
            | StepKind::Rest(_)
            | StepKind::Do(_) => {}
        }
    }
}

fn note_step(step: &Step, named: &mut Named) {
    match &step.kind {
        StepKind::Note(text) => named.note(text),
        StepKind::Record(record) => named.note(&record.text),
        StepKind::Exercise(exercise) => {
            exercise.choices.iter().flat_map(|choice| choice.cues()).for_each(|cue| named.note(cue));
        }
        StepKind::Block(block) => block.title.iter().chain(&block.until).for_each(|text| named.note(text)),
        StepKind::Turns(_) | StepKind::Rest(_) | StepKind::Do(_) => {}
    }
}

/// Puts the words into a workout's own texts, if it takes them.
pub fn put(workout: &mut Workout, words: &Words<'_>) {
    if !workout.takes_words {
        return;
    }
    if let Some(title) = words.put(&workout.title) {
        workout.title = title;
    }
    for text in [&mut workout.about.by, &mut workout.about.source].into_iter().flatten() {
        if let Some(put) = words.put(text) {
            *text = put;
        }
    }
    put_steps(&mut workout.steps, words);
}

fn put_steps(steps: &mut [Step], words: &Words<'_>) {
    let replace = |text: &mut Box<str>| {
        if let Some(put) = words.put(text) {
            *text = put.into();
        }
    };
    for step in steps {
        match &mut step.kind {
            StepKind::Note(text) => replace(text),
            StepKind::Record(record) => replace(&mut record.text),
            StepKind::Exercise(exercise) => {
                for choice in &mut exercise.choices {
                    choice.cue.iter_mut().for_each(replace);
                    let Dose::Sets(groups) = &mut choice.dose else { continue };
                    let own = groups.iter_mut().filter_map(|group| group.own.as_mut());
                    own.filter_map(|own| own.cue.as_mut()).for_each(replace);
                }
            }
            StepKind::Block(block) => {
                block.title.iter_mut().chain(&mut block.until).for_each(replace);
                put_steps(&mut block.steps, words);
            }
            // What is done some of the times was chosen before.
            StepKind::Rest(_) | StepKind::Do(_) | StepKind::Turns(_) => {}
        }
    }
}

/// Returns a workout as it is done on its own: in week 1, for the first time.
pub fn alone(workout: &Arc<Workout>) -> Arc<Workout> {
    if !has_any(workout) {
        return workout.clone();
    }
    let mut written = Workout::clone(workout);
    put(&mut written, &Words::ALONE);
    done_alone(&mut written.steps);
    Arc::new(written)
}

fn has_any(workout: &Workout) -> bool {
    named(workout).any() || any_done(&workout.steps)
}

fn any_done(steps: &[Step]) -> bool {
    steps.iter().any(|step| match &step.kind {
        StepKind::Do(done) => has_any(done),
        StepKind::Block(block) => any_done(&block.steps),
        StepKind::Turns(turns) => turns.items.iter().any(|item| any_done(item)),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => false,
    })
}

fn done_alone(steps: &mut [Step]) {
    for step in steps {
        match &mut step.kind {
            StepKind::Do(done) => *done = alone(done),
            StepKind::Block(block) => done_alone(&mut block.steps),
            StepKind::Turns(_)
            | StepKind::Exercise(_)
            | StepKind::Rest(_)
            | StepKind::Note(_)
            | StepKind::Record(_) => {}
        }
    }
}
