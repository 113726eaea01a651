//! What goes wrong with reports and certificates, and what to do about it.

use std::path::PathBuf;

use tongzhou::text::{Bilingual, Lang};
use tongzhou_conformance::{
    certificate::{AttestationFault, CertificateFault, Refused, SuiteError},
    report::{ListFault, ReportFault, Stale},
};

use crate::{
    exit::Exit,
    speech::{What, shown},
};

/// What went wrong.
#[derive(Debug)]
pub(crate) enum VerdictTrouble {
    /// A list of known failures cannot be used.
    List(PathBuf, ListFault),
    /// A list of known failures does not fit what came of the run.
    Stale(PathBuf, Vec<Stale>),
    /// A file is no report.
    Report(PathBuf, ReportFault),
    /// Two reports have no check in common.
    NothingAlike(PathBuf, PathBuf),
    /// A file of attestations cannot be used.
    Attestations(PathBuf, AttestationFault),
    /// No certificate is issued on these reports.
    Refused(Vec<PathBuf>, Vec<Refused>),
    /// A certificate, or the secretariat's own list of revoked ones, is not relied on.
    Certificate(PathBuf, CertificateFault),
    /// The list of revoked certificates is not relied on, so that nothing can be held against it.
    RevocationList(PathBuf, CertificateFault),
    /// A list that is to be begun is there already.
    ListThere(PathBuf),
    /// The signatures of a certificate or list were named in its place.
    Signatures(PathBuf),
    /// There is no list to go on with.
    NoList(PathBuf),
    /// What is to be revoked is no certificate.
    NoCertificate(PathBuf, CertificateFault),
    /// The list, or the certificate that is to be revoked, is by another issuer, whom it names.
    OtherIssuer(PathBuf, String),
    /// The certificate of this number is revoked already.
    AlreadyRevoked(PathBuf),
    /// The suite is not as it was shipped.
    Suite(SuiteError),
}

impl From<VerdictTrouble> for What {
    fn from(trouble: VerdictTrouble) -> Self {
        Self::Verdict(Box::new(trouble))
    }
}

impl VerdictTrouble {
    /// How a program ends that met this.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Report(..)
            | Self::NothingAlike(..)
            | Self::Suite(_)
            | Self::RevocationList(..)
            | Self::ListThere(_)
            | Self::NoList(_)
            | Self::Signatures(_)
            | Self::NoCertificate(..)
            | Self::OtherIssuer(..) => Exit::CouldNot,
            Self::List(..)
            | Self::Stale(..)
            | Self::Attestations(..)
            | Self::Refused(..)
            | Self::Certificate(..)
            | Self::AlreadyRevoked(_) => Exit::Wrong,
        }
    }

    /// What went wrong and what to do, in the words of `lang`.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        match self {
            Self::List(path, fault) => format!(
                "{}: {}\n  {}",
                say("已知不通过清单有误", "the list of known failures is wrong"),
                shown(path),
                fault.told(lang)
            ),
            Self::Stale(path, lines) => {
                let lines: Vec<String> =
                    lines.iter().map(|line| format!("\n  {}", line.told(lang))).collect();
                format!(
                    "{}: {}{}",
                    say(
                        "已知不通过清单已不属实，全部备案都不算数",
                        "the list of known failures does not fit any more, so that it excuses nothing"
                    ),
                    shown(path),
                    lines.concat()
                )
            }
            Self::Report(path, fault) => format!(
                "{}: {}\n  {}",
                say("读不出这份测试报告", "this report cannot be read"),
                shown(path),
                fault.told(lang)
            ),
            Self::NothingAlike(before, after) => format!(
                "{}\n  {}\n  {}",
                say(
                    "两份报告没有一项相同的检查，无法对比；请对比同一部分的两份报告，例如都是同一角色的",
                    "these reports have no check in common, so that there is nothing to compare; take two of the same part, \
                     such as two of one role"
                ),
                shown(before),
                shown(after)
            ),
            Self::Attestations(path, fault) => format!(
                "{}: {}\n  {}",
                say("书面说明有误", "the attestations are wrong"),
                shown(path),
                fault.told(lang)
            ),
            Self::Refused(reports, reasons) => {
                let lines: Vec<String> =
                    reasons.iter().map(|reason| format!("\n  {}", refused(reason, reports, lang))).collect();
                let form = if reasons.iter().any(|reason| matches!(reason, Refused::Unattested(_))) {
                    say(
                        "\n  书面说明的表格：tongzhou conformance requirements --role 角色 --to-attest",
                        "\n  the form of attestations: tongzhou conformance requirements --role ROLE --to-attest",
                    )
                } else {
                    ""
                };
                format!("{}{}{form}", say("不能颁发证书：", "no certificate is issued:"), lines.concat())
            }
            Self::Certificate(path, fault) => {
                format!(
                    "{}: {}\n  {}",
                    say("不能采信", "it cannot be relied on"),
                    shown(path),
                    fault.told(lang)
                )
            }
            Self::RevocationList(path, fault) => format!(
                "{}: {}\n  {}",
                say(
                    "这份撤销名单不能采信，证书没有核验完",
                    "this list of revoked certificates cannot be relied on, so the certificate may have been revoked"
                ),
                shown(path),
                fault.told(lang)
            ),
            Self::ListThere(path) => format!(
                "{}: {}",
                say(
                    "名单已经有了；撤销证书或续签名单时不加 --new",
                    "the list is there already; to revoke or to renew, leave out --new"
                ),
                shown(path)
            ),
            Self::NoList(path) => format!(
                "{}: {}",
                say(
                    "没有这份名单，请核对文件名；只有第一次新建名单时才加 --new",
                    "there is no such list; see to the name of the file; --new is for the very first list alone"
                ),
                shown(path)
            ),
            Self::Signatures(path) => format!(
                "{}: {}",
                say(
                    "这是签名文件；请写明证书或名单本身，程序会读取旁边的签名",
                    "this file holds the signatures; name the certificate or list itself, beside which they are found"
                ),
                shown(path)
            ),
            Self::OtherIssuer(path, issuer) => format!(
                "{}: {}\n  {}",
                say(
                    "签发的秘书处是另一名称；--issuer 须与名单和证书上的名称一致",
                    "it is by an issuer of another name; --issuer has to be as the list and the certificates say it"
                ),
                shown(path),
                issuer.replace(char::is_control, "\u{FFFD}")
            ),
            Self::NoCertificate(path, fault) => format!(
                "{}: {}\n  {}",
                say(
                    "读不出这张证书，没有撤销任何证书",
                    "this certificate cannot be read, and nothing was revoked"
                ),
                shown(path),
                fault.told(lang)
            ),
            Self::AlreadyRevoked(path) => format!(
                "{}: {}",
                say("这张证书已经在名单里", "the certificate is in the list already"),
                shown(path)
            ),
            Self::Suite(error) => format!(
                "{} ({error})",
                say(
                    "测试程序不完整，请重新安装程序",
                    "the suite is not as it was shipped; install the program anew"
                )
            ),
        }
    }
}

fn refused(reason: &Refused, reports: &[PathBuf], lang: Lang) -> String {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let report = |number: &usize| {
        let path = number.checked_sub(1).and_then(|index| reports.get(index));
        path.map(|path| shown(path)).unwrap_or_default()
    };
    let of = |number: &usize, zh, en| format!("{}: {}", report(number), say(zh, en));
    match reason {
        Refused::NoReport => say("没有测试报告", "there is no report").to_owned(),
        Refused::OtherVersion(number) => of(
            number,
            "由另一版本的测试程序或标准产生，请用这一版重新测试",
            "it is of another version of the suite or of the standard; test again with this one",
        ),
        Refused::Empty(number) => of(number, "一项检查也没有", "it has no check"),
        Refused::NotPassed { report, checks } => {
            of(report, "没有通过", "it did not pass") + &told(checks, lang)
        }
        Refused::NoTime(number) => of(
            number,
            "没有写明测试时刻，或时刻在将来",
            "it does not tell when it was made, or a time to come",
        ),
        Refused::Old(number) => of(number, "太旧，请重新测试", "it is too old; test again"),
        Refused::OtherOrganisation(number) => of(
            number,
            "被测机构的统一社会信用代码与 --member 不同",
            "who was tested has another unified social credit code than --member",
        ),
        Refused::OtherSystem(number) => of(
            number,
            "被测系统或其版本与同类的第一份报告不同",
            "it is of another system, or another version of it, than the first report of its kind",
        ),
        Refused::ExcuseOver(number) => of(number, "备案的期限已过", "an excuse in it is over"),
        Refused::ExcuseTooFar(number) => of(
            number,
            "备案的期限太远：从今天起最多 180 天",
            "an excuse in it is for more than 180 days from now",
        ),
        Refused::NotTestable => {
            say("这一版测试程序还不能测试这个角色", "this version of the suite cannot test the role yet")
                .to_owned()
        }
        Refused::Missing { part, missing, all } if missing == all => match lang {
            Lang::ZhCn => format!("{part}：{all} 项检查没有一项通过；请核对是否写明了这一部分的测试报告"),
            Lang::En => {
                format!(
                    "{part}: none of its {all} checks was passed; is its report among those that were named?"
                )
            }
        },
        Refused::Missing { part, missing, all } => match lang {
            Lang::ZhCn => {
                format!(
                    "{part}：{all} 项检查中有 {missing} 项没有通过、没有做或不适用，这个角色必须全部通过，并且都在同一份报告里"
                )
            }
            Lang::En => format!(
                "{part}: {missing} of {all} checks were not passed, not made or do not apply, and the role needs all of them, in one \
                 report"
            ),
        },
        Refused::Unattested(ids) => {
            format!("{}: {}", say("须有书面说明", "to be attested"), ids.join(", "))
        }
        Refused::NotAsked(at) => {
            let at: Vec<String> = at.iter().map(usize::to_string).collect();
            let at = at.join(", ");
            match lang {
                Lang::ZhCn => format!("书面说明第 {at} 行（项）的要求不约束这个角色，或已由测试证明"),
                Lang::En => format!(
                    "lines or entries of the attestations whose requirement does not bind the role, or is shown by tests: {at}"
                ),
            }
        }
        Refused::Days => {
            say("证书的有效期为 1 至 365 天", "a certificate holds for 1 to 365 days").to_owned()
        }
    }
}

/// So many checks are named one by one.
const NAMED: usize = 20;

/// The checks that keep a report from passing, a line each.
fn told(checks: &[(String, Vec<String>)], lang: Lang) -> String {
    let mut lines = String::new();
    for (check, requirements) in checks.iter().take(NAMED) {
        lines += &format!("\n    {check}: {}", requirements.join(", "));
    }
    match (checks.len().saturating_sub(NAMED), lang) {
        (0, _) => {}
        (more, Lang::ZhCn) => lines += &format!("\n    另有 {more} 项，见报告"),
        (more, Lang::En) => lines += &format!("\n    and {more} more, which the report tells"),
    }
    lines
}
