//! What a registry or a member answered, in the words of whoever asked.

use std::{fmt::Write as _, path::Path};

use tongzhou::{
    code::Code,
    directory::Directory,
    json,
    text::{Bilingual, Lang},
};
use tongzhou_client::outbox::Job;
use tongzhou_exchange::message::{
    Operation,
    access::Accesses,
    aid::EntryStored,
    claim::{Claim, ExpenseState},
    consent::ConsentState,
    lookup::Found,
    notice::{Acknowledged, Notices},
    parcel::Package,
    wire::Organisation,
};

use crate::speech::quoted;

/// An answer as people read it.
pub(crate) fn tell(operation: Operation, answer: &[u8], members: &Directory, lang: Lang) -> String {
    let told = match operation {
        Operation::LookUp | Operation::AnnounceIntent => {
            read(answer).map(|it| found(operation, &it, members, lang))
        }
        Operation::Reserve
        | Operation::Confirm
        | Operation::Release
        | Operation::Reverse
        | Operation::ReadClaim => read(answer).map(|it| claim(&it, lang)),
        Operation::ReadExpense => read(answer).map(|it: ExpenseState| expense(&it, lang)),
        Operation::AppendEntry => read(answer).map(|it: EntryStored| stored(&it, lang)),
        Operation::RegisterConsent | Operation::WithdrawConsent => read(answer).map(|it| consent(&it, lang)),
        Operation::WhoLooked => read(answer).map(|it| accesses(&it, members, lang)),
        Operation::ListNotices => read(answer).map(|it| notices(&it, lang)),
        Operation::AcknowledgeNotices => read(answer).map(|it: Acknowledged| {
            let number = it.acknowledged.get();
            match lang {
                Lang::ZhCn => format!("已确认 {number} 条通知\n"),
                Lang::En => format!("Notices acknowledged: {number}\n"),
            }
        }),
        Operation::PackageStatus => read(answer).map(|it| package(&it, lang)),
        Operation::Evaluate
        | Operation::CloseIntent
        | Operation::StateBurden
        | Operation::VoidExpense
        | Operation::RecordSuspicion
        | Operation::ReadSuspicion
        | Operation::ListParcels => None,
    };
    told.unwrap_or_else(|| format!("{}\n", operation.title().in_lang(lang)))
}

/// What is said of something that was put into the outbox.
pub(crate) fn tell_waiting(job: &Job, outbox: Option<&Path>, lang: Lang) -> String {
    let what = job.operation().map_or("", |operation| operation.title().in_lang(lang));
    let folder = outbox.map(quoted).unwrap_or_default();
    match lang {
        Lang::ZhCn => format!("已放入发件箱：{what}\n下一步：tongzhou outbox export {folder} -o <优盘>\n"),
        Lang::En => {
            format!("In the outbox: {what}\nNext: tongzhou outbox export {folder} -o <a memory stick>\n")
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(answer: &[u8]) -> Option<T> {
    json::from_slice(answer).ok()
}

/// A question, never a verdict.
fn found(operation: Operation, found: &Found, members: &Directory, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let others =
        found.aid.iter().filter(|aid| !aid.own).count() + found.intents.iter().filter(|it| !it.own).count();
    let mut text = String::new();
    if operation == Operation::AnnounceIntent {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "本机构的救助意向已登记：{}", found.id),
            Lang::En => writeln!(text, "Your intent is written down: {}", found.id),
        };
    }
    if others == 0 {
        text.push_str(say(
            "没有查到其他机构的救助或意向。没有登记不等于没有得到过救助，请仍向家庭了解。\n",
            "No aid or intent of others was found. What was never registered is not found: ask the family all the same.\n",
        ));
    } else {
        text.push_str(say(
            "可能已有其他机构救助。这是一个问题，不是结论：请与家庭和有关机构联系；在有人作出决定之前，不要停止救助。\n",
            "Others may be helping already. This is a question and no verdict: speak with the family and with those members; \
             nobody should wait for help until people have decided.\n",
        ));
    }
    for aid in &found.aid {
        let who = who(aid.own, aid.member.as_ref(), members, lang);
        let _ = writeln!(
            text,
            "  {} · {} · {} · {who}",
            aid.month,
            aid.coverage_class.title(lang),
            aid.status.title(lang)
        );
    }
    for intent in &found.intents {
        let who = who(intent.own, intent.member.as_ref(), members, lang);
        let about = say("准备救助", "about to help");
        let _ =
            writeln!(text, "  {} · {} · {about} · {who}", intent.month, intent.coverage_class.title(lang));
    }
    let _ = match lang {
        Lang::ZhCn => writeln!(text, "截至 {}", found.as_of),
        Lang::En => writeln!(text, "As of {}", found.as_of),
    };
    text
}

fn who(own: bool, member: Option<&Organisation>, members: &Directory, lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    match member {
        _ if own => say("本机构", "your organisation").to_owned(),
        None => say("某家机构（授权同意书未允许告知）", "a member that may not be named").to_owned(),
        Some(code) => name(code, members),
    }
}

fn name(code: &Organisation, members: &Directory) -> String {
    let member = members.member_with_code(code.as_str());
    member.map_or_else(|| code.to_string(), |member| format!("{} {code}", member.name))
}

fn claim(claim: &Claim, lang: Lang) -> String {
    let Claim { claim_id, state, amount, expires_at, expense: of, .. } = claim;
    let mut text = match lang {
        Lang::ZhCn => format!("占用 {claim_id}\n  {} · {amount} 元\n", state.title(lang)),
        Lang::En => format!("Claim {claim_id}\n  {} · {amount} yuan\n", state.title(lang)),
    };
    if *state == tongzhou::code::lists::ClaimState::Held {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  {expires_at} 到期；付款前请先用 tongzhou claim confirm 确认"),
            Lang::En => {
                writeln!(text, "  Held until {expires_at}; confirm with tongzhou claim confirm before paying")
            }
        };
    }
    if let Some(of) = of {
        text.push_str(&expense(of, lang));
    }
    text
}

fn expense(of: &ExpenseState, lang: Lang) -> String {
    let ExpenseState { burden, held, paid, left, void, .. } = of;
    let mut text = match lang {
        Lang::ZhCn => {
            format!("  票据：家庭负担 {burden} 元 · 已占用 {held} 元 · 已支付 {paid} 元 · 余额 {left} 元\n")
        }
        Lang::En => format!("  The bill: burden {burden} yuan · held {held} · paid {paid} · left {left}\n"),
    };
    if *void {
        text.push_str(match lang {
            Lang::ZhCn => "  该票据已冲红\n",
            Lang::En => "  A red bill cancelled this bill\n",
        });
    }
    text
}

fn stored(stored: &EntryStored, lang: Lang) -> String {
    match lang {
        Lang::ZhCn => format!("已登记：{}\n  更正或撤销时需要这个标识号。\n", stored.entry_id),
        Lang::En => {
            format!("Registered: {}\n  This id is needed to correct or withdraw it.\n", stored.entry_id)
        }
    }
}

fn consent(consent: &ConsentState, lang: Lang) -> String {
    let ConsentState { status, valid_until, erased_by, .. } = consent;
    let mut text = match lang {
        Lang::ZhCn => format!("授权同意书：{} · 有效至 {valid_until}\n", status.title(lang)),
        Lang::En => format!("Consent: {} · valid until {valid_until}\n", status.title(lang)),
    };
    if let Some(erased_by) = erased_by {
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  依据它的登记不再提供，最迟于 {erased_by} 删除"),
            Lang::En => {
                writeln!(text, "  Entries under it are no longer shown, and gone from storage by {erased_by}")
            }
        };
    }
    text
}

fn accesses(accesses: &Accesses, members: &Directory, lang: Lang) -> String {
    let mut text = match lang {
        Lang::ZhCn => format!("访问记录：{} 次\n", accesses.accesses.len()),
        Lang::En => format!("Accesses: {}\n", accesses.accesses.len()),
    };
    for access in &accesses.accesses {
        let did = Operation::named(&access.operation).map_or_else(
            || access.operation.escape_debug().to_string(),
            |it| it.title().in_lang(lang).to_owned(),
        );
        let purpose = access.purpose.map(|purpose| format!(" · {}", purpose.title(lang))).unwrap_or_default();
        let by = who(false, access.member.as_ref(), members, lang);
        let _ = writeln!(text, "  {} · {by} · {did}{purpose}", access.at);
    }
    text
}

fn notices(notices: &Notices, lang: Lang) -> String {
    let mut text = match lang {
        Lang::ZhCn => format!("通知：{} 条\n", notices.notices.len()),
        Lang::En => format!("Notices: {}\n", notices.notices.len()),
    };
    for notice in &notices.notices {
        let _ = writeln!(text, "  {} · {} · {}", notice.notice_id, notice.raised_at, notice.kind.title(lang));
        if let Some(meaning) = notice.kind.row().and_then(|row| row.definition(lang)) {
            let _ = writeln!(text, "    {meaning}");
        }
        if let Some(about) = notice.about {
            let _ = match lang {
                Lang::ZhCn => writeln!(text, "    所涉标识号 {about}"),
                Lang::En => writeln!(text, "    About {about}"),
            };
        }
    }
    if notices.more {
        text.push_str(match lang {
            Lang::ZhCn => "  还有更多；确认已读后再次查看。\n",
            Lang::En => "  There are more: acknowledge these and ask again.\n",
        });
    }
    text
}

fn package(package: &Package, lang: Lang) -> String {
    let Package { package_id, state, received_at, warnings, .. } = package;
    let mut text = match lang {
        Lang::ZhCn => format!("资料包 {package_id}\n  {} · {received_at} 收到\n", state.title(lang)),
        Lang::En => format!("Package {package_id}\n  {} · received {received_at}\n", state.title(lang)),
    };
    if !warnings.is_empty() {
        let codes: Vec<String> = warnings.iter().map(|code| code.escape_debug().to_string()).collect();
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "  提醒：{}（tongzhou explain 可查看含义）", codes.join(" ")),
            Lang::En => {
                writeln!(text, "  Warnings: {} (tongzhou explain tells what they mean)", codes.join(" "))
            }
        };
    }
    text
}
