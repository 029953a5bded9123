//! The words of the calls that are said at their second, each from the longest form to the shortest.

use crate::check::program::{BetweenSets, Block, BlockKind, TargetKind};
use crate::timeline::{Count, Once, Segment, SegmentKind};

use super::blocks::Blocks;
use super::bout::{Bouts, Detail, outermost, same_statement, sentence};
use super::quantity::{amount, number, time};
use super::speech::one_line;

/// From this length on a rest has time to say how hard the next bout is, so that the bar can be loaded.
pub(super) const LONG_REST_MS: i64 = 30_000;

/// So many movements of one round are read out at its start.
const MOST_READ_OUT: usize = 4;

/// Finds the words for a call.
#[derive(Debug)]
pub(super) struct Caller<'p> {
    pub(super) bouts: Bouts<'p>,
    pub(super) blocks: Blocks<'p>,
}

/// What a start call has around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'s, 'p> {
    /// The work before it, even if something lies between.
    pub(super) last_work: Option<&'s Segment<'p>>,
    /// The segment directly before.
    pub(super) before: Option<&'s Segment<'p>>,
    /// The segment directly after.
    pub(super) after: Option<&'s Segment<'p>>,
}

impl<'p> Caller<'p> {
    /// Returns the forms of the call at the start of work; the last one only says that it starts. `entering` names the
    /// parts of the workout that begin with it.
    pub(super) fn start(&self, segment: &Segment<'p>, around: Around<'_, 'p>, entering: &str) -> Vec<String> {
        let mut forms = match segment.kind {
            SegmentKind::Work => self.start_of_bout(segment, around),
            SegmentKind::Interval => self.start_of_interval(segment),
            SegmentKind::Amrap => self.start_of_amrap(segment),
            SegmentKind::ForTime => self.start_of_for_time(segment),
            SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => Vec::new(),
        };
        if let Some(full) = forms.first().filter(|_| !entering.is_empty()) {
            let named = format!("{entering}{full}");
            forms.insert(0, named);
        }
        // An athlete who was told what comes next only needs the word to begin.
        let announced = around.before.is_none_or(is_pause);
        forms.push(if announced { "Go." } else { "Change." }.to_owned());
        forms
    }

    /// Returns the forms of the call at the start of a bout.
    fn start_of_bout(&self, segment: &Segment<'p>, around: Around<'_, 'p>) -> Vec<String> {
        let say = |detail| sentence(&self.bouts.bout(segment, detail));
        let (all, dose, side, name) =
            (say(Detail::All), say(Detail::Dose), say(Detail::Side), say(Detail::Name));
        let repeated = around.last_work.is_some_and(|last| same_statement(last, segment));
        let new_round =
            around.last_work.is_none_or(|last| last.block != segment.block || last.round != segment.round);
        let round = counted(segment.round).filter(|_| new_round);
        let head = round.map(|round| format!("Round {} of {}. ", round.n, round.of)).unwrap_or_default();
        let short_head = round.map(|round| format!("Round {}. ", round.n)).unwrap_or_default();
        let tail = counted(segment.round)
            .filter(|_| !new_round)
            .map(|r| format!(" Round {}.", r.n))
            .unwrap_or_default();
        let set =
            counted(segment.set).map(|set| format!("Set {} of {}: ", set.n, set.of)).unwrap_or_default();
        let then = self.when_done(segment, around.after);
        let all = match starts_every(segment) {
            Some(every) => format!("{all}, {every}"),
            None => all,
        };

        let switched = repeated && around.before.is_some_and(|before| before.kind == SegmentKind::Work);
        let switched = switched && around.last_work.is_some_and(|last| last.side != segment.side);
        if let Some(to) = self.bouts.side(segment).filter(|_| switched) {
            let on_it = sentence(&self.bouts.bout_on(segment, Detail::All, None));
            return vec![
                format!("{head}Switch to the {to}. {on_it}.{tail}{then}"),
                format!("{head}Switch to the {to}. {name}."),
                format!("Switch to the {to}."),
                format!("{}.", sentence(&to)),
                "Switch.".to_owned(),
            ];
        }
        let mut forms = vec![format!("{head}{set}{all}.{tail}{then}"), format!("{head}{set}{all}.")];
        // Where the bar is loaded anew for more of the same, how hard it is matters more than which set it is.
        let is_loaded_anew = around
            .last_work
            .is_some_and(|last| last.movement == segment.movement && last.targets != segment.targets);
        if let Some(hard) = self.bouts.targets(segment).filter(|_| is_loaded_anew && head.is_empty()) {
            forms.extend([
                format!("{all}."),
                sentence(&format!("{set}{hard}.")),
                sentence(&format!("{hard}.")),
            ]);
        }
        forms.push(format!("{head}{set}{dose}."));
        if let Some(set) = counted(segment.set).filter(|_| repeated) {
            forms.push(format!("Set {} of {}.", set.n, set.of));
        }
        forms.extend([format!("{short_head}{side}."), format!("{side}."), format!("{name}.")]);
        forms
    }

    /// Returns what to do after a bout whose end only the athlete knows, as a sentence after a blank; nothing after other bouts.
    fn when_done(&self, segment: &Segment<'p>, after: Option<&Segment<'p>>) -> String {
        if !segment.estimated && !segment.open_ended {
            return String::new();
        }
        match after.map(|after| (after, after.kind)) {
            Some((after, SegmentKind::Rest)) if after.movement.is_none() => " Rest when done.".to_owned(),
            Some((_, SegmentKind::Switch)) => " Switch when done.".to_owned(),
            Some((_, SegmentKind::Transition)) => " Move on when done.".to_owned(),
            Some((after, SegmentKind::Work))
                if same_statement(segment, after) && after.side != segment.side =>
            {
                " Switch when done.".to_owned()
            }
            Some((after, SegmentKind::Work))
                if same_statement(segment, after) && after.targets != segment.targets =>
            {
                format!(" When done: {}.", self.bouts.bout(after, Detail::All))
            }
            Some((after, SegmentKind::Rest | SegmentKind::Work)) => {
                let detail = if is_loaded(after) { Detail::All } else { Detail::Dose };
                format!(" When done: {}.", self.bouts.bout(after, detail))
            }
            Some((_, SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime)) | None => {
                String::new()
            }
        }
    }

    /// Returns the forms of the call at the start of an interval.
    fn start_of_interval(&self, segment: &Segment<'p>) -> Vec<String> {
        let header = self.blocks.header(segment);
        let slot = slot(segment, header);
        let summary = |detail| match self.bouts.summary(&segment.steps, detail) {
            Some(work) => sentence(&work),
            None => "Rest".to_owned(),
        };
        let (count, short_count) = match segment.round {
            Some(Count { n, of }) if of > 1 => (format!("{slot} {n} of {of}. "), format!("{slot} {n}. ")),
            Some(_) | None => (String::new(), String::new()),
        };
        let (all, dose, name) = (summary(Detail::All), summary(Detail::Dose), summary(Detail::Name));
        let mut forms = Vec::new();
        if segment.round.is_none_or(|round| round.n <= 1) {
            let until = header
                .and_then(|block| block.until.as_deref())
                .map(|until| format!("Until {}. ", one_line(until)));
            let every =
                all_intervals(segment, slot).map(|all| format!("{}. ", sentence(&all))).unwrap_or_default();
            forms.push(format!("{every}{}{count}{all}.", until.unwrap_or_default()));
        }
        forms.extend([
            format!("{count}{all}."),
            format!("{count}{dose}."),
            format!("{short_count}{dose}."),
            format!("{short_count}{name}."),
            format!("{name}."),
        ]);
        if !short_count.is_empty() {
            forms.push(short_count.trim_end().to_owned());
        }
        forms
    }

    /// Returns the forms of the call at the start of an AMRAP.
    fn start_of_amrap(&self, segment: &Segment<'p>) -> Vec<String> {
        let length = time(segment.duration_ms);
        let Rounds { opening, inside, closing } = Rounds::of(&segment.steps);
        let steps = |detail| self.steps(inside, detail);
        let (all, dose, name) = (steps(Detail::All), steps(Detail::Dose), steps(Detail::Name));
        let before = |detail| self.once("First, once", opening, detail);
        let after = |detail| self.once("To finish, once", closing, detail);
        let until = self.blocks.header(segment).and_then(|block| block.until.as_deref());
        let until = until.map(|until| format!(", until {}", one_line(until))).unwrap_or_default();
        vec![
            format!(
                "As many rounds as you can in {length}{until}.{} Each round: {all}.{} Go.",
                before(Detail::All),
                after(Detail::All)
            ),
            format!(
                "As many rounds as you can in {length}.{} Each round: {dose}.{}",
                before(Detail::Dose),
                after(Detail::Dose)
            ),
            format!("{length}.{} {dose}.{}", before(Detail::Dose), after(Detail::Dose)),
            format!("{length}.{} {name}.{}", before(Detail::Name), after(Detail::Name)),
            format!("{length}."),
        ]
        .into_iter()
        .map(|form| sentence(&form))
        .collect()
    }

    /// Returns the forms of the call at the start of a `for time`.
    fn start_of_for_time(&self, segment: &Segment<'p>) -> Vec<String> {
        let scheme = sentence(&scheme(segment, self.blocks.header(segment)));
        // The rungs are the dose of each movement, so the movements are named without one.
        let Rounds { opening, inside, closing } = Rounds::of(&segment.steps);
        let detail = if rungs(inside).is_some() { Detail::Rung } else { Detail::All };
        let steps = |detail| self.steps(inside, detail);
        let work = steps(detail);
        let once = |detail| {
            self.once("First, once", opening, detail) + &self.once("To finish, once", closing, detail)
        };
        let (once, once_named) = (once(Detail::All), once(Detail::Name));
        let cap = self.blocks.header(segment).and_then(|block| block.cap.as_ref());
        let cap = cap.map(|cap| format!(" Time cap {}.", amount(cap))).unwrap_or_default();
        let between = segment.steps.iter().find(|step| is_between_rounds(step, segment));
        let between =
            between.map(|rest| format!(" Between rounds: {}.", self.bouts.rest(rest))).unwrap_or_default();
        vec![
            format!("{scheme}: {work}.{between}{once}{cap} The clock is running."),
            format!("{scheme}: {work}.{between}{once}{cap}"),
            format!("{scheme}: {work}.{once}{cap}"),
            format!("{scheme}: {work}.{once}"),
            format!("{scheme}: {}.{once_named}", steps(Detail::Name)),
            format!("{scheme}."),
            "For time.".to_owned(),
        ]
    }

    /// Returns what is done in a round. Of a long list only what it begins with: nobody remembers the rest.
    fn steps(&self, inside: &[Segment<'p>], detail: Detail) -> String {
        let mut seen: Vec<&Segment<'p>> = Vec::new();
        for step in inside.iter().filter(|step| step.kind == SegmentKind::Work) {
            if seen.len() <= MOST_READ_OUT && !seen.iter().any(|own| same_statement(own, step)) {
                seen.push(step);
            }
        }
        match seen.first() {
            Some(first) if seen.len() > MOST_READ_OUT => {
                format!("a list, which begins with {}", self.bouts.bout(first, detail))
            }
            Some(_) | None => self.bouts.summary(inside, detail).unwrap_or_else(|| "work".to_owned()),
        }
    }

    /// Returns what is done once, beside the rounds, as a sentence after a blank; nothing where nothing is.
    fn once(&self, when: &str, steps: &[Segment<'p>], detail: Detail) -> String {
        self.bouts.summary(steps, detail).map(|all| format!(" {when}: {all}.")).unwrap_or_default()
    }

    /// Returns what comes next, from the longest form to the shortest, to follow "Next: ". In a `long` pause there is time for all
    /// of it.
    pub(super) fn upcoming(&self, next: &Segment<'p>, last: Option<&Segment<'p>>, long: bool) -> Vec<String> {
        match next.kind {
            SegmentKind::Work => {
                let repeated = last.is_some_and(|last| {
                    same_statement(last, next)
                        && (last.side, last.dose, &last.targets) == (next.side, next.dose, &next.targets)
                });
                let turn = match (counted(next.set), counted(next.round)) {
                    (Some(set), _) => Some(format!("set {} of {}", set.n, set.of)),
                    (None, Some(round)) => Some(format!("round {} of {}", round.n, round.of)),
                    (None, None) => None,
                };
                let say = |detail| self.bouts.bout(next, detail);
                match turn.filter(|_| repeated) {
                    Some(turn) if long => {
                        vec![format!("{turn}, {}", say(Detail::All)), turn]
                    }
                    Some(turn) => vec![turn],
                    None if long => {
                        vec![say(Detail::All), say(Detail::Dose), say(Detail::Side), say(Detail::Name)]
                    }
                    // Whoever loads a bar has to know with what.
                    None if is_loaded(next) => vec![say(Detail::All), say(Detail::Side), say(Detail::Name)],
                    None => vec![say(Detail::Side), say(Detail::Name)],
                }
            }
            SegmentKind::Interval => {
                let slot = slot(next, self.blocks.header(next));
                let count =
                    next.round.map(|round| format!("{} {} of {}", slot.to_lowercase(), round.n, round.of));
                let all = all_intervals(next, slot).filter(|_| next.round.is_some_and(|round| round.n <= 1));
                let all = all.map(|all| format!("{all}{}", self.starting_with(next)));
                let forms: Vec<String> = all.into_iter().chain(count).collect();
                if forms.is_empty() { vec![time(next.duration_ms)] } else { forms }
            }
            SegmentKind::Amrap => {
                let length = time(next.duration_ms);
                let all = format!("as many rounds as you can in {length}");
                vec![format!("{all}{}", self.starting_with(next)), all, length]
            }
            SegmentKind::ForTime => {
                let scheme = scheme(next, self.blocks.header(next));
                vec![format!("{scheme}{}", self.starting_with(next)), scheme, "for time".to_owned()]
            }
            SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => Vec::new(),
        }
    }

    /// Returns the first movement of several, to follow what they are.
    fn starting_with(&self, whole: &Segment<'p>) -> String {
        let first = whole.steps.iter().find(|step| step.kind == SegmentKind::Work);
        first.map(|first| format!(", starting with {}", self.bouts.named(first))).unwrap_or_default()
    }

    /// Returns the forms of the call at the start of a rest. `next` is what [`Caller::upcoming`] gives, empty at the end.
    pub(super) fn rest(&self, rest: &Segment<'p>, total_ms: i64, next: &[String]) -> Vec<String> {
        let moving = rest.movement.is_some();
        let plain = !moving && !rest.open_ended && !rest.estimated;
        let long = match (moving, plain) {
            (true, _) => format!("Recover: {}.", self.bouts.rest(rest)),
            (false, true) => format!("Rest, {}.", time(total_ms)),
            (false, false) => format!("{}.", sentence(&self.bouts.rest(rest))),
        };
        let short = if moving {
            format!("{}.", sentence(&self.bouts.bout(rest, Detail::Name)))
        } else {
            "Rest.".to_owned()
        };
        let mut forms: Vec<String> = next.iter().map(|next| format!("{long} Next: {next}.")).collect();
        forms.extend(next.iter().map(|next| format!("{short} Next: {next}.")));
        forms.push(long);
        forms.push(short);
        forms
    }

    /// Returns the forms of the call at the start of the way from one movement to another, or from one side to the other.
    pub(super) fn change(
        &self,
        kind: SegmentKind,
        next_segment: Option<&Segment<'p>>,
        next: &[String],
    ) -> Vec<String> {
        let mut forms: Vec<String> = Vec::new();
        let side = next_segment.and_then(|next| self.bouts.side(next));
        match (kind, side) {
            (SegmentKind::Switch, Some(side)) => {
                forms.push(format!("Switch to the {side}."));
                forms.push(format!("Switch. {}.", sentence(&side)));
                forms.push("Switch.".to_owned());
            }
            (SegmentKind::Switch, None) => forms.push("Switch.".to_owned()),
            (
                SegmentKind::Work
                | SegmentKind::Rest
                | SegmentKind::Transition
                | SegmentKind::Interval
                | SegmentKind::Amrap
                | SegmentKind::ForTime,
                _,
            ) => {
                forms.extend(next.iter().map(|next| format!("Next: {next}.")));
                forms.push("Change.".to_owned());
            }
        }
        forms
    }
}

/// What a whole AMRAP or work for time holds.
struct Rounds<'s, 'p> {
    /// The buy-in.
    opening: &'s [Segment<'p>],
    /// What is done in rounds.
    inside: &'s [Segment<'p>],
    /// The cash-out.
    closing: &'s [Segment<'p>],
}

impl<'s, 'p> Rounds<'s, 'p> {
    fn of(steps: &'s [Segment<'p>]) -> Self {
        let from = steps.iter().take_while(|step| step.once == Some(Once::BuyIn)).count();
        let to = steps.iter().rposition(|step| step.once != Some(Once::CashOut)).map_or(0, |last| last + 1);
        let (opening, rest) = steps.split_at(from);
        let (inside, closing) = rest.split_at(to.saturating_sub(from));
        Self { opening, inside, closing }
    }
}

/// Returns how often a set starts, `every 90 seconds`, where this is the first of such sets.
fn starts_every(segment: &Segment<'_>) -> Option<String> {
    match &segment.choice?.between_sets {
        BetweenSets::Every(interval) if segment.set.is_none_or(|set| set.n == 1) => {
            Some(format!("every {}", amount(interval)))
        }
        BetweenSets::Every(_) | BetweenSets::Nothing | BetweenSets::Rest(_) => None,
    }
}

/// The name of a slot that lasts a minute.
const MINUTE: &str = "Minute";

/// Returns what an interval is called.
fn slot(segment: &Segment<'_>, header: Option<&Block>) -> &'static str {
    let is_emom = header.is_none_or(|block| matches!(block.kind, BlockKind::Emom { .. }));
    if is_emom && segment.duration_ms == 60_000 { MINUTE } else { "Round" }
}

/// Returns what a run of intervals is: `every minute for 10 minutes`, `every 90 seconds, 8 rounds`.
fn all_intervals(first: &Segment<'_>, slot: &str) -> Option<String> {
    let of = first.round?.of;
    Some(if slot == MINUTE {
        format!("every minute for {}", time(first.duration_ms * i64::from(of)))
    } else {
        format!("every {}, {of} {}", time(first.duration_ms), if of == 1 { "round" } else { "rounds" })
    })
}

/// Returns what a `for time` is: `5 rounds for time`, `21, 15 and 9 reps for time`.
fn scheme(segment: &Segment<'_>, header: Option<&Block>) -> String {
    // Where it has one round only, its steps are counted by the block around it.
    let repeats = header.is_none_or(|block| block.rounds.is_some() || block.ladder.is_some());
    let rounds = || outermost(&segment.steps).filter(|_| repeats).and_then(|step| counted(step.round));
    match (rungs(&segment.steps), rounds()) {
        (Some(rungs), _) => format!("{rungs} for time"),
        (None, Some(round)) => format!("{} rounds for time", round.of),
        (None, None) => "for time".to_owned(),
    }
}

/// Tells whether a step is the rest that the header of `whole` asks for.
fn is_between_rounds(step: &Segment<'_>, whole: &Segment<'_>) -> bool {
    step.kind == SegmentKind::Rest && step.step.is_none() && step.block == whole.block
}

/// Tells whether a load is to be got ready for a bout.
fn is_loaded(segment: &Segment<'_>) -> bool {
    let is_load = |kind: &TargetKind| {
        matches!(kind, TargetKind::Load { .. } | TargetKind::Percent { .. } | TargetKind::RepMax)
    };
    segment.targets.iter().any(|target| is_load(&target.kind))
}

/// Returns a count that is worth saying: one of several.
fn counted(count: Option<Count>) -> Option<Count> {
    count.filter(|count| count.of > 1)
}

/// Tells whether a segment is a pause in which what comes next is announced.
pub(super) fn is_pause(segment: &Segment<'_>) -> bool {
    match segment.kind {
        SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => true,
        SegmentKind::Work | SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => false,
    }
}

/// Returns the rungs of a ladder, `21, 15 and 9 reps`, where the rounds differ in their repetitions.
fn rungs(steps: &[Segment<'_>]) -> Option<String> {
    /// Up to here all rungs are named; of more only the ends.
    const NAMED: usize = 5;
    let first = outermost(steps)?;
    let mut reps: Vec<i64> = Vec::new();
    let mut round = None;
    for step in steps.iter().filter(|step| same_statement(first, step) && step.round.is_some()) {
        if round != step.round {
            reps.push(step.dose?.value);
            round = step.round;
        }
    }
    let (start, last) = (*reps.first()?, *reps.last()?);
    if reps.iter().all(|&value| value == start) {
        return None;
    }
    if reps.len() > NAMED {
        let way = if last < start { "down" } else { "up" };
        return Some(format!("from {} {way} to {} reps", number(start), number(last)));
    }
    let (_, all_but_last) = reps.split_last()?;
    let named: Vec<String> = all_but_last.iter().map(|&value| number(value)).collect();
    Some(format!("{} and {} reps", named.join(", "), number(last)))
}
