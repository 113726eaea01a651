//! What somebody probably meant to write.

/// The one of `words` that `written` is a slip of: the same letters but for capitals, underscores and hyphens,
/// or at most two slips away (a letter more, less, another, or two changed places), and never half the word.
pub(super) fn closest(written: &str, words: impl Iterator<Item = &'static str>) -> Option<&'static str> {
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

/// The letters and digits alone, in lower case.
fn bare(word: &str) -> String {
    word.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase).collect()
}

const MOST_SLIPS: usize = 2;
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
