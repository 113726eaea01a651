//! Messages as files: for members without servers, the same requests and answers, signed and sealed.
//!
//! A file of requests, `NAME.tzmsg.age`, is sealed with age for whoever answers. Inside are the signatures, on one
//! line, and after it, to the last byte, what is signed: a [`Batch`]. The answers, `NAME.tzans.age`, travel back in
//! the same form. One file holds all that belongs together, since what is carried by hand is easily parted; the
//! signature is within the seal, and the receiver is named in what is signed, so that nobody can pass on as his own, or
//! to somebody else, what he opened.
//!
//! Every message in a batch is a request as HTTP would carry it, byte for byte, with the same ids. So a batch may be
//! handed in twice, and a message may stand in two batches, and nothing is done twice.

mod fault;
mod file;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::model::{
    literal::{Fixed, Literal, Tongzhou, Version},
    primitive::List,
};

use crate::{
    message::wire::{At, Hex32, Id, Organisation},
    problem::Problem,
};

pub use self::{
    fault::BatchFault,
    file::{Received, open_answers, open_batch, seal_answers, seal_batch},
};

/// How many messages a batch may hold.
pub const MAX_MESSAGES: usize = 500;
/// How large a file may be, sealed, in bytes.
pub const MAX_FILE_BYTES: usize = 16 << 20;
/// For how many days a batch may be on its way.
pub const MAX_DAYS: i64 = 30;
/// How the name of a file of requests ends.
pub const REQUESTS_ENDING: &str = ".tzmsg.age";
/// How the name of a file of answers ends.
pub const ANSWERS_ENDING: &str = ".tzans.age";

/// The type of a batch of requests: `batch`.
#[derive(Debug)]
pub enum BatchDocument {}
impl Fixed for BatchDocument {
    const TEXT: &'static str = "batch";
}

/// The type of a batch of answers: `answers`.
#[derive(Debug)]
pub enum AnswersDocument {}
impl Fixed for AnswersDocument {
    const TEXT: &'static str = "answers";
}

/// # Batch of requests · 消息批
/// Requests of one member to one organisation, in the order in which they are to be done.
///
/// 一个成员给一个机构的若干请求，按办理的先后排列。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Batch {
    /// # Standard · 标准
    /// The name of the standard.
    ///
    /// 标准名称。
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The version of the standard that this batch follows.
    ///
    /// 本批消息所依据的标准版本。
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Says that these are requests.
    ///
    /// 表明这是请求。
    pub document_type: Literal<BatchDocument>,
    /// # Batch id · 批标识号
    /// By which the answers name it.
    ///
    /// 应答据此指明所答的是哪一批。
    pub batch_id: Id,
    /// # From · 发送机构
    /// Who asks; whose key signs.
    ///
    /// 提出请求并签名的机构。
    pub from: Organisation,
    /// # To · 接收机构
    /// Who is asked.
    ///
    /// 应当办理的机构。
    pub to: Organisation,
    /// # Created · 制作时刻
    /// When the batch was written.
    ///
    /// 写出本批消息的时刻。
    pub created: At,
    /// # Expires · 到期时刻
    /// From when on it is not taken any more, at most 30 days later.
    ///
    /// 自此时起不再受理，距制作不超过 30 天。
    pub expires: At,
    /// # Messages · 消息
    /// The requests, in the order in which they are done.
    ///
    /// 各项请求，按办理的先后排列。
    #[schemars(length(min = 1))]
    pub messages: List<Message, MAX_MESSAGES>,
}

/// # Message · 消息
/// One request.
///
/// 一项请求。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Message {
    /// # Message id · 消息标识号
    /// The same for the same request, in however many batches it stands.
    ///
    /// 同一请求放入几批都用同一标识号。
    pub message_id: Id,
    /// # Operation · 操作
    /// The name of the operation, such as `claims/reserve`.
    ///
    /// 操作名称，如 `claims/reserve`。
    pub operation: String,
    /// # Body · 内容
    /// The request as HTTP would carry it: the text of a JSON object.
    ///
    /// 与接口所传相同的请求内容：一个 JSON 对象的文本。
    pub body: String,
}

/// # Batch of answers · 应答批
/// What became of the requests of one batch.
///
/// 一批请求的办理结果。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Answers {
    /// # Standard · 标准
    /// The name of the standard.
    ///
    /// 标准名称。
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The version of the standard that these answers follow.
    ///
    /// 应答所依据的标准版本。
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Says that these are answers.
    ///
    /// 表明这是应答。
    pub document_type: Literal<AnswersDocument>,
    /// # Batch id · 批标识号
    /// The batch that is answered.
    ///
    /// 所答的那一批。
    pub batch_id: Id,
    /// # Digest of the batch · 请求批摘要
    /// SHA-256 of what was signed of it.
    ///
    /// 该批请求被签名内容的 SHA-256。
    pub digest: Hex32,
    /// # From · 应答机构
    /// Who answers; whose key signs.
    ///
    /// 应答并签名的机构。
    pub from: Organisation,
    /// # To · 请求机构
    /// Who asked.
    ///
    /// 提出请求的机构。
    pub to: Organisation,
    /// # Created · 制作时刻
    /// When the answers were written.
    ///
    /// 写出应答的时刻。
    pub created: At,
    /// # Answers · 应答
    /// One for each message, in their order.
    ///
    /// 逐项对应各请求，次序不变。
    pub answers: List<Reply, MAX_MESSAGES>,
}

/// # Answer · 应答
/// What became of one request: an answer, or why there is none.
///
/// 一项请求的结果：答复，或未能办理的说明。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reply {
    /// # Message id · 消息标识号
    /// The request that is answered.
    ///
    /// 所答的请求。
    pub message_id: Id,
    /// # Answer · 答复
    /// The answer as HTTP would carry it: the text of a JSON object.
    ///
    /// 与接口所传相同的答复内容：一个 JSON 对象的文本。
    pub answer: Option<String>,
    /// # Problem · 未能办理的说明
    /// Why it was not done.
    ///
    /// 为何没有办理。
    pub problem: Option<Problem>,
}

impl Batch {
    /// A batch of these messages.
    pub fn new(
        batch_id: Id,
        (from, to): (Organisation, Organisation),
        (created, expires): (At, At),
        messages: List<Message, MAX_MESSAGES>,
    ) -> Self {
        Self {
            standard: Literal::default(),
            standard_version: Version::LOWEST,
            document_type: Literal::default(),
            batch_id,
            from,
            to,
            created,
            expires,
            messages,
        }
    }
}

impl Received<Batch> {
    /// The answers to this batch.
    pub fn answered(&self, created: At, answers: List<Reply, MAX_MESSAGES>) -> Answers {
        let batch = &self.content;
        Answers {
            standard: Literal::default(),
            standard_version: Version::LOWEST,
            document_type: Literal::default(),
            batch_id: batch.batch_id,
            digest: self.digest,
            from: batch.to.clone(),
            to: batch.from.clone(),
            created,
            answers,
        }
    }
}

impl Reply {
    /// What became of a request.
    pub fn new(message_id: Id, outcome: Result<String, Problem>) -> Self {
        match outcome {
            Ok(answer) => Self { message_id, answer: Some(answer), problem: None },
            Err(problem) => Self { message_id, answer: None, problem: Some(problem) },
        }
    }

    /// What became of the request; none where neither or both are there.
    pub fn outcome(self) -> Option<Result<String, Problem>> {
        match (self.answer, self.problem) {
            (Some(answer), None) => Some(Ok(answer)),
            (None, Some(problem)) => Some(Err(problem)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }
}
