use crate::support::Folder;

#[test]
fn a_page_is_rendered() {
    Folder::new().sayso("explain SY016").code(0).golden("explain.txt");
    Folder::new().sayso("explain SY016 --format markdown").code(0).golden("explain-markdown.txt");
}

#[test]
fn a_rule_is_found_by_what_people_copy() {
    let page = Folder::new().sayso("explain SY016").stdout;
    for said in ["sy016", "error[SY016]", "warning[sy016]", "unknown-key"] {
        assert_eq!(Folder::new().sayso(&format!("explain {said}")).code(0).stdout, page, "{said}");
    }
}

#[test]
fn a_page_is_data_too() {
    let said = Folder::new().sayso("explain SY016 --format json");
    let page: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("JSON");
    assert_eq!(page["code"], "SY016");
    assert_eq!(page["name"], "unknown-key");
    assert_eq!(page["severity"], "error");
    assert_eq!(page["profile"], "daily");
    assert!(page["page"].as_str().is_some_and(|page| page.contains("## Fails")), "{page}");
}

#[test]
fn a_near_miss_is_suggested() {
    Folder::new().sayso("explain SY0016").fails("no rule has the code `SY0016`").tells("`SY016`");
    Folder::new().sayso("explain sy16").fails("no rule has the code `sy16`").tells("`SY016`");
    Folder::new().sayso("explain ÄÖ16").fails("no rule has the code `ÄÖ16`");
    Folder::new().sayso("explain unknwon-key").fails("no rule has the code").tells("unknown-key");
    Folder::new().sayso("explain quite-something-else").fails("no rule has the code").tells("sayso explain --all");
}

#[test]
fn all_rules_are_listed_and_have_a_page() {
    let said = Folder::new().sayso("explain --all --format json");
    let all: Vec<serde_json::Value> = serde_json::from_str(&said.code(0).stdout).expect("JSON");
    assert!(all.len() > 30, "{}", all.len());
    let text = Folder::new().sayso("explain --all").code(0).stdout.clone();
    let markdown = Folder::new().sayso("explain --all --format markdown").code(0).stdout.clone();
    for rule in &all {
        let code = rule["code"].as_str().expect("a code");
        assert!(text.lines().any(|line| line.starts_with(code)), "{code}");
        assert!(markdown.contains(&format!("| {code} |")), "{code}");
    }
}

#[test]
fn either_a_code_or_all() {
    Folder::new().sayso("explain").code(2);
    Folder::new().sayso("explain SY016 --all").code(2);
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let folder = Folder::new();
    let mut command = folder.command(["explain", "--all", "--format", "json"]);
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().expect("the binary runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
