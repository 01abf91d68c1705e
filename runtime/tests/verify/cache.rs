//! What is remembered, for how long, and who waits for whom.

use std::sync::Arc;
use std::time::Duration;

use sayso::fetch::FetchError;
use sayso::verify::Rejected;
use tokio::task::JoinHandle;

use crate::support::{Answer, Scene, Signed, URL, Validity, at, body, ca, leaf, leaf_key, middle, other_key, request, root};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const SECOND: Duration = Duration::from_secs(1);

impl Scene {
    /// The verdict on a request that is sent now, whatever the clock says.
    async fn verdict_now(&self) -> Result<(), Rejected> {
        self.verify(&self.sent_now()).await
    }

    fn sent_now(&self) -> Signed {
        let now = jiff::Timestamp::try_from(self.clock.now()).expect("a time").to_string();
        Signed::new(body("LaunchRequest", now.into()))
    }

    fn asked_times(&self) -> usize {
        self.net.asked().len()
    }
}

fn ask(scene: &Arc<Scene>, signed: Signed) -> JoinHandle<Result<(), Rejected>> {
    let scene = Arc::clone(scene);
    tokio::spawn(async move { scene.verify(&signed).await })
}

/// Until so many requests are on the network.
async fn until_asked(scene: &Scene, times: usize) {
    while scene.asked_times() < times {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_day_at_most() {
    let scene = Scene::new();
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.clock.forward(DAY - SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()));
    assert_eq!(scene.asked_times(), 1);
    scene.clock.forward(SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()));
    assert_eq!(scene.asked_times(), 2);
}

#[tokio::test]
async fn until_the_leaf_ends() {
    let scene = Scene::of_leaf(&leaf(|params| Validity(-60, 3600).put(params)));
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.clock.forward(3599 * SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()));
    assert_eq!(scene.asked_times(), 1);
    scene.clock.forward(SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()), "the last second is looked at again");
    scene.clock.forward(SECOND);
    assert_eq!(scene.verdict_now().await, Err(Rejected::ExpiredCertificate));
}

#[tokio::test]
async fn until_an_authority_ends() {
    let middle = ca("Middle", Some(root()), |params| Validity(-60, 600).put(params));
    let leaf = leaf(|params| Validity(-60, 3600).put(params));
    let scene = Scene::of(&(middle.sign(&leaf, leaf_key()) + &middle.pem));
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.clock.forward(601 * SECOND);
    assert_eq!(scene.verdict_now().await, Err(Rejected::ExpiredCertificate));
}

/// Of two ways to the root, the one that lasts longer counts.
#[tokio::test]
async fn until_the_last_path_ends() {
    let short = ca("Middle", Some(root()), |_| ());
    let ending = |seconds| {
        let other = ca("Other", None, |params| Validity(-60, seconds).put(params));
        (other.cross(root()), other)
    };
    let ((one, first), (two, second)) = (ending(600), ending(6000));
    let chain = short.sign(&leaf(|_| ()), leaf_key()) + &short.cross(&first) + &short.cross(&second) + &one + &two;
    let scene = Scene::of(&chain);
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.clock.forward(601 * SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.clock.forward(5400 * SECOND);
    assert_eq!(scene.verdict_now().await, Err(Rejected::ExpiredCertificate));
}

#[tokio::test]
async fn rotation() {
    let scene = Scene::new();
    assert_eq!(scene.verdict().await, Ok(()));
    let next = "https://s3.amazonaws.com/echo.api/echo-api-cert-2.pem";
    let issuer = ca("Another authority", Some(root()), |_| ());
    scene.net.set(next, Answer::Text(issuer.sign(&leaf(|_| ()), other_key()) + &issuer.pem));
    let renewed = Signed::by(other_key(), request().body).at_url(next);
    for _ in 0..3 {
        assert_eq!(scene.verify(&renewed).await, Ok(()));
        assert_eq!(scene.verdict().await, Ok(()), "the old one goes on");
    }
    assert_eq!(scene.net.asked(), [URL, next]);
    // Each key is for its own address.
    assert_eq!(scene.verify(&renewed.at_url(URL)).await, Err(Rejected::WrongSignature));
    assert_eq!(scene.verify(&request().at_url(next)).await, Err(Rejected::WrongSignature));
}

/// The file is replaced in its place: what is cached goes on until its day is over.
#[tokio::test]
async fn renewal_in_place() {
    let scene = Scene::new();
    assert_eq!(scene.verdict().await, Ok(()));
    scene.net.set(URL, Answer::Text(middle().sign(&leaf(|_| ()), other_key()) + &middle().pem));
    scene.clock.forward(DAY);
    let now = jiff::Timestamp::try_from(scene.clock.now()).expect("a time").to_string();
    assert_eq!(scene.verify(&Signed::by(other_key(), body("LaunchRequest", now.into()))).await, Ok(()));
}

#[tokio::test]
async fn one_fetch_for_a_hundred() {
    let scene = Arc::new(Scene::new());
    scene.net.shut();
    let waiting: Vec<_> = (0..100).map(|_| ask(&scene, request())).collect();
    until_asked(&scene, 1).await;
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    scene.net.open();
    for verdict in waiting {
        assert_eq!(verdict.await.expect("a verdict"), Ok(()));
    }
    assert_eq!(scene.net.asked(), [URL]);
}

/// The same with all threads that there are.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_fetch_for_a_hundred_at_the_same_time() {
    for _ in 0..20 {
        let scene = Arc::new(Scene::new());
        let waiting: Vec<_> = (0..100).map(|_| ask(&scene, request())).collect();
        for verdict in waiting {
            assert_eq!(verdict.await.expect("a verdict"), Ok(()));
        }
        assert_eq!(scene.net.asked(), [URL]);
    }
}

#[tokio::test]
async fn one_failure_for_a_hundred() {
    let scene = Arc::new(Scene::new());
    scene.net.set(URL, Answer::Status(503));
    scene.net.shut();
    let waiting: Vec<_> = (0..100).map(|_| ask(&scene, request())).collect();
    until_asked(&scene, 1).await;
    scene.net.open();
    for verdict in waiting {
        assert_eq!(verdict.await.expect("a verdict"), Err(Rejected::UnfetchedStatus(503)));
    }
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn the_first_who_waits_may_go() {
    let scene = Arc::new(Scene::new());
    scene.net.shut();
    let first = ask(&scene, request());
    until_asked(&scene, 1).await;
    let others: Vec<_> = (0..10).map(|_| ask(&scene, request())).collect();
    tokio::task::yield_now().await;
    first.abort();
    assert!(first.await.expect_err("it is gone").is_cancelled());
    scene.net.open();
    for verdict in others {
        assert_eq!(verdict.await.expect("a verdict"), Ok(()));
    }
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn all_who_wait_may_go() {
    let scene = Arc::new(Scene::new());
    scene.net.shut();
    let all: Vec<_> = (0..10).map(|_| ask(&scene, request())).collect();
    until_asked(&scene, 1).await;
    all.iter().for_each(JoinHandle::abort);
    for gone in all {
        assert!(gone.await.expect_err("it is gone").is_cancelled());
    }
    scene.net.open();
    assert_eq!(scene.verdict().await, Ok(()));
    assert_eq!(scene.net.asked(), [URL], "what was begun is of use");
}

/// A runtime that ends takes its fetches with it, and the next begins anew.
#[test]
fn a_runtime_may_end() {
    let scene = Arc::new(Scene::new());
    scene.net.shut();
    crate::support::block_on(async {
        let waiting = ask(&scene, request());
        until_asked(&scene, 1).await;
        drop(waiting);
    });
    scene.net.open();
    assert_eq!(scene.settled(), Ok(()));
    assert_eq!(scene.asked_times(), 2);
}

#[tokio::test]
async fn a_failure_is_remembered_for_a_moment() {
    let failures = [
        Answer::Error(FetchError::Unreachable),
        Answer::Error(FetchError::TimedOut),
        Answer::Status(404),
        Answer::Text("no chain".to_owned()),
    ];
    for failure in failures {
        let scene = Scene::new();
        let right = scene.net.answer(URL);
        scene.net.set(URL, failure);
        let why = scene.verdict_now().await;
        assert!(why.is_err());
        scene.net.set(URL, right);
        scene.clock.forward(Duration::from_millis(4999));
        assert_eq!(scene.verdict_now().await, why);
        assert_eq!(scene.asked_times(), 1);
        scene.clock.forward(Duration::from_millis(1));
        assert_eq!(scene.verdict_now().await, Ok(()));
        assert_eq!(scene.asked_times(), 2);
    }
}

#[tokio::test]
async fn a_host_that_is_gone_for_a_while() {
    let scene = Scene::new();
    let right = scene.net.answer(URL);
    assert_eq!(scene.verdict_now().await, Ok(()));
    scene.net.set(URL, Answer::Error(FetchError::Unreachable));
    scene.clock.forward(DAY - SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()), "the key is known");
    scene.clock.forward(SECOND);
    assert_eq!(scene.verdict_now().await, Err(Rejected::Unfetched(FetchError::Unreachable)), "it is not believed for longer");
    scene.net.set(URL, right);
    scene.clock.forward(5 * SECOND);
    assert_eq!(scene.verdict_now().await, Ok(()));
}

/// Addresses cost nothing to make up.
#[tokio::test]
async fn failures_do_not_push_keys_out() {
    let scene = Scene::new();
    assert_eq!(scene.verdict().await, Ok(()));
    for number in 0..200 {
        let url = format!("https://s3.amazonaws.com/echo.api/{number}.pem");
        assert_eq!(scene.verify(&request().at_url(&url)).await, Err(Rejected::UnfetchedStatus(404)));
    }
    assert_eq!(scene.asked_times(), 201);
    assert_eq!(scene.verdict().await, Ok(()));
    assert_eq!(scene.asked_times(), 201, "the key is still known");
}

/// Keys are bounded too, even if somebody finds many addresses with good certificates.
#[tokio::test]
async fn old_keys_make_room() {
    let scene = Scene::new();
    let chain = scene.net.answer(URL);
    let url = |number: usize| format!("https://s3.amazonaws.com/echo.api/{number}.pem");
    for number in 0..100 {
        scene.net.set(&url(number), chain.clone());
        scene.clock.forward(Duration::from_millis(1));
        assert_eq!(scene.verify(&request().at_url(&url(number))).await, Ok(()));
    }
    assert_eq!(scene.asked_times(), 100);
    assert_eq!(scene.verify(&request().at_url(&url(99))).await, Ok(()));
    assert_eq!(scene.asked_times(), 100, "the newest is known");
    assert_eq!(scene.verify(&request().at_url(&url(0))).await, Ok(()));
    assert_eq!(scene.asked_times(), 101, "the oldest is not");
}

#[tokio::test]
async fn only_so_many_are_asked_at_the_same_time() {
    let scene = Arc::new(Scene::new());
    assert_eq!(scene.verdict().await, Ok(()));
    scene.net.shut();
    let url = |number: usize| format!("https://s3.amazonaws.com/echo.api/{number}.pem");
    let waiting: Vec<_> = (0..16).map(|number| ask(&scene, request().at_url(&url(number)))).collect();
    until_asked(&scene, 17).await;
    assert_eq!(scene.verify(&request().at_url(&url(16))).await, Err(Rejected::Busy));
    assert_eq!(scene.verdict().await, Ok(()), "what is known is not held up");
    // Going away does not make room for more.
    waiting.iter().for_each(JoinHandle::abort);
    tokio::task::yield_now().await;
    assert_eq!(scene.verify(&request().at_url(&url(16))).await, Err(Rejected::Busy));
    scene.net.open();
    let why = loop {
        match scene.verify(&request().at_url(&url(16))).await {
            Err(Rejected::Busy) => tokio::task::yield_now().await,
            other => break other,
        }
    };
    assert_eq!(why, Err(Rejected::UnfetchedStatus(404)));
}

/// What nobody works on any more does not count.
#[tokio::test]
async fn what_broke_off_makes_room() {
    let scene = Scene::new();
    for number in 0..20 {
        let url = format!("https://s3.amazonaws.com/echo.api/{number}.pem");
        scene.net.set(&url, Answer::Panic);
        assert_eq!(scene.verify(&request().at_url(&url)).await, Err(Rejected::Unfetched(FetchError::Unreachable)));
    }
    assert_eq!(scene.verdict().await, Ok(()));
}

/// A clock that ran ahead and is set right again holds nothing fast.
#[tokio::test]
async fn a_clock_that_is_set_back() {
    let scene = Scene::new();
    let right = scene.net.answer(URL);
    scene.clock.forward(3 * DAY);
    scene.net.set(URL, Answer::Status(503));
    assert_eq!(scene.verdict_now().await, Err(Rejected::UnfetchedStatus(503)));
    scene.net.set(URL, right);
    scene.clock.back(DAY);
    assert_eq!(scene.verdict_now().await, Ok(()), "the failure is not remembered for a day");
    scene.clock.back(2 * DAY);
    assert_eq!(scene.verdict_now().await, Ok(()));
    assert_eq!(scene.asked_times(), 3, "and neither is the key for longer than a day");
}

/// The key is cached, not the verdict.
#[tokio::test]
async fn each_request_is_checked() {
    let scene = Scene::new();
    assert_eq!(scene.verdict().await, Ok(()));
    assert_eq!(scene.verify(&Signed::by(other_key(), request().body)).await, Err(Rejected::WrongSignature));
    assert_eq!(scene.verify(&Signed::new(body("LaunchRequest", at(-151).into()))).await, Err(Rejected::TooOld));
    assert_eq!(scene.verdict().await, Ok(()));
}
