//! What blocks are to the article, by where they stand, what they are called and what they say.

use super::{ONE, THREE, TWO, around, found, page};
use crate::article::{BlockRole, Visibility};

/// What the block with these words is on a page that has `inside` between its paragraphs.
fn judged(inside: &str, words: &str) -> (BlockRole, Visibility) {
    found(&around(inside), words)
}

#[test]
fn the_names_around_a_block_say_what_it_is() {
    let line = "Something that is not of the article at all.";
    for (name, role) in [
        ("related-stories", BlockRole::Related),
        ("newsletter-box", BlockRole::Promotion),
        ("author-bio", BlockRole::AuthorNote),
        ("post-tags", BlockRole::Related),
    ] {
        let (found, visibility) = judged(&format!("<div class={name}><p>{line}</p></div>"), line);
        assert_eq!((found, visibility), (role, Visibility::Folded), "{name}");
    }
    let cookies = format!("<div class=cookie-consent><p>{line}</p></div>");
    assert_eq!(judged(&cookies, line), (BlockRole::Legal, Visibility::Hidden));
}

#[test]
fn what_is_named_the_text_of_the_article_is_that() {
    let inside =
        "<div class='entry-content read-more'><p>It had been a long wait, all agreed.</p></div>";
    assert_eq!(judged(inside, "long wait"), (BlockRole::Body, Visibility::Shown));
}

#[test]
fn what_is_embedded_is_not_for_sharing() {
    let tweet = "<div class=social-embed><blockquote class=twitter-tweet><p>At last, a ferry! I can \
                 see it from my window now.</p></blockquote></div>";
    assert_eq!(judged(tweet, "from my window"), (BlockRole::Quote, Visibility::Shown));
}

#[test]
fn lines_that_appeal_or_control_are_set_apart_by_their_words() {
    for (line, role, visibility) in [
        ("Advertisement", BlockRole::Promotion, Visibility::Folded),
        ("Sign up for our letter from the sea.", BlockRole::Promotion, Visibility::Folded),
        ("(Reporting by Ada Berg; editing by Bo Lind)", BlockRole::AuthorNote, Visibility::Folded),
        ("Filed under ice and ferries", BlockRole::Related, Visibility::Folded),
    ] {
        assert_eq!(judged(&format!("<p>{line}</p>"), line), (role, visibility), "{line}");
    }
}

#[test]
fn a_heading_over_folded_links_folds_with_them() {
    let inside = "<h3>Other crossings</h3><p><a href=/a>The crossing of the year before last</a></p>\
                  <h2>The crew</h2>";
    let article = around(inside);
    assert_eq!(found(&article, "Other crossings").1, Visibility::Folded);
    assert_eq!(found(&article, "The crew"), (BlockRole::Heading(2), Visibility::Shown));
}

#[test]
fn the_note_on_the_author_at_the_end_is_folded() {
    let article = page(&format!(
        "<meta name=author content='Ada Berg'><body><article><h1>Ferry sails at last</h1><p>{ONE}</p>\
         <p>{TWO}</p><p>Ada Berg is a reporter who covers the sea and its people.</p></article>"
    ));
    assert_eq!(found(&article, "covers the sea"), (BlockRole::AuthorNote, Visibility::Folded));
}

#[test]
fn a_long_paragraph_said_twice_is_shown_once() {
    let long = [ONE, TWO, THREE, TWO].join(" ");
    let article =
        page(&format!("<body><h1>Ferry sails at last</h1><p>{long}</p><p>{ONE}</p><p>{long}"));
    let shown = article.blocks.iter().filter(|block| {
        block.visibility == Visibility::Shown && block.span.of(&article.text) == long
    });
    assert_eq!(shown.count(), 1);
    assert_eq!(article.text.matches(&long).count(), 2);
}

#[test]
fn rules_within_the_article_are_breaks_and_others_are_not() {
    let breaks = |html: &str| {
        let article = page(html);
        article.blocks.iter().filter(|block| block.role == BlockRole::Break).count()
    };
    assert_eq!(breaks(&format!("<body><h1>Ferry sails at last</h1><p>{ONE}<hr><p>{TWO}")), 1);
    assert_eq!(
        breaks(&format!("<body><h1>Ferry sails at last</h1><p>{ONE}<p>{TWO}<hr><p>Home")),
        0
    );
}

#[test]
fn the_lines_under_the_headline_are_a_standfirst_where_they_are_named_so() {
    let article = page(&format!(
        "<body><article><h1>Ferry sails at last</h1><p class=standfirst>Two days late, and cheered.</p>\
         <p>{ONE}</p><p>{TWO}</p></article>"
    ));
    assert_eq!(found(&article, "Two days late"), (BlockRole::Standfirst, Visibility::Shown));
}

#[test]
fn an_accordion_is_shown_and_a_popup_is_not() {
    let folded = "<div class=accordion><div style='display:none'><p>Bring warm clothes, and a rope.</p></div></div>";
    assert_eq!(judged(folded, "warm clothes").1, Visibility::Shown);
    let popup = "<div style='display:none'><p>Bring warm clothes, and a rope.</p></div>";
    assert_eq!(judged(popup, "warm clothes").1, Visibility::Hidden);
}

#[test]
fn a_name_given_to_most_of_the_page_says_nothing() {
    let article = page(&format!(
        "<body><div class=sidebar-layout><h1>Ferry sails at last</h1><p>{ONE}</p><p>{TWO}</p></div>"
    ));
    assert_eq!(found(&article, "ferry left"), (BlockRole::Body, Visibility::Shown));
}

#[test]
fn an_inner_link_list_is_shown_and_one_of_headlines_is_folded() {
    let contents = "<ul><li><a href=#one>The crossing</a><li><a href=#two>The crew</a></ul>";
    let others = "<ul><li><a href=/a>What the ice did to the other ferry last year</a></ul>";
    assert_eq!(judged(others, "other ferry").1, Visibility::Folded);
    let text = around(contents);
    assert!(text.blocks.iter().any(|block| block.span.of(&text.text) == "The crossing"));
}

#[test]
fn an_element_that_says_again_what_another_said_is_folded() {
    let list = "<p>It sails at seven.</p><p>It lands at nine, and by noon the crew is back in \
                the harbor.</p><p>It takes forty people and no cars at all, as ever.</p>";
    let count = |inside: &str, visibility: Visibility| {
        let article = around(inside);
        let blocks = article.blocks.iter().filter(|block| {
            block.visibility == visibility && block.span.of(&article.text).starts_with("It lands")
        });
        blocks.count()
    };
    let twice = format!("<div>{list}</div><p>{THREE}</p><div>{list}</div>");
    assert_eq!(count(&twice, Visibility::Shown), 1);
    assert_eq!(count(&twice, Visibility::Folded), 1);
    // An article that repeats itself mostly goes on in the same element.
    assert_eq!(count(&format!("{list}<p>{THREE}</p>{list}"), Visibility::Shown), 2);
}

#[test]
fn a_section_about_the_author_and_lines_that_sign_off_are_folded() {
    let end = "<h2>About the author</h2><p>Ada grew up on the shore, where she learned to row \
               before she learned to read, and she has not stopped since.</p>";
    let article = page(&format!(
        "<article><h1>Ferry sails</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>{end}</article>"
    ));
    assert_eq!(found(&article, "learned to row").0, BlockRole::AuthorNote);
    let signed = page(&format!(
        "<article><h1>Ferry sails</h1><p>{ONE}</p><p>{TWO}</p><p>Last reviewed in May.</article>"
    ));
    assert_eq!(found(&signed, "Last reviewed"), (BlockRole::Dateline, Visibility::Folded));
}

#[test]
fn a_heading_over_the_byline_folds_nothing_of_the_article() {
    let top = "<h1>Ferry sails</h1><h4>Written by</h4><p class=byline>Ada Berg</p>";
    for body in [
        format!("<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"),
        format!("<p>{ONE}</p><h2>The crew</h2><p>{TWO}</p><p>{THREE}</p>"),
    ] {
        let article = page(&format!("<article>{top}{body}</article>"));
        for words in ["ferry left", "Nobody on the quay", "By noon"] {
            assert_eq!(found(&article, words), (BlockRole::Body, Visibility::Shown), "{words}");
        }
    }
}

#[test]
fn only_a_paragraph_is_a_note_on_how_to_write_to_an_author() {
    let role = |inside: &str| judged(inside, "ada@example.org").0;
    assert_eq!(role("<p>Write to ada@example.org.</p>"), BlockRole::AuthorNote);
    assert_ne!(role("<pre>ssh ada@example.org</pre>"), BlockRole::AuthorNote);
    assert_ne!(role("<ul><li>Berths: ada@example.org</li></ul>"), BlockRole::AuthorNote);
}

#[test]
fn an_article_of_short_lines_is_not_doubted_line_by_line() {
    let lines = "<div>The quay</div><div>Open from noon</div>".repeat(30);
    let article = page(&format!(
        "<body><article><h1>Ferry sails</h1><p>{ONE}</p><p>{TWO}</p>{lines}<p>{THREE}</p>"
    ));
    assert_eq!(found(&article, "Open from noon").1, Visibility::Shown);
}
