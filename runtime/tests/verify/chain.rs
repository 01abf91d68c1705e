//! The certificates: what is PEM, what is a chain, and whose.

use rcgen::string::Ia5String;
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, KeyPair, NameConstraints,
    SanType,
};
use sayso::fetch::Trust;
use sayso::verify::Rejected;

use crate::support::{NAME, Scene, Validity, ca, leaf, leaf_key, middle, other_key, root};

/// The chain of a leaf that was changed.
fn leaf_with(change: impl FnOnce(&mut CertificateParams)) -> Scene {
    Scene::of_leaf(&leaf(change))
}

/// The leaf that is right.
fn right_leaf() -> String {
    middle().sign(&leaf(|_| ()), leaf_key())
}

#[track_caller]
fn assert_chain(chain: &str, verdict: Result<(), Rejected>) {
    assert_eq!(Scene::of(chain).settled(), verdict, "{chain}");
}

mod pem {
    use super::*;

    #[test]
    fn not_pem() {
        for text in [
            "no PEM",
            "<Error><Code>NoSuchKey</Code></Error>",
            "\u{0}\u{1}\u{2}",
            "MIIB",
            "-----",
            "-----BEGIN",
            "-----BEGIN CERTIFICATE-----",
        ] {
            assert_chain(text, Err(Rejected::MalformedChain));
        }
    }

    #[test]
    fn not_a_certificate() {
        let block = |text: &str| format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n");
        for text in ["", "AAAA", "MAA="] {
            assert_chain(&block(text), Err(Rejected::MalformedCertificate));
            assert_chain(&(block(text) + &right_leaf() + &middle().pem), Err(Rejected::MalformedCertificate));
        }
        assert_chain(&block("no base64!"), Err(Rejected::MalformedChain));
    }

    /// One that is of no use for the path does no harm.
    #[test]
    fn not_a_certificate_in_between() {
        let rubbish = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert_chain(&(right_leaf() + rubbish), Err(Rejected::UntrustedChain));
        assert_chain(&(right_leaf() + rubbish + &middle().pem), Ok(()));
    }

    #[test]
    fn cut_off() {
        let chain = right_leaf() + &middle().pem;
        let end = chain.rfind("-----END").expect("an end");
        for length in [end - 1, end, end + 10, chain.trim_end().len() - 1] {
            assert_chain(&chain[..length], Err(Rejected::MalformedChain));
        }
        assert_chain(chain.trim_end(), Ok(()));
    }

    #[test]
    fn other_blocks_in_between() {
        let key = leaf_key().serialize_pem();
        let parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
        let trusted = other("TRUSTED CERTIFICATE");
        for block in [
            key.as_str(),
            parameters,
            &trusted,
            &other("X509 CERTIFICATE"),
            &other("PKCS7"),
            &other("X509 CRL"),
            &other("CERTIFICATE REQUEST"),
        ] {
            assert_chain(&format!("{}{block}{}", right_leaf(), middle().pem), Err(Rejected::MalformedChain));
            assert_chain(&format!("{block}{}{}", right_leaf(), middle().pem), Err(Rejected::MalformedChain));
            assert_chain(&format!("{}{}{block}", right_leaf(), middle().pem), Err(Rejected::MalformedChain));
        }
    }

    /// A good certificate under another label.
    fn other(label: &str) -> String {
        middle().pem.replace("CERTIFICATE", label)
    }

    /// What one reader takes for a block and another does not.
    #[test]
    fn half_blocks() {
        let (leaf, middle) = (right_leaf(), &middle().pem);
        for text in
            ["-----BEGIN CERTIFICATE-----\n", " -----BEGIN CERTIFICATE-----\nAAAA\n", "x-----BEGIN CERTIFICATE-----x", "-----BEGIN\n"]
        {
            assert_chain(&format!("{leaf}{text}{middle}"), Err(Rejected::MalformedChain));
            assert_chain(&format!("{text}{leaf}{middle}"), Err(Rejected::MalformedChain));
            assert_chain(&format!("{leaf}{middle}{text}"), Err(Rejected::MalformedChain));
        }
    }

    /// RFC 7468 allows explanations around blocks (section 2), and lines end in three ways.
    #[test]
    fn text_around_blocks() {
        let chain = format!("Subject: CN={NAME}\n{}\nissued by\n\n{}the end", right_leaf(), middle().pem);
        assert_chain(&chain, Ok(()));
        assert_chain(&chain.replace('\n', "\r\n"), Ok(()));
        assert_chain(&chain.replace('\n', "\r"), Ok(()));
    }

    #[test]
    fn too_many() {
        let others = |count: usize| ca("Other", None, |_| ()).pem.repeat(count);
        assert_chain(&(right_leaf() + &middle().pem + &others(6)), Ok(()));
        assert_chain(&(right_leaf() + &middle().pem + &others(7)), Err(Rejected::LongChain));
        assert_chain(&"-----BEGIN ".repeat(2000), Err(Rejected::LongChain));
    }
}

mod validity {
    use super::*;

    #[test]
    fn leaf_expired() {
        assert_eq!(leaf_with(|params| Validity(-1000, -1).put(params)).settled(), Err(Rejected::ExpiredCertificate));
        assert_eq!(leaf_with(|params| Validity(-1000, 0).put(params)).settled(), Ok(()), "not after includes its second");
    }

    #[test]
    fn leaf_not_yet_valid() {
        assert_eq!(leaf_with(|params| Validity(1, 1000).put(params)).settled(), Err(Rejected::EarlyCertificate));
        assert_eq!(leaf_with(|params| Validity(0, 1000).put(params)).settled(), Ok(()), "not before includes its second");
    }

    fn between(validity: Validity) -> Scene {
        let middle = ca("Middle", Some(root()), |params| validity.put(params));
        Scene::of(&(middle.sign(&leaf(|_| ()), leaf_key()) + &middle.pem))
    }

    #[test]
    fn intermediate_expired() {
        assert_eq!(between(Validity(-1000, -1)).settled(), Err(Rejected::ExpiredCertificate));
    }

    #[test]
    fn intermediate_not_yet_valid() {
        assert_eq!(between(Validity(1, 1000)).settled(), Err(Rejected::EarlyCertificate));
    }

    #[test]
    fn intermediate_expired_beside_one_that_is_valid() {
        let old = ca("Middle", Some(root()), |params| Validity(-1000, -1).put(params));
        assert_chain(&(right_leaf() + &old.pem + &middle().pem), Ok(()));
    }
}

mod name {
    use super::*;

    fn named(names: Vec<SanType>) -> Scene {
        leaf_with(|params| params.subject_alt_names = names)
    }

    fn dns(name: &str) -> SanType {
        SanType::DnsName(Ia5String::try_from(name).expect("ASCII"))
    }

    fn uri(name: &str) -> SanType {
        SanType::URI(Ia5String::try_from(name).expect("ASCII"))
    }

    #[test]
    fn right_among_others() {
        assert_eq!(named(vec![dns("other.amazon.com"), uri("https://a/"), dns(NAME), dns("*.amazon.com")]).settled(), Ok(()));
    }

    #[test]
    fn wrong_san() {
        assert_eq!(named(vec![dns("alexa.amazon.com")]).settled(), Err(Rejected::OtherCertificate));
    }

    #[test]
    fn no_san() {
        let scene = leaf_with(|params| {
            params.subject_alt_names.clear();
            params.distinguished_name.remove(DnType::CommonName);
        });
        assert_eq!(scene.settled(), Err(Rejected::OtherCertificate));
    }

    #[test]
    fn san_as_uri_entry() {
        for name in [NAME.to_owned(), format!("https://{NAME}/")] {
            assert_eq!(named(vec![uri(&name)]).settled(), Err(Rejected::OtherCertificate));
        }
    }

    #[test]
    fn san_as_mail_or_ip_entry() {
        let mail = SanType::Rfc822Name(Ia5String::try_from(NAME).expect("ASCII"));
        assert_eq!(named(vec![mail]).settled(), Err(Rejected::OtherCertificate));
        assert_eq!(named(vec![SanType::IpAddress([127, 0, 0, 1].into())]).settled(), Err(Rejected::OtherCertificate));
    }

    #[test]
    fn san_only_in_cn() {
        // The common name stays as it is in the leaf that is right.
        assert_eq!(named(vec![]).settled(), Err(Rejected::OtherCertificate));
        assert_eq!(named(vec![dns("evil.example")]).settled(), Err(Rejected::OtherCertificate));
    }

    #[test]
    fn san_with_more_or_less() {
        let names = [
            "xecho-api.amazon.com",
            "echo-api.amazon.com.evil",
            "echo-api.amazon.com.evil.example",
            "www.echo-api.amazon.com",
            "echo-api.amazon.co",
            "echo-apixamazon.com",
            "amazon.com",
            "*.amazon.com",
            "*.echo-api.amazon.com",
            "*.com",
            "*",
            "echo-api.amazon.com.",
            ".echo-api.amazon.com",
            "echo-api.amazon.com\0.evil.example",
            " echo-api.amazon.com",
            "echo-api.amazon.com ",
        ];
        for name in names {
            assert_eq!(named(vec![dns(name)]).settled(), Err(Rejected::OtherCertificate), "{name:?}");
        }
    }

    /// A name that cannot be read does not hide the one that can, nor stand for it.
    #[test]
    fn odd_names_beside() {
        assert_eq!(named(vec![dns(""), dns("\u{1}"), dns(NAME)]).settled(), Ok(()));
        assert_eq!(named(vec![dns(""), dns("\u{1}")]).settled(), Err(Rejected::OtherCertificate));
    }
}

mod path {
    use super::*;

    #[test]
    fn missing_intermediate() {
        assert_chain(&right_leaf(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn leaf_by_the_root_itself() {
        assert_chain(&root().sign(&leaf(|_| ()), leaf_key()), Ok(()));
    }

    #[test]
    fn leaf_and_unrelated_root() {
        assert_chain(&(right_leaf() + &ca("Other", None, |_| ()).pem), Err(Rejected::UntrustedChain));
        // The same name is not the same authority.
        assert_chain(&(right_leaf() + &ca("Middle", Some(root()), |_| ()).pem), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn leaf_and_trusted_root_that_did_not_sign_it() {
        let stranger = ca("Stranger", None, |_| ());
        assert_chain(&(stranger.sign(&leaf(|_| ()), leaf_key()) + &root().pem), Err(Rejected::UntrustedChain));
        let namesake = ca("Root", None, |_| ());
        assert_chain(&(namesake.sign(&leaf(|_| ()), leaf_key()) + &root().pem), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn self_signed_with_right_san() {
        assert_chain(&leaf(|_| ()).self_signed(leaf_key()).expect("a certificate").pem(), Err(Rejected::UntrustedChain));
        let authority = leaf(|params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
        assert_chain(&authority.self_signed(leaf_key()).expect("a certificate").pem(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn chain_to_an_untrusted_root() {
        let root = ca("Root", None, |_| ());
        let middle = ca("Middle", Some(&root), |_| ());
        assert_chain(&(middle.sign(&leaf(|_| ()), leaf_key()) + &middle.pem + &root.pem), Err(Rejected::UntrustedChain));
    }

    /// With the public authorities nothing of our own is believed.
    #[test]
    fn chain_to_a_root_that_mozilla_does_not_list() {
        assert_eq!(Scene::trusting(Trust::mozilla(), &(right_leaf() + &middle().pem)).settled(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn root_served_too() {
        assert_chain(&(right_leaf() + &middle().pem + &root().pem), Ok(()));
    }

    /// As Alexa's has been seen: the root that is trusted comes as a cross-signature by another, which comes as one by a third.
    #[test]
    fn extra_trailing_cross_signed_root_no_longer_trusted() {
        let (old, newer) = (ca("Class 2", None, |_| ()), ca("Services G2", None, |_| ()));
        let chain = right_leaf() + &middle().pem + &root().cross(&newer) + &newer.cross(&old);
        for trust in [root().trust(), newer.trust(), old.trust()] {
            assert_eq!(Scene::trusting(trust, &chain).settled(), Ok(()));
        }
        let both = Trust::pem(newer.pem.clone() + &root().pem).expect("two certificates");
        assert_eq!(Scene::trusting(both, &chain).settled(), Ok(()));
        let none = ca("Another", None, |_| ());
        assert_eq!(Scene::trusting(none.trust(), &chain).settled(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn expired_cross_signature_after_a_trusted_root() {
        let old = ca("Class 2", None, |params| Validity(-2000, -1000).put(params));
        assert_chain(&(right_leaf() + &middle().pem + &root().cross(&old) + &old.pem), Ok(()));
    }

    #[test]
    fn several_anchors() {
        let other = ca("Other", None, |_| ());
        let trust = Trust::pem(other.pem.clone() + &root().pem).expect("two certificates");
        assert_eq!(Scene::trusting(trust.clone(), &(right_leaf() + &middle().pem)).settled(), Ok(()));
        assert_eq!(Scene::trusting(trust, &other.sign(&leaf(|_| ()), leaf_key())).settled(), Ok(()));
    }

    /// An authority between can be trusted as it is.
    #[test]
    fn intermediate_as_anchor() {
        assert_eq!(Scene::trusting(middle().trust(), &(right_leaf() + &middle().pem)).settled(), Ok(()));
    }

    /// A leaf that is trusted as an anchor vouches for nothing: a path has to lead to it.
    #[test]
    fn leaf_as_anchor() {
        let trust = Trust::pem(right_leaf()).expect("a certificate");
        assert_eq!(Scene::trusting(trust, &(right_leaf() + &middle().pem)).settled(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn certificates_in_wrong_order() {
        assert_chain(&(middle().pem.clone() + &right_leaf()), Err(Rejected::UntrustedChain));
        let lower = ca("Lower", Some(middle()), |_| ());
        let leaf = lower.sign(&leaf(|_| ()), leaf_key());
        assert_chain(&(leaf.clone() + &lower.pem + &middle().pem), Ok(()));
        // Only the first one has a place.
        assert_chain(&(leaf + &middle().pem + &lower.pem), Ok(()));
    }

    /// The key is that of the first certificate, and of no other.
    #[test]
    fn second_leaf() {
        let other = middle().sign(&leaf(|_| ()), other_key());
        assert_chain(&(right_leaf() + &other + &middle().pem), Ok(()));
        assert_chain(&(other + &right_leaf() + &middle().pem), Err(Rejected::WrongSignature));
    }

    #[test]
    fn intermediate_without_ca_flag() {
        for is_ca in [IsCa::NoCa, IsCa::ExplicitNoCa] {
            let middle = ca("Middle", Some(root()), |params| params.is_ca = is_ca);
            assert_chain(&(middle.sign(&leaf(|_| ()), leaf_key()) + &middle.pem), Err(Rejected::UntrustedChain));
        }
    }

    /// A leaf of Alexa's own does not make others.
    #[test]
    fn leaf_as_issuer() {
        let honest = ca(NAME, Some(root()), |params| *params = leaf(|_| ()));
        assert_chain(&(honest.sign(&leaf(|_| ()), leaf_key()) + &honest.pem), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn authority_as_leaf() {
        let scene = leaf_with(|params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
        assert_eq!(scene.settled(), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn path_longer_than_allowed() {
        let upper = ca("Upper", Some(root()), |params| params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0)));
        assert_chain(&(upper.sign(&leaf(|_| ()), leaf_key()) + &upper.pem), Ok(()));
        let lower = ca("Lower", Some(&upper), |_| ());
        assert_chain(&(lower.sign(&leaf(|_| ()), leaf_key()) + &lower.pem + &upper.pem), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn names_that_an_authority_may_not_vouch_for() {
        let limited = |permitted: &str| {
            let subtrees = vec![GeneralSubtree::DnsName(permitted.to_owned())];
            let middle = ca("Middle", Some(root()), |params| {
                params.name_constraints = Some(NameConstraints { permitted_subtrees: subtrees, excluded_subtrees: vec![] });
            });
            middle.sign(&leaf(|_| ()), leaf_key()) + &middle.pem
        };
        assert_chain(&limited("amazon.com"), Ok(()));
        assert_chain(&limited("example.com"), Err(Rejected::UntrustedChain));
    }

    #[test]
    fn unknown_critical_extension() {
        let scene = |critical| {
            leaf_with(|params| {
                let mut extension = CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99999, 1], vec![5, 0]);
                extension.set_criticality(critical);
                params.custom_extensions.push(extension);
            })
        };
        assert_eq!(scene(false).settled(), Ok(()));
        assert_eq!(scene(true).settled(), Err(Rejected::MalformedCertificate));
    }

    /// Certificates that vouch for each other in circles are only work, and the work is bounded.
    #[test]
    fn circles() {
        let (one, two, three) = (ca("One", None, |_| ()), ca("Two", None, |_| ()), ca("Three", None, |_| ()));
        let circle = one.cross(&two) + &two.cross(&three) + &three.cross(&one) + &one.cross(&three) + &two.cross(&one) + &three.cross(&two);
        assert_chain(&(one.sign(&leaf(|_| ()), leaf_key()) + &circle), Err(Rejected::UntrustedChain));
        assert_chain(&(one.sign(&leaf(|_| ()), leaf_key()) + &circle + &two.cross(root())), Ok(()));
    }
}

mod key {
    use super::*;

    #[test]
    fn ec_leaf() {
        let key = KeyPair::generate().expect("a key");
        assert_chain(&(middle().sign(&leaf(|_| ()), &key) + &middle().pem), Err(Rejected::CertificateKey));
    }

    #[test]
    fn ed25519_leaf() {
        let key = KeyPair::generate_for(&rcgen::PKCS_ED25519).expect("a key");
        assert_chain(&(middle().sign(&leaf(|_| ()), &key) + &middle().pem), Err(Rejected::CertificateKey));
    }
}

/// What a certificate is for: that of a web server, if it says.
mod purpose {
    use super::*;
    use rcgen::ExtendedKeyUsagePurpose::{Any, ClientAuth, CodeSigning, EmailProtection, ServerAuth, TimeStamping};

    fn purposes(list: Vec<ExtendedKeyUsagePurpose>) -> Scene {
        leaf_with(|params| params.extended_key_usages = list)
    }

    #[test]
    fn server_among_others() {
        for list in [vec![ServerAuth], vec![ServerAuth, ClientAuth], vec![ClientAuth, CodeSigning, ServerAuth]] {
            assert_eq!(purposes(list.clone()).settled(), Ok(()), "{list:?}");
        }
    }

    #[test]
    fn not_said() {
        assert_eq!(purposes(vec![]).settled(), Ok(()));
    }

    #[test]
    fn others_alone() {
        for list in [vec![ClientAuth], vec![CodeSigning], vec![EmailProtection], vec![TimeStamping, ClientAuth], vec![Any]] {
            assert_eq!(purposes(list.clone()).settled(), Err(Rejected::CertificatePurpose), "{list:?}");
        }
    }

    #[test]
    fn of_an_authority_for_mail_alone() {
        let middle = ca("Middle", Some(root()), |params| params.extended_key_usages = vec![EmailProtection]);
        assert_chain(&(middle.sign(&leaf(|_| ()), leaf_key()) + &middle.pem), Err(Rejected::CertificatePurpose));
    }
}
