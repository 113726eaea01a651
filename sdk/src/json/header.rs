//! A look at the top of a document before its type is known.

use std::borrow::Cow;

use super::{fault::Fault, lexer::Lexer, locate::skip};

/// The text of the member `name` of the object that `text` is; `None` where there is no such member, it is no
/// string, or the text is not sound up to it. Only what stands before the member is read.
///
/// ```
/// use tongzhou::json::text_member;
///
/// let text = r#"{"standard": "tongzhou", "documentType": "receipt", "total": broken"#;
/// assert_eq!(text_member(text, "documentType").as_deref(), Some("receipt"));
/// assert_eq!(text_member(text, "receiptId"), None);
/// ```
pub fn text_member<'t>(text: &'t str, name: &str) -> Option<Cow<'t, str>> {
    find(text, name).ok().flatten()
}

fn find<'t>(text: &'t str, name: &str) -> Result<Option<Cow<'t, str>>, Fault> {
    let mut lexer = Lexer::new(text);
    lexer.expect(b'{')?;
    lexer.enter()?;
    let mut first = true;
    while lexer.another(&mut first, b'}')? {
        let found = lexer.string()? == name;
        lexer.expect(b':')?;
        if found {
            return if lexer.peek() == Some(b'"') { lexer.string().map(Some) } else { Ok(None) };
        }
        skip(&mut lexer)?;
    }
    Ok(None)
}
