//! How much and how long: sizes, times, connections, and the end.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time,
};

use super::Up;
use crate::wire::{Got, JSON, Sent};

const QUICK: &str = "[limits]\nheader-seconds = 1\nbody-seconds = 1\n";

// covers: REQ-EXC-021
#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_too_large_is_refused_announced_or_not() {
    let up = Up::with("[limits]\nmessage-bytes = 4096\n").await;
    let key = up.alliance.charity.signing();
    let large = vec![b' '; 4097];
    let announced = Sent::post("/v1/notices/list", JSON, &large).signed(up.running.url(), key);
    assert_eq!(up.refused(&announced).await, (413, "too-large".into()));

    let mut chunked = Sent::post("/v1/notices/list", JSON, &large).signed(up.running.url(), key);
    chunked.headers.push(("transfer-encoding".into(), "chunked".into()));
    chunked.body = [format!("{:x}\r\n", large.len()).as_bytes(), &large, b"\r\n0\r\n\r\n"].concat();
    assert_eq!(up.refused(&chunked).await, (413, "too-large".into()));

    // Nothing of a body is waited for that nobody has signed.
    let mut unsigned = Sent::post("/v1/notices/list", JSON, b"");
    unsigned.headers.push(("content-length".into(), "100".into()));
    assert_eq!(up.refused(&unsigned).await, (401, "signature-missing".into()));
    up.running.stop().await;
}

// covers: REQ-EXC-021
#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_cut_short_or_does_not_come_is_given_up() {
    let up = Up::with(QUICK).await;
    let mut sent = up.notices(up.alliance.charity.signing());
    sent.headers.push(("content-length".into(), "4000".into()));
    let began = Instant::now();
    assert_eq!(up.refused(&sent).await, (504, "timeout".into()));
    assert!(began.elapsed() < Duration::from_secs(10));

    // Cut short: the other half is closed, so there is nobody to answer to.
    let mut stream = TcpStream::connect(up.running.addr()).await.unwrap();
    stream.write_all(sent.head().as_bytes()).await.unwrap();
    stream.write_all(b"{").await.unwrap();
    stream.shutdown().await.unwrap();
    let mut rest = Vec::new();
    let _ =
        time::timeout(Duration::from_secs(10), stream.read_to_end(&mut rest)).await.expect("it is closed");
    // And the node goes on.
    assert_eq!(up.send(&up.notices(up.alliance.charity.signing())).await.status, 200);
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_headers_slowly_or_nothing_at_all_is_shown_out() {
    let up = Up::with(QUICK).await;
    for beginning in ["", "POST /v1/noti", "POST /v1/notices/list HTTP/1.1\r\nhost: node\r\n"] {
        let mut stream = TcpStream::connect(up.running.addr()).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        let closed = time::timeout(Duration::from_secs(10), stream.read_to_end(&mut rest)).await;
        assert!(closed.is_ok(), "{beginning:?} is still there");
    }
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_connections_do_not_keep_others_out() {
    let up = Up::with("[limits]\nheader-seconds = 3\nconnections = 500\n").await;
    let mut idle = Vec::new();
    for _ in 0..500 {
        idle.push(TcpStream::connect(up.running.addr()).await.unwrap());
    }
    // All places are taken; those who say nothing lose them.
    let request = up.notices(up.alliance.charity.signing());
    let answered = time::timeout(Duration::from_secs(30), up.send(&request)).await;
    assert_eq!(answered.expect("a place was found").status, 200);
    drop(idle);
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_under_way_is_finished_when_the_node_stops() {
    let up = Up::with("").await;
    let sent = up.notices(up.alliance.charity.signing());
    let (address, signature) = (up.running.addr(), sent.signature.unwrap());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (first, second) = sent.body.split_at(4);
    stream.write_all(sent.head().as_bytes()).await.unwrap();
    stream.write_all(first).await.unwrap();
    time::sleep(Duration::from_millis(300)).await;
    let stopping = tokio::spawn(up.running.stop());
    time::sleep(Duration::from_millis(300)).await;
    assert!(TcpStream::connect(address).await.is_err(), "nobody else is let in");
    stream.write_all(second).await.unwrap();
    let got = Got::read(&mut stream).await;
    assert_eq!(got.status, 200, "{got:?}");
    assert!(got.is_by(up.alliance.registry.signing(), &signature));
    time::timeout(Duration::from_secs(10), stopping).await.expect("it stops").unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_never_finishes_does_not_keep_the_node_from_stopping() {
    let up = Up::with("[limits]\nstop-seconds = 1\n").await;
    let mut sent = up.notices(up.alliance.charity.signing());
    sent.headers.push(("content-length".into(), "4000".into()));
    let mut stream = TcpStream::connect(up.running.addr()).await.unwrap();
    stream.write_all(sent.head().as_bytes()).await.unwrap();
    time::sleep(Duration::from_millis(200)).await;
    time::timeout(Duration::from_secs(10), up.running.stop()).await.expect("it stops");
}
