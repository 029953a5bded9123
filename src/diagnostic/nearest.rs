//! Guesses what was meant by an unknown word.
//!
//! Only a word within one edit of a known one is certain enough for a correction. One that is further off, or has its
//! words in another order, is only asked about.

use super::list_or;

/// The longest word that is compared with others, in bytes. Nobody writes longer names, and a comparison takes time
/// proportional to the product of both lengths.
const LONGEST_COMPARED: usize = 100;

/// From this length on, a word may differ by a wrong letter or by one too many. Too many shorter words are near each
/// other: a `wall` is not a `walk`, and a `test` is not a `rest`.
const LONG: usize = 5;

/// The most edits by which a name may differ from one that is suggested.
const MOST_EDITS: usize = 2;

/// How many names are suggested at most.
const MOST_NEAR: usize = 3;

/// Returns how many edits turn one word into the other, if `most` are enough. Swapping two neighbouring letters counts as
/// one.
pub(crate) fn edits(one: &str, other: &str, most: usize) -> Option<usize> {
    // A letter has up to four bytes.
    if one.len().max(other.len()) > LONGEST_COMPARED
        || one.len().abs_diff(other.len()) > 4 * most
        || !Letters::of(one).may_be(Letters::of(other), most)
    {
        return None;
    }
    Some(strsim::osa_distance(one, other)).filter(|&edits| edits <= most)
}

/// Which letters some words have, whatever is between the words: most names can be told from each other by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letters(u64);

impl Letters {
    fn of(words: &str) -> Self {
        let with = |all: u64, letter: u32| all | 1 << (letter % u64::BITS);
        if words.is_ascii() {
            let letters = words.bytes().filter(|letter| *letter != b'-' && !letter.is_ascii_whitespace());
            return Self(letters.fold(0, |all, letter| with(all, letter.into())));
        }
        let letters = words.chars().filter(|letter| *letter != '-' && !letter.is_whitespace());
        Self(letters.fold(0, |all, letter| with(all, letter.into())))
    }

    /// Tells whether so many edits may make these of others: each of them brings one letter and takes one away.
    fn may_be(self, other: Self, most: usize) -> bool {
        (self.0 & !other.0).count_ones().max((other.0 & !self.0).count_ones()) as usize <= most
    }

    /// Tells whether all letters of the one are among those of the other.
    fn is_part_or_whole(self, other: Self) -> bool {
        self.0 & other.0 == self.0 || self.0 & other.0 == other.0
    }
}

/// An edit that turns one word into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// A letter is missing.
    Missing,
    /// There is a letter too many.
    Added,
    /// A letter is wrong.
    Wrong,
    /// Two neighbouring letters are swapped.
    Swapped,
}

/// Returns the single edit by which `written` differs from `known`, in linear time.
fn slip(written: &str, known: &str) -> Option<Slip> {
    if written.len().abs_diff(known.len()) > 3 {
        return None;
    }
    let same = written.bytes().zip(known.bytes()).take_while(|(one, other)| one == other).count();
    let start = (0..=same).rev().find(|&at| written.is_char_boundary(at) && known.is_char_boundary(at))?;
    let (mut one, mut other) = (written[start..].chars(), known[start..].chars());
    let (here, there) = (one.clone(), other.clone());
    let (first, expected) = (one.next(), other.next());
    if first.is_some() && one.as_str() == there.as_str() {
        return Some(Slip::Added);
    }
    if expected.is_some() && here.as_str() == other.as_str() {
        return Some(Slip::Missing);
    }
    if first.is_some() && expected.is_some() && one.as_str() == other.as_str() {
        return (first != expected).then_some(Slip::Wrong);
    }
    let is_swap = one.next().is_some_and(|second| Some(second) == expected)
        && other.next().is_some_and(|second| Some(second) == first);
    (is_swap && one.as_str() == other.as_str()).then_some(Slip::Swapped)
}

/// Tells whether `written` is one edit away from `known`, and long enough for that to mean something. Both must be in
/// lower case.
pub(crate) fn is_slip_of(written: &str, known: &str) -> bool {
    match slip(written, known) {
        Some(Slip::Missing | Slip::Swapped) => written.len() >= 3,
        Some(Slip::Added | Slip::Wrong) => written.chars().nth(LONG - 1).is_some(),
        None => false,
    }
}

/// Returns the only known word within one edit of `word`.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    if word.len() > LONGEST_COMPARED || word.chars().count() < 3 {
        return None;
    }
    let mut near = known.into_iter().filter(|known| slip(&word, &known.to_lowercase()).is_some());
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// How one name resembles another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// It has the same words in another order.
    Reordered,
    /// It is this many edits away.
    Edits(usize),
    /// It has one word more, or one word less.
    OneWord,
}

/// An unknown name, prepared for comparison with others.
#[derive(Debug)]
pub(crate) struct Wanted {
    key: String,
    letters: Letters,
    words: Vec<String>,
    fold: fn(&str) -> String,
}

impl Wanted {
    /// Takes a name apart. `fold` turns equivalent spellings into one.
    pub(crate) fn new(name: &str, fold: fn(&str) -> String) -> Self {
        let key = fold(name);
        Self { letters: Letters::of(&key), key, words: words(name, fold), fold }
    }

    /// Returns the names that may have been meant, the nearest first.
    pub(crate) fn near<'k>(&self, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
        self.near_of(known.into_iter().map(|name| ((self.fold)(name), name)), Some)
    }

    /// Returns the same of names that are known by what they fold to. Only the few that may be near are looked up.
    pub(crate) fn near_of<'k, K: AsRef<str>, N>(
        &self,
        known: impl Iterator<Item = (K, N)>,
        name: impl Fn(N) -> Option<&'k str>,
    ) -> Vec<&'k str> {
        let mut near: Vec<(Likeness, &str)> = known
            .filter_map(|(key, known)| {
                let letters = Letters::of(key.as_ref());
                if !self.letters.may_be(letters, MOST_EDITS) && !self.letters.is_part_or_whole(letters) {
                    return None;
                }
                let name = name(known)?;
                Some((self.likeness(key.as_ref(), name)?, name))
            })
            .collect();
        near.sort_unstable();
        near.dedup();
        // A word more or less may mean many things, so such a name is suggested only if it is the only one.
        if near.len() > 1 {
            near.retain(|(likeness, _)| *likeness != Likeness::OneWord);
        }
        near.truncate(MOST_NEAR);
        near.into_iter().map(|(_, name)| name).collect()
    }

    fn likeness(&self, key: &str, known: &str) -> Option<Likeness> {
        let most = if self.key.chars().nth(LONG - 1).is_some() { MOST_EDITS } else { 1 };
        if self.key.is_empty() || self.key.len() > LONGEST_COMPARED {
            return None;
        }
        if let Some(edits) = edits(&self.key, key, most).filter(|&edits| edits > 0) {
            return Some(Likeness::Edits(edits));
        }
        let words = words(known, self.fold);
        if self.words == words {
            return (self.words.len() > 1).then_some(Likeness::Reordered);
        }
        let (fewer, more) =
            if self.words.len() < words.len() { (&self.words, &words) } else { (&words, &self.words) };
        let is_part =
            fewer.len() >= 2 && fewer.len() + 1 == more.len() && fewer.iter().all(|word| more.contains(word));
        is_part.then_some(Likeness::OneWord)
    }
}

/// Returns the words of a name, sorted.
fn words(name: &str, fold: fn(&str) -> String) -> Vec<String> {
    let parts = name.split(|sign: char| sign.is_whitespace() || sign == '-');
    let mut words: Vec<String> = parts.filter(|word| !word.is_empty()).map(fold).collect();
    words.sort_unstable();
    words
}

/// Returns the known names that an unknown one may stand for, whatever its case.
pub(crate) fn near<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    Wanted::new(name, |word| word.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")).near(known)
}

/// Asks whether one of these was meant. Returns nothing if there are none.
pub(crate) fn did_you_mean(near: &[&str]) -> Option<String> {
    (!near.is_empty()).then(|| format!("did you mean {}?", list_or(near)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_a_letter_missing_added_wrong_or_swapped() {
        for (written, known, expected) in [
            ("sqat", "squat", Some(Slip::Missing)),
            ("squatt", "squat", Some(Slip::Added)),
            ("squet", "squat", Some(Slip::Wrong)),
            ("sqaut", "squat", Some(Slip::Swapped)),
            ("squat", "squat", None),
            ("sqa", "squat", None),
            ("côte", "cote", Some(Slip::Wrong)),
            ("cöte", "côte", Some(Slip::Wrong)),
            ("", "s", Some(Slip::Missing)),
            ("abcd", "badc", None),
        ] {
            assert_eq!(slip(written, known), expected, "{written} {known}");
            let edits = strsim::osa_distance(written, known);
            assert_eq!(edits == 1, expected.is_some(), "{written} {known}");
        }
    }

    #[test]
    fn only_what_can_not_be_near_is_told_apart_by_its_letters() {
        let known = ["back squat", "front squat", "squat", "side plank", "côte à côte", "push-up", "push up"];
        for written in ["squat back", "plank", "sqat", "sqaut", "frnt sqt", "up-push", "cote a cote", "", "-"]
        {
            for known in known {
                for most in [1, 2, 9] {
                    let all = Some(strsim::osa_distance(written, known)).filter(|&all| all <= most);
                    assert_eq!(edits(written, known, most), all, "{written}, {known}, {most}");
                }
                let wanted = Wanted::new(written, str::to_lowercase);
                let likeness = wanted.likeness(&known.to_lowercase(), known);
                assert_eq!(wanted.near([known]).len(), usize::from(likeness.is_some()), "{written}, {known}");
            }
        }
    }

    #[test]
    fn short_words_are_no_slips_of_each_other() {
        assert!(is_slip_of("rset", "rest") && is_slip_of("ret", "rest") && is_slip_of("plamk", "plank"));
        assert!(!is_slip_of("wall", "walk") && !is_slip_of("test", "rest") && !is_slip_of("od", "do"));
    }

    #[test]
    fn names_are_near_by_edits_by_their_words_and_by_a_word_more_or_less() {
        let known = ["Lower Body Blast", "Lower Body", "Core", "Upper Body Blast and more"];
        assert_eq!(near("lowre bdy", known), ["Lower Body"]);
        assert_eq!(near("body lower", known), ["Lower Body"]);
        assert_eq!(near("Blast body lower", known), ["Lower Body Blast"]);
        assert_eq!(near("core", known), [""; 0]);
        assert_eq!(near("Lower Body Blast two", ["Lower Body Blast 2"]), [""; 0]);
        assert_eq!(near("body blast", ["Lower Body Blast", "Upper Body Blast"]), [""; 0]);
        assert_eq!(near("body blast", ["Lower Body Blast", "Core"]), ["Lower Body Blast"]);
    }
}
