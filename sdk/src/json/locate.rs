//! From JSON Pointers back to places in the text.

use std::collections::HashMap;

use super::{fault::Fault, lexer::Lexer};

/// Where a pointer leads: the bytes of the value, and those of the member's name where it has one.
///
/// ```
/// use tongzhou::json::{Found, locate};
///
/// let found = locate(r#"{"month": 13}"#, &["/month"]);
/// assert_eq!(found, [Some(Found { value: 10..12, name: Some(1..8) })]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the value.
    pub value: std::ops::Range<usize>,
    /// The bytes of the name before it, with its quotes; absent for elements of arrays and the whole document.
    pub name: Option<std::ops::Range<usize>>,
}

/// The places of `pointers` in `text`, in one pass; `None` for a pointer that leads nowhere or past a fault.
///
/// ```
/// use tongzhou::json::locate;
///
/// let text = r#"{"contacts": [{"name": "示例"}]}"#;
/// let found = locate(text, &["/contacts/0/name", "/illness"]);
/// assert_eq!(found[0].as_ref().map(|found| &text[found.value.clone()]), Some("\"示例\""));
/// assert_eq!(found[1], None);
/// ```
pub fn locate(text: &str, pointers: &[&str]) -> Vec<Option<Found>> {
    let mut wanted: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, pointer) in pointers.iter().enumerate() {
        wanted.entry(pointer).or_default().push(index);
    }
    let mut walk =
        Walk { lexer: Lexer::new(text), path: String::new(), wanted, found: vec![None; pointers.len()] };
    // What was found before a fault is still found.
    let _ = walk.value(None);
    walk.found
}

/// Skips one value.
pub(super) fn skip(lexer: &mut Lexer<'_>) -> Result<(), Fault> {
    match lexer.peek() {
        Some(b'"') => lexer.string().map(drop),
        Some(b'{') => members(lexer, |lexer, _, _| skip(lexer)),
        Some(b'[') => elements(lexer, |lexer, _| skip(lexer)),
        Some(b't') => lexer.literal("true"),
        Some(b'f') => lexer.literal("false"),
        Some(b'n') => lexer.literal("null"),
        Some(b'-' | b'0'..=b'9') => lexer.number().map(drop),
        _ => Err(lexer.unexpected()),
    }
}

fn members<'t>(
    lexer: &mut Lexer<'t>,
    mut each: impl FnMut(&mut Lexer<'t>, &str, std::ops::Range<usize>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    lexer.expect(b'{')?;
    lexer.enter()?;
    let mut first = true;
    while lexer.another(&mut first, b'}')? {
        lexer.peek();
        let start = lexer.at;
        let name = lexer.string()?;
        let end = lexer.at;
        lexer.expect(b':')?;
        each(lexer, &name, start..end)?;
    }
    Ok(())
}

fn elements<'t>(
    lexer: &mut Lexer<'t>,
    mut each: impl FnMut(&mut Lexer<'t>, usize) -> Result<(), Fault>,
) -> Result<(), Fault> {
    lexer.expect(b'[')?;
    lexer.enter()?;
    let mut first = true;
    let mut index = 0;
    while lexer.another(&mut first, b']')? {
        each(lexer, index)?;
        index += 1;
    }
    Ok(())
}

struct Walk<'t, 'p> {
    lexer: Lexer<'t>,
    path: String,
    wanted: HashMap<&'p str, Vec<usize>>,
    found: Vec<Option<Found>>,
}

impl<'t> Walk<'t, '_> {
    fn value(&mut self, name: Option<std::ops::Range<usize>>) -> Result<(), Fault> {
        let kind = self.lexer.peek();
        let start = self.lexer.at;
        let wanted = self.wanted.remove(self.path.as_str()).unwrap_or_default();
        // The beginning is known even where the value turns out to be broken further on.
        for index in &wanted {
            if let Some(place) = self.found.get_mut(*index) {
                *place = Some(Found { value: start..start, name: name.clone() });
            }
        }
        let outcome = match kind {
            Some(b'{') => self.object(),
            Some(b'[') => self.array(),
            _ => skip(&mut self.lexer),
        };
        for index in wanted {
            if let Some(Some(place)) = self.found.get_mut(index) {
                place.value.end = self.lexer.at;
            }
        }
        outcome
    }

    fn object(&mut self) -> Result<(), Fault> {
        let mut lexer = self.lexer.clone();
        let outcome = members(&mut lexer, |lexer, name, place| {
            self.step(&name.replace('~', "~0").replace('/', "~1"), lexer, Some(place))
        });
        self.lexer = lexer;
        outcome
    }

    fn array(&mut self) -> Result<(), Fault> {
        let mut lexer = self.lexer.clone();
        let outcome = elements(&mut lexer, |lexer, index| self.step(&index.to_string(), lexer, None));
        self.lexer = lexer;
        outcome
    }

    /// Visits the value at `lexer` under the path one `step` longer.
    fn step(
        &mut self,
        step: &str,
        lexer: &mut Lexer<'t>,
        name: Option<std::ops::Range<usize>>,
    ) -> Result<(), Fault> {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(step);
        self.lexer = lexer.clone();
        let outcome = self.value(name);
        *lexer = self.lexer.clone();
        self.path.truncate(length);
        outcome
    }
}
