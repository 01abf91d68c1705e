//! What comes in with the SDK.

use std::path::Path;

/// The versions of a package that the workspace is built with.
fn versions(package: &str) -> Vec<String> {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = std::fs::read_to_string(lock).expect("the lock file");
    let entries = lock.split("[[package]]").filter(|entry| entry.contains(&format!("\nname = \"{package}\"\n")));
    let version = |entry: &str| entry.split("version = \"").nth(1)?.split('"').next().map(str::to_owned);
    entries.filter_map(version).collect()
}

#[test]
fn tls_is_that_of_today() {
    let rustls = versions("rustls");
    assert!(rustls.len() == 1 && rustls[0].starts_with("0.23."), "{rustls:?}");
    for outdated in ["openssl", "native-tls", "hyper-tls"] {
        assert_eq!(versions(outdated), Vec::<String>::new(), "{outdated}");
    }
    assert!(versions("hyper").iter().all(|version| version.starts_with("1.")), "{:?}", versions("hyper"));
    assert!(versions("rustls-webpki").iter().all(|version| !version.starts_with("0.101.")), "{:?}", versions("rustls-webpki"));
}
