//! Whether time and memory grow as the text does, for each of many shapes that a text may have.
//!
//! `cargo bench --bench shapes` doubles each shape twice. For each pass over a shape it prints how long the largest size
//! takes, and how many times as long that is as the size before; then the same for the peak of memory. It fails if any of
//! these grows by more than [`MOST_GROWTH`] a doubling. A shape's name, or a part of it, after `--` runs only that shape.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program of its own")]

#[path = "../ordinary/mod.rs"]
mod ordinary;
mod passes;
mod texts;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use passes::PASSES;
use peak_alloc::PeakAlloc;
use texts::{SHAPES, Shape};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The sizes of a shape, in bytes: large enough for quadratic work to outweigh the rest. Without optimisation everything
/// takes ten times as long, so smaller sizes will do.
const SIZES: [usize; 3] =
    if cfg!(debug_assertions) { [8 * KIB, 16 * KIB, 32 * KIB] } else { [32 * KIB, 64 * KIB, 128 * KIB] };
const KIB: usize = 1024;
/// The most that time and memory may grow from one size to the next. Linear is 2; the rest is for a busy machine.
const MOST_GROWTH: f64 = 2.6;
/// How often a pass is timed. The fastest counts, since other programs only ever make it slower.
const TIMES: usize = 3;
/// A pass that seems to grow too fast is timed this often more before it is believed.
const MORE_TIMES: usize = 12;
/// Passes that take less time or memory than this do not show how they grow.
const LEAST_TIME: Duration = Duration::from_micros(500);
const LEAST_MEMORY: usize = 64 * 1024;

/// The time and memory that the sizes of a shape take.
#[derive(Debug, Clone, Copy)]
struct Cost {
    times: [Duration; 3],
    memory: [usize; 3],
}

/// The growth of the last doublings, a doubling.
fn growth(first: f64, last: f64) -> f64 {
    (last / first).powf(1.0 / (SIZES.len() - 1) as f64)
}

impl Cost {
    fn of(texts: &[String; 3], run: fn(&str)) -> Self {
        let mut cost = Self { times: [Duration::MAX; 3], memory: [0; 3] };
        for (at, text) in texts.iter().enumerate() {
            MEMORY.reset_peak_usage();
            let before = MEMORY.current_usage();
            run(black_box(text));
            cost.memory[at] = MEMORY.peak_usage().saturating_sub(before);
        }
        cost.time(texts, run, TIMES);
        if cost.time_growth() > MOST_GROWTH {
            cost.time(texts, run, MORE_TIMES);
        }
        cost
    }

    /// Times all sizes in turns, so that a busy moment meets each of them.
    fn time(&mut self, texts: &[String; 3], run: fn(&str), times: usize) {
        for _ in 0..times {
            for (text, fastest) in texts.iter().zip(&mut self.times) {
                let start = Instant::now();
                run(black_box(text));
                *fastest = start.elapsed().min(*fastest);
            }
        }
    }

    fn time_growth(&self) -> f64 {
        let [first, .., last] = self.times.map(|time| time.max(LEAST_TIME).as_secs_f64());
        growth(first, last)
    }

    fn memory_growth(&self) -> f64 {
        let [first, .., last] = self.memory.map(|bytes| bytes.max(LEAST_MEMORY) as f64);
        growth(first, last)
    }
}

fn main() -> ExitCode {
    // Cargo passes `--bench` to every benchmark.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_wanted = |shape: &&Shape| wanted.is_empty() || wanted.iter().any(|part| shape.name.contains(part));
    print!("{:<27}", "");
    for (name, _) in PASSES {
        print!("{name:>24}");
    }
    println!("\n{:<27}{}", "", "      ms   grow   MB grow".repeat(PASSES.len()));
    let mut failed = Vec::new();
    for shape in SHAPES.iter().filter(is_wanted) {
        let texts = SIZES.map(shape.text);
        print!("{:<27}", shape.name);
        for (name, run) in PASSES {
            let cost = Cost::of(&texts, *run);
            let (time, memory) = (cost.time_growth(), cost.memory_growth());
            let [.., last] = cost.times;
            let [.., most] = cost.memory;
            print!("{:>8.1}{time:>6.2}{:>6.1}{memory:>5.2}", last.as_secs_f64() * 1e3, most as f64 / 1e6);
            for (what, growth) in [("time", time), ("memory", memory)] {
                if growth > MOST_GROWTH {
                    failed.push(format!("{}, {name}: {what} grows {growth:.2} times a doubling", shape.name));
                }
            }
        }
        println!();
    }
    for fault in &failed {
        println!("{fault}");
    }
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
