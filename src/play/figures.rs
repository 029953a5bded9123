//! Figures and texts as athletes type them, and as a results file spells them. The page reads and writes the same.

use crate::emit::player::model::Measure;
use crate::emit::written;
use crate::quantity::{clock, clock_to_the_second, to_the_second};

use super::notes::LONGEST_MS;

/// From here on a time is spelled in minutes.
const MINUTE_MS: i64 = 60_000;
/// The most figures before the point, and behind it.
const MOST_BEFORE: usize = 6;
const MOST_BEHIND: usize = 3;

/// Spells thousandths as a figure: `62.5`; a time of a minute or more as `1:30`.
pub fn plain(measure: &Measure, milli: i64) -> String {
    let is_clock = measure.unit == "s" && milli >= MINUTE_MS && milli % 1000 == 0;
    if is_clock { clock(milli) } else { written::plain(milli) }
}

/// Spells a figure for people, with what it is in: `62.5 kg`, `10 reps`, `1:30`.
pub fn said(measure: &Measure, milli: i64) -> String {
    let figure = plain(measure, milli);
    match measure.unit {
        "s" if figure.contains(':') => figure,
        "s" => format!("{figure} s"),
        _ => format!("{figure} {}", measure.name),
    }
}

/// Spells a time to the second: `1:32`, `1:02:10`.
pub fn time(ms: i64) -> String {
    clock_to_the_second(ms)
}

/// Rounds what a clock measured to whole seconds, at least one.
pub fn measured(ms: i64) -> i64 {
    to_the_second(ms).max(1000)
}

/// Reads a figure in thousandths; none if it can't be written down.
pub fn read(measure: &Measure, typed: &str) -> Option<i64> {
    let text = typed.trim().replacen(',', ".", 1);
    let as_clock = if measure.unit == "s" { of_clock(&text) } else { None };
    let milli = as_clock.or_else(|| thousandths(&text))?;
    let is_fit = (measure.least..=measure.most).contains(&milli) && (!measure.whole || milli % 1000 == 0);
    is_fit.then_some(milli)
}

/// Reads a figure such as `62.5` in thousandths.
pub fn thousandths(text: &str) -> Option<i64> {
    let is_figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
    let is_figure = (1..=MOST_BEFORE).contains(&whole.len())
        && behind.len() <= MOST_BEHIND
        && is_figures(whole)
        && is_figures(behind);
    if !is_figure {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 1000 + format!("{behind:0<3}").parse::<i64>().ok()?)
}

/// Reads `1:30` or `1:02:03` in milliseconds.
pub fn of_clock(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [minutes, seconds] => ("0", minutes, seconds),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let figure = |text: &str, most: usize| {
        let is_it = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_it { text.parse::<i64>().ok() } else { None }
    };
    let seconds = figure(seconds, 2).filter(|&found| seconds.len() == 2 && found < 60)?;
    let ms = ((figure(hours, 2)? * 60 + figure(minutes, 3)?) * 60 + seconds) * 1000;
    (1..=LONGEST_MS).contains(&ms).then_some(ms)
}

/// Returns a text on one line, without what editors do not show.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut in_blanks = false;
    for sign in text.chars() {
        let is_blank = sign.is_whitespace() || sign == '\u{feff}';
        if is_blank && !in_blanks {
            cleaned.push(' ');
        }
        if !is_blank && !is_hidden(sign) {
            cleaned.push(sign);
        }
        in_blanks = is_blank;
    }
    cleaned.trim().to_owned()
}

fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPS: Measure =
        Measure { before: "", unit: "", name: "reps", step: 1000, least: 0, most: 100_000_000, whole: true };
    const KILOGRAMS: Measure =
        Measure { before: "", unit: "kg", name: "kg", step: 2500, least: 1, most: 2_000_000, whole: false };
    const TIME: Measure =
        Measure { before: "", unit: "s", name: "time", step: 1000, least: 1, most: LONGEST_MS, whole: false };

    #[test]
    fn figures_that_nobody_can_write_down_are_refused() {
        // The page's tests have the same.
        let of = |measure, texts: &[&str]| texts.iter().map(|text| read(measure, text)).collect::<Vec<_>>();
        let typed = ["5", " 12 ", "0", "2.5", "-1", "1e3", "", "9999999", "x"];
        assert_eq!(
            of(&REPS, &typed),
            [Some(5000), Some(12_000), Some(0), None, None, None, None, None, None]
        );
        let typed = ["62,5", "62.5", "0", "2001", "∞"];
        assert_eq!(of(&KILOGRAMS, &typed), [Some(62_500), Some(62_500), None, None, None]);
        let typed = ["1:30", "90", "1:02:03", "1:75", ":"];
        assert_eq!(of(&TIME, &typed), [Some(90_000), Some(90_000), Some(3_723_000), None, None]);
    }

    #[test]
    fn times_are_rounded_to_the_second() {
        assert_eq!([1_499, 1_500, 59_600].map(time), ["0:01", "0:02", "1:00"]);
        assert_eq!([0, 400, 1_500].map(measured), [1000, 1000, 2000]);
    }

    #[test]
    fn texts_are_on_one_line_and_hide_nothing() {
        assert_eq!(clean(" a\n\tb\u{2028}c "), "a b c");
        assert_eq!(clean("\u{202e}turned\u{0}\u{7}"), "turned");
        assert_eq!(clean("🏋️‍♀️ שלום"), "🏋️‍♀️ שלום");
    }
}
