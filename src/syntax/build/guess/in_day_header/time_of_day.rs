//! `monday 6am < … >`, `monday afternoon < … >`: a time of day in other words.

use crate::date;
use crate::diagnostic::{Choice, Rule};
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    stray.around.name?;
    let text = stray.text().to_lowercase();
    let text = text.strip_prefix("at ").unwrap_or(&text).replace(' ', "");
    let meant = match &*text {
        "am" | "mornings" => "morning".to_owned(),
        "night" | "tonight" | "evenings" => "evening".to_owned(),
        "pm" | "afternoon" | "afternoons" | "noon" | "midday" | "lunch" | "lunchtime" => {
            let message = format!("`{}` is not a time of day here", stray.text());
            let help = "write the time, such as `13:00`, `morning` or `evening`; without a word it is between these two";
            let delete = Choice::delete(stray.file, stray.place);
            return Some(Guess::new(Rule::KeywordForm, stray.place, message).help(help).choices([delete]));
        }
        clock => clock_of(clock)?,
    };
    let message = format!("`{}` is written `{meant}`", stray.text());
    Some(Guess::new(Rule::KeywordForm, stray.place, message).fix(stray.place, meant))
}

/// Reads `6am`, `6:30pm`, `6.30am`.
fn clock_of(text: &str) -> Option<String> {
    let (clock, is_late) = match text.strip_suffix("pm") {
        Some(clock) => (clock, true),
        None => (text.strip_suffix("am")?, false),
    };
    let clock = clock.replace('.', ":");
    let whole = if clock.contains(':') { clock } else { format!("{clock}:00") };
    let time = date::read_time(&whole)?;
    let hour = match (time.hour(), is_late) {
        (12, late) => if late { 12 } else { 0 },
        (hour @ 1..12, late) => hour + if late { 12 } else { 0 },
        _ => return None,
    };
    Some(format!("{hour:02}:{:02}", time.minute()))
}

#[cfg(test)]
mod tests {
    use super::{clock_of, guess};
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn clocks_with_half_days_are_understood() {
        let meant = |text| clock_of(text).unwrap_or_default();
        assert_eq!(meant("6am"), "06:00");
        assert_eq!(meant("6:30pm"), "18:30");
        assert_eq!(meant("12am"), "00:00");
        assert_eq!(meant("12.15pm"), "12:15");
        for text in ["13pm", "0am", "6", "pm", "6:75am", ""] {
            assert_eq!(meant(text), "", "{text}");
        }
    }

    #[test]
    fn a_time_is_written_as_on_a_clock() {
        assert_eq!(told(guess, "monday «6am» < run 5km >"), "monday 06:00 < run 5km >");
        assert_eq!(told(guess, "monday «night» < run 5km >"), "monday evening < run 5km >");
        assert!(told(guess, "monday «afternoon» < run 5km >").contains("13:00"));
        assert_eq!(told(guess, "monday «hard» < run 5km >"), "");
    }
}
