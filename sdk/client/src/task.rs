//! One thing to be done: perhaps a consent to be registered, perhaps tokens to be made, then one request.
//!
//! Everything that is chosen is chosen when the task is made, so that it is the same thing however often it is done:
//! after a time-out, after a crash, or when the answers come days later as files.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{ConsentPurpose, EntryClass},
    json,
    model::{AidEntry, primitive::Count},
};
use tongzhou_exchange::{
    message::{
        Operation, Request, Role,
        access::WhoLooked,
        aid::AppendEntry,
        claim::{Burden, ExpenseToken, ReadExpense, Reserve, StateBurden, VoidExpense},
        consent::RegisterConsent,
        lookup::{AnnounceIntent, LookUp},
        wire::{Amount, CalendarMonth, Hex32, Id, Organisation, TokenValue},
    },
    problem::ProblemKind,
    token::{Blinding, Token},
};

use crate::{
    client::Client,
    error::{ClientError, Liar},
    token::TokenStep,
    transport::Outgoing,
};

/// One thing to be done.
pub struct Task {
    pub(crate) operation: Operation,
    /// Who is asked, where it is not the one registry.
    pub(crate) to: Option<Organisation>,
    /// The request, without the tokens that are still to be made.
    pub(crate) body: Body,
    pub(crate) tokens: Vec<TokenStep>,
    /// The consent, to be registered where it is not known yet.
    pub(crate) consent: Option<RegisterConsent>,
}

/// What a request holds before its tokens are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Body {
    /// All of it.
    Whole(String),
    /// An object to which `tokens` come.
    Child(Map<String, Value>),
    /// An object to which `expense` comes.
    Bill(Map<String, Value>),
}

/// What became of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The exact bytes of the answer.
    pub answer: Vec<u8>,
    /// The tokens that were made for it.
    pub tokens: Vec<Token>,
    /// Evaluators that gave a false answer, although enough others gave good ones.
    pub liars: Vec<Liar>,
}

/// What a member wants to hold on a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The id of the claim.
    pub claim_id: Id,
    /// How much.
    pub amount: Amount,
    /// The burden as the member reads it.
    pub burden: Burden,
    /// For how many days.
    pub hold_days: Option<Count<30>>,
    /// The promised grant that it draws on.
    pub aid_record_id: Option<Id>,
}

impl Task {
    /// A request that needs no tokens, to the registry.
    pub fn plain<R: Request>(request: &R) -> Self {
        let body = Body::Whole(String::from_utf8_lossy(&request.write()).into_owned());
        Self { operation: R::OPERATION, to: None, body, tokens: Vec::new(), consent: None }
    }

    /// A request that needs no tokens, to one member.
    pub fn plain_to<R: Request>(member: Organisation, request: &R) -> Self {
        Self { to: Some(member), ..Self::plain(request) }
    }

    /// Asks whether a child was helped.
    pub fn look_up(lookup_id: Id, purpose: ConsentPurpose, tokens: Vec<TokenStep>) -> Self {
        let consent = consent_of(&tokens);
        let request = LookUp { lookup_id, purpose, consent, tokens: [].into() };
        Self::of_child(&request, tokens)
    }

    /// Writes down that a child is to be helped, and then reads what others wrote.
    pub fn announce(
        intent_id: Id,
        coverage_class: EntryClass,
        month: CalendarMonth,
        tokens: Vec<TokenStep>,
    ) -> Self {
        let consent = consent_of(&tokens);
        let request = AnnounceIntent { intent_id, consent, tokens: [].into(), coverage_class, month };
        Self::of_child(&request, tokens)
    }

    /// Asks who looked at what is kept of a child.
    pub fn who_looked(tokens: Vec<TokenStep>) -> Self {
        let consent = consent_of(&tokens);
        Self::of_child(&WhoLooked { consent, tokens: [].into() }, tokens)
    }

    /// Appends an aid entry, whose tokens are still to be made.
    pub fn append(entry: &AidEntry<'_>, tokens: Vec<TokenStep>) -> Self {
        let document = serde_json::to_vec(entry).unwrap_or_default();
        Self::of_child(&AppendEntry { document }, tokens)
    }

    /// Reserves an amount on a bill.
    pub fn reserve(wish: &Wish, tokens: Vec<TokenStep>) -> Self {
        let Wish { claim_id, amount, burden, hold_days, aid_record_id } = wish.clone();
        let consent = consent_of(&tokens);
        let expense = no_expense(&tokens);
        Self::of_bill(
            &Reserve { claim_id, expense, amount, burden, consent, hold_days, aid_record_id },
            tokens,
        )
    }

    /// States the burden of a bill anew.
    pub fn state_burden(statement_id: Id, burden: Burden, tokens: Vec<TokenStep>) -> Self {
        let expense = no_expense(&tokens);
        Self::of_bill(&StateBurden { statement_id, expense, burden }, tokens)
    }

    /// Says that a red bill cancelled a bill.
    pub fn void(statement_id: Id, tokens: Vec<TokenStep>) -> Self {
        let expense = no_expense(&tokens);
        Self::of_bill(&VoidExpense { statement_id, expense }, tokens)
    }

    /// Asks what is left of a bill.
    pub fn read_expense(tokens: Vec<TokenStep>) -> Self {
        let (expense, consent) = (no_expense(&tokens), consent_of(&tokens));
        Self::of_bill(&ReadExpense { expense, consent }, tokens)
    }

    /// The same, where the consent is to be registered first if the registry does not know it yet.
    #[must_use]
    pub fn under(self, consent: RegisterConsent) -> Self {
        Self { consent: Some(consent), ..self }
    }

    /// What is asked for in the end.
    pub const fn operation(&self) -> Operation {
        self.operation
    }

    /// Does it, or goes on with it as far as the answers go that have come.
    ///
    /// # Errors
    /// As [`Client::ask`] and [`Client::tokens_of`]; [`ClientError::Waiting`] where answers are still to come by file.
    pub async fn run(&self, client: &Client) -> Result<Done, ClientError> {
        let Some(consent) = &self.consent else { return self.steps(client).await };
        if !client.is_at_once() {
            // It goes ahead of what rests on it, in the same batch.
            match client.ask(consent).await {
                Ok(_) | Err(ClientError::Waiting) => {}
                Err(error) if error.is(ProblemKind::Conflict) => {}
                Err(error) => return Err(error),
            }
            return self.steps(client).await;
        }
        match self.steps(client).await {
            Err(error) if error.is(ProblemKind::NoConsent) => {}
            outcome => return outcome,
        }
        match client.ask(consent).await {
            Ok(_) => {}
            // It is known, with another number of days that are left.
            Err(error) if error.is(ProblemKind::Conflict) => {}
            Err(error) => return Err(error),
        }
        self.steps(client).await
    }

    async fn steps(&self, client: &Client) -> Result<Done, ClientError> {
        let made = client.make_all(&self.tokens).await?;
        let (tokens, liars) = (made.tokens, made.liars);
        let body = self.body.with(&tokens)?;
        let peers = client.peers();
        let peer = match (&self.to, self.operation.role()) {
            (Some(code), role) => peers.member(code, role)?,
            (None, Role::Registry) => peers.registry()?,
            (None, role @ (Role::Evaluator | Role::Member)) => return Err(ClientError::Nobody(role)),
        };
        let outgoing = Outgoing { to: &peer, operation: self.operation, body: &body };
        Ok(Done { answer: client.carry(outgoing).await?, tokens, liars })
    }

    fn of_child<R: Request>(request: &R, tokens: Vec<TokenStep>) -> Self {
        let mut body = object(request);
        body.remove(TOKENS);
        let body = Body::Child(body);
        Self { operation: R::OPERATION, to: None, body, tokens, consent: None }
    }

    fn of_bill<R: Request>(request: &R, tokens: Vec<TokenStep>) -> Self {
        let mut body = object(request);
        body.remove(EXPENSE);
        let body = Body::Bill(body);
        Self { operation: R::OPERATION, to: None, body, tokens, consent: None }
    }
}

impl Done {
    /// The answer as what was asked for is answered.
    ///
    /// # Errors
    /// [`ClientError::NotAnAnswer`].
    pub fn read<R: Request>(&self) -> Result<R::Answer, ClientError> {
        json::from_slice(&self.answer).map_err(|_| ClientError::NotAnAnswer)
    }
}

impl Body {
    /// The exact bytes, with the tokens that were made. The members stand in the order of their names, so that the
    /// same request is the same bytes.
    fn with(&self, tokens: &[Token]) -> Result<Vec<u8>, ClientError> {
        let (object, name, value) = match self {
            Self::Whole(text) => return Ok(text.clone().into_bytes()),
            Self::Child(object) => {
                let subjects: Option<Vec<_>> = tokens.iter().map(Token::subject).collect();
                (object, TOKENS, serde_json::to_value(subjects.ok_or(ClientError::Form)?))
            }
            Self::Bill(object) => {
                let expense = tokens.first().and_then(Token::expense);
                (object, EXPENSE, serde_json::to_value(expense.ok_or(ClientError::Form)?))
            }
        };
        let mut object = object.clone();
        object.insert(name.to_owned(), value.map_err(|_| ClientError::Form)?);
        serde_json::to_vec(&object).map_err(|_| ClientError::Form)
    }
}

/// A task as it is kept until its answers come.
#[skip_serializing_none]
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    operation: String,
    to: Option<Organisation>,
    body: Body,
    tokens: Vec<KeptTokens>,
    consent: Option<RegisterConsent>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct KeptTokens {
    request_id: Id,
    consent: Hex32,
    blinding: Vec<u8>,
}

impl Task {
    /// Everything, in the clear: it is sealed before it is stored.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, ClientError> {
        let kept = Kept {
            operation: self.operation.name().to_owned(),
            to: self.to.clone(),
            body: self.body.clone(),
            tokens: self.tokens.iter().map(KeptTokens::of).collect(),
            consent: self.consent.clone(),
        };
        serde_json::to_vec(&kept).map_err(|_| ClientError::Form)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, ClientError> {
        // What is read here was written here.
        let kept: Kept = serde_json::from_slice(bytes).map_err(|_| ClientError::Form)?;
        Ok(Self {
            operation: Operation::named(&kept.operation).ok_or(ClientError::Form)?,
            to: kept.to,
            body: kept.body,
            tokens: kept.tokens.iter().map(KeptTokens::read).collect::<Result<_, _>>()?,
            consent: kept.consent,
        })
    }
}

impl KeptTokens {
    fn of(step: &TokenStep) -> Self {
        let TokenStep { request_id, consent, blinding } = step;
        Self { request_id: *request_id, consent: *consent, blinding: blinding.to_bytes().to_vec() }
    }

    fn read(&self) -> Result<TokenStep, ClientError> {
        let blinding = Blinding::from_bytes(&self.blinding).map_err(|_| ClientError::Form)?;
        Ok(TokenStep { request_id: self.request_id, consent: self.consent, blinding })
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// The members of a request.
fn object<R: Request>(request: &R) -> Map<String, Value> {
    serde_json::from_slice(&request.write()).unwrap_or_default()
}

/// The consent under which tokens are made; that of nothing where there are none, which no registry knows.
fn consent_of(tokens: &[TokenStep]) -> Hex32 {
    tokens.first().map_or(Hex32([0; 32]), |step| step.consent)
}

/// Stands for a token until it is made; it is never sent.
fn no_expense(tokens: &[TokenStep]) -> ExpenseToken {
    let epoch = tokens.first().map_or_else(|| Count::saturating(0), |step| step.blinding.epoch());
    ExpenseToken { suite: Token::SUITE, epoch, value: TokenValue([0; 32]) }
}

const TOKENS: &str = "tokens";
const EXPENSE: &str = "expense";
