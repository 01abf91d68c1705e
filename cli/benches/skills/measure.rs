//! What whole processes cost, by the operating system's accounting.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// What one process cost.
#[derive(Clone, Copy)]
pub struct Usage {
    /// User and system time, in milliseconds.
    pub cpu: f64,
    /// From start to exit, in milliseconds.
    pub wall: f64,
    /// The largest resident set, in MiB.
    pub memory: f64,
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>8.1} {:>8.1} {:>7.1}", self.cpu, self.wall, self.memory)
    }
}

fn run(mut command: Command) -> Usage {
    let start = Instant::now();
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let ended = child.wait4().expect("the program ends");
    let wall = start.elapsed().as_secs_f64() * 1e3;
    assert!(ended.status.success(), "{command:?} failed");
    let cpu = (ended.rusage.utime + ended.rusage.stime).as_secs_f64() * 1e3;
    Usage { cpu, wall, memory: ended.rusage.maxrss as f64 / (1024.0 * 1024.0) }
}

/// The median of each figure over several runs, after one that does not count.
pub fn median(runs: usize, command: impl Fn() -> Command) -> Usage {
    run(command());
    middle((0..runs).map(|_| run(command())).collect())
}

/// Two commands in turn, so that a change of the machine's speed touches both.
pub fn processes(runs: usize, a: impl Fn() -> Command, b: impl Fn() -> Command) -> (Usage, Usage) {
    run(a());
    run(b());
    let pairs: Vec<(Usage, Usage)> = (0..runs).map(|_| (run(a()), run(b()))).collect();
    let (first, second) = pairs.into_iter().unzip();
    (middle(first), middle(second))
}

fn middle(usages: Vec<Usage>) -> Usage {
    let of = |figure: fn(&Usage) -> f64| {
        let mut figures: Vec<f64> = usages.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Usage { cpu: of(|usage| usage.cpu), wall: of(|usage| usage.wall), memory: of(|usage| usage.memory) }
}

/// The shortest of several runs in this process, in seconds.
pub fn fastest<T>(runs: usize, work: impl Fn() -> T) -> f64 {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..runs).map(time).fold(f64::INFINITY, f64::min)
}
