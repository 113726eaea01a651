//! A code of a published list as an argument.

use std::marker::PhantomData;

use clap::{
    Arg, Command, Error,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
    error::ErrorKind,
};
use tongzhou::{code::Code, text::Lang};

/// Reads a code of the list `C`, and knows all of them.
#[derive(Debug)]
pub(crate) struct CodeArg<C>(PhantomData<fn() -> C>);

impl<C> CodeArg<C> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<C> Clone for CodeArg<C> {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl<C: Code + Send + Sync + 'static> CodeArg<C> {
    fn values() -> impl Iterator<Item = PossibleValue> {
        C::ALL.iter().map(|code| PossibleValue::new(code.code()).help(code.title(Lang::ZhCn)))
    }
}

impl<C: Code + Send + Sync + 'static> TypedValueParser for CodeArg<C> {
    type Value = C;

    fn parse_ref(&self, cmd: &Command, arg: Option<&Arg>, value: &std::ffi::OsStr) -> Result<C, Error> {
        let text = PossibleValuesParser::new(Self::values()).parse_ref(cmd, arg, value)?;
        C::from_code(&text).ok_or_else(|| Error::new(ErrorKind::InvalidValue).with_cmd(cmd))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Self::values()))
    }
}
