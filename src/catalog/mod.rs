//! The movements that ship, written in the language itself, and looking a name up among them.
//!
//! A name costs nothing until it is used: `build.rs` makes the index of where each movement stands, by the keys of all
//! its names, and only the movements that are asked for are ever parsed.

mod define;
mod key;
pub mod movement;
mod search;
mod slug;

pub use define::{Definition, define, single_blanks, unescape};
pub use key::key;
use movement::Movement;
pub use search::{meant, nearest, search};
pub use slug::{Slugs, slug};

include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// A movement of the catalogue, not parsed: its name, and where it stands in which of the files.
#[derive(Debug, Clone, Copy)]
struct Entry {
    name: &'static str,
    file: usize,
    start: usize,
    end: usize,
}

/// Finds a movement by the [`key`] of any of its names and parses it; names go before other names.
pub fn find(key: &str) -> Option<Movement> {
    let number = number_in(NAMES, key).or_else(|| number_in(ALSO, key))?;
    ENTRIES.get(number).map(|entry| entry.parse())
}

/// Looks a key up in a sorted list.
fn number_in(list: &[(&str, u16)], key: &str) -> Option<usize> {
    let at = list.binary_search_by_key(&key, |(known, _)| *known).ok()?;
    list.get(at).map(|&(_, number)| usize::from(number))
}

impl Entry {
    /// Parses the movement. A test shows that each of them parses without a word.
    fn parse(self) -> Movement {
        let text = FILES.get(self.file).and_then(|text| text.get(self.start..self.end)).unwrap_or_default();
        let (tree, _) = crate::syntax::parse(text);
        define::first(&tree, text).unwrap_or_else(|| Movement::unknown(self.name))
    }
}

/// Returns the names of all movements that ship.
pub fn names() -> impl Iterator<Item = &'static str> {
    ENTRIES.iter().map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashSet;

    #[test]
    fn the_index_finds_just_what_the_parser_finds() {
        let mut count = 0;
        for (file, text) in FILES.iter().enumerate() {
            let (tree, diagnostics) = crate::syntax::parse(text);
            assert_eq!(diagnostics, [], "{file}");
            for (movement, found) in define::all(&tree, text) {
                assert_eq!(found, [], "{file}: {}", movement.name);
                assert_eq!(find(&key(&movement.name)).as_ref(), Some(&movement), "{file}");
                for also in &movement.also {
                    assert_eq!(
                        find(&key(also)).map(|found| found.name),
                        Some(movement.name.clone()),
                        "{file}: {also}"
                    );
                }
                count += 1;
            }
        }
        assert_eq!(count, ENTRIES.len());
        assert!(count >= 200, "only {count} movements");
    }

    #[test]
    fn no_name_means_two_movements() {
        let mut keys = FxHashSet::default();
        for text in FILES {
            let (tree, _) = crate::syntax::parse(text);
            for (movement, _) in define::all(&tree, text) {
                for name in std::iter::once(&movement.name).chain(&movement.also) {
                    assert!(keys.insert(key(name)), "{name}");
                }
            }
        }
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
