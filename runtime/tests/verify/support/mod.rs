//! What the tests share: certificates of every kind, a network that can be told what to answer, a clock that can be set.

mod clock;
mod forge;
mod net;
mod scene;
mod signed;

pub use clock::{Clock, NOW, at};
pub use forge::{NAME, Validity, ca, leaf, leaf_key, middle, other_key, root};
pub use net::{Answer, Net};
pub use scene::{Scene, block_on};
pub use signed::{Signed, URL, body, launch, request};
