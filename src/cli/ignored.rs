//! Walking through folders without what is hidden, or ignored by a `.gitignore`, an `.ignore` or a repository's
//! `info/exclude`.
//!
//! The crate `ignore` knows what the patterns in these files mean. It could also find and read the files, but it opens
//! anything of that name, and in a cloned repository that may be a link to `/dev/zero` or a pipe. So they are found and
//! read here, within limits.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder, gitconfig_excludes_path};
use walkdir::{DirEntry, WalkDir};

use super::outcome::Trouble;
use super::project::reason;
use super::read::{self, Reading};
use super::visible;

/// The largest ignore file that is read, in bytes. Real ones stay below 50 kB, and each line takes about a hundred
/// times its length in memory.
const MAX_BYTES: usize = 256 * 1024;

/// Walks through a folder and its subfolders, without what is hidden or ignored. A folder comes before its contents.
/// Yields a trouble for what can't be read.
pub fn walk(folder: &Path) -> impl Iterator<Item = Result<DirEntry, Trouble>> {
    let mut entries = WalkDir::new(folder).into_iter();
    let mut rules = Rules::around(folder);
    std::iter::from_fn(move || {
        loop {
            if let Some(trouble) = rules.troubles.pop() {
                return Some(Err(trouble));
            }
            let entry = match entries.next()? {
                Ok(entry) => entry,
                Err(error) => return Some(Err(unreadable(&error))),
            };
            let is_folder = entry.file_type().is_dir();
            if entry.depth() > 0 && rules.leave_out(&entry) {
                if is_folder {
                    entries.skip_current_dir();
                }
                continue;
            }
            if is_folder {
                rules.enter(&entry);
            }
            return Some(Ok(entry));
        }
    })
}

/// Reports a file or folder that can't be read.
fn unreadable(error: &walkdir::Error) -> Trouble {
    let name = error.path().map_or_else(|| "a folder".into(), |path| format!("`{}`", visible::name(path)));
    let why = error.io_error().map_or_else(|| error.to_string(), reason);
    Trouble::new(format!("{name} cannot be read: {why}"))
}

/// The patterns that apply in the folder that the walk is in.
struct Rules {
    /// The folder that is walked through, which is canonical.
    root: PathBuf,
    /// The patterns of each folder, from the file system's root to the current one.
    folders: Vec<FolderRules>,
    /// How many of these folders are above the one that is walked through.
    above: usize,
    /// The user's patterns for all repositories.
    global: Gitignore,
    /// Troubles that the walk has not yielded yet.
    troubles: Vec<Trouble>,
}

/// The patterns of one folder, which apply to it and those below it.
struct FolderRules {
    /// Its `.ignore`.
    ignore: Gitignore,
    /// Its `.gitignore`.
    git_ignore: Gitignore,
    /// The `info/exclude` of the repository whose root it is.
    git_exclude: Gitignore,
    /// Whether it is a repository's root. Patterns of git above it don't apply.
    is_repository: bool,
}

impl Rules {
    /// Reads the patterns of the folders above one.
    fn around(folder: &Path) -> Self {
        let root = dunce::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        let mut rules = Self {
            global: Gitignore::empty(),
            folders: Vec::new(),
            above: 0,
            troubles: Vec::new(),
            root: root.clone(),
        };
        let mut above: Vec<_> = root.ancestors().skip(1).collect();
        above.reverse();
        for folder in above {
            rules.read(folder);
        }
        rules.above = rules.folders.len();
        // This is the user's own file, whose place is set in the user's configuration of git.
        if let Some(global) = gitconfig_excludes_path() {
            rules.global = rules.globs(&root, &global);
        }
        rules
    }

    /// Reads the patterns of a folder that the walk enters.
    fn enter(&mut self, folder: &DirEntry) {
        self.folders.truncate(self.above + folder.depth());
        self.read(&self.absolute(folder));
    }

    /// Adds the patterns of a folder.
    fn read(&mut self, folder: &Path) {
        let git = folder.join(".git");
        let kind = fs::metadata(&git).ok();
        let exclude = match &kind {
            Some(kind) if kind.is_file() => repository_of(&git),
            Some(_) => Some(git),
            None => None,
        };
        let rules = FolderRules {
            ignore: self.globs(folder, &folder.join(".ignore")),
            git_ignore: self.globs(folder, &folder.join(".gitignore")),
            git_exclude: match exclude {
                Some(git) => self.globs(folder, &git.join("info/exclude")),
                None => Gitignore::empty(),
            },
            is_repository: kind.is_some() || folder.join(".jj").exists(),
        };
        self.folders.push(rules);
    }

    /// Reads an ignore file whose patterns are relative to a folder. Invalid lines are skipped, as git does.
    fn globs(&mut self, folder: &Path, path: &Path) -> Gitignore {
        // Most folders have none. A folder of this name doesn't count.
        if !fs::metadata(path).is_ok_and(|found| !found.is_dir()) {
            return Gitignore::empty();
        }
        let text = match read::found_file(MAX_BYTES, path) {
            Ok(Reading::Text(text)) => text,
            Ok(Reading::NotUtf8(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
            Ok(Reading::TooLarge) => {
                return self.unread(path, &format!("it is larger than {} kB", MAX_BYTES / 1024));
            }
            Err(error) => return self.unread(path, &reason(&error)),
        };
        let mut builder = GitignoreBuilder::new(folder);
        for line in text.strip_prefix('\u{feff}').unwrap_or(&text).lines() {
            let _ = builder.add_line(None, line);
        }
        builder.build().unwrap_or_else(|_| self.unread(path, "its patterns are too long"))
    }

    /// Reports an ignore file that can't be read, so nothing is ignored by it.
    fn unread(&mut self, path: &Path, why: &str) -> Gitignore {
        let here = dunce::canonicalize(".").ok();
        let inside = here.and_then(|here| path.strip_prefix(here).ok());
        let name = visible::name(inside.unwrap_or(path));
        self.troubles.push(Trouble::new(format!("`{name}` cannot be read: {why}; nothing is ignored by it")));
        Gitignore::empty()
    }

    /// Tells whether a file or folder is hidden or ignored.
    fn leave_out(&mut self, entry: &DirEntry) -> bool {
        self.folders.truncate(self.above + entry.depth());
        match self.said_of(&self.absolute(entry), entry.file_type().is_dir()) {
            Match::Ignore(()) => true,
            Match::Whitelist(()) => false,
            Match::None => is_hidden(entry),
        }
    }

    /// Returns what the patterns say about a file or folder. The nearest folder with a matching pattern decides, and an
    /// `.ignore` comes before git's files.
    fn said_of(&self, path: &Path, is_folder: bool) -> Match<()> {
        let said = |rules: &Gitignore| rules.matched(path, is_folder).map(|_| ());
        let nearest_first = || self.folders.iter().rev();
        let in_repository = nearest_first().position(|rules| rules.is_repository).map_or(0, |at| at + 1);
        let of_git = || nearest_first().take(in_repository);
        first(nearest_first().map(|rules| said(&rules.ignore)))
            .or(first(of_git().map(|rules| said(&rules.git_ignore))))
            .or(first(of_git().map(|rules| said(&rules.git_exclude))))
            .or(if in_repository > 0 { said(&self.global) } else { Match::None })
    }

    /// Returns the canonical path of an entry.
    fn absolute(&self, entry: &DirEntry) -> PathBuf {
        let inside = entry.path().components().rev().take(entry.depth()).collect::<Vec<_>>();
        self.root.join(inside.into_iter().rev().collect::<PathBuf>())
    }
}

/// Returns the first match.
fn first(mut all: impl Iterator<Item = Match<()>>) -> Match<()> {
    all.find(|said| !said.is_none()).unwrap_or(Match::None)
}

/// Tells whether a file or folder is hidden by its name.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Returns the folder of a repository whose `.git` is a file, as in an additional working tree.
fn repository_of(git: &Path) -> Option<PathBuf> {
    let first_line = |path: &Path, start: &str| match read::found_file(MAX_BYTES, path).ok()? {
        Reading::Text(text) => Some(PathBuf::from(text.lines().next()?.strip_prefix(start)?)),
        Reading::TooLarge | Reading::NotUtf8(_) => None,
    };
    let own = git.parent()?.join(first_line(git, "gitdir: ")?);
    let common = first_line(&own.join("commondir"), "")?;
    Some(own.join(common))
}
