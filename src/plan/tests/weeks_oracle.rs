//! Random plans with cycles, phases, picked weeks, shares and times of day, written out by other means: each day by itself,
//! from the last block that gives it something backwards, with the weeks of each block asked for one by one.

use proptest::prelude::*;

use super::{checked, days, expand};
use crate::diagnostic::Severity;

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How the weeks are divided.
#[derive(Debug, Clone)]
enum Shape {
    Flat(usize),
    Cycles { number: usize, length: usize },
    Phases(Vec<usize>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    Whole,
    /// One of the cycles or phases, from 0.
    Part(usize),
}

#[derive(Debug, Clone)]
enum Which {
    Every,
    Odd,
    Even,
    Last,
    ToLast(usize),
    Nth(usize, usize),
    Listed(Vec<usize>),
    /// Days that are in no week.
    Bare,
}

/// Shares of sets, load, distance and time, in per cent.
type Shares = [u64; 4];

#[derive(Debug, Clone, Copy)]
enum When {
    Unsaid,
    Morning,
    Evening,
    Clock(u32, u32),
}

#[derive(Debug, Clone, Copy)]
enum Body {
    Squat,
    PushUp,
    Run,
    Walk,
    /// Nothing: the day only scales.
    Nothing,
}

#[derive(Debug, Clone)]
struct Given {
    days: Vec<usize>,
    when: When,
    instead: bool,
    shares: Option<Shares>,
    body: Body,
}

#[derive(Debug, Clone)]
struct Block {
    scope: Scope,
    which: Which,
    instead: bool,
    shares: Option<Shares>,
    days: Vec<Given>,
}

#[derive(Debug, Clone)]
struct Plan {
    shape: Shape,
    /// The first day of a week.
    first: usize,
    /// How many days of the first and of the last week are not done.
    before: usize,
    after: usize,
    has_start: bool,
    has_end: bool,
    blocks: Vec<Block>,
}

impl Plan {
    fn weeks(&self) -> usize {
        match &self.shape {
            Shape::Flat(weeks) => *weeks,
            Shape::Cycles { number, length } => number * length,
            Shape::Phases(lengths) => lengths.iter().sum(),
        }
    }

    fn cycle(&self, week: usize) -> usize {
        if let Shape::Cycles { length, .. } = self.shape { (week - 1) / length } else { 0 }
    }

    /// Returns the number of a week in the stretch that a block is in, and how long that is; none if it is not in it.
    fn local(&self, scope: Scope, week: usize) -> Option<(usize, usize)> {
        match (&self.shape, scope) {
            (Shape::Flat(weeks), _) => Some((week, *weeks)),
            (Shape::Cycles { length, .. }, Scope::Whole) => Some(((week - 1) % length + 1, *length)),
            (Shape::Cycles { length, .. }, Scope::Part(cycle)) => {
                (self.cycle(week) == cycle).then_some(((week - 1) % length + 1, *length))
            }
            (Shape::Phases(_), Scope::Whole) => Some((week, self.weeks())),
            (Shape::Phases(lengths), Scope::Part(phase)) => {
                let offset: usize = lengths[..phase].iter().sum();
                let own = week.checked_sub(offset).filter(|own| (1..=lengths[phase]).contains(own));
                own.map(|own| (own, lengths[phase]))
            }
        }
    }

    fn has(&self, block: &Block, week: usize) -> bool {
        let Some((own, length)) = self.local(block.scope, week) else { return false };
        match &block.which {
            Which::Every | Which::Bare => true,
            Which::Odd => own % 2 == 1,
            Which::Even => own % 2 == 0,
            Which::Last => own == length,
            Which::ToLast(from) => own >= (*from).min(length),
            Which::Nth(each, from) => {
                let from = (*from).min(length);
                own >= from && (own - from) % each == 0
            }
            Which::Listed(weeks) => weeks.iter().any(|week| (week - 1) % length + 1 == own),
        }
    }

    /// Returns how long the stretch of a block is.
    fn length(&self, scope: Scope) -> usize {
        (1..=self.weeks()).find_map(|week| self.local(scope, week)).map_or(1, |(_, length)| length)
    }

    fn is_done(&self, number: usize) -> bool {
        let before = if self.has_start { self.before } else { 0 };
        let after = if self.has_end { self.after } else { 0 };
        (before..self.weeks() * 7 - after).contains(&number)
    }

    /// Returns what is done on a day of a week, first to last in the text: the block, the day in it, and the shares.
    fn on(&self, week: usize, weekday: usize, upto: usize) -> Vec<(usize, usize, Vec<Shares>)> {
        let mut done = Vec::new();
        let mut shares: Vec<Shares> = Vec::new();
        'all: for (number, block) in self.blocks[..upto].iter().enumerate().rev() {
            if !self.has(block, week) {
                continue;
            }
            for (inner, given) in block.days.iter().enumerate().rev() {
                if !given.days.contains(&weekday) {
                    continue;
                }
                if !matches!(given.body, Body::Nothing) {
                    done.push((number, inner, shares.iter().rev().copied().collect()));
                }
                shares.extend(given.shares);
                if given.instead {
                    break 'all;
                }
            }
            shares.extend(block.shares);
            if block.instead {
                break;
            }
        }
        done.reverse();
        done
    }

    /// Tells whether something is scaled that is not there.
    fn scales_nothing(&self) -> bool {
        let weeks = || 1..=self.weeks();
        self.blocks.iter().enumerate().any(|(number, block)| {
            let own = || weeks().filter(|&week| self.has(block, week));
            let empty_week = block.shares.is_some()
                && own().any(|week| (0..7).all(|day| self.on(week, day, number).is_empty()));
            let empty_day = block.days.iter().enumerate().any(|(inner, given)| {
                let mut above = self.clone();
                above.blocks[number].days.truncate(inner);
                let is_empty = |&day: &usize| own().all(|week| above.on(week, day, number + 1).is_empty());
                given.shares.is_some() && given.days.iter().any(is_empty)
            });
            empty_week || empty_day
        })
    }
}

fn shares() -> impl Strategy<Value = Shares> {
    let one = || prop::sample::select(vec![50u64, 70, 90, 100, 110]);
    (one(), one(), one(), one()).prop_map(|(sets, load, distance, time)| [sets, load, distance, time])
}

fn given() -> impl Strategy<Value = Given> {
    let days = proptest::sample::subsequence((0..7).collect::<Vec<_>>(), 1..4);
    let when = prop_oneof![
        4 => Just(When::Unsaid),
        1 => Just(When::Morning),
        1 => Just(When::Evening),
        1 => (0u32..24, prop::sample::select(vec![0u32, 15, 30, 59])).prop_map(|(hour, minute)| When::Clock(hour, minute)),
    ];
    let body = prop_oneof![Just(Body::Squat), Just(Body::PushUp), Just(Body::Run), Just(Body::Walk)];
    let how = prop_oneof![
        6 => Just((false, None, false)),
        1 => Just((true, None, false)),
        1 => (shares(), any::<bool>()).prop_map(|(shares, alone)| (false, Some(shares), alone)),
    ];
    (days, when, body, how).prop_map(|(days, when, body, (instead, shares, alone))| {
        let (body, when) = if alone { (Body::Nothing, When::Unsaid) } else { (body, when) };
        Given { days, when, instead, shares, body }
    })
}

fn which() -> impl Strategy<Value = Which> {
    prop_oneof![
        2 => Just(Which::Every),
        1 => Just(Which::Odd),
        1 => Just(Which::Last),
        1 => (1usize..4).prop_map(Which::ToLast),
        1 => (2usize..4, 1usize..4).prop_map(|(each, from)| Which::Nth(each, from)),
        2 => proptest::sample::subsequence((1..6).collect::<Vec<_>>(), 1..4).prop_map(Which::Listed),
        1 => Just(Which::Even),
        3 => Just(Which::Bare),
    ]
}

fn block(parts: usize) -> impl Strategy<Value = Block> {
    let scope = prop_oneof![Just(None), (0..parts.max(1)).prop_map(Some)];
    let how = prop_oneof![
        8 => Just((false, None)),
        1 => Just((true, None)),
        2 => shares().prop_map(|shares| (false, Some(shares))),
    ];
    (scope, which(), how, prop::collection::vec(given(), 1..4)).prop_map(
        move |(scope, which, (instead, shares), mut days)| {
            let scope = scope.filter(|_| parts > 0).map_or(Scope::Whole, Scope::Part);
            let is_bare = matches!(which, Which::Bare);
            if is_bare {
                days.truncate(1);
            }
            Block { scope, which, instead: instead && !is_bare, shares: shares.filter(|_| !is_bare), days }
        },
    )
}

fn plan() -> impl Strategy<Value = Plan> {
    let shape = prop_oneof![
        (1usize..7).prop_map(Shape::Flat),
        (1usize..4, 1usize..5).prop_map(|(number, length)| Shape::Cycles { number, length }),
        prop::collection::vec(1usize..4, 1..4).prop_map(Shape::Phases),
    ];
    shape.prop_flat_map(|shape| {
        let parts = match &shape {
            Shape::Flat(_) => 0,
            Shape::Cycles { number, .. } => *number,
            Shape::Phases(lengths) => lengths.len(),
        };
        let blocks = prop::collection::vec(block(parts), 1..6);
        let ends = prop_oneof![Just((true, false)), Just((false, true)), Just((true, true))];
        (Just(shape), 0usize..7, 0usize..4, 0usize..4, ends, blocks).prop_map(
            |(shape, first, before, after, (has_start, has_end), mut blocks)| {
                if let Shape::Phases(lengths) = &shape {
                    let walk = Given {
                        days: vec![0],
                        when: When::Unsaid,
                        instead: false,
                        shares: None,
                        body: Body::Walk,
                    };
                    let one = |phase| Block {
                        scope: Scope::Part(phase),
                        which: Which::Bare,
                        instead: false,
                        shares: None,
                        days: vec![walk.clone()],
                    };
                    blocks.extend((0..lengths.len()).map(one));
                    // A phase is written once, with all that is in it.
                    blocks.sort_by_key(|block| block.scope);
                }
                Plan { shape, first, before, after, has_start, has_end, blocks }
            },
        )
    })
}

/// A day of the calendar: years, months, days.
type Date = (u32, u32, u32);

/// The first day of week 1 is in the week of this Monday.
const MONDAY: Date = (2027, 12, 27);

fn next((year, month, day): Date) -> Date {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match (month, day) {
        (12, 31) => (year + 1, 1, 1),
        (_, day) if day == length => (year, month + 1, 1),
        _ => (year, month, day + 1),
    }
}

fn date(days: usize) -> String {
    let (year, month, day) = (0..days).fold(MONDAY, |date, _| next(date));
    format!("{year:04}-{month:02}-{day:02}")
}

fn shares_text(shares: Option<Shares>) -> String {
    shares.map_or_else(String::new, |[sets, load, distance, time]| {
        format!(" at {sets}% of sets, {load}% of load, {distance}% of distance, {time}% of time")
    })
}

fn day_text(plan: &Plan, given: &Given) -> String {
    let names: Vec<&str> = given.days.iter().map(|&day| NAMES[day]).collect();
    let when = match given.when {
        When::Unsaid => String::new(),
        When::Morning => " morning".to_owned(),
        When::Evening => " evening".to_owned(),
        When::Clock(hour, minute) => format!(" {hour:02}:{minute:02}"),
    };
    let each = if let Shape::Cycles { .. } = plan.shape { "cycle" } else { "week" };
    let body = match given.body {
        Body::Squat => " < back squat 4x5 @ 60kg +2.5kg each week >".to_owned(),
        Body::PushUp => " < do \"S\" >".to_owned(),
        Body::Run => format!(" < run 4km +1km each {each} >"),
        Body::Walk => " < walk 20min >".to_owned(),
        Body::Nothing => String::new(),
    };
    let instead = if given.instead { " instead" } else { "" };
    format!("{}{when}{instead}{}{body}", names.join(", "), shares_text(given.shares))
}

fn block_text(plan: &Plan, block: &Block) -> String {
    let length = plan.length(block.scope);
    let which = match &block.which {
        Which::Bare => return day_text(plan, &block.days[0]),
        Which::Every => "every week".to_owned(),
        Which::Odd => "odd weeks".to_owned(),
        Which::Even => "even weeks".to_owned(),
        Which::Last => "last week".to_owned(),
        Which::ToLast(from) => format!("weeks {} to last", (*from).min(length)),
        Which::Nth(each, from) => format!("every {each} weeks from {}", (*from).min(length)),
        Which::Listed(weeks) => {
            let mut own: Vec<usize> = weeks.iter().map(|week| (week - 1) % length + 1).collect();
            own.sort_unstable();
            own.dedup();
            let own: Vec<String> = own.iter().map(usize::to_string).collect();
            format!("weeks {}", own.join(", "))
        }
    };
    let days: Vec<String> = block.days.iter().map(|given| day_text(plan, given)).collect();
    let instead = if block.instead { " instead" } else { "" };
    format!("{which}{instead}{} < {} >", shares_text(block.shares), days.join("; "))
}

/// Writes the plan in the language.
fn text(plan: &Plan) -> String {
    let length = match &plan.shape {
        Shape::Flat(_) if plan.has_start && plan.has_end => String::new(),
        Shape::Flat(weeks) => format!(" weeks {weeks}"),
        Shape::Cycles { number, length } => format!(" cycles {number} of {length} weeks"),
        Shape::Phases(_) => String::new(),
    };
    let turned = format!(", {} to {}", NAMES[plan.first], NAMES[(plan.first + 6) % 7]);
    let mut text = format!("workout \"S\" < push-up 5x10 +1 each session >\nplan \"P\"{length}{turned}");
    if plan.has_start {
        text += &format!(" starts {}", date(plan.first + plan.before));
    }
    if plan.has_end {
        text += &format!(" ends {}", date(plan.first + plan.weeks() * 7 - 1 - plan.after));
    }
    text += " <\n";
    let mut open = None;
    for block in &plan.blocks {
        match (&plan.shape, block.scope) {
            (Shape::Phases(lengths), Scope::Part(phase)) if open != Some(phase) => {
                if open.is_some() {
                    text += "  >\n";
                }
                text += &format!("  phase \"{phase}\" {} weeks <\n", lengths[phase]);
                open = Some(phase);
            }
            (Shape::Cycles { .. }, Scope::Part(cycle)) => {
                text += &format!("  cycle {} < {} >\n", cycle + 1, block_text(plan, block));
                continue;
            }
            _ => {}
        }
        text += &format!("  {}\n", block_text(plan, block));
    }
    if open.is_some() {
        text += "  >\n";
    }
    text + ">\n"
}

/// Returns a figure times a share, to the nearest thousandth.
fn of(figure: u64, share: u64) -> u64 {
    (figure * share + 50_000) / 100_000
}

fn said(plan: &Plan, block: &Block, given: &Given, week: usize, times: usize, shares: &[Shares]) -> String {
    let mut share = [100_000u64; 4];
    for one in shares {
        for (share, percent) in share.iter_mut().zip(one) {
            *share = *share * percent / 100;
        }
    }
    let [sets, load, distance, time] = share;
    let sets = |all: u64| ((all * sets).div_ceil(100_000)).max(1) * 1000;
    let own = || (1..=plan.weeks()).filter(|&other| plan.has(block, other));
    let in_cycle = own().find(|&other| plan.cycle(other) == plan.cycle(week)).unwrap();
    let first_cycle = own().map(|other| plan.cycle(other)).min().unwrap();
    let to = |figure: u64, steps: [(u64, u64); 3]| {
        let step = steps.iter().find(|(from, _)| figure >= *from).map_or(1000, |(_, step)| *step);
        (figure + step / 2) / step * step
    };
    match given.body {
        Body::Squat => {
            let figure = 60_000 + 2_500 * (week - in_cycle) as u64;
            let exact = of(figure, load);
            // Down where two steps are as near.
            let below = exact / 2_500 * 2_500;
            let near = if load == 100_000 {
                figure
            } else if exact - below > 1_250 {
                below + 2_500
            } else {
                below
            };
            format!("Back squat: {}x5000 @ {near}", sets(4))
        }
        Body::PushUp => format!("S: {}x{}", sets(5), 10_000 + 1_000 * times),
        Body::Run => {
            let turn = if let Shape::Cycles { .. } = plan.shape {
                plan.cycle(week) - first_cycle
            } else {
                week - in_cycle
            };
            let figure = 4_000 + 1_000 * turn as u64;
            let scaled = to(of(figure, distance), [(5_000, 500), (1_000, 100), (0, 50)]);
            format!("Run: {}", if distance == 100_000 { figure } else { scaled })
        }
        Body::Walk => {
            let scaled = to(of(1_200_000, time), [(600_000, 60_000), (5_000, 5_000), (0, 1_000)]);
            format!("Walk: {}", if time == 100_000 { 1_200_000 } else { scaled })
        }
        Body::Nothing => String::new(),
    }
}

/// Where a session comes in its day: in the morning by the clock and then without one, after that until five, and then in
/// the evening.
fn order(when: When) -> (u32, u32) {
    const NO_CLOCK: u32 = 24 * 60;
    match when {
        When::Clock(hour, minute) => (u32::from(hour >= 12) + u32::from(hour >= 17), hour * 60 + minute),
        When::Morning => (0, NO_CLOCK),
        When::Unsaid => (1, NO_CLOCK),
        When::Evening => (2, NO_CLOCK),
    }
}

fn expected(plan: &Plan) -> String {
    let mut lines = String::new();
    let mut times = 0;
    for number in (0..plan.weeks() * 7).filter(|&number| plan.is_done(number)) {
        let (week, weekday) = (number / 7 + 1, (plan.first + number) % 7);
        let mut done = plan.on(week, weekday, plan.blocks.len());
        done.sort_by_key(|(block, inner, _)| order(plan.blocks[*block].days[*inner].when));
        let mut parts = Vec::new();
        for (block, inner, shares) in done {
            let (block, given) = (&plan.blocks[block], &plan.blocks[block].days[inner]);
            parts.push(said(plan, block, given, week, times, &shares));
            times += usize::from(matches!(given.body, Body::PushUp));
        }
        if !parts.is_empty() {
            lines +=
                &format!("{} {week} {} {}\n", date(plan.first + number), NAMES[weekday], parts.join(" | "));
        }
    }
    lines
}

/// Tells whether a block is about weeks that its stretch does not have.
fn picks_nothing(plan: &Plan) -> bool {
    plan.blocks.iter().any(|block| !(1..=plan.weeks()).any(|week| plan.has(block, week)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn weeks_come_to_what_other_means_make_of_them(plan in plan()) {
        let text = text(&plan);
        let (program, said) = checked(&text);
        let wrong = picks_nothing(&plan) || plan.scales_nothing();
        let has_errors = said.iter().any(|one| one.severity == Severity::Error);
        prop_assert_eq!(has_errors, wrong, "{}\n{:?}", text, said);
        prop_assert_eq!(program.plans.is_empty(), wrong);
        if let Some(plan_of_text) = program.plans.first() {
            let (calendar, _) = expand(plan_of_text);
            prop_assert_eq!(days(&calendar), expected(&plan), "{}", text);
        }
    }
}
