use super::*;
use proptest::prelude::*;

fn built(build: impl FnOnce(&mut Builder)) -> Article {
    let mut builder = Builder::new();
    build(&mut builder);
    builder.finish(Meta::default())
}

fn inlines(article: &Article) -> Vec<&str> {
    article.inlines.iter().map(|inline| inline.span.of(&article.text)).collect()
}

#[test]
fn white_space_collapses_within_and_across_pieces() {
    let article = built(|b| {
        b.open(Shape::new(BlockRole::Body));
        b.words("  two \n\t");
        b.words("  words");
        b.words("  ");
    });
    assert_eq!(article.text, "two words");
    assert_eq!(article.blocks, [Block::new(BlockRole::Body, Span::new(0, 9))]);
}

#[test]
fn blocks_are_set_apart_by_an_empty_line_and_empty_ones_leave_no_trace() {
    let article = built(|b| {
        for words in ["one", " ", "two"] {
            b.open(Shape::new(BlockRole::Body));
            b.words(words);
        }
    });
    assert_eq!(article.text, "one\n\ntwo");
    assert_eq!(article.blocks.len(), 2);
}

#[test]
fn an_inline_covers_its_words_and_not_the_space_around_them() {
    let article = built(|b| {
        b.words("a ");
        b.begin(InlineKind::Strong);
        b.words(" bold word ");
        b.end(InlineKind::Strong);
        b.words("after");
    });
    assert_eq!(article.text, "a bold word after");
    assert_eq!(inlines(&article), ["bold word"]);
}

#[test]
fn an_inline_that_outlives_its_block_begins_again() {
    let article = built(|b| {
        let link = b.begin_link("https://example.org/");
        b.open(Shape::new(BlockRole::Body));
        b.words("one");
        b.open(Shape::new(BlockRole::Body));
        b.words("two");
        b.end(link);
        b.words(" three");
    });
    assert_eq!(inlines(&article), ["one", "two"]);
    assert_eq!(article.links.len(), 1);
}

#[test]
fn inlines_come_by_start_and_the_longer_first() {
    let article = built(|b| {
        b.begin(InlineKind::Strong);
        b.begin(InlineKind::Emphasis);
        b.words("in");
        b.end(InlineKind::Emphasis);
        b.words(" out");
        b.end(InlineKind::Strong);
    });
    assert_eq!(inlines(&article), ["in out", "in"]);
}

#[test]
fn code_keeps_its_indentation() {
    let article = built(|b| {
        b.open(Shape::new(BlockRole::Code));
        b.kept("\n  if so:\r\n    this\n");
    });
    assert_eq!(article.blocks[0].span.of(&article.text), "  if so:\n    this");
}

#[test]
fn a_table_keeps_its_empty_cells() {
    let article = built(|b| {
        b.open(Shape::new(BlockRole::Table));
        for row in [["", "here", "there"], ["rain", "", "3 mm"]] {
            for (column, cell) in row.iter().enumerate() {
                if column > 0 {
                    b.cell_border();
                }
                b.words(cell);
            }
            b.line_break();
        }
    });
    assert_eq!(article.text, "\there\tthere\nrain\t\t3 mm");
    assert_eq!(article.blocks[0].span.start, 0);
}

#[test]
fn a_picture_within_a_paragraph_follows_it() {
    let article = built(|b| {
        b.words("before ");
        b.picture(Picture { address: Some("a.jpg".into()), ..Picture::default() });
        b.words("after");
    });
    let roles: Vec<_> = article.blocks.iter().map(|block| block.role).collect();
    assert_eq!(article.text, "before after");
    assert_eq!(roles, [BlockRole::Body, BlockRole::Caption]);
    assert_eq!(article.images[0].address.as_deref(), Some("a.jpg"));
}

#[test]
fn the_credit_that_the_markup_names_is_taken() {
    let article = built(|b| {
        b.open(Shape::new(BlockRole::Caption));
        b.picture(Picture::default());
        b.words("Boats at dawn");
        b.credit("Ada Berg");
    });
    let image = &article.images[0];
    assert_eq!(article.text, "Boats at dawn Ada Berg");
    assert_eq!(image.caption.of(&article.text), "Boats at dawn");
    assert_eq!(image.credit_span.of(&article.text), "Ada Berg");
}

proptest! {
    #[test]
    fn every_word_lies_in_one_block(steps in prop::collection::vec((0_u8..10, "[ a-c\u{a0}é\n\t]{0,6}"), 0..40)) {
        let article = built(|b| for (step, words) in &steps {
            match step {
                0 => b.open(Shape::new(BlockRole::Body)),
                1 => b.open(Shape::new(BlockRole::Caption)),
                2 => b.kept(words),
                3 => b.begin(InlineKind::Code),
                4 => b.end(InlineKind::Code),
                5 => b.picture(Picture::default()),
                6 => b.rule(),
                7 => b.cell_border(),
                8 => b.credit(words),
                _ => b.words(words),
            }
        });
        crate::import::check::sound(&article);
    }
}
