//! What was asked how often and how it ended: counts, in the text form of Prometheus.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use tongzhou_exchange::problem::ProblemKind;

use super::reply::code;

/// Counts since the node was started.
#[derive(Default)]
pub(crate) struct Metrics {
    /// By what was asked, the status and the problem.
    requests: Mutex<BTreeMap<(&'static str, u16, &'static str), u64>>,
    millis: Mutex<BTreeMap<&'static str, u64>>,
    pub(super) connections: AtomicI64,
    pub(super) refused_connections: AtomicU64,
}

impl Metrics {
    pub(super) fn count(&self, asked: &'static str, status: u16, problem: Option<ProblemKind>, millis: u64) {
        let problem = problem.map_or("", code);
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        *requests.entry((asked, status, problem)).or_default() += 1;
        drop(requests);
        *self.millis.lock().unwrap_or_else(PoisonError::into_inner).entry(asked).or_default() += millis;
    }

    /// Everything, one line each.
    pub(super) fn text(&self) -> String {
        let mut text = String::from(
            "# HELP tongzhou_requests_total Requests answered.\n# TYPE tongzhou_requests_total counter\n",
        );
        for ((asked, status, problem), count) in
            &*self.requests.lock().unwrap_or_else(PoisonError::into_inner)
        {
            let labels = format!("operation=\"{asked}\",status=\"{status}\",problem=\"{problem}\"");
            let _ = writeln!(text, "tongzhou_requests_total{{{labels}}} {count}");
        }
        text.push_str("# HELP tongzhou_request_milliseconds_total Time spent on requests.\n");
        text.push_str("# TYPE tongzhou_request_milliseconds_total counter\n");
        for (asked, millis) in &*self.millis.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = writeln!(text, "tongzhou_request_milliseconds_total{{operation=\"{asked}\"}} {millis}");
        }
        text.push_str("# HELP tongzhou_connections Open connections.\n# TYPE tongzhou_connections gauge\n");
        let _ = writeln!(text, "tongzhou_connections {}", self.connections.load(Ordering::Relaxed));
        text.push_str(
            "# HELP tongzhou_connections_refused_total Connections that did not come to a request.\n",
        );
        text.push_str("# TYPE tongzhou_connections_refused_total counter\n");
        let refused = self.refused_connections.load(Ordering::Relaxed);
        let _ = writeln!(text, "tongzhou_connections_refused_total {refused}");
        text
    }
}
