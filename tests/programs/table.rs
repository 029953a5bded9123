//! The table that a program comes to: its sessions in order, with every bout and every rest on a line.

use std::fmt::Display;

use crate::date::Day;
use crate::load::Load;

/// A session: its day, its title, and what is done in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `2026-01-05 Back squat day`.
    pub head: String,
    /// `back squat 5 @ 82.5kg`, `rest 180s`, `jog 400m`.
    pub work: Vec<String>,
}

/// A group of equal sets: how many, of what, with how much.
pub type Sets<'a> = (usize, &'a str, Load);

impl Session {
    /// Begins a session.
    pub fn new(day: Day, title: impl Display) -> Self {
        Self { head: format!("{day} {title}"), work: Vec::new() }
    }

    /// Adds a bout without a load: `jog 400m`, `dip 10`.
    pub fn bout(&mut self, movement: &str, dose: impl Display) -> &mut Self {
        self.work.push(format!("{movement} {dose}"));
        self
    }

    /// Adds a bout with a load, or at a pace.
    pub fn loaded(&mut self, movement: &str, dose: impl Display, target: impl Display) -> &mut Self {
        self.work.push(format!("{movement} {dose} @ {target}"));
        self
    }

    /// Adds a rest.
    pub fn rest(&mut self, seconds: u32) -> &mut Self {
        self.work.push(format!("rest {seconds}s"));
        self
    }

    /// Adds sets with a load, with a rest between them.
    pub fn sets(&mut self, movement: &str, sets: &[Sets<'_>], rest: u32) -> &mut Self {
        let each: Vec<_> = sets.iter().flat_map(|set| std::iter::repeat_n(set, set.0)).collect();
        for (at, (_, dose, load)) in each.iter().enumerate() {
            if at > 0 {
                self.rest(rest);
            }
            self.loaded(movement, dose, load);
        }
        self
    }

    /// Adds rounds of the same, with a rest between them.
    pub fn rounds(&mut self, rounds: usize, rest: u32, round: impl Fn(&mut Self)) -> &mut Self {
        for at in 0..rounds {
            if at > 0 && rest > 0 {
                self.rest(rest);
            }
            round(self);
        }
        self
    }

    /// Adds sets without a load, with a rest between them.
    pub fn plain_sets(&mut self, movement: &str, sets: usize, dose: &str, rest: u32) -> &mut Self {
        self.rounds(sets, rest, |session| {
            session.bout(movement, dose);
        })
    }
}

/// Returns so many per cent of a number of sets or rounds: a whole number, rounded up.
pub fn share_of(sets: usize, percent: usize) -> usize {
    (sets * percent).div_ceil(100)
}

/// Writes metres as the table does.
pub fn metres(metres: usize) -> String {
    format!("{metres}m")
}

/// Returns so many per cent of a distance in metres, to the nearest half kilometre from 5 km, 100 m from 1 km, else 50 m.
pub fn share_of_distance(metres: usize, percent: usize) -> usize {
    let exact = metres * percent;
    let grain = match exact / 100 {
        5000.. => 500,
        1000.. => 100,
        _ => 50,
    };
    let rest = exact % (grain * 100);
    assert_ne!(rest * 2, grain * 100, "{percent} % of {metres} m is between two");
    (exact - rest) / 100 + if rest * 2 > grain * 100 { grain } else { 0 }
}
