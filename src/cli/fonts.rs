//! The fonts of this computer, for letters that the built-in fonts lack.

use std::path::PathBuf;
use std::sync::OnceLock;

use typst::text::{FontInfo, FontStretch, FontStyle, FontVariant, FontWeight};
use typst_kit::fonts::{FontStore, system};

use crate::emit::FontFile;

/// A font that was found and not yet loaded.
struct Known {
    path: PathBuf,
    /// Its index among the fonts in its file.
    index: u32,
    info: FontInfo,
}

impl Known {
    /// Returns a key that sorts fonts, the plainest first. No two fonts have the same key.
    fn rank(&self) -> impl Ord {
        (strangeness(&self.info), self.info.family.as_str(), &self.path, self.index)
    }
}

/// Returns the plainest font of this computer that has a letter. The system's fonts are searched once, on first use:
/// that takes a while, and most sheets need none of them.
pub fn with(letter: char) -> Option<FontFile> {
    static FONTS: OnceLock<(FontStore, Vec<Known>)> = OnceLock::new();
    let (store, infos) = FONTS.get_or_init(|| {
        let mut store = FontStore::new();
        let mut infos = Vec::new();
        for (path, info) in system() {
            infos.push(Known { path: path.path.clone(), index: path.index, info: info.clone() });
            store.push((path, info));
        }
        (store, infos)
    });
    let mut fitting: Vec<_> =
        infos.iter().enumerate().filter(|(_, known)| known.info.coverage.contains(letter.into())).collect();
    // In the same order on every run, so that the same fonts give the same sheet: a family may have several equally
    // plain fonts, and the system lists them in any order.
    fitting.sort_by(|(_, a), (_, b)| a.rank().cmp(&b.rank()));
    let found = fitting.into_iter().find_map(|(at, _)| store.font(at))?;
    Some(FontFile::new(found.data().clone(), found.index()))
}

/// Returns how far a font is from a regular, upright sans serif.
fn strangeness(info: &FontInfo) -> (bool, u16, bool) {
    let FontVariant { style, weight, stretch } = info.variant;
    let is_slanted = style != FontStyle::Normal || stretch != FontStretch::NORMAL;
    (is_slanted, weight.distance(FontWeight::REGULAR), !info.family.contains("Sans"))
}
