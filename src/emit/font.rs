//! Fonts that come from outside.

use std::fmt;
use std::sync::Arc;

/// A font, as its file has it.
#[derive(Clone)]
pub struct FontFile {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    index: u32,
}

impl FontFile {
    /// Returns a font of this file: its number among those in it, from 0.
    pub fn new(bytes: impl AsRef<[u8]> + Send + Sync + 'static, index: u32) -> Self {
        Self { bytes: Arc::new(bytes), index }
    }

    /// Returns its number among the fonts in its file, from 0.
    pub fn index(&self) -> u32 {
        self.index
    }
}

impl AsRef<[u8]> for FontFile {
    /// Returns all of its file.
    fn as_ref(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FontFile").field("index", &self.index).finish_non_exhaustive()
    }
}
