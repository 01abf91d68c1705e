//! What is no package.

use super::package::Package;
use sayso_compiler::package::Role;

fn told(bytes: &[u8]) -> Vec<String> {
    Package::default().file(Role::Manifest, bytes).told(false)
}

#[test]
fn what_is_not_json_is_told_at_its_place() {
    assert_eq!(told(b"{\"manifest\": {\n  \"a\": 1\n  \"b\": 2}}"), ["PK001 file.json:2:9 this is not JSON: expected comma"]);
    assert_eq!(told(b"{\"manifest\": {}"), ["PK001 file.json:1:1 this is not JSON: unterminated object"]);
    assert_eq!(told(b""), ["PK001 file.json:1:1 the file is empty"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": \"a\tb\"}}"), ["PK001 file.json:1:22 this is not JSON: a control character in a text"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": 1, \"a\": 2}}"), ["PK002 file.json:1:23 the key `a` stands twice"]);
    assert_eq!(told(b"{\"manifest\": {\"a\": 1e999}}"), ["PK003 file.json:1:20 no number is as large as `1e999`"]);
    assert_eq!(told(b"{\"manifest\": \"\xC3(\"}"), ["PK001 file.json:1:15 the byte 0xC3 is not UTF-8; save the file as UTF-8"]);
    assert_eq!(told(b"\xFF\xFE{\0}\0"), ["PK001 file.json:1:1 the file is written in UTF-16; save it as UTF-8"]);
    assert_eq!(told(b"\xEF\xBB\xBF{\"manifest\": {}}"), ["PK001 file.json:1:1 this is not JSON: the file begins with a byte-order mark"]);
    assert_eq!(told(b"// so\n{\"manifest\": {}}"), ["PK001 file.json:1:1 this is not JSON: comments are not allowed"]);
    assert_eq!(told(b"[1]"), ["PK004 file.json:1:1 this is not a skill manifest"]);
    assert_eq!(told("[".repeat(100_000).as_bytes()).len(), 1);
}

#[test]
fn lenience_reads_what_can_be_read() {
    for text in ["\u{feff}{\"manifest\": {}}", "// so\n{\"manifest\": {},}", "{\"manifest\": {\"a\": 1 \"b\": 2, \"a\": 3}}"] {
        let package = Package::default().file(Role::Manifest, text.as_bytes());
        assert!(package.import(false).files.is_none(), "{text}");
        assert!(package.import(true).files.is_some(), "{text}: {:?}", package.told(true));
        assert!(!package.told(true).is_empty(), "{text}");
    }
    assert!(Package::default().file(Role::Manifest, b"{\"manifest\": \"\xC3(\"}").import(true).files.is_none());
}

#[test]
fn what_is_beside_an_envelope_is_told() {
    assert_eq!(told(b"{\"manifest\": {}, \"vendorId\": \"a\"}"), ["PK007 file.json:1:18 `vendorId` stands beside `manifest`"]);
    assert_eq!(told(b"{\"manifest\": {}, \"accountLinkingRequest\": {\"clientId\": \"a\"}}").len(), 1);
    assert_eq!(told(b"{\"manifest\": false}"), ["PK004 file.json:1:1 this is not a skill manifest"]);
}

#[test]
fn whole_numbers_are_as_they_were() {
    let written =
        Package::default().manifest("{\"manifestVersion\": \"1.0\", \"x\": 18446744073709551615, \"z\": -9223372036854775808}").imported();
    assert!(written.only().contains("x: 18446744073709551615"), "{}", written.only());
    assert!(written.only().contains("z: -9223372036854775808"), "{}", written.only());
}

#[test]
fn a_part_is_there_once() {
    let manifest = b"{\"manifest\": {}}";
    let told = Package::default().file(Role::Manifest, manifest).file(Role::Loose("en-US".to_owned()), manifest).told(false);
    assert_eq!(told, ["PK005 file.json:1:1 this is a second manifest"]);
}
