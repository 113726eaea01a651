//! A certificate as one page of A4 in both languages, which asks nothing of the network. What counts is the signed file;
//! the page says so.

use std::fmt::Write as _;

use tongzhou::{
    code::Code,
    text::Lang::{En, ZhCn},
};

use super::Certificate;
use crate::report::{self, escaped};

impl Certificate {
    /// The page.
    pub fn to_html(&self) -> String {
        let mut page = format!(
            "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
             <title>同舟一致性证书 Tongzhou certificate of conformance</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
             <main>\n<header><p class=\"mark\">同舟 Tongzhou</p>\n<h1>一致性证书<span lang=\"en\">Certificate of \
             conformance</span></h1></header>\n",
            report::CONTENT_SECURITY
        );
        let (name, role) = (escaped(&self.member.name), self.role);
        let version = escaped(&self.standard_version);
        let _ = writeln!(
            page,
            "<p class=\"says\"><b>{name}</b>的系统已通过同舟标准 {version} 的一致性测试，角色：<b>{}</b>。\
             <span lang=\"en\">The system of <b>{name}</b> has passed the conformance tests of the Tongzhou standard \
             {version} in the role <b>{}</b>.</span></p>",
            role.title(ZhCn),
            role.title(En)
        );
        if !self.excused.is_empty() {
            let _ = writeln!(
                page,
                "<p class=\"excused\">其中 {0} 项未通过，已备案，见下。<span lang=\"en\">{0} of the checks failed and \
                 {1} excused for now; see below.</span></p>",
                self.excused.len(),
                if self.excused.len() == 1 { "is" } else { "are" }
            );
        }
        page.push_str("<dl>\n");
        for (zh, en, value) in self.facts() {
            let _ = writeln!(page, "<dt>{zh}<span lang=\"en\">{en}</span></dt><dd>{value}</dd>");
        }
        page.push_str("</dl>\n");
        self.exceptions(&mut page);
        let _ = write!(
            page,
            "<footer><p>以随附的签名文件为准，本页只供阅读。核验：<code>tongzhou conformance verify-certificate</code>。\
             测试报告是否可靠，取决于由谁运行测试。<span lang=\"en\">The signed file counts; this page is for reading. A \
             report is only as good as whoever ran the suite.</span></p>\n<p>撤销名单 <span lang=\"en\">Revoked \
             certificates:</span> <code>{}</code></p></footer>\n</main>\n</body>\n</html>\n",
            escaped(&self.revocations)
        );
        page
    }

    fn facts(&self) -> Vec<(&'static str, &'static str, String)> {
        let requirements = self.requirements;
        let version = self.system.version.as_deref().unwrap_or_default();
        let reports: Vec<String> = self
            .reports
            .iter()
            .map(|report| format!("{} <code>{}</code>", report.ran_at.china_date(), report.sha256))
            .collect();
        vec![
            ("证书编号", "Number", format!("<code>{}</code>", self.number)),
            ("统一社会信用代码", "Code", format!("<code>{}</code>", self.member.organisation_code)),
            ("系统", "System", format!("{} {}", escaped(&self.system.name), escaped(version))),
            ("颁发方", "Issuer", escaped(&self.issuer)),
            ("颁发日期", "Issued on", self.issued_at.china_date().to_string()),
            ("有效期至", "Valid until", self.valid_until.to_string()),
            ("测试由谁运行", "Suite run by", escaped(&self.ran_by)),
            ("测试程序", "Suite", escaped(&self.suite)),
            (
                "检查",
                "Checks",
                format!("通过 passed {} · 已备案 excused {}", self.checks.passed, self.checks.excused),
            ),
            (
                "约束该角色的要求",
                "Requirements of the role",
                format!(
                    "共 all {} · 测试证明 shown {} · 已备案 excused {} · 书面说明 attested {} · 未测 not tested {}",
                    requirements.all,
                    requirements.shown,
                    requirements.excused,
                    requirements.attested,
                    requirements.open
                ),
            ),
            ("测试报告", "Reports", reports.join("<br>")),
        ]
    }

    /// What the reader has to know beside: failures that are excused, and what was attested.
    fn exceptions(&self, page: &mut String) {
        if !self.excused.is_empty() {
            page.push_str(
                "<h2>已备案的不通过项<span lang=\"en\">Excused for now</span></h2>\n<table>\n<thead><tr><th>检查 Check</th>\
                 <th>原因 Reason</th><th>负责人 Owner</th><th>截止 Until</th></tr></thead>\n",
            );
            for row in &self.excused {
                let (check, reason, owner) = (escaped(&row.check), escaped(&row.reason), escaped(&row.owner));
                let _ = writeln!(
                    page,
                    "<tr><td>{check}</td><td>{reason}</td><td>{owner}</td><td>{}</td></tr>",
                    row.expires
                );
            }
            page.push_str("</table>\n");
        }
        if !self.attestations.is_empty() {
            page.push_str(
                "<h2>书面说明<span lang=\"en\">Attested</span></h2>\n<table>\n<thead><tr><th>要求 Requirement</th>\
                 <th>依据 Evidence</th><th>说明人 By</th><th>日期 On</th></tr></thead>\n",
            );
            for row in &self.attestations {
                let (id, evidence, by) =
                    (escaped(&row.requirement), escaped(&row.evidence), escaped(&row.by));
                let _ = writeln!(
                    page,
                    "<tr><td>{id}</td><td>{evidence}</td><td>{by}</td><td>{}</td></tr>",
                    row.on
                );
            }
            page.push_str("</table>\n");
        }
    }
}

const STYLE: &str = include_str!("certificate.css");
