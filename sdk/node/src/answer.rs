//! The one way in: who asks, what is asked, and the body; whether it came over HTTP or in a file.

use serde::Serialize;
use tongzhou::{
    fault,
    json::{self, Position},
    model::primitive::Count,
};
use tongzhou_exchange::{
    message::{Operation, Request, Role, aid::AppendEntry, wire::Organisation},
    problem::{Problem, ProblemKind},
};

use crate::{
    evaluator::{self, Evaluator},
    member::Member,
    registry::{self, Registry},
};

/// What a node plays.
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// The registry, if it is one.
    pub registry: Option<Registry>,
    /// The evaluator, if it is one.
    pub evaluator: Option<Evaluator>,
    /// The member that receives packages, if it is one.
    pub member: Option<Member>,
}

impl Roles {
    /// Whether it plays a role.
    pub fn plays(&self, role: Role) -> bool {
        match role {
            Role::Registry => self.registry.is_some(),
            Role::Evaluator => self.evaluator.is_some(),
            Role::Member => self.member.is_some(),
        }
    }
}

/// Answers what `caller` asks, whose signature was verified.
///
/// # Errors
/// [`NoSuchOperation`](ProblemKind::NoSuchOperation) where the node does not play the role;
/// [`Malformed`](ProblemKind::Malformed) with the place where the body is not of the operation's form; and those of
/// the operation.
pub async fn answer(
    roles: &Roles,
    caller: &Organisation,
    operation: Operation,
    body: &[u8],
) -> Result<Vec<u8>, Problem> {
    let registry = || roles.registry.as_ref().ok_or_else(|| Problem::new(ProblemKind::NoSuchOperation));
    let evaluator = || roles.evaluator.as_ref().ok_or_else(|| Problem::new(ProblemKind::NoSuchOperation));
    let member = || roles.member.as_ref().ok_or_else(|| Problem::new(ProblemKind::NoSuchOperation));
    macro_rules! by {
        ($role:ident, $function:path) => {{
            let role = $role()?;
            let request = read(body)?;
            write(&$function(role, caller, &request).await?)
        }};
    }
    match operation {
        Operation::Evaluate => by!(evaluator, evaluator::evaluate),
        Operation::RegisterConsent => by!(registry, registry::consents::register),
        Operation::WithdrawConsent => by!(registry, registry::consents::withdraw),
        Operation::AppendEntry => {
            let (role, request) = (registry()?, read_entry(body)?);
            write(&registry::entries::append(role, caller, &request).await?)
        }
        Operation::LookUp => by!(registry, registry::lookups::ask),
        Operation::AnnounceIntent => by!(registry, registry::intents::announce),
        Operation::CloseIntent => by!(registry, registry::intents::close),
        Operation::Reserve => by!(registry, registry::claims::reserve),
        Operation::Confirm => by!(registry, registry::claims::confirm),
        Operation::Release => by!(registry, registry::claims::release),
        Operation::Reverse => by!(registry, registry::claims::reverse),
        Operation::ReadClaim => by!(registry, registry::claims::read),
        Operation::StateBurden => by!(registry, registry::expenses::state),
        Operation::VoidExpense => by!(registry, registry::expenses::void),
        Operation::ReadExpense => by!(registry, registry::expenses::read),
        Operation::ListNotices => by!(registry, registry::notices::list),
        Operation::AcknowledgeNotices => by!(registry, registry::notices::acknowledge),
        Operation::RecordSuspicion => by!(registry, registry::suspicions::record),
        Operation::ReadSuspicion => by!(registry, registry::suspicions::read),
        Operation::WhoLooked => by!(registry, registry::accesses::who_looked),
        Operation::PackageStatus => by!(member, Member::status),
        Operation::ListParcels => by!(member, Member::parcels),
    }
}

fn read<R: Request>(body: &[u8]) -> Result<R, Problem> {
    #[cfg(tongzhou_faults)]
    if let Some(read) = crate::careless::read(body) {
        return Ok(read);
    }
    R::read(body).map_err(|fault| malformed(body, &fault))
}

/// The document of an entry: whatever JSON it is, the engine says what is wrong with it.
fn read_entry(body: &[u8]) -> Result<AppendEntry, Problem> {
    #[cfg(tongzhou_faults)]
    if let Some(read) = crate::careless::read(body) {
        return Ok(read);
    }
    json::from_slice::<serde_json::Value>(body).map_err(|fault| malformed(body, &fault))?;
    Ok(AppendEntry { document: body.to_vec() })
}

fn malformed(body: &[u8], fault: &json::Fault) -> Problem {
    let Position { line, column, .. } = Position::of(body, fault.offset);
    let line = line - usize::from(fault::is("lines-counted-from-nothing"));
    let count = |number: usize| Some(Count::saturating(u32::try_from(number).unwrap_or(u32::MAX)));
    let kind =
        if fault::is("malformed-called-unsound") { ProblemKind::Unsound } else { ProblemKind::Malformed };
    let mut problem = Problem { line: count(line), column: count(column), ..Problem::new(kind) };
    if fault::is("place-of-the-fault-not-told") {
        (problem.line, problem.column) = (None, None);
    }
    if fault::is("problem-quotes-the-request") {
        problem.detail.push_str(&String::from_utf8_lossy(body));
    }
    problem
}

fn write<A: Serialize>(answer: &A) -> Result<Vec<u8>, Problem> {
    if fault::is("answer-in-an-envelope") {
        return serde_json::to_vec(&[answer]).map_err(|_| ProblemKind::Internal.into());
    }
    serde_json::to_vec(answer).map_err(|_| ProblemKind::Internal.into())
}
