//! The movements that ship, written in the language itself, and looking a name up among them.
//!
//! A name costs nothing until it is used: the first look-up makes an index of where each movement stands (a scan of
//! lines, no parse), and only the movements that are asked for are ever parsed.

mod define;
mod key;
pub mod movement;
mod search;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use define::{Definition, define, unescape};
pub use key::{Slugs, key, slug};
use movement::Movement;
pub use search::{nearest, search};

/// The catalogue's files. A test fails when one in the folder is missing here.
const FILES: &[(&str, &str)] = &include!("files.in");

/// Where each movement stands, by its key and by those of its other names.
struct Index {
    /// Each movement's own text.
    entries: Vec<Entry>,
    names: FxHashMap<String, u32>,
    also: FxHashMap<String, u32>,
}

/// A movement of the catalogue, not parsed.
#[derive(Clone, Copy)]
struct Entry {
    name: &'static str,
    text: &'static str,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = Index {
            entries: Vec::with_capacity(256),
            names: FxHashMap::with_capacity_and_hasher(512, Default::default()),
            also: FxHashMap::with_capacity_and_hasher(1024, Default::default()),
        };
        for (_, text) in FILES {
            index.add(text);
        }
        index
    })
}

impl Index {
    /// Adds the movements of one file, which is laid out so that lines tell: `movement "…" <`, `  also …`, `>`.
    fn add(&mut self, text: &'static str) {
        let mut open: Option<(usize, &'static str)> = None;
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            let number = self.entries.len() as u32;
            if let Some(name) = line.strip_prefix("movement \"").and_then(|rest| rest.split('"').next()) {
                self.names.entry(key(name)).or_insert(number);
                open = Some((from, name));
            } else if let Some(also) = line.strip_prefix("  also ") {
                for name in also.split('"').skip(1).step_by(2) {
                    self.also.entry(key(name)).or_insert(number);
                }
            } else if line.starts_with('>')
                && let Some((start, name)) = open.take()
            {
                self.entries.push(Entry { name, text: &text[start..from + line.len()] });
            }
            from += line.len();
        }
    }

    /// Finds a movement by the key of its name, or of another name of it.
    fn find(&self, key: &str) -> Option<Entry> {
        let number = self.names.get(key).or_else(|| self.also.get(key))?;
        self.entries.get(*number as usize).copied()
    }
}

/// Finds a movement by the [`key`] of any of its names and parses it.
pub fn find(key: &str) -> Option<Movement> {
    index().find(key).map(|entry| entry.parse())
}

impl Entry {
    /// Parses the movement. A test shows that each of them parses without a word.
    fn parse(self) -> Movement {
        let (tree, _) = crate::syntax::parse(self.text);
        define::first(&tree, self.text).unwrap_or_else(|| Movement::unknown(self.name))
    }
}

/// Returns the names of all movements that ship.
pub fn names() -> impl Iterator<Item = &'static str> {
    index().entries.iter().map(|entry| entry.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashSet;

    #[test]
    fn every_file_of_the_folder_is_listed() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/catalog");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".wod"))
            .collect();
        there.sort();
        let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(there, listed);
    }

    #[test]
    fn the_scan_finds_just_what_the_parser_finds() {
        let mut count = 0;
        for (file, text) in FILES {
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
        assert_eq!(count, index().entries.len());
        assert!(count >= 200, "only {count} movements");
    }

    #[test]
    fn no_name_means_two_movements() {
        let mut keys = FxHashSet::default();
        for (_, text) in FILES {
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
