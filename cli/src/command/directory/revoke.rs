//! `tongzhou directory revoke`: takes out a member, or gives up one key of it.

use tongzhou::text::Lang;

use crate::{
    args::keys::{self, Revoke},
    exit::Exit,
    key_trouble::KeyTrouble,
    speech::Failure,
};

use super::{renew::revise, trouble};

/// Runs the command.
pub(super) fn run(args: &Revoke, lang: Lang) -> Result<Exit, Failure> {
    let unknown = |all: String| trouble(KeyTrouble::Reason(all));
    revise(&args.directory, args.days.days, &[], lang, |revision, _| {
        let cannot = |fault| trouble(KeyTrouble::Revision(args.directory.clone(), fault));
        match &args.key {
            Some(key) => {
                let reason = keys::key_reason(&args.reason).map_err(unknown)?;
                revision.revoke_key(&args.member, key, reason).map_err(cannot)
            }
            None => {
                let reason = keys::member_reason(&args.reason).map_err(unknown)?;
                revision.revoke(&args.member, reason).map_err(cannot)
            }
        }
    })
}
