//! `receipts`: what the shipped examples come to, and what cannot be read.

use std::{fs, path::Path};

use expect_test::expect;
use serde_json::Value;

use super::program::Scratch;

/// A folder with a shipped package in it.
fn with_example(test: &str, example: &str) -> Scratch {
    let scratch = Scratch::new(test);
    scratch.write("case.tzpkg", fs::read(shipped(&format!("{example}.tzpkg"))).unwrap());
    scratch
}

fn shipped(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/v1.0/examples").join(name)
}

// covers: REQ-EXP-040
#[test]
fn a_reissue_counts_with_its_e_bill_and_a_settlement_tells_the_payers_apart() {
    let scratch = with_example("receipts-leukaemia", "leukaemia");
    let en = scratch.run(&["receipts", "case.tzpkg"]);
    assert_eq!((en.code, en.err.as_str()), (0, ""));
    expect![[r#"
        Receipts · expenses: 3, papers that do not count: 0 (not checked)

        Expense 1 · 2026-03-02
          Fiscal e-bill, outpatient …00000140 · Bill
                1001.00  billed
                -420.50  Basic insurance · By the bill
                 580.50  left to the family · Account and cash on the bill

        Expense 2 · 2026-04-14
          Fiscal e-bill, inpatient …00000141 · Bill
          Fiscal paper bill, inpatient …00000142 · Paper re-issue
              108681.00  billed
              -52340.80  Basic insurance · By the bill
               -8120.00  Other payments, not told apart · By the bill
               48220.20  left to the family · Account and cash on the bill

        Expense 3 · 2026-07-06
          Fiscal e-bill, inpatient …00000143 · Bill
          Insurance settlement (list) …00000144 · Settlement list
               97552.46  billed
              -46804.30  Basic pooled fund · By the settlement
              -10640.16  Residents' catastrophic insurance · By the settlement
               -2000.00  Medical aid · By the settlement
               38108.00  left to the family · Account and cash on the bill

               86908.70  left of all expenses together
    "#]]
    .assert_eq(&en.out);
    let zh = scratch.run(&["receipts", "case.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        票据 · 3 笔费用，0 张单据不计入（未经校验）

        费用 1 · 2026-03-02
          医疗门诊收费票据（电子） …00000140 · 票据
                1001.00  金额合计
                -420.50  基本医保 · 票据
                 580.50  剩余负担 · 票据上的个人账户加个人现金

        费用 2 · 2026-04-14
          医疗住院收费票据（电子） …00000141 · 票据
          医疗住院收费票据（机打） …00000142 · 换开纸质票
              108681.00  金额合计
              -52340.80  基本医保 · 票据
               -8120.00  其他支付（未分项） · 票据
               48220.20  剩余负担 · 票据上的个人账户加个人现金

        费用 3 · 2026-07-06
          医疗住院收费票据（电子） …00000143 · 票据
          医保结算单（结算清单） …00000144 · 医保结算单
               97552.46  金额合计
              -46804.30  医保统筹基金支付 · 医保结算
              -10640.16  居民大病保险 · 医保结算
               -2000.00  医疗救助 · 医保结算
               38108.00  剩余负担 · 票据上的个人账户加个人现金

               86908.70  各笔费用的剩余负担合计
    "#]]
    .assert_eq(&zh.out);
    for run in [&en, &zh] {
        for personal in ["林小满", "0000000102", "11060226"] {
            assert!(!run.out.contains(personal), "{personal}");
        }
    }
}

#[test]
fn what_was_reimbursed_later_is_taken_off_the_burden() {
    let scratch = with_example("receipts-rigid", "rigid-expenditure");
    let zh = scratch.run(&["receipts", "case.tzpkg", "--lang", "zh-CN"]);
    assert_eq!((zh.code, zh.err.as_str()), (0, ""));
    expect![[r#"
        票据 · 1 笔费用，0 张单据不计入（未经校验）

        费用 1 · 2026-06-03
          医疗住院收费票据（电子） …00000540 · 票据
          医保结算单（结算清单） …00000542 · 医保结算单
          医疗收费明细（电子） …00000541 · 收费明细
               95201.90  金额合计
              -47120.50  医保统筹基金支付 · 医保结算
               -9860.25  居民大病保险 · 医保结算
               -6000.00  医疗救助 · 医保结算
               -4210.80  补充保险与惠民保 · 事后报销
               28010.35  剩余负担 · 票据上的个人账户加个人现金
    "#]]
    .assert_eq(&zh.out);
    let json = scratch.run(&["receipts", "case.tzpkg", "--format", "json"]);
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    expect![[r#"
        {
          "expenses": [
            {
              "issuedOn": "2026-06-03",
              "canonical": true,
              "papers": [
                {
                  "receiptId": "019a0000-0000-7000-8000-000000000540",
                  "kind": "fiscal-e-inpatient",
                  "role": "bill"
                },
                {
                  "receiptId": "019a0000-0000-7000-8000-000000000542",
                  "kind": "settlement",
                  "role": "settlement-list"
                },
                {
                  "receiptId": "019a0000-0000-7000-8000-000000000541",
                  "kind": "fiscal-e-detail",
                  "role": "detail-list"
                }
              ],
              "billed": "95201.90",
              "payers": [
                {
                  "payer": "pooled-fund",
                  "amount": "47120.50",
                  "source": "settlement"
                },
                {
                  "payer": "catastrophic",
                  "amount": "9860.25",
                  "source": "settlement"
                },
                {
                  "payer": "medical-aid",
                  "amount": "6000.00",
                  "source": "settlement"
                },
                {
                  "payer": "supplementary-insurance",
                  "amount": "4210.80",
                  "source": "later-reimbursement"
                }
              ],
              "burden": {
                "before": "32221.15",
                "left": "28010.35",
                "source": "payments"
              }
            }
          ],
          "uncounted": [],
          "left": "28010.35"
        }
    "#]]
    .assert_eq(&json.out);
}

#[test]
fn documents_and_packages_given_together_are_looked_at_together() {
    let scratch = with_example("receipts-together", "rigid-expenditure");
    let bill = fs::read(shipped("rigid-expenditure/receipts/stay.json")).unwrap();
    scratch.write("again/stay.json", &bill);
    let run = scratch.run(&["receipts", "case.tzpkg", "again", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let ledger: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(ledger["expenses"].as_array().unwrap().len(), 1);
    assert_eq!(ledger["uncounted"][0]["reason"], "duplicate");
    let human = scratch.run(&["receipts", "case.tzpkg", "again", "--lang", "zh-CN"]);
    let (_, uncounted) = human.out.split_once("\n不计入的单据\n").unwrap();
    expect![[r#"
        医疗住院收费票据（电子） …00000540 · 同一张单据重复 …00000540
    "#]]
    .assert_eq(uncounted.trim_start());
    let alone = scratch.run_with(&["receipts", "-", "--format", "json"], &[], &bill);
    assert_eq!(alone.code, 0, "{}", alone.err);
    let alone: Value = serde_json::from_str(&alone.out).unwrap();
    assert_eq!(alone["expenses"][0]["burden"]["left"], "28010.35");
}

#[test]
fn what_cannot_be_read_is_told_and_left_out() {
    let scratch = with_example("receipts-unread", "rigid-expenditure");
    scratch.write("broken.json", r#"{"documentType": "receipt", "total": 5}"#);
    let run = scratch.run(&["receipts", "broken.json", "case.tzpkg"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("expenses: 1"), "{}", run.out);
    assert_eq!(
        run.err,
        "tongzhou: broken.json: cannot be read and is left out; tongzhou validate says why\n"
    );
    scratch.write("note.tzpkg", "no archive");
    assert_eq!(scratch.run(&["receipts", "note.tzpkg"]).code, 1);
    let none = scratch.run(&["receipts", "none.json"]);
    assert_eq!((none.code, none.out.as_str()), (3, ""));
}

#[test]
fn where_there_is_no_application_and_no_receipt_nothing_is_shown() {
    let scratch = Scratch::new("receipts-none");
    scratch.write("member.json", fs::read(shipped("member.json")).unwrap());
    scratch.write("noise.json", "no document");
    let none = scratch.run(&["receipts", "member.json", "--lang", "en"]);
    assert_eq!((none.code, none.out.as_str()), (3, ""));
    assert!(none.err.contains("there is no application and no receipt here"), "{}", none.err);
    let unreadable = scratch.run(&["receipts", "noise.json"]);
    assert_eq!((unreadable.code, unreadable.out.as_str()), (1, ""));
}
