//! The body of a request, in one piece. It holds the user's token, so it is wiped when the turn is over.

use std::ops::Deref;
use std::pin::pin;

use bytes::Buf;
use http_body::Body;
use http_body_util::BodyExt;
use zeroize::Zeroize;

use super::reply::No;

/// The most that is read. Alexa's own requests have a few kilobytes.
pub(super) const MAX: usize = 256 * 1024;

/// What is set aside before anything has come, whatever a request says of its length.
const FIRST: usize = 16 * 1024;

/// Reads all of a body. One that ends in the middle, or not as HTTP says, is believed as little as any other odd request.
pub(super) async fn read(body: impl Body) -> Result<Wiped, No> {
    let mut body = pin!(body);
    let said = body.size_hint().lower();
    if said > MAX as u64 {
        return Err(No::TooLarge);
    }
    let mut whole = Wiped(Vec::with_capacity(FIRST.min(said as usize)));
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| No::NotBelieved)?;
        let Ok(mut data) = frame.into_data() else { continue };
        if whole.len() + data.remaining() > MAX {
            return Err(No::TooLarge);
        }
        while data.has_remaining() {
            let read = whole.add(data.chunk());
            data.advance(read);
        }
    }
    Ok(whole)
}

/// Bytes that leave nothing behind in memory.
pub(super) struct Wiped(Vec<u8>);

impl Wiped {
    /// Adds bytes; how many there were. A vector that grows by itself would leave its old place as it was.
    fn add(&mut self, bytes: &[u8]) -> usize {
        let needed = self.0.len() + bytes.len();
        if needed > self.0.capacity() {
            let mut larger = Self(Vec::with_capacity(needed.max(2 * self.0.capacity())));
            larger.0.extend_from_slice(&self.0);
            *self = larger;
        }
        self.0.extend_from_slice(bytes);
        bytes.len()
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

impl Deref for Wiped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}
