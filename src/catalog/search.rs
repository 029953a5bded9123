//! Searching the catalogue.

use super::movement::Movement;
use super::{ALSO, ENTRIES, NAMES, find, key, names};
use crate::diagnostic::edits;

/// Returns the movements that a query fits, best first: by name, by another name, by what they are for. All of them
/// for an empty query.
pub fn search(query: &str) -> Vec<Movement> {
    let wanted = key(query);
    let mut found: Vec<(u8, Movement)> = names()
        .filter_map(|name| find(&key(name)))
        .filter_map(|movement| rank(&movement, &wanted, query).map(|rank| (rank, movement)))
        .collect();
    found.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| one.name.to_lowercase().cmp(&other.name.to_lowercase()))
    });
    found.into_iter().map(|(_, movement)| movement).collect()
}

/// How well a movement fits, the lower the better; none where it does not.
fn rank(movement: &Movement, wanted: &str, query: &str) -> Option<u8> {
    let name = key(&movement.name);
    let also = || movement.also.iter().map(|also| key(also));
    if wanted.is_empty() || name == wanted {
        return Some(0);
    }
    if also().any(|also| also == wanted) {
        return Some(1);
    }
    if name.starts_with(wanted) {
        return Some(2);
    }
    if name.contains(wanted) {
        return Some(3);
    }
    if also().any(|also| also.contains(wanted)) {
        return Some(4);
    }
    let words = query.to_lowercase();
    let is_about = movement.pattern.is_some_and(|pattern| pattern.name() == words)
        || movement.muscles.iter().chain(&movement.equipment).any(|word| key(word) == wanted);
    if is_about {
        return Some(5);
    }
    movement.secondary.iter().any(|word| key(word) == wanted).then_some(6)
}

/// Returns the names nearest to one that is not known: within two edits, or the same words in another order.
pub fn nearest(name: &str) -> Vec<&'static str> {
    let wanted = key(name);
    let sorted = sorted_words(name);
    let length = wanted.chars().count();
    let allowed = if length < 5 { 1 } else { 2 };
    let mut near: Vec<(usize, &'static str)> = Vec::new();
    for &(known, number) in NAMES.iter().chain(ALSO) {
        if let Some(edits) = edits(known, &wanted, allowed) {
            near.extend(ENTRIES.get(usize::from(number)).map(|entry| (edits, entry.name)));
        }
    }
    for entry in ENTRIES {
        if sorted_words(entry.name) == sorted {
            near.push((0, entry.name));
        }
    }
    near.sort_unstable();
    let mut names: Vec<&str> = Vec::new();
    for (_, name) in near {
        if !names.contains(&name) && names.len() < 3 {
            names.push(name);
        }
    }
    names
}

fn sorted_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(key)
        .collect();
    words.sort_unstable();
    words
}
