//! How many document types, fields, rules and requirements there are: the numbers that the READMEs give.

use std::{collections::BTreeSet, fmt};

use serde_json::Value;
use tongzhou::{
    code::{
        Code,
        lists::{DocumentType, Severity},
    },
    model,
    rules::Rule,
    text::Lang,
};

use crate::trace::{Counts, Trace};

/// The numbers, to be printed in one language.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    types: usize,
    fields: usize,
    rules: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    examples: usize,
    requirements: Counts,
    lang: Lang,
}

impl Numbers {
    /// The numbers of these rules and this table.
    pub fn of(rules: &[&Rule], trace: &Trace, lang: Lang) -> Self {
        let with = |severity| rules.iter().filter(|rule| rule.severity == severity).count();
        Self {
            types: DocumentType::ALL.len(),
            fields: fields(),
            rules: rules.len(),
            errors: with(Severity::Error),
            warnings: with(Severity::Warning),
            infos: with(Severity::Info),
            examples: rules.iter().map(|rule| rule.examples.len()).sum(),
            requirements: trace.counts(),
            lang,
        }
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { types, fields, rules, errors, warnings, infos, examples, .. } = self;
        let Counts { requirements, binding, covered, reasoned } = self.requirements;
        match self.lang {
            Lang::ZhCn => write!(
                f,
                "文件类型 {types} 种，字段 {fields} 个；规则 {rules} 条（错误 {errors}、警告 {warnings}、提示 {infos}），附示例 {examples} 个；要求 {requirements} 条，\
                 其中必须或应当遵守的 {binding} 条：{covered} 条有规则或测试检查，{reasoned} 条写明了无法检查的原因。"
            ),
            Lang::En => write!(
                f,
                "{types} document types with {fields} fields; {rules} rules ({errors} errors, {warnings} warnings, {infos} of information) with {examples} examples; \
                 {requirements} requirements, of which {binding} bind (MUST or SHOULD): {covered} are covered by a rule or a \
                 test, {reasoned} give the reason why nothing can check them."
            ),
        }
    }
}

/// The members of all objects that the schemas define. An object that several types of documents share is one.
fn fields() -> usize {
    let mut fields = BTreeSet::new();
    for document_type in DocumentType::ALL {
        let schema = model::schema_of(*document_type);
        let definitions = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        let all = definitions.map(|(name, inner)| (name.as_str(), inner));
        for (object, inner) in all.chain([(document_type.code(), &schema)]) {
            let members = inner.get("properties").and_then(Value::as_object);
            let members = members.into_iter().flat_map(|members| members.keys());
            fields.extend(members.map(|member| (object.to_owned(), member.clone())));
        }
    }
    fields.len()
}
