//! The hospitals that an application names, each with its place.

use crate::{
    model::{application::Application, organisation::Hospital},
    pointer,
    pointer::Pointer,
};

/// Where an application names a hospital.
#[derive(Clone, Copy, Debug)]
pub(super) enum Site {
    /// As the one that treats the child.
    Treating,
    /// Among the others, by its place in the list.
    Other(usize),
    /// As the one that made the diagnosis of this place in the list.
    Diagnosing(usize),
}

impl Site {
    /// The place.
    pub(super) fn pointer(self) -> Pointer {
        match self {
            Self::Treating => pointer!["treatment", "hospital"],
            Self::Other(index) => pointer!["treatment", "otherHospitals", index],
            Self::Diagnosing(index) => pointer!["diagnoses", index, "hospital"],
        }
    }
}

/// Every hospital of the application.
pub(super) fn hospitals<'x, 'a>(
    application: &'x Application<'a>,
) -> impl Iterator<Item = (&'x Hospital<'a>, Site)> {
    let diagnosing = (application.diagnoses.iter().enumerate())
        .filter_map(|(index, diagnosis)| Some((diagnosis.hospital.as_ref()?, Site::Diagnosing(index))));
    let treating = application.treatment.iter().flat_map(|treatment| {
        let others = treatment.other_hospitals.iter().enumerate();
        (treatment.hospital.iter().map(|hospital| (hospital, Site::Treating)))
            .chain(others.map(|(index, hospital)| (hospital, Site::Other(index))))
    });
    diagnosing.chain(treating)
}
