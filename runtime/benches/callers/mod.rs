//! Callers, each with a connection of its own and one request after the other.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct Caller {
    stream: TcpStream,
    answer: Vec<u8>,
}

pub struct Answer<'a> {
    pub status: u16,
    pub body: &'a str,
}

impl Caller {
    pub async fn new(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, answer: Vec::with_capacity(8 * 1024) })
    }

    pub async fn send(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        while whole(&self.answer).is_none() {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        whole(&self.answer).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// The answer, once all of it is there.
fn whole(read: &[u8]) -> Option<Answer<'_>> {
    let (head, body) = std::str::from_utf8(read).ok()?.split_once("\r\n\r\n")?;
    let length: usize = head.lines().find_map(|line| line.strip_prefix("content-length: "))?.parse().ok()?;
    let status = head.get(9..12)?.parse().ok()?;
    (body.len() >= length).then_some(Answer { status, body })
}
