//! Words that are said where there is room: the coach's notes, and what to think of while moving.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::program::{Choice, MovementId, Program, Side};
use crate::emit::Compiled;
use crate::timeline::{Segment, SegmentKind};

use super::super::blocks::Blocks;
use super::super::bout::is_part_of_a_sentence;
use super::super::calls::is_pause;
use super::super::speech::Rate;
use super::{COUNTED_DOWN_MS, second_of};

/// Something that may be said anywhere in its window.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Aside<'p> {
    pub(in super::super) segment: usize,
    pub(in super::super) source: Source,
    /// It begins no earlier.
    pub(in super::super) from_ms: i64,
    /// It had better begin no earlier than this, where there is a choice.
    pub(in super::super) settled_ms: i64,
    /// It ends no later.
    pub(in super::super) until_ms: i64,
    pub(in super::super) length_ms: i64,
    /// As the coach wrote it.
    pub(in super::super) text: &'p str,
}

/// Whose words an [`Aside`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Source {
    /// A note, in its place.
    Note,
    /// The cue of a statement; statements are numbered by first use. `in_turn` unless it is tried again because it was not said yet.
    Statement { number: usize, in_turn: bool },
    /// One of the movement's cues.
    Movement,
}

/// How long a body needs to get into a movement before it can listen.
const SETTLING_MS: i64 = 4000;
/// One cue for this much time; more would be chatter.
const CUE_EVERY_MS: i64 = 45_000;
/// At most this many cues in one bout.
const MOST_CUES: i64 = 3;

/// Returns all notes and form cues of a workout, by the start of their windows.
pub(super) fn asides<'p>(compiled: &Compiled<'p>, blocks: &Blocks<'p>, rate: Rate) -> Vec<Aside<'p>> {
    let mut cues = Cues {
        program: compiled.program,
        rate,
        lengths: FxHashMap::default(),
        statements: FxHashMap::default(),
        visits: FxHashMap::default(),
        begun: FxHashSet::default(),
        asides: Vec::new(),
    };
    let segments = &compiled.timeline.segments;
    cues.notes(compiled, blocks);
    let mut pause_from = None;
    for (index, segment) in segments.iter().enumerate() {
        if is_pause(segment) {
            pause_from.get_or_insert(segment.start_ms);
        } else {
            cues.of_segment(index, segment, pause_from.take().unwrap_or(segment.start_ms));
        }
    }
    cues.asides.sort_by_key(|aside| aside.from_ms);
    cues.asides
}

/// Gathers asides.
struct Cues<'p> {
    program: &'p Program,
    rate: Rate,
    /// How long a text takes, by where it comes: a cue comes back every round and may be long.
    lengths: FxHashMap<*const u8, i64>,
    statements: FxHashMap<*const u8, usize>,
    /// How often a statement has come up on a side.
    visits: FxHashMap<(*const Choice, Option<bool>), usize>,
    /// The movements that have come up.
    begun: FxHashSet<MovementId>,
    asides: Vec<Aside<'p>>,
}

/// Where in time the cues of a bout may be said.
#[derive(Clone, Copy)]
struct Window {
    segment: usize,
    start_ms: i64,
    from_ms: i64,
    until_ms: i64,
}

impl<'p> Cues<'p> {
    /// Returns how long a text takes.
    fn length_ms(&mut self, text: &'p str) -> i64 {
        let rate = self.rate;
        *self.lengths.entry(text.as_ptr()).or_insert_with(|| rate.length_ms(text))
    }

    /// Adds the notes. Each is said in the pause before its place or in the segment after it. A note inside a segment is
    /// said in that segment only. Notes at the edges are said in the lead-in or in the closing words.
    fn notes(&mut self, compiled: &Compiled<'p>, blocks: &Blocks<'p>) {
        let segments = &compiled.timeline.segments;
        for note in &compiled.timeline.notes {
            let Some(after) = segments.get(note.before) else { continue };
            let before = note.before.checked_sub(1).and_then(|before| segments.get(before));
            let from_ms = match before {
                _ if blocks.is_inside(note.text) => after.start_ms,
                Some(before) if is_pause(before) => before.start_ms,
                Some(_) => after.start_ms,
                None => continue,
            };
            let until_ms = after.start_ms + after.duration_ms;
            let window = Window { segment: note.before, start_ms: from_ms, from_ms, until_ms };
            self.add(window, Source::Note, note.text, from_ms);
        }
    }

    /// Adds the cues for a segment that is not a pause.
    fn of_segment(&mut self, index: usize, segment: &Segment<'p>, pause_from_ms: i64) {
        let (start_ms, duration_ms) = (segment.start_ms, segment.duration_ms);
        let window = Window { segment: index, start_ms, from_ms: start_ms, until_ms: start_ms + duration_ms };
        match segment.kind {
            SegmentKind::Work => {
                let short = duration_ms < COUNTED_DOWN_MS;
                let window = Window {
                    // A short bout may be prepared in the pause before it, and in a long one a late cue comes too late.
                    from_ms: if short { pause_from_ms } else { start_ms },
                    until_ms: start_ms + if short { duration_ms } else { duration_ms * 4 / 5 },
                    ..window
                };
                self.of_bout(window, segment);
            }
            SegmentKind::Interval => {
                let works = segment.steps.iter().filter(|step| step.kind == SegmentKind::Work);
                let turn = segment.round.map_or(0, |round| round.n.saturating_sub(1) as usize);
                let count = works.clone().count().max(1);
                for (n, step) in works.enumerate() {
                    let window = within_interval(window, segment, step);
                    if n == turn % count {
                        self.of_bout(window, step);
                    } else {
                        self.own_cue(window, step, false);
                    }
                }
            }
            SegmentKind::Amrap | SegmentKind::ForTime => {
                for step in segment.steps.iter().filter(|step| step.kind == SegmentKind::Work) {
                    // Here the athlete sets the pace: only the coach's own words are said, once.
                    if step.cue().is_some_and(|cue| !self.statements.contains_key(&cue.as_ptr())) {
                        self.own_cue(window, step, false);
                    }
                }
            }
            SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => {}
        }
    }

    /// Adds the cues of one bout: the statement's own first, then the movement's, another one each time it comes up.
    fn of_bout(&mut self, window: Window, bout: &Segment<'p>) {
        let Some(choice) = bout.choice else { return };
        let side = bout.side.map(|side| side == Side::Right);
        let visit = self.visits.entry((std::ptr::from_ref(choice), side)).or_default();
        // The cue of a set comes first in that set.
        let is_of_set = bout.of_set.is_some_and(|own| own.cue.is_some());
        let turn = if is_of_set { 0 } else { *visit };
        *visit += 1;

        let movement = bout.movement.and_then(|id| self.program.movements.get(id.0 as usize));
        let is_first = bout.movement.is_none_or(|id| self.begun.insert(id));
        let cues = movement.map(|movement| movement.cues.as_slice()).unwrap_or_default();
        let cues: Vec<&'p String> = cues.iter().filter(|cue| is_first || !is_set_up(cue)).collect();
        let own = usize::from(own_cue(bout).is_some());
        let all = own + cues.len();
        if all == 0 {
            return;
        }
        let length = window.until_ms - window.start_ms;
        let wanted = (1 + length / CUE_EVERY_MS).min(MOST_CUES).min(i64::try_from(all).unwrap_or(MOST_CUES));
        let own_in_turn = own == 1 && turn.is_multiple_of(all);
        if !own_in_turn {
            self.own_cue(window, bout, false);
        }
        for n in 0..wanted {
            let start_ms = window.start_ms + n * length / wanted;
            let until_ms = window.start_ms + (n + 1) * length / wanted;
            let part = Window {
                start_ms,
                from_ms: if n == 0 { window.from_ms } else { start_ms },
                until_ms,
                ..window
            };
            let at = (turn + usize::try_from(n).unwrap_or_default()) % all;
            match at.checked_sub(own).and_then(|at| cues.get(at)) {
                Some(cue) => self.add(part, Source::Movement, cue, start_ms + SETTLING_MS),
                None => self.own_cue(Window { until_ms: window.until_ms, ..part }, bout, true),
            }
        }
    }

    /// Adds a statement's own cue, if it has one.
    fn own_cue(&mut self, window: Window, bout: &Segment<'p>, in_turn: bool) {
        let Some(cue) = own_cue(bout) else { return };
        let next = self.statements.len();
        let number = *self.statements.entry(cue.as_ptr()).or_insert(next);
        self.add(window, Source::Statement { number, in_turn }, cue, window.start_ms + SETTLING_MS);
    }

    /// Adds an aside, unless there is nothing to say.
    fn add(&mut self, window: Window, source: Source, text: &'p str, settled_ms: i64) {
        let length_ms = self.length_ms(text);
        if length_ms == 0 {
            return;
        }
        let Window { segment, from_ms, until_ms, .. } = window;
        self.asides.push(Aside {
            segment,
            source,
            from_ms: second_of(from_ms),
            settled_ms,
            until_ms,
            length_ms,
            text,
        });
    }
}

/// Returns the cue of a bout that is said by itself.
fn own_cue<'p>(bout: &Segment<'p>) -> Option<&'p str> {
    bout.cue().filter(|cue| !is_part_of_a_sentence(cue))
}

/// Tells whether a cue of the catalogue is about getting into position, which is over once the movement has begun.
fn is_set_up(cue: &str) -> bool {
    const FIRST_WORDS: [&str; 14] = [
        "Set", "Start", "Begin", "Lie", "Kneel", "Place", "Plant", "Wedge", "Grip", "Grab", "Unrack", "Take",
        "Wear", "Straps",
    ];
    cue.split(' ').next().is_some_and(|first| FIRST_WORDS.contains(&first))
}

/// Returns the part of an interval in which the cues of one of its steps belong.
fn within_interval(interval: Window, whole: &Segment<'_>, step: &Segment<'_>) -> Window {
    let start_ms = (interval.start_ms + step.start_ms).min(interval.until_ms);
    let done_ms = start_ms + step.duration_ms;
    // It is unknown how long repetitions take, but they are hardly done in the first half of an interval.
    let done_ms =
        if step.estimated { done_ms.max(interval.start_ms + whole.duration_ms / 2) } else { done_ms };
    Window { start_ms, from_ms: start_ms, until_ms: done_ms.min(interval.until_ms), ..interval }
}
