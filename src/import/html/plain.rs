//! The words of a page without its tree, for pages that cost too much to build: tags end blocks
//! or are passed over, and nothing else is known.

use super::dom::is_inline;
use super::parse::feed;
use crate::article::{Article, BlockRole, Meta};
use crate::import::builder::{Builder, Shape};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::{Cell, RefCell};

/// The words of a page, a block for each piece between tags that end one.
pub(super) fn read(html: &str) -> Article {
    let tokenizer = Tokenizer::new(Words::default(), TokenizerOpts::default());
    feed(&tokenizer, html, |_| false);
    tokenizer.end();
    tokenizer.sink.builder.into_inner().finish(Meta::default())
}

#[derive(Default)]
struct Words {
    builder: RefCell<Builder>,
    /// Whether what comes is a program or a style.
    silent: Cell<bool>,
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(words) if !self.silent.get() => {
                self.builder.borrow_mut().words(&words);
            }
            Token::TagToken(tag) => {
                self.silent.set(false);
                if !is_inline(&tag.name) {
                    self.builder.borrow_mut().open(Shape::new(BlockRole::Body));
                }
                if matches!(&*tag.name, "script" | "style")
                    && tag.kind == html5ever::tokenizer::TagKind::StartTag
                {
                    self.silent.set(true);
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(html: &str) -> Vec<String> {
        let article = read(html);
        article.blocks.iter().map(|block| block.span.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn tags_end_blocks_and_inline_ones_do_not() {
        assert_eq!(blocks("<div>one <b>t</b>wo<div>three &amp; four"), ["one two", "three & four"]);
    }

    #[test]
    fn programs_and_styles_are_no_words() {
        assert_eq!(blocks("<script>if (a<b) c</script>one<style>p{}</style>"), ["one"]);
    }
}
