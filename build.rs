//! Makes two indexes: of the catalogue, where each movement stands, by the keys of all its names; and of the rules'
//! pages. Looking a name up then costs a binary search, and starting the program costs nothing.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it reads the catalogue and the pages, writes their indexes, and asks for the version of glibc"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

#[path = "src/catalog/key.rs"]
mod key;

fn main() -> io::Result<()> {
    pack_relocations();
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let files = files_in(&root.join("src").join("catalog"), "wod")?;
    let mut index = Index::default();
    for (number, path) in files.iter().enumerate() {
        index.add(number, &fs::read_to_string(path)?);
    }
    fs::write(out.join("catalog.rs"), index.write(&files))?;
    fs::write(out.join("rules.rs"), pages(&files_in(&root.join("docs").join("rules"), "md")?))
}

/// Asks the linker to pack the addresses that the loader corrects at every start, most of them the typesetter's: to a
/// bit each, from 24 bytes. Only where the program is built for the system it is built on, since the loader must know
/// how to read them. A linker that can't pack ignores the option.
fn pack_relocations() {
    let about = |key: &str| env::var(format!("CARGO_CFG_TARGET_{key}")).unwrap_or_default();
    let is_static = about("FEATURE").split(',').any(|feature| feature == "crt-static");
    let is_native = env::var_os("TARGET") == env::var_os("HOST");
    if is_native
        && about("OS") == "linux"
        && about("ENV") == "gnu"
        && !is_static
        && glibc() >= FIRST_TO_UNPACK
    {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The first glibc whose loader reads packed relocations.
const FIRST_TO_UNPACK: [u32; 2] = [2, 36];

/// Returns the version of this system's glibc; zeros where it can't be told.
fn glibc() -> [u32; 2] {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let mut figures =
        said.trim().trim_start_matches("glibc ").split('.').map(|figure| figure.parse().unwrap_or(0));
    [figures.next().unwrap_or(0), figures.next().unwrap_or(0)]
}

/// Returns the files of a folder whose names end so, sorted. The index is made again when the folder changes.
fn files_in(folder: &Path, extension: &str) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    Ok(files)
}

/// Writes the index of the rules' pages as Rust, sorted by the rules' names.
fn pages(files: &[PathBuf]) -> String {
    let name = |path: &PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    // `README` is no page of a rule.
    let is_page = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase());
    let mut pages: Vec<_> =
        files.iter().map(|path| (name(path), path)).filter(|(name, _)| is_page(name)).collect();
    // A path is sorted with its ending, which may come before a dash.
    pages.sort();
    let mut text = String::from("/// The name and the page of each rule, sorted by name.\n");
    let _ = writeln!(text, "const PAGES: &[(&str, &str)] = &[");
    for (name, path) in pages {
        let _ = writeln!(text, "    ({name:?}, include_str!({:?})),", path.display().to_string());
    }
    text + "];\n"
}

/// Where each movement stands, and the keys of its names.
#[derive(Default)]
struct Index {
    /// Name, file, first byte, one past the last byte.
    entries: Vec<(String, usize, usize, usize)>,
    names: Vec<(String, usize)>,
    also: Vec<(String, usize)>,
}

impl Index {
    /// Adds the movements of one file, which is laid out so that lines tell: `movement "…" <`, `  also …`, `>`.
    fn add(&mut self, file: usize, text: &str) {
        let mut open: Option<(usize, String)> = None;
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            let number = self.entries.len();
            if let Some(name) = line.strip_prefix("movement \"").and_then(|rest| rest.split('"').next()) {
                self.names.push((key::key(name), number));
                open = Some((from, name.to_owned()));
            } else if let Some(also) = line.strip_prefix("  also ") {
                for name in also.split('"').skip(1).step_by(2) {
                    self.also.push((key::key(name), number));
                }
            } else if line.starts_with('>')
                && let Some((start, name)) = open.take()
            {
                self.entries.push((name, file, start, from + line.len()));
            }
            from += line.len();
        }
    }

    /// Writes the index as Rust.
    fn write(mut self, files: &[PathBuf]) -> String {
        self.names.sort();
        self.also.sort();
        let mut text = String::new();
        let _ = writeln!(text, "/// The catalogue's files.\nconst FILES: &[&str] = &[");
        for path in files {
            let _ = writeln!(text, "    include_str!({:?}),", path.display().to_string());
        }
        let _ = writeln!(text, "];\n\n/// Each movement: its name, and where it stands in which file.");
        let _ = writeln!(text, "const ENTRIES: &[Entry] = &[");
        for (name, file, start, end) in &self.entries {
            let _ =
                writeln!(text, "    Entry {{ name: {name:?}, file: {file}, start: {start}, end: {end} }},");
        }
        let _ = writeln!(text, "];");
        for (list, doc, keys) in [
            ("NAMES", "The keys of the movements' own names, sorted.", &self.names),
            ("ALSO", "The keys of their other names, sorted.", &self.also),
        ] {
            let _ = writeln!(text, "\n/// {doc}\nconst {list}: &[(&str, u16)] = &[");
            for (key, number) in keys {
                let _ = writeln!(text, "    ({key:?}, {number}),");
            }
            let _ = writeln!(text, "];");
        }
        text
    }
}
