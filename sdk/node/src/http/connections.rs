//! Connections: how many there may be, how long they may idle, and how they end when the node stops.

use std::{net::SocketAddr, sync::Arc, sync::atomic::Ordering, time::Duration};

use axum::Router;
use hyper::service::Service as _;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch},
    time,
};
use tokio_rustls::TlsAcceptor;

use super::{Service, impatient::Impatient, routes::router};

/// The other end of a connection.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub(super) SocketAddr);

/// A node that listens.
pub(crate) struct Bound {
    pub(crate) listener: TcpListener,
    pub(crate) tls: Option<TlsAcceptor>,
    pub(crate) service: Arc<Service>,
}

/// Tells connections to end, and whether they have.
pub(crate) struct Stopping {
    stop: watch::Sender<bool>,
    ended: mpsc::Receiver<()>,
    time: Duration,
}

impl Stopping {
    /// Takes no more connections, lets requests finish, and returns when all have, or when their time is over.
    pub(crate) async fn stop(mut self) {
        let _ = self.stop.send(true);
        // Nothing is ever sent: this ends when nobody is left who could.
        let _ = time::timeout(self.time, self.ended.recv()).await;
    }
}

impl Bound {
    /// Takes connections until it is told to stop.
    pub(crate) fn serve(self) -> Stopping {
        let (stop, stopped) = watch::channel(false);
        let (ending, ended) = mpsc::channel(1);
        let time = self.service.limits.stop_time;
        tokio::spawn(self.accept(stopped, ending));
        Stopping { stop, ended, time }
    }

    async fn accept(self, mut stopped: watch::Receiver<bool>, ending: mpsc::Sender<()>) {
        let Self { listener, tls, service } = self;
        let places = Arc::new(Semaphore::new(service.limits.connections));
        let connection =
            Connection { builder: builder(&service), router: router(Arc::clone(&service)), tls, service };
        let connection = Arc::new(connection);
        loop {
            // Who finds no place waits in the system's queue.
            let place = tokio::select! {
                place = Arc::clone(&places).acquire_owned() => place,
                _ = stopped.changed() => return,
            };
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                _ = stopped.changed() => return,
            };
            match (accepted, place) {
                (Ok((stream, peer)), Ok(place)) => {
                    let (connection, stopped, ending) =
                        (Arc::clone(&connection), stopped.clone(), ending.clone());
                    tokio::spawn(async move { connection.serve(stream, peer, stopped, place, ending).await });
                }
                // Such as too many open files: some will be closed before long.
                (Err(_), _) => time::sleep(PAUSE).await,
                (_, Err(_)) => return,
            }
        }
    }
}

/// How one connection is served.
struct Connection {
    builder: Builder<TokioExecutor>,
    router: Router,
    tls: Option<TlsAcceptor>,
    service: Arc<Service>,
}

impl Connection {
    async fn serve(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
        stopped: watch::Receiver<bool>,
        place: OwnedSemaphorePermit,
        ending: mpsc::Sender<()>,
    ) {
        let metrics = &self.service.metrics;
        metrics.connections.fetch_add(1, Ordering::Relaxed);
        let _ = stream.set_nodelay(true);
        match &self.tls {
            None => self.speak(stream, peer, stopped).await,
            Some(tls) => match time::timeout(self.service.limits.header_time, tls.accept(stream)).await {
                Ok(Ok(stream)) => self.speak(stream, peer, stopped).await,
                Ok(Err(_)) | Err(_) => {
                    metrics.refused_connections.fetch_add(1, Ordering::Relaxed);
                }
            },
        }
        metrics.connections.fetch_sub(1, Ordering::Relaxed);
        drop((place, ending));
    }

    async fn speak<S>(&self, stream: S, peer: SocketAddr, mut stopped: watch::Receiver<bool>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let answerer = TowerToHyperService::new(self.router.clone());
        let service =
            hyper::service::service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
                request.extensions_mut().insert(Peer(peer));
                answerer.call(request)
            });
        let mut connection = std::pin::pin!(self.builder.serve_connection(
            TokioIo::new(Impatient::new(stream, self.service.limits.header_time)),
            service
        ));
        let ended = tokio::select! {
            ended = connection.as_mut() => Some(ended),
            _ = stopped.wait_for(|stopped| *stopped) => None,
        };
        let ended = match ended {
            Some(ended) => ended,
            None => {
                // The request that is under way is answered, and then the connection is closed.
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if ended.is_err() {
            self.service.metrics.refused_connections.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn builder(service: &Service) -> Builder<TokioExecutor> {
    let limits = &service.limits;
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_time)
        .max_headers(MAX_HEADERS)
        .max_buf_size(MAX_BUFFER);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(limits.header_time)
        .keep_alive_timeout(limits.header_time)
        .max_header_list_size(MAX_HEADER_BYTES)
        .max_concurrent_streams(MAX_STREAMS)
        .max_pending_accept_reset_streams(MAX_STREAMS as usize);
    builder
}

const PAUSE: Duration = Duration::from_millis(100);
const MAX_HEADERS: usize = 64;
const MAX_BUFFER: usize = 64 << 10;
const MAX_HEADER_BYTES: u32 = 16 << 10;
const MAX_STREAMS: u32 = 32;
