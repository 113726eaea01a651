//! Who asks: the signature of a request, held against the directory of now.

use axum::http::{HeaderMap, request::Parts};
use tongzhou::fault;
use tongzhou_exchange::{
    message::wire::Organisation,
    problem::{Problem, ProblemKind},
    signature::{
        ContentDigest, RequestSignature, SignatureFault, SignedFields, Unread, VerifiedRequest, verify_head,
    },
};

use super::{Service, nonces};

/// A request of a member, whose body was not yet read.
pub(super) struct Admitted {
    pub(super) caller: Organisation,
    unread: Unread,
}

impl Service {
    /// The member that signed, if it may ask now.
    pub(super) fn admit(&self, parts: &Parts) -> Result<Admitted, Problem> {
        let now = Self::now().ok_or(ProblemKind::Unavailable)?;
        let directory = self.directories.at(now).ok_or(ProblemKind::Unavailable)?;
        let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
        let uri = format!("{}{target}", self.base);
        let fields = fields(&parts.headers)?;
        let mut caller = None;
        let unread = verify_head(parts.method.as_str(), &uri, &fields, now, |id| {
            let signer = directory
                .signer(id)
                .filter(|signer| signer.valid_at(now) && signer.member.is_member_at(now))?;
            caller = signer.member.code.to_string().parse::<Organisation>().ok();
            Some(signer.verifying_key())
        });
        let unread = unread.map_err(refused)?;
        let caller = caller.ok_or(ProblemKind::NotAMember)?;
        self.rates.of_member(&caller)?;
        Ok(Admitted { caller, unread })
    }

    /// The request with its body, which must be the one that was signed, for the first time.
    pub(super) async fn take(
        &self,
        admitted: Admitted,
        body: ContentDigest,
    ) -> Result<Organisation, Problem> {
        let Admitted { caller, unread } = admitted;
        let verified: VerifiedRequest = unread.with_body(body).map_err(refused)?;
        match nonces::use_up(&self.store, &verified).await? {
            true => Ok(caller),
            false if fault::is("nonce-counts-twice") => Ok(caller),
            false if fault::is("replay-called-conflict") => Err(ProblemKind::Conflict.into()),
            false => Err(ProblemKind::Replayed.into()),
        }
    }
}

/// To what the answer is bound, where the request is signed in form, whether rightly or not.
pub(super) fn signature_of(headers: &HeaderMap) -> Option<RequestSignature> {
    fields(headers).ok()?.request_signature().ok()
}

fn fields(headers: &HeaderMap) -> Result<SignedFields<'_>, Problem> {
    let fields = SignedFields::of(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
    fields.map_err(refused)
}

fn refused(why: SignatureFault) -> Problem {
    Problem::new(match why.problem() {
        ProblemKind::SignatureMissing if fault::is("missing-called-wrong") => ProblemKind::SignatureWrong,
        ProblemKind::SignatureStale if fault::is("stale-called-wrong") => ProblemKind::SignatureWrong,
        ProblemKind::SignatureWrong if fault::is("wrong-called-stale") => ProblemKind::SignatureStale,
        ProblemKind::NotAMember if fault::is("stranger-called-wrong") => ProblemKind::SignatureWrong,
        problem => problem,
    })
}
