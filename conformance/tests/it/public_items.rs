//! The public items of a crate, as its sources declare them, with their documentation.
//!
//! What is `pub` is taken for public: the lint `unreachable_pub` sees to it that nothing else is called so. What a
//! macro makes is found in the text of the macro.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, ImplItem, Item, Lit, Meta, Visibility};
use tongzhou_conformance::repository::TextFile;

/// A public item.
#[derive(Clone, Debug)]
pub(crate) struct PublicItem {
    /// The file, from the root of the repository.
    pub(crate) path: String,
    pub(crate) line: usize,
    /// Its name; of what belongs to a type or trait, with the type's before it.
    pub(crate) name: String,
    /// The type that it belongs to.
    pub(crate) of: Option<String>,
    pub(crate) documentation: String,
}

/// The public items of a file, in its order.
pub(crate) fn of_file(file: &TextFile) -> Vec<PublicItem> {
    let parsed = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let mut reading = Reading { path: &file.path, items: Vec::new() };
    reading.all(&parsed.items);
    reading.items
}

/// What a file says of itself.
pub(crate) fn page(file: &TextFile) -> String {
    let parsed = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    documentation(&parsed.attrs)
}

struct Reading<'f> {
    path: &'f str,
    items: Vec<PublicItem>,
}

impl Reading<'_> {
    fn all(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Const(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Enum(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Fn(it) => self.add(&it.vis, &it.attrs, &it.sig.ident, None),
            Item::Static(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Struct(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Trait(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Type(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Union(it) => self.add(&it.vis, &it.attrs, &it.ident, None),
            Item::Impl(it) if it.trait_.is_none() => {
                let Some(of) = type_name(&it.self_ty) else { return };
                for member in &it.items {
                    match member {
                        ImplItem::Const(it) => self.add(&it.vis, &it.attrs, &it.ident, Some(&of)),
                        ImplItem::Fn(it) => self.add(&it.vis, &it.attrs, &it.sig.ident, Some(&of)),
                        _ => {}
                    }
                }
            }
            // A module within the file.
            Item::Mod(it) if !is_test(&it.attrs) => {
                if let Some((_, items)) = &it.content {
                    self.all(items);
                }
            }
            Item::Macro(it) => {
                if let Some(name) = &it.ident {
                    if it.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export")) {
                        self.push(name.to_string(), name.span().start().line, None, documentation(&it.attrs));
                    }
                    self.made_by_macro(it.mac.tokens.clone(), None);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, vis: &Visibility, attributes: &[Attribute], name: &syn::Ident, of: Option<&str>) {
        if matches!(vis, Visibility::Public(_)) && !is_hidden(attributes) && !is_test(attributes) {
            self.push(name.to_string(), name.span().start().line, of, documentation(attributes));
        }
    }

    fn push(&mut self, name: String, line: usize, of: Option<&str>, documentation: String) {
        let name = of.map_or_else(|| name.clone(), |of| format!("{of}::{name}"));
        let (path, of) = (self.path.to_owned(), of.map(str::to_owned));
        self.items.push(PublicItem { path, line, name, of, documentation });
    }

    /// What the tokens of a macro declare public: attributes, `pub`, a keyword, a name.
    fn made_by_macro(&mut self, tokens: TokenStream, within: Option<&str>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut documentation = String::new();
        let mut of = within.map(str::to_owned);
        for (at, token) in tokens.iter().enumerate() {
            let word = |offset: usize| tokens.get(at + offset).map(ToString::to_string).unwrap_or_default();
            match token {
                TokenTree::Group(group) => {
                    if at > 0 && word_before(&tokens, at) == "#" {
                        documentation.push_str(&strings(group.stream()));
                        documentation.push('\n');
                    } else {
                        self.made_by_macro(group.stream(), of.as_deref());
                        documentation.clear();
                        of = within.map(str::to_owned);
                    }
                }
                TokenTree::Ident(ident) if ident == "impl" => {
                    of = implemented(tokens.get(at + 1..).unwrap_or_default());
                }
                TokenTree::Ident(ident) if ident == "pub" => {
                    let mut next = 1;
                    while ["const", "unsafe", "async"].contains(&word(next).as_str())
                        && ["fn", "unsafe", "async"].contains(&word(next + 1).as_str())
                    {
                        next += 1;
                    }
                    if ["const", "enum", "fn", "struct", "trait", "type"].contains(&word(next).as_str()) {
                        let name = named(&word(next + 1), &word(next + 2));
                        let line = ident.span().start().line;
                        self.push(name, line, within, std::mem::take(&mut documentation));
                    }
                }
                _ => {}
            }
        }
    }
}

/// A name in the text of a macro, which may be a variable.
fn named(first: &str, second: &str) -> String {
    if first == "$" { format!("${second}") } else { first.to_owned() }
}

/// The name of the type that `impl` without a trait is of, from behind the word.
fn implemented(tokens: &[TokenTree]) -> Option<String> {
    let head: Vec<String> = tokens
        .iter()
        .take_while(|token| !matches!(token, TokenTree::Group(_)))
        .map(ToString::to_string)
        .collect();
    let generics = if head.first().is_some_and(|first| first == "<") {
        head.iter().position(|token| token == ">").map_or(0, |end| end + 1)
    } else {
        0
    };
    let head = &head[generics..];
    let of_trait = head.iter().any(|token| token == "for");
    (!of_trait && !head.is_empty()).then(|| named(&head[0], head.get(1).map_or("", String::as_str)))
}

fn word_before(tokens: &[TokenTree], at: usize) -> String {
    tokens.get(at.wrapping_sub(1)).map(ToString::to_string).unwrap_or_default()
}

fn type_name(of: &syn::Type) -> Option<String> {
    match of {
        syn::Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("doc") && list.tokens.to_string() == "hidden",
        _ => false,
    })
}

fn documentation(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
        {
            match &pair.value {
                Expr::Lit(literal) => {
                    if let Lit::Str(line) = &literal.lit {
                        text.push_str(&line.value());
                    }
                }
                // `concat!` of parts.
                Expr::Macro(made) => text.push_str(&strings(made.mac.tokens.clone())),
                _ => panic!("documentation that is no text"),
            }
            text.push('\n');
        }
    }
    text
}

/// The texts among tokens, one after the other.
fn strings(tokens: TokenStream) -> String {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Literal(literal) => syn::parse_str::<syn::LitStr>(&literal.to_string())
                .map(|text| text.value())
                .unwrap_or_default(),
            TokenTree::Group(group) => strings(group.stream()),
            _ => String::new(),
        })
        .collect()
}
