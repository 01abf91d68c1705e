//! The certificate URL: Amazon's table, and the corner cases.

use sayso::verify::Rejected::{self, CertificateHost, CertificatePath, CertificatePort, CertificateScheme, MalformedCertificateUrl};

use crate::support::{Answer, Scene, block_on, request};

/// An address that is right is fetched in its normal form, and the request verifies.
#[track_caller]
fn assert_fetches(url: &str, normal: &str) {
    let scene = Scene::new();
    let Answer::Text(chain) = scene.net.answer(crate::support::URL) else { panic!("a chain") };
    scene.net.set(normal, Answer::Text(chain));
    assert_eq!(block_on(scene.verify(&request().at_url(url))), Ok(()), "{url}");
    assert_eq!(scene.net.asked(), [normal], "{url}");
}

/// One that is wrong is not fetched.
#[track_caller]
fn assert_rejected(url: &str, why: Rejected) {
    let scene = Scene::new();
    assert_eq!(block_on(scene.verify(&request().at_url(url))), Err(why), "{url}");
    assert_eq!(scene.net.asked(), [""; 0], "{url}");
}

macro_rules! rows {
    ($($name:ident: $url:literal => $normal:literal;)*) => {
        $(#[test] fn $name() { assert_fetches($url, $normal); })*
    };
    ($($name:ident: $url:literal is $why:ident;)*) => {
        $(#[test] fn $name() { assert_rejected($url, $why); })*
    };
}

mod amazons_examples {
    use super::*;

    rows! {
        plain: "https://s3.amazonaws.com/echo.api/echo-api-cert.pem" => "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";
        port_443: "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem" => "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";
        dot_segments: "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem" => "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";
    }

    rows! {
        http: "http://s3.amazonaws.com/echo.api/echo-api-cert.pem" is CertificateScheme;
        other_host: "https://notamazon.com/echo.api/echo-api-cert.pem" is CertificateHost;
        path_in_another_case: "https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem" is CertificatePath;
        other_path: "https://s3.amazonaws.com/invalid.path/echo-api-cert.pem" is CertificatePath;
        port_563: "https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem" is CertificatePort;
    }
}

mod corner_cases {
    use super::*;

    rows! {
        upper_case: "HTTPS://S3.AMAZONAWS.COM/echo.api/x.pem" => "https://s3.amazonaws.com/echo.api/x.pem";
        mixed_case: "hTTps://s3.AmazonAWS.com:443/echo.api/x.pem" => "https://s3.amazonaws.com/echo.api/x.pem";
        dot_before: "https://s3.amazonaws.com/./echo.api/x.pem" => "https://s3.amazonaws.com/echo.api/x.pem";
        detour_before: "https://s3.amazonaws.com/foo/../echo.api/x.pem" => "https://s3.amazonaws.com/echo.api/x.pem";
        dots_above_the_root: "https://s3.amazonaws.com/../../echo.api/x.pem" => "https://s3.amazonaws.com/echo.api/x.pem";
        dots_that_are_names: "https://s3.amazonaws.com/echo.api/...pem" => "https://s3.amazonaws.com/echo.api/...pem";
        deeper: "https://s3.amazonaws.com/echo.api/a/./b/../x.pem" => "https://s3.amazonaws.com/echo.api/a/x.pem";
        the_folder_by_dots: "https://s3.amazonaws.com/echo.api/x/.." => "https://s3.amazonaws.com/echo.api/";
    }

    rows! {
        port_0: "https://s3.amazonaws.com:0/echo.api/x" is CertificatePort;
        port_0443: "https://s3.amazonaws.com:0443/echo.api/x" is CertificatePort;
        port_80: "https://s3.amazonaws.com:80/echo.api/x" is CertificatePort;
        port_that_is_empty: "https://s3.amazonaws.com:/echo.api/x" is CertificatePort;
        port_too_large: "https://s3.amazonaws.com:65979/echo.api/x" is CertificatePort;
        port_that_is_no_number: "https://s3.amazonaws.com:abc/echo.api/x" is CertificatePort;
        out_of_the_folder: "https://s3.amazonaws.com/echo.api/../other/x.pem" is CertificatePath;
        out_of_the_folder_at_the_end: "https://s3.amazonaws.com/echo.api/.." is CertificatePath;
        encoded_dots: "https://s3.amazonaws.com/echo.api/%2e%2e/other/x.pem" is MalformedCertificateUrl;
        encoded_dots_in_upper_case: "https://s3.amazonaws.com/echo.api/%2E%2E/other/x.pem" is MalformedCertificateUrl;
        encoded_slash: "https://s3.amazonaws.com/echo.api/..%2fother/x" is MalformedCertificateUrl;
        encoded_twice: "https://s3.amazonaws.com/echo.api/%252e%252e/other/x" is MalformedCertificateUrl;
        encoded_letter: "https://s3.amazonaws.com/%65cho.api/x" is MalformedCertificateUrl;
        backslash: "https://s3.amazonaws.com/echo.api/..\\other/x" is MalformedCertificateUrl;
        backslash_after_host: "https://s3.amazonaws.com\\@evil.com/echo.api/x" is MalformedCertificateUrl;
        two_slashes: "https://s3.amazonaws.com//echo.api/x.pem" is CertificatePath;
        user: "https://user:pw@s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        user_that_is_empty: "https://@s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        query: "https://s3.amazonaws.com/echo.api/x.pem?versionId=1" is MalformedCertificateUrl;
        query_that_is_empty: "https://s3.amazonaws.com/echo.api/x.pem?" is MalformedCertificateUrl;
        fragment: "https://s3.amazonaws.com/echo.api/x.pem#frag" is MalformedCertificateUrl;
        trailing_dot: "https://s3.amazonaws.com./echo.api/x" is CertificateHost;
        regional_host: "https://s3.us-east-1.amazonaws.com/echo.api/x" is CertificateHost;
        bucket_host: "https://echo.api.s3.amazonaws.com/x" is CertificateHost;
        host_as_user: "https://s3.amazonaws.com@evil.com/echo.api/x" is MalformedCertificateUrl;
        host_in_fragment: "https://evil.com#@s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        host_with_more: "https://s3.amazonaws.com.evil.com/echo.api/x" is CertificateHost;
        host_with_less_dots: "https://s3xamazonaws.com/echo.api/x" is CertificateHost;
        host_alone: "https://s3.amazonaws.com" is CertificatePath;
        folder_without_slash: "https://s3.amazonaws.com/echo.api" is CertificatePath;
        folder_with_more: "https://s3.amazonaws.com/echo.apix/x.pem" is CertificatePath;
        no_slashes: "https:s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        one_slash: "https:/s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        no_scheme: "//s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        no_scheme_nor_slashes: "s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        path_alone: "/echo.api/x" is MalformedCertificateUrl;
        no_host: "https:///echo.api/x" is MalformedCertificateUrl;
        other_scheme: "ftp://s3.amazonaws.com/echo.api/x" is CertificateScheme;
        scheme_with_more: "httpsx://s3.amazonaws.com/echo.api/x" is CertificateScheme;
        leading_space: " https://s3.amazonaws.com/echo.api/x" is MalformedCertificateUrl;
        trailing_space: "https://s3.amazonaws.com/echo.api/x " is MalformedCertificateUrl;
        space_inside: "https://s3.amazonaws.com/echo.api/ x" is MalformedCertificateUrl;
        tab_inside: "https://s3.amazonaws.com/echo.api/\tx" is MalformedCertificateUrl;
        ip_address: "https://[::1]/echo.api/x" is MalformedCertificateUrl;
        star: "*" is MalformedCertificateUrl;
        malformed: "https://" is MalformedCertificateUrl;
    }
}

#[test]
fn a_long_address_is_not_remembered() {
    for length in [1000, 2000, 70_000] {
        let long = "a".repeat(length);
        assert_rejected(&format!("https://s3.amazonaws.com/echo.api/{long}"), MalformedCertificateUrl);
        assert_rejected(&format!("https://s3.amazonaws.com:443{}/x", "/echo.api".repeat(length)), MalformedCertificateUrl);
    }
}
