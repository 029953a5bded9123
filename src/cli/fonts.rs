//! The fonts of this computer, for letters that ours do not have.

use std::path::PathBuf;
use std::sync::OnceLock;

use typst::text::{FontInfo, FontStretch, FontStyle, FontVariant, FontWeight};
use typst_kit::fonts::{FontStore, system};

use crate::emit::FontFile;

/// What is known of a font before it is read.
struct Known {
    path: PathBuf,
    /// Which it is of those in its file.
    index: u32,
    info: FontInfo,
}

impl Known {
    /// Returns what orders fonts, the plainest first. No two have the same.
    fn rank(&self) -> impl Ord {
        (strangeness(&self.info), self.info.family.as_str(), &self.path, self.index)
    }
}

/// Returns the plainest font of this computer that has a letter. The fonts are looked for once, when the first is asked
/// for; that takes a while, and most sheets need none.
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
    // In the same order on every run, so that the same fonts give the same sheet: a family may have several that are
    // equally plain, and the system lists them as it likes.
    fitting.sort_by(|(_, a), (_, b)| a.rank().cmp(&b.rank()));
    let found = fitting.into_iter().find_map(|(at, _)| store.font(at))?;
    Some(FontFile::new(found.data().clone(), found.index()))
}

/// Returns how far a font is from plain upright letters of usual weight without serifs.
fn strangeness(info: &FontInfo) -> (bool, u16, bool) {
    let FontVariant { style, weight, stretch } = info.variant;
    let is_slanted = style != FontStyle::Normal || stretch != FontStretch::NORMAL;
    (is_slanted, weight.distance(FontWeight::REGULAR), !info.family.contains("Sans"))
}
