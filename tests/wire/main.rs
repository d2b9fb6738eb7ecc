//! The oracle's line protocol: whatever a line holds, it gets one reply, and so does the next one.

mod answered;
mod flood;
mod receivable;
mod refused;
mod statutes;
#[path = "../../examples/oracle/wire.rs"]
mod wire;

use std::time::{Duration, Instant};

use serde_json::Value;
use wire::Oracle;

/// A line that has an answer, and the answer.
const GOOD: &str = r#"{"id": "good", "ask": "lifecycle.profile", "stage": "development"}"#;
const ANSWER: &str = r#"{"id":"good","answer":{"stage":"development","position":"non-supplier","driver":"opportunity","goal":"become-supplier","topology":"point-to-point","quality":"transaction"}}"#;

/// The beginning of a move that is asked about; the facts and the rest are to follow.
const MOVE: &str = r#""ask": "lifecycle.judge", "standing": {"state": {"active": "initial"}, "since": "2024-01-01"}, "proposed": "hold", "facts": "#;

/// Much longer than any of these lines takes, much shorter than a reader that starts over and over.
const PATIENCE: Duration = Duration::from_secs(10);

fn oracle() -> Oracle {
    Oracle::new()
}

#[track_caller]
fn json(reply: &str) -> Value {
    match serde_json::from_str(reply) {
        Ok(json) => json,
        Err(error) => panic!("{error}: {reply}"),
    }
}

/// The line has this reply, to the letter.
#[track_caller]
fn replies(line: &str, reply: &str) {
    assert_eq!(oracle().reply(line.as_bytes()), reply);
}

/// The answer to a line says this at a JSON pointer.
#[track_caller]
fn answers(line: &str, pointer: &str, expected: &str) {
    let reply = oracle().reply(line.as_bytes());
    let found = json(&reply).pointer(pointer).map(Value::to_string);
    assert_eq!(found.as_deref(), Some(expected), "{reply}");
}

/// The line is refused with this code, path and beginning of a message, soon; the next has its answer.
#[track_caller]
fn refuses(line: impl AsRef<[u8]>, code: &str, path: &str, message: &str) {
    let mut oracle = oracle();
    let start = Instant::now();
    let reply = oracle.reply(line.as_ref());
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "the reply took {taken:?}");
    assert!(!reply.contains('\n'), "a reply is one line");
    let reply = json(&reply);
    let field = |pointer: &str| reply.pointer(pointer).and_then(Value::as_str);
    assert_eq!(field("/error/code"), Some(code), "{reply:.400}");
    assert_eq!(field("/error/path"), Some(path), "{reply:.400}");
    let said = field("/error/message").unwrap_or_default();
    assert!(said.starts_with(message), "{said:.400}");
    assert_eq!(oracle.reply(GOOD.as_bytes()), ANSWER, "the line after");
}
