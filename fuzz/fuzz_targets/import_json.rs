#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| sayso_fuzz::import_json::run(data));
