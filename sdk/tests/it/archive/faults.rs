//! The list of faults.

use std::{collections::HashSet, fs, path::PathBuf};

use tongzhou::package::fault::FaultKind;

#[test]
fn every_kind_has_its_own_code_and_its_own_sentence() {
    let codes: HashSet<_> = FaultKind::ALL.iter().map(|kind| kind.slug()).collect();
    let sentences: HashSet<_> = FaultKind::ALL.iter().map(ToString::to_string).collect();
    assert_eq!((codes.len(), sentences.len()), (FaultKind::ALL.len(), FaultKind::ALL.len()));
    for kind in FaultKind::ALL {
        let from_variant = format!("{kind:?}").chars().fold(String::new(), |mut code, letter| {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(letter.to_ascii_lowercase());
            code
        });
        assert_eq!(from_variant, kind.slug());
    }
}

#[test]
fn every_kind_is_shown_by_a_test_of_its_own() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/archive");
    let sources: String =
        fs::read_dir(folder).unwrap().map(|item| fs::read_to_string(item.unwrap().path()).unwrap()).collect();
    for kind in FaultKind::ALL {
        assert!(sources.contains(&format!("FaultKind::{kind:?}")), "no test shows {kind:?}");
    }
}
