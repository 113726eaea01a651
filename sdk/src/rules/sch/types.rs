//! Values of another JSON type than the one that belongs there.

use crate::rules::stage::{patched, stage_rules, untouched, words};

stage_rules! {
    Shape:

    /// `null`, which stands nowhere in the standard.
    NULL = "TZ-SCH-016" "null" ["REQ-SCH-009"]
    words(
        "没有的内容不要写 null",
        "这里写的是 null。",
        "null 可以理解成“没有”“不知道”或“不肯说”，每个程序的理解都不一样。",
        "不要写 null：可以不填的项，没有内容就整项去掉；必填的项请问清楚再填。",
    ),
    words(
        "What is not there must not be written as null",
        "Here stands null.",
        "null can mean “none”, “unknown” or “not told”, and each program takes it differently.",
        "Where there is nothing to say, leave out a member that may be left out; one that must be there has to be asked \
         for.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "replace", "path": "/illness", "value": null}]"#, "/illness"),
        patched("application", r#"[{"op": "add", "path": "/child/sex", "value": null}]"#, "/child/sex"),
    ];

    /// Something else than text.
    TEXT_EXPECTED = "TZ-SCH-017" "text-expected" ["REQ-SCH-010"]
    words(
        "这里应填文字",
        "「{title}」应是加引号的文字。",
        "类型不对，别的机构的程序会读不出来。",
        "请写成加引号的文字。",
    ),
    words(
        "Text belongs here",
        "“{title}” must be text in quotes.",
        "With another type, the programs of other organisations cannot read it.",
        "Write it as text in quotes.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "replace", "path": "/illness", "value": true}]"#, "/illness"),
    ];

    /// A number where text belongs: leading zeros and last digits get lost.
    NUMBER_FOR_TEXT = "TZ-SCH-018" "number-for-text" ["REQ-SCH-010"]
    words(
        "号码要加引号",
        "「{title}」写成了数字，应是加引号的文字。",
        "号码当作数字，开头的 0 会丢，太长的末几位会变。",
        "请加上引号，并对照原件核对开头有没有丢 0。",
    ),
    words(
        "The number must stand in quotes",
        "“{title}” is written as a number; it must be text in quotes.",
        "As numbers, such values lose their leading zeros, and long ones change their last digits.",
        "Put it in quotes, and see from the original whether a leading 0 was lost.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "replace", "path": "/applicationId", "value": 20260105}]"#,
            "/applicationId",
        ),
    ];

    /// An amount of money as a JSON number.
    AMOUNT_AS_NUMBER = "TZ-SCH-019" "amount-as-number" ["REQ-SCH-011"]
    words(
        "金额要加引号，写到分",
        "「{title}」写成了数字，应是加引号、带两位小数的文字，例如 \"1234.50\"。",
        "金额当作数字，不同的程序会算出差一分的结果。",
        "请写成 \"1234.50\" 这样，整数也要写 .00。",
    ),
    words(
        "Amounts stand in quotes, with two places",
        "“{title}” is written as a number; it must be text with two places in quotes, such as \"1234.50\".",
        "As numbers, amounts come out a fen apart in different programs.",
        "Write it like \"1234.50\", and whole amounts with .00.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"annualIncome": 12000}}]"#,
            "/household/annualIncome",
        ),
    ];

    /// Something else than a number.
    NUMBER_EXPECTED = "TZ-SCH-020" "number-expected" ["REQ-SCH-010"]
    words(
        "这里应填数字",
        "「{title}」应是不加引号的整数。",
        "类型不对，别的机构的程序会读不出来。",
        "请只写数字，不加引号，也不加单位。",
    ),
    words(
        "A number belongs here",
        "“{title}” must be a whole number without quotes.",
        "With another type, the programs of other organisations cannot read it.",
        "Write digits alone, without quotes and without a unit.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"size": "4"}}]"#,
            "/household/size",
        ),
    ];

    /// A number with a fraction where only whole numbers make sense.
    WHOLE_NUMBER_EXPECTED = "TZ-SCH-021" "whole-number-expected" ["REQ-SCH-010"]
    words(
        "这里应填整数",
        "「{title}」应是整数，不能带小数。",
        "人数、份数这样的数没有零头。",
        "请改成整数。",
    ),
    words(
        "A whole number belongs here",
        "“{title}” must be a whole number, without a fraction.",
        "People and pieces are counted in whole numbers.",
        "Write a whole number.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/household", "value": {"size": 4.5}}]"#,
            "/household/size",
        ),
    ];

    /// Something else than `true` or `false`.
    YES_OR_NO_EXPECTED = "TZ-SCH-022" "yes-or-no-expected" ["REQ-SCH-010"]
    words(
        "这里只能填 true 或 false",
        "「{title}」只能是 true（是）或 false（否），不加引号。",
        "写成“是”“1”或加了引号，程序就分不清是不是。",
        "请写 true 或 false；不知道时整项去掉。",
    ),
    words(
        "Only true or false belongs here",
        "“{title}” must be true or false, without quotes.",
        "Written as “yes”, 1 or in quotes, programs cannot tell which it is.",
        "Write true or false; leave it out where it is not known.",
    ),
    [
        untouched("application"),
        patched(
            "application",
            r#"[{"op": "add", "path": "/treatment", "value": {"alreadyOperated": "yes"}}]"#,
            "/treatment/alreadyOperated",
        ),
    ];

    /// Something else than a list.
    LIST_EXPECTED = "TZ-SCH-023" "list-expected" ["REQ-SCH-010"]
    words(
        "这里应是一个列表",
        "「{title}」应是方括号里的列表，只有一条时也一样。",
        "类型不对，别的机构的程序会读不出来。",
        "请用方括号 [ ] 括起来。",
    ),
    words(
        "A list belongs here",
        "“{title}” must be a list in square brackets, even for a single one.",
        "With another type, the programs of other organisations cannot read it.",
        "Put it between square brackets [ ].",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "replace", "path": "/contacts", "value": {}}]"#, "/contacts"),
    ];

    /// Something else than an object.
    OBJECT_EXPECTED = "TZ-SCH-024" "object-expected" ["REQ-SCH-010"]
    words(
        "这里应分项填写",
        "「{title}」应是大括号里分项填写的内容。",
        "类型不对，别的机构的程序会读不出来。",
        "请按标准分项写在大括号 { } 里。",
    ),
    words(
        "Several members belong here",
        "“{title}” must be an object: several members in braces.",
        "With another type, the programs of other organisations cannot read it.",
        "Write it member by member between braces { }, as the standard names them.",
    ),
    [
        untouched("application"),
        patched("application", r#"[{"op": "replace", "path": "/child", "value": "one child"}]"#, "/child"),
    ];
}
