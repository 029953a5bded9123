//! A block's header, from its phrases in any order to the language's order.

use super::amount::{self, Amount, amount, ratio};
use super::once;
use super::step::Piece;
use super::token::{Kind, Token};

/// What a header says.
#[derive(Debug, Default)]
struct Header {
    kind: Option<&'static str>,
    title: Option<String>,
    time: Option<String>,
    /// How often the clock sends off, in seconds.
    every: Option<(String, u64)>,
    /// How long it goes on altogether, in seconds.
    lasts: Option<u64>,
    rounds: Option<String>,
    ladder: Option<String>,
    work: Option<(String, Option<String>)>,
    rest: Option<(String, Option<&'static str>)>,
    cap: Option<String>,
    others: Vec<String>,
}

/// First words of blocks, and the words for them.
const KINDS: [(&[&str], &str); 13] = [
    (&["circuit"], "circuit"),
    (&["superset", "superset:"], "superset"),
    (&["amrap"], "amrap"),
    (&["emom"], "emom"),
    (&["tabata"], "tabata"),
    (&["warmup"], "warmup"),
    (&["wu"], "warmup"),
    (&["warm-up"], "warm-up"),
    (&["cooldown"], "cooldown"),
    (&["cd"], "cooldown"),
    (&["cool-down"], "cool-down"),
    (&["section"], "section"),
    (&["rft"], "for time"),
];

/// Signs that only part phrases.
const PARTING: [char; 7] = [',', ':', '-', '–', '(', ')', '/'];

/// Reads a header. None where any word or figure of it is not understood.
pub(super) fn header(tokens: &[Token<'_>]) -> Option<Vec<Piece>> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    // `A) EMOM 10`.
    let label = if first.kind == Kind::Word { super::step::label(tokens) } else { 0 };
    let tokens = tokens.get(label..).filter(|behind| !behind.is_empty())?;
    if let Some((end, word)) = beside_rounds(tokens)
        && tokens[end..].iter().all(|token| token.is_sign(':'))
    {
        return Some(vec![Piece { text: word.to_owned(), from: first.span.to(last.span) }]);
    }
    let mut header = Header::default();
    let mut at = 0;
    while at < tokens.len() {
        at += header.read(&tokens[at..])?;
    }
    let from = first.span.to(last.span);
    Some(vec![Piece { text: header.written()?, from }])
}

/// Reads `buy-in`, `buy in`, `buyin`, `cash out`: where it ends, and how it is spelt.
pub(super) fn beside_rounds(tokens: &[Token<'_>]) -> Option<(usize, &'static str)> {
    match tokens {
        [one, ..] if one.is_word(&["buy-in", "buyin"]) => Some((1, "buy-in")),
        [one, ..] if one.is_word(&["cash-out", "cashout", "buy-out", "buyout"]) => Some((1, "cash-out")),
        [one, two, ..] if one.is_word(&["buy"]) && two.is_word(&["in"]) => Some((2, "buy-in")),
        [one, two, ..] if one.is_word(&["cash", "buy"]) && two.is_word(&["out"]) => Some((2, "cash-out")),
        _ => None,
    }
}

/// Tells whether a word of tokens is one of these.
fn is(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(words))
}

fn is_times(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Times)
}

impl Header {
    /// Reads the phrase that comes next. Returns how many tokens it is.
    fn read(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let first = tokens.first()?;
        if first.kind == Kind::Text {
            return once(&mut self.title, first.text.to_owned()).map(|()| 1);
        }
        self.kind(tokens)
            .or_else(|| self.every(tokens))
            .or_else(|| self.cap(tokens))
            .or_else(|| self.rests(tokens))
            .or_else(|| self.work(tokens))
            .or_else(|| self.ladder(tokens))
            .or_else(|| self.rounds(tokens))
            .or_else(|| self.time(tokens))
            .or_else(|| self.other(tokens))
    }

    fn kind(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let (kind, length) = if is(tokens, 0, &["for"]) && is(tokens, 1, &["time"]) {
            ("for time", 2)
        } else if is(tokens, 0, &["warm"]) && is(tokens, 1, &["up"]) {
            ("warm up", 2)
        } else if is(tokens, 0, &["cool"]) && is(tokens, 1, &["down"]) {
            ("cool down", 2)
        } else {
            (KINDS.iter().find(|(said, _)| is(tokens, 0, said))?.1, 1)
        };
        once(&mut self.kind, kind)?;
        Some(length)
    }

    /// Reads `every 2min for 20min`, `every 2:00 x 5`, `e2mom 20`.
    fn every(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let first = tokens.first()?;
        let lower = first.text.to_ascii_lowercase();
        if let Some(minutes) = lower.strip_prefix('e').and_then(|rest| rest.strip_suffix("mom"))
            && let Ok(number) = minutes.parse::<u64>()
            && first.kind == Kind::Word
        {
            once(&mut self.every, (format!("{number}min"), number.checked_mul(60)?))?;
            return Some(1);
        }
        if !first.is_word(&["every"]) {
            return None;
        }
        if is(tokens, 1, &["minute", "min"]) {
            once(&mut self.every, ("1min".to_owned(), 60))?;
            let is_long = is(tokens, 2, &["on"]) && is(tokens, 3, &["the"]) && is(tokens, 4, &["minute"]);
            return Some(if is_long { 5 } else { 2 });
        }
        let (length, time) = amount(&tokens[1..]).filter(|(_, time)| time.is_time())?;
        once(&mut self.every, (time.text.clone(), seconds(&time)?))?;
        Some(1 + length)
    }

    /// Reads `cap 20`, `time cap 18 min`, `20 min cap`.
    fn cap(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let from = usize::from(is(tokens, 0, &["time"]) && is(tokens, 1, &["cap"]));
        if is(tokens, from, &["cap", "timecap"]) {
            let at = from + 1 + usize::from(tokens.get(from + 1).is_some_and(|one| one.is_sign(':')));
            let at = at + usize::from(is(tokens, at, &["of"]));
            let (length, time) = amount(tokens.get(at..)?)?;
            once(&mut self.cap, in_minutes(&time)?)?;
            return Some(at + length);
        }
        let (length, time) = amount(tokens).filter(|(_, time)| time.is_time())?;
        let at = length + usize::from(is(tokens, length, &["time"]));
        if !is(tokens, at, &["cap"]) {
            return None;
        }
        once(&mut self.cap, time.text)?;
        Some(at + 1)
    }

    /// Reads `rest 90s between rounds`, `90s rest between`, `1:1 rest between rounds`.
    fn rests(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let from = usize::from(is(tokens, 0, &["with"]));
        let led = is(tokens, from, &["rest"]);
        let at = from + usize::from(led);
        // `rest walk 3min between rounds`.
        let moving = || {
            let name = tokens.get(at).filter(|name| led && name.kind == Kind::Word)?;
            let (length, way) = amount(tokens.get(at + 1..)?).filter(|(_, way)| way.is_way_or_time())?;
            Some((1 + length, format!("{} {}", name.text, way.text)))
        };
        let (length, rest) = ratio(&tokens[at..])
            .or_else(|| {
                amount(&tokens[at..]).filter(|(_, time)| time.is_time()).map(|(n, time)| (n, time.text))
            })
            .or_else(moving)?;
        let mut end = at + length;
        if !led {
            is(tokens, end, &["rest", "recovery"]).then_some(())?;
            end += 1;
        }
        let between = is(tokens, end, &["between", "btw", "after"]);
        let mut what = None;
        if between {
            end += 1;
            end += usize::from(is(tokens, end, &["each", "every", "the"]));
            what = match () {
                () if is(tokens, end, &["rounds", "round", "sets", "set"]) => Some("rounds"),
                () if is(tokens, end, &["movements", "movement", "exercises", "exercise", "stations"]) => {
                    Some("movements")
                }
                () => None,
            };
            end += usize::from(what.is_some());
            what = what.or(Some("rounds"));
        }
        once(&mut self.rest, (rest, what))?;
        Some(end)
    }

    /// Reads `40s on 20s off`, `40/20`, `work 40s rest 20s`, `50 sec on / 10 sec off`.
    fn work(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let led = usize::from(is(tokens, 0, &["work"]));
        let (length, work) = amount(tokens.get(led..)?)?;
        let mut at = led + length;
        // `40/20`, `40s/20s`: two figures that a slash parts, in seconds.
        if work.halves || work.figures.contains('/') {
            let (on, off) = work.figures.split_once('/').unwrap_or((&work.figures, &work.figures));
            let unit = match work.unit {
                None => "s",
                Some(_) if work.text.ends_with("min") => "min",
                Some(_) if work.is_time() => "s",
                Some(_) => return None,
            };
            let is_seconds = on.parse::<u32>().is_ok_and(|on| on >= 5 || unit == "min");
            (is_seconds && led == 0).then_some(())?;
            once(&mut self.work, (format!("{on}{unit}"), Some(format!("{off}{unit}"))))?;
            return Some(at);
        }
        let said = is(tokens, at, &["on", "work"]);
        let is_of_each = is(tokens, at, &["each"])
            || is(tokens, at, &["per"]) && is(tokens, at + 1, &["exercise", "movement", "station"]);
        (said || led > 0 || is_of_each && work.is_time()).then_some(())?;
        let work = in_seconds(work)?;
        // `30s each: squat, push-up`.
        if is_of_each {
            let end = at + 1;
            let end = end + usize::from(is(tokens, end, &["exercise", "movement", "station"]));
            once(&mut self.work, (work, None))?;
            return Some(end);
        }
        at += usize::from(said);
        at += tokens[at..].iter().take_while(|one| matches!(one.kind, Kind::Sign('/' | ',' | '-'))).count();
        let led_off = usize::from(is(tokens, at, &["rest"]));
        let (length, off) = amount(tokens.get(at + led_off..)?)?;
        let off = in_seconds(off)?;
        at += led_off + length;
        let said_off = is(tokens, at, &["off", "rest"]) && led_off == 0;
        (said_off || led_off > 0).then_some(())?;
        if is(tokens, at + usize::from(said_off), &["between"]) {
            return None;
        }
        once(&mut self.work, (work, Some(off)))?;
        Some(at + usize::from(said_off))
    }

    /// Reads `21-15-9`, `ladder 21-15-9`.
    fn ladder(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let led = usize::from(is(tokens, 0, &["ladder", "reps"]));
        let mut end = led;
        let mut rungs: Vec<&str> = Vec::new();
        while let Some(rung) = tokens.get(end).filter(|one| one.kind == Kind::Number) {
            rungs.push(rung.text);
            end += 1;
            let more = tokens.get(end).is_some_and(|one| one.is_sign('-') || one.is_sign('–'));
            if !more || tokens.get(end + 1).is_none_or(|next| next.kind != Kind::Number) {
                break;
            }
            end += 1;
        }
        (rungs.len() >= 3).then_some(())?;
        once(&mut self.ladder, rungs.join("-"))?;
        Some(end + usize::from(is(tokens, end, &["reps"])))
    }

    /// Reads `3 rounds`, `rounds 3`, `4 sets of`, `x 5`, `5 times`, `for 3 rounds`, `5 RFT`.
    fn rounds(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let from = usize::from(is(tokens, 0, &["for"]));
        let words = ["rounds", "round", "sets", "set", "times"];
        let number =
            |at: usize| tokens.get(at).filter(|one| one.kind == Kind::Number).map(|one| one.text.to_owned());
        let range = |at: usize| {
            let dash = tokens.get(at + 1).is_some_and(|one| one.is_sign('-') || one.is_sign('–'));
            let (low, high) = (number(at)?, number(at + 2));
            Some(match high.filter(|_| dash) {
                Some(high) => (at + 3, format!("{low}-{high}")),
                None => (at + 1, low),
            })
        };
        if is(tokens, from, &["rounds", "sets"]) {
            let (end, rounds) = range(from + 1)?;
            once(&mut self.rounds, rounds)?;
            return Some(end);
        }
        if is_times(tokens, from) {
            let rounds = number(from + 1)?;
            if amount(&tokens[from + 1..]).is_some_and(|(_, amount)| amount.unit.is_some() || amount.is_clock)
            {
                return None;
            }
            // `emom x 10`: a round a minute.
            match self.kind {
                Some("emom") if !is(tokens, from + 2, &words) => {
                    once(&mut self.time, format!("{rounds}min"))?
                }
                _ => once(&mut self.rounds, rounds)?,
            }
            return Some(from + 2 + usize::from(is(tokens, from + 2, &words)));
        }
        let (end, rounds) = range(from)?;
        let end = end + usize::from(is_times(tokens, end));
        if is(tokens, end, &["rft"]) {
            once(&mut self.rounds, rounds)?;
            return Some(end);
        }
        is(tokens, end, &words).then_some(())?;
        once(&mut self.rounds, rounds)?;
        Some(end + 1 + usize::from(is(tokens, end + 1, &["of"])))
    }

    /// Reads `12 min`, `for 20min`, `x 12 min`; a number alone is minutes where a time belongs.
    fn time(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let led = usize::from(is(tokens, 0, &["for", "in", "of"]) || is_times(tokens, 0));
        let (length, time) = amount(tokens.get(led..)?)?;
        if time.halves || !(time.is_time() || time.unit.is_none()) || time.figures.contains(['/', '-']) {
            return None;
        }
        let is_timed = matches!(self.kind, Some("amrap" | "emom")) || self.every.is_some();
        (time.is_time() || is_timed).then_some(())?;
        if self.every.is_some() {
            once(&mut self.lasts, seconds(&time)?)?;
        } else {
            once(&mut self.time, in_minutes(&time)?)?;
        }
        Some(led + length)
    }

    /// Reads what is written as it is said, and what only parts phrases.
    fn other(&mut self, tokens: &[Token<'_>]) -> Option<usize> {
        let first = tokens.first()?;
        if first.is_word(&["alternating"]) {
            self.others.push("alternating".to_owned());
            return Some(1);
        }
        if first.is_word(&["per", "each"]) && is(tokens, 1, &["side", "leg", "arm"]) {
            self.others.push(format!("per {}", tokens[1].text.to_ascii_lowercase()));
            return Some(2);
        }
        if first.is_word(&["transition", "switch"])
            && let Some((length, time)) = amount(&tokens[1..]).filter(|(_, time)| time.is_time())
        {
            self.others.push(format!("{} {}", first.text.to_ascii_lowercase(), time.text));
            return Some(1 + length);
        }
        if first.is_word(&["until"])
            && let Some(text) = tokens.get(1).filter(|next| next.kind == Kind::Text)
        {
            self.others.push(format!("until {}", text.text));
            return Some(2);
        }
        // A circuit is not against the clock anyway.
        let is_slow = is(tokens, 0, &["for"]) && is(tokens, 1, &["quality"])
            || is(tokens, 0, &["not"]) && is(tokens, 1, &["for"]) && is(tokens, 2, &["time"]);
        if is_slow && matches!(self.kind, None | Some("circuit")) {
            self.kind = Some("circuit");
            return Some(if first.is_word(&["not"]) { 3 } else { 2 });
        }
        // `repeat 8 times`.
        if first.is_word(&["repeat"]) && tokens.get(1).is_some_and(|next| next.kind == Kind::Number) {
            return Some(1);
        }
        let parts = matches!(first.kind, Kind::Sign(sign) if PARTING.contains(&sign));
        // `circuit: 3 rounds of`.
        (parts || first.is_word(&["of"]) && tokens.len() == 1).then_some(1)
    }

    /// Writes the header. None where its parts do not make one.
    fn written(self) -> Option<String> {
        let is_for_time = self.kind == Some("for time");
        let kind = match (self.kind, &self.every) {
            (Some("emom" | "circuit") | None, Some(_)) => "every",
            (Some(_), Some(_)) => return None,
            (Some(kind), None) => kind,
            // `21-15-9 <`: for time, or round by round?
            (None, None) if self.ladder.is_some() => return None,
            (None, None) => "circuit",
        };
        let mut rounds = self.rounds;
        let mut text = kind.to_owned();
        let mut say = |word: &str, what: Option<String>| {
            for part in [Some(word), what.as_deref()].into_iter().flatten().filter(|_| what.is_some()) {
                if !part.is_empty() {
                    text.push(' ');
                    text.push_str(part);
                }
            }
        };
        if let Some((every, seconds)) = self.every {
            if let Some(lasts) = self.lasts {
                // Only whole rounds fill a time.
                (rounds.is_none() && seconds > 0 && lasts % seconds == 0).then_some(())?;
                rounds = Some((lasts / seconds).to_string());
            }
            say("", Some(every));
        }
        say("", self.title);
        say("", self.time);
        // A circuit needs to know how often.
        if kind == "circuit" && rounds.is_none() && self.work.is_none() && self.ladder.is_none() {
            return None;
        }
        if is_for_time && self.work.is_some() {
            return None;
        }
        say("rounds", rounds);
        say("ladder", self.ladder);
        if let Some((work, off)) = self.work {
            say("work", Some(work));
            say("rest", off);
        }
        match self.rest {
            // Between what, only the coach knows.
            Some((_, None)) => return None,
            Some((rest, Some(what))) => say("rest", Some(format!("{rest} between {what}"))),
            None => {}
        }
        say("cap", self.cap);
        for other in self.others {
            say("", Some(other));
        }
        Some(text)
    }
}

/// Returns how long one works or rests, as it is written; a number alone is seconds: `40 on 20 off`.
fn in_seconds(time: Amount) -> Option<String> {
    match () {
        () if time.is_time() => Some(time.text),
        () if time.unit.is_none()
            && !time.halves
            && time.figures.parse::<u32>().is_ok_and(|one| one >= 5) =>
        {
            Some(format!("{}s", time.text))
        }
        () => None,
    }
}

/// Returns a time as it is written; a number alone is minutes.
fn in_minutes(time: &Amount) -> Option<String> {
    match () {
        () if time.is_time() => Some(time.text.clone()),
        () if time.unit.is_none() && !time.halves => Some(format!("{}min", time.text)),
        () => None,
    }
}

/// Returns a time in seconds; a number alone is minutes.
fn seconds(time: &Amount) -> Option<u64> {
    if time.is_clock {
        return amount::seconds(&time.text);
    }
    let number: u64 = time.figures.parse().ok()?;
    match () {
        () if time.text.ends_with("min") || time.unit.is_none() => number.checked_mul(60),
        () if time.text.ends_with('s') => Some(number),
        () if time.text.ends_with('h') => number.checked_mul(3600),
        () => None,
    }
}
