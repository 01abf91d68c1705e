//! The server under load: a skill that counts, behind HTTP that answers nobody but this soak's authority, with its counts in a file.

use std::net::SocketAddr;
use std::path::Path;

use sayso::fetch::{Https, Trust};
use sayso::http::Server;
use sayso::store::Embedded;
use sayso::verify::Verifier;
use sayso::{Context, LinkedAccount, Response, Result};
use serde::{Deserialize, Serialize};
use skill::{attributes, speech};

use super::detour::Detour;

sayso::skill!("benches/soak/skill.yaml");

struct CountingHouse;

#[derive(Default, Serialize, Deserialize)]
struct Counted {
    count: u32,
}

#[sayso::handlers]
impl skill::Handlers for CountingHouse {
    async fn launch(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::ask(speech::welcome()))
    }

    async fn count_one(&self, cx: &mut Context) -> Result<Response> {
        let count = attributes(cx)
            .update(|counted: &mut Counted| {
                counted.count += 1;
                counted.count
            })
            .await?;
        Ok(Response::tell(speech::counted(count)))
    }

    async fn account(&self, _: &mut Context, account: &LinkedAccount<skill::Account>) -> Result<Response> {
        assert!(!account.expose_access_token().is_empty());
        Ok(Response::tell(speech::linked()))
    }
}

/// Serves for as long as the process runs, after a line that says where.
pub fn run(folder: &Path, host: &str) {
    tracing_subscriber::fmt().with_max_level(tracing::Level::ERROR).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("an executor");
    runtime.block_on(async {
        let trust = |name: &str| Trust::pem(std::fs::read_to_string(folder.join(name)).expect("a file")).expect("a certificate");
        let detour = Detour { https: Https::trusting(&trust("host.pem")), to: host.parse().expect("an address") };
        let verifier = Verifier::builder().trust(trust("root.pem")).fetch(detour).build();
        let store = Embedded::open(folder.join("counts")).expect("a store");
        let address: SocketAddr = ([127, 0, 0, 1], 0).into();
        let server = Server::new(skill::app(CountingHouse, store)).verifier(verifier).address(address).listen().await.expect("a port");
        println!("{}", server.address());
        server.run().await;
    });
}
