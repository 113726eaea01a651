//! Which child is asked about: by its application, or by its number alone.

use std::{fs::File, io, path::Path};

use tongzhou::{code::lists::DocumentType, json, model::application::Application};
use tongzhou_exchange::token::{Identity, Subjects, subjects_of};
use zeroize::Zeroizing;

use crate::{
    args::asking::OfChild,
    gathered::gather,
    input::{self, read_up_to, type_of},
    speech::What,
    unasked::Unasked,
};

/// A child, as far as a registry is asked about it.
pub(crate) struct Child {
    /// Everything by which it can be told.
    pub(crate) identities: Vec<Identity>,
    /// Its application, where it is told by that: a consent is to be of the same.
    pub(crate) application: Option<String>,
}

impl OfChild {
    /// The child that is meant.
    pub(crate) fn read(&self) -> Result<Child, What> {
        match (&self.id_file, &self.application) {
            (Some(path), _) => Ok(Child { identities: vec![by_number(path)?], application: None }),
            (None, Some(path)) => of_application(path),
            (None, None) => Err(What::NothingToCheck),
        }
    }
}

/// The child of an application; what cannot be used is said by its place.
pub(crate) fn of_application(path: &Path) -> Result<Child, What> {
    let mut texts = Vec::new();
    gather(path, &mut texts)?;
    let text = texts.iter().find(|text| type_of(&text.bytes) == Some(DocumentType::Application));
    let text = text.ok_or_else(|| Unasked::NoApplication(path.to_owned()))?;
    let application: Application<'_> =
        json::from_slice(&text.bytes).map_err(|_| Unasked::ApplicationForm(path.to_owned()))?;
    let Subjects { identities, refused } = subjects_of(&application);
    let places = refused.into_iter().map(|refused| (refused.pointer, refused.refusal.code())).collect();
    if identities.is_empty() {
        return Err(Unasked::NoToken(path.to_owned(), places).into());
    }
    Ok(Child { identities, application: Some(application.application_id.as_str().to_owned()) })
}

fn by_number(path: &Path) -> Result<Identity, What> {
    let read = if input::is_standard(path) {
        read_up_to(io::stdin().lock(), MAX_LINE)
    } else {
        File::open(path).and_then(|file| read_up_to(file, MAX_LINE))
    };
    let bytes = Zeroizing::new(read.map_err(|error| What::Read(path.to_owned(), error))?);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let number = std::str::from_utf8(line).unwrap_or_default();
    Identity::resident_id(number)
        .map_err(|refusal| Unasked::NoToken(path.to_owned(), vec![(String::new(), refusal.code())]).into())
}

const MAX_LINE: usize = 1024;
