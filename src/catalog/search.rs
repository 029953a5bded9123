//! Searching the catalogue.

use rustc_hash::FxHashSet;

use super::movement::Movement;
use super::{ALSO, NAMES, PLACES, key, movement, names};
use crate::diagnostic::{Wanted, edits, is_slip_of};

/// Returns the movements that a query fits, best first: by name, by another name, by what they are for. All of them
/// for an empty query.
pub fn search(query: &str) -> Vec<&'static Movement> {
    let wanted = key(query);
    let mut found: Vec<(u8, &Movement)> = (0..)
        .map_while(movement)
        .filter_map(|movement| rank(movement, &wanted, query).map(|rank| (rank, movement)))
        .collect();
    found.sort_by(|(a, one), (b, other)| {
        a.cmp(b).then_with(|| one.name.to_lowercase().cmp(&other.name.to_lowercase()))
    });
    found.into_iter().map(|(_, movement)| movement).collect()
}

/// Returns the names that somebody may be writing, and whether there are more of them: first those that begin so, then
/// those of which another name does, then those of which a word does. Shorter names come before longer ones.
pub fn begun(beginning: &str, most: usize) -> (Vec<&'static str>, bool) {
    let wanted = key(beginning);
    let words = beginning.trim().to_lowercase();
    let begins = |keys: &'static super::Keys| {
        let begun = keys.iter().filter(|(known, _)| known.starts_with(&wanted));
        let mut names: Vec<&'static str> = begun.filter_map(|(_, number)| name_of(number)).collect();
        names.sort_unstable_by_key(|name| (name.len(), *name));
        names
    };
    let is_in = |name: &&str| {
        name.to_lowercase().match_indices(&words).any(|(at, _)| name[..at].ends_with([' ', '-']))
    };
    let mut inside: Vec<&'static str> = names().filter(is_in).collect();
    inside.sort_unstable_by_key(|name| (name.len(), *name));
    let mut found: Vec<&'static str> = Vec::new();
    let mut seen = FxHashSet::default();
    for name in [begins(&NAMES), begins(&ALSO), inside].into_iter().flatten() {
        if seen.insert(name) {
            found.push(name);
        }
    }
    let has_more = found.len() > most;
    found.truncate(most);
    (found, has_more)
}

/// Returns all muscles, or whatever else is listed of movements, each once and sorted.
pub fn all_of(listed: fn(&'static Movement) -> &'static Vec<String>) -> Vec<&'static str> {
    let mut all: Vec<&str> = (0..).map_while(movement).flat_map(listed).map(String::as_str).collect();
    all.sort_unstable();
    all.dedup();
    all
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

/// Returns the names that may have been meant by one that is not known, the nearest first: within two edits, the same
/// words in another order, or a word more or less. Of a word that stands in names, `Tempo`, the shortest of these.
pub fn nearest(name: &str) -> Vec<&'static str> {
    let with_it = with_word(name);
    if !with_it.is_empty() {
        return with_it;
    }
    let wanted = key(name);
    let mut near = Wanted::new(name, key).near_of(NAMES.iter(), name_of);
    // Of other names there are only keys.
    let most = if wanted.chars().count() < 5 { 1 } else { 2 };
    let mut also: Vec<(usize, &str)> = ALSO
        .iter()
        .filter_map(|(known, number)| Some((edits(known, &wanted, most)?, name_of(number)?)))
        .collect();
    also.sort_unstable();
    for (_, name) in also {
        if !near.contains(&name) {
            near.push(name);
        }
    }
    near.truncate(3);
    near
}

/// Returns the movements of which a name is one edit away from this [`key`]: the movement's own name, and the name that
/// is near, as it is spelt.
pub fn meant(wanted: &str) -> Vec<(&'static str, &'static str)> {
    let near = NAMES.iter().chain(ALSO.iter()).filter(|(known, _)| is_slip_of(wanted, known));
    near.filter_map(|(known, number)| {
        let movement = movement(number)?;
        let spelt = movement.also.iter().find(|also| key(also) == known).unwrap_or(&movement.name);
        Some((&*movement.name, &**spelt))
    })
    .collect()
}

/// Returns the shortest names that have this one word in them.
fn with_word(word: &str) -> Vec<&'static str> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 || word.contains(' ') {
        return Vec::new();
    }
    let is_it = |own: &str| match own.is_ascii() {
        true => own.eq_ignore_ascii_case(&word),
        false => own.to_lowercase() == word,
    };
    let mut found: Vec<&'static str> = names().filter(|name| name.split(' ').any(is_it)).collect();
    found.sort_by_key(|name| (name.split([' ', '-']).count(), !name.starts_with(&word), name.len(), *name));
    found.truncate(3);
    found
}

fn name_of(number: u16) -> Option<&'static str> {
    PLACES.get(usize::from(number)).map(|place| place.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_another_order_and_slips_are_near() {
        assert_eq!(nearest("plank side").first(), Some(&"side plank"));
        assert_eq!(nearest("sqat").first(), Some(&"squat"));
        assert_eq!(nearest("Tempo").first(), Some(&"tempo run"));
        assert!(nearest("hop").iter().all(|name| name.ends_with("hop")), "{:?}", nearest("hop"));
    }

    #[test]
    fn what_begins_so_comes_before_what_has_a_word_that_does() {
        let (names, has_more) = begun("goblet s", 50);
        assert_eq!((names.first(), has_more), (Some(&"goblet squat"), false));
        let place = |wanted| names.iter().position(|name| *name == wanted).unwrap();
        assert!(place("goblet split squat") < place("dumbbell goblet squat"), "{names:?}");
        let (names, has_more) = begun("squat", 5);
        assert_eq!((names.first(), names.len(), has_more), (Some(&"squat"), 5, true));
        assert_eq!(begun("florp", 5), (Vec::new(), false));
    }

    #[test]
    fn what_is_meant_is_within_one_edit() {
        let meant = |name| meant(&key(name)).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(meant("sqat"), ["squat"]);
        assert_eq!(meant("goblet squatt"), ["goblet squat"]);
        assert_eq!(meant("plank side"), [""; 0]);
        assert_eq!(meant("wall"), [""; 0]);
    }
}
