//! The pictures on the page's buttons: lines on a grid of 24 by 24, in the colour of the text.

use maud::{Markup, html};

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// A speaker.
    Voice,
    /// A bell.
    Bell,
    /// A screen on a stand.
    Projector,
    /// A disc, half of it dark.
    Theme,
    /// A sheet of paper.
    Sheet,
    /// A question mark.
    Help,
    /// To the start.
    Back,
    /// To the end.
    Skip,
    /// Round again.
    Restart,
    /// A pencil.
    Results,
}

/// Returns a picture. It says nothing: the button it is on has a name.
pub fn icon(icon: Icon) -> Markup {
    let path = match icon {
        Icon::Voice => "M4 10v4h4l5 4V6L8 10zM16.5 9a4 4 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11",
        Icon::Bell => "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4",
        Icon::Projector => "M3 5h18v11H3zM12 16v4M8 20h8",
        Icon::Theme => "M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17",
        Icon::Sheet => "M6 3h9l4 4v14H6zM9 10h6M9 13.5h6M9 17h4",
        Icon::Help => "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 18.5v.01",
        Icon::Back => "M6 5v14M19 5.5v13L9 12z",
        Icon::Skip => "M18 5v14M5 5.5v13l10-6.5z",
        Icon::Results => "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5",
        Icon::Restart => "M5 12a7 7 0 1 0 2.5-5.4M8 2.5L7 7l4.5.8",
    };
    let is_filled = match icon {
        Icon::Back | Icon::Skip => true,
        Icon::Voice
        | Icon::Bell
        | Icon::Projector
        | Icon::Theme
        | Icon::Sheet
        | Icon::Help
        | Icon::Restart
        | Icon::Results => false,
    };
    html! {
        svg class={ "icon" @if is_filled { " filled" } } viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
            path d=(path) {}
            @if icon == Icon::Theme { path class="half" d="M12 3.5a8.5 8.5 0 0 1 0 17z" {} }
        }
    }
}
