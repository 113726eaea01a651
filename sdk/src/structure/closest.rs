//! What somebody probably meant to write.

use crate::{
    code::{self, Codelist},
    text::Lang,
};

/// The one of `words` that `written` is a slip of: the same letters but for capitals, underscores and hyphens,
/// or at most two slips away (a letter more, less, another, or two changed places), and never half the word.
pub(crate) fn closest(written: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if written.len() > LONGEST {
        return None;
    }
    let bare = bare(written);
    words
        .filter_map(|word| {
            let slips = if bare == self::bare(word) { 0 } else { strsim::osa_distance(written, word) };
            (slips <= MOST_SLIPS && slips * 2 < word.chars().count().max(1)).then_some((slips, word))
        })
        .min()
        .map(|(_, word)| word)
}

/// The one of a list's `codes` that was meant by `written`: one that it is a slip of, or else one whose title stands
/// there in place of the code, in either language, by itself or with words around it.
pub(super) fn closest_code(written: &str, list: &str, codes: &[&'static str]) -> Option<&'static str> {
    closest(written, codes.iter().copied()).or_else(|| of_title(written, code::list(list)?, codes))
}

fn of_title(written: &str, list: &Codelist, codes: &[&'static str]) -> Option<&'static str> {
    let letters = letters(written);
    if written.len() > LONGEST || letters.is_empty() {
        return None;
    }
    let titles: Vec<(String, &'static str)> = codes
        .iter()
        .filter_map(|code| Some((*code, list.row(code)?)))
        .flat_map(|(code, row)| [Lang::ZhCn, Lang::En].map(|lang| (self::letters(row.title(lang)), code)))
        .collect();
    let only = |holds: &dyn Fn(&str) -> bool| {
        let mut found = titles.iter().filter(|(title, _)| holds(title)).map(|(_, code)| *code);
        let first = found.next()?;
        found.all(|code| code == first).then_some(first)
    };
    let part = |inner: &str, whole: &str| inner.len() >= SHORTEST_PART && whole.contains(inner);
    only(&|title| title == letters).or_else(|| only(&|title| part(&letters, title))).or_else(|| {
        // Of "male" and "female" the one that says more.
        let longest = titles.iter().map(|(title, _)| title).filter(|title| part(title, &letters));
        let longest = longest.map(String::len).max()?;
        only(&|title| title.len() == longest && part(title, &letters))
    })
}

/// The letters and digits of any script alone, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The letters and digits alone, in lower case.
fn bare(word: &str) -> String {
    word.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase).collect()
}

const MOST_SLIPS: usize = 2;
/// How many bytes of a title say something: one Chinese character, or three Latin letters.
const SHORTEST_PART: usize = 3;
/// Longer than any word of the standard; what is longer is no slip of one.
const LONGEST: usize = 100;

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    const WORDS: &[&str] = &["birthDate", "birthOrder", "name", "sex", "hospital-set-off", "applicationId"];

    #[test]
    fn slips_of_the_pen_are_recognised() {
        for (written, meant) in [
            ("birthdate", Some("birthDate")),
            ("birth_date", Some("birthDate")),
            ("BIRTH-DATE", Some("birthDate")),
            ("brithDate", Some("birthDate")),
            ("birtDate", Some("birthDate")),
            ("birthDaate", Some("birthDate")),
            ("appliactionid", Some("applicationId")),
            ("nmae", Some("name")),
            ("hospitalSetOff", Some("hospital-set-off")),
            ("sax", Some("sex")),
            ("set", Some("sex")),
            ("six5", None),
            ("game1", None),
            ("", None),
            ("姓名", None),
            ("dateOfBirth", None),
        ] {
            assert_eq!(closest(written, WORDS.iter().copied()), meant, "{written}");
        }
    }

    #[test]
    fn a_title_in_place_of_a_code_is_recognised() {
        let codes = |list: &str| -> Vec<&'static str> {
            crate::code::list(list).unwrap().rows().iter().map(crate::code::Row::code).collect()
        };
        for (list, written, meant) in [
            ("sex", "女", Some("female")),
            ("sex", "女性", Some("female")),
            ("sex", "Not stated", Some("unstated")),
            ("sex", "A female child", Some("female")),
            ("sex", "未知的性别", Some("unknown")),
            ("sex", "性别", None),
            ("sex", "girl", None),
            ("sex", " ", None),
            ("treatment-stage", "维持治疗", Some("maintenance")),
            ("treatment-stage", "康复", Some("rehabilitation")),
            ("treatment-stage", "transplant", Some("transplanted")),
            ("treatment-stage", "chemo", None),
            ("document-type", "申请", Some("application")),
            ("document-type", "授权同意书", Some("consent")),
        ] {
            let codes = codes(list);
            assert_eq!(closest_code(written, list, &codes), meant, "{list} {written}");
        }
    }

    quickcheck! {
        fn two_letters_that_changed_places_are_recognised(at: usize) -> bool {
            let mut letters: Vec<char> = "applicationId".chars().collect();
            let at = at % (letters.len() - 1);
            letters.swap(at, at + 1);
            closest(&letters.iter().collect::<String>(), WORDS.iter().copied()) == Some("applicationId")
        }

        fn whatever_is_written_is_judged(written: String) -> bool {
            closest(&written, WORDS.iter().copied()).is_none_or(|word| WORDS.contains(&word))
        }
    }
}
