use crate::yaml::decode;

#[test]
fn utf8_is_text() {
    assert_eq!(decode("a: größe\n".into()).as_deref(), Ok("a: größe\n"));
    assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
}

#[test]
fn other_encodings_are_named() {
    let little: Vec<u8> = "a: b".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "a: b".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xFF, 0xFE], little.as_slice()].concat();
    for bytes in [little, big, marked] {
        let refused = decode(bytes).expect_err("no UTF-8");
        assert_eq!(refused.message, "the file is written in UTF-16; save it as UTF-8");
        assert_eq!((refused.byte, refused.text.as_str()), (0, ""));
    }
    assert!(decode(vec![0xFF, 0xFE, 0, 0, b'a', 0, 0, 0]).expect_err("no UTF-8").message.contains("UTF-32"));
}

#[test]
fn the_first_wrong_byte_is_placed() {
    let refused = decode(b"a: b\nc\xC3\xA4: \xFF\n".to_vec()).expect_err("no UTF-8");
    assert_eq!(refused.message, "the byte 0xFF is not UTF-8; save the file as UTF-8");
    assert_eq!((refused.byte, &refused.text[..refused.byte]), (10, "a: b\ncä: "));
}
