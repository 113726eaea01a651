//! `tongzhou directory revoke`: takes out a member, or gives up one key of it.

use tongzhou::text::Lang;

use crate::{
    args::keys::{self, Revoke},
    exit::Exit,
    key_trouble::KeyTrouble,
    speech::Failure,
};

use super::{public_keys, renew::revise, trouble};

/// Runs the command.
pub(super) fn run(args: &Revoke, lang: Lang) -> Result<Exit, Failure> {
    let unknown = |all: String| trouble(KeyTrouble::Reason(all));
    let mut keys: Vec<String> = args.key.iter().cloned().collect();
    if let Some(file) = &args.keys {
        let public = public_keys(file).map_err(|what| Failure { what, lang })?;
        keys.extend(public.signing.map(|key| key.id().to_string()));
        keys.extend(public.recipient);
    }
    revise(&args.directory, args.days.days, &[], lang, |revision, _| {
        let cannot = |fault| trouble(KeyTrouble::Revision(args.directory.clone(), fault));
        if keys.is_empty() {
            let reason = keys::member_reason(&args.reason).map_err(unknown)?;
            revision.revoke(&args.member, reason).map_err(cannot)?;
        }
        for key in &keys {
            let reason = keys::key_reason(&args.reason).map_err(unknown)?;
            revision.revoke_key(&args.member, key, reason).map_err(cannot)?;
        }
        Ok(String::new())
    })
}
