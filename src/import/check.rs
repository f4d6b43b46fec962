//! What holds for every article that leaves the importers; for tests.

use crate::article::Article;
use crate::text::Span;

/// Fails unless the spans of `article` are sound: on character boundaries, blocks in order and
/// apart, every character but white space in one of them, inlines and captions inside blocks.
pub(super) fn sound(article: &Article) {
    let text = &article.text;
    let whole = |span: Span| text.get(span.start..span.end).is_some();
    let mut upto = 0;
    for block in &article.blocks {
        assert!(whole(block.span), "{block:?} cuts a character");
        assert!(block.span.start >= upto, "{block:?} begins before {upto}");
        let between = Span::new(upto, block.span.start).of(text);
        assert!(between.trim().is_empty(), "{between:?} is outside the blocks");
        upto = block.span.end;
    }
    let after = Span::new(upto, text.len()).of(text);
    assert!(after.trim().is_empty(), "{after:?} is outside the blocks");
    let inside = |span: Span| article.blocks.iter().any(|block| block.span.contains(span));
    let mut start = 0;
    for inline in &article.inlines {
        assert!(whole(inline.span) && !inline.span.is_empty(), "{inline:?}");
        assert!(inline.span.start >= start && inside(inline.span), "{inline:?}");
        start = inline.span.start;
    }
    for image in &article.images {
        let block = article.blocks.get(image.block).expect("an image has a block").span;
        for span in [image.caption, image.credit_span] {
            let own = image.own.and_then(|own| article.blocks.get(own));
            let holds = block.contains(span) || own.is_some_and(|own| own.span.contains(span));
            assert!(span.is_empty() || (whole(span) && holds), "{image:?}");
        }
        assert!(image.repeats.iter().all(|&at| at < article.blocks.len()), "{image:?}");
    }
}
