//! `id`: ids for what people add by hand.

use std::collections::HashSet;

use tongzhou::value::Uuid7;

use super::program::Scratch;

#[test]
fn one_fresh_id_is_printed_unless_more_are_asked_for() {
    let scratch = Scratch::new("id");
    let mut seen = HashSet::new();
    for (args, count) in [(&["id"][..], 1), (&["id", "1"], 1), (&["id", "5"], 5), (&["id", "1000"], 1000)] {
        let run = scratch.run(args);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.ends_with('\n'), "a line each");
        assert_eq!(run.out.lines().count(), count, "{args:?}");
        for line in run.out.lines() {
            let id: Uuid7 = line.parse().unwrap();
            assert!(seen.insert(id.to_string()), "{id} twice");
        }
    }
}

#[test]
fn a_number_that_nobody_needs_is_wrong_usage() {
    let scratch = Scratch::new("id-wrong");
    for count in ["0", "1001", "-1", "many"] {
        let run = scratch.run(&["id", count]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{count}");
        assert!(!run.err.is_empty());
    }
}
