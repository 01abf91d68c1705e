//! Files that nobody meant to write.

use crate::support::{errors, text};
use std::time::{Duration, Instant};

#[test]
fn what_is_no_skill_at_all_is_said_to_be_none() {
    for (bytes, code) in [
        (&b""[..], "SY012"),
        (b"\n\n  \n", "SY012"),
        (b"# only a comment\n", "SY012"),
        (b"---\n...\n", "SY012"),
        (b"hello", "SY017"),
        (b"[1, 2]", "SY017"),
        (b"sayso: 2\n", "SY023"),
        (b"\x00\x01\x02", "SY014"),
        (b"skill: \xff\xfe\n", "SY011"),
        (b"skill:\n\tname: Tab\n", "SY006"),
        (b"sayso: 1\nsayso: 1\n", "SY002"),
        (b"--- \nsayso: 1\n---\nsayso: 1\n", "SY008"),
        (b"a: &somebody 1\nskill: [*nobody]\n", "SY013"),
        (b"skill: !!binary aGk=\n", "SY010"),
        (b"skill: \"never closed\n", "SY015"),
        (b"? [a, b]\n: c\n", "SY009"),
    ] {
        let found = errors(bytes);
        assert!(found.contains(&code), "{:?} gives {found:?}, not {code}", String::from_utf8_lossy(bytes));
    }
}

/// The codes, which have to come soon: a build must not hang for a file that somebody else wrote.
fn soon(bytes: &[u8]) -> Vec<&'static str> {
    let start = Instant::now();
    let found = errors(bytes);
    assert!(start.elapsed() < Duration::from_secs(20), "it took {:?}", start.elapsed());
    found
}

#[test]
fn a_file_of_fifty_megabytes_is_refused() {
    let huge = "# a comment that goes on and on\n".repeat(50 * 1024 * 1024 / 32);
    assert_eq!(soon(huge.as_bytes()), ["SY004"]);
}

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = String::from("a0: &a0 [lol, lol]\n");
    for level in 1..40 {
        let before = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(", ")));
    }
    assert!(soon(bomb.as_bytes()).contains(&"SY005"));
}

#[test]
fn what_is_ten_thousand_levels_deep_is_refused() {
    let flow = format!("a: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(soon(flow.as_bytes()).contains(&"SY003"));
    let braces = format!("a: {}{}", "{a: ".repeat(10_000), "}".repeat(10_000));
    assert!(soon(braces.as_bytes()).contains(&"SY003"));
    let block: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert!(soon(block.as_bytes()).contains(&"SY003"));
    let open = "[".repeat(100_000);
    assert!(!soon(open.as_bytes()).is_empty());
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    for case in ["ride-hailer", "dialogs", "speech"] {
        let text = text(case);
        let unix = errors(text.as_bytes());
        assert_eq!(errors(format!("\u{feff}{text}").as_bytes()), unix, "{case}");
        assert_eq!(errors(text.replace('\n', "\r\n").as_bytes()), unix, "{case}");
    }
}

#[test]
fn a_word_of_a_hundred_thousand_letters_is_only_a_word() {
    let long = "x".repeat(100_000);
    for place in ["ordered", "OrderRide", "rides.request", "ridehailer.example", "Where would you like to go"] {
        assert!(!soon(text("ride-hailer").replace(place, &long).as_bytes()).is_empty(), "{place}");
    }
}
