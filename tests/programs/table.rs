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

/// Reads sets with per cent of a max: `5@50 2x3@70 1+@95`.
pub fn sets_of(text: &str, load: impl Fn(i64) -> Load) -> Vec<Sets<'_>> {
    let set = |set| -> Option<Sets<'_>> {
        let (dose, percent): (&str, &str) = str::split_once(set, '@')?;
        let (sets, reps) = dose.split_once('x').unwrap_or(("1", dose));
        Some((sets.parse().ok()?, reps, load(percent.parse().ok()?)))
    };
    text.split_whitespace().map(|one| set(one).expect(one)).collect()
}

/// Names a session after a movement: `Back squat day`.
pub fn capitalised(title: &str) -> String {
    format!("{}{}", title[..1].to_uppercase(), &title[1..])
}

/// The days of the week, counted from its first.
pub const MONDAY: usize = 0;
pub const TUESDAY: usize = 1;
pub const WEDNESDAY: usize = 2;
pub const THURSDAY: usize = 3;
pub const FRIDAY: usize = 4;
pub const SATURDAY: usize = 5;
pub const SUNDAY: usize = 6;

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
