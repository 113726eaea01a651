//! `new`: a beginning that can be packed and checked at once.

use std::{collections::HashSet, fs};

use expect_test::{Expect, expect};
use serde_json::Value;

use super::program::Scratch;

#[test]
fn a_new_application_can_be_packed_and_only_wants_filling_in() {
    let scratch = Scratch::new("new");
    let begun = scratch.run(&["new", "mine"]);
    assert_eq!((begun.code, begun.err.as_str()), (0, ""));
    assert!(begun.out.contains("tongzhou pack mine -o mine.tzpkg"), "{}", begun.out);
    let packed = scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]);
    assert_eq!(packed.code, 0, "{}", packed.err);
    assert!(packed.err.starts_with("tongzhou: note: 请填写"), "{}", packed.err);
    let checked = scratch.run(&["validate", "mine.tzpkg", "--format", "json"]);
    assert_eq!(checked.code, 1, "{}", checked.out);
    let report: Value = serde_json::from_str(&checked.out).unwrap();
    let errors =
        report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let codes: HashSet<&str> = errors.map(|finding| finding["code"].as_str().unwrap()).collect();
    // What reads 请填写, the day that is not in the calendar, and the signed paper that is not there.
    assert_eq!(codes, HashSet::from(["TZ-APP-011", "TZ-CNS-001", "TZ-CNS-042", "TZ-CNS-052"]));
    assert_eq!(scratch.run(&["validate", "mine"]).code, 1, "the folder itself can be checked too");
}

#[test]
fn what_is_still_to_be_filled_in_and_signed_is_said_place_by_place() {
    let scratch = Scratch::new("new-unfilled");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    let said = |file: &str, lang: &str, expected: Expect| {
        let run = scratch.run(&["validate", file, "--lang", lang]);
        assert_eq!((run.code, run.err.as_str()), (1, ""));
        let good_to_know = run.out.find("\n\n提示").or_else(|| run.out.find("\n\nGood to know")).unwrap();
        expected.assert_eq(&run.out[..good_to_know]);
    };
    said(
        "mine/application.json",
        "zh-CN",
        expect![[r#"
        同舟校验报告 · 统一救助申请
          有几处需要先改正。请不要着急，下面写明了每一处怎么办、可以找谁。
          等级：✓ 可读取  ✓ 结构合格  ✗ 内容一致
          标记：未签名 · 未指定项目

        需要改正 (1)

          1. 还有“请填写”没有换成内容 [TZ-APP-011]
             这里还写着“请填写”，真实的内容还没有填。
               → 第 8 行第 5 列  /child/name
                 8 │ "name": "•••"
               → 第 14 行第 19 列  /guardians/0/person/name
                 14 │ "name": "•••" }
               → 第 18 行第 49 列  /contacts/0/name
                 18 │ "name": "•••", "guardianId": "•••" }
               → 第 20 行第 3 列  /illness
                 20 │ "illness": "•••",
             怎么办：请换成真实的内容；暂时不知道的，可先问家里或医院。

        请核对 (1)

          1. 手机号看起来不对 [TZ-APP-007]
             手机号一般是 11 位，以 13 到 19 开头，这里不是。
               → 第 18 行第 25 列  /contacts/0/phone
                 18 │ "phone": "•••", "name": "•••", "guardianId": "•••" }
             怎么办：请再拨一遍核对；如果是座机，请改选固定电话并带上区号。"#]],
    );
    said(
        "mine/application.json",
        "en",
        expect![[r#"
        Tongzhou validation report · Application
          Some things need correcting first. Each is listed below with what to do and whom to ask.
          Rungs: ✓ Readable  ✓ Structured  ✗ Consistent
          Marks: Not signed · No programme named

        To be corrected (1)

          1. Something still reads “please fill in” [TZ-APP-011]
             This place still only asks to be filled in; the real content is not there yet.
               → line 8, column 5  /child/name
                 8 │ "name": "•••"
               → line 14, column 19  /guardians/0/person/name
                 14 │ "name": "•••" }
               → line 18, column 49  /contacts/0/name
                 18 │ "name": "•••", "guardianId": "•••" }
               → line 20, column 3  /illness
                 20 │ "illness": "•••",
             What to do: Put the real content here; what is not known yet, the family or the hospital can tell.

        Please check again (1)

          1. A mobile number looks wrong [TZ-APP-007]
             Mobile numbers usually have eleven digits that begin with 13 to 19; this one differs.
               → line 18, column 25  /contacts/0/phone
                 18 │ "phone": "•••", "name": "•••", "guardianId": "•••" }
             What to do: Dial it once more to check; for a landline, choose that kind and give the area code."#]],
    );
    said(
        "mine/consents/first.json",
        "zh-CN",
        expect![[r#"
            同舟校验报告 · 授权同意书
              有几处需要先改正。请不要着急，下面写明了每一处怎么办、可以找谁。
              等级：✓ 可读取  ✓ 结构合格  ✗ 内容一致
              标记：未签名 · 未指定项目

            需要改正 (3)

              1. 授权同意书里还有“请填写”没有换成内容 [TZ-CNS-052]
                 这里还写着“请填写”，真实的内容还没有填。
                   → 第 10 行第 5 列  /givenBy/name
                     10 │ "name": "•••"
                   → 第 13 行第 5 列  /recipient/name
                     13 │ "name": "•••",
                   → 第 14 行第 18 列  /recipient/contact/address
                     14 │ "address": "•••" }
                 怎么办：请照签字的那一份填上真实的内容；还没有人签字的，先请家长看过再签。

              2. 授权同意书上的日期不存在 [TZ-CNS-001]
                 这个日期在日历上不存在，多半是月份或日子写错了。
                   → 第 19 行第 3 列  /signedOn
                     19 │ "signedOn": "•••",
                 怎么办：请对照签字的授权同意书，改成真实的日期。

              3. 纸质授权同意书没有留下凭证 [TZ-CNS-042]
                 授权同意书是纸上签的，却没有签字件，也没有它的摘要。
                   → 第 20 行第 3 列  /form
                     20 │ "form": { "kind": "•••" }
                 怎么办：请把签字件拍照或扫描放进资料包，并填写它的标识号。

            请核对 (2)

              1. 没有就敏感信息单独征求同意 [TZ-CNS-035]
                 授权同意书列了敏感信息，却没有记下家庭对此的单独同意。
                   → 第 1 行第 1 列
                 怎么办：请向家庭说明必要性和影响，请家庭单独表示同意，再记下来。

              2. 授权同意书没有写接收机构的代码 [TZ-CNS-019]
                 只写了接收机构的名称，没有写统一社会信用代码。
                   → 第 12 行第 3 列  /recipient
                     12 │ "recipient": {
                 怎么办：请补上这家机构的统一社会信用代码。"#]],
    );
    said(
        "mine/consents/first.json",
        "en",
        expect![[r#"
            Tongzhou validation report · Consent
              Some things need correcting first. Each is listed below with what to do and whom to ask.
              Rungs: ✓ Readable  ✓ Structured  ✗ Consistent
              Marks: Not signed · No programme named

            To be corrected (3)

              1. A consent still reads “please fill in” [TZ-CNS-052]
                 This place still only asks to be filled in; the real content is not there yet.
                   → line 10, column 5  /givenBy/name
                     10 │ "name": "•••"
                   → line 13, column 5  /recipient/name
                     13 │ "name": "•••",
                   → line 14, column 18  /recipient/contact/address
                     14 │ "address": "•••" }
                 What to do: Write here what the signed consent says; where nobody has signed yet, let the family read it and sign first.

              2. A day in the consent does not exist [TZ-CNS-001]
                 The calendar has no such day; the month or the day is probably miswritten.
                   → line 19, column 3  /signedOn
                     19 │ "signedOn": "•••",
                 What to do: Compare with the signed consent and write the real day.

              3. The signed paper is not kept [TZ-CNS-042]
                 The consent was signed on paper, but neither the paper nor its digest is given.
                   → line 20, column 3  /form
                     20 │ "form": { "kind": "•••" }
                 What to do: Scan or photograph the signed paper, put it into the package and give its id.

            Please check again (2)

              1. Sensitive information was not asked about apart [TZ-CNS-035]
                 The consent lists sensitive information, but no separate consent to it is recorded.
                   → line 1, column 1
                 What to do: Explain why it is needed and what it means, ask the family apart and record the answer.

              2. The recipient has no code [TZ-CNS-019]
                 The recipient is named, but its unified social credit code is missing.
                   → line 12, column 3  /recipient
                     12 │ "recipient": {
                 What to do: Add the organisation's unified social credit code."#]],
    );
}

#[test]
fn nothing_looks_like_a_consent_that_was_given() {
    let scratch = Scratch::new("new-consent");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    // Whatever else is filled in: nobody has signed yet.
    for file in ["mine/application.json", "mine/consents/first.json"] {
        let text = fs::read_to_string(scratch.path(file)).unwrap();
        scratch.write(file, text.replace("请填写", "某").replace("00000000000", "13000000000"));
    }
    assert_eq!(scratch.run(&["validate", "mine/application.json"]).code, 0);
    assert_eq!(scratch.run(&["validate", "mine/consents/first.json"]).code, 1);
    assert_eq!(scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]).code, 0);
    assert_eq!(scratch.run(&["validate", "mine.tzpkg"]).code, 1);
}

#[test]
fn nothing_is_remarked_once_it_is_filled_in() {
    let scratch = Scratch::new("new-filled");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    let application: Value =
        serde_json::from_slice(&fs::read(scratch.path("mine/application.json")).unwrap()).unwrap();
    let today = application["createdOn"].as_str().unwrap();
    for file in ["mine/application.json", "mine/consents/first.json"] {
        let text = fs::read_to_string(scratch.path(file)).unwrap();
        let filled = text
            .replace("请填写", "某")
            .replace("00000000000", "13000000000")
            .replace("0000-00-00", today)
            .replace("paper-signed", "oral-recorded");
        scratch.write(file, filled);
    }
    put_a_notice(&scratch);
    let packed = scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]);
    assert_eq!((packed.code, packed.err.as_str()), (0, ""));
    let checked = scratch.run(&["validate", "mine.tzpkg"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    let again = scratch.run(&["pack", "mine", "-o", "again.tzpkg"]);
    let id =
        |out: &str| out.lines().find_map(|line| Some(line.split_once("Package id: ")?.1.to_owned())).unwrap();
    assert_ne!(id(&packed.out), id(&again.out), "each package gets an id of its own");
}

#[test]
fn whoever_follows_the_readme_gets_a_package_without_errors() {
    let scratch = Scratch::new("new-followed");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    let read = |file: &str| fs::read_to_string(scratch.path(file)).unwrap();
    let readme = read("mine/README.md");
    // The English half: an entry of packing.json, a paper in application.json, the form of a signed consent.
    let (_, readme) = readme.split_once("\n---\n").unwrap();
    let mut blocks = readme.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap().trim());
    let (entry, papers) = (blocks.next().unwrap(), blocks.next().unwrap());
    let mut entry: Value = serde_json::from_str(entry).unwrap();
    let mut papers: Value = serde_json::from_str(&format!("{{{papers}}}")).unwrap();
    assert_eq!(entry["documentId"], papers["documents"][0]["documentId"]);

    let mut packing: Value = serde_json::from_str(&read("mine/packing.json")).unwrap();
    let mut application: Value =
        serde_json::from_str(&read("mine/application.json").replace("请填写", "某")).unwrap();
    let mut consent: Value =
        serde_json::from_str(&read("mine/consents/first.json").replace("请填写", "某")).unwrap();
    let signed = scratch.run(&["id"]).out.trim().to_owned();
    let (mut scan, mut paper) = (entry.clone(), papers["documents"][0].clone());
    scan["file"] = "signed.pdf".into();
    scan["classes"] = serde_json::json!(["guardianship"]);
    paper["kind"] = "consent-form".into();
    for id in [&mut scan["documentId"], &mut paper["documentId"], &mut consent["form"]["documentId"]] {
        *id = signed.as_str().into();
    }
    packing["documents"] = Value::Array(vec![entry.take(), scan]);
    application["documents"] = Value::Array(vec![papers["documents"][0].take(), paper]);
    application["contacts"][0]["phone"] = "13000000000".into();
    consent["signedOn"] = application["createdOn"].clone();
    let separate = blocks.find(|block| block.contains("separateConsents")).unwrap();
    let separate: Value = serde_json::from_str(&format!("{{{separate}}}")).unwrap();
    consent["separateConsents"] = separate["separateConsents"].clone();
    scratch.write("mine/packing.json", packing.to_string());
    scratch.write("mine/application.json", application.to_string());
    scratch.write("mine/consents/first.json", consent.to_string());
    let example = |name: &str| {
        let path = format!("leukaemia/documents/{name}");
        tongzhou_schema::EXAMPLES.iter().find(|(known, _)| *known == path).unwrap().1
    };
    scratch.write("mine/documents/diagnosis.pdf", example("diagnosis.pdf"));
    scratch.write("mine/documents/signed.pdf", example("consent-serious-illness.pdf"));
    put_a_notice(&scratch);

    let packed = scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]);
    assert_eq!((packed.code, packed.err.as_str()), (0, ""));
    let checked = scratch.run(&["validate", "mine.tzpkg"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(!checked.out.contains("TZ-CNS-035"), "{}", checked.out);
}

/// Puts a charity's notice into the folder and its digest into the consent, as the readme tells.
fn put_a_notice(scratch: &Scratch) {
    let notice = "告知书：某基金会只为审核本次申请处理这些信息。";
    scratch.write("mine/notice.txt", notice);
    let consent = fs::read_to_string(scratch.path("mine/consents/first.json")).unwrap();
    let mut consent: Value = serde_json::from_str(&consent).unwrap();
    // By sha256sum.
    consent["notice"]["digest"] = "f5b707b4adadbea91619ef479cd4a1a37904c5486f22cb2c2e9ebbb7faa9a80b".into();
    scratch.write("mine/consents/first.json", consent.to_string());
}

#[test]
fn a_notice_that_is_a_sample_or_not_the_one_consented_to_is_remarked() {
    let scratch = Scratch::new("new-notice");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    let remark = || scratch.run(&["pack", "mine", "-o", "mine.tzpkg", "--force", "--lang", "zh-CN"]).err;
    assert!(remark().contains("notice.txt 还是样本"), "{}", remark());
    scratch.write("mine/notice.txt", "告知书：某基金会只为审核本次申请处理这些信息。");
    assert!(remark().contains("notice.digest 与 notice.txt 对得上"), "{}", remark());
    put_a_notice(&scratch);
    assert!(!remark().contains("notice"), "{}", remark());
}

#[test]
fn ids_are_fresh_and_refer_to_each_other() {
    let scratch = Scratch::new("new-ids");
    let mut seen = HashSet::new();
    for name in ["one", "two"] {
        assert_eq!(scratch.run(&["new", name]).code, 0);
        let read = |file: &str| -> Value {
            serde_json::from_slice(&fs::read(scratch.path(&format!("{name}/{file}"))).unwrap()).unwrap()
        };
        let (application, consent) = (read("application.json"), read("consents/first.json"));
        assert_eq!(application["consentIds"][0], consent["consentId"]);
        assert_eq!(application["applicationId"], consent["applicationId"]);
        assert_eq!(application["guardians"][0]["guardianId"], consent["givenBy"]["guardianId"]);
        for id in [&application["applicationId"], &consent["consentId"], &consent["givenBy"]["guardianId"]] {
            assert!(seen.insert(id.as_str().unwrap().to_owned()), "{id}");
        }
    }
}

#[test]
fn the_readme_leaves_nothing_to_be_replaced_by_the_program() {
    let scratch = Scratch::new("new-readme");
    assert_eq!(scratch.run(&["new", "mine", "--lang", "zh-CN"]).code, 0);
    let readme = fs::read_to_string(scratch.path("mine/README.md")).unwrap();
    assert!(readme.contains("tongzhou pack mine -o mine.tzpkg"));
    assert!(!readme.contains("{{"), "{readme}");
    for told in
        ["`documents`", "`receiptIds`", "`consentIds`", "`tongzhou id`", "`0000-00-00`", "`00000000000`"]
    {
        let (zh, en) = readme.split_once("\n---\n").unwrap();
        assert!(zh.contains(told) && en.contains(told), "{told} in both languages");
    }
    for guide in ["application", "consent", "receipt", "packing"] {
        assert!(fs::metadata(scratch.path(&format!("mine/guide/{guide}.md"))).unwrap().len() > 1000);
    }
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let scratch = Scratch::new("new-over");
    scratch.write("taken/mine.txt", "mine");
    let run = scratch.run(&["new", "taken"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(run.err, "tongzhou: there is something here already; name a new folder instead: taken\n");
    assert_eq!(fs::read_dir(scratch.path("taken")).unwrap().count(), 1);
    assert_eq!(scratch.run(&["new", "taken/mine.txt"]).code, 3);
    assert_eq!(scratch.run(&["new", "none/new"]).code, 3);
    fs::create_dir(scratch.path("empty")).unwrap();
    assert_eq!(scratch.run(&["new", "empty"]).code, 0);
}
