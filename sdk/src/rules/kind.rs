//! What there is once for each kind of document: the list of those in a case, the way a rule looks at one, and the
//! run over all of them. The kinds are the rows of [`for_each_document`].

use crate::{
    code::lists::DocumentType,
    model::{StandardDocument, Typed, for_each_document, id_member},
    pointer,
};

use super::{
    case::Case,
    rule::Stage,
    run::{Judged, Listed, TextRules},
    sink::Sink,
    walk::{Text, TextSort},
};

/// A document that has its shape.
#[derive(Debug)]
pub(crate) struct Document<T> {
    /// Its number in [`Case::entries`]; absent for a document checked alone.
    pub(crate) entry: Option<usize>,
    /// The document.
    pub(crate) value: T,
}

/// What is known of a document whatever its kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'d> {
    /// The type of the document.
    pub(crate) document_type: DocumentType,
    /// Its number in [`Case::entries`]; absent for a document checked alone.
    pub(crate) entry: Option<usize>,
    /// The member that is its own id, and the id.
    pub(crate) id: Option<(&'static str, &'d str)>,
}

/// Looks at a text.
pub(crate) type TextCheck = fn(&Text<'_>, &Case<'_>, &mut Sink<'_>);
/// Looks at a whole package.
pub(crate) type PackageCheck = fn(&Case<'_>, &mut Sink<'_>);

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $field:ident, ($($id:ident $member:literal)?);)+) => {
        use crate::model::{$($kind),+};

        /// The documents that could be read, by their kinds.
        #[derive(Debug, Default)]
        pub(crate) struct Documents<'a> {
            $($(#[$doc])* pub(crate) $field: Vec<Document<$kind<'a>>>,)+
        }

        impl<'a> Documents<'a> {
            /// Adds a document that stands in the entry of this number, or alone.
            pub(crate) fn add(&mut self, entry: Option<usize>, typed: Typed<'a>) {
                match typed {
                    $(Typed::$kind(value) => self.$field.push(Document { entry, value: *value }),)+
                }
            }

            /// All of them, kind by kind.
            pub(crate) fn all(&self) -> impl Iterator<Item = Known<'_>> {
                std::iter::empty()
                    $(.chain(self.$field.iter().map(|document| Known {
                        document_type: DocumentType::$kind,
                        entry: document.entry,
                        id: id_member(DocumentType::$kind).zip(document.value.id()),
                    })))+
            }
        }

        /// How a rule is checked: what it looks at, and the function that looks. A function reports to the
        /// [`Sink`]; where it says nothing at all, the rule was not applicable.
        #[derive(Clone, Copy)]
        #[expect(dead_code, reason = "there is one for each type, and no rule looks at reports of checks")]
        pub(crate) enum Check {
            /// By a stage before the rules, which reports by itself.
            Stage(Stage),
            /// On each text of this sort, wherever it stands; all such rules share one walk.
            Text(TextSort, TextCheck),
            /// Once on a whole package, where documents are held against each other and against the papers. Not
            /// applicable to a document checked alone.
            Package(PackageCheck),
            $(
                #[doc = concat!("On each document of the type [`", stringify!($kind), "`].")]
                $kind(fn(&$kind<'_>, &Case<'_>, &mut Sink<'_>)),
            )+
        }

        impl std::fmt::Debug for Check {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(match self {
                    Self::Stage(_) => "Stage",
                    Self::Text(..) => "Text",
                    Self::Package(_) => "Package",
                    $(Self::$kind(_) => stringify!($kind),)+
                })
            }
        }

        /// The rules by what they look at, so that a check meets only those it can use.
        #[derive(Default)]
        pub(super) struct ByKind {
            /// By [`Stage`].
            pub(super) stage: [Vec<usize>; Stage::COUNT],
            /// By [`TextSort`].
            text: TextRules,
            pub(super) package: Vec<Listed<PackageCheck>>,
            $($field: Vec<Listed<fn(&$kind<'_>, &Case<'_>, &mut Sink<'_>)>>,)+
        }

        impl ByKind {
            /// Adds the rule at `index` among all.
            pub(super) fn add(&mut self, index: usize, rule: &'static super::Rule) {
                match rule.check {
                    Check::Stage(stage) => {
                        self.stage.get_mut(stage as usize).into_iter().for_each(|of| of.push(index));
                    }
                    Check::Text(sort, check) => {
                        let of_sort = self.text.get_mut(sort as usize).into_iter();
                        of_sort.for_each(|of| of.push(Listed::new(index, rule, check)));
                    }
                    Check::Package(check) => self.package.push(Listed::new(index, rule, check)),
                    $(Check::$kind(check) => self.$field.push(Listed::new(index, rule, check)),)+
                }
            }

            /// The rules about texts over every document whose kind has none of its own about them.
            pub(super) fn over_texts(&self, judged: &mut Judged<'_, '_>) {
                let case = judged.case;
                $(if !HAVE_THEIR_OWN.contains(&DocumentType::$kind) {
                    for document in &case.documents.$field {
                        let of = (document.entry, document.value.standard_version);
                        judged.by_texts(&self.text, of, DocumentType::$kind, &document.value);
                    }
                })+
            }

            /// Each rule over every document of its kind.
            pub(super) fn over_documents(&self, judged: &mut Judged<'_, '_>) {
                let case = judged.case;
                $(for document in &case.documents.$field {
                    let of = (document.entry, document.value.standard_version);
                    judged.by(&self.$field, of, |check, sink| check(&document.value, case, sink));
                })+
                // A directory holds the entries of members as they are, and what holds for an entry holds there.
                for document in &case.documents.directories {
                    for (number, member) in document.value.members.iter().enumerate() {
                        judged.by_within(
                            &self.members,
                            (document.entry, member.standard_version),
                            &pointer!["members", number],
                            |check, sink| check(member, case, sink),
                        );
                    }
                }
            }
        }
    };
}

for_each_document!(kinds);

/// The kinds of documents with rules of their own about dates, codes, amounts and words.
const HAVE_THEIR_OWN: &[DocumentType] =
    &[DocumentType::Consent, DocumentType::Manifest, DocumentType::Receipt];
