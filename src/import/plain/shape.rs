//! What a line looks like: a bullet, a rule, a heading, the end of a sentence.

use super::{is_prose, words};
use crate::article::{Block, BlockRole, Visibility};
use crate::text::Span;

/// The mark of a list item at the start of a line: how many bytes it takes, and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bullet {
    /// The bytes of the mark, without the white space behind it.
    pub(super) bytes: usize,
    /// The number, if it is one.
    pub(super) number: Option<u32>,
}

/// The mark of a list item that `line` begins with.
pub(super) fn bullet(line: &str) -> Option<Bullet> {
    let mark = line.split_whitespace().next()?;
    if mark.len() == line.trim().len() || is_break(line) {
        return None;
    }
    if matches!(mark, "-" | "*" | "+" | "•" | "‣" | "◦" | "▪" | "●" | "·") {
        return Some(Bullet { bytes: mark.len(), number: None });
    }
    let number = mark.strip_suffix(['.', ')'])?;
    let number = number.parse().ok().filter(|_| number.len() <= 3)?;
    Some(Bullet { bytes: mark.len(), number: Some(number) })
}

/// Whether `line` is a break: three or more of a mark, spaces apart or not; or one asterism.
pub(super) fn is_break(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else { return false };
    let all = "*-_~=#•·—–+".contains(first) && marks.all(|mark| mark == first);
    line == "⁂" || (all && line.chars().filter(|&c| c == first).count() >= 3)
}

/// The level of the heading whose words `line` underlines.
pub(super) fn underline(line: &str) -> Option<u8> {
    let all = |mark| line.len() >= 3 && line.bytes().all(|byte| byte == mark);
    if all(b'=') { Some(2) } else { all(b'-').then_some(3) }
}

/// Whether `line` ends as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '“']);
    line.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

/// Whether `line` could be a title or a heading: short, beginning with a capital or a figure,
/// without the stop of a sentence.
pub(super) fn is_heading_like(line: &str, longest: usize) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let first = line.chars().find(|c| c.is_alphanumeric());
    line.chars().count() <= longest
        && letters >= 2
        && first.is_some_and(|c| !c.is_lowercase())
        && !line.ends_with(['.', ',', ';', ':', '—', '-', '…', '。', '।'])
}

/// Whether `line` is set in capitals alone.
pub(super) fn is_shouted(line: &str) -> bool {
    let mut capitals = 0;
    for c in line.chars() {
        if c.is_lowercase() {
            return false;
        }
        capitals += usize::from(c.is_uppercase());
    }
    capitals >= 4
}

/// Makes headings of short lines that stand alone: in capitals, or before a paragraph and behind
/// the end of one.
pub(super) fn mark_headings(text: &str, blocks: &mut [Block]) {
    for at in 1..blocks.len().saturating_sub(1) {
        let Some([before, block, after]) = blocks.get_mut(at - 1..=at + 1) else { continue };
        let plain = block.role == BlockRole::Body && block.quote == 0 && block.span.len() <= 200;
        if !plain || block.span.of(text).contains('\n') || !is_prose(after) {
            continue;
        }
        let line = block.span.of(text);
        let shouted = is_shouted(line) && is_heading_like(line, 80);
        let apart = is_heading_like(line, 60)
            && !ends_sentence(line)
            && after.span.len() >= 80
            && (!is_prose(before)
                || before.span.len() >= 60 && ends_sentence(&words(text, before)));
        if shouted || apart {
            block.role = BlockRole::Heading(2);
        }
    }
}

/// A block that only underlines or rules off: kept, not shown.
pub(super) const fn hidden_rule(span: Span) -> Block {
    Block { span, role: BlockRole::Break, visibility: Visibility::Hidden, quote: 0, indent: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_are_marks_with_words_behind_them() {
        assert_eq!(bullet("- milk"), Some(Bullet { bytes: 1, number: None }));
        assert_eq!(bullet("12) eggs"), Some(Bullet { bytes: 3, number: Some(12) }));
        for line in ["-5 degrees", "- ", "1999. A year", "3.5 litres", "– Yes, he said"] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }

    #[test]
    fn breaks_are_three_of_one_mark() {
        assert!(["* * *", "-----", "⁂", "• • •"].iter().all(|line| is_break(line)));
        assert!(!["**", "* a *", "...", "-*-"].iter().any(|line| is_break(line)));
    }

    #[test]
    fn a_closing_quote_hides_no_stop() {
        assert!(ends_sentence("“We left.”") && ends_sentence("(They did.)"));
        assert!(!ends_sentence("The “end”"));
    }
}
