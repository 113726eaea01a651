//! `node store-check`: a database is tried before it is relied on.

use super::program::Scratch;

#[test]
fn the_database_inside_does_what_claims_rely_on() {
    let scratch = Scratch::new("store-check");
    let run = scratch.run(&["node", "store-check", "sqlite:try.db"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.lines().count() >= 8 && run.out.lines().all(|line| line.starts_with('✓')), "{}", run.out);
}

#[test]
fn what_is_no_database_is_not_tried() {
    let scratch = Scratch::new("store-check-none");
    for address in ["mysql://localhost/try", "sqlite:no/such/folder/try.db"] {
        let run = scratch.run(&["node", "store-check", address]);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{address}");
        assert!(!run.err.is_empty());
    }
}
