//! The movements that ship, written in the language itself, and looking a name up among them.
//!
//! A movement costs nothing until it is named: `build.rs` makes an index of the definitions by the keys of all their
//! names, and a definition is parsed when it is first asked for, once in a process.

mod blanks;
mod body;
mod define;
mod figure;
mod fold;
mod key;
mod kit;
pub mod movement;
mod respell;
mod search;
mod slug;
mod variation;
mod vocabulary;

use std::cmp::Ordering;
use std::sync::OnceLock;

pub use blanks::single_blanks;
pub use body::carries_body;
pub use define::{Definition, define, quoted, unescape};
pub use figure::MOST_AS;
pub use fold::fold;
pub use key::key;
use movement::Movement;
pub use search::{all_of, begun, meant, nearest, search};
pub use slug::{Slugs, slug};
pub use variation::{look_up, variation};
pub use vocabulary::is_in_a_name;

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// Where a movement's definition is in the catalogue's text.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
}

/// The keys of some names, sorted, each with the number of its movement. They share one text, so that the table has no
/// addresses in it.
struct Keys {
    /// The keys, one after the other.
    text: &'static str,
    /// Where each key ends, and the number of its movement.
    rows: &'static [(u32, u16)],
}

impl Keys {
    /// Returns the key of a row; it begins where the one before it ends.
    fn key(&self, row: usize) -> Option<&'static str> {
        let start = row.checked_sub(1).map_or(Some(0), |before| Some(self.rows.get(before)?.0))?;
        self.text.get(start as usize..self.rows.get(row)?.0 as usize)
    }

    /// Returns all keys, each with the number of its movement.
    fn iter(&self) -> impl Iterator<Item = (&'static str, u16)> {
        let numbers = self.rows.iter().enumerate();
        numbers.filter_map(|(row, &(_, number))| Some((self.key(row)?, number)))
    }

    /// Returns the number of the movement that has this key.
    fn number_of(&self, key: &str) -> Option<u16> {
        let (mut low, mut high) = (0, self.rows.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.key(middle)?.cmp(key) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return self.rows.get(middle).map(|&(_, number)| number),
            }
        }
        None
    }
}

/// The movements that were asked for so far, parsed.
static PARSED: [OnceLock<Box<Movement>>; PLACES.len()] = [const { OnceLock::new() }; PLACES.len()];

/// Finds a movement by the [`key`] of any of its names. Names are preferred to other names.
pub fn find(key: &str) -> Option<&'static Movement> {
    movement(NAMES.number_of(key).or_else(|| ALSO.number_of(key))?)
}

/// Returns the movement of a number, which is parsed the first time.
fn movement(number: u16) -> Option<&'static Movement> {
    let place = PLACES.get(usize::from(number))?;
    PARSED.get(usize::from(number)).map(|parsed| &**parsed.get_or_init(|| Box::new(place.parse())))
}

impl Place {
    /// Returns the text of the definition.
    fn text(self) -> &'static str {
        TEXT.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Returns the movement's name, as it is written in the first line.
    fn name(self) -> &'static str {
        self.text().split('"').nth(1).unwrap_or_default()
    }

    /// Parses the definition. A test shows that each of them parses without a diagnostic.
    fn parse(self) -> Movement {
        let text = self.text();
        let (tree, _) = crate::syntax::parse(text);
        define::first(&tree, text).unwrap_or_else(|| Movement::unknown(self.name()))
    }
}

/// Returns the names of all movements that ship.
pub fn names() -> impl Iterator<Item = &'static str> {
    PLACES.iter().map(|place| place.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashSet;

    #[test]
    fn a_movement_that_is_found_is_the_one_that_parsing_the_whole_catalogue_gives() {
        let (tree, diagnostics) = crate::syntax::parse(TEXT);
        assert_eq!(diagnostics, []);
        let mut own = names();
        let mut count = 0;
        for (movement, found) in define::all(&tree, TEXT) {
            assert_eq!(found, [], "{}", movement.name);
            assert_eq!(own.next(), Some(&*movement.name));
            for name in movement.names() {
                assert_eq!(find(&key(name)), Some(&movement), "{name}");
            }
            count += 1;
        }
        assert_eq!(count, PLACES.len());
        assert_eq!(own.next(), None);
        assert!(count >= 900, "only {count} movements");
    }

    #[test]
    fn a_movement_is_parsed_once_a_process() {
        let [one, other] = ["Push-ups", "push up"].map(|name| find(&key(name)).unwrap());
        assert!(std::ptr::eq(one, other));
    }

    #[test]
    fn no_name_means_two_movements() {
        let mut keys = FxHashSet::default();
        for (key, _) in NAMES.iter().chain(ALSO.iter()) {
            assert!(keys.insert(key), "{key}");
        }
        assert!(keys.len() > PLACES.len());
    }

    #[test]
    fn every_key_is_found_and_nothing_between_two_keys() {
        for keys in [&NAMES, &ALSO] {
            for (key, number) in keys.iter() {
                assert_eq!(keys.number_of(key), Some(number), "{key}");
                assert_eq!(keys.number_of(&format!("{key}\u{1}")), None, "{key}");
            }
            assert_eq!(keys.number_of(""), None);
        }
    }

    #[test]
    fn every_figure_can_be() {
        let mut wrong = Vec::new();
        for name in names() {
            let Some(said) = &find(&key(name)).unwrap().figure else { continue };
            match said.read() {
                Some(figure) => wrong.extend(figure.solve().err().map(|mistake| (name, mistake.message))),
                None => wrong.push((name, format!("{said:?} can't be read"))),
            }
        }
        assert!(wrong.is_empty(), "{} figures: {wrong:#?}", wrong.len());
    }

    #[test]
    fn every_movement_says_enough_of_itself() {
        for name in names() {
            let movement = find(&key(name)).unwrap();
            assert!(movement.pattern.is_some(), "{name}: pattern");
            assert!((2..=4).contains(&movement.cues.len()), "{name}: {} cues", movement.cues.len());
            assert!(!movement.muscles.is_empty(), "{name}: muscles");
        }
    }
}
