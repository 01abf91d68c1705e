//! Callers, each with a connection of its own and one request after the other.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct Caller(TcpStream);

pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl Caller {
    pub async fn new(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(stream))
    }

    pub async fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.0.write_all(request).await?;
        let mut all = Vec::with_capacity(4096);
        loop {
            if self.0.read_buf(&mut all).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(answer) = whole(&all) {
                return Ok(answer);
            }
        }
    }
}

fn whole(all: &[u8]) -> Option<Answer> {
    let text = std::str::from_utf8(all).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length: usize = head.lines().find_map(|line| line.strip_prefix("content-length: "))?.parse().ok()?;
    let status = head.get(9..12)?.parse().ok()?;
    (body.len() >= length).then(|| Answer { status, body: body.to_owned() })
}
