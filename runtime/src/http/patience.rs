//! How long a slow caller is waited for.

use std::future::Future;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

/// How long a slow caller is waited for, before the connection is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the TLS handshake.
    pub handshake: Duration,
    /// For the head of a request, from its first byte.
    pub head: Duration,
    /// For the body.
    pub body: Duration,
    /// For the next request on a connection. A proxy in front should wait for less, so that it is the one who closes.
    pub idle: Duration,
    /// For a caller who does not take the answer.
    pub write: Duration,
    /// For everything that is under way when the server was asked to end. Container engines kill after ten seconds.
    pub end: Duration,
}

impl Default for Patience {
    /// Ten seconds for the handshake, the head and the answer, five for the body, 75 for the next request, and nine for the end.
    fn default() -> Self {
        let [five, nine, ten, most] = [5, 9, 10, 75].map(Duration::from_secs);
        Self { handshake: ten, head: ten, body: five, idle: most, write: ten, end: nine }
    }
}

/// How many turns of a connection have begun and ended, both counted: while it is odd, one is under way.
#[derive(Clone, Default)]
pub(super) struct Turns(Arc<AtomicU32>);

impl Turns {
    /// A request has come, or its answer is ready.
    pub(super) fn tick(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A connection that fails when its caller is too slow. The time of a turn itself is not its matter.
pub(super) struct Patient<S> {
    stream: S,
    patience: Patience,
    turns: Turns,
    reading: Reading,
    /// Since when nothing could be written.
    stuck: Option<Instant>,
    read_alarm: Alarm,
    write_alarm: Alarm,
}

/// What is waited for between two turns.
struct Reading {
    /// The count of turns when the waiting began.
    turns: u32,
    since: Instant,
    begun: bool,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, patience: Patience, turns: Turns) -> Self {
        let reading = Reading { turns: turns.count(), since: Instant::now(), begun: false };
        Self { stream, patience, turns, reading, stuck: None, read_alarm: Alarm::default(), write_alarm: Alarm::default() }
    }

    /// Takes notice of turns that have begun or ended. Whether one is under way.
    fn is_answering(&mut self) -> bool {
        let turns = self.turns.count();
        if turns != self.reading.turns {
            self.reading = Reading { turns, since: Instant::now(), begun: false };
        }
        turns % 2 == 1
    }

    /// Something of the next request has come.
    fn has_read(&mut self) {
        if !self.is_answering() && !self.reading.begun {
            self.reading.begun = true;
            self.reading.since = Instant::now();
        }
    }

    fn poll_read_over(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.is_answering() {
            return Poll::Pending;
        }
        let most = if self.reading.begun { self.patience.head } else { self.patience.idle };
        self.read_alarm.poll(self.reading.since + most, cx)
    }

    /// Ends what could not be written for too long.
    fn waited<T>(&mut self, written: Poll<io::Result<T>>, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stuck = None;
            return written;
        }
        let since = *self.stuck.get_or_insert_with(Instant::now);
        ready!(self.write_alarm.poll(since + self.patience.write, cx));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if read.is_pending() {
            ready!(self.poll_read_over(cx));
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        }
        if buffer.filled().len() > before {
            self.has_read();
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.waited(written, cx)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[IoSlice<'_>]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.waited(written, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.waited(flushed, cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let shut = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.waited(shut, cx)
    }
}

/// A timer that is set only when something is really waited for. Mostly the time it is set to is moved away before it comes, which costs nothing here.
#[derive(Default)]
struct Alarm(Option<Pin<Box<Sleep>>>);

impl Alarm {
    fn poll(&mut self, at: Instant, cx: &mut Context<'_>) -> Poll<()> {
        let sleep = self.0.get_or_insert_with(|| Box::pin(sleep_until(at)));
        if sleep.deadline() > at {
            sleep.as_mut().reset(at);
        }
        while sleep.as_mut().poll(cx).is_ready() {
            if sleep.deadline() >= at {
                return Poll::Ready(());
            }
            sleep.as_mut().reset(at);
        }
        Poll::Pending
    }
}
