//! From a statement to the rows of a card's table.

use std::ptr;

use rustc_hash::FxHashMap;

use super::tally::{self, Tally};
use super::{FirstUses, Log, Mark, Pieces, Role, Row, RowSets, TargetPieces, past, rules};
use crate::athlete::{Athlete, BARBELL};
use crate::catalog::movement::Movement;
use crate::catalog::movement::Pattern;
use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Exercise, MovementId, OnlyRounds, Open,
    RestAmount, SetGroup, Step, StepKind, Target, TargetKind, Unit,
};
use crate::emit::history::Past;
use crate::emit::{Compiled, written};
use crate::timeline::{Segment, SegmentKind};

/// A ladder with more rungs than these has plain boxes: with its figures the row would be wider than a page.
const MOST_LABELLED_RUNGS: usize = 10;

/// Shorter distances are over before a watch is stopped.
const SHORTEST_TIMED_METRES: i64 = 50;

/// In a shorter time nobody looks at how far it was.
const SHORTEST_MEASURED_MS: i64 = 5 * 60_000;

/// What is on the bar where no disc is.
const EMPTY_BAR: &str = "empty bar";

/// What a statement inherits from the block around it.
pub struct InBlock<'b> {
    /// The block that gives it what it does not say itself.
    pub block: Option<&'b Block>,
    /// How often it is done.
    pub tally: Tally,
    /// When its turn is, in an alternating block.
    pub turn: String,
    /// Its label in a superset.
    pub label: String,
    /// In which rounds of the block it is done, if not in all.
    pub only: Option<OnlyRounds>,
}

/// Writes statements, and keeps in mind which movements they use.
pub struct Statements<'a> {
    compiled: Compiled<'a>,
    /// The form of its movement that a statement is done with, where it is another.
    forms: FxHashMap<*const Choice, MovementId>,
    /// The statements of the workout by their numbers.
    numbers: FxHashMap<*const Choice, usize>,
    /// What was done before, where there are results.
    past: Option<Past<'a>>,
    movements: FirstUses<MovementId>,
    /// The forms that were taken, each with the movement that it replaces.
    swaps: FirstUses<(MovementId, MovementId)>,
}

impl<'a> Statements<'a> {
    /// Returns what writes the statements of a workout.
    pub fn of(compiled: &Compiled<'a>, past: Option<Past<'a>>) -> Self {
        let forms = forms_taken(&compiled.timeline.segments);
        let numbers = statements(&compiled.workout.steps);
        let (movements, swaps) = (FirstUses::default(), FirstUses::default());
        Self { compiled: *compiled, forms, numbers, past, movements, swaps }
    }

    /// Returns the compiled workout.
    pub fn compiled(&self) -> &Compiled<'a> {
        &self.compiled
    }

    /// Returns the movements of what has been written, and the forms that the level took, each with the movement it
    /// stands for; both in order of first use.
    pub fn used(self) -> (Vec<MovementId>, Vec<(MovementId, MovementId)>) {
        (self.movements.in_order, self.swaps.in_order)
    }

    /// Returns a movement's name.
    pub fn name(&self, movement: MovementId) -> &'a str {
        super::name(&self.compiled, movement)
    }

    /// Keeps in mind the movement of a rest that has one.
    pub fn uses_rest(&mut self, rest: &RestAmount) {
        match rest {
            RestAmount::Moving { movement, .. } => self.movements.insert(*movement),
            RestAmount::ByRound(rests) => rests.iter().for_each(|rest| self.uses_rest(rest)),
            RestAmount::For(_) | RestAmount::Ratio { .. } | RestAmount::UntilReady | RestAmount::TurnOff => {}
        }
    }

    /// Returns the rows of a statement: one where its alternatives differ in name alone, else those of each.
    pub fn exercise(&mut self, exercise: &Exercise, around: &InBlock<'_>) -> Vec<Row> {
        let Some((first, others)) = exercise.choices.split_first() else { return Vec::new() };
        let first_name = self.choice_name(first);
        let mut name = first_name.clone();
        let mut rows = Vec::new();
        if others.iter().all(|other| differ_in_name_alone(first, other)) {
            for other in others {
                name.push_str(" or ");
                name.push_str(&self.choice_name(other));
            }
        } else {
            for other in others {
                let name = format!("or {}", self.choice_name(other));
                let mut of_other = self.choice_rows(other, &name, around);
                // One tick is for the whole statement, whichever alternative is done.
                of_other
                    .iter_mut()
                    .filter(|row| !row.done.iter().any(Mark::is_blank))
                    .for_each(|row| row.done.clear());
                of_other.iter_mut().for_each(|row| row.goes_on = true);
                rows.extend(of_other);
            }
        }
        let sentence_name = name.clone();
        let name = format!("{}{}", around.label, written::capitalised(&name));
        let mut of_first = self.choice_rows(first, &name, around);
        if let Some(row) = of_first.first_mut() {
            row.name = written::capitalised(&first_name);
            row.pieces.name = sentence_name;
            row.turn.clone_from(&around.turn);
            row.label = u8::try_from(around.label.trim_end().len()).unwrap_or_default();
        }
        of_first.extend(rows);
        of_first
    }

    /// Returns the row of a rest.
    pub fn rest(&mut self, rest: &RestAmount, turn: String) -> Row {
        self.uses_rest(rest);
        let row = Row { role: Role::Rest, turn, movement: "Rest".to_owned(), ..Row::default() };
        match rest {
            RestAmount::For(amount) => Row { dose: written::amount(amount), ..row },
            RestAmount::Ratio { work, rest } => Row { dose: written::ratio(*work, *rest), ..row },
            RestAmount::UntilReady => Row { dose: "until ready".to_owned(), ..row },
            RestAmount::Moving { movement, bout, targets } => Row {
                pieces: Box::new(Pieces {
                    name: format!("rest: {}", self.name(*movement)),
                    target: TargetPieces::of(targets),
                    discs: String::new(),
                }),
                movement: format!("Rest: {}", self.name(*movement)),
                dose: written::bout(bout, None),
                target: written::targets(targets),
                ..row
            },
            // It is between the rounds of a block, and no row.
            RestAmount::TurnOff | RestAmount::ByRound(_) => row,
        }
    }

    /// Returns the name to print for an alternative, and keeps its movement in mind.
    fn choice_name(&mut self, choice: &Choice) -> String {
        match self.forms.get(&ptr::from_ref(choice)).copied() {
            Some(form) => {
                self.movements.insert(form);
                self.swaps.insert((form, choice.movement));
                self.name(form).to_owned()
            }
            None => {
                self.movements.insert(choice.movement);
                self.name(choice.movement).to_owned()
            }
        }
    }

    /// Returns the rows of one alternative: one, or one for each group of sets where they differ in their targets.
    fn choice_rows(&mut self, choice: &Choice, name: &str, around: &InBlock<'_>) -> Vec<Row> {
        let movement = self.compiled.program.movement(choice.movement);
        let athlete = self.compiled.program.athlete.as_deref();
        let athlete = athlete.filter(|_| movement.equipment.iter().any(|one| one == BARBELL));
        let discs = |targets: &[Target]| athlete.and_then(|athlete| discs_a_side(targets, athlete, movement));
        let row = |dose: &str, targets: &[&[Target]], done: Vec<Mark>| Row {
            log: self.log(choice, around),
            dose: written::in_rounds(shared_dose(dose, choice), around.only),
            target: joined(targets.iter().map(|targets| with_discs(targets, discs(targets)))),
            pieces: Box::new(Pieces {
                name: String::new(),
                target: TargetPieces::of(&targets.concat()),
                discs: targets.iter().find_map(|targets| discs(targets)).unwrap_or_default(),
            }),
            tempo: choice.tempo.map(written::tempo).unwrap_or_default(),
            done,
            ..Row::default()
        };
        let targets: &[Target] = &choice.targets;
        let open = choice.open;
        let mut rows = match &choice.dose {
            Dose::FromBlock => {
                let (dose, done) = dose_of_block(around, open);
                vec![row(&dose, &[targets], done)]
            }
            Dose::Bout(bout) => vec![row(&written::bout(bout, open), &[targets], marks(bout, around.tally))],
            Dose::Sets(groups)
                if groups.iter().all(|group| group.targets.is_empty() && group.own.is_none()) =>
            {
                let dose =
                    groups.iter().map(|group| written::group(group, open)).collect::<Vec<_>>().join(", ");
                vec![row(&dose, &[targets], list_marks(groups, around.tally))]
            }
            Dose::Sets(groups) => groups
                .iter()
                .map(|group| {
                    let all = [group.targets.as_slice(), targets];
                    row(&written::group(group, open), &all, set_marks(group, around.tally))
                })
                .collect(),
        };
        for row in rows.iter_mut().skip(1) {
            row.movement = "then".to_owned();
            row.goes_on = true;
        }
        if let Some(first) = rows.first_mut() {
            first.movement = name.to_owned();
            first.cue = choice.cue.as_deref().unwrap_or_default().to_owned();
            first.between_sets = self.between_sets(&choice.between_sets);
        }
        self.add_own_parts(choice, &mut rows);
        if let (Some(first), Some(moves)) = (rows.first_mut(), choice.moves.as_deref()) {
            let seam = if first.cue.is_empty() { "" } else { ". " };
            first.cue = format!("{}{seam}{}", first.cue, written::moves(moves));
        }
        self.add_sets(choice, &mut rows);
        // What the level does instead of a movement has no history here.
        let is_form = self.forms.contains_key(&ptr::from_ref(choice));
        let before = self.past.as_mut().filter(|_| !is_form).and_then(|past| past.of_statement(choice));
        if let Some(before) = before {
            past::add(&before, &mut rows);
        }
        rows
    }

    /// Adds to the rows of a statement which of its sets each has.
    fn add_sets(&self, choice: &Choice, rows: &mut [Row]) {
        let Some(&statement) = self.numbers.get(&ptr::from_ref(choice)) else { return };
        let count = |group: &SetGroup| usize::try_from(group.count.high / 1000).unwrap_or(usize::MAX).max(1);
        let counts: Vec<usize> = match &choice.dose {
            Dose::FromBlock | Dose::Bout(_) => vec![1],
            Dose::Sets(groups) if rows.len() == groups.len() => groups.iter().map(count).collect(),
            Dose::Sets(groups) => vec![groups.iter().map(count).fold(0, usize::saturating_add)],
        };
        let of = counts.iter().copied().fold(0, usize::saturating_add);
        let mut before = 0;
        for (row, count) in rows.iter_mut().zip(counts) {
            row.sets = Some(RowSets { statement, before, count, of });
            before = before.saturating_add(count);
        }
    }

    /// Adds to the rows of sets that differ what is said of some of them alone.
    fn add_own_parts(&mut self, choice: &Choice, rows: &mut [Row]) {
        let Dose::Sets(groups) = &choice.dose else { return };
        let all_own = || groups.iter().filter_map(|group| group.own.as_deref());
        let has_own_rests = all_own().any(|own| own.rest.is_some());
        let has_own_cues = all_own().any(|own| own.cue.is_some());
        let mut left = groups.len();
        for (group, row) in groups.iter().zip(rows) {
            left -= 1;
            let own = group.own.as_deref();
            if let Some(tempo) = own.and_then(|own| own.tempo) {
                row.tempo = written::tempo(tempo);
            }
            if has_own_cues {
                let cue = own.and_then(|own| own.cue.as_deref()).or(choice.cue.as_deref());
                row.cue = cue.unwrap_or_default().to_owned();
            }
            if has_own_rests {
                row.between_sets = match own.and_then(|own| own.rest.as_ref()) {
                    _ if left == 0 => String::new(),
                    Some(rest) => self.rest_between(rest),
                    None => self.between_sets(&choice.between_sets),
                };
            }
        }
    }

    fn between_sets(&mut self, between: &BetweenSets) -> String {
        match between {
            BetweenSets::Nothing => String::new(),
            BetweenSets::Rest(rest) => self.rest_between(rest),
            BetweenSets::Every(interval) => format!("start every {}", written::amount(interval)),
        }
    }

    fn rest_between(&mut self, rest: &RestAmount) -> String {
        self.uses_rest(rest);
        rules::length_of_rest(&self.compiled, rest)
    }

    /// Returns what is to be written down of a statement beside ticks.
    fn log(&self, choice: &Choice, around: &InBlock<'_>) -> Log {
        let weight = choice.all_targets().filter(|target| target.kind.is_weight()).find_map(|target| {
            if target.kind == TargetKind::Bodyweight {
                return target.amount.map(Some);
            }
            let own = target.own.as_deref().and_then(|own| own.target.amount);
            let amount = own.or(target.amount);
            Some(amount.filter(|amount| matches!(amount.unit, Unit::Kilogram | Unit::Pound)))
        });
        // What is built to, and what nobody listed, is a weight that only the athlete knows.
        let is_built_to = || choice.open.and_then(Open::reps_worked_up_to).is_some();
        let movement = self.compiled.program.movement(choice.movement);
        let weight = weight.or_else(|| (is_built_to() || movement.is_loaded()).then_some(None));
        let in_pounds = |amount: Option<Amount>| match (amount, &self.compiled.program.athlete) {
            (Some(amount), _) => amount.unit == Unit::Pound,
            (None, Some(athlete)) => athlete.units.unit() == Unit::Pound,
            (None, None) => false,
        };
        let weight = weight.map(|amount| if in_pounds(amount) { "lb" } else { "kg" });
        Log {
            weight,
            time: weight.is_none() && self.is_timed(choice, around),
            distance: weight.is_none() && self.is_for_a_time(choice, around),
            reps: counts_reps(choice, around),
            once: around.block.is_some_and(|block| is_raced(block.kind)),
        }
    }

    /// Tells whether it is run, rowed or swum for so long, rather than so far.
    fn is_for_a_time(&self, choice: &Choice, around: &InBlock<'_>) -> bool {
        let is_in_time = |bout: &Bout| match bout {
            Bout::Of(amount) | Bout::AtLeast(amount) | Bout::Max(Some(amount)) => {
                amount.unit == Unit::Second && amount.low >= SHORTEST_MEASURED_MS
            }
            Bout::Max(None) => false,
        };
        let for_a_time = match &choice.dose {
            Dose::FromBlock => false,
            Dose::Bout(bout) => is_in_time(bout),
            Dose::Sets(groups) => groups.iter().all(|group| is_in_time(&group.bout)),
        };
        let is_loosening = around.block.is_some_and(|block| is_loosening(block.kind));
        let pattern = self.compiled.program.movement(choice.movement).pattern;
        for_a_time && !is_loosening && pattern == Some(Pattern::Locomotion)
    }

    /// Tells whether a coach has a watch in hand: at distances that are covered by running, rowing, swimming.
    fn is_timed(&self, choice: &Choice, around: &InBlock<'_>) -> bool {
        let movement = self.compiled.program.movement(choice.movement);
        let is_far = |bout: &Bout| match bout {
            Bout::Of(amount) => is_timed_ground(amount.low, amount.unit, movement),
            Bout::AtLeast(_) | Bout::Max(_) => false,
        };
        let is_loosening = around.block.is_some_and(|block| is_loosening(block.kind));
        let all_far = match &choice.dose {
            Dose::FromBlock => false,
            Dose::Bout(bout) => is_far(bout),
            Dose::Sets(groups) => groups.iter().all(|group| is_far(&group.bout)),
        };
        all_far && !is_loosening
    }
}

/// Tells whether a distance is covered by running, rowing or swimming, and is long enough for a watch. `amount` is in
/// thousandths of the unit.
pub(in crate::emit) fn is_timed_ground(amount: i64, unit: Unit, movement: &Movement) -> bool {
    let is_far = unit.tenths_of_mm().is_some_and(|tenths| {
        amount.saturating_mul(tenths) >= SHORTEST_TIMED_METRES.saturating_mul(10_000 * 1000)
    });
    is_far && movement.pattern == Some(Pattern::Locomotion)
}

/// Numbers the statements of a workout in text order, each once.
pub(in crate::emit) fn statements(steps: &[Step]) -> FxHashMap<*const Choice, usize> {
    fn number(steps: &[Step], numbers: &mut FxHashMap<*const Choice, usize>) {
        for step in steps {
            match &step.kind {
                StepKind::Exercise(exercise) => {
                    for choice in &exercise.choices {
                        let next = numbers.len();
                        numbers.entry(ptr::from_ref(choice)).or_insert(next);
                    }
                }
                StepKind::Block(block) => number(&block.steps, numbers),
                StepKind::Do(workout) => number(&workout.steps, numbers),
                StepKind::Turns(turns) => turns.items.iter().for_each(|item| number(item, numbers)),
                StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => {}
            }
        }
    }
    let mut numbers = FxHashMap::default();
    number(steps, &mut numbers);
    numbers
}

/// Finds the statements of which the level takes another form of the movement.
fn forms_taken<'p>(segments: &[Segment<'p>]) -> FxHashMap<*const Choice, MovementId> {
    fn collect<'p>(segments: &[Segment<'p>], forms: &mut FxHashMap<*const Choice, MovementId>) {
        for segment in segments {
            if let (SegmentKind::Work, Some(choice), Some(movement)) =
                (segment.kind, segment.choice, segment.movement)
                && movement != choice.movement
            {
                forms.insert(ptr::from_ref(choice), movement);
            }
            collect(&segment.steps, forms);
        }
    }
    let mut forms = FxHashMap::default();
    collect(segments, &mut forms);
    forms
}

/// Writes the discs on each side of a bar: `10 + 1.25`, `empty bar`. None where nobody can know.
pub(in crate::emit) fn discs_a_side(
    targets: &[Target],
    athlete: &Athlete,
    movement: &Movement,
) -> Option<String> {
    let load = targets.iter().find_map(|target| match (&target.own, &target.kind) {
        (Some(own), _) => {
            own.target.amount.as_ref().map(|amount| (own.rounded_amount(amount), amount.progression))
        }
        (None, TargetKind::Load { implements: 0 | 1 }) => {
            target.amount.map(|amount| (amount, amount.progression))
        }
        (None, _) => None,
    });
    let (load, None) = load? else { return None };
    if load.unit != athlete.units.unit() || load.is_range() {
        return None;
    }
    let discs: Vec<String> =
        athlete.plates_a_side(movement, load.low)?.iter().map(|&disc| written::plain(disc)).collect();
    Some(if discs.is_empty() { EMPTY_BAR.to_owned() } else { discs.join(" + ") })
}

/// Writes targets, and for a bar the discs on each side of it.
fn with_discs(targets: &[Target], discs: Option<String>) -> String {
    let text = written::targets(targets);
    match discs {
        Some(discs) if discs == EMPTY_BAR => format!("{text} ({discs})"),
        Some(discs) => format!("{text} ({discs} a side)"),
        None => text,
    }
}

/// Puts texts one after the other, without those that are empty.
fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

fn differ_in_name_alone(a: &Choice, b: &Choice) -> bool {
    a.dose == b.dose
        && a.open == b.open
        && a.sides == b.sides
        && a.both_directions == b.both_directions
        && a.targets == b.targets
        && a.tempo == b.tempo
        && a.hold == b.hold
        && a.between_sets == b.between_sets
        && a.cue == b.cue
}

/// Writes a dose with how the sides share it, and how long each repetition is held: `30 s per leg`, `10, hold 5 s`.
fn shared_dose(dose: &str, choice: &Choice) -> String {
    let sharing = written::sharing(choice);
    let seam = if dose.is_empty() || sharing.is_empty() { "" } else { " " };
    written::held(format!("{dose}{seam}{sharing}"), choice.hold.as_ref())
}

/// Returns what a statement without a dose takes from its block, and what there is to tick off.
fn dose_of_block(around: &InBlock<'_>, open: Option<Open>) -> (String, Vec<Mark>) {
    let boxes = around.tally.boxes();
    let Some(block) = around.block else { return (String::new(), boxes) };
    match (&block.ladder, &block.work) {
        (Some(rungs), _) => {
            let is_done = |nth: usize| {
                let round = u32::try_from(nth).unwrap_or(u32::MAX).saturating_add(1);
                around.only.is_none_or(|only| only.includes(round))
            };
            let done = rungs.iter().enumerate().filter(|&(nth, _)| is_done(nth));
            let rungs: Vec<i64> = done.map(|(_, &rung)| rung).collect();
            // Rungs are named where they are done once; else the rounds around them are what is counted.
            let once = matches!(around.tally, Tally::Times { groups: 1, .. });
            let labelled = once && rungs.len() <= MOST_LABELLED_RUNGS;
            let unit = match open {
                Some(Open::In(unit)) => format!(" {}", written::unit_name(unit)),
                Some(Open::UpTo(_)) | None => String::new(),
            };
            let dose = rules::ladder(&rungs) + &unit;
            (dose, if labelled { vec![Mark::Rungs { rungs }] } else { boxes })
        }
        (None, Some(work)) => (written::amount(work), boxes),
        (None, None) if block.kind == BlockKind::Tabata => (written::amount(&rules::TABATA_WORK), boxes),
        (None, None) => (String::new(), boxes),
    }
}

/// Returns a box for each time, or a blank where only the athlete can say how much it was.
fn marks(bout: &Bout, tally: Tally) -> Vec<Mark> {
    match bout {
        Bout::Of(_) => tally.boxes(),
        Bout::AtLeast(_) | Bout::Max(_) => tally.blanks(),
    }
}

fn set_marks(group: &SetGroup, tally: Tally) -> Vec<Mark> {
    let count = |milli: i64| u32::try_from(milli / 1000).unwrap_or(u32::MAX).max(1);
    marks(&group.bout, tally.each(count(group.count.low), count(group.count.high)))
}

/// Returns what there is to tick off and to fill in for sets that are listed: `☐☐☐ ____` for `12, 10, 8, 5+`.
fn list_marks(groups: &[SetGroup], tally: Tally) -> Vec<Mark> {
    let mut all: Vec<Mark> = Vec::new();
    for group in groups {
        let mut marks = set_marks(group, tally).into_iter();
        match (all.last_mut(), marks.next()) {
            (Some(Mark::Ticks { count: before }), Some(Mark::Ticks { count })) => {
                *before = before.saturating_add(count);
            }
            (_, first) => all.extend(first),
        }
        all.extend(marks);
    }
    tally::in_bounds(all)
}

/// Tells whether a statement is done in repetitions.
fn counts_reps(choice: &Choice, around: &InBlock<'_>) -> bool {
    if choice.open.is_some() {
        return false;
    }
    let in_reps = |bout: &Bout| match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) | Bout::Max(Some(amount)) => amount.unit == Unit::Count,
        Bout::Max(None) => true,
    };
    match &choice.dose {
        Dose::FromBlock => {
            let work = around.block.and_then(|block| block.work.as_ref());
            work.is_some_and(|work| work.unit == Unit::Count)
                || around.block.is_some_and(|block| block.ladder.is_some())
        }
        Dose::Bout(bout) => in_reps(bout),
        Dose::Sets(groups) => groups.iter().any(|group| in_reps(&group.bout)),
    }
}

/// Tells whether the clock leaves no time to write in a block of this kind.
fn is_raced(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Amrap { .. }
        | BlockKind::ForTime
        | BlockKind::Tabata
        | BlockKind::BuyIn
        | BlockKind::CashOut => true,
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section => false,
    }
}

/// Tells whether a block of this kind is for loosening up, where times do not matter.
pub fn is_loosening(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Warmup | BlockKind::Cooldown => true,
        BlockKind::Amrap { .. }
        | BlockKind::ForTime
        | BlockKind::Tabata
        | BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => false,
    }
}
