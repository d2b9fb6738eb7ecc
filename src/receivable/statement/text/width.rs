/// Returns the number of columns in which a terminal shows a text: two for a letter of Chinese, Japanese
/// or Korean, none for a mark that stands on another letter.
pub(super) fn width(text: &str) -> usize {
    let widths = text.chars().map(|letter| match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    });
    widths.fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn a_letter_of_chinese_takes_two_columns() {
        for (text, wide) in [
            ("", 0),
            ("INV-1 2.00", 10),
            ("对账单", 6),
            ("，（）", 6),
            ("e\u{301}", 1),
            ("ｶ", 1),
        ] {
            assert_eq!(width(text), wide, "{text}");
        }
    }
}
