#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| wodc_fuzz::format(text));
