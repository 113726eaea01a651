//! How people read it.

use expect_test::expect_file;
use tongzhou::{report::human::Human, text::Lang};

use super::{changed, check};

fn said(bytes: &[u8], name: &str) {
    let checked = check(bytes);
    // The counts at the end change with every rule that is added.
    let body = |lang| {
        let text = Human::new(&checked, lang).to_string();
        text.trim_end().rsplit_once("\n\n").unwrap().0.to_owned() + "\n"
    };
    for lang in [Lang::ZhCn, Lang::En] {
        let file =
            format!("{}/tests/it/structure/said/{name}.{}.txt", env!("CARGO_MANIFEST_DIR"), lang.tag());
        expect_file![file].assert_eq(&body(lang));
    }
}

#[test]
fn a_file_that_stops_in_the_middle() {
    said(b"{\n  \"standard\": \"tong", "file-that-stops-in-the-middle");
}

#[test]
fn a_missing_member() {
    said(&changed("  \"illness\": \"白血病，住院治疗中\",\n", ""), "missing-member");
}

#[test]
fn a_misspelt_member() {
    said(&changed("\"birthDate\"", "\"birthdate\""), "misspelt-member");
}

#[test]
fn a_misspelt_code() {
    said(&changed("\"female\"", "\"Female\""), "misspelt-code");
}

#[test]
fn an_amount_as_a_number() {
    said(&changed("\"12000.00\"", "12000"), "amount-as-number");
}

#[test]
fn a_newer_version() {
    said(&changed("\"1.0\"", "\"1.1\""), "newer-version");
}

#[test]
fn a_title_in_place_of_a_code() {
    said(&changed("\"female\"", "\"女\""), "title-for-code");
}

#[test]
fn a_code_that_nothing_comes_near() {
    said(&changed("\"female\"", "\"甲\""), "unheard-of-code");
}
