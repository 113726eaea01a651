//! Tokens: blinded here, multiplied by as many evaluators as it takes, each proof held against the directory.

use std::fmt;

use tokio::task::JoinSet;
use tongzhou::{code::lists::TokenPurpose, json, model::primitive::List};
use tongzhou_exchange::{
    message::{
        Operation, Request,
        evaluation::{Evaluate, Evaluation},
        wire::{Hex32, Id},
    },
    token::{Blinding, CombineFault, Identity, Token, TokenKey},
};

use crate::{
    client::Client,
    error::{ClientError, Liar, TooFew},
    peer::Holder,
    transport::Outgoing,
};

/// The making of tokens, begun: what was blinded, under which id and which consent it is sent. It is as personal as
/// what it is made of.
pub struct TokenStep {
    pub(crate) request_id: Id,
    pub(crate) consent: Hex32,
    pub(crate) blinding: Blinding,
}

/// Tokens, and who gave a false answer on the way.
pub(crate) struct Made {
    pub(crate) tokens: Vec<Token>,
    pub(crate) liars: Vec<Liar>,
}

impl TokenStep {
    /// Begins to make the tokens of these identities, with each key of today: all of one child, under every epoch that
    /// is in use, or one bill, under the last.
    ///
    /// # Errors
    /// [`ClientError::NoTokenKey`], and [`ClientError::Form`] where there are none, or too many.
    pub fn begin(client: &Client, identities: &[Identity], consent: Hex32) -> Result<Vec<Self>, ClientError> {
        let purpose = identities.first().map(Identity::purpose).ok_or(ClientError::Form)?;
        let keys = client.peers().token_keys(purpose).rev();
        let keys: Vec<&TokenKey> = match purpose {
            TokenPurpose::Subject => keys.collect(),
            TokenPurpose::Expense => keys.take(1).collect(),
        };
        if keys.is_empty() {
            return Err(ClientError::NoTokenKey);
        }
        keys.into_iter().map(|key| Self::with(client, key, identities, consent)).collect()
    }

    fn with(
        client: &Client,
        key: &TokenKey,
        identities: &[Identity],
        consent: Hex32,
    ) -> Result<Self, ClientError> {
        let inputs = identities.iter().map(|identity| identity.input(key.epoch())).collect();
        let surroundings = client.surroundings();
        let blinding =
            Blinding::new(inputs, |bytes| surroundings.fill(bytes)).map_err(|_| ClientError::Form)?;
        Ok(Self { request_id: surroundings.fresh_id()?, consent, blinding })
    }

    /// Which tokens are made.
    pub fn purpose(&self) -> TokenPurpose {
        self.blinding.purpose()
    }

    fn request(&self) -> Evaluate {
        Evaluate {
            request_id: self.request_id,
            purpose: self.blinding.purpose(),
            suite: Token::SUITE,
            epoch: self.blinding.epoch(),
            consent: self.consent,
            elements: List::first(self.blinding.elements().iter().copied()),
        }
    }
}

impl fmt::Debug for TokenStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenStep").field("request_id", &self.request_id).finish_non_exhaustive()
    }
}

impl Client {
    /// The tokens of these identities, made under a consent.
    ///
    /// All evaluators are asked together, and the first good answers of as many as it takes make the tokens: one that
    /// is down, or lies, keeps nobody waiting.
    ///
    /// # Errors
    /// [`ClientError::TooFew`] says who was silent, who refused, and who lied.
    pub async fn tokens_of(
        &self,
        identities: &[Identity],
        consent: Hex32,
    ) -> Result<Vec<Token>, ClientError> {
        Ok(self.make_all(&TokenStep::begin(self, identities, consent)?).await?.tokens)
    }

    /// The tokens of all steps; what is to be carried by file is written for all of them before one waits.
    pub(crate) async fn make_all(&self, steps: &[TokenStep]) -> Result<Made, ClientError> {
        let mut all = Made { tokens: Vec::new(), liars: Vec::new() };
        let mut waiting = false;
        for step in steps {
            match self.make(step).await {
                Ok(made) => {
                    all.tokens.extend(made.tokens);
                    all.liars.extend(made.liars);
                }
                Err(ClientError::Waiting) => waiting = true,
                Err(error) => return Err(error),
            }
        }
        if waiting { Err(ClientError::Waiting) } else { Ok(all) }
    }

    async fn make(&self, step: &TokenStep) -> Result<Made, ClientError> {
        let mut keys = self.peers().token_keys(step.purpose());
        let key = keys.find(|key| key.epoch() == step.blinding.epoch()).ok_or(ClientError::NoTokenKey)?;
        let holders = self.peers().holders(key)?;
        let need = usize::from(key.threshold());
        let body = step.request().write();
        let mut asked = JoinSet::new();
        for holder in holders {
            let (client, body) = (self.clone(), body.clone());
            asked.spawn(async move {
                let outgoing = Outgoing { to: &holder.peer, operation: Operation::Evaluate, body: &body };
                let answer = client.carry(outgoing).await;
                (holder, answer)
            });
        }
        let mut good = Vec::new();
        let mut few = TooFew { need, ..TooFew::default() };
        let (mut waiting, mut broken) = (false, None);
        while let Some(joined) = asked.join_next().await {
            // A task ends otherwise only where the program ends.
            let Ok((holder, answer)) = joined else { continue };
            match answer {
                Ok(answer) => match checked(step, key, &holder, &answer) {
                    Some(answer) => good.push(answer),
                    None => few.lying.push(Liar { member: holder.peer.code, share: holder.share }),
                },
                Err(ClientError::Refused(problem)) => few.refused.push((holder.peer.code, *problem)),
                Err(ClientError::Waiting) => waiting = true,
                Err(ClientError::Unreachable | ClientError::Unknown(_)) => {
                    few.silent.push(holder.peer.code);
                }
                Err(ClientError::NotTheirs(_) | ClientError::NotAnAnswer) => {
                    few.untrusted.push(holder.peer.code);
                }
                Err(ClientError::NoAddress(member)) => few.nowhere.push(member),
                Err(error) => broken = Some(error),
            }
            // By file, every question is written before one waits for an answer.
            if good.len() >= need && self.is_at_once() {
                break;
            }
        }
        if good.len() >= need {
            let tokens =
                step.blinding.combine(key, &good).map_err(|_: CombineFault| ClientError::NoTokenKey)?;
            return Ok(Made { tokens, liars: few.lying });
        }
        if waiting {
            return Err(ClientError::Waiting);
        }
        if let Some(error) = broken {
            return Err(error);
        }
        few.have = good.len();
        few.silent.sort();
        few.untrusted.sort();
        few.nowhere.sort();
        few.refused.sort_by(|(one, _), (other, _)| one.cmp(other));
        Err(ClientError::TooFew(Box::new(few)))
    }
}

/// The answer of an evaluator, where its proof holds.
fn checked(
    step: &TokenStep,
    key: &TokenKey,
    holder: &Holder,
    answer: &[u8],
) -> Option<tongzhou_exchange::token::VerifiedAnswer> {
    let answer: Evaluation = json::from_slice(answer).ok()?;
    let asked = answer.request_id == step.request_id && answer.share.get() == u32::from(holder.share);
    let verified = step.blinding.verify(key, holder.share, &answer.elements, &answer.proof);
    verified.ok().filter(|_| asked)
}
