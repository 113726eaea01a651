//! A borrowed buffer that is wiped when the one who works in it is done, however that ends.

use std::ops::{Deref, DerefMut};

use zeroize::Zeroize;

/// Lends a buffer and wipes it at the end. It is borrowed so that a test can look at it afterwards.
pub(super) struct Wiped<'b>(pub(super) &'b mut [u8]);

impl Deref for Wiped<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0
    }
}

impl DerefMut for Wiped<'_> {
    fn deref_mut(&mut self) -> &mut [u8] {
        self.0
    }
}

impl Drop for Wiped<'_> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_gone_when_the_loan_ends() {
        let mut buffer = [0; 16];
        {
            let mut lent = Wiped(&mut buffer);
            lent.copy_from_slice(b"a secret of ours");
            assert_eq!(&lent[..], b"a secret of ours");
        }
        assert_eq!(buffer, [0; 16]);
    }
}
