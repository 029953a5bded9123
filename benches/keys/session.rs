//! What is typed: a recorded session, as changes of a text.

use std::ops::Range;

/// One thing that is done.
#[derive(Debug)]
enum Act {
    Insert(String),
    /// So many bytes before the caret are taken away.
    Remove(usize),
    Move(isize),
}

/// A change of a text.
#[derive(Debug)]
pub struct Change {
    pub place: Range<usize>,
    pub text: String,
}

/// Plays the session from a place in a text on. `make` makes each change, and gets where the caret is after it.
pub fn play(from: usize, mut make: impl FnMut(Change, usize)) {
    let mut caret = from;
    for act in acts() {
        let change = match act {
            Act::Insert(text) => Change { place: caret..caret, text },
            Act::Remove(length) => Change { place: caret - length..caret, text: String::new() },
            Act::Move(by) => {
                caret = caret.strict_add_signed(by);
                continue;
            }
        };
        caret = change.place.start + change.text.len();
        make(change, caret);
    }
}

/// Reads the session.
fn acts() -> Vec<Act> {
    let mut acts = Vec::new();
    for line in include_str!("session.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (what, about) = line.split_once(' ').expect("an act says what it is about");
        let number = || about.parse::<usize>().expect("a number");
        let text = || about.replace("\\n", "\n");
        match what {
            "type" => acts.extend(text().chars().map(|letter| Act::Insert(letter.to_string()))),
            "paste" => acts.push(Act::Insert(text())),
            "erase" => acts.extend((0..number()).map(|_| Act::Remove(1))),
            "cut" => acts.push(Act::Remove(number())),
            "left" => acts.push(Act::Move(-number().cast_signed())),
            "right" => acts.push(Act::Move(number().cast_signed())),
            _ => panic!("nobody can `{what}`"),
        }
    }
    acts
}
