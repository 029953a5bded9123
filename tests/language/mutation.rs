//! Mistakes as people make them: a word left out, typed twice, or in the wrong place.

use proptest::prelude::*;

use crate::input::{Input, all};

/// What goes wrong with one token.
#[derive(Debug, Clone, Copy)]
enum Slip {
    Dropped,
    Doubled,
    SwappedWithNext,
    CutShort,
}

/// Returns files of the project with up to three slips in each.
pub fn slips() -> impl Strategy<Value = Input> {
    let slip = prop_oneof![
        Just(Slip::Dropped),
        Just(Slip::Doubled),
        Just(Slip::SwappedWithNext),
        Just(Slip::CutShort)
    ];
    let slips = prop::collection::vec((any::<prop::sample::Index>(), slip), 1..4);
    (prop::sample::select(all()), slips).prop_map(|(input, slips)| {
        let mut tokens: Vec<String> = tokens(&input.text).map(str::to_owned).collect();
        for (at, slip) in slips {
            if !tokens.is_empty() {
                let at = at.index(tokens.len());
                slip.happen(&mut tokens, at);
            }
        }
        input.with_text(tokens.concat())
    })
}

impl Slip {
    fn happen(self, tokens: &mut Vec<String>, at: usize) {
        match self {
            Slip::Dropped => drop(tokens.remove(at)),
            Slip::Doubled => tokens.insert(at, tokens[at].clone()),
            Slip::SwappedWithNext if at + 1 < tokens.len() => tokens.swap(at, at + 1),
            Slip::SwappedWithNext => {}
            Slip::CutShort => drop(tokens[at].pop()),
        }
    }
}

/// Splits a text into words, figures, blanks and single signs.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let kind = |sign: char| match sign {
        sign if sign.is_alphabetic() => 0,
        sign if sign.is_ascii_digit() => 1,
        ' ' => 2,
        _ => 3,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = match kind(first) {
            3 => first.len_utf8(),
            same => rest.find(|sign| kind(sign) != same).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
}

#[test]
fn tokens_make_up_the_text() {
    let text = "squat 10 @ 24kg\n<é>";
    assert_eq!(
        tokens(text).collect::<Vec<_>>(),
        ["squat", " ", "10", " ", "@", " ", "24", "kg", "\n", "<", "é", ">"]
    );
}
