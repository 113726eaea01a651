//! Each rule of the registry as a test, on SQLite always and on PostgreSQL where there is one.

mod accesses;
mod consents;
mod entries;
mod generated;
mod intents;
mod lookups;
mod notices;
mod suspicions;
mod withdrawal;
