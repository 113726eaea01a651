//! The certificate and its key.

use std::{path::PathBuf, sync::Arc};

use rustls::{
    ServerConfig,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use thiserror::Error;

use crate::config::Tls;

/// Why a certificate cannot be used.
#[derive(Debug, Error)]
pub enum TlsFault {
    /// The certificate cannot be read as PEM.
    #[error("{0} holds no certificate in PEM")]
    Certificate(PathBuf),
    /// The key cannot be read as PEM.
    #[error("{0} holds no private key in PEM")]
    Key(PathBuf),
    /// The key and the certificate do not belong together, or are of a kind that is not used.
    #[error("the private key does not belong to the certificate")]
    Pair,
}

/// TLS 1.2 and 1.3 with a certificate, over HTTP/1.1 and HTTP/2.
///
/// # Errors
/// What is wrong with the files.
pub fn server_config(tls: &Tls) -> Result<Arc<ServerConfig>, TlsFault> {
    let unreadable = || TlsFault::Certificate(tls.certificate.clone());
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(&tls.certificate)
        .and_then(Iterator::collect)
        .map_err(|_| unreadable())?;
    if chain.is_empty() {
        return Err(unreadable());
    }
    let key = PrivateKeyDer::from_pem_file(&tls.key).map_err(|_| TlsFault::Key(tls.key.clone()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| TlsFault::Pair)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|_| TlsFault::Pair)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
