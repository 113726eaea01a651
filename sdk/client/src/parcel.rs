//! Packages: sent in as they are sealed, and fetched, without ever being whole in memory.

use std::path::Path;

use reqwest::{Body, Method};
use tokio::{
    fs::{self, File, OpenOptions},
    io::{AsyncReadExt, AsyncWriteExt, BufWriter},
};
use tokio_util::io::ReaderStream;
use tongzhou::json;
use tongzhou_exchange::{
    message::{
        Role,
        parcel::{Package, Parcel},
        wire::Organisation,
    },
    signature::{ContentDigest, Digester},
};

use crate::{
    client::Client,
    error::ClientError,
    transport::{Failure, Try, believe, target, unbelieved},
};

/// How many bytes of a file are read at once: each reading is handed to another thread.
const PIECE: usize = 256 << 10;

/// The media type of a sealed package.
pub const MEDIA_TYPE: &str = "application/vnd.age";

impl Client {
    /// Sends a sealed package to a member. Sent again, it is the same package.
    ///
    /// # Errors
    /// As [`Client::ask`]; [`ClientError::Io`] where the file cannot be read.
    pub async fn submit(&self, to: &Organisation, package: &Path) -> Result<Package, ClientError> {
        let peer = self.peers().member(to, Role::Member)?;
        let (url, http) = (target(&peer, "packages/submit")?, self.http()?);
        let digest = digest_of(package).await?;
        let attempt = || async {
            let pieces = ReaderStream::with_capacity(File::open(package).await?, PIECE);
            let body = Body::wrap_stream(pieces);
            match http.send(Method::POST, url.clone(), Some((MEDIA_TYPE, digest, body))).await? {
                Ok((response, signature)) => http.take(response, &signature, &peer).await,
                Err(failure) => Ok(Try::Failed(failure)),
            }
        };
        let answer = http.persist(attempt).await?;
        json::from_slice(&answer).map_err(|_| ClientError::NotAnAnswer)
    }

    /// Fetches a package that waits for us, into a file that is not there yet.
    ///
    /// # Errors
    /// As [`Client::ask`]; [`ClientError::NotTheirs`] where the file is not what was signed;
    /// [`ClientError::Io`] where it cannot be written.
    pub async fn fetch(&self, from: &Organisation, parcel: &Parcel, into: &Path) -> Result<(), ClientError> {
        let peer = self.peers().member(from, Role::Member)?;
        let url = target(&peer, &format!("parcels/fetch/{}", parcel.package_id))?;
        let http = self.http()?;
        if fs::try_exists(into).await? {
            return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
        }
        let mut name = into.as_os_str().to_owned();
        name.push(".part");
        let part = Path::new(&name);
        let mut options = OpenOptions::new();
        options.create(true).truncate(true).write(true);
        #[cfg(unix)]
        options.mode(0o600);
        let (options, peer) = (&options, &peer);
        let attempt = || async {
            let (mut response, signature) = match http.send(Method::GET, url.clone(), None).await? {
                Ok((response, signature)) if response.status().is_success() => (response, signature),
                Ok((response, signature)) => return http.refuse(response, &signature, peer).await,
                Err(failure) => return Ok(Try::Failed(failure)),
            };
            let mut file = BufWriter::with_capacity(PIECE, options.open(part).await?);
            let (mut digest, mut size) = (Digester::default(), 0_u64);
            loop {
                match response.chunk().await {
                    Ok(Some(chunk)) => {
                        size = size.saturating_add(chunk.len() as u64);
                        if size > parcel.size.get() {
                            return Err(ClientError::NotAnAnswer);
                        }
                        digest.update(&chunk);
                        file.write_all(&chunk).await?;
                    }
                    Ok(None) => break,
                    Err(_) => return Ok(Try::Failed(Failure::on_the_way())),
                }
            }
            file.flush().await?;
            file.into_inner().sync_all().await?;
            let digest = digest.finish();
            if let Err(fault) = believe(&response, digest, &signature, peer) {
                return Ok(Try::Failed(unbelieved(&response, fault)));
            }
            // It is the one that was announced.
            if digest.as_bytes() == &parcel.digest.0 {
                Ok(Try::Done(()))
            } else {
                Err(ClientError::NotAnAnswer)
            }
        };
        let fetched = http.persist(attempt).await;
        match fetched {
            // A hard link takes no name that somebody else took meanwhile.
            Ok(()) => {
                fs::hard_link(part, into).await?;
                fs::remove_file(part).await?;
                Ok(())
            }
            Err(error) => {
                // Nothing more can be done where removing fails.
                let _ = fs::remove_file(part).await;
                Err(error)
            }
        }
    }
}

async fn digest_of(path: &Path) -> Result<ContentDigest, ClientError> {
    let mut file = File::open(path).await?;
    let (mut digest, mut buffer) = (Digester::default(), vec![0; PIECE]);
    loop {
        let read = file.read(&mut buffer).await?;
        match buffer.get(..read) {
            Some(piece) if !piece.is_empty() => digest.update(piece),
            _ => break,
        }
    }
    Ok(digest.finish())
}
