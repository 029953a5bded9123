//! The files of the page.

use crate::cli::serve::HTML;

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// A file of the page.
pub struct Asset {
    /// Its name in the address; the page itself has none.
    name: &'static str,
    pub kind: &'static str,
    pub content: &'static str,
}

/// Returns the row of a script.
macro_rules! script {
    ($name:literal) => {
        Asset { name: $name, kind: SCRIPT, content: include_str!(concat!("page/", $name)) }
    };
}

const ASSETS: &[Asset] = &[
    Asset { name: "", kind: HTML, content: include_str!("page/studio.html") },
    Asset { name: "studio.css", kind: STYLE, content: include_str!("page/studio.css") },
    script!("banner.js"),
    script!("change.js"),
    script!("complete.js"),
    script!("dialogs.js"),
    script!("dom.js"),
    script!("files.js"),
    script!("follow.js"),
    script!("journal.js"),
    script!("keep.js"),
    script!("keys.js"),
    script!("layer.js"),
    script!("lines.js"),
    script!("look.js"),
    script!("main.js"),
    script!("markdown.js"),
    script!("movements.js"),
    script!("parts.js"),
    script!("paste.js"),
    script!("preview.js"),
    script!("remarks.js"),
    script!("server.js"),
    script!("state.js"),
    script!("sum.js"),
    script!("text.js"),
    script!("versions.js"),
    script!("words.js"),
];

/// Returns a file of the page by its name.
pub fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}
