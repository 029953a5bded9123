//! The strip as a picture for paper: work is tall and dark, and taller and darker the harder it is, where anything says
//! so; rest is low and hatched, a change is a line. So it reads without colour too.

use maud::{Markup, html};

use crate::emit::player::model::Playbook;
use crate::emit::strip::{Strip, StripIntensity, StripKind, StripPart};

/// The width of the drawing, in its own units.
const WIDTH: i64 = 1000;
/// Where the bars begin, from the top: above them are the blocks' names, below them is the time.
const TOP: i64 = 16;
/// The height of work.
const TALL: i64 = 34;
/// The heights of moderate work and of work that says not how hard it is, and of easy work, beside hard work.
const MIDDLE: i64 = 25;
const LOWER: i64 = 16;
/// The height of rest.
const LOW: i64 = 17;
/// The height of rest beside easy work.
const LOWEST: i64 = 8;
/// The height of a change.
const LINE: i64 = 5;
/// The height of the whole drawing.
const HEIGHT: i64 = TOP + TALL + 20;
/// About how wide a letter of a block's name is.
const LETTER: i64 = 7;
/// The least room between two times below the strip.
const BETWEEN_TIMES: i64 = 60;
/// The least room on a phone, whose letters are larger beside the drawing.
const BETWEEN_TIMES_ON_A_PHONE: i64 = 170;
/// The steps in which times are written, in minutes: the first that leaves room is taken.
const STEPS_MIN: [i64; 8] = [1, 2, 5, 10, 15, 30, 60, 120];
const MINUTE_MS: i64 = 60_000;

/// Returns the strip of a workout. None where nothing takes time.
pub fn strip(playbook: &Playbook) -> Option<Markup> {
    let strip = &playbook.strip;
    let length_ms = strip.length_ms;
    if length_ms <= 0 {
        return None;
    }
    let at = |ms: i64| at(ms, length_ms);
    let says_how_hard = says_how_hard(strip);
    Some(html! {
        svg .strip viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(strip.told(playbook.estimated)) {
            defs {
                pattern #hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    path .hatch d="M0 0V6" {}
                }
            }
            @for part in &strip.parts {
                @let (class, high) = look(part, says_how_hard);
                rect class=(class) x=(thousandths(at(part.start_ms)))
                    width=(thousandths(at(part.start_ms + part.length_ms) - at(part.start_ms)))
                    y=(TOP + TALL - high) height=(high) {}
            }
            @for (name, start_ms, end_ms) in blocks(playbook) {
                path .edge d={ "M" (thousandths(at(start_ms))) " 4V" (TOP + TALL) } {}
                @if let Some(name) = fitting(&name, (at(end_ms) - at(start_ms)) / 1000) {
                    text .block x=(thousandths(at(start_ms) + 4000)) y=(TOP - 5) { (name) }
                }
            }
            path .edge d={ "M0 " (TOP + TALL) "H" (WIDTH) } {}
            @let on_a_phone = minutes(length_ms, BETWEEN_TIMES_ON_A_PHONE);
            @for minute in minutes(length_ms, BETWEEN_TIMES) {
                @let x = at(minute * MINUTE_MS);
                path .edge d={ "M" (thousandths(x)) " " (TOP + TALL) "v4" } {}
                text .time.fine[!on_a_phone.contains(&minute)] x=(thousandths(x)) y=(HEIGHT - 3) text-anchor=(if minute == 0 { "start" } else { "middle" }) {
                    (minute) @if minute == 0 { " min" }
                }
            }
        }
        @if says_how_hard { (key(playbook)) }
    })
}

/// Tells whether any work of a strip says how hard it is.
fn says_how_hard(strip: &Strip) -> bool {
    strip.parts.iter().any(|part| part.intensity.is_some())
}

/// Returns the class and the height of a part. `says_how_hard` is whether any work of the strip says so.
fn look(part: &StripPart, says_how_hard: bool) -> (&'static str, i64) {
    match (part.kind, part.intensity) {
        (StripKind::Work, Some(StripIntensity::Hard)) => ("work", TALL),
        (StripKind::Work, Some(StripIntensity::Moderate)) => ("work moderate", MIDDLE),
        (StripKind::Work, Some(StripIntensity::Easy)) => ("work easy", LOWER),
        (StripKind::Work, None) if says_how_hard => ("work unsaid", MIDDLE),
        (StripKind::Work, None) => ("work", TALL),
        (StripKind::Rest, _) => ("rest", if says_how_hard { LOWEST } else { LOW }),
        (StripKind::Change, _) => ("change", LINE),
    }
}

/// Returns what the heights mean, and how long each is. The drawing itself tells it to those who do not see it.
fn key(playbook: &Playbook) -> Markup {
    html! {
        p .heights aria-hidden="true" {
            @for (intensity, time) in playbook.strip.intensities(playbook.estimated) {
                @let name = intensity.map_or("other work", StripIntensity::name);
                span { i class=(intensity.map_or("unsaid", StripIntensity::name)) {} (name) " " (time) }
                " "
            }
        }
    }
}

/// Returns the place of a moment, in thousandths of the drawing's unit.
fn at(ms: i64, length_ms: i64) -> i64 {
    // A workout's milliseconds are bounded by its timeline, well below where this could overflow.
    ms.saturating_mul(WIDTH * 1000) / length_ms
}

/// Writes thousandths of a unit without needless digits.
fn thousandths(value: i64) -> String {
    let text = format!("{}.{:03}", value / 1000, value % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns the outermost parts that follow each other, each with its name, start and end.
fn blocks(playbook: &Playbook) -> Vec<(String, i64, i64)> {
    let mut blocks: Vec<(String, i64, i64)> = Vec::new();
    for stage in &playbook.stages {
        let name = stage.parts.first().cloned().unwrap_or_default();
        let end_ms = stage.start_ms + stage.duration_ms;
        match blocks.last_mut() {
            Some((last, _, last_end)) if *last == name => *last_end = end_ms,
            _ => blocks.push((name, stage.start_ms, end_ms)),
        }
    }
    blocks
}

/// Returns as much of a name as has room, where that is enough to tell what it is.
fn fitting(name: &str, room: i64) -> Option<String> {
    /// Fewer letters tell nothing.
    const FEWEST: usize = 3;
    let letters = usize::try_from(room / LETTER).unwrap_or(0).saturating_sub(1);
    if name.chars().count() <= letters {
        return Some(name.to_owned()).filter(|name| !name.is_empty());
    }
    (letters > FEWEST).then(|| name.chars().take(letters - 1).chain(['…']).collect())
}

/// Returns the minutes that are written below the strip, each with so much room.
fn minutes(length_ms: i64, between: i64) -> Vec<i64> {
    let all = length_ms / MINUTE_MS;
    let room = |step: i64| at(step * MINUTE_MS, length_ms) / 1000 >= between;
    let longest = STEPS_MIN[STEPS_MIN.len() - 1];
    let step = STEPS_MIN.into_iter().find(|&step| room(step)).unwrap_or_else(|| {
        // Of a workout of days, every so many hours.
        longest * (between * length_ms / (WIDTH * longest * MINUTE_MS) + 1)
    });
    // The last would stick out.
    (0..=all)
        .step_by(usize::try_from(step).unwrap_or(1))
        .filter(|minute| at(minute * MINUTE_MS, length_ms) <= 985_000)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN_TIMES, BETWEEN_TIMES_ON_A_PHONE, fitting, minutes as written, thousandths};

    #[test]
    fn places_are_written_without_needless_digits() {
        assert_eq!([0, 1000, 1500, 12_040].map(thousandths), ["0", "1", "1.5", "12.04"]);
    }

    #[test]
    fn a_name_without_room_is_shortened_and_then_left_out() {
        assert_eq!(fitting("Warm-up", 100).as_deref(), Some("Warm-up"));
        assert_eq!(fitting("Warm-up", 45).as_deref(), Some("Warm…"));
        assert_eq!(fitting("Warm-up", 20), None);
        assert_eq!(fitting("", 100), None);
    }

    #[test]
    fn times_below_the_strip_have_room() {
        let minutes = |length_ms| written(length_ms, BETWEEN_TIMES);
        assert_eq!(minutes(10 * 60_000), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(minutes(60 * 60_000), [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]);
        assert_eq!(minutes(20_000), [0]);
        assert!(minutes(30 * 24 * 60 * 60_000).len() < 20);
    }

    #[test]
    fn on_a_phone_fewer_of_the_same_times_are_written() {
        for length in [1, 5, 10, 14, 26, 45, 60, 74, 90, 150, 300, 3000] {
            let all = written(length * 60_000, BETWEEN_TIMES);
            let few = written(length * 60_000, BETWEEN_TIMES_ON_A_PHONE);
            let shown = few.iter().filter(|minute| all.contains(minute)).count();
            assert!(shown >= 2.min(all.len()), "{length} min: {all:?}, {few:?}");
        }
    }
}
