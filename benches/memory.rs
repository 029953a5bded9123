//! How much memory a check takes: the peak (`max alloc`) for files of 20,000 and 40,000 lines.
//!
//! This is not part of `pipeline`, because an allocator that counts is slower.

mod ordinary;

use divan::{AllocProfiler, Bencher, black_box};
use ordinary::ordinary;
use wodc::analysis::{NoFiles, Request, compile};
use wodc::source::SourceFile;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(args = [20_000, 40_000], sample_count = 3)]
fn check(bencher: Bencher<'_, '_>, lines: usize) {
    let text = ordinary(lines);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| {
        compile(SourceFile::new("ordinary.wod", black_box(text.as_str())), &Request::default(), &NoFiles)
    });
}
