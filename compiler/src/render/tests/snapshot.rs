//! Files of expected text.

use std::path::Path;

/// Compares `actual` with `snapshots/<name>`.
pub fn expect(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/snapshots").join(name);
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if expected == actual {
        return;
    }
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, actual).expect("the snapshot can be written");
        panic!("{name} is rewritten; look at the change and run the test again");
    }
    panic!("{name} differs (SAYSO_UPDATE=1 rewrites it); this is what is rendered now:\n{actual}");
}

/// Escape sequences as text, so that a snapshot can be read in an editor and in a terminal.
pub fn visible(coloured: &str) -> String {
    coloured.replace('\u{1b}', "<ESC>")
}

/// The text without its colours; other sequences would stay.
pub fn without_colour(coloured: &str) -> String {
    let mut parts = coloured.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let (_, rest) = part.split_once('m').expect("a colour ends with `m`");
        plain + rest
    })
}
