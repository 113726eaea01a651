//! The rules of the standard: one file each, by area, and the catalogue of all of them.
//!
//! A rule is data ([`Rule`]); its check, where no [`Stage`] makes it, is a function over a document or over a whole
//! package. Rules know nothing of files, archives or of how a report is printed.
//!
//! ```
//! use tongzhou::{rules, text::Lang};
//!
//! let rule = rules::find("TZ-CHD-001").expect("a rule");
//! assert_eq!(rule.slug, "child-resident-id-check-digit");
//! assert_eq!(rule.words(Lang::ZhCn).title, "孩子的身份证号校验位不符");
//! ```

mod aen;
mod aid;
mod app;
mod area;
mod calendar;
mod cap;
mod case;
mod chain;
mod chd;
mod cns;
mod dcl;
mod dec;
mod dir;
mod doc;
mod ecv;
mod funds;
mod grd;
mod hhd;
mod hospital;
mod identifier;
mod ins;
mod itk;
pub(crate) mod jsn;
mod kind;
mod manifest;
mod med;
mod month;
mod need;
mod organisation;
mod oth;
mod outcomes;
mod pay;
pub(crate) mod pkg;
mod prg;
mod rcp;
mod reading;
mod rec;
mod references;
mod req;
mod rfr;
mod rpt;
mod rule;
mod run;
pub(crate) mod sch;
pub(crate) mod sig;
mod sink;
mod stage;
mod steps;
mod sus;
mod uses;
mod walk;

use std::sync::LazyLock;

use crate::{amount, code::lists::Outcome};

pub use area::Area;
pub use outcomes::Outcomes;
pub use rule::{Change, Example, Expect, Rule, Stage, Status, Validity, Words};

pub(crate) use case::{Case, Entry, SignatureFile};
pub(crate) use kind::{Check, Document};
pub(crate) use run::run;
pub(crate) use sink::Sink;
pub(crate) use walk::{Text, TextSort};

/// Every rule, by code.
///
/// ```
/// use tongzhou::{code::lists::Severity, rules};
///
/// let about_receipts = rules::all().iter().filter(|rule| rule.area() == "RCP");
/// println!("{} of them errors", about_receipts.filter(|rule| rule.severity == Severity::Error).count());
/// assert!(rules::all().is_sorted_by_key(|rule| rule.code));
/// ```
pub fn all() -> &'static [&'static Rule] {
    static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
        let mut rules: Vec<&'static Rule> = AREAS.iter().flat_map(|area| area.iter().copied()).collect();
        rules.sort_by_key(|rule| rule.code);
        rules
    });
    &ALL
}

/// The rule with this code.
///
/// ```
/// use tongzhou::rules;
///
/// assert_eq!(rules::find("TZ-APP-001").map(|rule| rule.slug), Some("date-not-in-calendar"));
/// assert!(rules::find("TZ-APP-999").is_none());
/// ```
pub fn find(code: &str) -> Option<&'static Rule> {
    all().binary_search_by(|rule| rule.code.cmp(code)).ok().and_then(|index| all().get(index)).copied()
}

/// What stands, in an application that was just begun, wherever something is still to be filled in: please fill in.
///
/// ```
/// use tongzhou::{build::Sound, model::Application, rules::TO_BE_FILLED, validate::Options};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// // Whoever begins an application writes this, and nobody sends it by mistake.
/// let mut begun: Application<'_> = serde_json::from_slice(shipped("emergency/application.json"))?;
/// begun.illness = TO_BE_FILLED.parse()?;
/// assert!(Sound::new(begun, &Options::on("2026-10-01".parse()?)).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const TO_BE_FILLED: &str = "请填写";

/// Whether the package holds what its manifest lists and nothing else, each entry by its size and digest, so that a
/// signature over the manifest is one over the package; and whether the sender has signed.
pub(crate) fn is_what_its_sender_signed(outcomes: &Outcomes) -> bool {
    let held = |rule: &&Rule| matches!(outcomes.of(rule), Outcome::Pass | Outcome::NotApplicable);
    manifest::INTEGRITY.iter().all(held) && held(&sig::SENDER_HAS_SIGNED)
}

/// The rules of each area.
const AREAS: &[&[&Rule]] = &[
    aen::RULES,
    aid::RULES,
    app::RULES,
    cap::RULES,
    chd::RULES,
    cns::RULES,
    dcl::RULES,
    dec::RULES,
    dir::RULES,
    doc::RULES,
    ecv::RULES,
    grd::RULES,
    hhd::RULES,
    ins::RULES,
    itk::RULES,
    jsn::RULES,
    manifest::RULES,
    med::RULES,
    oth::RULES,
    pay::RULES,
    pkg::RULES,
    pkg::archive::RULES,
    prg::RULES,
    rcp::RULES,
    rec::RULES,
    req::RULES,
    rfr::RULES,
    rpt::RULES,
    sch::RULES,
    sus::RULES,
    sig::RULES,
    sig::sealed::RULES,
];
