//! Fits the words into the time.
//!
//! First the calls are compared, each in its shortest form. Of two that collide, the less important one is dropped; of two
//! starts the earlier, since nobody needs the name of something that is over. Then the time after each call is filled:
//! with the coach's own words, then with a longer form of the call, then with the movement's cues. Each call and each
//! aside is looked at a fixed number of times, so the work is linear in the length of the workout.

use super::plan::{Aside, Call, Plan, Source, second_from};
use super::speech::{Rate, one_line};
use super::{CueKind, Utterance};

/// An aside that found no room between this many calls is given up. No bout has more calls in it; an AMRAP has fewer.
const MOST_TRIES: u32 = 8;

/// Words of the coach's that found no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsaid<'p> {
    /// As they were written.
    pub(super) text: &'p str,
    /// Whether they are a note; else they are a statement's cue.
    pub(super) is_note: bool,
    /// How long they take to say.
    pub(super) needs_ms: i64,
    /// The longest time there was for them.
    pub(super) room_ms: i64,
}

/// Returns the utterances, in time order, and the coach's own words that found no room.
pub(super) fn fit<'p>(plan: Plan<'p>, rate: Rate) -> (Vec<Utterance>, Vec<Unsaid<'p>>) {
    let standing = standing(plan.calls, rate);
    let mut fitter = Fitter {
        rate,
        said: Vec::with_capacity(standing.len()),
        own: Vec::new(),
        unsaid: Vec::new(),
        last: None,
        retried_in: None,
    };
    let mut asides = plan.asides.into_iter().peekable();
    let mut pending: Vec<Pending<'p>> = Vec::new();
    let mut calls = standing.into_iter().peekable();
    while let Some(call) = calls.next() {
        let end_ms = calls.peek().map_or(i64::MAX, |next| next.at_ms);
        while let Some(aside) = asides.next_if(|aside| aside.from_ms < end_ms) {
            pending.push(Pending { aside, tries: 0, room_ms: 0 });
        }
        fitter.fill(call, end_ms, &mut pending);
    }
    for pending in pending {
        fitter.give_up(&pending);
    }
    fitter.finish()
}

/// How important it is that a call is heard.
fn rank(kind: CueKind) -> u8 {
    match kind {
        CueKind::Start | CueKind::Done => 5,
        CueKind::Pause | CueKind::GetReady => 4,
        CueKind::Countdown => 3,
        CueKind::Halfway => 2,
        CueKind::TimeLeft => 1,
        CueKind::Note | CueKind::OwnCue | CueKind::FormCue => 0,
    }
}

/// Returns the calls that can all be said, each at least in its shortest form.
fn standing(calls: Vec<Call>, rate: Rate) -> Vec<Call> {
    let mut standing: Vec<Call> = Vec::with_capacity(calls.len());
    // The end of the last standing call in its shortest form.
    let mut busy_until = i64::MIN;
    for call in calls {
        if call.at_ms < busy_until {
            if standing.last().is_some_and(|last| rank(last.kind) > rank(call.kind)) {
                continue;
            }
            standing.pop();
        }
        let shortest = call.forms.last().map_or(0, |form| rate.length_ms(form));
        busy_until = call.at_ms + shortest + Rate::GAP_MS;
        standing.push(call);
    }
    standing
}

/// An aside that waits for its room.
#[derive(Debug, Clone, Copy)]
struct Pending<'p> {
    aside: Aside<'p>,
    tries: u32,
    /// The longest time there was for it so far.
    room_ms: i64,
}

/// What became of a statement's own cue.
#[derive(Debug, Clone, Copy)]
enum OwnCue<'p> {
    NotYet,
    Said,
    Missed(Unsaid<'p>),
}

/// Gives the time between two calls away.
struct Fitter<'p> {
    rate: Rate,
    said: Vec<Utterance>,
    /// By the number of the statement.
    own: Vec<OwnCue<'p>>,
    unsaid: Vec<Unsaid<'p>>,
    /// The aside that was said last, as it is written.
    last: Option<&'p str>,
    /// The segment in which a statement's own cue was said out of turn, and took the place of the movement's.
    retried_in: Option<usize>,
}

impl<'p> Fitter<'p> {
    /// Says a call and what fits between it and the next.
    fn fill(&mut self, call: Call, end_ms: i64, pending: &mut Vec<Pending<'p>>) {
        let lengths: Vec<i64> = call.forms.iter().map(|form| self.rate.length_ms(form)).collect();
        let shortest = lengths.iter().copied().min().unwrap_or_default();
        // How to do it comes after what to do.
        let kept = lengths.get(call.least).copied().filter(|kept| call.at_ms + kept + Rate::GAP_MS <= end_ms);

        let (musts, others): (Vec<_>, Vec<_>) =
            std::mem::take(pending).into_iter().partition(|it| self.must(&it.aside));
        let mut free_ms = call.at_ms + kept.unwrap_or(shortest) + Rate::GAP_MS;
        let mut chosen: Vec<Aside<'p>> = Vec::new();
        let mut waiting: Vec<Pending<'p>> = Vec::new();
        for mut it in musts {
            // The statement may have been chosen a moment ago.
            if !self.must(&it.aside) {
                continue;
            }
            match begin(&it.aside, free_ms, end_ms) {
                Some(at) => {
                    free_ms = at + it.aside.length_ms + Rate::GAP_MS;
                    chosen.push(it.aside);
                    self.mark(&it.aside);
                }
                None => {
                    it.tries += 1;
                    it.room_ms = it.room_ms.max(room(&it.aside, free_ms, end_ms));
                    waiting.push(it);
                }
            }
        }

        let (at_ms, estimated) = (call.at_ms, call.estimated);
        let form = self.longest(&call, &lengths, &chosen, end_ms);
        let mut free_ms = at_ms;
        if let Some((text, length_ms)) = form {
            free_ms += length_ms + Rate::GAP_MS;
            let Call { segment, kind, .. } = call;
            self.said.push(Utterance { at_ms, length_ms, estimated, segment, kind, text });
        }
        let settle = chosen.len() == 1;
        for aside in chosen {
            free_ms = self.say(&aside, free_ms, end_ms, estimated, settle).unwrap_or(free_ms);
        }
        for mut it in others {
            let replaced = it.aside.source == Source::Movement && self.retried_in == Some(it.aside.segment);
            if replaced || self.repeats(&it.aside) {
                continue;
            }
            match self.say(&it.aside, free_ms, end_ms, estimated, true) {
                Some(free) => free_ms = free,
                None => {
                    it.tries += 1;
                    waiting.push(it);
                }
            }
        }
        for it in waiting {
            if it.tries < MOST_TRIES && it.aside.until_ms > end_ms {
                pending.push(it)
            } else {
                self.give_up(&it)
            }
        }
    }

    /// Tells whether an aside is worth shortening a call for: the coach's own words, the first time.
    fn must(&self, aside: &Aside<'_>) -> bool {
        match aside.source {
            Source::Note => true,
            Source::Statement { number, .. } => !matches!(self.own.get(number), Some(OwnCue::Said)),
            Source::Movement => false,
        }
    }

    /// Tells whether an aside was only there in case it had not been said before.
    fn repeats(&self, aside: &Aside<'_>) -> bool {
        match aside.source {
            Source::Statement { in_turn: false, .. } => !self.must(aside),
            // Nobody wants to hear the same words twice in a row.
            Source::Statement { in_turn: true, .. } | Source::Movement => self.last == Some(aside.text),
            Source::Note => false,
        }
    }

    /// Records that an aside of the coach's is said.
    fn mark(&mut self, aside: &Aside<'p>) {
        if let Source::Statement { number, in_turn } = aside.source {
            self.set_own(number, OwnCue::Said);
            if !in_turn {
                self.retried_in = Some(aside.segment);
            }
        }
    }

    /// Notes what became of a statement's cue.
    fn set_own(&mut self, number: usize, cue: OwnCue<'p>) {
        if self.own.len() <= number {
            self.own.resize(number + 1, OwnCue::NotYet);
        }
        if let Some(own) = self.own.get_mut(number) {
            *own = cue;
        }
    }

    /// Returns the longest form of a call that leaves time for the chosen asides, with its length.
    fn longest(
        &self,
        call: &Call,
        lengths: &[i64],
        chosen: &[Aside<'p>],
        end_ms: i64,
    ) -> Option<(String, i64)> {
        let fits = |length: i64| {
            let mut free_ms = call.at_ms + length + Rate::GAP_MS;
            free_ms <= end_ms
                && chosen.iter().all(|aside| match begin(aside, free_ms, end_ms) {
                    Some(at) => {
                        free_ms = at + aside.length_ms + Rate::GAP_MS;
                        true
                    }
                    None => false,
                })
        };
        let forms = || call.forms.iter().zip(lengths.iter().copied());
        let longest = forms().find(|(_, length)| fits(*length));
        let form = longest.or_else(|| forms().min_by_key(|(_, length)| *length));
        form.map(|(form, length)| (form.clone(), length))
    }

    /// Says an aside after `free_ms` if there is room, and returns when the voice is free again.
    fn say(
        &mut self,
        aside: &Aside<'p>,
        free_ms: i64,
        end_ms: i64,
        estimated: bool,
        settle: bool,
    ) -> Option<i64> {
        let earliest = begin(aside, free_ms, end_ms)?;
        let settled = if settle { begin(aside, free_ms.max(aside.settled_ms), end_ms) } else { None };
        let at_ms = settled.unwrap_or(earliest);
        let kind = match aside.source {
            Source::Note => CueKind::Note,
            Source::Statement { .. } => CueKind::OwnCue,
            Source::Movement => CueKind::FormCue,
        };
        let (segment, length_ms, text) = (aside.segment, aside.length_ms, one_line(aside.text));
        self.said.push(Utterance { at_ms, length_ms, estimated, segment, kind, text });
        self.last = Some(aside.text);
        Some(at_ms + length_ms + Rate::GAP_MS)
    }

    /// Notes an aside that finds no room any more.
    fn give_up(&mut self, it: &Pending<'p>) {
        let Aside { text, length_ms: needs_ms, .. } = it.aside;
        let room_ms = it.room_ms;
        match it.aside.source {
            Source::Note => self.unsaid.push(Unsaid { text, is_note: true, needs_ms, room_ms }),
            Source::Statement { number, .. } => {
                let before = match self.own.get(number) {
                    Some(OwnCue::Said) => return,
                    Some(OwnCue::Missed(before)) => before.room_ms,
                    Some(OwnCue::NotYet) | None => 0,
                };
                let room_ms = room_ms.max(before);
                self.set_own(number, OwnCue::Missed(Unsaid { text, is_note: false, needs_ms, room_ms }));
            }
            Source::Movement => {}
        }
    }

    /// Returns what was said and what was not.
    fn finish(mut self) -> (Vec<Utterance>, Vec<Unsaid<'p>>) {
        self.unsaid.extend(self.own.into_iter().filter_map(|own| match own {
            OwnCue::Missed(unsaid) => Some(unsaid),
            OwnCue::NotYet | OwnCue::Said => None,
        }));
        (self.said, self.unsaid)
    }
}

/// Returns the first whole second at which an aside can begin and be over in time.
fn begin(aside: &Aside<'_>, free_ms: i64, end_ms: i64) -> Option<i64> {
    let at = second_from(free_ms.max(aside.from_ms));
    let over = at + aside.length_ms;
    (over <= aside.until_ms && over.saturating_add(Rate::GAP_MS) <= end_ms).then_some(at)
}

/// Returns how much time there is for an aside, in milliseconds.
fn room(aside: &Aside<'_>, free_ms: i64, end_ms: i64) -> i64 {
    let at = second_from(free_ms.max(aside.from_ms));
    (aside.until_ms.min(end_ms.saturating_sub(Rate::GAP_MS)) - at).max(0)
}
