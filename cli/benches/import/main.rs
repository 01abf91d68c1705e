//! How long it takes to import the largest public skill and to build it again, and how much memory, beside the floor in the same run.
//!
//! The floor parses the same JSON with `serde_json` and prints it again, indented; it understands and checks nothing. Whole processes are
//! measured by the operating system's own accounting; absolute times depend on the machine, ratios hold. `cargo bench --bench import`.

#[path = "../skills/measure.rs"]
mod measure;

use measure::{Usage, fastest, median, processes};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// 28,802 values in one slot type.
const LARGEST: &str = "../../shared/corpus/JoeMoCode__OracleMTG";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--floor") {
        return print_again(Path::new(&arguments[at + 1]), Path::new(&arguments[at + 2]));
    }
    if arguments.iter().any(|argument| argument == "--test") {
        return; // `cargo test --benches` only asks whether this builds.
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join(LARGEST);
    if !package.is_dir() {
        return println!("skipped: no {LARGEST} beside this checkout");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    tables(&package, folder.path());
}

fn tables(package: &Path, folder: &Path) {
    let (skill, built, printed) = (folder.join("skill"), folder.join("built"), folder.join("printed"));
    let nothing = || sayso(&["--version".into()]);
    let floor = || floor(package, &printed);
    let import = || sayso(&["import".into(), package.into(), "--out".into(), fresh(&skill)]);
    let build = || sayso(&["build".into(), skill.join("skill.yaml"), "--out".into(), fresh(&built)]);
    let runs = 15;
    let idle = median(runs, nothing);
    let (importing, first) = processes(runs, import, floor);
    let (building, second) = processes(runs, build, floor);
    let floor =
        Usage { cpu: (first.cpu + second.cpu) / 2.0, wall: (first.wall + second.wall) / 2.0, memory: first.memory.max(second.memory) };
    let both =
        Usage { cpu: importing.cpu + building.cpu, wall: importing.wall + building.wall, memory: importing.memory.max(building.memory) };
    println!("{} KB of JSON; whole process, medians: CPU ms, wall ms, peak MiB; then the ratio to the floor\n", size(package) / 1000);
    println!("{:<10} {:>8} {:>8} {:>7} | {:>6} {:>6}", "", "cpu", "wall", "mem", "cpu x", "wall x");
    for (name, usage) in [("nothing", idle), ("floor", floor), ("import", importing), ("build", building), ("both", both)] {
        println!("{name:<10} {usage} | {:>6.2} {:>6.2}", usage.cpu / floor.cpu, usage.wall / floor.wall);
    }
    let seconds = fastest(runs, || print_again(package, &printed));
    println!("\nthe floor without its process: {:.1} ms", seconds * 1e3);
}

fn sayso(arguments: &[PathBuf]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.args(arguments);
    command
}

fn floor(package: &Path, out: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg("--floor").arg(package).arg(fresh(out));
    command
}

/// The same folder, empty.
fn fresh(folder: &Path) -> PathBuf {
    let _ = fs::remove_dir_all(folder);
    folder.to_owned()
}

/// Parses every file of a package and prints it again.
fn print_again(package: &Path, out: &Path) {
    for path in files(package) {
        let value: Value = serde_json::from_slice(&fs::read(&path).expect("a file")).expect("JSON");
        let to = out.join(path.strip_prefix(package).expect("a file of the package"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::write(to, serde_json::to_vec_pretty(&value).expect("JSON")).expect("a file");
    }
}

fn size(folder: &Path) -> u64 {
    files(folder).iter().filter_map(|path| Some(path.metadata().ok()?.len())).sum()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
