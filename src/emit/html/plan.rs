//! The page of a plan: its weeks to hang up, what they add up to, and the sheet of each session. Nothing runs on it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::parts::PLAN_STYLES;
use super::sheet::{self, Drawings};
use super::{policy, strip};
use crate::emit::overview::{Brief, Day, Overview, Plot, SessionSheet, Table};
use crate::emit::{OnePlan, OneWorkout, Options, SheetOptions};

/// The size of a picture, in its own units, which are scaled to the page.
const PLOT_WIDTH: usize = 240;
const PLOT_HEIGHT: usize = 64;

/// Returns the page of a plan.
pub fn page(plan: &OnePlan<'_>, options: &Options) -> Markup {
    let overview = plan.overview();
    let mut drawings = Drawings::of_many(options.sheet.figures);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&[], &PLAN_STYLES));
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="referrer" content="no-referrer";
                title { (overview.title) }
                @for style in PLAN_STYLES { style { (PreEscaped(style)) } }
            }
            body {
                main {
                    (overview_of(overview, options.sheet))
                    @for session in &overview.sessions { (session_of(plan, session, options, &mut drawings)) }
                }
            }
        }
    }
}

/// Returns the weeks, and what they add up to.
fn overview_of(overview: &Overview, options: SheetOptions) -> Markup {
    html! {
        article .sheet .plan .large[options.large] aria-label="Weeks" {
            header {
                h1 .title { bdi { (overview.title) } }
                dl .facts {
                    @for (label, text) in &overview.facts { div { dt { (label) } dd { bdi { (text) } } } }
                }
            }
            section {
                h2 { "Weeks" }
                (weeks(overview))
                @if overview.has_hard_days() { p .key { span .hard-mark aria-hidden="true" {} " A hard day" } }
            }
            section {
                h2 { "What it adds up to" }
                div .wide { (table(&overview.sums)) }
                @if !overview.plots.is_empty() {
                    div .plots { @for plot in &overview.plots { (picture(plot)) } }
                }
                @if !overview.muscles.rows.is_empty() { div .wide { (table(&overview.muscles)) } }
            }
        }
    }
}

fn weeks(overview: &Overview) -> Markup {
    html! {
        table .weeks {
            thead {
                tr {
                    th scope="col" { "Week" }
                    @for day in &overview.weekdays { th scope="col" { (day) } }
                }
            }
            @for week in &overview.weeks {
                tbody {
                    tr {
                        th scope="row" {
                            span .number { span .word { "Week " } (week.number) }
                            @if !week.part.is_empty() { " " span .part-of-plan { bdi { (week.part) } } }
                            @if !week.date.is_empty() { " " span .date-of-week { (week.date) } }
                        }
                        @for (name, day) in overview.weekdays.iter().zip(&week.days) { (one_day(name, day)) }
                    }
                }
            }
        }
    }
}

fn one_day(name: &str, day: &Day) -> Markup {
    let has_something = !day.briefs.is_empty();
    html! {
        td .hard[day.is_hard] .free[day.is_rest] data-head=[has_something.then_some(name)] {
            @for brief in &day.briefs { (short(brief)) }
            @if day.is_hard { span .said { "Hard day" } }
        }
    }
}

/// Returns a session, a race or a rest day.
fn short(brief: &Brief) -> Markup {
    let when = html! { @if !brief.when.is_empty() { span .when { (brief.when) } " " } };
    html! {
        div .brief {
            @if !brief.title.is_empty() {
                p .name {
                    (when)
                    bdi { (brief.title) }
                    @if !brief.time.is_empty() { ", " span .time { (brief.time) } }
                }
            }
            @for (nth, line) in brief.lines.iter().enumerate() {
                p .line { @if nth == 0 && brief.title.is_empty() { (when) } bdi { (line.text) } }
            }
        }
    }
}

/// Returns a table whose first column heads its rows.
pub fn table(written: &Table) -> Markup {
    html! {
        table {
            thead { tr { @for head in &written.head { th scope="col" { bdi { (head) } } } } }
            @for row in &written.rows {
                tbody {
                    tr {
                        @for (nth, (head, cell)) in written.head.iter().zip(row).enumerate() {
                            @if nth == 0 {
                                th scope="row" { bdi { (cell) } }
                            } @else {
                                td data-head=[(!cell.is_empty()).then_some(head)] { bdi { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns a bar a week. The figures are in the table; the picture says what it shows and its highest bar.
fn picture(plot: &Plot) -> Markup {
    let count = plot.bars.len().max(1);
    let step = PLOT_WIDTH as f64 / count as f64;
    let label = format!("{}, week by week; at most {}", plot.title, plot.most);
    html! {
        figure {
            figcaption { (plot.title) " " span .most { "at most " (plot.most) } }
            svg viewBox=(format!("0 0 {PLOT_WIDTH} {PLOT_HEIGHT}")) role="img" aria-label=(label)
                preserveAspectRatio="none" {
                @for (nth, part) in plot.bars.iter().enumerate() {
                    @let height = part * PLOT_HEIGHT as f64;
                    rect x=(figure(nth as f64 * step + step * 0.1)) y=(figure(PLOT_HEIGHT as f64 - height))
                        width=(figure(step * 0.8)) height=(figure(height)) {}
                }
            }
        }
    }
}

/// Writes a length in a picture.
fn figure(length: f64) -> String {
    format!("{length:.2}")
}

/// Returns the sheet of a session.
fn session_of(
    plan: &OnePlan<'_>,
    session: &SessionSheet,
    options: &Options,
    drawings: &mut Drawings,
) -> Markup {
    let compiled = plan.compiled();
    let done = compiled.workout(&compiled.season.sessions[session.instance]);
    let one = OneWorkout::new(done, options.voice);
    let mut card = session.card.clone();
    card.facts.insert(0, ("When", session.when.clone()));
    let changes = (!session.changes.rows.is_empty()).then(|| {
        html! {
            section .changes {
                h3 { "What changes" }
                div .wide { (table(&session.changes)) }
            }
        }
    });
    html! {
        article .sheet .session .large[options.sheet.large] {
            (sheet::contents(&html! { h2 .title { bdi { (card.title) } } }, &card, strip::strip(one.playbook()), changes, None, options.sheet, drawings))
        }
    }
}
