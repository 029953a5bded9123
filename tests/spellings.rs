//! Each statement of the examples, as coaches may spell it: what can only mean one thing is read as that.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::diagnostic::Severity;
use wodc::emit::Format;
use wodc::source::SourceFile;

/// So many statements are respelt.
const STATEMENTS: usize = 200;
/// So often each.
const SPELLINGS: u64 = 10;

/// A statement in its parts: `back squat 3x5 per leg @ 60kg rest 2min`.
#[derive(Debug, Clone)]
struct Statement {
    name: String,
    sets: Option<String>,
    dose: String,
    half: Option<String>,
    /// Whether that is the movement's own half, so that it need not be named.
    is_own_half: bool,
    target: Option<String>,
    rest: Option<String>,
    every: Option<String>,
    /// What is written one way only: a tempo, a cue, `alternating`.
    tail: Vec<String>,
}

impl Statement {
    /// Takes a canonical statement apart. What has other parts is left to other tests.
    fn of(text: &str) -> Option<Self> {
        Self::of_plain(text).or_else(|| Self::of_list(text))
    }

    /// Takes sets that differ apart, whose doses and targets are written one way only.
    fn of_list(text: &str) -> Option<Self> {
        let (before, rest) = match text.split_once(" rest ") {
            Some((before, rest)) if is_time(rest) => (before, Some(rest.to_owned())),
            Some(_) => return None,
            None => (text, None),
        };
        let at = before.find(|letter: char| letter.is_ascii_digit())?;
        let (name, dose) = (before[..at].trim_end(), &before[at..]);
        let is_name =
            name.split(' ').all(|word| word.chars().all(|letter| letter.is_lowercase() || letter == '-'));
        let is_list = dose.contains(", ") && !dose.contains('"');
        (is_name && is_list && !name.is_empty()).then(|| Self {
            name: name.to_owned(),
            sets: None,
            dose: dose.to_owned(),
            half: None,
            is_own_half: false,
            target: None,
            rest,
            every: None,
            tail: Vec::new(),
        })
    }

    fn of_plain(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        let at = words.iter().position(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
        let name = words[..at].join(" ");
        let has_others =
            name.starts_with("rest ") || name.split(' ').any(|word| word == "or" || word == "max");
        let is_name =
            !name.is_empty() && name.chars().all(|letter| letter.is_lowercase() || "- '".contains(letter));
        let (sets, dose) = match words[at].split_once('x') {
            Some((sets, dose)) => (Some(sets.to_owned()), dose),
            None => (None, words[at]),
        };
        let mut statement = Self {
            name,
            sets,
            dose: dose.to_owned(),
            half: None,
            is_own_half: false,
            target: None,
            rest: None,
            every: None,
            tail: Vec::new(),
        };
        let mut rest = &words[at + 1..];
        if let ["breaths" | "steps" | "strokes", more @ ..] = rest {
            statement.dose += &format!(" {}", rest[0]);
            rest = more;
        }
        loop {
            rest = match rest {
                [] => break,
                ["per", half, more @ ..] if statement.half.is_none() => {
                    statement.half = Some((*half).to_owned());
                    more
                }
                ["@", target, more @ ..] if is_plain_target(target) => {
                    statement.target = Some((*target).to_owned());
                    more
                }
                ["@", measure @ ("rpe" | "zone"), figure, more @ ..] => {
                    statement.target = Some(format!("{measure} {figure}"));
                    more
                }
                ["rest", time, more @ ..] if is_time(time) && statement.sets.is_some() => {
                    statement.rest = Some((*time).to_owned());
                    more
                }
                ["@", ..] if statement.target.is_none() && !text.contains(',') => {
                    let ends = ["rest", "every", "tempo", "alternating"];
                    let is_end = |word: &&str| ends.contains(word) || word.starts_with('"');
                    let end = rest.iter().position(is_end).unwrap_or(rest.len());
                    statement.target = Some(rest[1..end].join(" "));
                    &rest[end..]
                }
                ["every", time, more @ ..] if is_time(time) && statement.sets.is_some() => {
                    statement.every = Some((*time).to_owned());
                    more
                }
                ["tempo", tempo, more @ ..] => {
                    statement.tail.push(format!("tempo {tempo}"));
                    more
                }
                ["alternating", more @ ..] => {
                    statement.tail.push("alternating".to_owned());
                    more
                }
                [cue, ..] if cue.starts_with('"') && text.ends_with('"') => {
                    statement.tail.push(rest.join(" "));
                    &[]
                }
                _ => return None,
            };
        }
        (is_name && !has_others && is_dose(&statement.dose)).then_some(statement)
    }

    /// Writes it in one of its other spellings.
    fn spelt(&self, random: &mut Random) -> String {
        let name = match random.below(3) {
            0 => self.name.clone(),
            1 => capitalised(&self.name),
            _ => self.name.to_uppercase(),
        };
        let dose = self.dose_spelt(random);
        let mut parts: Vec<String> = Vec::new();
        let is_dose_first = random.below(2) == 0 && !self.dose.contains(',');
        if is_dose_first {
            parts.push(format!("{dose} {name}"));
        } else {
            let joint = random.of(&[" ", ": ", " - ", ", "]);
            parts.push(format!("{name}{joint}{dose}"));
        }
        let mut others = Vec::new();
        others.extend(self.target.as_deref().map(|target| target_spelt(target, random)));
        others.extend(self.rest.as_deref().map(|rest| rest_spelt(rest, random)));
        others.extend(self.every.as_deref().map(|every| {
            let time = time_spelt(every, random);
            random.pick([format!("every {time}"), format!("on {every}")])
        }));
        if others.len() == 2 && random.below(2) == 0 {
            others.reverse();
        }
        for other in others {
            // An `@` goes on with the sentence.
            let joint = if other.starts_with(['@', '(']) { " " } else { random.of(&[" ", ", "]) };
            parts.push(format!("{joint}{other}"));
        }
        for part in &self.tail {
            parts.push(format!(" {part}"));
        }
        let bullet = random.of(&["", "", "- ", "• ", "* ", "1. ", "A) ", "B1. "]);
        let stop = random.of(&["", "", "."]);
        format!("{bullet}{}{stop}", parts.concat())
    }

    fn dose_spelt(&self, random: &mut Random) -> String {
        if self.dose.contains(',') {
            return self.dose.clone();
        }
        let figure = if is_time(&self.dose) {
            time_spelt(&self.dose, random)
        } else {
            count_spelt(&self.dose, random)
        };
        // Two equal figures are each side's, where they count or last.
        let is_count = self.dose.bytes().all(|letter| letter.is_ascii_digit());
        let with_sides = match &self.half {
            None => figure,
            Some(half) if !self.is_own_half => format!("{figure} {} {half}", random.of(&["per", "each"])),
            Some(_) if is_count && random.below(4) == 0 => format!("{0}/{0}", self.dose),
            Some(half) => {
                let side = random.of(&["per", "each"]);
                let half = if random.below(2) == 0 { half.as_str() } else { "side" };
                match random.below(3) {
                    0 => format!("{figure} each"),
                    1 if is_count => format!("{figure}/{half}"),
                    _ => format!("{figure} {side} {half}"),
                }
            }
        };
        match &self.sets {
            None => with_sides,
            Some(sets) => match random.below(4) {
                0 => format!("{sets}x{with_sides}"),
                1 => format!("{sets} x {with_sides}"),
                2 => format!("{sets} × {with_sides}"),
                _ => format!("{sets} sets of {with_sides}"),
            },
        }
    }
}

/// Spells a count, a distance or the like.
fn count_spelt(figure: &str, random: &mut Random) -> String {
    let split = figure.find(|letter: char| letter.is_alphabetic()).unwrap_or(figure.len());
    let (number, unit) = figure.split_at(split);
    let long = match unit {
        "" => return if random.below(3) == 0 { format!("{number} reps") } else { number.to_owned() },
        "m" => random.of(&["m", " m", " meters", " metres"]),
        "km" => random.of(&["km", " km", "k", " kilometers"]),
        "cal" => random.of(&["cal", " cal", " cals", " calories"]),
        unit => return format!("{number}{unit}"),
    };
    format!("{number}{long}")
}

/// Spells a time: `90s`, `1:30`, `1'30"`, `90 sec`.
fn time_spelt(time: &str, random: &mut Random) -> String {
    let seconds = seconds(time).expect("a time");
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match random.below(4) {
        0 => format!("{seconds} sec"),
        1 if rest == 0 => format!("{minutes} min"),
        2 if minutes > 0 => format!("{minutes}:{rest:02}"),
        3 if minutes == 0 => format!(":{rest:02}"),
        _ => time.to_owned(),
    }
}

fn target_spelt(target: &str, random: &mut Random) -> String {
    if let Some(figure) = target.strip_prefix("rpe ") {
        return random.pick([format!("RPE {figure}"), format!("@ RPE{figure}"), format!("@ {figure} RPE")]);
    }
    if let Some(figure) = target.strip_prefix("zone ") {
        return random.pick([format!("Z{figure}"), format!("@ Z{figure}"), format!("in zone {figure}")]);
    }
    if !is_plain_target(target) {
        return random.pick([format!("@ {target}"), format!("@{target}")]);
    }
    if target.ends_with('%') {
        return random.pick([
            format!("@ {target}"),
            format!("@ {target} 1RM"),
            format!("@{target}"),
            format!("at {target}"),
        ]);
    }
    let split = target.find(|letter: char| letter.is_alphabetic()).unwrap_or(target.len());
    let (figure, unit) = target.split_at(split);
    let long = match unit {
        "kg" => random.of(&["kg", " kg", "kgs", "KG"]),
        _ => random.of(&["lb", " lb", "lbs", " lbs"]),
    };
    let load = format!("{figure}{long}");
    random.pick([format!("@ {load}"), format!("@{load}"), format!("({load})"), format!("at {load}")])
}

fn rest_spelt(rest: &str, random: &mut Random) -> String {
    let time = time_spelt(rest, random);
    random.pick([
        format!("rest {time}"),
        format!("{time} rest"),
        format!("w/ {time} rest"),
        format!("with {time} rest"),
        format!("({time} rest)"),
        format!("rest: {time}"),
    ])
}

fn capitalised(name: &str) -> String {
    name.split(' ').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<Vec<_>>().join(" ")
}

fn is_dose(dose: &str) -> bool {
    let split = dose.find(|letter: char| letter.is_alphabetic() || letter == ' ').unwrap_or(dose.len());
    let is_figure = dose[..split].bytes().all(|letter| letter.is_ascii_digit() || letter == b'-');
    let unit = dose[split..].trim_start();
    let is_known = matches!(unit, "" | "m" | "km" | "cal" | "mi" | "yd" | "breaths" | "steps" | "strokes");
    split > 0 && (is_figure && (is_known || matches!(unit, "s" | "min")) || is_time(dose))
}

fn is_time(time: &str) -> bool {
    seconds(time).is_some()
}

/// Returns the seconds of `30s`, `2min`, `1:30`.
fn seconds(time: &str) -> Option<u32> {
    if let Some((minutes, seconds)) = time.split_once(':') {
        return Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?);
    }
    let (figure, each) = match time.strip_suffix("min") {
        Some(figure) => (figure, 60),
        None => (time.strip_suffix('s')?, 1),
    };
    Some(figure.parse::<u32>().ok()? * each)
}

fn is_plain_target(target: &str) -> bool {
    let split = target.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(target.len());
    split > 0 && matches!(&target[split..], "kg" | "lb" | "%")
}

/// A small generator of random numbers, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn of<'t>(&mut self, choices: &[&'t str]) -> &'t str {
        choices[self.below(choices.len() as u64) as usize]
    }

    fn pick<const N: usize>(&mut self, choices: [String; N]) -> String {
        let at = self.below(N as u64) as usize;
        choices.into_iter().nth(at).unwrap_or_default()
    }
}

/// Returns all that a text compiles to, but for its own words.
fn compiled(text: &str) -> Result<Value, String> {
    let request = Request { formats: vec![Format::JSON], ..Request::default() };
    let compilation = compile(SourceFile::new("a.wod", text), &request, &NoFiles);
    if let Some(error) = compilation.diagnostics.iter().find(|one| one.severity == Severity::Error) {
        return Err(format!("{error:?}"));
    }
    let json = compilation.outputs.first().and_then(|output| output.content.as_text()).ok_or("no output")?;
    let mut json: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok(json["workouts"][0].take())
}

/// Returns the statements of the examples, each once, without what is around them.
fn of_examples() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folders = [examples.clone(), examples.join("programs")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "wod")) {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines().map(|line| line.split('#').next().unwrap_or_default()) {
            found.extend(
                line.split_inclusive(['<', '>', ';'])
                    .map(|part| part.trim().trim_end_matches([';', '>']).trim().to_owned()),
            );
        }
    }
    found
}

/// Returns the header of a block in another spelling, if it is one that these tests respell.
fn header_spelt(header: &str, random: &mut Random) -> Option<String> {
    let words: Vec<&str> = header.strip_suffix(" <")?.split(' ').collect();
    let (block, tail) = match &words[..] {
        // A table is said in one way.
        ["circuit", "rounds", "by", ..] => return None,
        ["circuit", "rounds", rounds, tail @ ..] => {
            let spelt =
                [format!("rounds {rounds}"), format!("{rounds} rounds"), format!("Circuit {rounds} rounds")];
            (random.pick(spelt), tail)
        }
        ["for", "time", "rounds", rounds, tail @ ..] => {
            let spelt = [
                format!("{rounds} rounds for time"),
                format!("For Time, {rounds} rounds"),
                format!("for time {rounds} rounds"),
            ];
            (random.pick(spelt), tail)
        }
        ["superset", "rounds", rounds, tail @ ..] => {
            let spelt = [
                format!("superset {rounds} sets"),
                format!("superset {rounds} rounds"),
                format!("{rounds} rounds superset"),
            ];
            (random.pick(spelt), tail)
        }
        ["for", "time", "ladder", rungs, tail @ ..] => (
            random.pick([
                format!("{rungs} for time"),
                format!("For time: {rungs}"),
                format!("for time {rungs}"),
            ]),
            tail,
        ),
        [block @ ("amrap" | "emom"), time, tail @ ..] => {
            let minutes = time.strip_suffix("min")?;
            let spelt = [
                format!("{block} {minutes}"),
                format!("{minutes} min {block}"),
                format!("{} {minutes} minutes", block.to_uppercase()),
            ];
            (random.pick(spelt), tail)
        }
        ["every", time, "rounds", rounds, tail @ ..] => {
            let all = seconds(time)? * rounds.parse::<u32>().ok()? / 60;
            let spelt = [
                format!("every {time} x {rounds}"),
                format!("every {time} for {all}min"),
                format!("Every {time} x {rounds} rounds"),
            ];
            (random.pick(spelt), tail)
        }
        _ => return None,
    };
    // The rest of the header is said as it is, but for the times in it.
    let tail: Vec<String> = tail
        .iter()
        .map(|word| if is_time(word) { time_spelt(word, random) } else { (*word).to_owned() })
        .collect();
    let between = if tail.is_empty() { "" } else { " " };
    Some(format!("{block}{between}{} <", tail.join(" ")))
}

/// Returns the text of a statement: of a header, its whole block.
fn whole(statement: &str) -> String {
    let is_ladder = statement.split(' ').any(|word| word.matches('-').count() > 1);
    let takes_work = statement.contains(" work ") || statement.contains("ladder") || is_ladder;
    match statement.strip_suffix('<') {
        Some(_) if takes_work => format!("{statement} squat; push-up >"),
        Some(_) => format!("{statement} squat 10; push-up 8 >"),
        None => statement.to_owned(),
    }
}

/// Spells a rest that is a step: `Rest: 90 sec`.
fn rest_alone(statement: &str, random: &mut Random) -> Option<String> {
    let time = statement.strip_prefix("rest ").filter(|time| is_time(time))?;
    let time = time_spelt(time, random);
    Some(random.pick([
        format!("{time} rest"),
        format!("Rest: {time}"),
        format!("REST {time}"),
        format!("- rest for {time}"),
    ]))
}

fn spelt(statement: &str, random: &mut Random) -> Option<String> {
    header_spelt(statement, random).or_else(|| rest_alone(statement, random)).or_else(|| {
        let mut parted = Statement::of(statement)?;
        let workout = compiled(statement).ok()?;
        // What nobody knows may be anything.
        workout.pointer("/movements/0/known").and_then(Value::as_bool).filter(|known| *known)?;
        let own = workout.pointer("/movements/0/sides").and_then(Value::as_str);
        parted.is_own_half = parted.half.as_deref() == own;
        Some(parted.spelt(random))
    })
}

#[test]
fn every_statement_of_the_examples_may_be_spelt_otherwise() {
    let mut wrong = Vec::new();
    let (mut statements, mut all, mut respelt) = (0, 0, BTreeSet::new());
    for (number, text) in of_examples().iter().enumerate() {
        let mut random = Random((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let Some(Ok(meant)) = spelt(text, &mut random).map(|_| compiled(&whole(text))) else { continue };
        statements += 1;
        for _ in 0..SPELLINGS {
            let spelt = whole(&spelt(text, &mut random).unwrap());
            all += 1;
            match compiled(&spelt) {
                Ok(read) if read == meant => {}
                Ok(read) => wrong.push(format!("{text}\n  {spelt}\n  reads as {}", read["blocks"])),
                Err(error) => wrong.push(format!("{text}\n  {spelt}\n  {error}")),
            }
            respelt.insert(spelt);
        }
    }
    assert!(wrong.is_empty(), "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(statements >= STATEMENTS, "only {statements} statements");
    assert!(respelt.len() * 10 > all * 8, "only {} spellings of {all} differ", respelt.len());
}
