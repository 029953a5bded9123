//! Makes two indexes: the place of each movement in the catalogue, by the keys of all its names, and the rules' pages.
//! Looking a name up then costs a binary search, and starting the program costs nothing.

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
    for path in &files {
        index.add(&fs::read_to_string(path)?);
    }
    index.write(&out)?;
    fs::write(out.join("rules.rs"), pages(&files_in(&root.join("docs").join("rules"), "md")?))
}

/// Asks the linker to pack the addresses that the loader corrects at every start, from 24 bytes each to one bit. Most of
/// them are the typesetter's. Does so only if the program is built for this very system, whose loader must be able to
/// read them. A linker that can't pack ignores the option.
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

/// Returns the version of this system's glibc; zeros if it is unknown.
fn glibc() -> [u32; 2] {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = said.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let mut figures =
        said.trim().trim_start_matches("glibc ").split('.').map(|figure| figure.parse().unwrap_or(0));
    [figures.next().unwrap_or(0), figures.next().unwrap_or(0)]
}

/// Returns the files of a folder that have this extension, sorted. The index is made again when the folder changes.
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
    // `README` is not the page of a rule.
    let is_page = |name: &str| name.starts_with(|c: char| c.is_ascii_lowercase());
    let mut pages: Vec<_> =
        files.iter().map(|path| (name(path), path)).filter(|(name, _)| is_page(name)).collect();
    // Paths are sorted with their extension, and its dot may sort before a dash.
    pages.sort();
    let mut text = String::from("/// The name and the page of each rule, sorted by name.\n");
    let _ = writeln!(text, "const PAGES: &[(&str, &str)] = &[");
    for (name, path) in pages {
        let _ = writeln!(text, "    ({name:?}, include_str!({:?})),", path.display().to_string());
    }
    text + "];\n"
}

/// Where each movement's definition is, and the keys of its names.
#[derive(Default)]
struct Index {
    /// All files of the catalogue, one after the other.
    text: String,
    /// The first byte of each definition, and one past its last byte.
    places: Vec<(usize, usize)>,
    names: Vec<(String, usize)>,
    also: Vec<(String, usize)>,
}

impl Index {
    /// Adds the movements of one file. Lines tell them apart: `movement "…" <`, `  also …`, `>`.
    fn add(&mut self, text: &str) {
        let mut open: Option<usize> = None;
        let mut from = self.text.len();
        for line in text.split_inclusive('\n') {
            let number = self.places.len();
            if let Some(name) = line.strip_prefix("movement \"").and_then(|rest| rest.split('"').next()) {
                self.names.push((key::key(name), number));
                open = Some(from);
            } else if let Some(also) = line.strip_prefix("  also ") {
                for name in also.split('"').skip(1).step_by(2) {
                    self.also.push((key::key(name), number));
                }
            } else if line.starts_with('>')
                && let Some(start) = open.take()
            {
                self.places.push((start, from + line.len()));
            }
            from += line.len();
        }
        self.text += text;
    }

    /// Writes the catalogue's text as one file, and the index as Rust beside it.
    ///
    /// The tables hold offsets into one text rather than strings of their own: a string is an address, and the loader
    /// has to set each address right whenever the program starts.
    fn write(&self, out: &Path) -> io::Result<()> {
        fs::write(out.join("catalog.wod"), &self.text)?;
        let mut text = String::from(
            "/// The catalogue's files, one after the other.\n\
             static TEXT: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/catalog.wod\"));\n",
        );
        let _ = writeln!(text, "\n/// Where each movement's definition is in [`TEXT`].");
        let _ = writeln!(text, "static PLACES: [Place; {}] = [", self.places.len());
        for (start, end) in &self.places {
            let _ = writeln!(text, "    Place {{ start: {start}, end: {end} }},");
        }
        let _ = writeln!(text, "];");
        for (list, doc, keys) in [
            ("NAMES", "The keys of the movements' own names.", &self.names),
            ("ALSO", "The keys of their other names.", &self.also),
        ] {
            let mut sorted = keys.clone();
            sorted.sort();
            let joined: String = sorted.iter().map(|(key, _)| key.as_str()).collect();
            let _ = writeln!(text, "\n/// {doc}\nstatic {list}: Keys = Keys {{");
            let _ = writeln!(text, "    text: {joined:?},\n    rows: &[");
            let mut end = 0;
            for (key, number) in &sorted {
                end += key.len();
                let _ = writeln!(text, "        ({end}, {number}),");
            }
            let _ = writeln!(text, "    ],\n}};");
        }
        fs::write(out.join("catalog.rs"), text)
    }
}
