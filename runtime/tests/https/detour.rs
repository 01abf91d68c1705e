//! The way to a server on this machine, for what belongs to Amazon.

use std::net::SocketAddr;

use http::{Request, Uri};
use sayso::fetch::{Fetch, Fetching, Https, Limits};

/// Leads to the server on this machine what is for Amazon's: the name belongs to Amazon, all else is as it would be.
pub struct Detour {
    pub https: Https,
    pub to: SocketAddr,
}

impl Fetch for Detour {
    fn fetch<'a>(&'a self, mut request: Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        let path = request.uri().path_and_query().expect("a path").clone();
        assert_eq!(request.uri().host(), Some("s3.amazonaws.com"));
        *request.uri_mut() =
            Uri::builder().scheme("https").authority(self.to.to_string()).path_and_query(path).build().expect("an address");
        self.https.fetch(request, limits)
    }
}
