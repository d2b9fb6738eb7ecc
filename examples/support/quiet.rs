//! The end of an example: quiet if its reader closes the output, and one line if it fails.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

pub(crate) fn finish(result: anyhow::Result<ExitCode>) -> ExitCode {
    result.unwrap_or_else(|error| {
        let cause = error.downcast_ref::<io::Error>();
        if cause.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
