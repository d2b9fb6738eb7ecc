//! The time and the memory that an example took.

use std::fs;
use std::time::Duration;

/// Prints the whole time, the part of it that was keqing, and the peak of memory.
pub(crate) fn timing(rows: u64, in_keqing: Duration, total: Duration) -> String {
    let a_second = u128::from(rows)
        .saturating_mul(1_000_000)
        .checked_div(total.as_micros())
        .unwrap_or_default();
    let part = in_keqing
        .as_micros()
        .saturating_mul(100)
        .checked_div(total.as_micros())
        .unwrap_or_default();
    let mut lines = format!(
        "total {} ms, of which keqing {} ms ({part} %); {rows} rows, {a_second} rows a second\n",
        total.as_millis(),
        in_keqing.as_millis(),
    );
    // Only Linux has this file; elsewhere there is nothing to say.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    if let Some(peak) = peak {
        lines.push_str(&format!("peak memory {}\n", peak.trim()));
    }
    lines
}
