//! Progress as a page: one self-contained file on which nothing runs, and which prints in black and white.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::part::Part;
use super::picture;
use super::plot::Plot;
use super::report::Report;
use crate::emit::html::{PLAN_STYLES, policy, table};

/// What is only on this page.
const STYLE: &str = include_str!("progress.css");

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
            svg .trend viewBox=(picture::view_box()) role="img" aria-label=(plot.told) {
                (PreEscaped(picture::contents(plot)))
            }
        }
    }
}
