//! Short forms and other spellings of the words in names.

use super::key;

/// Words for words, by their keys. Longer ones come before those that they begin with.
#[rustfmt::skip]
const SPELLINGS: [(&[&str], &str); 43] = [
    (&["med", "ball"], "medicine ball"),
    (&["medball"], "medicine ball"),
    (&["exercise", "ball"], "stability ball"),
    (&["physio", "ball"], "stability ball"),
    (&["swiss", "ball"], "stability ball"),
    (&["gym", "ball"], "stability ball"),
    (&["fit", "ball"], "stability ball"),
    (&["yoga", "ball"], "stability ball"),
    (&["one", "arm"], "single arm"),
    (&["one", "leg"], "single leg"),
    (&["one", "hand"], "single arm"),
    (&["1", "arm"], "single arm"),
    (&["1", "leg"], "single leg"),
    (&["single", "hand"], "single arm"),
    (&["single", "handed"], "single arm"),
    (&["one", "handed"], "single arm"),
    (&["hex", "bar"], "trap bar"),
    (&["resistance", "band"], "band"),
    (&["mini", "band"], "band"),
    (&["loop", "band"], "band"),
    (&["smith", "machine"], "smith machine"),
    (&["smith"], "smith machine"),
    (&["ez", "bar"], "EZ bar"),
    (&["ez"], "EZ bar"),
    (&["suspension", "trainer"], "TRX"),
    (&["suspension"], "TRX"),
    (&["suspended"], "TRX"),
    (&["t", "spine"], "thoracic"),
    (&["thoracic", "spine"], "thoracic"),
    (&["press", "up"], "push up"),
    (&["db"], "dumbbell"),
    (&["kb"], "kettlebell"),
    (&["bb"], "barbell"),
    (&["bw"], "bodyweight"),
    (&["sl"], "single leg"),
    (&["sa"], "single arm"),
    (&["oh"], "overhead"),
    (&["rdl"], "Romanian deadlift"),
    (&["dl"], "deadlift"),
    (&["alt"], "alternating"),
    (&["flye"], "fly"),
    (&["tyre"], "tire"),
    (&["banded"], "band"),
];

/// Returns the words of a name, each spelt as the catalogue spells it. Hyphens and slashes part words as blanks do.
pub fn respelt(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name
        .split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '/'))
        .filter(|word| !word.is_empty())
        .collect();
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let mut respelt = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(left) = keys.get(at..).filter(|left| !left.is_empty()) {
        let fits = |(from, _): &&(&[&str], &str)| {
            from.len() <= left.len() && from.iter().zip(left).all(|(word, own)| word == own)
        };
        match SPELLINGS.iter().find(fits) {
            Some((from, to)) => {
                respelt.extend(to.split(' '));
                at += from.len();
            }
            None => {
                respelt.push(words[at]);
                at += 1;
            }
        }
    }
    respelt
}

#[cfg(test)]
mod tests {
    use super::respelt;

    #[test]
    fn short_forms_are_spelt_out() {
        for (name, expected) in [
            ("KB step-ups", "kettlebell step ups"),
            ("1-arm DB row", "single arm dumbbell row"),
            ("Smith machine squat", "smith machine squat"),
            ("med balls", "medicine ball"),
            ("squat", "squat"),
        ] {
            assert_eq!(respelt(name).join(" "), expected, "{name}");
        }
    }
}
