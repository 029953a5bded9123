//! The player as it is in the file: the places that the scripts fill, and every button by its name. It is hidden
//! until they do, so that without them the page is the sheet.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::emit::player::model::Playbook;

/// Returns the player of a workout.
pub fn player(playbook: &Playbook) -> Markup {
    html! {
        main #player hidden data-phase="ready" data-kind="ready" {
            (bar(playbook))
            (stage(playbook))
            section #summary hidden aria-labelledby="summary-head" tabindex="-1" {
                h2 #summary-head { "Done" }
                p #total {}
                ol #results {}
                p .choices {
                    button #end-results .solid type="button" { "Results" }
                    button #copy type="button" { "Copy as text" }
                    button #again type="button" { "Start over" }
                }
                p #copied role="status" {}
                textarea #copy-text hidden readonly rows="8" aria-label="The summary as text" {}
            }
            (controls())
            div #results-heard .unseen role="status" {}
            div #announce .unseen role="status" aria-live="polite" {}
        }
        (set_panel())
        (results_panel())
        (swap_panel())
        (help_panel())
    }
}

/// Returns the line at the top: what it is, how far it has come, and how it is shown.
fn bar(playbook: &Playbook) -> Markup {
    let tools = [
        ("voice", "Voice", "Voice (v)", Icon::Voice, true),
        ("beeps", "Beeps", "Beeps (m)", Icon::Bell, true),
        ("projector", "Projector view", "Projector view (p)", Icon::Projector, true),
        ("theme", "Dark colours", "Dark or light (t)", Icon::Theme, true),
        ("show-results", "Results", "Results (e)", Icon::Results, false),
        ("show-sheet", "Sheet", "Sheet to print (s)", Icon::Sheet, false),
        ("help", "Keys and help", "Keys and help (?)", Icon::Help, false),
    ];
    html! {
        header .bar {
            div .names {
                h1 #title { bdi { (playbook.title) } }
                p #elapsed { (playbook.time) }
            }
            div .tools role="group" aria-label="Settings" {
                @for (id, name, title, picture, is_toggle) in tools {
                    button id=(id) type="button" aria-label=(name) title=(title)
                        aria-pressed=[is_toggle.then_some("false")] { (icon(picture)) }
                }
            }
        }
    }
}

/// Returns what is on: the movement, its clock, what is next, and the whole timeline.
fn stage(playbook: &Playbook) -> Markup {
    html! {
        section #now aria-label="Now" {
            div .what {
                p #where {}
                p #name role="heading" aria-level="2" {}
                p #side {}
                p #how { span #dose {} " " span #target {} }
                div #figure hidden {}
                p #note hidden {}
                ol #slots hidden aria-label="Intervals" {}
                ul #inside hidden aria-label="To do" {}
                div #tempo hidden role="group" aria-label="Tempo" {
                    ol #phases {}
                    p #rep {}
                    button #beat type="button" { "Count from here" }
                }
                button #swap type="button" hidden { "Something else" }
                ul #cues hidden aria-label="Cues" {}
            }
            div .clock {
                div #dial role="timer" aria-live="off" aria-labelledby="digits under" {
                    svg #ring viewBox="0 0 120 120" aria-hidden="true" focusable="false" {
                        circle .track cx="60" cy="60" r="54" {}
                        circle #arc .arc cx="60" cy="60" r="54" pathLength="1000" stroke-dasharray="1000"
                            stroke-dashoffset="0" transform="rotate(-90 60 60)" {}
                    }
                    div .figures {
                        p #label {}
                        p #digits {}
                        p #under {}
                    }
                }
                div #rounds hidden role="group" aria-label="Rounds" {
                    p { span #round-count {} " " span #round-word {} }
                    button #uncount type="button" aria-label="One round less" title="One round less" { "−1" }
                }
            }
            p #next { span #next-word {} " " strong #next-name {} " " span #next-how {} }
        }
        div #strip-box {
            svg #strip role="img" aria-label=(playbook.strip.told(playbook.estimated)) preserveAspectRatio="none" {}
        }
    }
}

/// Returns the buttons that run the workout.
fn controls() -> Markup {
    html! {
        div .controls role="group" aria-label="Controls" {
            div #noting hidden role="group" aria-label="Results of the last set" {
                button #note-set type="button" title="Write down (e)" {
                    span .one-line { strong #note-what { "Write down" } " " span #note-which {} }
                }
                button #as-asked type="button" title="As asked (a)" { "As asked" }
            }
            button #done .solid type="button" hidden { "Done" }
            p #silent hidden role="status" { "Tap anywhere for sound." }
            div .row {
                button #restart type="button" aria-label="Start over" title="Start over (r)" { (icon(Icon::Restart)) }
                button #back type="button" aria-label="Back" title="Back (←)" { (icon(Icon::Back)) }
                button #toggle .solid type="button" { "Start" }
                button #skip type="button" aria-label="Skip" title="Skip (→)" { (icon(Icon::Skip)) }
            }
        }
    }
}

/// Returns the fields of the last set.
fn set_panel() -> Markup {
    html! {
        dialog #set-panel .results aria-labelledby="set-head" {
            h2 #set-head { "The last set" }
            div #set-list {}
            p .choices {
                button .solid type="button" data-close="" { "Close" }
                button #all-results type="button" { "All results" }
            }
        }
    }
}

/// Returns what was done in all, and the ways to hand it on.
fn results_panel() -> Markup {
    html! {
        dialog #results-panel .results aria-labelledby="results-head" {
            h2 #results-head { "Results" }
            div #results-list {}
            textarea #results-text readonly rows="6" aria-label="The results as text" {}
            p .choices {
                button #results-write .solid type="button" hidden { "Write down" }
                button #results-copy type="button" { "Copy" }
                button #results-save type="button" { "Save as a file" }
                button type="button" data-close="" { "Close" }
            }
            p #results-said role="status" {}
            details #results-earlier hidden {
                summary { "From before, on this device" }
                textarea #results-before readonly rows="6" aria-label="Earlier results as text" {}
            }
        }
    }
}

/// Returns the list of what may be done instead.
fn swap_panel() -> Markup {
    html! {
        dialog #swap-panel aria-labelledby="swap-head" {
            h2 #swap-head { "Do something else" }
            p .hint { "From here on, and every time it comes again." }
            ul #swap-list {}
            p .choices { button type="button" data-close="" { "Close" } }
        }
    }
}

/// Returns the list of keys.
fn help_panel() -> Markup {
    html! {
        dialog #help-panel aria-labelledby="help-head" {
            h2 #help-head { "Keys" }
            table {
                thead .unseen { tr { th scope="col" { "Key" } th scope="col" { "What it does" } } }
                tbody #keys {}
            }
            p .hint { "The session is kept on this device: reload the page, and it goes on where it was." }
            p .choices { button type="button" data-close="" { "Close" } }
        }
        dialog #restart-panel aria-labelledby="restart-head" {
            h2 #restart-head { "Start over?" }
            p .hint { "What has been done so far is forgotten." }
            p .choices {
                button #restart-yes .solid type="button" { "Start over" }
                button type="button" data-close="" { "Go on" }
            }
        }
    }
}
