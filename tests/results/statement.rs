//! The statements of a program as the published rules have them: sets, loads, and what moves them.

use crate::exact::Exact;

/// One movement of a session, with what moves it.
#[derive(Debug, Clone)]
pub struct Statement {
    pub movement: &'static str,
    /// The sets as they are written, then those that come after a miss, each after the last.
    pub schemes: Vec<Vec<Set>>,
    /// Whether each set is done on the right and on the left.
    pub is_per_side: bool,
    pub kind: Kind,
    /// What no load goes below.
    pub least: Exact,
    pub rules: Vec<Rule>,
    /// What becomes of the load when the schemes begin again.
    pub again: Option<By>,
    /// The smallest step of load.
    pub step: Exact,
    /// `kg` or `lb`.
    pub unit: &'static str,
    /// The harder movements, one after the other, and after how many successes the next of them comes.
    pub harder: Vec<&'static str>,
    pub harder_each: Option<u32>,
    /// The maximum that its loads are parts of, as a place among those of its program, and the parts in per cent.
    pub share: Option<(usize, Vec<i64>)>,
    /// The statement whose load of this week all its loads are a part of, by its place, and the part in per cent.
    pub of_week: Option<(usize, i64)>,
    /// How its loads differ from the heaviest set of the last time, what is lifted the first time, and how that is written.
    pub last_time: Option<(By, Exact, &'static str)>,
}

/// One set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    pub low: Exact,
    pub high: Exact,
    pub counts: Counts,
    /// Whether as many as can be done are wanted.
    pub is_open: bool,
    pub load: Option<Exact>,
}

/// What a set counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    Reps,
    Seconds,
    Metres,
}

/// What a load is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Weight,
    /// One in each hand.
    Pair,
    /// On top of the body's own weight.
    OnTop,
    /// What helps.
    Help,
}

#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub what: What,
    pub by: By,
    pub when: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Load,
    Dose,
}

#[derive(Debug, Clone, Copy)]
pub enum By {
    Amount(f64),
    Percent(f64),
}

#[derive(Debug, Clone, Copy)]
pub enum When {
    Successes(u32),
    Misses(u32),
    /// So many repetitions of the open set.
    Reps(i64),
    /// So many repetitions of all sets.
    InAll(i64),
}

impl By {
    pub fn on(self, figure: Exact) -> Exact {
        match self {
            By::Amount(amount) => figure.plus(Exact::of(amount)),
            By::Percent(percent) => figure.with_percent(percent),
        }
    }
}

/// Reads sets: `5x5`, `2x5 5+`, `3x8-12`, `3x30s`.
fn sets(text: &str) -> Vec<Set> {
    let mut all = Vec::new();
    for group in text.split(' ') {
        let (count, dose) = group.split_once('x').unwrap_or(("1", group));
        let is_open = dose.ends_with('+');
        let dose = dose.trim_end_matches('+');
        let counts = match dose.chars().last() {
            Some('s') => Counts::Seconds,
            Some('m') => Counts::Metres,
            _ => Counts::Reps,
        };
        let dose = dose.trim_end_matches(['s', 'm']);
        let (low, high) = dose.split_once('-').unwrap_or((dose, dose));
        let [low, high] = [low, high].map(|figure| Exact::whole(figure.parse().unwrap()));
        let count: usize = count.parse().unwrap();
        // In `5x3+` the last set alone is open.
        all.extend((1..=count).map(|n| Set {
            low,
            high,
            counts,
            is_open: is_open && n == count,
            load: None,
        }));
    }
    all
}

/// Begins a statement about a movement with a barbell.
pub fn barbell(movement: &'static str, dose: &str) -> Statement {
    Statement {
        movement,
        schemes: vec![sets(dose)],
        is_per_side: false,
        kind: Kind::Weight,
        least: Exact::of(20.0),
        rules: Vec::new(),
        again: None,
        step: Exact::of(2.5),
        unit: "kg",
        harder: Vec::new(),
        harder_each: None,
        share: None,
        of_week: None,
        last_time: None,
    }
}

/// Begins a statement about any other movement. Its lightest load is one step.
pub fn other(movement: &'static str, dose: &str) -> Statement {
    Statement { least: Exact::of(2.5), ..barbell(movement, dose) }
}

impl Statement {
    /// All sets with one load.
    pub fn at(self, load: f64) -> Self {
        let count = self.schemes[0].len();
        self.ramp(&vec![load; count])
    }

    /// Each set with a load of its own.
    pub fn ramp(mut self, loads: &[f64]) -> Self {
        assert_eq!(loads.len(), self.schemes[0].len());
        for (set, &load) in self.schemes[0].iter_mut().zip(loads) {
            set.load = Some(Exact::of(load));
        }
        self
    }

    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        if matches!(kind, Kind::OnTop | Kind::Help) {
            self.least = Exact::ZERO;
        }
        self
    }

    pub fn per_side(self) -> Self {
        Self { is_per_side: true, ..self }
    }

    /// In pounds, with the bar and the step of an American gym.
    pub fn in_pounds(self) -> Self {
        let least = if self.least == Exact::of(20.0) { 45 } else { 5 };
        Self { least: Exact::whole(least), step: Exact::whole(5), unit: "lb", ..self }
    }

    /// Other sets after a miss.
    pub fn then(mut self, dose: &str) -> Self {
        self.schemes.push(sets(dose));
        self
    }

    pub fn again(self, percent: f64) -> Self {
        Self { again: Some(By::Percent(percent)), ..self }
    }

    /// So much more load after so many successes.
    pub fn success(self, each: u32, kilograms: f64) -> Self {
        self.rule(What::Load, By::Amount(kilograms), When::Successes(each))
    }

    /// So many per cent less load after so many misses.
    pub fn misses(self, count: u32, percent: f64) -> Self {
        self.rule(What::Load, By::Percent(percent), When::Misses(count))
    }

    /// So much more load from so many repetitions of the open set.
    pub fn reps(self, from: i64, kilograms: f64) -> Self {
        self.rule(What::Load, By::Amount(kilograms), When::Reps(from))
    }

    /// So much more to do after so many successes.
    pub fn longer(self, each: u32, by: f64) -> Self {
        self.rule(What::Dose, By::Amount(by), When::Successes(each))
    }

    /// So much less to do after so many misses.
    pub fn shorter(self, count: u32, by: f64) -> Self {
        self.rule(What::Dose, By::Amount(-by), When::Misses(count))
    }

    pub fn rule(mut self, what: What, by: By, when: When) -> Self {
        self.rules.push(Rule { what, by, when });
        self
    }

    /// A harder movement after so many successes.
    pub fn harder(self, each: u32, movements: &[&'static str]) -> Self {
        Self { harder: movements.to_vec(), harder_each: Some(each), ..self }
    }

    /// Each set with its part of a maximum, in per cent.
    pub fn of_max(self, max: usize, percents: &[i64]) -> Self {
        assert_eq!(percents.len(), self.schemes[0].len());
        Self { share: Some((max, percents.to_vec())), ..self }
    }

    /// All sets with a part of what another statement had this week, in per cent.
    pub fn of_lift(self, place: usize, percent: i64) -> Self {
        Self { of_week: Some((place, percent)), ..self }
    }

    /// All sets with what was lifted the last time, so changed. The first time it is this.
    pub fn last_time(self, text: &'static str, by: By, first: f64) -> Self {
        Self { last_time: Some((by, Exact::of(first), text)), ..self }
    }

    /// Tells whether anything moves it by itself.
    pub fn moves(&self) -> bool {
        !self.rules.is_empty() || self.schemes.len() > 1 || self.harder_each.is_some()
    }

    /// Tells whether the order of its sets counts, since one of them is open and decides.
    pub fn goes_by_reps(&self) -> bool {
        self.share.is_some()
            || self.rules.iter().any(|rule| matches!(rule.when, When::Reps(_) | When::InAll(_)))
    }

    /// Returns the load that all sets have; none where they differ, or have none.
    pub fn one_load(&self) -> Option<Exact> {
        let first = self.schemes[0][0].load?;
        self.schemes[0].iter().all(|set| set.load == Some(first)).then_some(first)
    }
}
