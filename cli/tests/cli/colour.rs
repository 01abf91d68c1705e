use crate::support::{Folder, SKILL, Said};

fn check(args: &str, vars: &[(&str, &str)]) -> Said {
    let folder = Folder::with(&SKILL.replace("samples: [when", "sampels: [when"));
    let mut command = folder.command(args.split_whitespace());
    command.envs(vars.iter().copied());
    folder.run(args, command)
}

#[track_caller]
fn has_colours(said: &Said, expected: bool) {
    assert_eq!(said.stderr.contains("\u{1b}["), expected, "{said:?}");
}

#[test]
fn there_are_no_colours_without_a_terminal() {
    has_colours(&check("check", &[]), false);
    has_colours(&check("check --color always", &[]), true);
    has_colours(&check("--color always check", &[("NO_COLOR", "1")]), true);
    has_colours(&check("check", &[("CLICOLOR_FORCE", "1")]), true);
    has_colours(&check("check", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), false);
    has_colours(&check("check --color never", &[("CLICOLOR_FORCE", "1")]), false);
}

#[test]
fn failures_follow_the_same_wish() {
    has_colours(&check("check nowhere --color always", &[]), true);
    has_colours(&check("check nowhere", &[]), false);
}

#[test]
fn data_for_machines_have_no_colours_at_all() {
    for format in ["json", "sarif", "github"] {
        let said = check(&format!("check --color always --format {format}"), &[]);
        assert!(!said.stdout.contains('\u{1b}'), "{said:?}");
    }
}
