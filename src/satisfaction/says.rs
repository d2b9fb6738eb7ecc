/// Returns whether a text says anything: it has a letter or a digit. A mere `-` or `.` says nothing.
pub(super) fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}
