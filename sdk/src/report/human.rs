//! The report as people read it.

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Write as _},
};

use crate::{
    code::{
        Code,
        lists::{Ask, InputKind, Outcome, ReadyMark, Rung, Severity},
    },
    finding::FindingOutcome,
    text::{Bilingual, Lang},
    validate::{Answer, Checked},
};

use super::place::PlacedFinding;

/// A check's report in one language, ready to be printed.
///
/// ```
/// use tongzhou::{report::human::Human, text::Lang};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let text = Human::new(&checked, Lang::ZhCn).to_string();
/// assert!(text.starts_with("同舟校验报告 · 统一救助申请\n"));
/// assert!(text.contains("怎么办："));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Human<'c> {
    checked: &'c Checked,
    lang: Lang,
}

impl<'c> Human<'c> {
    /// The report of `checked` in `lang`.
    pub fn new(checked: &'c Checked, lang: Lang) -> Self {
        Self { checked, lang }
    }

    fn say(&self, text: Bilingual) -> &'static str {
        text.in_lang(self.lang)
    }
}

impl Display for Human<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        for section in SECTIONS {
            self.section(f, section)?;
        }
        self.whom_to_ask(f)?;
        self.foot(f)
    }
}

/// A group of findings with its heading.
struct Section {
    heading: Bilingual,
    holds: fn(&PlacedFinding) -> bool,
}

const SECTIONS: &[Section] = &[
    Section {
        heading: Bilingual { zh: "需要改正", en: "To be corrected" },
        holds: |placed| is(placed, Severity::Error, FindingOutcome::Fail),
    },
    Section {
        heading: Bilingual { zh: "请核对", en: "Please check again" },
        holds: |placed| is(placed, Severity::Warning, FindingOutcome::Fail),
    },
    Section {
        heading: Bilingual { zh: "无法检查", en: "Could not be checked" },
        holds: |placed| placed.finding.outcome == FindingOutcome::CouldNotCheck,
    },
    Section {
        heading: Bilingual { zh: "提示", en: "Good to know" },
        holds: |placed| is(placed, Severity::Info, FindingOutcome::Fail),
    },
];

fn is(placed: &PlacedFinding, severity: Severity, outcome: FindingOutcome) -> bool {
    placed.finding.rule.severity == severity && placed.finding.outcome == outcome
}

impl Human<'_> {
    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let checked = self.checked;
        let kind = match (checked.kind, checked.document_type) {
            (InputKind::Package, _) => self.say(Bilingual { zh: "资料包", en: "Package" }),
            (InputKind::Document, Some(document_type)) => document_type.title(self.lang),
            (InputKind::Document, None) => self.say(Bilingual { zh: "文件", en: "Document" }),
        };
        writeln!(
            f,
            "{}{kind}",
            self.say(Bilingual { zh: "同舟校验报告 · ", en: "Tongzhou validation report · " })
        )?;
        writeln!(f, "  {}", self.verdict())?;
        self.not_yet(f)?;
        let rungs: Vec<String> = Rung::ALL
            .iter()
            .map(|rung| {
                // The first rung above the one reached is where it fails; those above that were not tried.
                let above =
                    Rung::ALL.iter().filter(|other| checked.rung.is_none_or(|reached| **other > reached));
                let mark = match above.take_while(|other| *other <= rung).count() {
                    0 => '✓',
                    1 => '✗',
                    _ => '–',
                };
                format!("{mark} {}", rung.title(self.lang))
            })
            .collect();
        writeln!(f, "  {}{}", self.say(Bilingual { zh: "等级：", en: "Rungs: " }), rungs.join("  "))?;
        let marks = Bilingual { zh: "标记：", en: "Marks: " };
        let names: Vec<&str> = checked.signers.iter().map(|signer| signer.name.as_str()).collect();
        let signers = match (self.lang, names.as_slice()) {
            (_, []) => String::new(),
            (Lang::ZhCn, names) => format!("（{}）", names.join("、")),
            (Lang::En, names) => format!(" ({})", names.join(", ")),
        };
        writeln!(
            f,
            "  {}{}{signers} · {}",
            self.say(marks),
            checked.signed.title(self.lang),
            ReadyMark::NotAsked.title(self.lang)
        )
    }

    /// The answer in a sentence. It says what was found, never that aid will be given.
    fn verdict(&self) -> &'static str {
        let whole = self.checked.kind == InputKind::Package;
        self.say(match (self.checked.answer(), self.checked.findings.is_empty()) {
            (Answer::Sound, true) if !whole => Bilingual {
                zh: "这份文件没有发现问题。打包以后，请再校验整个资料包。",
                en: "Nothing was found in this document. Once it is packed, please check the whole package too.",
            },
            (Answer::Sound, false) if !whole => Bilingual {
                zh: "这份文件没有发现错误，下面有几处请您再看一看。打包以后，请再校验整个资料包。",
                en: "No error was found in this document; please look once more at what is listed below. Once it is \
                     packed, please check the whole package too.",
            },
            (Answer::Sound, true) => Bilingual {
                zh: "没有发现问题，可以递交。是否给予救助由各慈善组织决定。",
                en: "Nothing was found; it can be handed in. Whether aid is given, each charity decides.",
            },
            (Answer::Sound, false) => Bilingual {
                zh: "可以递交。下面有几处请您再看一看。",
                en: "It can be handed in. Please look once more at what is listed below.",
            },
            (Answer::CouldNotCheck, _) => Bilingual {
                zh: "没有发现错误，但有内容无法检查，还不能下结论。",
                en: "No error was found, but something could not be checked, so there is no answer yet.",
            },
            (Answer::Wrong, _) => Bilingual {
                zh: "有几处需要先改正。请不要着急，下面写明了每一处怎么办、可以找谁。",
                en: "Some things need correcting first. Each is listed below with what to do and whom to ask.",
            },
        })
    }

    /// What is wrong with the form keeps rules from being asked at all; whoever mends it is not to be surprised.
    fn not_yet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let checked = self.checked;
        let waiting = checked.outcomes.count(Outcome::CouldNotCheck) > 0;
        if checked.answer() != Answer::Wrong || checked.rung > Some(Rung::Readable) || !waiting {
            return Ok(());
        }
        let sentence = Bilingual {
            zh: "有些检查要等格式改好才能做，改好后请再校验一次，那时可能还有别的提醒。",
            en: "Some checks have to wait until the form is right: please check once more then; there may be more to \
                 mend.",
        };
        writeln!(f, "  {}", self.say(sentence))
    }

    /// The findings of one section, each rule once with all its places.
    fn section(&self, f: &mut fmt::Formatter<'_>, section: &Section) -> fmt::Result {
        let mut groups: Vec<(String, Vec<&PlacedFinding>)> = Vec::new();
        for placed in self.checked.findings.iter().filter(|placed| (section.holds)(placed)) {
            let message = placed.finding.message(self.lang);
            let same = |(said, group): &&mut (String, Vec<&PlacedFinding>)| {
                *said == message
                    && group.first().is_some_and(|one| one.finding.rule.code == placed.finding.rule.code)
            };
            match groups.iter_mut().find(same) {
                Some((_, group)) => group.push(placed),
                None => groups.push((message, vec![placed])),
            }
        }
        if groups.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{} ({})", self.say(section.heading), groups.len())?;
        for (number, (message, group)) in groups.iter().enumerate() {
            let Some(rule) = group.first().map(|placed| placed.finding.rule) else { continue };
            let words = rule.words(self.lang);
            writeln!(f, "\n{:>3}. {} [{}]", number + 1, words.title, rule.code)?;
            writeln!(f, "     {message}")?;
            for placed in group {
                self.place(f, placed)?;
            }
            writeln!(f, "     {}{}", self.say(Bilingual { zh: "怎么办：", en: "What to do: " }), words.help)?;
        }
        Ok(())
    }

    fn place(&self, f: &mut fmt::Formatter<'_>, placed: &PlacedFinding) -> fmt::Result {
        let mut place = String::new();
        if let Some(title) = placed.entry_title {
            let _ = write!(place, "{} · ", self.say(title));
        }
        if let Some(entry) = placed.entry {
            let _ = write!(place, "{entry}  ");
        }
        if let Some(position) = placed.position {
            let _ = match self.lang {
                Lang::ZhCn => write!(place, "第 {} 行第 {} 列  ", position.line, position.column),
                Lang::En => write!(place, "line {}, column {}  ", position.line, position.column),
            };
        }
        if let Some(pointer) = &placed.pointer {
            place.push_str(pointer.as_str());
        }
        if !place.trim().is_empty() {
            writeln!(f, "       → {}", place.trim_end())?;
        }
        if let Some(excerpt) = placed.excerpt.as_deref().filter(|excerpt| shows_something(excerpt)) {
            let line = placed.position.map_or(0, |position| position.line);
            writeln!(f, "         {line} │ {excerpt}")?;
        }
        Ok(())
    }

    /// Who can help with how much of it.
    fn whom_to_ask(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut by_whom: BTreeMap<Ask, Vec<&'static str>> = BTreeMap::new();
        for placed in &self.checked.findings {
            let rule = placed.finding.rule;
            for ask in rule.ask {
                let codes = by_whom.entry(*ask).or_default();
                if !codes.contains(&rule.code) {
                    codes.push(rule.code);
                }
            }
        }
        if by_whom.is_empty() {
            return Ok(());
        }
        writeln!(f, "\n{}", self.say(Bilingual { zh: "可以找谁", en: "Whom to ask" }))?;
        for (ask, codes) in by_whom {
            let colon = self.say(Bilingual { zh: "：", en: ": " });
            writeln!(f, "  {}{colon}{}", ask.title(self.lang), codes.join(" "))?;
        }
        Ok(())
    }

    fn foot(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outcomes = &self.checked.outcomes;
        let [passed, failed, unknown, not_applicable] =
            [Outcome::Pass, Outcome::Fail, Outcome::CouldNotCheck, Outcome::NotApplicable]
                .map(|outcome| outcomes.count(outcome));
        let day = self.checked.as_of;
        match self.lang {
            Lang::ZhCn => writeln!(
                f,
                "\n规则：{passed} 条通过，{failed} 条有发现，{unknown} 条无法检查，{not_applicable} 条不适用。校验日期 {day}。"
            ),
            Lang::En => writeln!(
                f,
                "\nRules: {passed} passed, {failed} with findings, {unknown} not checked, {not_applicable} not applicable. \
                 Judged as of {day}."
            ),
        }
    }
}

/// Whether there is more in an excerpt than brackets, which help nobody to find a place.
fn shows_something(excerpt: &str) -> bool {
    !excerpt.chars().all(|char| char.is_whitespace() || "{}[],:".contains(char))
}
