//! Reads what an athlete types about a set, a score or the whole session, all on one line.
//!
//! `5 x 62.5`, `5 x 62.5kg rpe 9 "slow"`, `45s`, `400m in 1:32`, `12 @ 20kg, 150 bpm`, `missed`, `skipped`; `7 + 12`
//! rounds. What is left out stays as it was. Whatever can't be read is refused with a reason.

use super::figures::{self, clean, of_clock, plain, thousandths};
use super::notes::{
    LEAST_BPM, LEAST_RPE, LONGEST_NOTE, LONGEST_REMARK, MOST_BPM, MOST_ROUNDS, MOST_RPE, Mark, Noted,
    NotedScore,
};
use super::results::{ScoreView, SetView};
use crate::emit::player::model::{Measure, Scale};
use crate::emit::written;

/// How many times as much as asked, or as little, a figure is that was probably meant for the other one.
const SWAPPED: i64 = 2;

/// Why a line can't be read, in a few words: it is shown on the smallest of screens.
pub type Refusal = String;

/// Writes what is known of a set as it may be typed: `5 x 62.5kg`.
pub fn set_as_typed(set: &SetView<'_>) -> String {
    let mut parts = Vec::new();
    match set.mark {
        Mark::Missed => parts.push("missed".to_owned()),
        Mark::Left => parts.push("skipped".to_owned()),
        Mark::Open | Mark::Done => {
            parts.extend(set.amount.map(|amount| with_unit(set.dose, amount)));
            let load = set.load.zip(set.weight).map(|(load, weight)| with_unit(load, weight));
            parts.extend(load.map(|load| format!("x {load}")));
            parts.extend(set.ms.map(|ms| format!("in {}", figures::time(ms))));
        }
    }
    parts.extend(set.rpe.map(|rpe| format!("rpe {}", written::plain(rpe))));
    parts.extend(set.bpm.map(|bpm| format!("{bpm}bpm")));
    if !set.remark.is_empty() {
        parts.push(format!("\"{}\"", set.remark));
    }
    parts.join(" ")
}

/// Returns an example of what can be typed about a set: `5 x 60kg`.
pub fn example(set: &SetView<'_>) -> String {
    let dose = with_unit(set.dose, set.asked.unwrap_or(set.dose.step.saturating_mul(10)));
    let load = set.load.map(|load| format!(" x {}", with_unit(load, set.asked_weight.unwrap_or(60_000))));
    let time = if set.is_timed { " in 1:32" } else { "" };
    format!("{dose}{}{time}", load.unwrap_or_default())
}

fn with_unit(measure: &Measure, milli: i64) -> String {
    let figure = plain(measure, milli);
    if figure.contains(':') { figure } else { format!("{figure}{}", measure.unit) }
}

/// Reads what is typed about a set, as a change of what is noted of it.
pub fn set(text: &str, view: &SetView<'_>) -> Result<Noted, Refusal> {
    let (text, remark) = split_remark(text)?;
    let mut reader = Reader { view, noted: Noted { remark, ..Noted::default() }, bare: Vec::new() };
    let tokens = tokens(&text);
    reader.read(&tokens)?;
    reader.finish()
}

/// Parts a remark in quotes from what is before it.
fn split_remark(text: &str) -> Result<(String, Option<String>), Refusal> {
    let Some((before, behind)) = text.split_once(['"', '“', '”']) else {
        return Ok((text.to_owned(), None));
    };
    let remark = clean(behind.trim_end().trim_end_matches(['"', '“', '”']));
    if remark.chars().count() > LONGEST_REMARK {
        return Err(format!("the remark is longer than {LONGEST_REMARK} letters"));
    }
    Ok((before.to_owned(), (!remark.is_empty()).then_some(remark)))
}

/// A piece of a line: `62.5`, `kg`, `x`, `@`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Figure(String),
    Word(String),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_figure = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ':');
        let taken = match first {
            _ if first.is_whitespace() => first.len_utf8(),
            _ if first.is_ascii_digit() => {
                let figure = rest.find(|sign| !is_figure(sign)).map_or(rest, |end| &rest[..end]);
                // A comma or a point at the end is between two things that are typed.
                let figure = figure.trim_end_matches([',', '.']);
                tokens.push(Token::Figure(figure.replace(',', ".")));
                figure.len()
            }
            // An `x` between two figures is a sign: `5x60kg`.
            'x' | 'X' | '×' | '*' if !rest[first.len_utf8()..].starts_with(char::is_alphabetic) => {
                tokens.push(Token::Sign('x'));
                first.len_utf8()
            }
            _ if first.is_alphabetic() => {
                let word = rest.find(|sign: char| !sign.is_alphabetic()).map_or(rest, |end| &rest[..end]);
                tokens.push(Token::Word(word.to_lowercase()));
                word.len()
            }
            ',' | ';' => first.len_utf8(),
            _ => {
                tokens.push(Token::Sign(first));
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    tokens
}

/// What the next figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Load(char),
    Time,
    Effort,
    Reserve,
}

struct Reader<'v, 'p> {
    view: &'v SetView<'p>,
    noted: Noted,
    /// The figures without a unit, as they were typed: what they are, only their order says.
    bare: Vec<String>,
}

impl Reader<'_, '_> {
    fn read(&mut self, tokens: &[Token]) -> Result<(), Refusal> {
        let mut expected = None;
        let mut rest = tokens;
        while let [first, behind @ ..] = rest {
            rest = behind;
            match first {
                // The other way round, where the unit says so: `62.5kg x 5`.
                Token::Sign('x') if self.noted.weight.is_some() && self.noted.amount.is_none() => {}
                Token::Sign(sign @ ('x' | '@')) if expected.is_none() => {
                    expected = Some(Expected::Load(*sign))
                }
                // What is before a load is known: `10 x 2x24kg`, `8 x bodyweight +10kg`, `6 x -20kg`.
                Token::Sign('+' | '-') if matches!(expected, Some(Expected::Load(_))) => {}
                Token::Sign(sign) => return Err(self.unknown(&sign.to_string())),
                Token::Word(word) => match word.as_str() {
                    "in" => expected = Some(Expected::Time),
                    "rpe" => expected = Some(Expected::Effort),
                    "rir" => expected = Some(Expected::Reserve),
                    "bodyweight" | "bw" if matches!(expected, Some(Expected::Load(_))) => {}
                    "and" => {}
                    "missed" | "miss" | "failed" => self.noted.mark = Some(Mark::Missed),
                    "skipped" | "skip" => self.noted.mark = Some(Mark::Left),
                    "done" => self.noted.mark = Some(Mark::Done),
                    other => return Err(self.unknown(other)),
                },
                Token::Figure(figure) => {
                    if let ([Token::Sign('x'), behind @ ..], "2", Some(Expected::Load(_)), Some("2x")) =
                        (rest, figure.as_str(), expected, self.view.load.map(|load| load.before))
                    {
                        rest = behind;
                        continue;
                    }
                    let unit = match rest {
                        [Token::Word(word), behind @ ..] if self.is_unit(word) => {
                            rest = behind;
                            Some(word.as_str())
                        }
                        _ => None,
                    };
                    self.figure(figure, unit, expected.take())?;
                }
            }
        }
        match expected {
            None => Ok(()),
            Some(Expected::Load(sign)) => Err(format!("what load, behind `{sign}`?")),
            Some(Expected::Time) => Err("what time, behind `in`?".to_owned()),
            Some(Expected::Effort) => Err("what RPE, 1 to 10?".to_owned()),
            Some(Expected::Reserve) => Err("how many in reserve?".to_owned()),
        }
    }

    fn unknown(&self, text: &str) -> Refusal {
        format!("`{text}`? As in {}", example(self.view))
    }

    /// Tells whether a word behind a figure says what it is in.
    fn is_unit(&self, word: &str) -> bool {
        let own = [self.view.dose.unit.trim(), self.view.dose.name];
        own.contains(&word)
            || matches!(word, "kg" | "kgs" | "lb" | "lbs" | "bpm" | "rep" | "reps" | "s" | "sec" | "min")
    }

    fn figure(
        &mut self,
        figure: &str,
        unit: Option<&str>,
        expected: Option<Expected>,
    ) -> Result<(), Refusal> {
        match (unit, expected) {
            (Some("bpm"), None) => {
                let bpm = figure.parse().ok().filter(|bpm| (LEAST_BPM..=MOST_BPM).contains(bpm));
                self.noted.bpm = Some(bpm.ok_or_else(|| format!("`{figure}` is no heart rate"))?);
            }
            (None, Some(Expected::Effort | Expected::Reserve)) => {
                let of = |milli| if expected == Some(Expected::Reserve) { MOST_RPE - milli } else { milli };
                let rpe = thousandths(figure).map(of);
                let rpe = rpe.filter(|rpe| (LEAST_RPE..=MOST_RPE).contains(rpe) && rpe % 500 == 0);
                self.noted.rpe = Some(rpe.ok_or_else(|| format!("`{figure}`: effort is 1 to 10"))?);
            }
            (unit, Some(Expected::Time)) => self.time(figure, unit)?,
            (Some("kg" | "kgs" | "lb" | "lbs"), None | Some(Expected::Load(_)))
            | (None, Some(Expected::Load(_))) => {
                self.load(figure, unit)?;
            }
            (unit, None) if self.noted.amount.is_none() => self.amount(figure, unit)?,
            (unit, _) => {
                let text = format!("{figure}{}", unit.unwrap_or_default());
                return Err(format!("what is `{text}`? As in {}", example(self.view)));
            }
        }
        if unit.is_none() && !matches!(expected, Some(Expected::Effort | Expected::Reserve)) {
            self.bare.push(figure.to_owned());
        }
        Ok(())
    }

    fn time(&mut self, figure: &str, unit: Option<&str>) -> Result<(), Refusal> {
        if !self.view.is_timed {
            return Err("no time is asked for here".to_owned());
        }
        let ms = match unit {
            None => of_clock(figure),
            Some("s" | "sec") => thousandths(figure).filter(|ms| ms % 1000 == 0 && *ms > 0),
            Some("min") => thousandths(figure).map(|minutes| minutes * 60).filter(|ms| *ms > 0),
            Some(_) => None,
        };
        self.noted.ms = Some(ms.ok_or_else(|| format!("`{figure}` is no time: as 1:32"))?);
        Ok(())
    }

    fn load(&mut self, figure: &str, unit: Option<&str>) -> Result<(), Refusal> {
        let Some(load) = self.view.load else {
            return Err(format!("no load is asked for: as {}", example(self.view)));
        };
        if let Some(unit) = unit.map(|unit| unit.trim_end_matches('s')).filter(|&unit| unit != load.unit) {
            return Err(format!("loads are in {} here, not {unit}", load.unit));
        }
        if self.noted.weight.is_some() {
            return Err("two loads are written".to_owned());
        }
        self.noted.weight = Some(figures::read(load, figure).ok_or_else(|| no_figure(load, figure))?);
        Ok(())
    }

    fn amount(&mut self, figure: &str, unit: Option<&str>) -> Result<(), Refusal> {
        let dose = self.view.dose;
        if unit == Some("min") && dose.unit == "s" {
            return self.minutes(figure);
        }
        let is_own = match unit {
            None => true,
            Some("rep" | "reps") => dose.unit.is_empty(),
            Some("sec") => dose.unit == "s",
            Some(unit) => unit == dose.unit.trim() || unit == dose.name,
        };
        if !is_own {
            return Err(format!("it is in {} here", dose.name));
        }
        self.noted.amount = Some(figures::read(dose, figure).ok_or_else(|| no_figure(dose, figure))?);
        Ok(())
    }

    /// Notes a time of so many minutes.
    fn minutes(&mut self, figure: &str) -> Result<(), Refusal> {
        let dose = self.view.dose;
        let milli = thousandths(figure).map(|minutes| minutes.saturating_mul(60));
        let is_fit = |milli: &i64| (dose.least..=dose.most).contains(milli) && milli % 1000 == 0;
        self.noted.amount = Some(milli.filter(is_fit).ok_or_else(|| no_figure(dose, figure))?);
        Ok(())
    }

    /// Returns what was read. A figure says that it was done, unless something else is written.
    fn finish(mut self) -> Result<Noted, Refusal> {
        let noted = &self.noted;
        let has_figures = noted.amount.is_some() || noted.weight.is_some() || noted.ms.is_some();
        match noted.mark {
            Some(Mark::Left) if has_figures => return Err("skipped, or done?".to_owned()),
            Some(Mark::Missed) if noted.amount.is_some_and(|amount| amount > 0) => {
                return Err("missed, or done? Write one".to_owned());
            }
            Some(Mark::Open | Mark::Done | Mark::Missed | Mark::Left) => {}
            // A remark or an effort is about the set as it is.
            None if !has_figures && matches!(self.view.mark, Mark::Missed | Mark::Left) => {
                self.noted.mark = Some(self.view.mark);
            }
            None => {
                if noted.amount.is_none() && self.view.amount.is_none() {
                    return Err(format!("how many? As in {}", example(self.view)));
                }
                self.noted.mark = Some(Mark::Done);
            }
        }
        self.refuse_swapped()?;
        Ok(self.noted)
    }

    /// Refuses `60 x 5` where `5 x 60kg` was asked for: the figures have probably changed places.
    fn refuse_swapped(&self) -> Result<(), Refusal> {
        let Noted { amount: Some(amount), weight: Some(weight), .. } = self.noted else { return Ok(()) };
        let (Some(asked), Some(asked_weight), Some(load), [first, second]) =
            (self.view.asked, self.view.asked_weight, self.view.load, &self.bare[..])
        else {
            return Ok(());
        };
        let is_swapped = amount > asked.saturating_mul(SWAPPED)
            && weight.saturating_mul(SWAPPED) < asked_weight
            && amount.abs_diff(asked_weight) < weight.abs_diff(asked_weight);
        if is_swapped {
            let unit = load.unit;
            return Err(format!("first the reps: {second} x {first}{unit}; else add {unit}"));
        }
        Ok(())
    }
}

/// Says why a figure can't be written down.
fn no_figure(measure: &Measure, figure: &str) -> Refusal {
    let read = thousandths(figure);
    match read {
        Some(milli) if milli > measure.most => {
            format!("`{figure}`: at most {}", figures::said(measure, measure.most))
        }
        Some(milli) if measure.whole && milli % 1000 != 0 => {
            format!("`{figure}`: {} are whole", measure.name)
        }
        Some(_) => format!("`{figure}`: more than that"),
        None => format!("`{figure}` is not a figure"),
    }
}

/// Writes the result of a block as it may be typed: `7 + 12`, `4:32`.
pub fn score_as_typed(score: &ScoreView) -> String {
    match (score.is_time, score.ms, score.rounds) {
        (true, Some(ms), _) => figures::time(ms),
        (false, _, Some(rounds)) => match score.reps.filter(|&reps| reps > 0) {
            Some(reps) => format!("{rounds} + {reps}"),
            None => rounds.to_string(),
        },
        (true, None, _) | (false, _, None) => String::new(),
    }
}

/// Reads the result of a block: rounds with repetitions of the next, or a time. Empty for none.
pub fn score(text: &str, is_time: bool) -> Result<NotedScore, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(NotedScore::default());
    }
    if is_time {
        let ms = of_clock(text).ok_or_else(|| format!("`{text}` is no time: as 4:32"))?;
        return Ok(NotedScore { ms: Some(ms), ..NotedScore::default() });
    }
    let text = text.trim_end_matches("rounds").trim_end_matches("round").trim();
    let (rounds, reps) = match text.split_once('+') {
        Some((rounds, reps)) => (rounds, Some(reps)),
        None => (text, None),
    };
    let count = |text: &str| {
        let is_figure = !text.trim().starts_with('+');
        let count = text.trim().parse::<u32>().ok().filter(|&count| is_figure && count <= MOST_ROUNDS);
        count.ok_or_else(|| format!("`{}`? As 7, or 7 + 12", text.trim()))
    };
    Ok(NotedScore { rounds: Some(count(rounds)?), reps: reps.map(count).transpose()?, ms: None })
}

/// Reads a figure of a scale. Empty for none.
pub fn scale(text: &str, scale: Scale) -> Result<Option<u8>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let figure = text.parse::<u8>().ok().filter(|figure| (scale.least..=scale.most).contains(figure));
    figure.map(Some).ok_or_else(|| format!("`{text}`: a whole figure, {} to {}", scale.least, scale.most))
}

/// Reads a note. Empty for none.
pub fn note(text: &str) -> Result<Option<String>, Refusal> {
    bounded(text, LONGEST_NOTE)
}

/// Reads what was to be recorded. Empty for none.
pub fn record(text: &str) -> Result<Option<String>, Refusal> {
    bounded(text, LONGEST_REMARK)
}

fn bounded(text: &str, longest: usize) -> Result<Option<String>, Refusal> {
    let text = clean(text);
    if text.chars().count() > longest {
        return Err(format!("it is longer than {longest} letters"));
    }
    Ok((!text.is_empty()).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play::notes::{Notes, SetKey};
    use crate::play::player::Player;
    use crate::play::results::Results;
    use crate::play::tests::playbook;

    const SETS: &str = r#"workout "A" <
        back squat 3x5 @ 60kg
        pull-up 2x max
        run 2km
        farmer carry 40m @ 2x24kg
        pull-up 6 @ bodyweight +10kg
        pull-up 6 @ -20kg
        plank 45s @ 10kg
        bench press 3x5
    >"#;

    /// Reads what is typed about the first set of a line.
    fn typed(line: usize, text: &str) -> Result<Noted, String> {
        let playbook = playbook(SETS);
        let player = Player::new(&playbook);
        let results = Results::new(&playbook.asks, Notes::default());
        set(text, &results.set(&player, SetKey { line, set: 0 }).unwrap())
    }

    fn done(amount: Option<i64>, weight: Option<i64>) -> Result<Noted, String> {
        Ok(Noted { amount, weight, mark: Some(Mark::Done), ..Noted::default() })
    }

    #[test]
    fn repetitions_and_loads_are_typed_in_many_ways() {
        let same =
            ["5 x 62.5", "5x62,5kg", "5 × 62.5 kg", "5@62.5", "5 reps @ 62.5kg", "62.5kg x 5", " 5, 62.5kg"];
        for text in same {
            assert_eq!(typed(0, text), done(Some(5000), Some(62_500)), "{text}");
        }
        assert_eq!(typed(0, "4"), done(Some(4000), None));
        assert_eq!(typed(0, "0"), done(Some(0), None));
        assert_eq!(typed(0, "x 55"), done(None, Some(55_000)));
        assert_eq!(typed(0, "55kg"), done(None, Some(55_000)));
    }

    #[test]
    fn effort_pulse_time_and_a_remark_follow() {
        let noted = typed(0, "5 x 60 rpe 8.5 \"slow  \"").unwrap();
        assert_eq!((noted.rpe, noted.remark.as_deref()), (Some(8500), Some("slow")));
        assert_eq!(typed(0, "5 @ 60kg and rir 2").unwrap().rpe, Some(8000));
        let run = typed(2, "2km in 9:32 at 150bpm");
        assert!(run.is_err(), "`at` is unknown: {run:?}");
        let run = typed(2, "2km in 9:32, 150 bpm").unwrap();
        assert_eq!((run.amount, run.ms, run.bpm), (Some(2000), Some(572_000), Some(150)));
        assert_eq!(typed(2, "in 10min").unwrap().ms, Some(600_000));
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        let playbook = playbook(SETS);
        let player = Player::new(&playbook);
        let results = Results::new(&playbook.asks, Notes::default());
        let mut shown = Vec::new();
        for key in results.keys() {
            let view = results.set(&player, key).unwrap();
            let text = set_as_typed(&view);
            shown.push(text.clone());
            if view.amount.is_some() {
                let read = set(&text, &view).unwrap_or_else(|why| panic!("`{text}`: {why}"));
                assert_eq!((read.amount, read.weight), (view.amount, view.weight), "{text}");
            }
            assert!(set(&example(&view), &view).is_ok(), "`{}` is an example", example(&view));
        }
        shown.dedup();
        assert_eq!(shown, ["5 x 60kg", "", "2km", "40m x 24kg", "6 x 10kg", "6 x 20kg", "45s x 10kg", "5"]);
    }

    #[test]
    fn loads_are_known_with_what_is_before_them() {
        assert_eq!(typed(3, "40m x 2x24kg"), done(Some(40_000), Some(24_000)));
        assert_eq!(typed(4, "6 @ bodyweight +12.5kg"), done(Some(6000), Some(12_500)));
        assert_eq!(typed(4, "6 x bw + 12.5"), done(Some(6000), Some(12_500)));
        assert_eq!(typed(5, "8 @ -15kg"), done(Some(8000), Some(15_000)));
        assert_eq!(typed(6, "1:10 x 10"), done(Some(70_000), Some(10_000)));
    }

    #[test]
    fn what_was_missed_or_skipped_has_a_word() {
        assert_eq!(typed(0, "missed").unwrap().mark, Some(Mark::Missed));
        let missed = typed(0, "missed @ 65").unwrap();
        assert_eq!((missed.mark, missed.weight), (Some(Mark::Missed), Some(65_000)));
        assert_eq!(typed(0, "Skipped \"knee\"").unwrap().mark, Some(Mark::Left));
    }

    #[test]
    fn a_remark_leaves_missed_what_was_missed() {
        let playbook = playbook(SETS);
        let player = Player::new(&playbook);
        let mut results = Results::new(&playbook.asks, Notes::default());
        let key = SetKey { line: 0, set: 0 };
        for mark in [Mark::Missed, Mark::Left] {
            results.note(key, |noted| noted.mark = Some(mark));
            let read = |text| set(text, &results.set(&player, key).unwrap()).map(|noted| noted.mark);
            assert_eq!(read("rpe 9"), Ok(Some(mark)));
            assert_eq!(read("\"left knee\""), Ok(Some(mark)));
            assert_eq!(read("4"), Ok(Some(Mark::Done)));
        }
    }

    #[test]
    fn minutes_are_a_time() {
        assert_eq!(typed(6, "2min"), done(Some(120_000), None));
        assert_eq!(typed(6, "1.5 min x 10"), done(Some(90_000), Some(10_000)));
        assert!(typed(0, "2min").is_err() && typed(6, "99999min").is_err());
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_a_reason() {
        let why = |line, text| typed(line, text).expect_err(text);
        let all = [
            (0, "abc"),
            (0, "60 x"),
            (0, "5@"),
            (0, "5 60"),
            (0, "5 x abc"),
            (0, "5 x 60 x 60"),
            (0, "2.5 x 60"),
            (0, "5 x 62.5lb"),
            (0, "5 x 99999"),
            (0, "5 x 0"),
            (0, "60 x 5"),
            (0, "5 rpe"),
            (0, "5 rpe 11"),
            (0, "5 rpe 8.3"),
            (0, "5 rpe 60kg"),
            (0, "5 x 100 bpm"),
            (0, "-5"),
            (0, "5 in 1:00"),
            (0, "missed 5"),
            (0, "skipped 5"),
            (0, "5s"),
            (1, ""),
            (1, "rpe 9"),
            (1, "9 x 20"),
            (2, "2km in"),
            (2, "2km in 9"),
            (2, "2km 900bpm"),
            (0, "1e3"),
            (0, "5 x ∞"),
            (0, "🏋️"),
            (6, "1:75"),
        ];
        let told: Vec<String> =
            all.iter().map(|(line, text)| format!("{text:12} {}", why(*line, text))).collect();
        insta::assert_snapshot!(told.join("\n"));
    }

    #[test]
    fn scores_scales_and_notes_are_read_or_refused() {
        let rounds = |text| score(text, false).map(|noted| (noted.rounds, noted.reps));
        assert_eq!(rounds("7 + 12"), Ok((Some(7), Some(12))));
        assert_eq!(rounds("7+12"), Ok((Some(7), Some(12))));
        assert_eq!(rounds("7 rounds"), Ok((Some(7), None)));
        assert_eq!(rounds(" "), Ok((None, None)));
        for bad in ["7 +", "x", "7 + 12 + 3", "10000", "-1", "++1"] {
            assert!(rounds(bad).is_err(), "{bad}");
        }
        assert_eq!(score("4:32", true).map(|noted| noted.ms), Ok(Some(272_000)));
        assert!(score("4.32", true).is_err());
        let felt = Scale { word: "felt", least: 1, most: 10 };
        assert_eq!([scale("7", felt), scale("", felt)], [Ok(Some(7)), Ok(None)]);
        assert!(["0", "11", "7.5", "x"].iter().all(|text| scale(text, felt).is_err()));
        assert_eq!(note(" a\tb "), Ok(Some("a b".to_owned())));
        assert!(note(&"a".repeat(LONGEST_NOTE + 1)).is_err());
    }
}
