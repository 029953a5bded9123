//! Whoever types is told what a look at the whole text says, however little of it is looked at.

use std::fs;
use std::path::Path;

use wodc::analysis::{ReadFile, Request, Typing, diagnose};
use wodc::diagnostic::Diagnostic;
use wodc::source::SourceFile;

use crate::dice::Dice;

/// Files as people write them, with and without mistakes.
const FOLDERS: [&str; 6] = [
    "examples",
    "examples/programs",
    "tests/broken",
    "tests/fixtures/good",
    "tests/fixtures/warned",
    "tests/fixtures/mistakes",
];

/// What workouts may need.
const SHARED: [&str; 5] = [
    "use \"zorps.wod\"\n",
    "movement \"sled wobble\" < pattern carry >\nmovement \"box wobble\" <\n  pattern jump\n  easier \"sled wobble\"\n>\n",
    "athlete \"Sam\" <\n  max back squat 140kg\n  max bench press 100kg\n>\n",
    "# Only a remark.\n\n",
    "pose \"crouch\" as stand < knees 100 >\n",
];

struct Beside;

impl ReadFile for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        match path {
            "zorps.wod" => {
                Ok("movement \"zorp\" < pattern squat >\nworkout \"Zorps\" < zorp 10 >\n".to_owned())
            }
            _ => Err("there is none".to_owned()),
        }
    }
}

fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in FOLDERS {
        let mut paths: Vec<_> =
            fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "wod"));
        paths.sort();
        let read = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
        texts.extend(read.filter(|text| text.len() < 2_000));
    }
    texts
}

/// Returns a file of workouts, most of them without a mistake.
fn written(dice: &mut Dice, corpus: &[String]) -> String {
    let ordinary = include_str!("../../benches/ordinary/templates.wod");
    let ordinary: Vec<&str> = ordinary.split_inclusive("\n\n").collect();
    let mut text = String::new();
    for number in 0..18 {
        if dice.below(12) == 0 {
            text += SHARED[dice.below(SHARED.len())];
        }
        if dice.below(10) == 0 {
            let other = &corpus[dice.below(corpus.len())];
            text += &format!("workout \"Other {number}\" <\n{other}\n>\n");
        } else {
            text += &ordinary[dice.below(ordinary.len())].replace('%', &number.to_string());
        }
    }
    text
}

/// Somebody at a keyboard.
struct Typist {
    text: String,
    caret: usize,
    /// What is yet to be typed, the next letter last.
    coming: Vec<char>,
}

impl Typist {
    /// Makes one change.
    fn act(&mut self, dice: &mut Dice, corpus: &[String]) {
        if let Some(letter) = self.coming.pop() {
            self.text.insert(self.caret, letter);
            self.caret += letter.len_utf8();
            return;
        }
        if dice.below(3) == 0 {
            let places: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
            self.caret = places[dice.below(places.len())];
        }
        if dice.below(2) == 0 {
            self.caret += self.text[self.caret..].find('\n').unwrap_or_default();
        }
        let other = &corpus[dice.below(corpus.len())];
        let lines: Vec<&str> = other.lines().collect();
        match dice.below(8) {
            0 => self.insert(&format!("\n{other}\n")),
            1 => self.insert(&format!("\nworkout \"Pasted\" <\n{other}\n>\n")),
            2 => self.insert(SHARED[dice.below(SHARED.len())]),
            3 => self.insert(["<", ">", "\"", "\n", "#", "do \"Core 4\"\n"][dice.below(6)]),
            4 => self.remove(1 + dice.below(400)),
            5 => self.remove(1 + dice.below(4)),
            _ => {
                let line = format!("\n{}", lines[dice.below(lines.len())]);
                self.coming = line.chars().rev().collect();
            }
        }
    }

    fn insert(&mut self, text: &str) {
        self.text.insert_str(self.caret, text);
        self.caret += text.len();
    }

    /// Takes letters before the caret away.
    fn remove(&mut self, letters: usize) {
        let before = self.text[..self.caret].char_indices().rev();
        let from = before.take(letters).last().map_or(self.caret, |(at, _)| at);
        self.text.replace_range(from..self.caret, "");
        self.caret = from;
    }
}

#[test]
fn whoever_types_is_told_what_a_fresh_look_says() {
    let corpus = corpus();
    assert!(corpus.len() > 100);
    let edits = std::env::var("WODC_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(5);
    for seed in 1..=2 + edits / 10 {
        let mut dice = Dice::new(seed);
        let text = written(&mut dice, &corpus);
        let mut typist = Typist { caret: 0, coming: Vec::new(), text };
        let (mut typing, request) = (Typing::default(), Request::default());
        for edit in 0..8 * edits {
            typist.act(&mut dice, &corpus);
            let source = SourceFile::new("typed.wod", typist.text.as_str());
            let kept = typing.diagnose(source.clone(), &request, &Beside);
            let fresh = diagnose(source, &request, &Beside);
            if kept.diagnostics != fresh.diagnostics || kept.files != fresh.files {
                let only = |these: &[Diagnostic], others: &[Diagnostic]| {
                    these.iter().filter(|one| !others.contains(one)).cloned().collect::<Vec<_>>()
                };
                let (more, less) = (
                    only(&kept.diagnostics, &fresh.diagnostics),
                    only(&fresh.diagnostics, &kept.diagnostics),
                );
                panic!("seed {seed}, edit {edit}: too much {more:#?}, missing {less:#?} in\n{}", typist.text);
            }
        }
    }
}
