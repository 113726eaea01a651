//! Packages in, parcels out.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use tongzhou::{
    code::lists::ProcessState,
    sealing::{Recipient, Sealer},
    signing::SigningKey,
    value::Uuid7,
};
use tongzhou_client::ClientError;
use tongzhou_exchange::message::{
    Role,
    parcel::{ListParcels, PackageStatus, Parcel},
    wire::{Hex32, Organisation},
};
use tongzhou_node::node::Parts;

use super::Up;
use crate::{
    alliance::{CHARITY, OTHER, REGISTRY, now},
    parcel::{self, NAME, fresh_id},
    wire::{JSON, Sent},
};

const SEALED: &str = "application/vnd.age";

fn signed(folder: &Path, id: Uuid7, sender: &str, audience: &str, key: &SigningKey) -> PathBuf {
    parcel::signed(folder, id, sender, audience, key, &[])
}

fn sealed(up: &Up, package: &Path) -> Vec<u8> {
    parcel::sealed(&up.alliance.in_force(), package)
}

fn submit(up: &Up, body: &[u8], key: &SigningKey) -> Sent {
    Sent::post("/v1/packages/submit", SEALED, body).signed(up.running.url(), key)
}

fn status(up: &Up, id: Uuid7, key: &SigningKey) -> Sent {
    let body = format!(r#"{{"packageId": "{id}"}}"#);
    Sent::post("/v1/packages/status", JSON, body.as_bytes()).signed(up.running.url(), key)
}

/// Every byte under a folder.
fn everything(folder: &Path, into: &mut Vec<u8>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { everything(&path, into) } else { into.extend(fs::read(path).unwrap()) }
    }
}

// covers: REQ-EXC-006, REQ-EXC-033, REQ-EXC-035, REQ-EXC-036
#[tokio::test(flavor = "multi_thread")]
async fn a_sealed_package_is_taken_once_and_its_sender_learns_where_it_stands() {
    let up = Up::with("").await;
    let outside = crate::alliance::Folder::new();
    let (id, key) = (fresh_id(), up.alliance.charity.signing());
    let body = sealed(&up, &signed(&outside.0, id, CHARITY, REGISTRY, key));

    let got = up.send(&submit(&up, &body, key)).await;
    assert_eq!(got.status, 200, "{got:?}");
    assert_eq!(
        (got.json()["packageId"].as_str(), got.json()["state"].as_str()),
        (Some(&*id.to_string()), Some("submitted"))
    );
    // Again, it is the same package; another file under its id is not.
    assert_eq!(up.send(&submit(&up, &body, key)).await.body, got.body);
    let other = sealed(&up, &signed(&outside.0, id, CHARITY, REGISTRY, key));
    assert_eq!(up.refused(&submit(&up, &other, key)).await, (409, "conflict".into()));

    assert_eq!(up.send(&status(&up, id, key)).await.body, got.body);
    assert_eq!(up.refused(&status(&up, id, up.alliance.other.signing())).await, (404, "unknown".into()));
    assert_eq!(up.refused(&status(&up, fresh_id(), key)).await, (404, "unknown".into()));

    // Nothing of it lies open on the disk, and nothing is left lying about.
    let mut bytes = Vec::new();
    everything(&up.folder.path("data"), &mut bytes);
    assert!(!bytes.windows(NAME.len()).any(|window| window == NAME.as_bytes()));
    let left = fs::read_dir(up.folder.path("data/packages")).unwrap();
    assert!(left.count() <= 2);
    up.running.stop().await;
}

// covers: REQ-EXC-033, REQ-EXC-034
#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_for_this_member_or_not_whole_is_refused() {
    let up = Up::with("").await;
    let outside = crate::alliance::Folder::new();
    let (key, other) = (up.alliance.charity.signing(), up.alliance.other.signing());
    let package = signed(&outside.0, fresh_id(), CHARITY, REGISTRY, key);
    let body = sealed(&up, &package);

    // Not sealed; sealed for somebody else; changed on the way, though signed on the way as well.
    let plain = fs::read(&package).unwrap();
    for (body, what) in [(plain.as_slice(), "plain"), (&body[..body.len() / 2], "half"), (b"", "nothing")] {
        assert_eq!(up.refused(&submit(&up, body, key)).await, (422, "unsound".into()), "{what}");
    }
    let elsewhere = sealed(&up, &signed(&outside.0, fresh_id(), CHARITY, OTHER, key));
    assert_eq!(up.refused(&submit(&up, &elsewhere, key)).await, (422, "unsound".into()));

    // For somebody else, and passed on: the seal fits, the audience does not.
    let foreign = signed(&outside.0, fresh_id(), CHARITY, OTHER, key);
    let recipient: Recipient = up.alliance.registry.keys.public().recipient.unwrap().parse().unwrap();
    let mut sealer = Sealer::new(&[recipient], Vec::new()).unwrap();
    std::io::copy(&mut Cursor::new(fs::read(foreign).unwrap()), &mut sealer).unwrap();
    let passed_on = sealer.finish().unwrap();
    let got = up.send(&submit(&up, &passed_on, key)).await;
    assert_eq!((got.status, got.json()["findings"][0]["rule"].as_str()), (422, Some("TZ-SIG-024")));

    // Sent by another than who signed it.
    assert_eq!(up.refused(&submit(&up, &body, other)).await, (403, "not-yours".into()));
    assert_eq!(up.send(&submit(&up, &body, key)).await.status, 200);
    let mut bytes = Vec::new();
    everything(&up.folder.path("data/packages"), &mut bytes);
    assert_eq!(bytes, body);
    up.running.stop().await;
}

// covers: REQ-EXC-021
#[tokio::test(flavor = "multi_thread")]
async fn a_package_that_is_too_large_is_refused_before_and_while_it_comes() {
    let up = Up::with("[limits]\npackage-bytes = 1048576\n").await;
    let key = up.alliance.charity.signing();
    let large = vec![0; (1 << 20) + 1];
    assert_eq!(up.refused(&submit(&up, &large, key)).await, (413, "too-large".into()));
    assert_eq!(fs::read_dir(up.folder.path("data/packages")).unwrap().count(), 0);
    up.running.stop().await;
}

// covers: REQ-EXC-036
#[tokio::test(flavor = "multi_thread")]
async fn the_desk_takes_packages_out_tells_the_sender_and_posts_answers() {
    let up = Up::with("").await;
    let outside = crate::alliance::Folder::new();
    let (id, key) = (fresh_id(), up.alliance.charity.signing());
    let body = sealed(&up, &signed(&outside.0, id, CHARITY, REGISTRY, key));
    assert_eq!(up.send(&submit(&up, &body, key)).await.status, 200);

    // The desk opens the same database while the node runs.
    let parts = Parts::prepare(&up.alliance.config(&up.folder.0, "")).await.unwrap();
    let member = parts.roles.member.as_ref().unwrap();
    let cases = member.cases(10).await.unwrap();
    assert_eq!((cases.len(), cases[0].sender.as_str(), cases[0].fetched), (1, CHARITY, false));
    let out = outside.path("case.tzpkg.age");
    member.take_out(id, &out).await.unwrap();
    assert_eq!(fs::read(&out).unwrap(), body);
    assert!(member.take_out(fresh_id(), &outside.path("none")).await.is_err());
    assert!(member.cases(10).await.unwrap()[0].fetched);

    member.set_state(id, ProcessState::Verification).await.unwrap();
    assert!(member.set_state(fresh_id(), ProcessState::Verification).await.is_err());
    assert_eq!(up.send(&status(&up, id, key)).await.json()["state"], "verification");
    let notices = up.send(&up.notices(key)).await.json();
    assert_eq!(notices["notices"][0]["kind"], "package-state");
    assert_eq!(notices["notices"][0]["about"], id.to_string());
    assert_eq!(
        up.send(&up.notices(up.alliance.other.signing())).await.json()["notices"],
        serde_json::json!([])
    );

    // A decision for the charity, laid out to be fetched.
    let answer = fresh_id();
    let package = signed(&outside.0, answer, REGISTRY, CHARITY, up.alliance.registry.signing());
    let directory = parts.directories.at(now()).unwrap();
    let posted = member.post(package.clone(), directory.clone(), now()).await.unwrap();
    assert_eq!(posted.recipients.len(), 1);
    member.post(package, directory, now()).await.unwrap();

    let list = || Sent::post("/v1/parcels/list", JSON, b"{}");
    let listed = up.send(&list().signed(up.running.url(), key)).await.json();
    assert_eq!(listed["parcels"].as_array().unwrap().len(), 1, "{listed}");
    assert_eq!(listed["parcels"][0]["packageId"], answer.to_string());
    let fetch = Sent::get(&format!("/v1/parcels/fetch/{answer}"));
    let fetched = fetch.clone().signed(up.running.url(), key);
    let got = up.send(&fetched).await;
    assert_eq!((got.status, got.headers["content-type"].as_str()), (200, SEALED));
    assert!(got.is_by(up.alliance.registry.signing(), &fetched.signature.unwrap()));
    assert_eq!(got.body.len() as u64, listed["parcels"][0]["size"].as_u64().unwrap());
    let identity = up.alliance.charity.keys.opening().unwrap();
    let opened = tongzhou::sealing::Opened::open(Cursor::new(&got.body), std::slice::from_ref(identity));
    assert!(opened.is_ok());

    // Nobody else gets it; it is not listed again, and can be fetched again.
    let other = fetch.clone().signed(up.running.url(), up.alliance.other.signing());
    assert_eq!(up.refused(&other).await, (404, "unknown".into()));
    assert_eq!(up.refused(&fetch).await, (401, "signature-missing".into()));
    let listed = up.send(&list().signed(up.running.url(), key)).await.json();
    assert_eq!(listed["parcels"], serde_json::json!([]));
    assert_eq!(up.send(&fetch.signed(up.running.url(), key)).await.body, got.body);
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_sends_asks_and_fetches() {
    let up = Up::with("").await;
    let outside = crate::alliance::Folder::new();
    let registry: Organisation = REGISTRY.parse().unwrap();
    let client = up.alliance.client(&up.alliance.charity, up.running.url());

    let id = fresh_id();
    let path = outside.path("out.tzpkg.age");
    let package = signed(&outside.0, id, CHARITY, REGISTRY, up.alliance.charity.signing());
    fs::write(&path, sealed(&up, &package)).unwrap();
    let sent = client.submit(&registry, &path).await.unwrap();
    assert_eq!((sent.package_id.0, sent.state), (id, ProcessState::Submitted));
    // Once more, it is the same package.
    assert_eq!(client.submit(&registry, &path).await.unwrap(), sent);
    let peer = client.peers().member(&registry, Role::Member).unwrap();
    let stands = client.ask_of(&peer, &PackageStatus { package_id: sent.package_id }).await.unwrap();
    assert_eq!(stands, sent);
    fs::write(&path, b"nothing that is sealed").unwrap();
    assert!(client.submit(&registry, &path).await.unwrap_err().problem().is_some());

    let parts = Parts::prepare(&up.alliance.config(&up.folder.0, "")).await.unwrap();
    let package = signed(&outside.0, fresh_id(), REGISTRY, CHARITY, up.alliance.registry.signing());
    let in_force = parts.directories.at(now()).unwrap();
    parts.roles.member.as_ref().unwrap().post(package, in_force, now()).await.unwrap();
    let parcels = client.ask_of(&peer, &ListParcels {}).await.unwrap().parcels;
    let [parcel] = parcels.as_slice() else { panic!("{parcels:?}") };
    let into = outside.path("in.tzpkg.age");
    client.fetch(&registry, parcel, &into).await.unwrap();
    assert_eq!(fs::metadata(&into).unwrap().len(), parcel.size.get());
    // What is there is not written over, and another file than the one that was announced is not kept.
    assert!(matches!(client.fetch(&registry, parcel, &into).await, Err(ClientError::Io(_))));
    let other = Parcel { digest: Hex32([0; 32]), ..parcel.clone() };
    let elsewhere = outside.path("other.tzpkg.age");
    assert!(matches!(client.fetch(&registry, &other, &elsewhere).await, Err(ClientError::NotAnAnswer)));
    assert!(!elsewhere.exists());
    up.running.stop().await;
}
