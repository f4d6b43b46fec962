//! The words beside an image, taken apart: label, caption and credit.

use crate::article::Credit;
use crate::text::Span;

/// The words beside an image, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ParsedCaption {
    /// The word that only says what it is ("Caption", "FILE PHOTO:"), as printed.
    pub(super) label: Span,
    /// What the words say of the picture, without label and credit.
    pub(super) caption: Span,
    /// The credit as printed, its lead word and brackets included; repeats of it too.
    pub(super) credit: Span,
    /// What label and credit say.
    pub(super) fields: Credit,
}

/// `raw` taken apart; the spans lie in `raw`.
pub(super) fn parse(raw: &str) -> ParsedCaption {
    ParsedCaption { caption: Span::new(0, raw.len()).trim(raw), ..ParsedCaption::default() }
}

/// `raw` taken apart where the markup says that `credit` is its credit.
pub(super) fn with_credit(raw: &str, credit: Span) -> ParsedCaption {
    let before = Span::new(0, credit.start).trim(raw);
    let after = Span::new(credit.end, raw.len()).trim(raw);
    let caption = if before.is_empty() { after } else { before };
    let fields = Credit { lines: vec![credit.of(raw).to_owned()], ..Credit::default() };
    ParsedCaption { caption, credit, fields, label: Span::default() }
}
