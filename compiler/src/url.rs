//! The parts of an https or http URL that rules look at; nothing is decoded.

use std::net::IpAddr;

/// An absolute web address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Url<'u> {
    /// `https` or `http`, in the case in which it is written.
    pub scheme: &'u str,
    /// What stands before an `@`: a user, maybe with a password.
    pub user: Option<&'u str>,
    /// The host, without the brackets of an IPv6 address.
    pub host: &'u str,
    /// The port, where it is written.
    pub port: Option<&'u str>,
    /// What follows: path, query and fragment.
    pub rest: &'u str,
}

impl<'u> Url<'u> {
    /// The parts of `text`; `None` where it is no absolute https or http URL with a host.
    pub fn parse(text: &'u str) -> Option<Self> {
        if text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
            return None;
        }
        let (scheme, after) = text.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let (authority, rest) = after.split_at(after.find(['/', '?', '#', '\\']).unwrap_or(after.len()));
        let (user, place) = authority.rsplit_once('@').map_or((None, authority), |(user, place)| (Some(user), place));
        let (host, port) = match place.strip_prefix('[') {
            Some(bracketed) => {
                let (host, after) = bracketed.split_once(']')?;
                (host, after.strip_prefix(':'))
            }
            None => place.split_once(':').map_or((place, None), |(host, port)| (host, Some(port))),
        };
        (!host.is_empty()).then_some(Url { scheme, user, host, port, rest })
    }

    /// Whether the scheme is https.
    pub fn is_https(&self) -> bool {
        self.scheme.eq_ignore_ascii_case("https")
    }

    /// The path: empty, or from its first slash on.
    pub fn path(&self) -> &'u str {
        &self.rest[..self.rest.find(['?', '#']).unwrap_or(self.rest.len())]
    }

    /// What stands after `#`.
    pub fn fragment(&self) -> Option<&'u str> {
        self.rest.split_once('#').map(|(_, fragment)| fragment)
    }

    /// The parameters of the query, each with its value.
    pub fn parameters(&self) -> impl Iterator<Item = (&'u str, &'u str)> {
        let before = self.rest.split_once('#').map_or(self.rest, |(before, _)| before);
        let query = before.split_once('?').map(|(_, query)| query);
        query.into_iter().flat_map(|query| query.split('&')).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    /// Whether the host could be one: letters of any script, digits, and the signs that names and addresses have.
    pub fn has_proper_host(&self) -> bool {
        let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
        let is_name = self.host.strip_suffix('.').unwrap_or(self.host).split('.').all(is_part);
        let is_port = self.port.is_none_or(|port| port.chars().all(|c| c.is_ascii_digit()));
        is_port && (is_name || self.host.parse::<IpAddr>().is_ok())
    }

    /// Why Amazon cannot reach the host, where its name alone tells.
    pub fn unreachable(&self) -> Option<Unreachable> {
        let host = self.host.trim_end_matches('.').to_ascii_lowercase();
        let is_in = |domain: &str| host.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'));
        match host.parse::<IpAddr>() {
            Ok(address) if address.is_loopback() || address.is_unspecified() => Some(Unreachable::ThisMachine),
            Ok(_) if is_private(&host) => Some(Unreachable::PrivateNetwork),
            Ok(_) => Some(Unreachable::BareAddress),
            Err(_) if is_in("localhost") => Some(Unreachable::ThisMachine),
            Err(_) if !host.contains('.') => Some(Unreachable::NoDomain),
            Err(_) => (is_private(&host) || is_in("lan") || is_in("home.arpa")).then_some(Unreachable::PrivateNetwork),
        }
    }
}

/// Why a host is out of Amazon's reach.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unreachable {
    /// It means the machine that asks.
    ThisMachine,
    /// It is an address or a name of a private network.
    PrivateNetwork,
    /// It is an IP address, for which a certificate seldom stands.
    BareAddress,
    /// It has no dot, and so no place among the public names.
    NoDomain,
}

/// Whether a host is of this machine or of a private network, so that Amazon cannot reach it.
pub(crate) fn is_private(host: &str) -> bool {
    let lower = host.to_ascii_lowercase();
    let lower = lower.trim_end_matches('.');
    match lower.parse() {
        Ok(IpAddr::V4(v4)) => v4.is_loopback() || v4.is_private() || v4.is_link_local() || v4.is_unspecified(),
        Ok(IpAddr::V6(v6)) => v6.is_loopback() || v6.is_unspecified() || v6.is_unique_local() || v6.is_unicast_link_local(),
        Err(_) => {
            lower == "localhost" || !lower.contains('.') || [".localhost", ".local", ".internal"].iter().any(|end| lower.ends_with(end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_have_parts() {
        let url = Url::parse("https://me:pw@api.friend.dev:8443/a?b#c").unwrap();
        assert_eq!((url.user, url.host, url.port, url.rest), (Some("me:pw"), "api.friend.dev", Some("8443"), "/a?b#c"));
        let url = Url::parse("HTTP://[::1]:80").unwrap();
        assert_eq!((url.is_https(), url.host, url.port, url.rest), (false, "::1", Some("80"), ""));
        for no in ["", "friend.dev", "ftp://friend.dev", "https://", "https:///path", "https://a b.dev", "https://[::1"] {
            assert_eq!(Url::parse(no), None, "{no}");
        }
    }

    #[test]
    fn private_hosts_are_told_from_public_ones() {
        for private in ["localhost", "LOCALHOST.", "127.0.0.1", "10.1.2.3", "192.168.0.1", "::1", "fd00::1", "nas.local", "intranet"] {
            assert!(is_private(private), "{private}");
        }
        for public in ["friend.dev", "8.8.8.8", "2001:4860:4860::8888", "local.friend.dev"] {
            assert!(!is_private(public), "{public}");
        }
    }

    #[test]
    fn what_follows_the_host_has_parts() {
        let url = Url::parse("https://login.friend.dev/oauth/authorize?a=1&b#top?c=2").unwrap();
        assert_eq!((url.path(), url.fragment()), ("/oauth/authorize", Some("top?c=2")));
        assert_eq!(url.parameters().collect::<Vec<_>>(), [("a", "1"), ("b", "")]);
        let url = Url::parse("https://login.friend.dev?a=b=c").unwrap();
        assert_eq!((url.path(), url.fragment(), url.parameters().next()), ("", None, Some(("a", "b=c"))));
        assert_eq!(Url::parse("https://login.friend.dev/#?a").unwrap().parameters().count(), 0);
    }

    #[test]
    fn improper_hosts_are_told_from_proper_ones() {
        for proper in ["https://login.friend.dev", "https://größe.dev.", "https://1.2.3.4", "https://[::1]:80", "https://a_b.dev:443/x"] {
            assert!(Url::parse(proper).unwrap().has_proper_host(), "{proper}");
        }
        for improper in ["https://<domain>/x", "https://.dev", "https://a..dev", "https://{tenant}.dev", "https://a.dev:port/"] {
            assert!(!Url::parse(improper).unwrap().has_proper_host(), "{improper}");
        }
    }

    #[test]
    fn hosts_out_of_reach_are_known_with_the_reason() {
        for (url, expected) in [
            ("https://localhost/x", Some(Unreachable::ThisMachine)),
            ("https://auth.localhost", Some(Unreachable::ThisMachine)),
            ("https://127.0.0.1", Some(Unreachable::ThisMachine)),
            ("https://[::1]/", Some(Unreachable::ThisMachine)),
            ("https://192.168.1.4/x", Some(Unreachable::PrivateNetwork)),
            ("https://[fd00::1]/", Some(Unreachable::PrivateNetwork)),
            ("https://NAS.local/x", Some(Unreachable::PrivateNetwork)),
            ("https://auth.home.arpa/x", Some(Unreachable::PrivateNetwork)),
            ("https://93.184.216.34/x", Some(Unreachable::BareAddress)),
            ("https://auth/x", Some(Unreachable::NoDomain)),
            ("https://auth.friend.dev/x", None),
            ("https://notlocalhost.dev", None),
        ] {
            assert_eq!(Url::parse(url).unwrap().unreachable(), expected, "{url}");
        }
    }
}
