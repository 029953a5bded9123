//! `wodc new`

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::inputs::{EXTENSION, with_extension_added};
use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams, visible, write};

const EXAMPLES: &str = "  wodc new lower          writes lower.wod
  wodc new \"Leg Day\"      writes \"Leg Day.wod\"";

/// Writes a small workout to start from
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct NewArguments {
    /// The new file's name; `.wod` is added. Existing files are never overwritten
    #[arg(value_name = "NAME", value_hint = ValueHint::FilePath)]
    name: PathBuf,
}

/// Runs `wodc new`.
pub fn run(arguments: &NewArguments) -> Result<Outcome, Trouble> {
    let (path, title) = path_and_title(&arguments.name)?;
    write::new_file(&path, &starter(&title))?;
    streams::print(&format!("{}\n", visible::name(&path)))?;
    Ok(Outcome::Fine)
}

/// Returns the path of the new file, and the title of its workout.
fn path_and_title(name: &Path) -> Result<(PathBuf, String), Trouble> {
    let path = match name.extension() {
        Some(extension) if extension == EXTENSION => name.to_path_buf(),
        _ => with_extension_added(name),
    };
    let ends_in_a_folder = name.to_string_lossy().ends_with(std::path::is_separator);
    let title = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().trim();
    // A name that starts with a dash would be taken for an option, and `-` for standard input.
    let is_good = !ends_in_a_folder
        && name.file_name().is_some()
        && !title.is_empty()
        && !title.starts_with(['-', '.'])
        && !title.contains(char::is_control);
    if is_good {
        Ok((path.clone(), title.replace('_', " ")))
    } else {
        Err(Trouble::new(format!("`{}` can't be a file's name; try `wodc new lower`", visible::name(name))))
    }
}

/// Returns a small workout with this title, with comments for somebody who has never written one.
fn starter(title: &str) -> String {
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "# Text after a # is a comment. `wodc build` makes the card, the cues and the data.
title \"{title}\"

# Three rounds of everything up to the closing >. s is seconds, min is minutes.
circuit rounds 3 <
  squat 30s
  rest 15s
  side plank 30s per side  # 30 s on the right, then 30 s on the left
  rest 15s
>

# wodc adds up the times, and reports a mistake if they don't come to this.
expect duration 6:00
"
    )
}

#[cfg(test)]
mod tests {
    use super::starter;
    use crate::analysis::format;
    use crate::source::SourceFile;

    #[test]
    fn what_a_coach_starts_from_is_tidy() {
        for title in ["monday", "5 \"quick\" ones \\ two"] {
            let text = starter(title);
            assert_eq!(format(SourceFile::new("monday.wod", &*text)).unwrap(), text);
        }
    }
}
