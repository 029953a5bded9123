//! The promises of `check --fix`, held over every text there is and over texts with slips of the finger: a fix keeps every
//! word and every figure, leaves no more mistakes than it found, and has nothing left to do a second time.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::Value;
use wodc::analysis::{Compilation, Mended, Request, format, mend};
use wodc::catalog;
use wodc::diagnostic::{Diagnostic, Severity};
use wodc::emit::Format;
use wodc::source::SourceFile;

use crate::input::{Input, has_errors, project};

/// Words that say the same whatever they are, or nothing: a fix may write one for another, or leave one out.
const SPELLINGS: [&str; 80] = [
    "a",
    "my",
    "your",
    "tm",
    "hrmax",
    "maxhr",
    "mhr",
    "bw",
    "recovery",
    "calories",
    "an",
    "the",
    "of",
    "for",
    "on",
    "in",
    "with",
    "and",
    "at",
    "to",
    "then",
    "plus",
    "per",
    "each",
    "every",
    "x",
    "times",
    "time",
    "round",
    "rounds",
    "set",
    "sets",
    "rep",
    "reps",
    "amrap",
    "max",
    "min",
    "mins",
    "minute",
    "minutes",
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "h",
    "hr",
    "hour",
    "hours",
    "m",
    "metre",
    "metres",
    "mile",
    "miles",
    "km",
    "kg",
    "lb",
    "cal",
    "cals",
    "off",
    "daily",
    "starting",
    "from",
    "date",
    "author",
    "coach",
    "name",
    "description",
    "leg",
    "legs",
    "arm",
    "arms",
    "side",
    "sides",
    "foot",
    "feet",
    "week",
    "weeks",
    "as",
    "cue",
];

/// Returns the words and the figures of a text, each with how often it is there.
fn words(text: &str) -> BTreeMap<String, usize> {
    let kind = |sign: char| match sign {
        sign if sign.is_ascii_digit() => 1,
        sign if sign.is_alphabetic() => 2,
        _ => 0,
    };
    let mut words = BTreeMap::new();
    let mut word = String::new();
    let mut before = 0;
    for sign in text.to_lowercase().chars().chain([' ']) {
        if kind(sign) != before && before > 0 {
            *words.entry(std::mem::take(&mut word)).or_insert(0) += 1;
        }
        before = kind(sign);
        if before > 0 {
            word.push(sign);
        }
    }
    words
}

/// Returns the words of `one` that `other` has less often.
fn lacking(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> Vec<String> {
    let is_lacking = |(word, count): &(&String, &usize)| other.get(*word).is_none_or(|there| there < *count);
    one.iter().filter(is_lacking).map(|(word, _)| word.clone()).collect()
}

/// Returns the words and figures that a fix lost: those that are not there any more, and are no slip of what came.
fn lost(before: &str, after: &str) -> Vec<String> {
    let (before, after) = (words(before), words(after));
    let (lost, new) = (lacking(&before, &after), lacking(&after, &before));
    let is_figure = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    // `puhsup` is a slip of `push-up`.
    let joined: Vec<String> =
        new.iter().flat_map(|one| new.iter().map(move |other| format!("{one}{other}"))).collect();
    let is_misspelt = |word: &str| {
        let is_slip = |new: &String| {
            !is_figure(new)
                && (strsim::osa_distance(word, new) <= 2 || new.ends_with(word) || new.starts_with(word))
        };
        let is_number = numbers().any(|(said, figure)| said == word && new.contains(&figure));
        // `miinute` is a slip of `minute`, which becomes `min`.
        let is_slip_of_spelling =
            SPELLINGS.iter().any(|known| known.len() > 4 && strsim::osa_distance(word, known) == 1);
        !is_figure(word) && (new.iter().chain(&joined).any(is_slip) || is_number || is_slip_of_spelling)
    };
    // `50% of FTP to 70% of FTP` says twice what it need only say once.
    let is_said_once = |word: &str| !is_figure(word) && after.contains_key(word);
    lost.into_iter()
        .filter(|word| !SPELLINGS.contains(&&**word) && !is_misspelt(word) && !is_said_once(word))
        .collect()
}

/// Numbers that are written out, with their figures.
fn numbers() -> impl Iterator<Item = (&'static str, String)> {
    let said =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let tens = (2..).zip(tens).map(|(ten, said)| (10 * ten, said));
    (1..).zip(said).chain(tens).map(|(figure, said): (usize, _)| (said, figure.to_string()))
}

/// Returns how many errors there are of a file, and how many mistakes altogether.
fn counts(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let count = |is: fn(&Diagnostic) -> bool| {
        diagnostics.iter().filter(|one| is(one)).map(|one| one.stands_for).sum()
    };
    (count(|one| one.severity == Severity::Error), count(|_| true))
}

fn mended(input: &Input) -> Mended {
    mend(SourceFile::new(&*input.name, &*input.text), &Request::default(), input)
}

/// What is wrong with how a file was mended; nothing where all promises were kept.
fn broken_promises(input: &Input, first: &Mended) -> Vec<String> {
    let mut broken = Vec::new();
    if first.text == input.text {
        return broken;
    }
    let lost = lost(&input.text, &first.text);
    if !lost.is_empty() {
        broken.push(format!("lost {}", lost.join(", ")));
    }
    let (before, after) = (counts(&input.diagnostics()), counts(&first.compilation.diagnostics));
    if after.0 > before.0 || after.1 > before.1 {
        broken.push(format!(
            "{} errors and {} mistakes became {} and {}",
            before.0, before.1, after.0, after.1
        ));
    }
    let again = input.with_text(first.text.clone());
    let second = mended(&again);
    if second.text != first.text {
        broken.push(format!("a second time gives\n{}", second.text));
    }
    broken
}

/// Returns every `.wod` file below a folder of the project.
fn below(folder: &str) -> Vec<Input> {
    let mut waiting: Vec<PathBuf> = vec![project().join(folder)];
    let mut paths = Vec::new();
    while let Some(folder) = waiting.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "wod") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    // Some are no text at all.
    paths.retain(|path| fs::read_to_string(path).is_ok());
    paths.iter().map(|path| Input::read(path)).collect()
}

/// Returns the texts of the files in `tests/mistakes`: their lines that begin with `|`.
fn texts_of_mistakes() -> Vec<(String, Input)> {
    let mut all = Vec::new();
    let folder = project().join("tests/mistakes");
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        for case in fs::read_to_string(&path).unwrap().split("\n\n") {
            let lines = case.lines().filter_map(|line| line.strip_prefix('|'));
            let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
            if !lines.is_empty() {
                all.push((name.clone(), Input { name: name.clone(), ..Input::of(lines.join("\n")) }));
            }
        }
    }
    all
}

/// Returns what was said in each case of `tests/cases`, and what was meant.
fn texts_of_cases() -> (Vec<Input>, Vec<Input>) {
    let (mut said, mut meant) = (Vec::new(), Vec::new());
    for name in ["lines.jsonl", "sessions.jsonl"] {
        for line in fs::read_to_string(project().join("tests/cases").join(name)).unwrap().lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let input = |text: &Value| {
                let name = case["id"].as_str().unwrap().to_owned();
                Input { name, ..Input::of(text.as_str().unwrap()) }
            };
            said.push(input(&case["said"]));
            meant.extend(case["means"].as_array().unwrap().iter().map(input));
        }
    }
    (said, meant)
}

/// Returns every text that there is.
fn everything() -> Vec<Input> {
    let mut all =
        [below("tests/fixtures"), below("tests/broken"), below("tests/rules"), below("examples")].concat();
    all.extend(texts_of_mistakes().into_iter().map(|(_, input)| input));
    let (said, meant) = texts_of_cases();
    all.extend(said);
    all.extend(meant);
    all
}

/// Returns texts of which nothing is wrong.
fn valid() -> Vec<Input> {
    let mut all = [below("tests/fixtures/good"), below("examples")].concat();
    let good = ["good.txt", "read.txt", "sessions.txt", "well_known.txt"];
    all.extend(
        texts_of_mistakes().into_iter().filter(|(name, _)| good.contains(&&**name)).map(|(_, input)| input),
    );
    all.extend(texts_of_cases().1);
    all.retain(|input| input.text.len() <= LONGEST && !has_errors(&input.diagnostics()));
    all
}

/// Words of coaches for which the language has others, or figures: `e2mom`, `EZ`, `twenty`, `5 RFT`, `12 ea`, `w/`, `@ 2xBW`.
const READ_AS_OTHERS: [&str; 85] = [
    "add",
    "adding",
    "after",
    "b",
    "between",
    "both",
    "box",
    "buy",
    "bw",
    "c",
    "cadence",
    "cool",
    "d",
    "doubles",
    "down",
    "e",
    "e2mom",
    "ea",
    "even",
    "except",
    "ez",
    "failure",
    "final",
    "find",
    "first",
    "five",
    "half",
    "hand",
    "heart",
    "heavy",
    "hold",
    "inches",
    "interval",
    "kb",
    "kettlebell",
    "l",
    "last",
    "many",
    "meters",
    "mile",
    "miles",
    "mom",
    "needed",
    "odd",
    "off",
    "one",
    "only",
    "onto",
    "other",
    "pace",
    "pause",
    "percent",
    "plates",
    "possible",
    "quality",
    "r",
    "rate",
    "recovery",
    "repeat",
    "rft",
    "ri",
    "rm",
    "send",
    "sendoff",
    "single",
    "strokes",
    "swim",
    "test",
    "total",
    "triple",
    "twenty",
    "two",
    "u",
    "up",
    "w",
    "warm",
    "ways",
    "work",
    "xamrap",
    "xbw",
    "yard",
    "yards",
    "¼",
    "½",
    "¾",
];

/// Returns the words that a text without mistakes loses where it is written in the language's own way.
fn lost_in_reading(input: &Input) -> Vec<String> {
    if !input.diagnostics().is_empty() {
        return Vec::new();
    }
    let Ok(read) = format(SourceFile::new(&*input.name, &*input.text)) else { return Vec::new() };
    let is_word = |word: &String| !word.starts_with(|first: char| first.is_ascii_digit());
    let is_new = |word: &String| is_word(word) && !READ_AS_OTHERS.contains(&&**word);
    // Remarks are kept as they are, and texts too: only what is read may be spelt otherwise.
    lost(&input.text, &read).into_iter().filter(is_new).collect()
}

#[test]
fn what_is_read_without_a_message_loses_no_word() {
    let mut broken = Vec::new();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let valid = valid();
    let slips = (0..1_000).map(|_| {
        let source = &valid[dice.below(valid.len())];
        Input { text: slip(&source.text, &mut dice), ..source.clone() }
    });
    for input in everything().into_iter().chain(slips.collect::<Vec<_>>()) {
        let lost = lost_in_reading(&input);
        if !lost.is_empty() {
            broken.push(format!("{}: {lost:?}\n{}", input.name, input.text));
        }
    }
    assert!(
        broken.is_empty(),
        "{} texts lose words, the first ones:\n{}",
        broken.len(),
        broken[..broken.len().min(12)].join("\n")
    );
}

/// How long slips are tried where nobody says how many.
const LONGEST_RUN: Duration = Duration::from_secs(30);

/// The longest text that slips are made in, so that many are tried.
const LONGEST: usize = 600;

#[test]
fn every_text_is_mended_as_promised() {
    let all = everything();
    assert!(all.len() > 1500, "only {} texts were found", all.len());
    let broken: Vec<String> = all
        .iter()
        .filter_map(|input| {
            let first = mended(input);
            let broken = broken_promises(input, &first);
            let said = format!("{}: {broken:?} of\n{}\nmended as\n{}", input.name, input.text, first.text);
            (!broken.is_empty()).then_some(said)
        })
        .collect();
    assert!(broken.is_empty(), "{} are broken:\n{}", broken.len(), broken.join("\n"));
}

/// A small generator of numbers that depend on a seed alone (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most
    }
}

/// Splits a text into words, figures, blanks and single signs.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let kind = |sign: char| match sign {
        sign if sign.is_alphabetic() => 1,
        sign if sign.is_ascii_digit() => 2,
        _ => 0,
    };
    for sign in text.chars() {
        let same = |last: &&mut String| kind(sign) > 0 && last.chars().next().map(kind) == Some(kind(sign));
        match pieces.last_mut().filter(same) {
            Some(last) => last.push(sign),
            None => pieces.push(sign.to_string()),
        }
    }
    pieces
}

/// Makes one slip of the finger: letters swapped, dropped or doubled, a word dropped or doubled, a sign dropped.
fn slip(text: &str, dice: &mut Dice) -> String {
    let mut pieces = pieces(text);
    let is_word = |piece: &String| piece.chars().all(char::is_alphabetic);
    let is_sign = |piece: &String| !piece.chars().all(|sign| sign.is_alphanumeric() || sign.is_whitespace());
    let what = dice.below(8);
    let wanted: Vec<usize> = (0..pieces.len())
        .filter(|&at| match what {
            0..=3 => is_word(&pieces[at]) && pieces[at].chars().count() > 2,
            4..=6 => pieces[at].chars().all(char::is_alphanumeric),
            _ => is_sign(&pieces[at]),
        })
        .collect();
    if wanted.is_empty() {
        return text.to_owned();
    }
    let at = wanted[dice.below(wanted.len())];
    let mut letters: Vec<char> = pieces[at].chars().collect();
    match what {
        0 | 1 => {
            let first = dice.below(letters.len() - 1);
            letters.swap(first, first + 1);
            pieces[at] = letters.into_iter().collect();
        }
        2 => {
            letters.remove(dice.below(letters.len()));
            pieces[at] = letters.into_iter().collect();
        }
        3 => {
            let doubled = dice.below(letters.len());
            letters.insert(doubled, letters[doubled]);
            pieces[at] = letters.into_iter().collect();
        }
        5 => {
            let word = pieces[at].clone();
            pieces[at] = format!("{word} {word}");
        }
        _ => {
            pieces.remove(at);
        }
    }
    pieces.concat()
}

/// How many texts with slips are tried: as many as `WODC_FUZZ` says, else what takes about a minute.
fn wanted() -> usize {
    std::env::var("WODC_FUZZ").ok().and_then(|said| said.parse().ok()).unwrap_or(5000)
}

/// Where to write what is broken, and, beside it, each text that means something else now than without its slips. To be
/// read by people: whoever leaves a word out may well mean another workout.
fn out() -> Option<PathBuf> {
    std::env::var_os("WODC_FUZZ_OUT").map(PathBuf::from)
}

/// Returns what a text compiles to, without where it is written.
fn compiled(input: &Input) -> Option<Vec<String>> {
    let compilation: Compilation = input.compile(None, &[Format::CUES]);
    let texts = compilation.outputs.iter().filter_map(|output| output.content.as_text().map(str::to_owned));
    (!has_errors(&compilation.diagnostics)).then(|| texts.collect())
}

#[test]
fn texts_with_slips_are_mended_as_promised() {
    let sources = valid();
    assert!(sources.len() > 500, "only {} texts were found", sources.len());
    let wanted = wanted();
    let numbers: Vec<usize> = (0..2).collect();
    let parts: Vec<(Vec<String>, [usize; 4])> = std::thread::scope(|scope| {
        let sources = &sources;
        let run = |part: usize| scope.spawn(move || slips_of_part(sources, part, wanted / 2));
        let running: Vec<_> = numbers.into_iter().map(run).collect();
        running.into_iter().map(|part| part.join().unwrap()).collect()
    });
    let mut figures = [0; 4];
    let mut broken = Vec::new();
    for (found, counted) in parts {
        broken.extend(found);
        figures.iter_mut().zip(counted).for_each(|(sum, one)| *sum += one);
    }
    let [tried, changed, restored, otherwise] = figures;
    println!(
        "{tried} tried, {changed} mended, {restored} of them as they were, {otherwise} to something else, {} broken",
        broken.len()
    );
    if let Some(path) = out() {
        fs::write(path, broken.join("\n=====\n")).unwrap();
    }
    assert!(changed * 20 > tried, "only {changed} of {tried} were mended");
    assert!(
        broken.is_empty(),
        "{} are broken, the first ones:\n{}",
        broken.len(),
        broken[..broken.len().min(5)].join("\n")
    );
}

/// Tries texts with slips. Returns what is broken, and how many were tried, were mended, came out as they were without
/// the slips, and as something else.
fn slips_of_part(sources: &[Input], part: usize, wanted: usize) -> (Vec<String>, [usize; 4]) {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (part as u64 + 1));
    let (mut broken, mut others) = (Vec::new(), Vec::new());
    let mut figures = [0; 4];
    let start = Instant::now();
    for _ in 0..wanted {
        // A busy machine tries fewer, unless it is asked for a number.
        if start.elapsed() > LONGEST_RUN && std::env::var_os("WODC_FUZZ").is_none() {
            break;
        }
        let source = &sources[dice.below(sources.len())];
        let mut text = slip(&source.text, &mut dice);
        if dice.below(3) == 0 {
            text = slip(&text, &mut dice);
        }
        let input = source.with_text(text);
        let first = mended(&input);
        figures[0] += 1;
        if first.text == input.text {
            continue;
        }
        figures[1] += 1;
        for one in broken_promises(&input, &first) {
            broken.push(format!("{one}\nof\n{}\nmended as\n{}", input.text, first.text));
        }
        if out().is_none() {
            continue;
        }
        match compiled(&input.with_text(first.text.clone())) {
            Some(after) if Some(&after) == compiled(source).as_ref() => figures[2] += 1,
            Some(_) => {
                figures[3] += 1;
                others.push(format!(
                    "otherwise\nof\n{}\nmended as\n{}\nfrom\n{}",
                    input.text, first.text, source.text
                ));
            }
            None => {}
        }
    }
    if let Some(path) = out() {
        fs::write(path.with_extension(part.to_string()), others.join("\n=====\n")).unwrap();
    }
    (broken, figures)
}

#[test]
fn the_slips_are_what_they_are_called() {
    let mut dice = Dice(1);
    let said = "squat 3x10 @ 60kg";
    let made: std::collections::BTreeSet<String> = (0..400).map(|_| slip(said, &mut dice)).collect();
    for one in [
        "qsuat 3x10 @ 60kg",
        "squt 3x10 @ 60kg",
        "squatt 3x10 @ 60kg",
        " 3x10 @ 60kg",
        "squat squat 3x10 @ 60kg",
        "squat 3x10  60kg",
    ] {
        assert!(made.contains(one), "{one} is not in {made:?}");
    }
    assert!(catalog::names().count() > 900);
}

#[test]
fn what_is_lost_is_noticed() {
    assert_eq!(lost("squat 3x15 1min", "squat 3x15 min"), ["1"]);
    assert_eq!(lost("hop 20", "bench 20"), ["hop"]);
    assert_eq!(lost("suqat ten", "squat 10"), [""; 0]);
    assert_eq!(lost("circut 3", "circuit rounds 3"), [""; 0]);
}
