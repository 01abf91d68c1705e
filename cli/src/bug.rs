//! What is said when the tool itself is wrong.

use sayso_compiler::render::clean;
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a secret is in memory, so that no value may be told.
static HOLDS_SECRET: AtomicBool = AtomicBool::new(false);

/// From now on, a panic tells where it happened and not what it says.
pub fn hold_secret() {
    HOLDS_SECRET.store(true, Ordering::Relaxed);
}

/// Lets a panic ask for a report. The exit code is then 101, Rust's own.
pub fn report_panics() {
    panic::set_hook(Box::new(|panic| eprint!("{}", report(panic))));
}

fn report(panic: &PanicHookInfo<'_>) -> String {
    let what = match panic.payload_as_str() {
        Some(said) if !HOLDS_SECRET.load(Ordering::Relaxed) => clean::line(said).into_owned(),
        _ => "(what happened is not shown)".to_owned(),
    };
    let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    let command = std::env::args().nth(1).unwrap_or_default();
    format!(
        "bug: {what}\n  \
           = note: this is a mistake in sayso, not in your skill\n  \
           = note: sayso {} ({} {}), at {place}, command `{}`\n  \
           = help: please report it, with these lines and the smallest skill.yaml that shows it\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        clean::line(&command),
    )
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    /// Set for the process in which [`panics`] is to do so.
    const PANIC: &str = "SAYSO_TEST_PANICS";

    /// Does nothing unless a test below runs it, in a process of its own.
    #[test]
    fn panics() {
        if std::env::var_os(PANIC).is_none() {
            return;
        }
        super::report_panics();
        if std::env::var_os("HOLD").is_some() {
            super::hold_secret();
        }
        panic!("the value is \u{1b}[31mhunter2");
    }

    fn told(hold: bool) -> String {
        let exe = std::env::current_exe().expect("the test's own binary");
        let mut command = Command::new(exe);
        command.args(["--exact", "--nocapture", "bug::tests::panics"]).env(PANIC, "1").env_remove("HOLD");
        if hold {
            command.env("HOLD", "1");
        }
        let output = command.output().expect("it runs");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
    }

    #[test]
    fn a_panic_asks_for_a_report() {
        let told = told(false);
        assert!(told.contains("bug: the value is \\u{1b}[31mhunter2\n"), "{told}");
        assert!(told.contains("please report it"), "{told}");
    }

    #[test]
    fn a_panic_tells_no_secret() {
        let told = told(true);
        assert!(!told.contains("hunter2"), "{told}");
        assert!(told.contains("please report it"), "{told}");
    }
}
