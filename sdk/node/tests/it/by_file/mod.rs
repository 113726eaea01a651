//! Members with and without servers: the same scripts of operations, once over HTTP and once by files, leave the same
//! ledger. `TONGZHOU_SCRIPTS=1000` runs as many scripts; twenty if nothing is said.

mod script;
mod sides;

use tongzhou::{code::lists::ConsentPurpose, model::primitive::Count};
use tongzhou_client::{Surroundings, Task};
use tongzhou_exchange::{
    message::{
        consent::{RegisterConsent, WithdrawConsent},
        wire::Hex32,
    },
    problem::ProblemKind,
};
use tongzhou_node::{node::Parts, registry::sweep};

use self::{
    script::{Case, Dice, script},
    sides::{ByFile, ByHttp, ledger},
};
use super::{
    client_alliance::{Alliance, Shape},
    site::Site,
};

// covers: REQ-EXC-030, REQ-EXC-031
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_and_http_leave_the_same_ledger() {
    let scripts: u32 = std::env::var("TONGZHOU_SCRIPTS").ok().map_or(20, |text| text.parse().unwrap());
    let seed = std::env::var("TONGZHOU_SEED").ok().map_or(20_261_122, |text| text.parse().unwrap());
    let now = Surroundings::system().now().unwrap();
    let alliance = Alliance::found(&Shape { threshold: 1, evaluators: 0, charities: 2, listed: true }, now);
    let (http, file) = (Site::new("http", &alliance), Site::new("file", &alliance));
    let by_http = ByHttp::start(&http, &alliance).await;
    let mut by_file = ByFile::start(&file, &alliance, by_http.clients.clone()).await;
    let other = Parts::prepare(&http.config()).await.unwrap();
    let (mut refusals, mut answers) = (0, 0);
    for number in 0..scripts {
        let case = Case::new(number, now);
        let mut dice = Dice(seed + u64::from(number));
        let lines = script(&mut dice, now);
        let over_http = by_http.run(&lines, &case).await;
        let in_files = by_file.run(&lines, &case, &mut dice).await;
        for (place, (one, other)) in over_http.iter().zip(&in_files).enumerate() {
            let step = &lines[place].step;
            assert_eq!(one, other, "seed {seed}, script {number}, line {place}: {step:?}");
        }
        refusals += over_http.iter().filter(|verdict| verdict.is_err()).count();
        answers += over_http.iter().filter(|verdict| verdict.is_ok()).count();
        if (number + 1).is_multiple_of(20) || number + 1 == scripts {
            for parts in [&other, &by_file.parts] {
                sweep(parts.roles.registry.as_ref().unwrap()).await.unwrap();
            }
            let (one, two) = (ledger(&http), ledger(&file));
            for (table, rows) in &one {
                let differ: Vec<_> =
                    rows.iter().zip(&two[table]).filter(|(one, other)| one != other).collect();
                let same = differ.is_empty() && rows.len() == two[table].len();
                assert!(same, "seed {seed}, after script {number}: {table} {:?}", differ.first());
            }
            assert!(one["claim"].len() > 3 && one["aid_entry"].len() > 3, "the scripts do too little");
        }
    }
    // Both kinds of outcome are compared.
    assert!(answers > 5 * scripts as usize && refusals > scripts as usize / 2, "{answers} and {refusals}");
    by_http.node.stop().await;
}

// covers: REQ-EXC-031
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_refused_stays_refused_when_its_file_comes_again() {
    let now = Surroundings::system().now().unwrap();
    let alliance = Alliance::found(&Shape { threshold: 1, evaluators: 0, charities: 2, listed: true }, now);
    let (http, file) = (Site::new("first", &alliance), Site::new("again", &alliance));
    let makers = ByHttp::start(&http, &alliance).await;
    let by_file = ByFile::start(&file, &alliance, makers.clients.clone()).await;
    let (directory, key, identities) = by_file.desk(0);
    let desk = sides::desk(&directory, &key, &identities, &alliance.charities[0]);
    let withdraw = Task::plain(&WithdrawConsent { commitment: Hex32([9; 32]), reason: None });
    by_file.put(0, &withdraw).await;
    let outbox = by_file.outbox(0);
    let files = outbox.export(&desk, &file.folder, false).await.unwrap();
    let refused = outbox.import(&desk, &by_file.answered(&files[0]).await).await.unwrap();
    assert_eq!(refused.done[0].problem().map(|problem| problem.code), Some(ProblemKind::Unknown));
    // The consent is registered; and then somebody finds the old file and hands it in once more.
    let register = Task::plain(&RegisterConsent {
        commitment: Hex32([9; 32]),
        recipient: alliance.charities[0].code.clone(),
        purpose: ConsentPurpose::DuplicateCheck,
        may_name_member: false,
        valid_days: Count::saturating(30),
    });
    by_file.outbox_of(outbox, &desk, &register).await;
    by_file.answered(&files[0]).await;
    let consents = ledger(&file).remove("consent").unwrap();
    assert!(consents.len() == 1 && consents[0].ends_with("Null | Null"), "{consents:?}");
    // The member asks for it anew, and it is done.
    let outbox = by_file.outbox(0);
    let done = by_file.outbox_of(outbox, &desk, &withdraw).await;
    assert!(done.outcome.unwrap().answer.is_some());
    makers.node.stop().await;
}
