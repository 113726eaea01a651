//! Values and codes: money, dates, identity numbers, codelists, regions.
//!
//! # Values
//!
//! A type of [`value`](crate::value) is built only from text that keeps every rule its kind has in itself: an
//! [`OrganisationCode`](crate::value::OrganisationCode) has the right check character, a [`Date`](crate::value::Date) is
//! in the calendar. What can name a person hides from `Debug`.
//!
//! ```
//! use tongzhou::value::{Date, Money, ResidentId};
//!
//! let spent: Money = "1234.50".parse().expect("two places, no comma");
//! assert_eq!(spent.fen(), 123_450);
//! assert!("1,234.5".parse::<Money>().is_err());
//!
//! assert!("2026-02-30".parse::<Date>().is_err());
//!
//! let child: ResidentId = "331122201803150005".parse().expect("a number with its check digit");
//! assert_eq!(format!("{child:?}"), "ResidentId(…)");
//! ```
//!
//! # Codes
//!
//! A *closed* list is an enum; another text is refused as a document is read. An *open* list keeps growing: a code of it
//! only has to look like one. Titles are looked up at run time.
//!
//! ```
//! use tongzhou::{
//!     code::{self, Code, lists::Urgency},
//!     text::Lang,
//! };
//!
//! assert_eq!(Urgency::from_code("emergency"), Some(Urgency::Emergency));
//! assert_eq!(Urgency::Emergency.code(), "emergency");
//! let list = code::list("ethnic-group").expect("a published list");
//! assert_eq!(list.row("han").map(|row| row.title(Lang::ZhCn)), Some("汉族"));
//! ```
//!
//! # Regions
//!
//! Identity numbers and bills carry codes of divisions that may be gone by now, so the table knows since when and until
//! when each was there.
//!
//! ```
//! use tongzhou::region::Region;
//!
//! let haidian = Region::find("110108").expect("a division");
//! assert_eq!((haidian.name_zh(), haidian.is_current()), ("海淀区", true));
//! ```
