//! Why nothing came of asking, and what to do, in the words of whoever asked.

use std::fmt::Write as _;

use tongzhou::text::{Bilingual, Lang};
use tongzhou_client::{AddressFault, ClientError, Liar, TooFew};
use tongzhou_exchange::{
    batch::BatchFault,
    message::{Role, wire::Organisation},
    problem::Problem,
};

use crate::{exit::Exit, io_reason::reason};

/// How a program ends that met this.
pub(crate) fn exit(error: &ClientError) -> Exit {
    match error {
        ClientError::Refused(_)
        | ClientError::OurKey(_)
        | ClientError::Batch(_)
        | ClientError::OthersOutbox(_)
        | ClientError::Form => Exit::Wrong,
        ClientError::TooFew(few) if !few.refused.is_empty() => Exit::Wrong,
        ClientError::NoSuchMember(_) => Exit::Usage,
        ClientError::TooFew(_)
        | ClientError::Unreachable
        | ClientError::Unknown(_)
        | ClientError::NotTheirs(_)
        | ClientError::NotAnAnswer
        | ClientError::Waiting
        | ClientError::Nobody(_)
        | ClientError::NoAddress(_)
        | ClientError::Address(_)
        | ClientError::NoTokenKey
        | ClientError::Io(_)
        | ClientError::Clock
        | ClientError::Random
        | ClientError::Encryption => Exit::CouldNot,
    }
}

/// What went wrong, and what to do.
pub(crate) fn say(error: &ClientError, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang).to_owned();
    match error {
        ClientError::Refused(problem) => refused(problem, lang),
        ClientError::Unreachable => say(
            "联系不上对方，什么也没有办理；请检查网络后再试，或用 --by-file 以文件送交",
            "nobody was reached, and nothing was done; check the network and try again, or send it as a file with --by-file",
        ),
        ClientError::Unknown(problem) => {
            let mut text = say(
                "没有等到应答，不知道是否已经办理；请再运行同一条命令，不会重复办理",
                "no answer came, and nobody knows whether it was done; run the same command again, it is then the same deed",
            );
            if let Some(problem) = problem {
                let _ = write!(text, "\n  {}", title(problem, lang));
            }
            text
        }
        ClientError::NotTheirs(fault) => format!(
            "{}\n  ({fault})",
            say(
                "应答不是对方签名的，不能相信；请核对地址，或询问对方的运维人员",
                "the answer is not signed by who was asked, and is not believed; check the address, or ask those who run it",
            )
        ),
        ClientError::NotAnAnswer => say(
            "应答不是规定的格式，可能是另一版本的系统",
            "the answer is not of the form of the standard; it may be a system of another version",
        ),
        ClientError::Waiting => say(
            "这一步不能以文件送交，请不要使用 --by-file",
            "this cannot be carried as a message; leave --by-file out",
        ),
        ClientError::Nobody(role) => match role {
            Role::Registry => {
                say("名录中没有登记处，或者不止一家", "the directory lists no registry, or more than one")
            }
            Role::Evaluator | Role::Member => {
                say("没有说明问哪一家机构", "it is not said which member is asked")
            }
        },
        ClientError::NoSuchMember(code) => {
            format!("{}: {code}", say("名录中没有这家机构", "the directory lists no such member"))
        }
        ClientError::NoAddress(code) => format!(
            "{}: {code}",
            say(
                "名录中没有这家机构的接口地址；请用 --registry 或 --at 写明，或用 --by-file 以文件送交",
                "the directory has no address of this member; name it with --registry or --at, or send a file with --by-file",
            )
        ),
        ClientError::Address(AddressFault::Form | AddressFault::NotEncrypted) => say(
            "地址须以 https:// 开头；只有本机可以用 http://",
            "an address begins with https://; only on this machine it may be http://",
        ),
        ClientError::OurKey(id) => format!(
            "{}: {id}",
            say(
                "名录中没有这把签名密钥，或者它不在有效期内；请更新名录，或换用现在的密钥",
                "the directory does not list this signing key, or it does not count now; get the present directory, or use \
                 the key of today",
            )
        ),
        ClientError::TooFew(few) => too_few(few, lang),
        ClientError::NoTokenKey => say(
            "名录中没有令牌密钥，或者各份额不是同一把密钥的；请更新名录，或告知秘书处",
            "the directory lists no key of tokens, or shares that do not belong together; get the present directory, or tell \
             the secretariat",
        ),
        ClientError::Batch(fault) => {
            format!(
                "{}\n  {} ({})",
                say("这个文件不能接受", "the file is refused"),
                batch(fault, lang),
                fault.code()
            )
        }
        ClientError::Io(error) if error.kind() == std::io::ErrorKind::WouldBlock => say(
            "发件箱正被另一个程序使用，请稍后再试",
            "another program uses the outbox; try again when it is done",
        ),
        ClientError::Io(error) => {
            format!("{}: {}", say("文件无法读写", "a file cannot be read or written"), reason(error, lang))
        }
        ClientError::OthersOutbox(owner) => format!(
            "{} {owner}",
            say(
                "这个发件箱属于另一家机构，请另用一个文件夹：",
                "this outbox is that of another organisation, take another folder:",
            )
        ),
        ClientError::Form => {
            say("内容不是规定的格式", "what is to be sent, or what was kept, is not of its form")
        }
        ClientError::Clock => {
            say("电脑的时钟不对，请校准", "the clock of this computer is wrong; correct it")
        }
        ClientError::Random => say("系统没有提供随机数", "the system gives no random numbers"),
        ClientError::Encryption => say("无法建立加密连接", "encryption cannot be set up on this computer"),
    }
}

/// A refusal with everything that helps to mend it.
pub(crate) fn refused(problem: &Problem, lang: Lang) -> String {
    let detail = match lang {
        Lang::ZhCn => &problem.detail_zh,
        Lang::En => &problem.detail,
    };
    let mut text = match lang {
        Lang::ZhCn => format!("未予办理：{}\n  {detail}", title(problem, lang)),
        Lang::En => format!("refused: {}\n  {detail}", title(problem, lang)),
    };
    if let Some(left) = problem.left {
        let _ = match lang {
            Lang::ZhCn => write!(text, "\n  还可占用 {left} 元"),
            Lang::En => write!(text, "\n  What is left: {left} yuan"),
        };
    }
    for finding in &problem.findings {
        let pointer = finding.pointer.as_deref().unwrap_or_default();
        let _ = match lang {
            Lang::ZhCn => write!(text, "\n  规则 {} {pointer}（tongzhou explain 可查看含义）", finding.rule),
            Lang::En => {
                write!(text, "\n  Rule {} {pointer} (tongzhou explain tells what it means)", finding.rule)
            }
        };
    }
    if let Some(incident) = &problem.incident {
        let _ = match lang {
            Lang::ZhCn => write!(text, "\n  事件号 {incident}"),
            Lang::En => write!(text, "\n  Incident {incident}"),
        };
    }
    text
}

/// Those whose answer was false.
pub(crate) fn liars(liars: &[Liar], lang: Lang) -> String {
    let names: Vec<String> = liars.iter().map(|liar| format!("{} ({})", liar.member, liar.share)).collect();
    match lang {
        Lang::ZhCn => format!("以下令牌计算方的应答有假，已不采用，请告知秘书处：{}", names.join("、")),
        Lang::En => format!(
            "the answers of these evaluators were false and were not used; tell the secretariat: {}",
            names.join(", ")
        ),
    }
}

fn title(problem: &Problem, lang: Lang) -> String {
    let title = match lang {
        Lang::ZhCn => &problem.title_zh,
        Lang::En => &problem.title,
    };
    format!("{title} ({})", tongzhou::code::Code::code(problem.code))
}

fn too_few(few: &TooFew, lang: Lang) -> String {
    let names = |members: &[Organisation]| {
        let names: Vec<String> = members.iter().map(ToString::to_string).collect();
        names.join(" ")
    };
    let mut text = match lang {
        Lang::ZhCn => {
            format!("令牌没有生成：需要 {} 家令牌计算方应答，只有 {} 家；什么也没有登记", few.need, few.have)
        }
        Lang::En => format!(
            "no token was made: it takes the answers of {} evaluators, and there were {}; nothing was registered",
            few.need, few.have
        ),
    };
    if !few.silent.is_empty() {
        let _ = match lang {
            Lang::ZhCn => write!(text, "\n  没有应答：{}", names(&few.silent)),
            Lang::En => write!(text, "\n  No answer: {}", names(&few.silent)),
        };
    }
    if !few.untrusted.is_empty() {
        let _ = match lang {
            Lang::ZhCn => write!(
                text,
                "\n  应答不是对方签名的，或不是规定的格式；请核对地址：{}",
                names(&few.untrusted)
            ),
            Lang::En => write!(
                text,
                "\n  An answer that is not signed by who was asked, or not of its form; check the address: {}",
                names(&few.untrusted)
            ),
        };
    }
    if !few.nowhere.is_empty() {
        let _ = match lang {
            Lang::ZhCn => write!(
                text,
                "\n  名录中没有接口地址，所以没有询问：{}\n  请用 --registry 或 --at 写明，或用 --by-file 以文件送交",
                names(&few.nowhere)
            ),
            Lang::En => write!(
                text,
                "\n  Not asked, for the directory has no address: {}\n  Name it with --registry or --at, or send a file with --by-file",
                names(&few.nowhere)
            ),
        };
    }
    if !few.lying.is_empty() {
        let _ = write!(text, "\n  {}", liars(&few.lying, lang));
    }
    for (member, problem) in &few.refused {
        let _ = write!(text, "\n  {member}: {}", refused(problem, lang).replace('\n', "\n  "));
    }
    text
}

fn batch(fault: &BatchFault, lang: Lang) -> &'static str {
    let (zh, en) = match fault {
        BatchFault::TooLarge => ("文件太大", "it is too large"),
        BatchFault::Seal(_) => (
            "打不开：不是密封给本机构的，或者途中有改动",
            "it does not open: it is not sealed for this organisation, or was changed on its way",
        ),
        BatchFault::NotSealed(_) => ("无法密封", "it cannot be sealed"),
        BatchFault::NoRecipient => (
            "没有可以密封的接收公钥；密钥文件和名录里都要有开封密钥",
            "there is no key to seal to; the key file and the directory must have one that opens",
        ),
        BatchFault::Form | BatchFault::Signatures(_) | BatchFault::Neither | BatchFault::MessageTwice => {
            ("不是规定的格式", "it is not of the form of the standard")
        }
        BatchFault::WrongSignature => ("签名与内容不符", "the signature does not fit the content"),
        BatchFault::OtherSigner => {
            ("不是所写的机构签名的", "it is not signed by whom it names as its sender")
        }
        BatchFault::Standing(_) => {
            ("签名密钥不在有效期内", "the key by which it is signed does not count now")
        }
        BatchFault::NotForUs => ("不是给本机构的", "it is for another organisation"),
        BatchFault::Times => ("时刻不对，请校准时钟", "its times cannot be right; check the clocks"),
        BatchFault::Expired => ("已过期，请对方重新写出", "its time is over; ask for a new one"),
    };
    Bilingual { zh, en }.in_lang(lang)
}
