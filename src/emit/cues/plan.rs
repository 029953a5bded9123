//! What there is to say, before anybody asks whether there is time for it.

use std::iter;

use crate::emit::Compiled;
use crate::timeline::{Segment, SegmentKind};

use super::CueKind;
use super::blocks::Blocks;
use super::bout::{Bouts, Detail, sentence};
use super::calls::{Around, Caller, LONG_REST_MS, is_pause};
use super::quantity::{about, time};
use super::speech::{Rate, one_line};

mod asides;
mod lead_in;
mod passes;

pub(super) use asides::{Aside, Source};
use passes::Passes;

/// All that could be said.
#[derive(Debug, Default)]
pub(super) struct Plan<'p> {
    /// In time order.
    pub(super) calls: Vec<Call>,
    /// In the order of the start of their windows.
    pub(super) asides: Vec<Aside<'p>>,
}

/// Something that is said at its second or not at all.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) at_ms: i64,
    pub(super) estimated: bool,
    pub(super) segment: usize,
    pub(super) kind: CueKind,
    /// From the longest form to the shortest. Never empty.
    pub(super) forms: Vec<String>,
    /// The shortest form that it may be cut to for the coach's own words.
    pub(super) least: usize,
}

/// Work shorter than this gets neither a halfway call nor a countdown.
pub(super) const COUNTED_DOWN_MS: i64 = 20_000;
/// From this length on, the call in the middle says how much time is left.
const LONG_MS: i64 = 120_000;
/// From this length on there is a call ten seconds before the end of work.
const TEN_SECONDS_CALL_MS: i64 = 60_000;
/// From this length on there is a call one minute before the end of work.
const LAST_MINUTE_CALL_MS: i64 = 300_000;
/// From this length on there is a call five minutes before the end of work.
const LAST_FIVE_MINUTES_CALL_MS: i64 = 900_000;
/// Work for time hears its clock this often.
const CLOCK_CALL_EVERY_MS: i64 = 300_000;
/// The clock is not called so shortly before the end is expected, or before the last calls of a cap.
const LAST_CLOCK_CALL_MS: i64 = 90_000;
/// A rest of this length is called again ten seconds before its end.
const RECALLED_REST_MS: i64 = 30_000;
/// A rest of this length is called in its middle, too.
const HALVED_REST_MS: i64 = 60_000;
/// Calls of the time left in a rest are multiples of this.
const ROUND_FIGURE_MS: i64 = 15_000;
/// How long before its end a rest is called again.
const RECALL_MS: i64 = 10_000;

/// Returns the whole second that a moment lies in.
pub(super) fn second_of(ms: i64) -> i64 {
    ms.div_euclid(1000) * 1000
}

/// Returns the first whole second that is not before a moment.
pub(super) fn second_from(ms: i64) -> i64 {
    second_of(ms + 999)
}

/// Returns all that could be said in a workout.
pub(super) fn plan<'p>(compiled: &Compiled<'p>, rate: Rate) -> Plan<'p> {
    let caller = Caller {
        bouts: Bouts { program: compiled.program, level: compiled.level },
        blocks: Blocks::of(compiled.workout, compiled.timeline),
    };
    let mut planner = Planner {
        called: vec![false; caller.blocks.count()],
        caller,
        announced: None,
        passes: Passes::default(),
        rate,
        segments: &compiled.timeline.segments,
        next_work: next_work(&compiled.timeline.segments),
        plan: Plan::default(),
    };
    planner.lead_in(compiled, planner.next_work.first().copied().flatten());
    planner.segments();
    planner.closing(compiled);
    planner.plan.asides = asides::asides(compiled, &planner.caller.blocks, rate);
    planner.plan
}

/// Returns, for each segment, the first one from it on that is not a pause.
fn next_work(segments: &[Segment<'_>]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut found: Vec<Option<usize>> = Vec::with_capacity(segments.len());
    for (index, segment) in segments.iter().enumerate().rev() {
        if !is_pause(segment) {
            next = Some(index);
        }
        found.push(next);
    }
    found.reverse();
    found
}

/// Walks the segments and notes the calls.
struct Planner<'c, 'p> {
    caller: Caller<'p>,
    /// The parts of the workout whose names have been called.
    called: Vec<bool>,
    /// How often the rounds of each block have been gone through.
    passes: Passes,
    /// What was last announced, whether in a long pause, and in which words.
    announced: Option<(&'c Segment<'p>, bool, Vec<String>)>,
    rate: Rate,
    segments: &'c [Segment<'p>],
    /// For each segment, the first one from it on that is not a pause.
    next_work: Vec<Option<usize>>,
    plan: Plan<'p>,
}

impl<'c, 'p> Planner<'c, 'p> {
    /// Plans the calls of every segment.
    fn segments(&mut self) {
        let segments = self.segments;
        let mut estimated = false;
        let mut last_work: Option<&Segment<'p>> = None;
        let mut resting_until = 0;
        for (index, segment) in segments.iter().enumerate() {
            let first_call = self.plan.calls.len();
            let before = index.checked_sub(1).and_then(|index| segments.get(index));
            if is_pause(segment) {
                let next = self.work_from(index);
                if index >= resting_until {
                    let pause = pause_from(segments, index);
                    resting_until = pause.end;
                    self.pause(index, &pause, estimated, next, last_work);
                }
            } else {
                let around = Around { last_work, before, after: segments.get(index + 1) };
                let mut entering = self.caller.blocks.entering(segment.block, &mut self.called);
                entering.extend(self.passes.pass(segment, &self.caller.blocks));
                let forms = self.caller.start(segment, around, &entering);
                self.call(index, segment.start_ms, CueKind::Start, estimated, forms);
                // Who was not told what comes next has to hear more than the word to begin.
                if let (false, Some(call)) = (before.is_none_or(is_pause), self.plan.calls.last_mut()) {
                    call.least = call.least.saturating_sub(1);
                }
                self.during(index, segment, estimated);
                last_work = Some(segment);
            }
            let after_amrap = before.is_some_and(|before| before.kind == SegmentKind::Amrap);
            if let Some(call) = self.plan.calls.get_mut(first_call).filter(|_| after_amrap) {
                let with_time: Vec<String> = call.forms.iter().map(|form| format!("Time. {form}")).collect();
                let shortest = call.forms.pop();
                call.forms = with_time.into_iter().chain(shortest).collect();
            }
            estimated |= segment.estimated;
        }
    }

    /// Returns the first segment from one on that is not a pause.
    fn work_from(&self, index: usize) -> Option<&'c Segment<'p>> {
        self.next_work.get(index).copied().flatten().and_then(|next| self.segments.get(next))
    }

    /// Notes a call at the second that `at_ms` lies in.
    fn call(&mut self, segment: usize, at_ms: i64, kind: CueKind, estimated: bool, forms: Vec<String>) {
        if let Some(least) = forms.len().checked_sub(1) {
            self.plan.calls.push(Call { at_ms: second_of(at_ms), estimated, segment, kind, forms, least });
        }
    }

    /// Plans the calls of a pause: what it is, what comes next, and how much of a long one is left.
    fn pause(
        &mut self,
        index: usize,
        pause: &Pause,
        estimated: bool,
        next: Option<&'c Segment<'p>>,
        last: Option<&Segment<'p>>,
    ) {
        let Some(segment) = self.segments.get(index) else { return };
        let upcoming = self.upcoming(pause.total_ms >= LONG_REST_MS, next, last);
        let forms = match segment.kind {
            SegmentKind::Transition | SegmentKind::Switch => {
                self.caller.change(segment.kind, next, &upcoming)
            }
            SegmentKind::Rest
            | SegmentKind::Work
            | SegmentKind::Interval
            | SegmentKind::Amrap
            | SegmentKind::ForTime => self.caller.rest(segment, pause.total_ms, &upcoming),
        };
        let start = segment.start_ms;
        self.call(index, start, CueKind::Pause, estimated, forms);
        if segment.estimated || segment.open_ended || pause.total_ms < RECALLED_REST_MS {
            return;
        }
        let end = second_of(start + pause.total_ms);
        if pause.total_ms >= HALVED_REST_MS {
            // Nobody rests by "37 seconds left".
            let left_ms = pause.total_ms / 2 / ROUND_FIGURE_MS * ROUND_FIGURE_MS;
            let left = format!("{} left.", time(left_ms));
            self.call(index, end - left_ms, CueKind::TimeLeft, estimated, vec![left]);
        }
        let mut forms: Vec<String> =
            upcoming.iter().map(|next| format!("10 seconds. Next: {next}.")).collect();
        forms.push("10 seconds.".to_owned());
        self.call(index, end - RECALL_MS, CueKind::TimeLeft, estimated, forms);
    }

    /// Returns what comes after a pause, as [`Caller::upcoming`] does.
    fn upcoming(
        &mut self,
        long: bool,
        next: Option<&'c Segment<'p>>,
        last: Option<&Segment<'p>>,
    ) -> Vec<String> {
        let Some(next) = next else { return Vec::new() };
        // One pause may follow another, and what comes after them may be long to look through.
        match &self.announced {
            Some((of, was_long, forms)) if std::ptr::eq(*of, next) && *was_long == long => forms.clone(),
            Some(_) | None => {
                let forms = self.named(next, self.caller.upcoming(next, last, long));
                self.announced = Some((next, long, forms.clone()));
                forms
            }
        }
    }

    /// Returns the forms of what comes next, first with the names of the parts that begin with it.
    fn named(&self, next: &Segment<'p>, mut forms: Vec<String>) -> Vec<String> {
        let mut names = self.caller.blocks.names_ahead(next.block, &self.called);
        names.extend(self.passes.ahead(next, &self.caller.blocks));
        if let Some(full) = forms.first().filter(|_| !names.is_empty()) {
            let named = format!("{names}{}", sentence(full));
            forms.insert(0, named);
        }
        forms
    }

    /// Plans the calls between the start of work and its end.
    fn during(&mut self, index: usize, segment: &Segment<'p>, estimated: bool) {
        let first = self.plan.calls.len();
        let stretch = Stretch {
            segment: index,
            estimated,
            start_ms: segment.start_ms,
            end_ms: segment.start_ms + segment.duration_ms,
        };
        match segment.kind {
            SegmentKind::Work if segment.estimated || segment.open_ended => {}
            SegmentKind::Work | SegmentKind::Amrap => self.time_checks(stretch),
            SegmentKind::Interval => {
                self.steps_on_the_clock(segment, stretch);
                self.countdown(stretch);
            }
            SegmentKind::ForTime => {
                self.clock_calls(stretch);
                let cap = self.caller.blocks.header(segment).and_then(|block| block.cap);
                // Only where the cap itself ends the work is the end known.
                if cap.is_some_and(|cap| segment.duration_ms >= cap.low) {
                    self.last_calls(stretch);
                    self.countdown(stretch);
                }
            }
            SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => {}
        }
        if let Some(calls) = self.plan.calls.get_mut(first..) {
            calls.sort_by_key(|call| call.at_ms);
        }
    }

    /// Plans the halfway call, the calls near the end and the countdown.
    fn time_checks(&mut self, stretch: Stretch) {
        if stretch.length_ms() < COUNTED_DOWN_MS {
            return;
        }
        let (start, end) = (second_of(stretch.start_ms), second_of(stretch.end_ms));
        let half = second_from(start + (end - start) / 2);
        let mut forms = vec!["Halfway.".to_owned()];
        if stretch.length_ms() >= LONG_MS {
            forms.insert(0, format!("Halfway. {} to go.", time(end - half)));
        }
        self.call(stretch.segment, half, CueKind::Halfway, stretch.estimated, forms);
        self.last_calls(stretch);
        self.countdown(stretch);
    }

    /// Plans calls of the time that has passed, every few minutes of work whose end is unknown.
    fn clock_calls(&mut self, stretch: Stretch) {
        let start = second_from(stretch.start_ms);
        let mut gone_ms = CLOCK_CALL_EVERY_MS;
        while gone_ms + LAST_CLOCK_CALL_MS <= stretch.length_ms() {
            let forms = vec![format!("{} on the clock.", time(gone_ms)), format!("{}.", time(gone_ms))];
            self.call(stretch.segment, start + gone_ms, CueKind::TimeLeft, stretch.estimated, forms);
            gone_ms += CLOCK_CALL_EVERY_MS;
        }
    }

    /// Plans the calls five minutes, one minute and ten seconds before the end of long work.
    fn last_calls(&mut self, stretch: Stretch) {
        let end = second_of(stretch.end_ms);
        if stretch.length_ms() >= LAST_FIVE_MINUTES_CALL_MS {
            let forms = vec!["5 minutes left.".to_owned()];
            self.call(stretch.segment, end - 300_000, CueKind::TimeLeft, stretch.estimated, forms);
        }
        if stretch.length_ms() >= LAST_MINUTE_CALL_MS {
            let forms = vec!["1 minute left.".to_owned()];
            self.call(stretch.segment, end - 60_000, CueKind::TimeLeft, stretch.estimated, forms);
        }
        let is_gentle =
            self.segments.get(stretch.segment).is_some_and(|segment| self.caller.bouts.is_gentle(segment));
        if stretch.length_ms() >= TEN_SECONDS_CALL_MS && !is_gentle {
            let forms = vec!["Last 10 seconds.".to_owned(), "10 seconds.".to_owned()];
            self.call(stretch.segment, end - 10_000, CueKind::TimeLeft, stretch.estimated, forms);
        }
    }

    /// Plans `3`, `2`, `1`, each on its second, where the work is long enough for that, and no stretch follows. Nobody is
    /// counted out of the last stretch either.
    fn countdown(&mut self, stretch: Stretch) {
        let next = self.work_from(stretch.segment + 1).or(self.segments.get(stretch.segment));
        let is_gentle = next.is_some_and(|next| self.caller.bouts.is_gentle(next));
        if stretch.length_ms() >= COUNTED_DOWN_MS && !is_gentle {
            self.count_to(stretch.segment, second_of(stretch.end_ms), stretch.estimated);
        }
    }

    /// Plans the last three seconds before `end_ms`.
    fn count_to(&mut self, index: usize, end_ms: i64, estimated: bool) {
        if self.rate.length_ms("3") + Rate::GAP_MS > 1000 {
            // A voice this slow cannot count seconds.
            let forms = vec!["3 seconds.".to_owned(), "3.".to_owned()];
            self.call(index, end_ms - 3000, CueKind::Countdown, estimated, forms);
            return;
        }
        for left in (1..=3).rev() {
            self.call(index, end_ms - left * 1000, CueKind::Countdown, estimated, vec![left.to_string()]);
        }
    }

    /// Plans calls for the steps of an interval, as far as their times are known. The first is called with the interval.
    fn steps_on_the_clock(&mut self, interval: &Segment<'p>, slot: Stretch) {
        let Stretch { segment: index, estimated, .. } = slot;
        let mut done_ms = slot.start_ms;
        let mut working = false;
        for (n, step) in interval.steps.iter().enumerate() {
            let start_ms = slot.start_ms + step.start_ms;
            // The slot's end cuts what does not fit.
            if start_ms >= slot.end_ms {
                return;
            }
            let (kind, forms) = match step.kind {
                SegmentKind::Work => {
                    let forms = [Detail::Dose, Detail::Side, Detail::Name];
                    let forms =
                        forms.map(|detail| format!("{}.", sentence(&self.caller.bouts.bout(step, detail))));
                    (CueKind::Start, forms.to_vec())
                }
                SegmentKind::Rest => (CueKind::Pause, self.caller.rest(step, step.duration_ms, &[])),
                SegmentKind::Transition | SegmentKind::Switch => {
                    (CueKind::Pause, self.caller.change(step.kind, interval.steps.get(n + 1), &[]))
                }
                SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => continue,
            };
            if n > 0 {
                self.call(index, start_ms, kind, estimated, forms);
            }
            if step.estimated || step.open_ended {
                return;
            }
            working = step.kind == SegmentKind::Work;
            done_ms = start_ms + step.duration_ms;
            if working {
                self.time_checks(Stretch { start_ms, end_ms: done_ms.min(slot.end_ms), ..slot });
            }
        }
        if working && done_ms < slot.end_ms {
            self.call(index, done_ms, CueKind::Pause, estimated, vec!["Rest.".to_owned()]);
        }
    }

    /// Plans the end, with the notes that come last.
    fn closing(&mut self, compiled: &Compiled<'p>) {
        let Some(last) = self.segments.len().checked_sub(1) else { return };
        let timeline = compiled.timeline;
        let end = timeline.segments.last().map(|last| last.start_ms + last.duration_ms).unwrap_or_default();
        let total = if timeline.estimated { sentence(&about(end)) } else { time(end) };
        let estimated = timeline.segments.iter().any(|segment| segment.estimated);
        let notes = timeline.notes.iter().filter(|note| note.before >= timeline.segments.len());
        let notes = notes.map(|note| (CueKind::Note, one_line(note.text)));
        let mut at_ms = second_from(end);
        for (kind, text) in iter::once((CueKind::Done, format!("Done. {total}. Well worked."))).chain(notes) {
            let length_ms = self.rate.length_ms(&text);
            if length_ms > 0 {
                self.call(last, at_ms, kind, estimated, vec![text]);
                at_ms += second_from(length_ms + Rate::GAP_MS);
            }
        }
    }
}

/// A piece of work whose end is known.
#[derive(Clone, Copy)]
struct Stretch {
    segment: usize,
    /// Whether its start is known only by estimate.
    estimated: bool,
    start_ms: i64,
    end_ms: i64,
}

impl Stretch {
    fn length_ms(self) -> i64 {
        self.end_ms - self.start_ms
    }
}

/// Rests that follow each other, taken as one; any other pause by itself.
struct Pause {
    /// One past its last segment.
    end: usize,
    total_ms: i64,
}

/// Returns the pause that begins at a segment.
fn pause_from(segments: &[Segment<'_>], index: usize) -> Pause {
    let mut pause = Pause { end: index, total_ms: 0 };
    for segment in segments.get(index..).unwrap_or_default() {
        let plain = segment.kind == SegmentKind::Rest
            && segment.movement.is_none()
            && !segment.estimated
            && !segment.open_ended;
        if pause.end > index && !plain {
            break;
        }
        pause.end += 1;
        pause.total_ms += segment.duration_ms;
        if !plain {
            break;
        }
    }
    pause
}
