//! What an analysis asks of the world around it.

use crate::emit::FontFile;

/// Where `use` gets other files from. An analysis may ask from any thread.
pub trait ReadFile: Sync {
    /// Returns the text of a file; its path is relative to the project's root, with `/`. The error says why not.
    fn read(&self, path: &str) -> Result<String, String>;

    /// Returns a font that has this letter, for sheets: asked for a letter that none of ours has. Without it, its code is
    /// printed in its place.
    fn font_with(&self, letter: char) -> Option<FontFile> {
        let _ = letter;
        None
    }
}

/// A project of one file: whatever `use` asks for is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFiles;

impl ReadFile for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("there is no file `{path}` here"))
    }
}
