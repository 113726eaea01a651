//! What the changelog says of verdicts: the starred entries that are not released yet.

use super::Checkout;

/// The starred entries of the unreleased section.
pub(super) fn starred(checkout: &Checkout) -> Vec<String> {
    entries(checkout.text("CHANGELOG.md").unwrap_or_default())
}

fn entries(text: &str) -> Vec<String> {
    let section =
        text.split("\n## ").find_map(|section| section.strip_prefix("Unreleased")).unwrap_or_default();
    let entries = section.split("\n- ").skip(1);
    entries.filter(|entry| entry.starts_with('★')).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn a_starred_entry_counts_until_it_is_released() {
        let text = "# Changelog\n\n## Unreleased\n\nWords.\n\n- One: TZ-A\n- ★ Two: TZ-B\n  and more\n\n## 1.0\n\n- ★ TZ-C\n";
        assert_eq!(entries(text), ["★ Two: TZ-B\n  and more\n"]);
    }
}
