//! What seems to be a secret is never taken over.

use crate::package::Package;

#[test]
fn keys_that_amazon_does_not_have_are_left_out_and_told() {
    let imported = Package::default()
        .linking(
            r#"{"type": "IMPLICIT", "authorizationUrl": "https://a.dev/auth", "clientId": "alexa", "note": "kept", "api_key": "hunter1",
                "oauth": {"client_secret": "hunter2", "name": "kept too"}, "users": [{"Password": "hunter3"}], "only": {"refreshToken": "hunter4"}}"#,
        )
        .import(false);
    let files = imported.files.expect("it is imported");
    let text = &files["skill.yaml"];
    assert!(!text.contains("hunter"), "{text}");
    assert!(text.contains("note: kept") && text.contains("name: kept too") && !text.contains("only"), "{text}");
    for way in ["api_key", "oauth.client_secret", "users.Password", "only.refreshToken"] {
        let told =
            imported.notes.needed.iter().filter(|need| need.starts_with(&format!("`{way}` of the account-linking file is not taken over")));
        assert_eq!(told.count(), 1, "{way}: {:?}", imported.notes.needed);
    }
}

#[test]
fn a_secret_that_is_no_text_is_left_out() {
    let files = Package::default()
        .linking(r#"{"type": "IMPLICIT", "authorizationUrl": "https://a.dev/b", "clientSecret": ["hunter2"]}"#)
        .imported();
    assert!(!files.only().contains("hunter2"), "{}", files.only());
}
