//! What receipts come to, held against made-up visits whose truth is known.

mod amounts;
mod dice;
mod disturb;
mod papers;
mod published;
mod visits;

use std::collections::BTreeMap;

use tongzhou::{
    code::Code,
    expense::{self, Expense, Ledger},
    model::receipt::Receipt,
    value::Money,
};

use self::{
    dice::Dice,
    disturb::{WAYS, disturb},
    visits::{Come, Made, Truth, Visit},
};

// covers: REQ-EXP-004, REQ-EXP-037, REQ-EXP-038
#[test]
fn made_up_visits_come_to_what_they_were_made_to_come_to() {
    let made = visits(0x5EED, of_the_environment(500));
    println!("{}", hold(&made, 1));
}

#[test]
fn one_disturbed_paper_is_noticed_and_changes_what_it_must_and_nothing_else() {
    let made = visits(0xD15, (of_the_environment(500) / 10).max(400));
    let (disturbed, ways) = disturbed(&made);
    assert_eq!(ways.len(), WAYS.len(), "{ways:?}");
    for (visit, before) in disturbed.iter().zip(&made) {
        assert_ne!(signs(visit), signs(before), "a disturbance of which nothing tells");
    }
    println!("{}; {ways:?}", hold(&disturbed, 2));
}

// covers: REQ-EXP-005
#[test]
fn the_answer_does_not_depend_on_the_order_of_the_receipts() {
    let mut dice = Dice::new(7);
    for seed in 0..20 {
        let (made, _) = disturbed(&visits(seed, 5));
        let mut texts = texts(&made);
        let first = shown(&ledger(&texts));
        for _ in 0..10 {
            dice.shuffle(&mut texts);
            assert_eq!(shown(&ledger(&texts)), first);
        }
    }
}

// covers: REQ-EXP-004, REQ-EXP-005
#[test]
fn papers_of_any_numbers_and_links_stand_in_one_place_each_in_any_order() {
    // Few ids and numbers, so that papers name one another in circles, twice and wrongly.
    let mut dice = Dice::new(99);
    let kinds = [
        "fiscal-e-inpatient",
        "fiscal-paper-inpatient",
        "fiscal-e-detail",
        "settlement",
        "tax-e-invoice",
        "prepayment",
        "other",
    ];
    let relations =
        ["red-bill", "paper-reissue", "detail-list", "settlement-list", "split-copy", "replacement"];
    for _ in 0..2_000 {
        let mut texts: Vec<String> = (0..=dice.below(7))
            .map(|_| {
                let links: Vec<_> = (0..dice.below(3))
                    .map(|_| {
                        format!(
                            r#"{{"relation": "{}", "receiptId": "01900000-0000-7000-8000-00000000000{}",
                            "billCode": "11060226", "billNumber": "000000000{}"}}"#,
                            relations[dice.below(6)],
                            dice.below(6),
                            dice.below(4)
                        )
                    })
                    .collect();
                format!(
                    r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
                    "receiptId": "01900000-0000-7000-8000-00000000000{}", "kind": "{}", "billCode": "11060226",
                    "billNumber": "000000000{}", "total": "{}.00", "amounts": {{"personalCash": "{}.00"}},
                    "lineage": [{}]}}"#,
                    dice.below(6),
                    kinds[dice.below(7)],
                    dice.below(4),
                    dice.below(3),
                    dice.below(3),
                    links.join(",")
                )
            })
            .collect();
        let first = ledger(&texts);
        let mut places: Vec<usize> = placed(&first).into_iter().map(|(index, _)| index).collect();
        places.sort_unstable();
        assert_eq!(places, (0..texts.len()).collect::<Vec<_>>());
        let first = shown(&first);
        dice.shuffle(&mut texts);
        assert_eq!(shown(&ledger(&texts)), first, "{texts:?}");
    }
}

/// Each paper where it was made to stand, and each expense of the sums it was made of. Gives the counts.
fn hold(made: &[Visit], seed: u64) -> String {
    let mut papers: Vec<(&Visit, &Made)> =
        made.iter().flat_map(|visit| visit.papers.iter().map(move |paper| (visit, paper))).collect();
    Dice::new(seed).shuffle(&mut papers);
    let texts: Vec<String> = papers.iter().map(|(_, paper)| paper.json.to_string()).collect();
    let ledger = ledger(&texts);
    let found: BTreeMap<usize, &'static str> = placed(&ledger).into_iter().collect();
    assert_eq!(found.len(), papers.len());
    for (index, (_, paper)) in papers.iter().enumerate() {
        let (Truth::Of(_, place) | Truth::Not(place)) = paper.truth;
        assert_eq!(found[&index], place, "{}", paper.json);
    }
    let mut come = BTreeMap::new();
    for expense in &ledger.expenses {
        // The papers of an expense are of one bill, and none of that bill's stand elsewhere.
        let of = |paper: &expense::Paper| {
            let (visit, made) = papers[paper.receipt.index];
            let Truth::Of(label, _) = made.truth else { panic!("does not count: {}", made.json) };
            (visit.number, label)
        };
        let bill = of(&expense.papers[0]);
        assert!(expense.papers.iter().all(|paper| of(paper) == bill));
        assert!(come.insert(bill, what_it_comes_to(expense)).is_none(), "one bill, two expenses");
    }
    let expected: BTreeMap<_, _> = made
        .iter()
        .flat_map(|visit| visit.expenses.iter().map(|(label, come)| ((visit.number, *label), come.clone())))
        .collect();
    for (bill, expected) in &expected {
        assert_eq!(come.get(bill), Some(expected), "{bill:?}");
    }
    assert_eq!(come.len(), expected.len());
    let counted = ledger.expenses.iter().map(|expense| expense.papers.len()).sum::<usize>();
    format!(
        "{} visits, {} papers: {} expenses of {counted} papers, {} papers that do not count",
        made.len(),
        papers.len(),
        ledger.expenses.len(),
        ledger.uncounted.len()
    )
}

/// The expense in fen and codes.
fn what_it_comes_to(expense: &Expense) -> Come {
    let burden = &expense.burden;
    Come {
        billed: expense.billed.unwrap().fen(),
        payers: expense.payers.iter().map(|share| (share.payer.code(), share.amount.fen())).collect(),
        before: burden.before.map(Money::fen),
        left: burden.left.map(Money::fen),
        source: burden.source.map(|source| source.code()),
        doubts: burden.doubts.iter().map(|doubt| doubt.code()).collect(),
    }
}

/// What tells of a visit that something is amiss: why papers do not count, and doubts.
fn signs(visit: &Visit) -> Vec<&'static str> {
    let not = visit.papers.iter().filter_map(|paper| match paper.truth {
        Truth::Not(reason) => Some(reason),
        Truth::Of(..) => None,
    });
    let mut signs: Vec<_> =
        not.chain(visit.expenses.iter().flat_map(|(_, come)| come.doubts.clone())).collect();
    signs.sort_unstable();
    signs
}

fn visits(seed: u64, count: usize) -> Vec<Visit> {
    let mut dice = Dice::new(seed);
    (0..count).map(|number| Visit::drawn(&mut dice, number)).collect()
}

/// The visits with one paper each disturbed, and how many in which way.
fn disturbed(made: &[Visit]) -> (Vec<Visit>, BTreeMap<&'static str, usize>) {
    let mut dice = Dice::new(0xD157);
    let mut ways = BTreeMap::new();
    let mut disturbed = made.to_vec();
    for (number, visit) in disturbed.iter_mut().enumerate() {
        *ways.entry(disturb(&mut dice, visit, number)).or_default() += 1;
    }
    (disturbed, ways)
}

/// How many visits: as many as `TONGZHOU_VISITS` says.
fn of_the_environment(usual: usize) -> usize {
    std::env::var("TONGZHOU_VISITS").map_or(usual, |text| text.parse().unwrap())
}

fn texts(made: &[Visit]) -> Vec<String> {
    made.iter().flat_map(|visit| &visit.papers).map(|paper| paper.json.to_string()).collect()
}

fn ledger(texts: &[String]) -> Ledger {
    let receipts: Vec<Receipt<'_>> = texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    expense::expenses(&receipts, None)
}

/// Each place in the ledger with what stands there.
fn placed(ledger: &Ledger) -> Vec<(usize, &'static str)> {
    let papers = ledger.expenses.iter().flat_map(|expense| &expense.papers);
    let counted = papers.map(|paper| (paper.receipt.index, paper.role.code()));
    let not = ledger.uncounted.iter().map(|not| (not.receipt.index, not.reason.code()));
    counted.chain(not).collect()
}

/// The ledger without the places of receipts among those given; amounts, which hide from `Debug`, in words.
fn shown(ledger: &Ledger) -> String {
    let mut text = String::new();
    for expense in &ledger.expenses {
        let papers: Vec<_> =
            expense.papers.iter().map(|paper| (&paper.receipt.id, paper.receipt.kind, paper.role)).collect();
        let payers: Vec<_> = expense
            .payers
            .iter()
            .map(|share| (share.payer.code(), share.amount.to_string(), share.source.code()))
            .collect();
        let burden = &expense.burden;
        let amounts =
            [expense.billed, burden.before, burden.left].map(|amount| amount.map(|amount| amount.fen()));
        let number = expense.key.canonical().map(|number| number.key().to_owned());
        text += &format!(
            "{number:?} {papers:?} {payers:?} {amounts:?} {:?} {:?}\n",
            burden.source, burden.doubts
        );
    }
    for not in &ledger.uncounted {
        text += &format!("{:?} {:?} {:?}\n", not.receipt.id, not.receipt.kind, not.reason);
    }
    text
}

fn head(id: u32, kind: &str, more: &str) -> String {
    format!(
        r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
        "receiptId": "01900000-0000-7000-8000-{id:012}", "kind": "{kind}", {more}}}"#
    )
}

/// A bill of the number that ends so.
fn bill(id: u32, number: u32, more: &str) -> String {
    head(
        id,
        "fiscal-e-outpatient",
        &format!(r#""billCode": "11060126", "billNumber": "{number:010}", {more}"#),
    )
}

/// A link to the bill of the number that ends so.
fn link(relation: &str, number: u32) -> String {
    format!(
        r#""lineage": [{{"relation": "{relation}", "billCode": "11060126", "billNumber": "{number:010}"}}]"#
    )
}

/// A verification on a day of September.
fn verified(day: &str, result: &str, more: &str) -> String {
    format!(
        r#""verifications": [{{"method": "national-platform", "at": "2026-09-{day}T03:20:00Z",
        "result": "{result}"{more}}}]"#
    )
}
