//! The operations: one name, one request and one answer each.
//!
//! A request says everything that the answer depends on, and carries an id that its sender chose before the first
//! try. So the same request may be sent again whenever the answer did not come, over HTTP or as a file, and nothing
//! is done twice.

pub mod access;
pub mod aid;
mod bounds;
pub mod claim;
pub mod consent;
pub mod evaluation;
pub mod lookup;
pub mod notice;
pub mod parcel;
pub mod suspicion;
pub mod wire;

use schemars::{Schema, SchemaGenerator};
use serde::{Serialize, de::DeserializeOwned};
use tongzhou::{code::lists::MemberRole, json, text::Bilingual};

/// A request of one operation.
pub trait Request: Sized + Send + 'static {
    /// The operation that it asks for.
    const OPERATION: Operation;
    /// What it is answered with.
    type Answer: Serialize + DeserializeOwned + schemars::JsonSchema + Send + 'static;

    /// The request that a body holds.
    ///
    /// # Errors
    /// Where and why the body is not of this request's form.
    fn read(body: &[u8]) -> Result<Self, json::Fault>;

    /// The body to send.
    fn write(&self) -> Vec<u8>;

    /// The schema of the body.
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// Something that can be done with the request type of any operation.
pub trait OfRequest {
    /// What comes of it.
    type Out;

    /// Does it.
    fn visit<R: Request>(self) -> Self::Out;
}

/// Requests that are plain JSON objects.
macro_rules! request {
    ($request:ty, $operation:ident => $answer:ty) => {
        impl $crate::message::Request for $request {
            const OPERATION: $crate::message::Operation = $crate::message::Operation::$operation;
            type Answer = $answer;

            fn read(body: &[u8]) -> Result<Self, tongzhou::json::Fault> {
                tongzhou::json::from_slice(body)
            }

            fn write(&self) -> Vec<u8> {
                // Every member is a text, a number, a code or a list of these: there is nothing that JSON cannot hold.
                serde_json::to_vec(self).unwrap_or_default()
            }

            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }
    };
}
use request;

/// Declares the operations, so that every direction of the mapping comes from one table.
macro_rules! operations {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $role:ident, $request:ty, $en:literal, $zh:literal;)+) => {
        /// What can be asked of a node.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Operation {
            $($(#[$doc])* $variant,)+
        }

        impl Operation {
            /// Every operation, in the order of the standard's text.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name, which ends its address: `claims/reserve`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// Who answers it: a registry, an evaluator, or any member, which is written as a charity.
            pub const fn role(self) -> Role {
                match self {
                    $(Self::$variant => Role::$role,)+
                }
            }

            /// What it does, in a few words.
            pub const fn title(self) -> Bilingual {
                match self {
                    $(Self::$variant => Bilingual { en: $en, zh: $zh },)+
                }
            }

            /// Does something with the type of its request.
            pub fn visit<V: OfRequest>(self, visitor: V) -> V::Out {
                match self {
                    $(Self::$variant => visitor.visit::<$request>(),)+
                }
            }

            /// The operation of a name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|operation| operation.name() == name)
            }
        }
    };
}

/// What a node plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Holds one share of the key under which tokens are made, 令牌计算方.
    Evaluator,
    /// Keeps tokens, aid entries, claims and consents, 登记处.
    Registry,
    /// Receives packages and referrals, 成员.
    Member,
}

impl Role {
    /// The role as the member directory writes it; a member may have any, or none of these two.
    pub const fn in_directory(self) -> Option<MemberRole> {
        match self {
            Self::Evaluator => Some(MemberRole::Evaluator),
            Self::Registry => Some(MemberRole::Registry),
            Self::Member => None,
        }
    }
}

operations! {
    /// Blinded elements are multiplied with the evaluator's share.
    Evaluate = "tokens/evaluate", Evaluator, evaluation::Evaluate, "Evaluate blinded elements", "计算盲化元素";
    /// A consent is made known by its commitment.
    RegisterConsent = "consents/register", Registry, consent::RegisterConsent, "Register a consent", "登记授权同意书";
    /// A consent is withdrawn.
    WithdrawConsent = "consents/withdraw", Registry, consent::WithdrawConsent, "Withdraw a consent", "撤回授权同意书";
    /// An aid entry is appended, which may supersede or withdraw an earlier one.
    AppendEntry = "aid-entries/append", Registry, aid::AppendEntry, "Append an aid entry", "登记救助";
    /// Whether aid was given.
    LookUp = "lookups/ask", Registry, lookup::LookUp, "Ask whether aid was given", "查询是否已获救助";
    /// An intent is written down and then others' aid and intents are read.
    AnnounceIntent = "intents/announce", Registry, lookup::AnnounceIntent, "Announce an intent to help", "声明救助意向";
    /// An intent is over, by aid or without.
    CloseIntent = "intents/close", Registry, lookup::CloseIntent, "Close an intent", "结束救助意向";
    /// An amount is held on an expense.
    Reserve = "claims/reserve", Registry, claim::Reserve, "Reserve an amount on an expense", "占用费用";
    /// A held amount is going to be paid.
    Confirm = "claims/confirm", Registry, claim::Confirm, "Confirm a hold before paying", "确认支付";
    /// A held amount is given up.
    Release = "claims/release", Registry, claim::Release, "Release a hold", "解除占用";
    /// A payment came back.
    Reverse = "claims/reverse", Registry, claim::Reverse, "Reverse a paid claim", "冲回支付";
    /// Where a claim stands.
    ReadClaim = "claims/read", Registry, claim::ReadClaim, "Read a claim of one's own", "查询本机构的占用";
    /// A burden is stated anew, such as after a late reimbursement.
    StateBurden = "expenses/state", Registry, claim::StateBurden, "State the burden of an expense", "说明家庭负担";
    /// A red bill voids an expense.
    VoidExpense = "expenses/void", Registry, claim::VoidExpense, "Void an expense after a red bill", "冲红作废";
    /// What is left of an expense.
    ReadExpense = "expenses/read", Registry, claim::ReadExpense, "Read what is left of an expense", "查询费用余额";
    /// What a member has to know.
    ListNotices = "notices/list", Registry, notice::ListNotices, "List notices", "查看通知";
    /// Notices that were read.
    AcknowledgeNotices = "notices/acknowledge", Registry, notice::AcknowledgeNotices, "Acknowledge notices", "确认已读通知";
    /// A suspicion, or what a meeting decided on it.
    RecordSuspicion = "suspicions/record", Registry, suspicion::RecordSuspicion, "Record a suspicion or its outcome", "记录疑点或会商结果";
    /// Where a suspicion stands.
    ReadSuspicion = "suspicions/read", Registry, suspicion::ReadSuspicion, "Read a suspicion that concerns oneself", "查看与本机构有关的疑点";
    /// Who looked, for the guardian.
    WhoLooked = "accesses/read", Registry, access::WhoLooked, "Tell a guardian who looked", "查询谁看过";
    /// Where a package stands that was sent in.
    PackageStatus = "packages/status", Member, parcel::PackageStatus, "Ask where a package stands", "查询资料包状态";
    /// Packages that wait to be fetched by who asks.
    ListParcels = "parcels/list", Member, parcel::ListParcels, "List packages that wait for oneself", "查看待取资料包";
}

#[cfg(test)]
mod tests {
    use super::Operation;

    #[test]
    fn every_name_leads_back_to_its_operation() {
        for operation in Operation::ALL {
            assert_eq!(Operation::named(operation.name()), Some(*operation));
        }
        assert_eq!(Operation::named("claims/steal"), None);
    }
}
