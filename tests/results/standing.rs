//! Where a statement is after what was done of it, by the rules as they are published: the loads of its sets are kept one
//! by one, and each rule is done to each of them.

use crate::exact::Exact;
use crate::made_up::{DoneLift, DoneLoad, DoneSet};
use crate::statement::{Counts, Kind, Set, Statement, What, When};

/// Where a statement is.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its first sets as they are now: their doses, their loads.
    sets: Vec<Set>,
    /// Which of its schemes is done.
    scheme: usize,
    /// The loads of the first scheme when it was last missed.
    missed: Vec<Option<Exact>>,
    /// Successes and misses since the load moved, and since the dose did.
    since: [Since; 2],
    /// How many times harder its movement is.
    rung: usize,
    /// Successes since its movement became harder.
    on_rung: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Since {
    successes: u32,
    misses: u32,
}

/// What a session was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Success,
    Neither,
    Miss,
}

impl Standing {
    pub fn new(statement: &Statement) -> Self {
        let sets = statement.schemes[0].clone();
        let missed = sets.iter().map(|set| set.load).collect();
        Self { sets, scheme: 0, missed, since: Default::default(), rung: 0, on_rung: 0 }
    }

    /// Returns the sets as they are shown: with loads that can be put on the bar.
    pub fn shown(&self, statement: &Statement) -> Vec<Set> {
        // A load that has not moved is shown as it is written, whatever the step is.
        let load = |set: &Set, load: Option<Exact>| {
            load.map(|load| if set.load == Some(load) { load } else { on_bar(statement, load) })
        };
        let whole = |set: &Set, figure: Exact| match set.counts {
            Counts::Reps => figure.floor(),
            Counts::Seconds | Counts::Metres => figure,
        };
        match self.scheme {
            0 => {
                let shown = |(set, written): (&Set, &Set)| Set {
                    low: whole(set, set.low),
                    high: whole(set, set.high),
                    load: load(written, set.load),
                    ..*set
                };
                self.sets.iter().zip(&statement.schemes[0]).map(shown).collect()
            }
            scheme => {
                let first = &statement.schemes[0][0];
                let shown = |set: &Set| Set { load: load(first, self.sets[0].load), ..*set };
                statement.schemes[scheme].iter().map(shown).collect()
            }
        }
    }

    /// Returns the movement that is done now.
    pub fn movement(&self, statement: &Statement) -> &'static str {
        match self.rung {
            0 => statement.movement,
            rung => statement.harder[rung - 1],
        }
    }

    /// Takes in what was done.
    pub fn count(&mut self, statement: &Statement, lift: &DoneLift) {
        if lift.is_skipped || !statement.moves() {
            return;
        }
        let judged @ Judged { more, verdict, .. } = judge(statement, &self.shown(statement), lift);
        if let Some(more) = more {
            self.lift_more(more);
        }
        if let (Some(each), Verdict::Success) = (statement.harder_each, verdict) {
            self.on_rung += 1;
            if self.on_rung >= each && self.rung < statement.harder.len() {
                (self.rung, self.on_rung) = (self.rung + 1, 0);
            }
        }
        if verdict == Verdict::Miss && statement.schemes.len() > 1 {
            self.next_scheme(statement);
        } else {
            for what in [What::Load, What::Dose] {
                self.move_on(statement, what, judged);
            }
        }
        self.keep_within(statement);
    }

    /// Starts anew with a load for the heaviest set, the others with as much less as is written.
    pub fn start_anew(&mut self, statement: &Statement, load: Exact) {
        *self = Self::new(statement);
        let heaviest = self.sets.iter().filter_map(|set| set.load).max();
        for set in &mut self.sets {
            set.load = set.load.zip(heaviest).map(|(own, heaviest)| own.in_proportion(load, heaviest));
        }
    }

    /// Adds as much to the load of each set.
    fn add(&mut self, more: Exact) {
        self.sets.iter_mut().for_each(|set| set.load = set.load.map(|load| load.plus(more)));
    }

    /// Goes on from what was lifted, which was more than what was asked for.
    fn lift_more(&mut self, more: Heavier) {
        match more {
            Heavier::To(lifted) => self.sets.iter_mut().for_each(|set| set.load = Some(lifted)),
            Heavier::By(more) => self.add(more),
        }
        self.since[What::Load as usize] = Since::default();
    }

    fn next_scheme(&mut self, statement: &Statement) {
        if self.scheme == 0 {
            self.missed = self.sets.iter().map(|set| set.load).collect();
        }
        self.since = Default::default();
        self.scheme += 1;
        if self.scheme < statement.schemes.len() {
            return;
        }
        self.scheme = 0;
        for (set, missed) in self.sets.iter_mut().zip(&self.missed) {
            set.load = match statement.again {
                Some(by) => set.load.map(|load| by.on(load)),
                None => *missed,
            };
        }
    }

    fn move_on(&mut self, statement: &Statement, what: What, judged: Judged) {
        let Judged { verdict, open, in_all, .. } = judged;
        let since = &mut self.since[what as usize];
        match verdict {
            Verdict::Success => since.successes += 1,
            Verdict::Miss => since.misses += 1,
            Verdict::Neither => {}
        }
        let since = *since;
        // The open set decides where a rule is about it, and of two rules the one that asks for more.
        let order = |when: When| match when {
            When::Reps(from) => open.is_some_and(|done| done >= Exact::whole(from)).then_some((2, from)),
            When::InAll(from) => in_all.is_some_and(|done| done >= Exact::whole(from)).then_some((2, from)),
            When::Successes(each) => {
                (verdict == Verdict::Success && since.successes >= each).then_some((1, i64::from(each)))
            }
            When::Misses(count) => {
                (verdict == Verdict::Miss && since.misses >= count).then_some((0, i64::from(count)))
            }
        };
        let rules = statement.rules.iter().filter(|rule| rule.what == what);
        let Some((_, rule)) =
            rules.filter_map(|rule| Some((order(rule.when)?, rule))).max_by_key(|one| one.0)
        else {
            return;
        };
        for set in &mut self.sets {
            match what {
                What::Load => set.load = set.load.map(|load| rule.by.on(load)),
                What::Dose => (set.low, set.high) = (rule.by.on(set.low), rule.by.on(set.high)),
            }
        }
        self.since[what as usize] = Since::default();
    }

    /// Keeps the heaviest set at the bar. Lighter ones keep their distance to it, and are shown at the bar.
    fn keep_within(&mut self, statement: &Statement) {
        let heaviest = self.sets.iter().filter_map(|set| set.load).max();
        if let Some(heaviest) = heaviest.filter(|heaviest| *heaviest < statement.least) {
            self.add(statement.least.minus(heaviest));
        }
        for set in &mut self.sets {
            set.low = set.low.max(Exact::whole(1));
            set.high = set.high.max(Exact::whole(1));
        }
    }
}

fn on_bar(statement: &Statement, load: Exact) -> Exact {
    match statement.kind {
        Kind::Weight | Kind::Pair => load.to_step(statement.step).max(statement.least),
        Kind::OnTop | Kind::Help => load.to_step(statement.step),
    }
}

/// What was done, beside what was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Judged {
    /// How the load goes on, where every set was heavier.
    more: Option<Heavier>,
    pub verdict: Verdict,
    /// The repetitions of the open set.
    pub open: Option<Exact>,
    /// The repetitions of all sets.
    in_all: Option<Exact>,
}

/// Judges what was done of a statement that shows these sets.
pub fn judge(statement: &Statement, shown: &[Set], lift: &DoneLift) -> Judged {
    let asked = if lift.asked.is_empty() { shown } else { &lift.asked };
    let sides = lift.by_side(statement.is_per_side);
    let given: Vec<Vec<Given>> = sides.iter().map(|sets| given(asked, sets)).collect();
    let tolerance = statement.step.half();
    Judged {
        more: heavier(statement.kind, asked, &given, tolerance),
        verdict: verdict(statement.kind, asked, &given, tolerance),
        open: open_set(asked, &given, statement.kind, tolerance),
        in_all: in_all(asked, &given, statement.kind, tolerance),
    }
}

/// A set that was done, with a load where there is one.
#[derive(Debug, Clone, Copy)]
struct Given {
    amount: Exact,
    load: Option<Exact>,
}

/// Returns what was done, each set without a load with the one that was asked for.
fn given(asked: &[Set], done: &[DoneSet]) -> Vec<Given> {
    let given = |(at, set): (usize, &DoneSet)| {
        let asked = asked.get(at).or(asked.last()).and_then(|set| set.load);
        Given { amount: set.amount, load: set.load.as_ref().map(DoneLoad::exact).or(asked) }
    };
    done.iter().enumerate().map(given).collect()
}

fn is_enough(kind: Kind, asked: &Set, given: Given, tolerance: Exact) -> bool {
    match (asked.load, given.load) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(asked), Some(given)) if kind == Kind::Help => given <= asked.plus(tolerance),
        (Some(asked), Some(given)) => given.plus(tolerance) >= asked,
    }
}

fn verdict(kind: Kind, asked: &[Set], sides: &[Vec<Given>], tolerance: Exact) -> Verdict {
    let all = |wanted: fn(&Set) -> Exact| {
        sides.iter().all(|given| {
            let fits = |at: usize, to: usize| {
                given[to].amount >= wanted(&asked[at]) && is_enough(kind, &asked[at], given[to], tolerance)
            };
            can_be_paired(asked.len(), given.len(), &fits)
        })
    };
    if all(|set| set.high) {
        Verdict::Success
    } else if all(|set| set.low) {
        Verdict::Neither
    } else {
        Verdict::Miss
    }
}

/// Tells whether each set that was asked for can have one of its own that was done: by paths that take a set from another
/// where that one finds another.
fn can_be_paired(asked: usize, given: usize, fits: &dyn Fn(usize, usize) -> bool) -> bool {
    fn find(
        at: usize,
        seen: &mut [bool],
        taken: &mut [Option<usize>],
        fits: &dyn Fn(usize, usize) -> bool,
    ) -> bool {
        for to in 0..taken.len() {
            if !seen[to] && fits(at, to) {
                seen[to] = true;
                if taken[to].is_none_or(|other| find(other, seen, taken, fits)) {
                    taken[to] = Some(at);
                    return true;
                }
            }
        }
        false
    }
    let mut taken = vec![None; given];
    (0..asked).all(|at| find(at, &mut vec![false; given], &mut taken, fits))
}

/// How a load goes on from what was lifted.
#[derive(Debug, Clone, Copy)]
enum Heavier {
    /// All sets were asked for with one load: with the least that was lifted.
    To(Exact),
    /// They differ: with so much more in each.
    By(Exact),
}

fn heavier(kind: Kind, asked: &[Set], sides: &[Vec<Given>], tolerance: Exact) -> Option<Heavier> {
    if kind == Kind::Help {
        return None;
    }
    let sorted = |mut loads: Vec<Exact>| {
        loads.sort_by(|one, other| other.cmp(one));
        loads
    };
    let asked = sorted(asked.iter().map(|set| set.load).collect::<Option<_>>()?);
    let mut least: Option<(Exact, Exact)> = None;
    for given in sides {
        let given = sorted(given.iter().filter_map(|set| set.load).collect());
        if given.len() < asked.len() {
            return None;
        }
        for (asked, given) in asked.iter().zip(given) {
            let more = given.minus(*asked);
            if least.is_none_or(|(less, _)| more < less) {
                least = Some((more, given));
            }
        }
    }
    let (more, lifted) = least?;
    let is_one = asked.first() == asked.last();
    (more > tolerance).then_some(if is_one { Heavier::To(lifted) } else { Heavier::By(more) })
}

/// Returns the repetitions of the open set, on the side that has fewer; none where it was not done with its load.
fn open_set(asked: &[Set], sides: &[Vec<Given>], kind: Kind, tolerance: Exact) -> Option<Exact> {
    let at = asked.iter().position(|set| set.is_open)?;
    let of_side = |given: &Vec<Given>| {
        let given = given.get(at)?;
        is_enough(kind, &asked[at], *given, tolerance).then_some(given.amount)
    };
    sides.iter().map(of_side).collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// Returns the repetitions of all sets, on the side that has fewer; none where one was not done with its load.
fn in_all(asked: &[Set], sides: &[Vec<Given>], kind: Kind, tolerance: Exact) -> Option<Exact> {
    let of_side = |given: &Vec<Given>| {
        let amount = |(at, given): (usize, &Given)| {
            let asked = asked.get(at).or(asked.last())?;
            is_enough(kind, asked, *given, tolerance).then_some(given.amount)
        };
        given.iter().enumerate().map(amount).sum::<Option<Exact>>()
    };
    sides.iter().map(of_side).collect::<Option<Vec<_>>>()?.into_iter().min()
}
