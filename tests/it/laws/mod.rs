//! The laws of every answer, over the facts of every system.
//!
//! The cases are the steps of all stories, and copies of them in which something else stands at one place. A law
//! changes one fact of a case and asks again. Each law prints the rules that it was run on.

mod ahead;
mod cases;
mod changes;
mod copies;
mod directions;
mod doors;
mod evidence;
mod expiry;
mod filled;
mod grades;
mod heard;
mod kinds;
mod order;
mod ordered;
mod readings;
mod references;
mod slots;
mod source;
mod sources;
mod unknown;
