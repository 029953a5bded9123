//! Random programs in which blanks, tables, steps in turn and cycles of blocks come together, held to a table that is worked
//! out here: day by day, with a count of what was done so far.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;
use wodc::analysis::{Request, compile};
use wodc::diagnostic::Severity;
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::Project;
use crate::date::Day;
use crate::load::{Load, kg};
use crate::read;
use crate::table::{Session, capitalised};

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const LIFTS: [&str; 2] = ["back squat", "bench press"];
const HELPERS: [&str; 2] = ["push-up", "sit-up"];
const OTHERS: [&str; 2] = ["X", "Y"];

#[derive(Debug, Clone, Copy)]
enum Counter {
    Week,
    Session,
    Cycle,
}

impl Counter {
    fn name(self) -> &'static str {
        match self {
            Counter::Week => "week",
            Counter::Session => "session",
            Counter::Cycle => "cycle",
        }
    }
}

/// A step of a workout.
#[derive(Debug, Clone)]
enum Statement {
    /// `lift by week 3x5 @ 70% then 4x3 @ 80% rest 1min`: sets, repetitions and per cent.
    Table(Counter, Vec<(usize, usize, i64)>),
    /// `lift 2x3 @ by cycle 50% then 60% rest 1min`.
    Targets(Counter, Vec<i64>),
    /// `helper by session 10 then 12`.
    Helper(Counter, Vec<usize>),
    /// `lift 2x4 @ 60% +1% each session rest 1min`.
    Heavier(Counter),
    /// `row 500m +100m each week`.
    Longer(Counter),
    /// `weeks 1, 3 < dip 5 +1 each session >`.
    Only(Counter, BTreeSet<usize>, usize),
    /// `in turn < dip 5 +1 each session; in turn < … >; burpee 7 >`.
    InTurn(Vec<Statement>),
    /// `dip 5 +1 each session`.
    Dips(usize),
    /// `do other`.
    Other,
}

/// What the blanks of a workout are filled with, by their places in the lists of values.
type Values = [usize; 3];

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Done {
    Filled(Values),
    /// `do "X"`.
    Other(usize),
}

#[derive(Debug, Clone)]
enum Body {
    Single(Done),
    InTurn(Vec<Done>),
    /// `walk 20min`.
    Walk,
}

/// `cycles 1, 3 < weeks 2, 3 < monday instead < … > > >`.
#[derive(Debug, Clone)]
struct Block {
    /// All of them where there are none.
    cycles: BTreeSet<usize>,
    weeks: BTreeSet<usize>,
    days: BTreeSet<usize>,
    instead: bool,
    body: Body,
}

#[derive(Debug, Clone)]
struct Program {
    cycles: usize,
    /// How many weeks each has.
    length: usize,
    /// What the maxes are raised by each cycle, in grams.
    raise: i64,
    template: Vec<Statement>,
    others: [Vec<Statement>; 2],
    blocks: Vec<Block>,
}

fn counter() -> impl Strategy<Value = Counter> + Clone {
    prop::sample::select(vec![Counter::Week, Counter::Session, Counter::Cycle])
}

fn sets() -> impl Strategy<Value = (usize, usize, i64)> {
    (2usize..4, 3usize..9, prop::sample::select(vec![50i64, 65, 70, 85]))
}

fn simple() -> impl Strategy<Value = Statement> + Clone {
    let turns = prop::collection::btree_set(1usize..6, 1..3);
    prop_oneof![
        counter().prop_map(Statement::Longer),
        (counter(), turns, 1usize..20).prop_map(|(by, turns, reps)| Statement::Only(by, turns, reps)),
        (1usize..20).prop_map(Statement::Dips),
    ]
}

fn statement() -> impl Strategy<Value = Statement> {
    let inner = prop::collection::vec(simple(), 2..4);
    prop_oneof![
        (counter(), prop::collection::vec(sets(), 2..5)).prop_map(|(by, items)| Statement::Table(by, items)),
        (counter(), prop::collection::vec(sets().prop_map(|(.., percent)| percent), 2..4))
            .prop_map(|(by, items)| Statement::Targets(by, items)),
        (counter(), prop::collection::vec(1usize..20, 2..4))
            .prop_map(|(by, items)| Statement::Helper(by, items)),
        counter().prop_map(Statement::Heavier),
        simple(),
        inner.clone().prop_map(Statement::InTurn),
        (inner, simple()).prop_map(|(inner, other)| Statement::InTurn(vec![Statement::InTurn(inner), other])),
    ]
}

fn done() -> impl Strategy<Value = Done> {
    prop_oneof![
        3 => [0usize..2, 0usize..2, 0usize..2].prop_map(Done::Filled),
        1 => (0usize..2).prop_map(Done::Other),
    ]
}

fn block(cycles: usize, length: usize) -> impl Strategy<Value = Block> {
    let body = prop_oneof![
        4 => done().prop_map(Body::Single),
        2 => prop::collection::vec(done(), 2..4).prop_map(Body::InTurn),
        1 => Just(Body::Walk),
    ];
    let some = |last: usize, most: usize| prop::collection::btree_set(1..=last, 1..=most.min(last));
    let in_cycles = prop_oneof![2 => Just(BTreeSet::new()), 1 => some(cycles, 2)];
    let days = prop::collection::btree_set(0usize..7, 1..4);
    (in_cycles, some(length, length), days, prop::bool::weighted(0.25), body)
        .prop_map(|(cycles, weeks, days, instead, body)| Block { cycles, weeks, days, instead, body })
}

fn program() -> impl Strategy<Value = Program> {
    (1usize..5, 1usize..5).prop_flat_map(|(cycles, length)| {
        let raise = prop::sample::select(vec![0i64, 1_250, 5_000]);
        // Each blank must be used.
        let used = [
            Statement::Table(Counter::Week, vec![(2, 5, 70), (3, 3, 85)]),
            Statement::Helper(Counter::Session, vec![10, 12, 8]),
            Statement::Other,
        ];
        let template = prop::collection::vec(statement(), 0..4)
            .prop_map(move |more| used.iter().cloned().chain(more).collect::<Vec<_>>())
            .prop_shuffle();
        let in_turn = prop::collection::vec(simple(), 2..4).prop_map(Statement::InTurn);
        let other = prop::collection::vec(prop_oneof![simple(), in_turn], 1..3);
        let blocks = prop::collection::vec(block(cycles, length), 1..5);
        (raise, template, [other.clone(), other], blocks).prop_map(
            move |(raise, template, others, blocks)| Program {
                cycles,
                length,
                raise,
                template,
                others,
                blocks,
            },
        )
    })
}

fn list(numbers: &BTreeSet<usize>) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// Writes a number of something: `week 2`, `weeks 1, 3`.
fn several(word: &str, numbers: &BTreeSet<usize>) -> String {
    format!("{word}{} {}", if numbers.len() == 1 { "" } else { "s" }, list(numbers))
}

impl Statement {
    fn text(&self) -> String {
        let then = |items: Vec<String>| items.join(" then ");
        match self {
            Statement::Table(by, items) => {
                let item =
                    |(sets, reps, percent): &(usize, usize, i64)| format!("{sets}x{reps} @ {percent}%");
                format!("lift by {} {} rest 1min", by.name(), then(items.iter().map(item).collect()))
            }
            Statement::Targets(by, items) => {
                let items = items.iter().map(|percent| format!("{percent}%")).collect();
                format!("lift 2x3 @ by {} {} rest 1min", by.name(), then(items))
            }
            Statement::Helper(by, items) => {
                format!("helper by {} {}", by.name(), then(items.iter().map(usize::to_string).collect()))
            }
            Statement::Heavier(by) => format!("lift 2x4 @ 60% +1% each {} rest 1min", by.name()),
            Statement::Longer(by) => format!("row 500m +100m each {}", by.name()),
            Statement::Only(by, turns, reps) => {
                format!("{} < burpee {reps} +1 each session >", several(by.name(), turns))
            }
            Statement::InTurn(steps) => format!("in turn < {} >", texts(steps).join("; ")),
            Statement::Dips(reps) => format!("dip {reps} +1 each session"),
            Statement::Other => "do other".to_owned(),
        }
    }
}

fn texts(steps: &[Statement]) -> Vec<String> {
    steps.iter().map(Statement::text).collect()
}

impl Done {
    fn text(&self) -> String {
        match self {
            Done::Filled([lift, helper, other]) => {
                let (lift, helper, other) = (LIFTS[*lift], HELPERS[*helper], OTHERS[*other]);
                format!("do \"T\" with lift {lift}, helper {helper}, other \"{other}\"")
            }
            Done::Other(other) => format!("do \"{}\"", OTHERS[*other]),
        }
    }
}

impl Block {
    fn text(&self) -> String {
        let days: Vec<&str> = self.days.iter().map(|&day| NAMES[day]).collect();
        let body = match &self.body {
            Body::Single(done) => done.text(),
            Body::InTurn(all) => {
                format!("in turn < {} >", all.iter().map(Done::text).collect::<Vec<_>>().join("; "))
            }
            Body::Walk => "walk 20min".to_owned(),
        };
        let instead = if self.instead { " instead" } else { "" };
        let weeks = format!("{} < {}{instead} < {body} > >", several("week", &self.weeks), days.join(", "));
        if self.cycles.is_empty() { weeks } else { format!("{} < {weeks} >", several("cycle", &self.cycles)) }
    }

    fn is_in_cycle(&self, cycle: usize) -> bool {
        self.cycles.is_empty() || self.cycles.contains(&cycle)
    }
}

impl Program {
    fn text(&self) -> String {
        let lines = |steps: &[Statement]| texts(steps).join("\n  ");
        let mut text = "athlete \"Sam\" < max back squat 140kg; max bench press 95kg >\n".to_owned();
        text += "workout \"T\" for lift, helper, other <\n  title \"{lift} {week}-{session}-{cycle}\"\n  ";
        text += &format!("{}\n>\n", lines(&self.template));
        for (name, steps) in OTHERS.iter().zip(&self.others) {
            text += &format!("workout \"{name}\" <\n  {}\n>\n", lines(steps));
        }
        text += &format!("plan \"P\" cycles {} of {} weeks starts 2026-01-05 <\n", self.cycles, self.length);
        if self.raise > 0 {
            text += &format!("  raise max by {} each cycle\n", kg(self.raise));
        }
        for block in &self.blocks {
            text += &format!("  {}\n", block.text());
        }
        text + ">\n"
    }

    /// Returns the blocks that give something to a day, by their places: from the last one back, until one replaces what is
    /// before it.
    fn on(&self, cycle: usize, week: usize, day: usize) -> Vec<usize> {
        let mut given = Vec::new();
        for (at, block) in self.blocks.iter().enumerate().rev() {
            if block.is_in_cycle(cycle) && block.weeks.contains(&week) && block.days.contains(&day) {
                given.push(at);
                if block.instead {
                    break;
                }
            }
        }
        given.reverse();
        given
    }

    /// Returns the sessions of all days.
    fn table(&self) -> Vec<Session> {
        let mut so_far = SoFar { program: self, times: HashMap::new(), rotations: HashMap::new() };
        let mut in_turn: HashMap<usize, usize> = HashMap::new();
        let mut table = Vec::new();
        for cycle in 1..=self.cycles {
            for week in 1..=self.length {
                for day in 0..7 {
                    for at in self.on(cycle, week, day) {
                        let block = &self.blocks[at];
                        let date = Day::of(1, 5).plus((cycle - 1) * self.length + week - 1, day);
                        let now = Now::of(block, cycle, week);
                        table.push(match &block.body {
                            Body::Single(done) => so_far.session(date, done, now),
                            Body::InTurn(all) => {
                                let turn = in_turn.entry(at).or_default();
                                *turn += 1;
                                so_far.session(date, &all[(*turn - 1) % all.len()], now)
                            }
                            Body::Walk => {
                                let mut session = Session::new(date, format!("Walk (cycle {cycle})"));
                                session.bout("walk", "1200s");
                                session
                            }
                        });
                    }
                }
            }
        }
        table
    }
}

/// When a session is, all counted from 0.
#[derive(Debug, Clone, Copy)]
struct Now {
    /// The cycle of the plan.
    cycle: usize,
    /// How many weeks of the block, and how many cycles, were done before: tables count these.
    table: (usize, usize),
    /// How many weeks and cycles after the first of the block it is: what grows counts these.
    grown: (usize, usize),
}

impl Now {
    fn of(block: &Block, cycle: usize, week: usize) -> Self {
        let cycles: Vec<usize> = (1..=cycle).filter(|&cycle| block.is_in_cycle(cycle)).collect();
        Self {
            cycle: cycle - 1,
            table: (block.weeks.range(..week).count(), cycles.len() - 1),
            grown: (week - block.weeks.first().unwrap(), cycle - cycles[0]),
        }
    }

    fn turn(self, by: Counter, session: usize) -> usize {
        match by {
            Counter::Week => self.table.0,
            Counter::Session => session,
            Counter::Cycle => self.table.1,
        }
    }

    fn growth(self, by: Counter, session: usize) -> usize {
        match by {
            Counter::Week => self.grown.0,
            Counter::Session => session,
            Counter::Cycle => self.grown.1,
        }
    }
}

/// What was done up to a day.
struct SoFar<'p> {
    program: &'p Program,
    /// How often each workout.
    times: HashMap<Done, usize>,
    /// How often it came to each `in turn` of a workout. Its place is that of each step around it in the one around that.
    rotations: HashMap<(Done, Vec<usize>), usize>,
}

impl SoFar<'_> {
    fn session(&mut self, date: Day, done: &Done, now: Now) -> Session {
        let before = self.times.get(done).copied().unwrap_or_default();
        let title = match done {
            Done::Filled([lift, ..]) => {
                format!("{} {}-{}-{}", capitalised(LIFTS[*lift]), now.table.0 + 1, before + 1, now.cycle + 1)
            }
            Done::Other(other) => OTHERS[*other].to_owned(),
        };
        let mut session = Session::new(date, format!("{title} (cycle {})", now.cycle + 1));
        self.workout(&mut session, done, now);
        session
    }

    fn workout(&mut self, session: &mut Session, done: &Done, now: Now) {
        let steps = match done {
            Done::Filled(_) => self.program.template.clone(),
            Done::Other(other) => self.program.others[*other].clone(),
        };
        let before = self.times.get(done).copied().unwrap_or_default();
        for (at, step) in steps.iter().enumerate() {
            self.step(session, step, &mut vec![at], (done, before), now);
        }
        *self.times.entry(done.clone()).or_default() += 1;
    }

    /// Adds a step of a workout, which was done so often `before`.
    fn step(
        &mut self,
        session: &mut Session,
        step: &Statement,
        place: &mut Vec<usize>,
        (done, before): (&Done, usize),
        now: Now,
    ) {
        let item = |by: Counter, items: usize| now.turn(by, before) % items;
        match step {
            Statement::Table(by, items) => {
                let (sets, reps, percent) = items[item(*by, items.len())];
                self.lift(session, done, (sets, reps), percent, now);
            }
            Statement::Targets(by, items) => {
                self.lift(session, done, (2, 3), items[item(*by, items.len())], now);
            }
            Statement::Heavier(by) => {
                let more = i64::try_from(now.growth(*by, before)).unwrap();
                self.lift(session, done, (2, 4), 60 + more, now);
            }
            Statement::Helper(by, items) => {
                let Done::Filled([_, helper, _]) = done else { panic!("it has no blanks") };
                session.bout(HELPERS[*helper], items[item(*by, items.len())]);
            }
            Statement::Longer(by) => {
                session.bout("row", format!("{}m", 500 + 100 * now.growth(*by, before)));
            }
            Statement::Only(by, turns, reps) => {
                if turns.contains(&(now.turn(*by, before) + 1)) {
                    session.bout("burpee", reps + before);
                }
            }
            Statement::Dips(reps) => {
                session.bout("dip", reps + before);
            }
            Statement::InTurn(steps) => {
                let rotation = self.rotations.entry((done.clone(), place.clone())).or_default();
                *rotation += 1;
                let (at, turn) = ((*rotation - 1) % steps.len(), (*rotation - 1) / steps.len());
                place.push(at);
                self.step(session, &steps[at], place, (done, turn), now);
                place.pop();
            }
            Statement::Other => {
                let Done::Filled([.., other]) = done else { panic!("it has no blanks") };
                self.workout(session, &Done::Other(*other), now);
            }
        }
    }

    fn lift(&self, session: &mut Session, done: &Done, (sets, reps): (usize, usize), percent: i64, now: Now) {
        let Done::Filled([lift, ..]) = done else { panic!("it has no blanks") };
        let max = [kg(140_000), kg(95_000)][*lift];
        let max: Load = max.plus(self.program.raise * i64::try_from(now.cycle).unwrap());
        session.sets(LIFTS[*lift], &[(sets, &reps.to_string(), max.percent(percent).to_step(2500))], 60);
    }
}

/// Returns what the compiler makes of a program.
fn compiled(text: &str) -> Vec<Session> {
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(SourceFile::new("random.wod", text), &request, &Project);
    let errors: Vec<_> =
        compilation.diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{text}{errors:#?}");
    let output = compilation.outputs.first().expect("a document");
    read::sessions(&serde_json::from_str(output.content.as_text().unwrap()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn programs_come_to_the_table_that_is_worked_out_by_hand(program in program()) {
        let text = program.text();
        let (sessions, table) = (compiled(&text), program.table());
        for (session, expected) in sessions.iter().zip(&table) {
            prop_assert_eq!(session, expected, "{}", text);
        }
        prop_assert_eq!(sessions.len(), table.len(), "{}", text);
    }
}
