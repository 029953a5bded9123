//! Progress as a page: one self-contained file on which nothing runs, and which prints in black and white.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::plot::{Plot, PlotKind};
use super::report::{Part, Report};
use crate::emit::dates::long_date;
use crate::emit::html::{PLAN_STYLES, policy, table};
use crate::emit::json::Thousandths;

/// What is only on this page.
const STYLE: &str = include_str!("progress.css");

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

/// Writes a report.
pub fn write(report: &Report) -> String {
    let styles: Vec<&str> = PLAN_STYLES.into_iter().chain([STYLE]).collect();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&[], &styles));
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="referrer" content="no-referrer";
                title { (report.title) }
                @for style in &styles { style { (PreEscaped(style)) } }
            }
            body { main { (contents(report)) } }
        }
    };
    page.into_string() + "\n"
}

fn contents(report: &Report) -> Markup {
    html! {
        article .sheet .plan .progress {
            header {
                h1 .title { bdi { (report.title) } }
                p { (report.span) }
            }
            @for section in &report.sections {
                section {
                    h2 { (section.title) }
                    @for one in &section.parts { (part(one)) }
                }
            }
            @for note in &report.notes { p .remark { bdi { (note) } } }
        }
    }
}

fn part(part: &Part) -> Markup {
    html! {
        div .part {
            @if !part.title.is_empty() { h3 { bdi { (part.title) } } }
            @if !part.facts.is_empty() {
                dl .facts {
                    @for (label, text) in &part.facts { div { dt { (label) } dd { bdi { (text) } } } }
                }
            }
            @if !part.table.rows.is_empty() { div .wide { (table(&part.table)) } }
            @if !part.plots.is_empty() {
                div .trends { @for plot in &part.plots { (figure(plot)) } }
            }
        }
    }
}

fn figure(plot: &Plot) -> Markup {
    html! {
        figure {
            figcaption { bdi { (plot.title) } }
            (picture(plot))
        }
    }
}

/// Draws a picture: two axes, what is at their ends, and a line or bars.
fn picture(plot: &Plot) -> Markup {
    let (bottom, top) = &plot.written_bounds;
    let [(first, _), .., (last, _)] = plot.points.as_slice() else { return html! {} };
    html! {
        svg .trend viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(plot.told) {
            path .axis d=(format!("M{LEFT} {TOP}V{BOTTOM}H{RIGHT}")) {}
            text x=(LEFT - 6) y=(TOP + 4) text-anchor="end" { (top) }
            text x=(LEFT - 6) y=(BOTTOM) text-anchor="end" { (bottom) }
            text x=(LEFT) y=(HEIGHT - 5) { (long_date(*first)) }
            text x=(RIGHT) y=(HEIGHT - 5) text-anchor="end" { (long_date(*last)) }
            @match plot.kind {
                PlotKind::Line => { (line(plot)) }
                PlotKind::Bars => { (bars(plot)) }
            }
        }
    }
}

fn line(plot: &Plot) -> Markup {
    let steps = ((RIGHT - LEFT) * 1000, (BOTTOM - TOP) * 1000);
    let place = |&(day, figure): &(crate::date::Date, i64)| {
        let x = LEFT * 1000 + plot.along(day, steps.0);
        let y = BOTTOM * 1000 - plot.height(figure, steps.1);
        (Thousandths(x).to_string(), Thousandths(y).to_string())
    };
    let places: Vec<(String, String)> = plot.points.iter().map(place).collect();
    let joined: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    html! {
        polyline .line points=(joined.join(" ")) {}
        @if places.len() <= MOST_POINTS {
            @for (x, y) in &places { circle .point cx=(x) cy=(y) r="2.5" {} }
        }
    }
}

fn bars(plot: &Plot) -> Markup {
    let room = (RIGHT - LEFT) * 1000;
    let count = i64::try_from(plot.points.len()).unwrap_or(i64::MAX).max(1);
    let width = (room / count * 8 / 10).clamp(1, WIDEST_BAR);
    html! {
        @for &(day, figure) in &plot.points {
            // The first and the last bar stay within the axes.
            @let x = LEFT * 1000 + plot.along(day, room - width);
            @let height = plot.height(figure, (BOTTOM - TOP) * 1000);
            rect .bar x=(Thousandths(x)) y=(Thousandths(BOTTOM * 1000 - height))
                width=(Thousandths(width)) height=(Thousandths(height)) {}
        }
    }
}
