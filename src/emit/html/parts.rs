//! The page's own styles and scripts, in the order they take effect.

/// What the page looks like: on screen, then in print.
pub const STYLES: [&str; 5] = [
    include_str!("page/page.css"),
    include_str!("page/sheet.css"),
    include_str!("page/figure.css"),
    include_str!("page/results.css"),
    include_str!("page/print.css"),
];

/// The styles of a plan's page, which has no scripts.
pub const PLAN_STYLES: [&str; 4] = [
    include_str!("page/sheet.css"),
    include_str!("page/figure.css"),
    include_str!("page/print.css"),
    include_str!("page/plan.css"),
];

/// What the page does. Each adds itself to one name, `wodc`; the last one sets it going.
pub const SCRIPTS: [&str; 15] = [
    include_str!("page/engine.js"),
    include_str!("page/results.js"),
    include_str!("page/clock.js"),
    include_str!("page/store.js"),
    include_str!("page/voice.js"),
    include_str!("page/beeps.js"),
    include_str!("page/wake.js"),
    include_str!("page/words.js"),
    include_str!("page/strip.js"),
    include_str!("page/view.js"),
    include_str!("page/noting.js"),
    include_str!("page/hand.js"),
    include_str!("page/panels.js"),
    include_str!("page/keys.js"),
    include_str!("page/main.js"),
];
