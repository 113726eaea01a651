//! A node of every role as a test tenant, in this process, in a folder that goes away.

use std::{
    fs,
    ops::ControlFlow,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
    time::SystemTime,
};

use tongzhou::{
    clock,
    code::lists::{MemberRole, TokenPurpose},
    directory::{Enrolment, with_token_shares},
    keys::{Passphrase, PrivateKeys, WorkFactor},
    model::{member::TokenShare, primitive::Count},
    signing::SigningKey,
    value::{Instant, Uuid7},
};
use tongzhou_conformance::{
    case::{CaseFile, Role},
    http::{self, Options, Patience, Target},
    report::Report,
    tenant::Tenant,
};
use tongzhou_exchange::token::{Epoch, Quorum, TokenKeyFile, TokenSecret};
use tongzhou_node::{
    config::Config,
    node::{Node, Running},
};

pub(crate) type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

pub(crate) struct Tested {
    folder: PathBuf,
    running: Running,
    tenant: Tenant,
    now: Instant,
}

impl Tested {
    pub(crate) async fn start() -> Fallible<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        // Where there is a disk of memory, nothing waits for the real one.
        let memory = PathBuf::from("/dev/shm");
        let root = if memory.is_dir() { memory } else { std::env::temp_dir() };
        let name =
            format!("tongzhou-faults-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = root.join(name);
        fs::create_dir_all(&folder)?;
        let now = Instant::from_unix_seconds(clock::instant(SystemTime::now())?.unix_seconds())
            .ok_or("the clock")?;
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let keys = PrivateKeys::with_fresh_opening(Some(SigningKey::from_seed(&[41; 32])));
        fs::write(folder.join("node.key"), keys.lock(&passphrase, WorkFactor::QUICK)?)?;
        let public = keys.public();
        let enrolment = Enrolment {
            member_id: Uuid7::from_parts(0x019a_0000_0000, [41; 10]),
            code: "531000000000000008".to_owned(),
            name: "示例测试环境".to_owned(),
            roles: vec![MemberRole::Charity, MemberRole::Registry, MemberRole::Evaluator],
            signing: public.signing,
            recipient: public.recipient,
            phone: Some("010-00000001".to_owned()),
        };
        let mut shares = Vec::new();
        for purpose in [TokenPurpose::Subject, TokenPurpose::Expense] {
            let secret = TokenSecret::fresh(getrandom::fill)?;
            let dealt = secret.deal(purpose, Epoch::saturating(1), Quorum::new(1, 1)?, getrandom::fill)?;
            let share = dealt.shares.into_iter().next().ok_or("a share")?;
            fs::write(
                folder.join(format!("{purpose:?}.key")),
                TokenKeyFile::lock(&share, &passphrase, WorkFactor::QUICK)?,
            )?;
            let (epoch, number) = (Count::saturating(1), Count::saturating(1));
            let key = *share.public().key;
            shares.push(TokenShare::of(purpose, epoch, number, Count::saturating(1), &key));
        }
        let entry = with_token_shares(&enrolment.entry(now, 1)?, &shares)?;
        let tenant = Tenant::with(&[entry], now)?;
        fs::write(folder.join("directory.json"), &tenant.directory)?;
        fs::write(folder.join("directory.jws.json"), &tenant.signatures)?;
        let text = format!(
            "test-tenant = true\nlisten = \"127.0.0.1:0\"\n\n[directory]\nboard = \"{}\"\n\n[evaluator]\nshares = \
             [\"Subject.key\", \"Expense.key\"]\nquota = 400\n\n[limits]\nrequests-per-minute = 1500\n\
             requests-per-minute-of-address = 1000000\n",
            tenant.board
        );
        let environment = [("TONGZHOU_NODE_PASSPHRASE".to_owned(), PASSPHRASE.to_owned())];
        let config = Config::read(&text, &folder, environment)
            .map_err(|faults| faults.first().map(ToString::to_string).unwrap_or_default())?;
        let running = Node::start(config).await?;
        Ok(Self { folder, running, tenant, now })
    }

    /// Asks every case of these requirements, all where there is none, and stops.
    pub(crate) async fn run(
        self,
        cases: &[CaseFile],
        only: &[String],
        patience: Patience,
    ) -> Fallible<Report> {
        let address = self.running.url().parse()?;
        let Tenant { directory, signatures, .. } = &self.tenant;
        let target = Target::of(directory, signatures, None, address, self.now)?;
        let roles = [Role::Member, Role::Registry, Role::Evaluator];
        let options = Options { roles: &roles, only, journal: None, roots: None, patience };
        let report = http::run(&target, directory, cases, &options, |_| ControlFlow::Continue(())).await?;
        self.running.stop().await;
        let _ = fs::remove_dir_all(&self.folder);
        Ok(report)
    }
}

const PASSPHRASE: &str = "a passphrase of tests";
