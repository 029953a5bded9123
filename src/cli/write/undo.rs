//! Overwriting a file that a new one can't replace: one with several hard links, or with an owner that a new file
//! wouldn't have.
//!
//! A run that is killed while it overwrites a file leaves it half written. So a note with the text before and after is
//! saved next to it first, and the next run restores the file from the note.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Component, Path};

use super::temporary::{Readers, Temporary, uninterrupted};
use crate::cli::inputs::is_workout;
use crate::cli::paths::folder_of;
use crate::cli::read::{self, Reading};
use crate::source::SourceFile;

/// The end of a note's name.
pub const ENDING: &str = ".undo";

/// The first line of a note.
const HEAD: &str = "wodc undo 1\n";

/// The largest note, in bytes: both texts, and room for the file's name.
const MAX_BYTES: usize = 2 * SourceFile::MAX_BYTES + 1024;

/// Overwrites the text of a file.
pub fn overwrite(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let name = path.file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidFilename)?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    let note = format!("{HEAD}{}\n{}\n{}\n{name}{before}{after}", name.len(), before.len(), after.len());
    let emit = |file: &mut dyn Write| file.write_all(note.as_bytes());
    let _uninterrupted = uninterrupted();
    let note = Temporary::write(folder_of(path), ENDING, &emit, Readers::Owner)?;
    // The note must be on the disk before the file is touched.
    note.as_file().sync_all()?;
    let written = put(&mut file, after);
    // If the disk is full, the old text should still fit. If it doesn't, the note stays for the next run.
    if written.is_err() && put(&mut file, before).is_err() {
        note.keep()?;
    }
    written
}

/// Writes a text from the start of a file, and truncates the file after it.
fn put(file: &mut File, text: &str) -> io::Result<()> {
    file.rewind()?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)?;
    file.sync_all()
}

/// Restores a file that a killed run has left half written, from its note. A file that was changed since is left alone.
pub fn undo(note: &Path) {
    let Ok(Reading::Text(text)) = read::found_file(MAX_BYTES, note) else { return };
    let Some((name, before, after)) = understand(&text) else { return };
    let path = folder_of(note).join(name);
    let is_plain = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
    if !is_plain {
        return;
    }
    let Ok(current) = fs::read(&path) else { return };
    if is_half(&current, before.as_bytes(), after.as_bytes())
        && let Ok(mut file) = OpenOptions::new().write(true).open(&path)
    {
        let _ = put(&mut file, before);
    }
}

/// Reads a note: the file's name, the text before and the text after. Returns `None` for an unfinished note, in which
/// case the file was not touched yet.
fn understand(text: &str) -> Option<(&str, &str, &str)> {
    let mut rest = text.strip_prefix(HEAD)?;
    let mut lengths = [0_usize; 3];
    for length in &mut lengths {
        let (figure, behind) = rest.split_once('\n')?;
        *length = figure.parse().ok()?;
        rest = behind;
    }
    let mut take = |length| {
        let (taken, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(taken)
    };
    let (name, before, after) = (take(lengths[0])?, take(lengths[1])?, take(lengths[2])?);
    let mut parts = Path::new(name).components();
    let is_name = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    (rest.is_empty() && is_name && is_workout(Path::new(name))).then_some((name, before, after))
}

/// Tells whether a text starts with the new text and continues with the old one.
fn is_half(current: &[u8], before: &[u8], after: &[u8]) -> bool {
    let written = current.iter().zip(after).take_while(|(now, new)| now == new).count();
    let left = current.get(written..).unwrap_or_default();
    // Text that both have in common may belong to either.
    let behind = before.get(written.min(before.len())..).unwrap_or_default();
    current != after && current != before && left == behind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_short_is_told_from_what_somebody_changed() {
        let (before, after) = (b"squat 30 sec; rest 5", b"squat 30s; rest 5s\n");
        for cut in 0..=after.len() {
            let mut current = after[..cut].to_vec();
            current.extend(before.get(cut..).unwrap_or_default());
            let is_whole = current == before || current == after;
            assert_eq!(is_half(&current, before, after), !is_whole, "{cut}");
        }
        assert!(!is_half(b"squat 30s; rest 5s\n# mine", before, after));
        assert!(!is_half(b"lunge 5", before, after));
        assert!(!is_half(b"", before, after));
    }

    #[test]
    fn a_note_that_is_half_or_about_another_place_says_nothing() {
        let note = "wodc undo 1\n5\n3\n3\na.wodoldnew";
        assert_eq!(understand(note), Some(("a.wod", "old", "new")));
        for end in 0..note.len() {
            assert_eq!(understand(&note[..end]), None);
        }
        for name in ["../b.wod", "/b.wod", "b.txt", "."] {
            assert_eq!(understand(&format!("wodc undo 1\n{}\n0\n0\n{name}", name.len())), None, "{name}");
        }
    }

    #[test]
    fn a_half_file_is_made_whole_and_another_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let (file, note) = (folder.path().join("a.wod"), folder.path().join(".wodc-abc123.undo"));
        let (before, after) = ("squat 30 sec\n".repeat(3), "squat 30s\n".repeat(3));
        let noted = format!("{HEAD}5\n{}\n{}\na.wod{before}{after}", before.len(), after.len());
        fs::write(&note, noted).unwrap();
        for (now, then) in [
            (format!("{}{}", &after[..14], &before[14..]), before.clone()),
            (after.clone(), after.clone()),
            ("squat 5\n".into(), "squat 5\n".into()),
        ] {
            fs::write(&file, now).unwrap();
            undo(&note);
            assert_eq!(fs::read_to_string(&file).unwrap(), then);
        }
    }
}
