//! A file and those it uses, read once, to be analysed for several athletes.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::files::ReadFile;
use super::load::{self, used_name};
use super::request::Request;
use crate::catalog::{fold, unescape};
use crate::check::{File, Files};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile};

/// A file and those it uses, read and parsed.
#[derive(Debug)]
pub struct Loaded {
    pub(super) source: SourceFile,
    pub(super) files: Files,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Who is listed in a file and in those it uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Roster {
    /// The athletes, each name once, in text order.
    pub athletes: Vec<String>,
    /// The teams with their athletes.
    pub teams: Vec<Team>,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// Its athletes, each name once, in text order.
    pub athletes: Vec<String>,
}

impl Loaded {
    /// Reads a file and those it uses; of the request, only the file of an athlete matters.
    pub fn new(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Arc<Self> {
        let (files, diagnostics) =
            load::load(source.clone(), request.athletes_own(), request.results.clone(), read);
        Arc::new(Self { source, files, diagnostics })
    }

    /// Returns who is listed.
    pub fn roster(&self) -> Roster {
        let seen: Vec<&File> =
            self.files.in_sight_of(FileId::default()).map(|file| self.files.get(file)).collect();
        let mut roster =
            Roster { athletes: each_once(seen.iter().flat_map(|file| athletes_of(file))), teams: Vec::new() };
        for file in &seen {
            for team in file.tree.teams() {
                let members = team.uses.iter().filter_map(|(path, _)| {
                    let name = used_name(&file.name, &unescape(&file.text[path.inner.range()]));
                    seen.iter().find(|other| *other.name == *name)
                });
                roster.teams.push(Team {
                    name: unescape(&file.text[team.name.inner.range()]),
                    athletes: each_once(members.flat_map(|file| athletes_of(file))),
                });
            }
        }
        roster
    }
}

impl Roster {
    /// Returns the names that are meant by one: an athlete's, or else all of a team, or else for `all` everybody's. None
    /// where nobody is called that.
    pub fn meant(&self, name: &str) -> Option<Vec<String>> {
        let is_it = |other: &String| fold(other) == fold(name);
        if let Some(athlete) = self.athletes.iter().find(|athlete| is_it(athlete)) {
            return Some(vec![athlete.clone()]);
        }
        if let Some(team) = self.teams.iter().find(|team| is_it(&team.name)) {
            return Some(team.athletes.clone());
        }
        fold(name).eq("all").then(|| self.athletes.clone())
    }
}

fn athletes_of(file: &File) -> impl Iterator<Item = String> {
    file.tree.athletes().map(|athlete| unescape(&file.text[athlete.name.inner.range()]))
}

/// Returns names in order, each once, in capitals or not.
fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    names.filter(|name| !name.trim().is_empty() && seen.insert(fold(name))).collect()
}
