//! Any headers, body and certificates to the verifier, and those of a request that was really signed, with changes.

use std::sync::LazyLock;
use std::time::SystemTime;

use arbitrary::{Arbitrary, Result, Unstructured};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::scene::{Net, URL, at, authority, chain, verdict};
use crate::{certificate_url, edit, requests};

/// A request on its way, and what is fetched for it.
#[derive(Clone)]
struct Sent {
    headers: Vec<(&'static str, Vec<u8>)>,
    body: Vec<u8>,
    chain: Vec<u8>,
    now: SystemTime,
}

/// Nothing is believed but what the authority signed, at its time, by a chain that leads to it; and that is.
pub fn run(data: &[u8]) {
    let u = &mut Unstructured::new(data);
    let _ = match u.int_in_range(0..=3) {
        Ok(0) => anything(u),
        Ok(1) => signed_anything(u),
        _ => changed(u),
    };
}

const NAMES: &[&str] = &["signaturecertchainurl", "signature-256", "signature"];

fn anything(u: &mut Unstructured<'_>) -> Result<()> {
    let mut headers = Vec::new();
    for _ in 0..u.int_in_range(0..=3)? {
        headers.push((*u.choose(NAMES)?, Vec::arbitrary(u)?));
    }
    if bool::arbitrary(u)? {
        headers.push((NAMES[0], URL.into()));
    }
    let sent = Sent { headers, body: Vec::arbitrary(u)?, chain: u.bytes(u.len())?.to_vec(), now: at(0) };
    assert!(!is_believed(&sent), "nobody signed this");
    Ok(())
}

/// Bodies that the authority signs whatever they are: only the time is checked of them.
fn signed_anything(u: &mut Unstructured<'_>) -> Result<()> {
    let mut envelope = u.choose(requests::all())?.clone();
    let stamps = ["2026-11-22T12:00:00Z", "2026-11-22T12:02:30.5Z", "2026-11-22T13:00:00+01:00", "1795348800000", "2026-11-22T11:00:00Z"];
    envelope["request"]["timestamp"] = (*u.choose(&stamps)?).into();
    let is_edited = bool::arbitrary(u)?;
    if is_edited {
        edit::json(&mut envelope, u)?;
    }
    let mut body = envelope.to_string().into_bytes();
    if !is_edited {
        edit::bytes(&mut body, &["timestamp", "timeStamp", "Z", "+01:00", "[UTC]", "\"", ":", "-", "60", "T", ".999999999"], u)?;
    }
    let sent = signed(&body, at(i32::arbitrary(u)?.rem_euclid(8000).into()));
    if is_believed(&sent) {
        assert!(is_in_time(&body, sent.now), "this was not sent now: {}", String::from_utf8_lossy(&body));
    }
    Ok(())
}

fn signed(body: &[u8], now: SystemTime) -> Sent {
    let signature = authority().sign(body).expect("a signature")["signature-256"].as_bytes().to_vec();
    Sent { headers: vec![(NAMES[0], URL.into()), (NAMES[1], signature)], body: body.to_vec(), chain: chain().to_vec(), now }
}

/// Whether the request tells a time near this one, or less than an hour ago if it is an event that is delivered again.
fn is_in_time(body: &[u8], now: SystemTime) -> bool {
    let Some(body) = crate::tree(body) else { return true };
    let request = &body["request"];
    let Some(stamp) = request.get("timestamp").or(request.get("timeStamp")) else { return false };
    let text = stamp.as_str().map_or_else(|| stamp.to_string(), |text| text.trim().to_owned());
    let sent = text.parse().map(jiff::Timestamp::from_millisecond).unwrap_or_else(|_| text.parse());
    let now = jiff::Timestamp::try_from(now).expect("a time");
    let age = sent.map(|sent| now.duration_since(sent).as_secs_f64());
    let is_late = request["type"].as_str().is_some_and(|kind| kind.trim().starts_with("AlexaSkillEvent.Skill"));
    age.is_ok_and(|age| (-150.0..=if is_late { 3600.0 } else { 150.0 }).contains(&age))
}

/// One of two requests that were signed, with changes of everything.
fn changed(u: &mut Unstructured<'_>) -> Result<()> {
    static SIGNED: LazyLock<[Sent; 2]> = LazyLock::new(|| {
        ["LaunchRequest", "AlexaSkillEvent.SkillEnabled"].map(|kind| {
            let mut envelope = requests::all()[0].clone();
            envelope["request"]["type"] = kind.into();
            signed(envelope.to_string().as_bytes(), at(0))
        })
    });
    let right = u.choose(&*SIGNED)?;
    let mut sent = right.clone();
    let words = [
        "-----BEGIN ",
        "-----END CERTIFICATE-----\n",
        "CERTIFICATE",
        "-----",
        "\n",
        "\r",
        "=",
        "MII",
        "/../",
        "/./",
        ":443",
        "@",
        "%2e",
        "S",
    ];
    let [url, signature, body, chain, clock] = <[bool; 5]>::arbitrary(u)?;
    if url {
        edit::bytes(&mut sent.headers[0].1, &words, u)?;
    }
    if signature {
        edit::bytes(&mut sent.headers[1].1, &words, u)?;
    }
    if body {
        edit::bytes(&mut sent.body, &words, u)?;
    }
    if chain {
        edit::bytes(&mut sent.chain, &words, u)?;
    }
    if clock {
        sent.now = at(i32::arbitrary(u)?.into());
    }
    if u.ratio(1, 8)? {
        sent.headers.push((*u.choose(NAMES)?, Vec::arbitrary(u)?));
    }
    let is_believed = is_believed(&sent);
    if is_believed {
        assert!(is_equivalent(&sent, right), "what was changed counts");
    }
    let is_unchanged = sent.headers == right.headers && sent.body == right.body && sent.chain == right.chain;
    assert!(is_believed || !is_unchanged || !is_in_time(&sent.body, sent.now), "what was signed is not believed");
    Ok(())
}

fn is_equivalent(sent: &Sent, right: &Sent) -> bool {
    let all = |name| sent.headers.iter().filter(move |(other, _)| *other == name).map(|(_, value)| &value[..]);
    let url: Vec<_> = all(NAMES[0]).filter_map(|url| certificate_url::allowed(std::str::from_utf8(url).ok()?)).collect();
    let (certificates, of_right) = (certificates(&sent.chain), certificates(&right.chain));
    url.len() == 1
        && all(NAMES[0]).count() == 1
        && all(NAMES[1]).eq([&right.headers[1].1[..]])
        && sent.body == right.body
        && certificates.first() == of_right.first()
        && of_right.iter().all(|certificate| certificates.contains(certificate))
        && is_in_time(&sent.body, sent.now)
}

/// The certificates of a PEM text, by a reader of our own that takes nothing amiss.
fn certificates(pem: &[u8]) -> Vec<Vec<u8>> {
    let config = GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true).with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(&STANDARD, config);
    let text = String::from_utf8_lossy(pem);
    let blocks = text.split("-----BEGIN CERTIFICATE-----").skip(1).filter_map(|rest| Some(rest.split_once("-----END CERTIFICATE-----")?.0));
    // The vertical tab is white space to who wrote the rules of PEM, and to Rust it is not.
    let plain = |block: &str| block.chars().filter(|c| !c.is_ascii_whitespace() && *c != '\x0b').collect::<String>();
    blocks.filter_map(|block| engine.decode(plain(block)).ok()).collect()
}

/// The verdict; what is fetched for it is only ever what the rules allow.
fn is_believed(sent: &Sent) -> bool {
    let mut headers = HeaderMap::new();
    for (name, value) in &sent.headers {
        // What is no header never arrives.
        let Ok(value) = HeaderValue::from_bytes(value) else { return false };
        headers.append(HeaderName::from_static(name), value);
    }
    let net = Net::new(200, sent.chain.clone());
    let verdict = verdict(&net, sent.now, &headers, &sent.body);
    for asked in net.asked() {
        assert_eq!(certificate_url::allowed(&asked).as_deref(), Some(&*asked), "this was fetched");
    }
    verdict.is_ok()
}
