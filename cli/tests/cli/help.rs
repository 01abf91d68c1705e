use crate::support::Folder;

const COMMANDS: [&str; 10] = ["new", "import", "check", "build", "explain", "auth", "schema", "diff", "account-linking", "completions"];

#[test]
fn help_is_as_it_was_written() {
    Folder::new().sayso("-h").code(0).golden("help-short.txt");
    Folder::new().sayso("--help").code(0).golden("help.txt");
    for command in COMMANDS {
        Folder::new().sayso(&format!("{command} --help")).code(0).golden(&format!("help-{command}.txt"));
    }
}

#[test]
fn short_help_fits_a_screen() {
    for args in ["-h".to_owned()].into_iter().chain(COMMANDS.map(|command| format!("{command} -h"))) {
        let said = Folder::new().sayso(&args);
        assert!(said.stdout.lines().count() <= 24, "{said:#?}");
    }
}

#[test]
fn help_names_every_exit_code() {
    let said = Folder::new().sayso("--help");
    for code in ["  0  ", "  1  ", "  2  ", "  3  ", "  101  ", "  130  "] {
        said.prints(&format!("\n{code}"));
    }
}

#[test]
fn the_version_is_the_crates() {
    assert_eq!(Folder::new().sayso("--version").code(0).stdout, format!("sayso {}\n", env!("CARGO_PKG_VERSION")));
}
