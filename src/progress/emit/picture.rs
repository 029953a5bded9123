//! A picture as SVG, which the page and the sheet share. It is drawn in the colour of the text around it.

use std::fmt::Write as _;

use super::plot::{Plot, PlotKind};
use crate::date::Date;
use crate::emit::dates::long_date;
use crate::emit::json::Thousandths;

/// The size of a picture, in its own units, which are scaled to the page.
const WIDTH: i64 = 360;
const HEIGHT: i64 = 120;
/// Where the figures are drawn: to the left are those at the bottom and the top, below are the days.
const LEFT: i64 = 64;
const RIGHT: i64 = WIDTH - 8;
const TOP: i64 = 10;
const BOTTOM: i64 = HEIGHT - 20;
/// Up to so many figures each has a point of its own; more would run together.
const MOST_POINTS: usize = 60;
/// The widest bar, in thousandths.
const WIDEST_BAR: i64 = 16_000;
/// How far the line of what was planned goes beyond its bar on each side, in thousandths.
const BEYOND: i64 = 2_500;

/// Returns what the `viewBox` of a picture is.
pub fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}

/// Returns a whole document with a picture.
#[cfg(feature = "pdf")]
pub fn document(plot: &Plot) -> String {
    // The fonts of the sheet, which the pictures on it have to name themselves.
    let fonts = "Noto Sans, Noto Sans Math";
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         font-family=\"{fonts}\">{}</svg>",
        view_box(),
        contents(plot)
    )
}

/// Returns what is in the `svg` element of a picture: two axes, what is at their ends, and a line or bars.
pub fn contents(plot: &Plot) -> String {
    let [(first, _), .., (last, _)] = plot.points.as_slice() else { return String::new() };
    let (bottom, top) = &plot.written_bounds;
    let mut out = format!(
        "<path d=\"M{LEFT} {TOP}V{BOTTOM}H{RIGHT}\" fill=\"none\" stroke=\"currentColor\"/>\
         <g fill=\"currentColor\" font-size=\"11\">"
    );
    text(&mut out, (LEFT - 6, TOP + 4), true, top);
    text(&mut out, (LEFT - 6, BOTTOM), true, bottom);
    text(&mut out, (LEFT, HEIGHT - 5), false, &long_date(*first));
    text(&mut out, (RIGHT, HEIGHT - 5), true, &long_date(*last));
    out += "</g>";
    match plot.kind {
        PlotKind::Line => line(plot, &mut out),
        PlotKind::Bars => bars(plot, &mut out),
    }
    out
}

/// Draws a text that begins at a place, or ends there.
fn text(out: &mut String, (x, y): (i64, i64), ends: bool, text: &str) {
    let anchor = if ends { " text-anchor=\"end\"" } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>");
}

fn line(plot: &Plot, out: &mut String) {
    let steps = ((RIGHT - LEFT) * 1000, (BOTTOM - TOP) * 1000);
    let place = |&(day, figure): &(Date, i64)| {
        let x = LEFT * 1000 + plot.along(day, steps.0);
        let y = BOTTOM * 1000 - plot.height(figure, steps.1);
        (Thousandths(x).to_string(), Thousandths(y).to_string())
    };
    let places: Vec<(String, String)> = plot.points.iter().map(place).collect();
    let joined: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let _ = write!(
        out,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        joined.join(" ")
    );
    if places.len() <= MOST_POINTS {
        for (x, y) in &places {
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"2.5\" fill=\"currentColor\"/>");
        }
    }
}

fn bars(plot: &Plot, out: &mut String) {
    let room = (RIGHT - LEFT) * 1000;
    let count = i64::try_from(plot.points.len()).unwrap_or(i64::MAX).max(1);
    let width = (room / count * 8 / 10).clamp(1, WIDEST_BAR);
    let tall = |figure| plot.height(figure, (BOTTOM - TOP) * 1000);
    // The first and the last bar stay within the axes.
    let left = |day| LEFT * 1000 + plot.along(day, room - width);
    for &(day, figure) in &plot.points {
        let (x, height) = (left(day), tall(figure));
        let (y, x) = (Thousandths(BOTTOM * 1000 - height), Thousandths(x));
        let (width, height) = (Thousandths(width), Thousandths(height));
        let _ = write!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"currentColor\"/>"
        );
    }
    for (&(day, _), &planned) in plot.points.iter().zip(&plot.planned) {
        let (x, y) = (Thousandths(left(day) - BEYOND), Thousandths(BOTTOM * 1000 - tall(planned)));
        let length = Thousandths(width + 2 * BEYOND);
        let _ = write!(out, "<path d=\"M{x} {y}h{length}\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");
    }
}
