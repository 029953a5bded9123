//! Makes random workouts: first anything the model can hold, then pruned to what the language allows in its place.

use std::fmt;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};

use crate::model::{
    Alternative, BetweenSets, Block, Bout, Dose, Each, Exercise, Figure, Growth, Half, Kind, Ladder, Layout,
    Level, Only, PLANK, Rest, RestKind, SIDE_PLANK, Sides, Step, WALK, Workout, seconds_of_item,
};
use crate::spelling::spell;
use crate::timeline::{Timeline, timeline};

/// A workout, the level it is asked for at, and what must come out.
#[derive(Clone)]
pub struct Case {
    pub workout: Workout,
    pub asked: Option<Level>,
    pub expected: Timeline,
}

impl fmt::Debug for Case {
    /// Writes the text, by which a person can tell what went wrong.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at level {:?}:\n{}", self.asked, spell(&self.workout))
    }
}

/// Blocks stand in blocks this deep.
const DEPTH: u32 = 3;

/// Returns random workouts of which the language says what they mean.
pub fn cases() -> impl Strategy<Value = Case> {
    (workouts(), option::of(levels())).prop_filter_map("unclear, or too long", |(workout, asked)| {
        let expected = timeline(&workout, asked).ok()?;
        Some(Case { workout, asked, expected })
    })
}

/// Returns random workouts that the language allows; what some of them mean is left open.
pub fn workouts() -> impl Strategy<Value = Workout> {
    let steps = vec(steps(DEPTH), 1..5);
    (
        option::weighted(0.2, levels()),
        option::weighted(0.4, lengths(1..=20)),
        option::weighted(0.4, lengths(1..=9)),
        steps,
        layouts(),
    )
        .prop_map(|(level, transition, switch, steps, layout)| {
            let mut top = Block {
                transition: transition.map(plain),
                switch: switch.map(plain),
                steps,
                ..Block::default()
            };
            prune_steps(&mut top, Surroundings::default());
            Workout { level, top, layout }
        })
}

fn levels() -> impl Strategy<Value = Level> {
    prop_oneof![Just(Level::Intermediate), Just(Level::Beginner), Just(Level::Advanced)]
}

fn layouts() -> impl Strategy<Value = Layout> {
    let rarely = || proptest::bool::weighted(0.2);
    (any::<bool>(), rarely(), rarely(), rarely(), any::<u8>()).prop_map(
        |(wrapped, braces, crlf, capitals, names)| Layout { wrapped, braces, crlf, capitals, names },
    )
}

/// Returns figures in seconds, some of them ranges, some growing.
fn lengths(seconds: std::ops::RangeInclusive<u32>) -> BoxedStrategy<Figure> {
    let rounded = prop_oneof![2 => seconds.clone().prop_map(|s| s.next_multiple_of(5)), 1 => seconds];
    (rounded, option::weighted(0.2, 1..=25u32), option::weighted(0.2, growths()), any::<u8>())
        .prop_map(|(low, width, growth, spelling)| figure(low, width, growth, spelling))
        .boxed()
}

/// Returns a figure, a range where it has a width. Whether the middle of a range is taken before or after per cent are
/// added is not said.
fn figure(low: u32, width: Option<u32>, growth: Option<Growth>, spelling: u8) -> Figure {
    let growth = growth.filter(|growth| width.is_none() || !growth.percent);
    Figure { low, high: low + width.unwrap_or(0), growth, spelling }
}

/// Returns figures of whole things, some of them ranges, some growing.
fn amounts(low: std::ops::RangeInclusive<u32>, widest: u32) -> BoxedStrategy<Figure> {
    (low, option::weighted(0.3, 1..=widest), option::weighted(0.2, growths()), any::<u8>())
        .prop_map(|(low, width, growth, spelling)| figure(low, width, growth, spelling))
        .boxed()
}

fn growths() -> BoxedStrategy<Growth> {
    let by = prop_oneof![
        4 => (prop_oneof![-25..=-1i32, 1..=20i32], Just(false)),
        1 => (prop_oneof![Just(10), Just(50), Just(-50), Just(-20)], Just(true)),
    ];
    (by, prop_oneof![2 => Just(Each::Round), 1 => Just(Each::Set)])
        .prop_map(|((by, percent), each)| Growth { by, percent, each })
        .boxed()
}

/// Returns counts of rounds or sets; some of them ranges.
fn counts() -> BoxedStrategy<Figure> {
    amounts(1..=4, 2).prop_map(plain).boxed()
}

fn rests() -> BoxedStrategy<Rest> {
    let paces = option::of(240..=900u32);
    let of = |kind| move |amount| Rest { amount, kind };
    prop_oneof![
        16 => lengths(1..=90).prop_map(of(RestKind::Seconds)),
        2 => lengths(1..=90).prop_map(of(RestKind::Walking)),
        1 => amounts(1..=10, 5).prop_map(of(RestKind::Breaths)),
        1 => Just(Rest { amount: 1.into(), kind: RestKind::UntilReady }),
        1 => (amounts(20..=400, 50), paces)
            .prop_map(|(amount, pace)| Rest { amount, kind: RestKind::WalkingMetres(pace) }),
    ]
    .boxed()
}

/// Returns the same figure without growth.
fn plain(figure: Figure) -> Figure {
    Figure { growth: None, ..figure }
}

fn halves() -> impl Strategy<Value = Half> {
    prop_oneof![Just(Half::Leg), Just(Half::Arm), Just(Half::Side), Just(Half::Hand), Just(Half::Foot)]
}

fn bouts() -> BoxedStrategy<Bout> {
    prop_oneof![
        8 => lengths(1..=120).prop_map(Bout::Seconds),
        4 => amounts(1..=15, 6).prop_map(Bout::Reps),
        1 => amounts(10..=400, 100).prop_map(Bout::Metres),
        1 => amounts(1..=20, 5).prop_map(Bout::Calories),
        1 => amounts(1..=10, 5).prop_map(Bout::Breaths),
        1 => amounts(1..=20, 5).prop_map(Bout::Strokes),
        1 => Just(Bout::Max),
        1 => lengths(5..=60).prop_map(Bout::MaxSeconds),
        1 => lengths(5..=60).prop_map(Bout::MaxCalories),
        1 => (1..=12u32).prop_map(|reps| Bout::RepsOrMore(reps.into())),
    ]
    .boxed()
}

fn doses() -> BoxedStrategy<Dose> {
    prop_oneof![
        6 => bouts().prop_map(Dose::Once),
        4 => Just(Dose::Unsaid),
        2 => (counts(), bouts()).prop_map(|(sets, bout)| Dose::Sets(sets, bout)),
        1 => (vec((1..=2u32, bouts()), 2..4), any::<bool>())
            .prop_map(|(items, loaded)| Dose::List { items, loaded }),
    ]
    .boxed()
}

fn sides() -> BoxedStrategy<Sides> {
    prop_oneof![
        6 => Just(Sides::Together),
        3 => halves().prop_map(Sides::Each),
        1 => Just(Sides::Alternating),
        1 => halves().prop_map(Sides::EachAlternating),
        1 => Just(Sides::Right),
        1 => Just(Sides::Left),
    ]
    .boxed()
}

fn exercises() -> BoxedStrategy<Exercise> {
    // Few movements, so that the same one often stands next to itself.
    let movement = prop_oneof![3 => 0..4usize, 2 => 4..WALK];
    let between_sets = prop_oneof![
        Just(BetweenSets::Nothing),
        rests().prop_map(BetweenSets::Rest),
        lengths(5..=150).prop_map(BetweenSets::Every),
        (1..=4u8, 1..=4u8).prop_map(|(work, rest)| BetweenSets::Ratio(work, rest)),
    ];
    let or = (prop_oneof![0..4usize, 10..15usize], option::of(5..=60u32))
        .prop_map(|(movement, seconds)| Alternative { movement, seconds });
    let tempo = [1..=4u8, 0..=2u8, 0..=3u8, 0..=2u8];
    let rarely = || proptest::bool::weighted(0.1);
    (
        (movement, doses(), any::<bool>(), sides(), rarely(), rarely(), option::weighted(0.1, 200..=900u32)),
        (
            option::weighted(0.2, tempo),
            option::weighted(0.2, 1..=30u32),
            option::weighted(0.15, onlys()),
            between_sets,
            rarely(),
            option::weighted(0.15, or),
            any::<u8>(),
        ),
    )
        .prop_map(
            |(
                (movement, dose, in_calories, sides, both_directions, load, pace),
                (tempo, hold, only, between_sets, cue, or, spelling),
            )| {
                Exercise {
                    movement,
                    dose,
                    in_calories,
                    sides,
                    both_directions,
                    load,
                    pace,
                    tempo,
                    hold,
                    only,
                    between_sets,
                    cue,
                    or,
                    spelling,
                }
            },
        )
        .boxed()
}

fn onlys() -> BoxedStrategy<Only> {
    (any::<bool>(), 1..=3u32, 0..=2u32)
        .prop_map(|(not, from, more)| Only { not, from, to: from + more, every: 1 })
        .boxed()
}

fn ladders() -> BoxedStrategy<Ladder> {
    prop_oneof![
        vec(1..=15u32, 3..5).prop_map(Ladder::Dashes),
        vec(1..=15u32, 2..5).prop_map(Ladder::Commas),
        (1..=5u32, 1..=4u32, any::<bool>()).prop_map(|(low, more, down)| {
            let (from, to) = if down { (low + more, low) } else { (low, low + more) };
            Ladder::FromTo { from, to, by: None }
        }),
        (1..=4u32, 1..=3u32, 2..=4u32, any::<bool>()).prop_map(|(low, more, by, down)| {
            let high = low + more * by;
            let (from, to) = if down { (high, low) } else { (low, high) };
            Ladder::FromTo { from, to, by: Some(by) }
        }),
    ]
    .boxed()
}

fn kinds() -> BoxedStrategy<Kind> {
    prop_oneof![
        8 => Just(Kind::Circuit),
        3 => Just(Kind::Superset),
        1 => Just(Kind::Warmup),
        1 => Just(Kind::Section),
        1 => Just(Kind::Cooldown),
        1 => Just(Kind::BuyIn),
        1 => Just(Kind::CashOut),
        1 => Just(Kind::Done),
        1 => Just(Kind::Tabata),
        1 => (amounts(1..=6, 3).prop_map(plain), any::<bool>()).prop_map(|(minutes, alternating)| Kind::Emom { minutes, alternating }),
        1 => (lengths(20..=180).prop_map(plain), any::<bool>()).prop_map(|(seconds, alternating)| Kind::Every { seconds, alternating }),
        1 => lengths(60..=900).prop_map(|seconds| Kind::Amrap { seconds: plain(seconds) }),
        2 => Just(Kind::ForTime),
    ].boxed()
}

fn steps(depth: u32) -> BoxedStrategy<Step> {
    let leaf = prop_oneof![
        8 => exercises().prop_map(Step::Exercise),
        3 => rests().prop_map(Step::Rest),
        1 => Just(Step::Note),
        1 => Just(Step::TurnOff),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    prop_oneof![3 => leaf, 2 => blocks(depth - 1).prop_map(Step::Block)].boxed()
}

fn blocks(depth: u32) -> BoxedStrategy<Block> {
    let rest = |weight| option::weighted(weight, rests());
    (
        (kinds(), vec(steps(depth), 1..5), option::weighted(0.6, counts()), option::weighted(0.2, ladders())),
        (option::weighted(0.4, lengths(5..=60)), rest(0.6), rest(0.3), rest(0.3)),
        (option::weighted(0.25, lengths(1..=20)), option::weighted(0.25, lengths(1..=9))),
        (
            option::weighted(0.15, halves()),
            proptest::bool::weighted(0.1),
            option::weighted(0.4, lengths(20..=600)),
        ),
        (any::<bool>(), any::<u8>()),
    )
        .prop_map(
            |(
                (kind, steps, rounds, ladder),
                (work, work_rest, between_rounds, between_movements),
                (transition, switch),
                (per, until, cap),
                (title, spelling),
            )| Block {
                kind,
                title,
                rounds,
                ladder,
                work,
                work_rest,
                between_rounds,
                between_other_rounds: None,
                between_movements,
                transition,
                switch,
                per,
                until,
                cap,
                steps,
                spelling,
            },
        )
        .boxed()
}

/// What the blocks around a step mean for it.
#[derive(Debug, Clone, Copy, Default)]
struct Surroundings {
    /// Something around it repeats, so `each round` counts something.
    repeats: bool,
    /// A block around it is done `per side`.
    per_side: bool,
    /// It stands in an interval, an AMRAP or a `for time`, where no timed block may.
    timed: bool,
    /// It stands in an interval, where it often fits.
    short: bool,
}

/// Which options a kind of block has. `transition` and `switch` stand on all.
#[derive(Debug, Clone, Copy, Default)]
struct Options {
    rounds: bool,
    ladder: bool,
    work: bool,
    between_rounds: bool,
    between_movements: bool,
    cap: bool,
    until: bool,
    per: bool,
}

/// Returns the options of a kind.
fn options(kind: Kind) -> Options {
    let none = Options { per: true, ..Options::default() };
    let between = Options { between_rounds: true, between_movements: true, ..none };
    match kind {
        Kind::Circuit => Options { rounds: true, ladder: true, work: true, until: true, ..between },
        Kind::Superset => Options { rounds: true, ladder: true, work: true, ..between },
        Kind::Warmup | Kind::Section | Kind::Cooldown => Options { cap: true, ..none },
        Kind::Tabata => Options { between_movements: true, ..none },
        Kind::Emom { .. } | Kind::Amrap { .. } => Options { until: true, ..none },
        Kind::Every { .. } => Options { rounds: true, until: true, ..none },
        Kind::ForTime => Options { rounds: true, ladder: true, between_rounds: true, cap: true, ..none },
        Kind::Done | Kind::BuyIn | Kind::CashOut => Options::default(),
    }
}

/// Takes away from a block what its kind does not have, and from its steps what cannot stand there.
fn prune(block: &mut Block, around: Surroundings) {
    let is_timed = match block.kind {
        Kind::Circuit
        | Kind::Superset
        | Kind::Warmup
        | Kind::Section
        | Kind::Cooldown
        | Kind::BuyIn
        | Kind::CashOut
        | Kind::Tabata
        | Kind::Done => false,
        Kind::Emom { .. } | Kind::Every { .. } | Kind::Amrap { .. } | Kind::ForTime => true,
    };
    let is_tabata = matches!(block.kind, Kind::Tabata);
    let is_done = matches!(block.kind, Kind::Done);
    // Whether a workout that is done takes over the side of a block around it is not said.
    if (is_done && around.per_side) || ((is_timed || is_tabata) && around.timed) {
        block.kind = Kind::Circuit;
    }
    let is_done = matches!(block.kind, Kind::Done);
    let options = options(block.kind);
    keep(&mut block.ladder, options.ladder);
    keep(&mut block.rounds, options.rounds && block.ladder.is_none());
    keep(&mut block.work, options.work && block.ladder.is_none());
    keep(&mut block.work_rest, block.work.is_some());
    let has_seams = block.rounds.is_some() || block.ladder.is_some();
    keep(&mut block.between_rounds, options.between_rounds && has_seams);
    keep(&mut block.between_movements, options.between_movements && block.work_rest.is_none());
    keep(&mut block.cap, options.cap);
    keep(&mut block.per, options.per && !around.per_side);
    // How often a side is done until it ends is not said.
    block.until &= options.until && block.per.is_none();
    block.until &= block.rounds.is_some() || !matches!(block.kind, Kind::Circuit);
    let is_once = matches!(block.kind, Kind::BuyIn | Kind::CashOut);
    block.title &= !is_done && !is_once;
    keep(&mut block.transition, !is_once);
    keep(&mut block.switch, !is_once);
    if matches!(block.kind, Kind::Every { .. }) && block.rounds.is_none() {
        block.rounds = Some(4.into());
    }
    block.cap = block.cap.map(plain);
    if around.short {
        block.rounds = None;
        block.ladder = None;
        block.between_rounds = None;
        block.until = false;
        shorten_option(&mut block.work);
        shorten_option(&mut block.transition);
        for rest in [&mut block.work_rest, &mut block.between_movements].into_iter().flatten() {
            shorten(&mut rest.amount);
        }
    }
    let counts_rounds = around.repeats || block.repeats();
    for figure in [&mut block.work, &mut block.transition].into_iter().flatten() {
        prune_growth(figure, counts_rounds, false);
    }
    // A switch between the passes of a block lies in none of its rounds.
    let counts_switches = around.repeats || (block.repeats() && block.per.is_none());
    if let Some(switch) = &mut block.switch {
        prune_growth(switch, counts_switches, false);
    }
    for rest in [&mut block.work_rest, &mut block.between_movements].into_iter().flatten() {
        prune_growth(&mut rest.amount, counts_rounds, false);
    }
    if let Some(rest) = &mut block.between_rounds {
        prune_growth(&mut rest.amount, counts_rounds, false);
    }
    if is_done {
        block.transition = block.transition.map(plain);
        block.switch = block.switch.map(plain);
    }
    prune_steps(block, around);
    write_tables(block);
}

/// Makes tables by round of some of a block's exercises and of some of its rests between rounds.
fn write_tables(block: &mut Block) {
    let is_plain = |figure: &Figure| figure.growth.is_none();
    if let Some(rest) = block.between_rounds
        && matches!(rest.kind, RestKind::Seconds)
        && is_plain(&rest.amount)
        && block.spelling.is_multiple_of(3)
    {
        block.between_other_rounds = Some(Rest { amount: 7.into(), ..rest });
    }
    let Some(rounds) = rounds_to_name(block).filter(|&rounds| rounds > 1) else { return };
    let steps = std::mem::take(&mut block.steps);
    for step in steps {
        match step {
            Step::Exercise(exercise)
                if exercise.only.is_none()
                    && exercise.or.is_none()
                    && !exercise.load
                    && exercise.pace.is_none()
                    && matches!(exercise.between_sets, BetweenSets::Nothing)
                    && matches!(&exercise.dose, Dose::Once(Bout::Seconds(figure)) if is_plain(figure))
                    && exercise.spelling.is_multiple_of(3) =>
            {
                let every = 2 + u32::from(exercise.spelling) % 2;
                for from in 1..=every {
                    let only = Some(Only { not: false, from, to: rounds.max(from), every });
                    let dose = match &exercise.dose {
                        dose if from == 1 => dose.clone(),
                        _ => Dose::Once(Bout::Seconds(seconds_of_item(from).into())),
                    };
                    block.steps.push(Step::Exercise(Exercise { only, dose, ..exercise.clone() }));
                }
            }
            step => block.steps.push(step),
        }
    }
}

/// Returns how many rounds a block has that its steps can name; none where nobody knows, or where it may end earlier.
fn rounds_to_name(block: &Block) -> Option<u32> {
    let exactly = |figure: &Figure| (figure.low == figure.high).then_some(figure.low);
    let rounds = match (block.kind, &block.ladder, &block.rounds) {
        (Kind::Emom { minutes, alternating: false }, _, _) => exactly(&minutes)?,
        (
            Kind::Every { alternating: false, .. } | Kind::Circuit | Kind::Superset | Kind::ForTime,
            None,
            rounds,
        ) => exactly(rounds.as_ref()?)?,
        (Kind::Circuit | Kind::Superset | Kind::ForTime, Some(ladder), _) => ladder.rungs().len() as u32,
        _ => return None,
    };
    Some(rounds).filter(|_| !block.until)
}

/// Prunes the steps of a block that is itself as it should be.
fn prune_steps(block: &mut Block, around: Surroundings) {
    let rounds = rounds_to_name(block);
    for step in &mut block.steps {
        if let Step::Exercise(exercise) = step {
            let fits = |only: &Only| {
                rounds.is_some_and(|of| only.to <= of && !(only.not && only.from == 1 && only.to == of))
            };
            exercise.only = exercise.only.filter(fits);
        }
    }
    let is_interval = matches!(block.kind, Kind::Emom { .. } | Kind::Every { .. });
    let is_amrap = matches!(block.kind, Kind::Amrap { .. });
    let is_done = matches!(block.kind, Kind::Done);
    let inner = Surroundings {
        repeats: (around.repeats || block.repeats()) && !is_done,
        per_side: around.per_side || block.per.is_some(),
        timed: around.timed || is_interval || is_amrap || matches!(block.kind, Kind::ForTime),
        short: around.short || is_interval,
    };
    let is_alternating = match block.kind {
        Kind::Emom { alternating, .. } | Kind::Every { alternating, .. } => alternating,
        Kind::Circuit
        | Kind::Superset
        | Kind::Warmup
        | Kind::Section
        | Kind::Cooldown
        | Kind::BuyIn
        | Kind::CashOut
        | Kind::Done
        | Kind::Tabata
        | Kind::Amrap { .. }
        | Kind::ForTime => false,
    };
    let is_tabata = matches!(block.kind, Kind::Tabata);
    block.steps.retain(|step| match step {
        Step::Exercise(_) | Step::Note => true,
        Step::TurnOff => is_alternating,
        Step::Rest(_) => true,
        Step::Block(_) => !is_tabata,
    });
    let wanted = if matches!(block.kind, Kind::Superset) || is_alternating { 2 } else { 1 };
    let movements =
        |block: &Block| block.steps.iter().filter(|step| matches!(step, Step::Exercise(_))).count();
    for movement in [1, 2] {
        if movements(block) < wanted {
            block.steps.push(Step::Exercise(plain_exercise(movement)));
        }
    }
    let has_once =
        matches!(block.kind, Kind::Circuit | Kind::ForTime | Kind::Amrap { .. }) && !inner.per_side;
    let last = block.steps.len() - 1;
    for (at, step) in block.steps.iter_mut().enumerate() {
        if let Step::Block(inner) = step {
            match inner.kind {
                Kind::BuyIn if !has_once || at > 0 => inner.kind = Kind::Section,
                Kind::CashOut if !has_once || at < last => inner.kind = Kind::Section,
                _ => {}
            }
        }
    }
    let gives_dose = is_tabata || block.ladder.is_some() || block.work.is_some();
    let forbids_sets = is_tabata || matches!(block.kind, Kind::Superset);
    for step in &mut block.steps {
        match step {
            Step::Exercise(exercise) => {
                if is_tabata {
                    let sides = match exercise.sides {
                        Sides::Alternating | Sides::Right | Sides::Left if !inner.per_side => exercise.sides,
                        Sides::Each(_)
                        | Sides::EachAlternating(_)
                        | Sides::Together
                        | Sides::Alternating
                        | Sides::Right
                        | Sides::Left => Sides::Together,
                    };
                    let (load, movement) = (exercise.load, exercise.movement);
                    *exercise = Exercise { load, sides, dose: Dose::Unsaid, ..plain_exercise(movement) };
                } else {
                    prune_exercise(exercise, inner, gives_dose, forbids_sets);
                }
            }
            Step::Rest(rest) => {
                prune_growth(&mut rest.amount, inner.repeats, false);
                if inner.short {
                    shorten(&mut rest.amount);
                }
            }
            Step::TurnOff | Step::Note => {}
            Step::Block(block) => prune(block, inner),
        }
    }
}

fn plain_exercise(movement: usize) -> Exercise {
    Exercise {
        movement,
        dose: Dose::Once(Bout::Seconds(10.into())),
        in_calories: false,
        sides: Sides::Together,
        both_directions: false,
        load: false,
        pace: None,
        tempo: None,
        only: None,
        hold: None,
        between_sets: BetweenSets::Nothing,
        cue: false,
        or: None,
        spelling: 0,
    }
}

fn prune_exercise(exercise: &mut Exercise, inner: Surroundings, gives_dose: bool, forbids_sets: bool) {
    if forbids_sets || inner.short {
        exercise.dose = match &exercise.dose {
            Dose::Sets(_, bout) => Dose::Once(*bout),
            Dose::List { items, .. } => Dose::Once(items[0].1),
            Dose::Once(bout) => Dose::Once(*bout),
            Dose::Unsaid => Dose::Unsaid,
        };
    }
    if matches!(exercise.dose, Dose::Unsaid) && !gives_dose {
        exercise.dose = Dose::Once(Bout::Seconds(20.into()));
    }
    if inner.per_side {
        exercise.sides = Sides::Together;
    }
    let has_sets = match &exercise.dose {
        Dose::Sets(..) | Dose::List { .. } => true,
        Dose::Unsaid | Dose::Once(_) => false,
    };
    if !has_sets {
        exercise.between_sets = BetweenSets::Nothing;
    }
    match &mut exercise.between_sets {
        BetweenSets::Nothing | BetweenSets::Ratio(..) => {}
        BetweenSets::Rest(rest) => prune_growth(&mut rest.amount, inner.repeats, true),
        BetweenSets::Every(interval) => prune_growth(interval, inner.repeats, true),
    }
    match &mut exercise.dose {
        Dose::Unsaid => {}
        Dose::Once(bout) => prune_bout(bout, inner, false),
        Dose::Sets(_, bout) => prune_bout(bout, inner, true),
        Dose::List { items, .. } => {
            for (_, bout) in items {
                prune_bout(bout, inner, true);
            }
            // A target after a list stands beside its last item, and would be taken for that one's.
            (exercise.load, exercise.pace) = (false, None);
        }
    }
    let is_list = matches!(exercise.dose, Dose::List { .. });
    exercise.or = exercise.or.filter(|or| or.movement != exercise.movement && !is_list);
    let is_unsaid = matches!(exercise.dose, Dose::Unsaid);
    exercise.in_calories &= is_unsaid && exercise.or.is_none();
    // Sets of one movement count one thing.
    if let Dose::List { items, .. } = &mut exercise.dose {
        for (_, bout) in items {
            if let Bout::MaxCalories(length) = *bout {
                *bout = Bout::MaxSeconds(length);
            }
        }
    }
    if !may_be_held(exercise) {
        exercise.hold = None;
    }
}

/// Tells whether `hold 5s` can stand: behind a dose in repetitions or seconds, without a tempo, of what is not held anyway.
fn may_be_held(exercise: &Exercise) -> bool {
    let is_held = |movement| matches!(movement, PLANK | SIDE_PLANK);
    let repeats = |bout: &Bout| {
        matches!(
            bout,
            Bout::Seconds(_) | Bout::Reps(_) | Bout::RepsOrMore(_) | Bout::Max | Bout::MaxSeconds(_)
        )
    };
    let is_repeated = match &exercise.dose {
        Dose::Unsaid => false,
        Dose::Once(bout) | Dose::Sets(_, bout) => repeats(bout),
        Dose::List { items, .. } => items.iter().all(|(_, bout)| repeats(bout)),
    };
    let is_alternative_held = exercise.or.is_some_and(|or| is_held(or.movement));
    is_repeated && exercise.tempo.is_none() && !is_held(exercise.movement) && !is_alternative_held
}

fn prune_bout(bout: &mut Bout, inner: Surroundings, has_sets: bool) {
    match bout {
        Bout::Seconds(figure)
        | Bout::Reps(figure)
        | Bout::Calories(figure)
        | Bout::Breaths(figure)
        | Bout::Strokes(figure)
        | Bout::Metres(figure)
        | Bout::MaxSeconds(figure)
        | Bout::MaxCalories(figure) => {
            prune_growth(figure, inner.repeats, has_sets);
            if inner.short {
                shorten(figure);
            }
        }
        Bout::RepsOrMore(figure) => {
            if inner.short {
                shorten(figure);
            }
        }
        Bout::Max => {}
    }
}

/// Lets a growth count what there is to count, and takes it away where there is nothing.
fn prune_growth(figure: &mut Figure, rounds: bool, sets: bool) {
    figure.growth = figure.growth.and_then(|growth| {
        let each = match (growth.each, rounds, sets) {
            (_, false, false) => return None,
            (Each::Round, true, _) | (Each::Set, true, false) => Each::Round,
            (Each::Set, _, true) | (Each::Round, false, true) => Each::Set,
        };
        Some(Growth { each, ..growth })
    });
}

/// Makes a figure small enough to fit an interval along with a few others.
fn shorten(figure: &mut Figure) {
    let width = (figure.high - figure.low) % 3;
    figure.low = figure.low % 8 + 2;
    figure.high = figure.low + width;
    figure.growth = figure
        .growth
        .filter(|growth| !growth.percent)
        .map(|growth| Growth { by: growth.by.clamp(-2, 2), ..growth });
}

fn shorten_option(figure: &mut Option<Figure>) {
    if let Some(figure) = figure {
        shorten(figure);
    }
}

fn keep<T>(option: &mut Option<T>, wanted: bool) {
    if !wanted {
        *option = None;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    use super::workouts;
    use crate::timeline::timeline;

    #[test]
    fn nearly_every_random_workout_is_clear() {
        let mut runner = TestRunner::deterministic();
        let mut outcomes: BTreeMap<&str, u32> = BTreeMap::new();
        for _ in 0..400 {
            let workout = workouts().new_tree(&mut runner).expect("nothing is filtered").current();
            let outcome = match timeline(&workout, None) {
                Ok(_) => "clear",
                Err(unclear) => unclear.0,
            };
            *outcomes.entry(outcome).or_default() += 1;
        }
        assert!(outcomes["clear"] >= 390, "{outcomes:?}");
    }
}
