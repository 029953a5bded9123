//! How a bout is said: the movement, the side, the dose, how hard.

use rustc_hash::FxHashSet;

use crate::check::program::{
    BodyHalf, Choice, Dose, Level, MovementId, OnlyRounds, Open, Pattern, Program, RestAmount, Side, Sides,
    Step, StepKind, Unit,
};
use crate::timeline::{Ending, Segment, SegmentKind, SettledDose};

use super::plural::plural;
use super::quantity::{either, quantity, range, target, tempo, time};
use super::speech::one_line;

/// How much of a bout is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// The movement.
    Name,
    /// The movement and the side.
    Side,
    /// The movement, the side and the dose.
    Dose,
    /// The movement, the side and how hard; the dose only where it is not the ladder's.
    Rung,
    /// All there is.
    All,
}

impl Detail {
    fn has_side(self) -> bool {
        match self {
            Detail::Name => false,
            Detail::Side | Detail::Dose | Detail::Rung | Detail::All => true,
        }
    }

    fn has_dose(self) -> bool {
        match self {
            Detail::Name | Detail::Side | Detail::Rung => false,
            Detail::Dose | Detail::All => true,
        }
    }

    fn has_targets(self) -> bool {
        match self {
            Detail::Name | Detail::Side | Detail::Dose => false,
            Detail::Rung | Detail::All => true,
        }
    }
}

/// Longer names are cut when spoken: this many characters take about eight seconds, which is long enough for a name.
const LONGEST_NAME: usize = 100;

/// Writes a side and a direction: `left leg`, `right arm, other direction`.
fn one_side(side: Option<Side>, half: BodyHalf, direction: Option<u8>) -> Option<String> {
    let side = side.map(|side| format!("{} {}", side.name(), half.name()));
    let direction =
        direction.map(|direction| if direction <= 1 { "first direction" } else { "other direction" });
    match (side, direction) {
        (Some(side), Some(direction)) => Some(format!("{side}, {direction}")),
        (side, direction) => side.or(direction.map(str::to_owned)),
    }
}

/// Says bouts, knowing the program's movements.
#[derive(Debug, Clone, Copy)]
pub(in crate::emit) struct Bouts<'p> {
    pub(in crate::emit) program: &'p Program,
    /// The level that the workout is said for. At the middle one nothing is chosen from ranges: they are said as such.
    pub(in crate::emit) level: Level,
}

impl Bouts<'_> {
    fn says_ranges(self) -> bool {
        self.level == Level::Intermediate
    }

    /// Tells whether a bout is one of stretching or of lying still, which nobody is counted into.
    pub(super) fn is_gentle(self, segment: &Segment<'_>) -> bool {
        if segment.steps.is_empty() {
            let movement = segment.movement.map(|id| self.program.movement(id));
            return movement.is_some_and(|movement| movement.pattern == Some(Pattern::Mobility));
        }
        let mut work = segment.steps.iter().filter(|step| step.kind == SegmentKind::Work);
        work.next().is_some_and(|first| self.is_gentle(first))
    }

    /// Returns the movement's name.
    pub(super) fn name(self, segment: &Segment<'_>) -> String {
        let id = segment.movement.or(segment.choice.map(|choice| choice.movement));
        let Some(movement) = id.and_then(|id| self.program.movements.get(id.0 as usize)) else {
            return "work".to_owned();
        };
        let name = match movement.name.char_indices().nth(LONGEST_NAME) {
            Some((end, _)) => movement.name.get(..end).unwrap_or_default(),
            None => &movement.name,
        };
        without_dashes_between_figures(&one_line(name))
    }

    /// Returns what is done, as one speaks of it without a number: `burpees`, `side plank`.
    pub(super) fn named(self, segment: &Segment<'_>) -> String {
        let name = self.name(segment);
        let repeated = segment.dose.is_some_and(|dose| dose.unit == Unit::Count);
        plural(&name).filter(|_| repeated).unwrap_or(name)
    }

    /// Returns the half of the body that the bout's sides are told apart by.
    fn half(self, segment: &Segment<'_>) -> BodyHalf {
        self.half_of(segment.choice, segment.movement)
    }

    fn half_of(self, choice: Option<&Choice>, movement: Option<MovementId>) -> BodyHalf {
        let stated = choice.and_then(|choice| match choice.sides {
            Sides::Each(half) | Sides::EachAlternating(half) => Some(half),
            Sides::Together | Sides::Alternating | Sides::Only(_) => None,
        });
        let usual = || movement.and_then(|id| self.program.movements.get(id.0 as usize)?.sides);
        stated.or_else(usual).unwrap_or(BodyHalf::Side)
    }

    /// Returns the side it is done on, `right leg`, and the direction where there are two.
    pub(in crate::emit) fn side(self, segment: &Segment<'_>) -> Option<String> {
        one_side(segment.side, self.half(segment), segment.direction)
    }

    /// Returns the side on which an alternative is done when it replaces a bout; `None` if it has no sides.
    pub(in crate::emit) fn side_of(self, other: &Choice, segment: &Segment<'_>) -> Option<String> {
        let has_sides = || self.program.movement(other.movement).sides.is_some();
        let side = match other.sides {
            Sides::Each(_) => segment.side,
            Sides::Together => segment.side.filter(|_| has_sides()),
            Sides::Only(side) => Some(side),
            Sides::Alternating | Sides::EachAlternating(_) => None,
        };
        let direction = segment.direction.filter(|_| other.both_directions);
        one_side(side, self.half_of(Some(other), Some(other.movement)), direction)
    }

    /// Returns how the sides share one bout: `alternating legs`.
    fn sharing(self, segment: &Segment<'_>) -> Option<String> {
        let half = self.half(segment);
        match segment.choice?.sides {
            Sides::Alternating => Some(format!("alternating {}", both(half))),
            Sides::EachAlternating(_) => Some(format!("on each {}, alternating", half.name())),
            Sides::Together | Sides::Each(_) | Sides::Only(_) => None,
        }
    }

    /// Returns a bout in words: `squat, 30 seconds`, `5 back squats at 80 per cent`.
    pub(super) fn bout(self, segment: &Segment<'_>, detail: Detail) -> String {
        self.bout_on(segment, detail, self.side(segment))
    }

    /// Returns a bout in words, with the side, if any, that the caller tells.
    pub(super) fn bout_on(self, segment: &Segment<'_>, detail: Detail, side: Option<String>) -> String {
        let name = self.name(segment);
        let side = side.filter(|_| detail.has_side());
        let (mut said, dose) = match detail {
            Detail::All | Detail::Dose => self.dosed(name, segment),
            Detail::Rung if !is_of_block(segment) => self.dosed(name, segment),
            Detail::Rung => (plural(&name).unwrap_or(name), None),
            Detail::Side | Detail::Name => (name, None),
        };
        let ends_with_side = side.is_some() && dose.is_none();
        let sharing = self.sharing(segment).filter(|_| detail.has_dose());
        let one_breath = sharing.is_none();
        for part in [side, sharing, dose].into_iter().flatten() {
            // "10 lunges on each leg" is one breath; the rest are separate pieces.
            said.push_str(if part.starts_with("on each") { " " } else { ", " });
            said.push_str(&part);
        }
        if detail.has_targets() {
            let mut after_at = false;
            for (n, settled) in segment.targets.iter().enumerate() {
                let hard = target(settled, self.says_ranges());
                let at = hard.strip_prefix("at ");
                if let Some(second) = at.filter(|_| after_at) {
                    said.push_str(" and ");
                    said.push_str(second);
                    continue;
                }
                let joins = one_breath && (at.is_some() || hard.starts_with("with "));
                // The dose for a side is a piece of its own, and so is the target.
                said.push_str(if joins && !(n == 0 && ends_with_side) { " " } else { ", " });
                said.push_str(&hard);
                after_at = at.is_some();
            }
            if let Some(stated) = segment.tempo() {
                said.push_str(", tempo ");
                said.push_str(&tempo(stated));
            }
            if let Some(held_ms) = segment.hold_ms {
                said.push_str(", hold ");
                said.push_str(&time(held_ms));
            }
            if let Some(cue) = segment.cue().filter(|cue| is_part_of_a_sentence(cue)) {
                said.push_str(", ");
                said.push_str(&one_line(cue));
            }
        }
        said
    }

    /// Returns how hard a bout is, in words: `at 95 per cent`; `None` if it is not stated.
    pub(super) fn targets(self, segment: &Segment<'_>) -> Option<String> {
        let said: Vec<String> =
            segment.targets.iter().map(|settled| target(settled, self.says_ranges())).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// Returns a movement with what comes before its name, and what comes after it, for the bout's dose.
    fn dosed(self, name: String, segment: &Segment<'_>) -> (String, Option<String>) {
        let Some(dose) = stated_dose(segment) else {
            let timed = !segment.estimated && segment.duration_ms > 0;
            return (name, timed.then(|| time(segment.duration_ms)));
        };
        // Repetitions to failure are counted too: "pull-ups, as many as you can".
        let many = plural(&name).filter(|_| dose.unit == Unit::Second && self.is_counted(segment));
        let clock = if segment.open_ended { None } else { Some(segment.duration_ms) };
        match dose.open {
            Some(Open::In(unit)) => return (name, Some(counted(dose, unit, clock))),
            Some(Open::UpTo(reps)) => return (name, Some(worked_up_to(reps, clock))),
            None => {}
        }
        match (dose.ending, many) {
            (Ending::Max, Some(many)) => {
                let within = clock.map(|ms| format!(" in {}", time(ms))).unwrap_or_default();
                (many, Some(format!("as many as you can{within}")))
            }
            (Ending::MaxWithin, Some(many)) => {
                (many, Some(format!("as many as you can, at most {}", quantity(dose.value, dose.unit))))
            }
            (Ending::Max | Ending::MaxWithin | Ending::Done | Ending::OrMore, _)
                if dose.unit == Unit::Count =>
            {
                repetitions(name, dose, self.says_ranges())
            }
            (Ending::Max | Ending::MaxWithin | Ending::Done | Ending::OrMore, _) => measured(name, dose),
        }
    }

    /// Tells whether a movement that has a plural is done again and again, rather than held or kept up.
    fn is_counted(self, segment: &Segment<'_>) -> bool {
        let movement = segment.movement.and_then(|id| self.program.movements.get(id.0 as usize));
        movement.is_none_or(|movement| {
            movement
                .pattern
                .is_none_or(|pattern| pattern != Pattern::Locomotion && pattern != Pattern::Mobility)
        })
    }

    /// Returns all that is done inside a segment, each statement once and of each block one round:
    /// `run, 400 metres, then 3 rounds of 10 burpees and 5 pull-ups on each arm`.
    pub(super) fn summary(self, steps: &[Segment<'_>], detail: Detail) -> Option<String> {
        let outer = outermost(steps)?.block;
        let spans_rounds =
            steps.iter().any(|step| steps.first().is_some_and(|first| step.round != first.round));
        let mut said = String::new();
        let mut before: Option<&Segment<'_>> = None;
        let mut seen: FxHashSet<*const Step> = FxHashSet::default();
        for (n, step) in steps.iter().enumerate() {
            if step.step.is_some_and(|step| !seen.insert(step)) {
                continue;
            }
            let piece = match step.kind {
                SegmentKind::Work => {
                    let only = step.step.and_then(|step| step.only).filter(|_| spans_rounds);
                    self.summed(step, detail) + &only.map(spoken_rounds).unwrap_or_default()
                }
                SegmentKind::Rest if is_written(step) && !is_turn_off(step) && detail.has_dose() => {
                    self.rest(step)
                }
                SegmentKind::Rest
                | SegmentKind::Transition
                | SegmentKind::Switch
                | SegmentKind::Interval
                | SegmentKind::Amrap
                | SegmentKind::ForTime => continue,
            };
            let nested = step.block != outer;
            let inside = nested && before.is_some_and(|before| before.block == step.block);
            if before.is_some() {
                said.push_str(if inside { " and " } else { ", then " });
            }
            if let Some(of) = rounds_from(steps.get(n..).unwrap_or_default()).filter(|_| nested && !inside) {
                said.push_str(&format!("{of} rounds of "));
            }
            said.push_str(&piece);
            before = Some(step);
        }
        (!said.is_empty()).then_some(said)
    }

    /// Returns one statement of a summary, all its sets and both its sides in one.
    fn summed(self, step: &Segment<'_>, detail: Detail) -> String {
        let sides = match step.choice.map(|choice| choice.sides) {
            Some(Sides::Each(half)) => Some(format!("on each {}", half.name())),
            Some(Sides::Together | Sides::Alternating | Sides::EachAlternating(_) | Sides::Only(_))
            | None => self.side(step),
        };
        let bout = self.bout_on(step, detail, sides);
        match step.set {
            Some(set) if set.of > 1 && detail.has_dose() => format!("{} sets of {bout}", set.of),
            Some(_) | None => bout,
        }
    }

    /// Returns a rest in words: `rest 15 seconds`, `jog, 200 metres, easy`, `rest until ready`.
    pub(super) fn rest(self, segment: &Segment<'_>) -> String {
        if segment.movement.is_some() {
            return self.bout(segment, Detail::All);
        }
        if segment.open_ended {
            return "rest until ready".to_owned();
        }
        if let Some(ratio) = segment.ratio.filter(|_| segment.estimated) {
            return match (ratio.work, ratio.rest) {
                (work, rest) if work == rest => "rest as long as that took".to_owned(),
                (1, 2) => "rest twice as long as that took".to_owned(),
                (2, 1) => "rest half as long as that took".to_owned(),
                (work, rest) => format!("rest, {work} to {rest}"),
            };
        }
        match segment.dose {
            Some(dose) if dose.unit != Unit::Second => format!("rest {}", quantity(dose.value, dose.unit)),
            Some(_) | None if segment.estimated => "rest".to_owned(),
            Some(_) | None => format!("rest {}", time(segment.duration_ms)),
        }
    }
}

/// Returns the first of the steps in the outermost block: blocks are numbered from the outside in.
pub(super) fn outermost<'s, 'p>(steps: &'s [Segment<'p>]) -> Option<&'s Segment<'p>> {
    steps.iter().min_by_key(|step| step.block)
}

/// Returns how many rounds the block of the first step has, if they follow each other there.
fn rounds_from(steps: &[Segment<'_>]) -> Option<u32> {
    let first = steps.first()?;
    let round = first.round.filter(|round| round.of > 1)?;
    let mut in_block = steps.iter().take_while(|step| step.block == first.block);
    in_block.any(|step| step.round != first.round).then_some(round.of)
}

/// Tells whether a rest is a statement, rather than what a header or a set asks for.
fn is_written(segment: &Segment<'_>) -> bool {
    segment.step.is_some_and(|step| matches!(step.kind, StepKind::Rest(_)))
}

/// Tells whether a rest is a turn off in an alternating block.
pub(super) fn is_turn_off(segment: &Segment<'_>) -> bool {
    segment
        .step
        .is_some_and(|step| matches!(&step.kind, StepKind::Rest(rest) if rest.amount == RestAmount::TurnOff))
}

/// Tells whether two bouts come from one statement.
pub(super) fn same_statement(one: &Segment<'_>, other: &Segment<'_>) -> bool {
    match (one.choice, other.choice) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (Some(_) | None, Some(_) | None) => false,
    }
}

/// Returns `build to a heavy 3 in 15 minutes`.
fn worked_up_to(reps: u32, clock_ms: Option<i64>) -> String {
    let within = clock_ms.map(|ms| format!(" in {}", time(ms))).unwrap_or_default();
    format!("build to a heavy {reps}{within}")
}

/// Tells whether a bout's dose is what its block gives, in repetitions.
fn is_of_block(segment: &Segment<'_>) -> bool {
    segment.choice.is_some_and(|choice| choice.dose == Dose::FromBlock && choice.open.is_none())
}

/// Returns a bout's dose as it is written: where each side does it in turn, what each does.
fn stated_dose(segment: &Segment<'_>) -> Option<SettledDose> {
    let dose = segment.dose?;
    Some(match segment.choice.map(|choice| choice.sides) {
        Some(Sides::EachAlternating(_)) => SettledDose {
            value: dose.value / 2,
            low: dose.low / 2,
            high: dose.high / 2,
            women: dose.women.map(|women| women / 2),
            ..dose
        },
        Some(Sides::Together | Sides::Each(_) | Sides::Alternating | Sides::Only(_)) | None => dose,
    })
}

/// Returns repetitions: `10 squats`; `toes to bar`, `10 reps`.
fn repetitions(name: String, dose: SettledDose, ranges: bool) -> (String, Option<String>) {
    let count = match dose.women {
        None if ranges && dose.low < dose.high => range(dose.low, dose.high, dose.unit),
        women => either(dose.value, women, dose.unit),
    };
    let one = dose.value == 1000 && dose.women.is_none();
    let many = plural(&name);
    match (dose.ending, many) {
        (Ending::Done, Some(_)) if one => (format!("1 {name}"), None),
        (Ending::Done, Some(many)) => (format!("{count} {many}"), None),
        (Ending::Done, None) => (name, Some(if one { "1 rep".to_owned() } else { format!("{count} reps") })),
        (Ending::OrMore, Some(many)) => (format!("{count} or more {many}"), None),
        (Ending::OrMore, None) => (name, Some(format!("{count} reps or more"))),
        (Ending::Max | Ending::MaxWithin, many) => {
            (many.unwrap_or(name), Some("as many as you can".to_owned()))
        }
    }
}

/// Returns a dose that is measured rather than counted: `squat`, `30 seconds`.
fn measured(name: String, dose: SettledDose) -> (String, Option<String>) {
    let figure = either(dose.value, dose.women, dose.unit);
    let is_distance = matches!(
        dose.unit,
        Unit::Metre | Unit::Kilometre | Unit::Mile | Unit::Yard | Unit::Foot | Unit::Step
    );
    let as_you_can = || {
        if dose.unit == Unit::Second {
            "as long as you can"
        } else if is_distance {
            "as far as you can"
        } else {
            "as much as you can"
        }
    };
    let said = match dose.ending {
        Ending::Done => figure,
        Ending::OrMore => format!("{figure} or more"),
        Ending::Max => as_you_can().to_owned(),
        Ending::MaxWithin => format!("{}, at most {figure}", as_you_can()),
    };
    (name, Some(said))
}

/// Returns in which rounds something is done: `, in round 1 only`.
fn spoken_rounds(only: OnlyRounds) -> String {
    let OnlyRounds { not, from, to, every } = only;
    if every > 1 {
        return match only.named().as_slice() {
            [one] => format!(", in round {one} only"),
            [others @ .., last] if others.len() < crate::emit::written::MOST_NAMED => {
                let others = others.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
                format!(", in rounds {others} and {last} only")
            }
            _ => format!(", in round {from} and every {every} rounds from there"),
        };
    }
    let named = if from == to { format!("round {from}") } else { format!("rounds {from} to {to}") };
    if not { format!(", but not in {named}") } else { format!(", in {named} only") }
}

/// Returns a `max` of something that is counted: `as many calories as you can in 1 minute`.
fn counted(dose: SettledDose, unit: Unit, clock: Option<i64>) -> String {
    let as_you_can = match unit {
        Unit::Second => "as long as you can",
        Unit::Calorie => "as many calories as you can",
        _ => "as far as you can",
    };
    match (clock, dose.ending) {
        (Some(ms), _) => format!("{as_you_can} in {}", time(ms)),
        (None, Ending::MaxWithin) => format!("{as_you_can}, at most {}", time(dose.value)),
        (None, Ending::Max | Ending::Done | Ending::OrMore) => as_you_can.to_owned(),
    }
}

/// Tells whether a cue goes on with the sentence that says the bout, and makes none by itself: `with a yellow band`.
pub(super) fn is_part_of_a_sentence(cue: &str) -> bool {
    const JOINING: [&str; 17] = [
        "with", "without", "at", "in", "on", "onto", "from", "to", "off", "over", "under", "by", "against",
        "until", "while", "holding", "using",
    ];
    cue.split_whitespace().next().is_some_and(|first| JOINING.contains(&first))
}

/// Returns the plural of a half of the body.
fn both(half: BodyHalf) -> &'static str {
    match half {
        BodyHalf::Leg => "legs",
        BodyHalf::Arm => "arms",
        BodyHalf::Side => "sides",
        BodyHalf::Hand => "hands",
        BodyHalf::Foot => "feet",
    }
}

/// Returns a name with blanks for the dashes between its figures, which an engine reads out: `90-90` as "ninety dash ninety".
fn without_dashes_between_figures(name: &str) -> String {
    let bytes = name.as_bytes();
    let is_figure = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let said = |(at, letter): (usize, char)| {
        if letter == '-' && is_figure(at.checked_sub(1)) && is_figure(Some(at + 1)) { ' ' } else { letter }
    };
    name.char_indices().map(said).collect()
}

/// Returns `text` with its first letter large, as a sentence starts.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
