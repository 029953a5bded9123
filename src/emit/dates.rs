//! How dates are written in print.

use crate::date::Date;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Writes a date beside others: `5 Jan`.
pub fn short_date(date: Date) -> String {
    format!("{} {}", date.day(), MONTHS[usize::from(u8::from(date.month())) - 1])
}

/// Writes a date by itself: `5 Jan 2026`.
pub fn long_date(date: Date) -> String {
    format!("{} {}", short_date(date), date.year())
}
