//! A verifier with its network and its clock.

use std::sync::{Arc, LazyLock};

use rcgen::CertificateParams;
use sayso::fetch::Trust;
use sayso::verify::{Builder, Rejected, Verifier};

use super::{Answer, Clock, Net, Signed, URL, leaf, leaf_key, middle, root};

pub struct Scene {
    pub net: Arc<Net>,
    pub clock: Clock,
    pub verifier: Verifier,
}

impl Scene {
    /// All as it should be: a leaf, the authority between, and a root that is trusted.
    pub fn new() -> Self {
        static CHAIN: LazyLock<String> = LazyLock::new(|| middle().sign(&leaf(|_| ()), leaf_key()) + &middle().pem);
        Self::of(&CHAIN)
    }

    /// With another leaf in the same chain.
    pub fn of_leaf(leaf: &CertificateParams) -> Self {
        Self::of(&(middle().sign(leaf, leaf_key()) + &middle().pem))
    }

    /// With another chain, for the same root.
    pub fn of(chain: &str) -> Self {
        Self::trusting(root().trust(), chain)
    }

    /// With another root.
    pub fn trusting(trust: Trust, chain: &str) -> Self {
        let scene = Self::built(|builder| builder.trust(trust));
        scene.net.set(URL, Answer::Text(chain.to_owned()));
        scene
    }

    /// With other settings, and nothing at any address.
    pub fn built(change: impl FnOnce(Builder) -> Builder) -> Self {
        let (net, clock) = (Arc::new(Net::new()), Clock::default());
        let hands = clock.clone();
        let builder = Verifier::builder().trust(root().trust()).fetch(Arc::clone(&net)).clock(move || hands.now());
        Self { verifier: change(builder).build(), net, clock }
    }

    pub async fn verify(&self, signed: &Signed) -> Result<(), Rejected> {
        self.verifier.verify(&signed.headers, &signed.body).await
    }

    /// The verdict on the most common request.
    pub async fn verdict(&self) -> Result<(), Rejected> {
        self.verify(&super::request()).await
    }

    /// The same, of a scene that nobody needs for more.
    pub fn settled(&self) -> Result<(), Rejected> {
        block_on(self.verdict())
    }
}

/// For tests that are not async.
pub fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}
