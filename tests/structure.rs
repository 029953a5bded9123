//! The shape of the source: no two files that need each other, none too long to read, and no format without its row.
//!
//! A file needs another where it names something that the other defines, in a `use` or in a path. A module's file and
//! the files below it may need each other: they are one module.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file. One that is longer has more than one idea.
const MOST_LINES: usize = 700;

/// Files that are one table each, which is read a row at a time.
const TABLES: [&str; 1] = ["diagnostic/table.rs"];

type Module = Vec<String>;

/// The crate's modules, each with its file, and what each hands on under which name.
struct Source {
    files: BTreeMap<Module, (String, String)>,
    handed_on: BTreeMap<(Module, String), Module>,
}

impl Source {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut paths = Vec::new();
        files_below(&root, &mut paths);
        let mut files = BTreeMap::new();
        for path in paths {
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(module_of(&name), (name, without_comments(&fs::read_to_string(&path).unwrap())));
        }
        let mut source = Self { files, handed_on: BTreeMap::new() };
        let mut handed_on = BTreeMap::new();
        for (module, (_, text)) in &source.files {
            for (path, is_public) in uses(text) {
                let target = absolute(&path, module);
                if let (true, Some(target), Some(name)) = (is_public, target, path.last()) {
                    handed_on.insert((module.clone(), name.clone()), target);
                }
            }
        }
        source.handed_on = handed_on;
        source
    }

    /// Returns the module whose file defines what a path names.
    fn defined_in(&self, path: &[String]) -> Option<Module> {
        let mut path = path.to_vec();
        for _ in 0..8 {
            let length = (0..=path.len()).rev().find(|&length| self.files.contains_key(&path[..length]))?;
            let (module, rest) = path.split_at(length);
            let Some(target) =
                rest.first().and_then(|name| self.handed_on.get(&(module.to_vec(), name.clone())))
            else {
                return Some(module.to_vec());
            };
            path = target.iter().chain(&rest[1..]).cloned().collect();
        }
        None
    }

    /// Returns which files each file needs.
    fn needs(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, (name, text)) in &self.files {
            let used = uses(text).into_iter().map(|(path, _)| path).chain(paths(text));
            for path in used {
                let Some(target) = absolute(&path, module).and_then(|path| self.defined_in(&path)) else {
                    continue;
                };
                let is_same_module = target.starts_with(module) || module.starts_with(&target);
                if !is_same_module {
                    needs.entry(name).or_default().insert(&self.files[&target].0);
                }
            }
        }
        needs
    }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// `check/block.rs` is `check::block`, `check/mod.rs` is `check`.
fn module_of(name: &str) -> Module {
    let name = name.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
    name.split('/').filter(|part| !matches!(*part, "" | "lib")).map(str::to_owned).collect()
}

fn without_comments(text: &str) -> String {
    // What is behind `mod tests` in a file belongs to its tests.
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Returns the paths of all `use`s, one for each name, and whether they are handed on.
fn uses(text: &str) -> Vec<(Module, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let before = rest[..at].trim_end_matches(|sign| sign != '\n').len();
        let line_start = &rest[before..at];
        let (statement, after) = rest[at + 4..].split_once(';').unwrap_or((&rest[at + 4..], ""));
        let visibility = line_start.trim();
        if visibility.is_empty() || visibility.starts_with("pub") {
            expand(statement, &[], &mut |path| found.push((path, visibility.starts_with("pub"))));
            rest = after;
        } else {
            rest = &rest[at + 4..];
        }
    }
    found
}

/// Writes `a::{b, c::d}` out.
fn expand(tree: &str, before: &[String], found: &mut impl FnMut(Module)) {
    let tree = tree.trim();
    let (head, braces) = match tree.find('{') {
        Some(at) => (&tree[..at], Some(&tree[at + 1..tree.rfind('}').unwrap_or(tree.len())])),
        None => (tree.split(" as ").next().unwrap_or_default(), None),
    };
    let parts = head.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned);
    let path: Module = before.iter().cloned().chain(parts).collect();
    let Some(inner) = braces else { return found(path) };
    let (mut depth, mut start) = (0, 0);
    for (at, sign) in inner.char_indices().chain([(inner.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !inner[start..at].trim().is_empty() {
                    expand(&inner[start..at], &path, found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// Returns the paths written out in the code: `crate::a::b`.
fn paths(text: &str) -> Vec<Module> {
    let is_of_path = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | ':');
    text.split(|sign| !is_of_path(sign))
        .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
        .map(|word| word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect())
        .collect()
}

/// Returns a path from the crate's root, for one that begins with `crate`, `super` or `self`, or names a module below.
fn absolute(path: &[String], module: &[String]) -> Option<Module> {
    match path.first()?.as_str() {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some([module, &path[1..]].concat()),
        "super" => {
            let ups = path.iter().take_while(|part| *part == "super").count();
            Some([module.get(..module.len().checked_sub(ups)?)?, &path[ups..]].concat())
        }
        _ => Some([module, path].concat()),
    }
}

/// Returns the files that can be reached from one.
fn reached<'s>(from: &str, needs: &BTreeMap<&'s str, BTreeSet<&'s str>>) -> BTreeSet<&'s str> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = needs.get(from).into_iter().flatten().copied().collect();
    while let Some(file) = open.pop() {
        if seen.insert(file) {
            open.extend(needs.get(file).into_iter().flatten());
        }
    }
    seen
}

#[test]
fn no_two_files_need_each_other() {
    let source = Source::read();
    let needs = source.needs();
    assert!(
        needs.values().map(BTreeSet::len).sum::<usize>() > 300,
        "the imports are not understood any more"
    );
    let reached: BTreeMap<&str, _> = needs.keys().map(|&file| (file, reached(file, &needs))).collect();
    let in_a_circle: Vec<String> = needs
        .iter()
        .flat_map(|(file, needed)| needed.iter().map(move |other| (*file, *other)))
        .filter(|(file, other)| reached.get(other).is_some_and(|others| others.contains(file)))
        .map(|(file, other)| format!("{file} needs {other}, and is needed by it"))
        .collect();
    assert!(in_a_circle.is_empty(), "{in_a_circle:#?}");
}

#[test]
fn every_format_has_its_row_in_the_registry() {
    // A format is public, so the compiler does not say that nobody uses it.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/emit");
    let registry = fs::read_to_string(root.join("registry.rs")).unwrap();
    let mut paths = Vec::new();
    files_below(&root, &mut paths);
    let texts = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    let named = |text: &str| {
        let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("pub const "));
        lines.filter_map(|line| Some(line.split_once(": Format = ")?.0.to_owned())).collect::<Vec<_>>()
    };
    let formats: Vec<String> = texts.flat_map(|text| named(&text)).collect();
    assert!(formats.len() >= 6, "only {formats:?} are found");
    for format in formats {
        assert!(registry.contains(&format!("    Format::{format},\n")), "{format} has no row in registry.rs");
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files_below(&root, &mut paths);
    let is_of_tests = |name: &str| name.contains("tests") || name.ends_with("samples.rs");
    for path in paths {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= MOST_LINES || TABLES.contains(&&*name) || is_of_tests(&name),
            "{name} has {lines} lines: it holds more than one idea"
        );
    }
}
