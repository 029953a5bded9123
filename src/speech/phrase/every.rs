//! Send-offs: `every 1:45`, `on 1:45`, `on the minute`, `@ 1:45 send-off`.

use super::{Ahead, Phrase};

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let end_and_time = if ahead.is_word(0, &["every", "on"]) {
        led(ahead)
    } else if ahead.is_sign(0, '@') || ahead.is_word(0, &["at"]) {
        send_off(ahead, 1)
    } else {
        send_off(ahead, 0)
    };
    let (end, time) = end_and_time?;
    Some((end, vec![Phrase::Every(time)]))
}

/// Reads `every 1:45` and `on 1:45`.
fn led(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    let at = ahead.skip(1, &[&["the"]]);
    if at == 2 && ahead.is_word(at, &["minute", "min"]) {
        return Some((at + 1, "1min".to_owned()));
    }
    let (end, amount) = ahead.amount(at)?;
    amount.is_time().then(|| (skip_send_off(ahead, end).unwrap_or(end), amount.text))
}

/// Reads `1:45 send-off`.
fn send_off(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let (end, amount) = ahead.amount(at)?;
    let end = skip_send_off(ahead, end)?;
    amount.is_time().then_some((end, amount.text))
}

fn skip_send_off(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    if ahead.is_word(at, &["send-off", "sendoff", "send-offs", "interval"]) {
        return Some(at + 1);
    }
    (ahead.is_word(at, &["send"]) && ahead.is_word(at + 1, &["off"])).then_some(at + 2)
}
