//! Times one pass after another, for `benches/ratio`.

use std::time::Instant;

/// Does `pass` as many times as the last argument says, and prints how long each took, in microseconds.
pub fn timed(mut pass: impl FnMut()) {
    let passes = std::env::args().next_back().and_then(|last| last.parse().ok()).unwrap_or(1);
    for _ in 0..passes {
        let start = Instant::now();
        pass();
        println!("{}", start.elapsed().as_micros());
    }
}
