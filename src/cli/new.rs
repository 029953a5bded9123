//! `wodc new`

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::inputs::{EXTENSION, with_extension_added};
use super::outcome::{Outcome, Trouble};
use super::project::with_slashes;
use super::visible::visible;
use super::{HELP_TEMPLATE, streams, write};

const EXAMPLES: &str = "  wodc new lower          writes lower.wod
  wodc new \"Leg Day\"      writes \"Leg Day.wod\"";

/// Writes a small workout to start from
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct NewArguments {
    /// The new file's name; `.wod` is added. A file that is there already is
    /// never overwritten
    #[arg(value_name = "NAME", value_hint = ValueHint::FilePath)]
    name: PathBuf,
}

/// Writes the new file.
pub fn run(arguments: &NewArguments) -> Result<Outcome, Trouble> {
    let (path, title) = path_and_title(&arguments.name)?;
    write::new_file(&path, &starter(&title))?;
    streams::print(&format!("{}\n", visible(&with_slashes(&path))))?;
    Ok(Outcome::Fine)
}

/// Returns the file that a name asks for, and what its workout is called.
fn path_and_title(name: &Path) -> Result<(PathBuf, String), Trouble> {
    let path = match name.extension() {
        Some(extension) if extension == EXTENSION => name.to_path_buf(),
        _ => with_extension_added(name),
    };
    let ends_in_a_folder = name.to_string_lossy().ends_with(std::path::is_separator);
    let title = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().trim();
    // A name that starts with a dash would be taken for an option, and `-` alone for standard input, ever after.
    let is_good = !ends_in_a_folder
        && name.file_name().is_some()
        && !title.is_empty()
        && !title.starts_with(['-', '.'])
        && !title.contains(char::is_control);
    if is_good {
        Ok((path.clone(), title.replace('_', " ")))
    } else {
        Err(Trouble::new(format!("`{}` is no name for a file; try `wodc new lower`", name.display())))
    }
}

/// Returns a small workout of this title, with remarks for somebody who has never written one.
fn starter(title: &str) -> String {
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "# What follows a # is a remark. `wodc build` makes the card, the cues and the data.
title \"{title}\"

# Three rounds of everything up to the closing sign. s is seconds, min is minutes.
circuit rounds 3 <
  squat 30s
  rest 15s
  side plank 30s per side  # 30 s on the right, then 30 s on the left
  rest 15s
>

# The compiler does the sum, and says so if this is not what it comes to.
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
