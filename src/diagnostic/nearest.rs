//! What was probably meant by a word that nobody knows.

/// The longest word that is compared with others, in bytes. No name that people write is as long, and a comparison
/// takes as many steps as the product of both lengths.
const LONGEST_COMPARED: usize = 100;

/// Returns how many edits make one word of the other, where `most` are enough; two neighbouring letters swapped count
/// as one.
pub(crate) fn edits(one: &str, other: &str, most: usize) -> Option<usize> {
    // A letter has up to four bytes.
    if one.len().max(other.len()) > LONGEST_COMPARED || one.len().abs_diff(other.len()) > 4 * most {
        return None;
    }
    Some(strsim::osa_distance(one, other)).filter(|&edits| edits <= most)
}

/// Returns the only known word within one edit of `word`.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let mut near = known.into_iter().filter(|known| edits(&known.to_lowercase(), &word, 1) == Some(1));
    let first = near.next()?;
    near.next().is_none().then_some(first)
}
