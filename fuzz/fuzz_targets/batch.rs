#![no_main]

libfuzzer_sys::fuzz_target!(|lines: &[u8]| wodc_fuzz::batch(lines));
