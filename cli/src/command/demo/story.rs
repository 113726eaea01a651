//! What happens in the demo, told as it happens.

use std::{fs, time::SystemTime};

use tongzhou::{
    clock,
    code::{
        Code,
        lists::{AidStatus, ConsentPurpose, EntryClass},
    },
    expense, json,
    model::{AidEntry, Application, Receipt, primitive::List},
    text::{Bilingual, Lang},
    value::Instant,
};
use tongzhou_client::{Client, ClientError, Task, TokenStep, Wish, consent};
use tongzhou_exchange::{
    message::{
        access::{Access, WhoLooked},
        aid::AppendEntry,
        claim::{Burden, Claim, Confirm, ExpenseToken, Reserve},
        consent::{RegisterConsent, WithdrawConsent},
        lookup::{AnnounceIntent, CloseIntent, Found, LookUp},
        parcel::Package,
        wire::{Amount, CalendarMonth, Hex32, Id},
    },
    problem::ProblemKind,
    token::{Identity, expense_of, subjects_of},
};

use super::{
    Trouble,
    alliance::{Alliance, Party},
    family::{self, About, Recipient},
    nodes::{Nodes, Scratch},
};
use crate::speech::answer;

/// A charity with what it needs to take part.
struct Charity<'a> {
    party: &'a Party,
    client: Client,
    /// By the purposes of [`PURPOSES`].
    consents: Vec<RegisterConsent>,
}

/// What the family consented to, for each charity.
const PURPOSES: [ConsentPurpose; 3] =
    [ConsentPurpose::DuplicateCheck, ConsentPurpose::ExpenseClaim, ConsentPurpose::AidRegistration];

/// Who is told what happens.
struct Teller(Lang);

/// Runs the demo from its first line to its last.
pub(super) async fn tell(lang: Lang) -> Result<(), Trouble> {
    let teller = Teller(lang);
    teller.say(OPENING)?;
    let now = clock::instant(SystemTime::now())?;
    let now = Instant::from_unix_seconds(now.unix_seconds()).ok_or_else(Trouble::example)?;
    let alliance = Alliance::found(now)?;
    let members = alliance.members(now)?;
    let scratch = Scratch::new()?;
    let nodes = Nodes::start(&alliance, scratch.path()).await?;

    let mut charities = Vec::new();
    for (number, party) in alliance.charities.iter().enumerate() {
        charities.push(Charity {
            party,
            client: nodes.client(party, &members)?,
            consents: consents(number, party, now)?,
        });
    }
    let [serious, blood, sunshine] = charities.as_slice() else { return Err(Trouble::example()) };

    // One package for all three.
    teller.say(ONE_PACKAGE)?;
    let recipients: Vec<Recipient> = charities.iter().map(|charity| recipient(charity.party)).collect();
    let hospital = nodes.client(&alliance.hospital, &members)?;
    let package = scratch.path().join("family.tzpkg.age");
    let signer = alliance.hospital.signing()?;
    fs::write(&package, family::sealed_package(&About::Application, &recipients, signer, &members, now)?)?;
    for charity in &charities {
        let received = hospital.submit(&charity.party.code.parse()?, &package).await?;
        teller.of(charity, taken(&received))?;
    }

    // Whether the child was helped already: first one's own intent, then what others wrote.
    teller.say(ALREADY_HELPED)?;
    let application: Application<'_> =
        json::from_slice(family::document("application.json")?).map_err(|_| Trouble::example())?;
    let child = subjects_of(&application).identities;
    let mut intents = Vec::new();
    for charity in [serious, blood] {
        let (found, intent) = charity.announce(&child, now).await?;
        teller.of(charity, others(&found))?;
        intents.push((charity, intent));
    }
    teller.say(A_QUESTION)?;

    // One bill, shared.
    let (bill, burden) = bill_of(&application)?;
    teller.say(with(&ONE_BILL, &burden.amount))?;
    let mut held = Vec::new();
    for (charity, amount) in [(serious, "20000.00"), (blood, "15000.00")] {
        let (claim, token) = charity.reserve(&bill, &burden, amount).await.map_err(Refused::into_trouble)?;
        teller.of(charity, reserved(&claim))?;
        held.push((charity, claim, token));
    }
    for (charity, claim, token) in &held {
        let confirm = Confirm { claim_id: claim.claim_id, expense: token.clone(), fence: claim.fence };
        charity.client.ask(&confirm).await?;
        teller.of(charity, CONFIRMED)?;
    }

    // More than is left.
    teller.say(TOO_MUCH)?;
    match sunshine.reserve(&bill, &burden, "8000.00").await {
        Err(Refused::ByRegistry(refusal)) if refusal.is(ProblemKind::OverBurden) => {
            let left = refusal.problem().and_then(|problem| problem.left).map(|left| left.to_string());
            teller.of(sunshine, with(&OVER_BURDEN, &left.unwrap_or_default()))?;
        }
        Err(refused) => return Err(refused.into_trouble()),
        Ok(_) => return Err(Trouble("more was reserved than the family has to bear".to_owned())),
    }

    // To whom who can help otherwise.
    teller.say(REFERRED)?;
    let about = About::Referral { from: recipient(serious.party) };
    let package = scratch.path().join("referral.tzpkg.age");
    let to = [recipient(sunshine.party)];
    fs::write(&package, family::sealed_package(&about, &to, serious.party.signing()?, &members, now)?)?;
    let received = serious.client.submit(&sunshine.party.code.parse()?, &package).await?;
    teller.of(sunshine, taken(&received))?;

    // What was given is told, and taken back with the consent.
    teller.say(REGISTERED)?;
    for (charity, intent) in &intents {
        charity.register_aid(&child, now).await?;
        charity.client.ask(intent).await?;
    }
    teller.of(sunshine, others(&sunshine.look_up(&child).await?))?;
    teller.say(WITHDRAWN)?;
    for consent in &blood.consents {
        blood.client.ask(&WithdrawConsent { commitment: consent.commitment, reason: None }).await?;
    }
    teller.of(sunshine, others(&sunshine.look_up(&child).await?))?;

    teller.say(WHO_LOOKED)?;
    let steps = serious.steps(&child, ConsentPurpose::DuplicateCheck)?;
    let looked = Task::who_looked(steps).run(&serious.client).await?.read::<WhoLooked>()?;
    for charity in &charities {
        let by =
            |access: &&Access| access.member.as_ref().is_some_and(|it| it.as_str() == charity.party.code);
        let times = looked.accesses.iter().filter(by).count();
        if times > 0 {
            teller.of(charity, with(&TIMES, &times))?;
        }
    }
    let unnamed = looked.accesses.iter().filter(|access| access.member.is_none()).count();
    teller.say(with(&UNNAMED, &unnamed))?;

    nodes.stop().await;
    drop(scratch);
    teller.say(STOPPED)
}

/// Why an amount was not reserved.
enum Refused {
    ByRegistry(ClientError),
    Here(Trouble),
}

impl Refused {
    fn into_trouble(self) -> Trouble {
        match self {
            Self::ByRegistry(error) => error.into(),
            Self::Here(trouble) => trouble,
        }
    }
}

impl Charity<'_> {
    fn consent(&self, purpose: ConsentPurpose) -> Result<RegisterConsent, Trouble> {
        let of_purpose = self.consents.iter().find(|consent| consent.purpose == purpose);
        of_purpose.cloned().ok_or_else(Trouble::example)
    }

    fn steps(&self, identities: &[Identity], purpose: ConsentPurpose) -> Result<Vec<TokenStep>, Trouble> {
        Ok(TokenStep::begin(&self.client, identities, self.consent(purpose)?.commitment)?)
    }

    fn fresh_id(&self) -> Result<Id, Trouble> {
        Ok(self.client.surroundings().fresh_id()?)
    }

    async fn announce(&self, child: &[Identity], now: Instant) -> Result<(Found, CloseIntent), Trouble> {
        let (purpose, intent_id) = (ConsentPurpose::DuplicateCheck, self.fresh_id()?);
        let steps = self.steps(child, purpose)?;
        let task = Task::announce(intent_id, EntryClass::Medical, month(now)?, steps);
        let done = task.under(self.consent(purpose)?).run(&self.client).await?;
        let tokens = List::first(done.tokens.iter().filter_map(|token| token.subject()));
        Ok((done.read::<AnnounceIntent>()?, CloseIntent { intent_id, tokens }))
    }

    async fn look_up(&self, child: &[Identity]) -> Result<Found, Trouble> {
        let purpose = ConsentPurpose::DuplicateCheck;
        let task = Task::look_up(self.fresh_id()?, purpose, self.steps(child, purpose)?);
        Ok(task.under(self.consent(purpose)?).run(&self.client).await?.read::<LookUp>()?)
    }

    async fn reserve(
        &self,
        bill: &Identity,
        burden: &Burden,
        amount: &str,
    ) -> Result<(Claim, ExpenseToken), Refused> {
        let here = |trouble: Trouble| Refused::Here(trouble);
        let purpose = ConsentPurpose::ExpenseClaim;
        let amount: Amount = amount.parse().map_err(|_| here(Trouble::example()))?;
        let claim_id = self.fresh_id().map_err(here)?;
        let wish = Wish { claim_id, amount, burden: burden.clone(), hold_days: None, aid_record_id: None };
        let steps = self.steps(std::slice::from_ref(bill), purpose).map_err(here)?;
        let task = Task::reserve(&wish, steps).under(self.consent(purpose).map_err(here)?);
        let done = task.run(&self.client).await.map_err(Refused::ByRegistry)?;
        let claim = done.read::<Reserve>().map_err(Refused::ByRegistry)?;
        let token = done.tokens.first().and_then(|token| token.expense());
        Ok((claim, token.ok_or_else(|| here(Trouble::example()))?))
    }

    async fn register_aid(&self, child: &[Identity], now: Instant) -> Result<(), Trouble> {
        let purpose = ConsentPurpose::AidRegistration;
        let consent = self.consent(purpose)?;
        let mut salt = [0; 32];
        getrandom::fill(&mut salt)?;
        let entry = AidEntry::builder()
            .entry_id(self.fresh_id()?.to_string().parse()?)
            .aid_record_id(self.fresh_id()?.to_string().parse()?)
            .member(self.party.code.parse()?)
            .tokens([].into())
            .coverage_class(EntryClass::Medical)
            .month(month(now)?.to_string().parse()?)
            .status(AidStatus::Paid)
            .consent_commitment(consent.commitment.to_string().parse()?)
            .salt(Hex32(salt).to_string().parse()?)
            .build();
        let steps = self.steps(child, purpose)?;
        Task::append(&entry, steps).under(consent).run(&self.client).await?.read::<AppendEntry>()?;
        Ok(())
    }
}

/// One line in both languages.
struct Line {
    zh: String,
    en: String,
}

impl From<Bilingual> for Line {
    fn from(text: Bilingual) -> Self {
        Self { zh: text.zh.to_owned(), en: text.en.to_owned() }
    }
}

impl Teller {
    fn say(&self, line: impl Into<Line>) -> Result<(), Trouble> {
        self.print("", &line.into())
    }

    fn of(&self, charity: &Charity<'_>, line: impl Into<Line>) -> Result<(), Trouble> {
        let start = match self.0 {
            Lang::ZhCn => format!("   {}：", charity.party.name.zh),
            Lang::En => format!("   {}: ", charity.party.name.en),
        };
        self.print(&start, &line.into())
    }

    fn print(&self, start: &str, line: &Line) -> Result<(), Trouble> {
        let text = match self.0 {
            Lang::ZhCn => &line.zh,
            Lang::En => &line.en,
        };
        // Who reads no more has seen enough.
        answer(format!("{start}{text}\n"), self.0).map_err(|_| Trouble("nobody reads on".to_owned()))
    }
}

fn with(line: &Bilingual, value: &impl std::fmt::Display) -> Line {
    let filled = |text: &str| text.replace("{}", &value.to_string());
    Line { zh: filled(line.zh), en: filled(line.en) }
}

/// What the receiver says of a package.
fn taken(received: &Package) -> Line {
    match received.warnings.len() {
        0 => TAKEN.into(),
        remarks => with(&TAKEN_WITH_REMARKS, &remarks),
    }
}

/// Who else helps or is about to.
fn others(found: &Found) -> Line {
    let aid = found.aid.iter().filter(|aid| !aid.own).count();
    let intents = found.intents.iter().filter(|intent| !intent.own).count();
    match (aid, intents) {
        (0, 0) => NOBODY.into(),
        (0, intents) => with(&ABOUT_TO_HELP, &intents),
        (aid, 0) => with(&HELPED, &aid),
        (aid, intents) => {
            let (aid, intents) = (with(&HELPED, &aid), with(&ABOUT_TO_HELP, &intents));
            Line { zh: format!("{}；{}", aid.zh, intents.zh), en: format!("{}; {}", aid.en, intents.en) }
        }
    }
}

fn reserved(claim: &Claim) -> Line {
    let left = claim.expense.as_ref().map(|expense| expense.left.to_string()).unwrap_or_default();
    Line {
        zh: format!("占用 {} 元，还余 {left} 元", claim.amount),
        en: format!("reserves {} yuan; {left} are left", claim.amount),
    }
}

/// The bill of the second stay in hospital, and what it leaves to the family, from the receipts of the package.
fn bill_of(application: &Application<'_>) -> Result<(Identity, Burden), Trouble> {
    let mut receipts: Vec<Receipt<'_>> = Vec::new();
    for bytes in family::receipts() {
        receipts.push(json::from_slice(bytes).map_err(|_| Trouble::example())?);
    }
    let ledger = expense::expenses(&receipts, Some(application));
    let last = ledger.expenses.last().ok_or_else(Trouble::example)?;
    let (left, source) = last.burden.left.zip(last.burden.source).ok_or_else(Trouble::example)?;
    let bill = expense_of(&last.key)?;
    Ok((bill, Burden { amount: left.into(), source }))
}

/// What the family consented to, one document for each purpose, which stay with the charity; the registry learns a
/// commitment to each.
fn consents(number: usize, party: &Party, now: Instant) -> Result<Vec<RegisterConsent>, Trouble> {
    let mut consents = Vec::new();
    for (place, purpose) in PURPOSES.into_iter().enumerate() {
        let document =
            family::consent(256 + 16 * number + place, &recipient(party), purpose.code())?.to_string();
        let mut salt = [0; 32];
        getrandom::fill(&mut salt)?;
        consents.push(consent::registration(document.as_bytes(), &salt, false, now)?);
    }
    Ok(consents)
}

const fn recipient(party: &Party) -> Recipient {
    Recipient { code: party.code, name: party.registered }
}

/// The month it is in China.
fn month(now: Instant) -> Result<CalendarMonth, Trouble> {
    let day = now.china_date().to_string();
    Ok(day.get(..7).unwrap_or_default().parse()?)
}

const OPENING: Bilingual = Bilingual {
    zh: "同舟演示：一个登记处、三家慈善组织，都在本机运行；人物、号码和金额全是虚构的。",
    en: "Tongzhou demo: one registry and three charities, all on this computer; every person, number and amount is \
         made up.",
};
const ONE_PACKAGE: Bilingual = Bilingual {
    zh: "\n1. 一份资料包，三家都收\n   医院为一家人签名、密封一份资料包，三家各自打开、校验。",
    en: "\n1. One package for three charities\n   The hospital signs and seals the family's package once; each charity \
         opens and checks it.",
};
const TAKEN: Bilingual = Bilingual { zh: "已收，校验通过", en: "received; it passed the check" };
const TAKEN_WITH_REMARKS: Bilingual = Bilingual {
    zh: "已收，校验通过，有 {} 项提醒",
    en: "received; it passed the check (remarks: {})",
};
const ALREADY_HELPED: Bilingual = Bilingual {
    zh: "\n2. 孩子是否已获救助？\n   登记处只见令牌，不知道是哪个孩子；三家中任意两家合力才能生成令牌。每家先声明意向，再看别家。",
    en: "\n2. Has the child been helped already?\n   The registry sees tokens and cannot tell whose; any two of the three \
         charities together make one.\n   Each first says that it is about to help, and then reads what others said.",
};
const NOBODY: Bilingual = Bilingual { zh: "没有其他登记", en: "nobody else so far" };
const ABOUT_TO_HELP: Bilingual =
    Bilingual { zh: "另有 {} 家正准备救助", en: "others that are about to help: {}" };
const HELPED: Bilingual = Bilingual { zh: "另有 {} 项救助登记", en: "aid that others registered: {}" };
const A_QUESTION: Bilingual = Bilingual {
    zh: "   这是一个问题，不是结论：两家通个电话，商定共同资助。",
    en: "   A match is a question and no verdict: the two call each other and agree to share.",
};
const ONE_BILL: Bilingual = Bilingual {
    zh: "\n3. 一张票据，共同分担\n   医保报销之后，这张住院票据还要家庭负担 {} 元。",
    en: "\n3. One bill, shared\n   After insurance the hospital bill leaves {} yuan to the family.",
};
const CONFIRMED: Bilingual = Bilingual { zh: "已确认，可以付款", en: "confirmed; now it pays" };
const TOO_MUCH: Bilingual = Bilingual {
    zh: "\n4. 一张票据不会重复支付\n   第三家也想在同一张票据上占用 8000.00 元。",
    en: "\n4. No bill is paid twice\n   The third would like 8000.00 yuan on the same bill.",
};
const OVER_BURDEN: Bilingual = Bilingual {
    zh: "不予占用，家庭负担只余 {} 元",
    en: "refused, since only {} yuan are left of what the family bears",
};
const REFERRED: Bilingual = Bilingual {
    zh: "\n5. 转介\n   孩子出院后需要租房和陪伴，大病救助基金会把一家人转介给阳光服务中心。",
    en: "\n5. A referral\n   After the hospital the child needs lodging and company; the Serious Illness Fund refers the family to \
         the Sunshine Centre.",
};
const REGISTERED: Bilingual = Bilingual {
    zh: "\n6. 登记救助\n   两家登记了救助：只有令牌、类别和月份，没有姓名和金额。阳光服务中心查询：",
    en: "\n6. Aid is registered\n   Two charities register their aid: tokens, a class and a month, no name and no amount. \
         The Sunshine Centre asks:",
};
const WITHDRAWN: Bilingual = Bilingual {
    zh: "\n7. 撤回授权同意书\n   家庭撤回了给血液病基金会的授权同意书，它的登记随即不再提供。阳光服务中心再查询：",
    en: "\n7. A consent is withdrawn\n   The family withdraws its consents to the Blood Disease Fund, whose entry is shown to \
         nobody from now on. The Sunshine Centre asks again:",
};
const WHO_LOOKED: Bilingual = Bilingual {
    zh: "\n8. 谁看过？\n   监护人有权知道。大病救助基金会代为查询：",
    en: "\n8. Who looked?\n   The guardian may know. The Serious Illness Fund asks on the guardian's behalf:",
};
const TIMES: Bilingual = Bilingual { zh: "{} 次", en: "{} times" };
const UNNAMED: Bilingual = Bilingual {
    zh: "   其授权同意书已撤回、不再写出的一家：{} 次",
    en: "   One whose consent was withdrawn, and who is not named any more: {} times",
};
const STOPPED: Bilingual = Bilingual {
    zh: "\n演示结束：各节点已停止，临时数据已删除。",
    en: "\nDone: the nodes have stopped, and what they kept is deleted.",
};
