//! How long the Rust of a skill with 250 intents takes to build, beside a crate in which the same handlers are written by hand.
//!
//! Both are crates of their own whose dependencies are built already; measured is the CPU of a whole `cargo build`, and the same for an
//! empty crate, which is what cargo itself takes. `cargo bench --bench generated`.

mod crates;

use crates::{Crate, Kind};
use std::path::Path;
use std::process::{Command, Stdio};
use wait4::Wait4;

const INTENTS: usize = 250;

fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only asks whether this builds.
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    println!("CPU seconds of `cargo build`, dependencies built; medians of 5\n");
    println!("{:<28} {:>12} {:>15} {:>15} {:>15}", "crate", "from scratch", "one more slot", "a comment more", "nothing new");
    for kind in [Kind::Empty, Kind::ByHand, Kind::Macro, Kind::EveryRequest, Kind::BuildScript] {
        let made = Crate::write(folder.path(), kind, INTENTS);
        build(&made.folder); // the dependencies
        let scratch = median(|| {
            run(&made.folder, &["clean", "--quiet", "--package", made.name]);
            build(&made.folder)
        });
        let mut slots = 0;
        let slot = median(|| {
            slots += 1;
            made.with_slots(slots);
            build(&made.folder)
        });
        let mut comments = 0;
        let comment = median(|| {
            comments += 1;
            made.with_comments(comments);
            build(&made.folder)
        });
        let nothing = median(|| build(&made.folder));
        println!("{:<28} {scratch:>12.2} {slot:>15.2} {comment:>15.2} {nothing:>15.2}", kind.title());
    }
}

/// The CPU seconds of a build.
fn build(folder: &Path) -> f64 {
    run(folder, &["build", "--quiet", "--offline"])
}

fn run(folder: &Path, arguments: &[&str]) -> f64 {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // One target folder for all: the dependencies are the same.
    command.args(arguments).current_dir(folder).env("CARGO_TARGET_DIR", folder.with_file_name("target"));
    command.env_remove("RUSTFLAGS").stdout(Stdio::null());
    let ended = command.spawn().expect("cargo starts").wait4().expect("cargo ends");
    assert!(ended.status.success(), "{command:?} failed in {}", folder.display());
    (ended.rusage.utime + ended.rusage.stime).as_secs_f64()
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut figures: Vec<f64> = (0..5).map(|_| measure()).collect();
    figures.sort_by(f64::total_cmp);
    figures[2]
}
