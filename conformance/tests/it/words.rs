//! One thing has one Chinese name, wherever the project speaks of it: a reader who meets two takes them for two.

use crate::kept::repository;

/// A thing that was once called by several names.
struct Term {
    /// Its name.
    name: &'static str,
    /// What else it could be called. Where the name holds one of these it is meant as part of the name.
    not: &'static [&'static str],
    /// Words that hold one of these and mean something else: the terms of laws, and people rather than papers.
    but: &'static [&'static str],
}

const TERMS: &[Term] = &[
    Term { name: "密封", not: &["封装", "加密资料包", "加密的资料包"], but: &[] },
    Term { name: "密钥文件", not: &["私钥文件"], but: &[] },
    Term { name: "接收公钥", not: &["收件公钥"], but: &[] },
    Term { name: "成员名录", not: &["会员名录", "成员目录"], but: &[] },
    Term { name: "登记处", not: &["登记系统"], but: &[] },
    Term { name: "资料包", not: &["申请包", "材料包", "数据包"], but: &[] },
    Term {
        name: "授权同意书",
        not: &["同意书", "授权"],
        but: &["授权核对", "依授权", "家庭授权", "授权人", "机构授权的人"],
    },
];

#[test]
fn one_thing_has_one_chinese_name() {
    let mut wrong = Vec::new();
    for file in repository().texts("", &[".md", ".rs", ".csv", ".json"]).unwrap() {
        if file.path == "conformance/tests/it/words.rs" {
            continue;
        }
        for (number, line) in file.text.lines().enumerate() {
            for term in TERMS {
                if let Some(other) = other_name(line, term) {
                    wrong.push(format!("{}:{}: {other} is called {} here", file.path, number + 1, term.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_name_is_seen_wherever_the_right_one_does_not_hold_it() {
    let consent = TERMS.iter().find(|term| term.name == "授权同意书").unwrap();
    assert_eq!(other_name("请签一份授权同意书。", consent), None);
    assert_eq!(other_name("请签一份授权同意书，再签同意书。", consent), Some("同意书"));
    assert_eq!(other_name("没有授权同意", consent), Some("授权"));
    assert_eq!(other_name("经申请人授权核对家庭经济状况", consent), None);
}

/// Another name for the thing in this line.
fn other_name(line: &str, term: &Term) -> Option<&'static str> {
    let mut rest = line.replace(term.name, "");
    for word in term.but {
        rest = rest.replace(word, "");
    }
    term.not.iter().copied().find(|other| rest.contains(other))
}
