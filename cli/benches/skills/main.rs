//! How long `sayso build` takes, and how much memory, beside the floor in the same run.
//!
//! The floor reads the same files with a fast YAML library that keeps no places, into typed structs, and prints the same models; it checks
//! nothing. Whole processes are measured by the operating system's own accounting; absolute times depend on the machine, ratios hold.
//!
//! `cargo bench --bench skills` prints all tables; `-- quick` leaves out the slopes.

mod floor;
mod generate;
mod measure;

use generate::{Size, Skill};
use measure::{Usage, processes};
use std::path::Path;
use std::process::Command;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--floor") {
        return floor::run(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    }
    if arguments.iter().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only asks whether this builds.
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    println!("whole process, medians: CPU ms, wall ms, peak MiB; then the same of the floor, and the ratio of CPU\n");
    println!(
        "{:<8} {:>8} {:>8} | {:>8} {:>8} {:>7} | {:>8} {:>8} {:>7} | {:>6} {:>6}",
        "skill", "in KB", "out KB", "cpu", "wall", "mem", "cpu", "wall", "mem", "cpu x", "wall x"
    );
    for (size, locales) in [(Size::S, 1), (Size::S, 5), (Size::M, 1), (Size::M, 5), (Size::L, 1), (Size::L, 5)] {
        row(folder.path(), size, locales);
    }
    println!("\ninside one process: MB of YAML a second\n");
    for (size, locales) in [(Size::S, 1), (Size::M, 1), (Size::L, 1), (Size::L, 5)] {
        stages(folder.path(), size, locales);
    }
    if !arguments.iter().any(|argument| argument == "quick") {
        slopes(folder.path());
    }
}

/// One skill: our process and the floor's, in turn.
fn row(folder: &Path, size: Size, locales: usize) {
    let skill = Skill::write(folder, size, locales);
    let runs = if size == Size::L { 5 } else { 21 };
    let (ours, floor) = processes(runs, || ours(&skill), || floor_of(&skill));
    let written = size_of(&skill.out.join("skill-package"));
    println!(
        "{:<8} {:>8} {:>8} | {ours} | {floor} | {:>6.2} {:>6.2}",
        skill.name,
        skill.bytes / 1000,
        written / 1000,
        ours.cpu / floor.cpu,
        ours.wall / floor.wall
    );
}

fn ours(skill: &Skill) -> Command {
    let _ = std::fs::remove_dir_all(&skill.out);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.arg("build").arg(skill.folder.join("skill.yaml")).arg("--out").arg(&skill.out);
    command
}

fn floor_of(skill: &Skill) -> Command {
    let _ = std::fs::remove_dir_all(&skill.floor_out);
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg("--floor").arg(&skill.folder).arg(&skill.floor_out);
    command
}

fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let sizes = entries.flatten().map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => size_of(&entry.path()),
        Ok(found) => found.len(),
        Err(_) => 0,
    });
    sizes.sum()
}

/// Parse, everything up to the checked skill, and the files, in this process.
fn stages(folder: &Path, size: Size, locales: usize) {
    let skill = Skill::write(folder, size, locales);
    let input = skill.input();
    let options = sayso_compiler::Options::default();
    let parse = measure::fastest(5, || sayso_compiler::count_nodes(&input));
    let analysis = measure::fastest(5, || sayso_compiler::analyze(&input, &options, |analysis| analysis.diagnostics.len()));
    let all = measure::fastest(5, || {
        sayso_compiler::analyze(&input, &options, |analysis| {
            let skill = analysis.skill.expect("generated skills have no errors");
            sayso_compiler::emit::package(&skill).len()
        })
    });
    let rate = |seconds: f64| skill.bytes as f64 / 1e6 / seconds;
    println!(
        "{:<8} parse {:>6.1}   lower and check {:>6.1}   emit {:>6.1}   all {:>6.1}   (wall {:.1} ms)",
        skill.name,
        rate(parse),
        rate((analysis - parse).max(1e-9)),
        rate((all - analysis).max(1e-9)),
        rate(all),
        all * 1e3
    );
}

/// CPU against size: linear when the last column stays the same.
fn slopes(folder: &Path) {
    println!("\nslopes: CPU ms, and ns for each byte of YAML\n");
    for (size, locales) in [(Size::S, 1), (Size::M, 1), (Size::L, 1), (Size::M, 2), (Size::M, 5), (Size::M, 9), (Size::M, 17)] {
        let skill = Skill::write(folder, size, locales);
        let usage: Usage = measure::median(11, || ours(&skill));
        println!("{:<8} {:>9.1} {:>9.1}", skill.name, usage.cpu, usage.cpu * 1e6 / skill.bytes as f64);
    }
}
