//! Pages, and the day that each is believed to have appeared on.

use crate::import::html::read;

const PROSE: &str = "The ferry sailed at last, two days late, and the skipper said that he had \
    never seen so much ice in the sound. Nobody waved, but a dog barked for a long while, and \
    then the harbour was as still as it had been all through the winter before.";

/// The day of a page with this head and with these elements around its headline.
fn day(head: &str, above: &str, below: &str) -> String {
    let page = format!(
        "<html lang=en><head>{head}</head><body>{above}<h1>Ferry sails at last</h1>{below}\
         <p>{PROSE}</p><p>{PROSE}</p></body></html>"
    );
    let article = read(&page, None).expect("words");
    article.meta.published.map_or_else(|| "-".to_owned(), |at| at.value.date.to_string())
}

fn stated(published: &str, modified: &str) -> String {
    format!(
        "<meta property=article:published_time content={published}>\
         <meta property=article:modified_time content={modified}>"
    )
}

#[test]
fn a_day_that_is_said_to_be_of_a_change_is_not_that_of_publication() {
    let head = stated("2024-03-01T09:00:00Z", "2024-06-02T09:00:00Z");
    for below in [
        "<p>Updated June 2, 2024</p>",
        "<div>Updated on</div><div>June 2, 2024</div>",
        "<p class=date-modified>June 2, 2024</p>",
        "<p>Published March 1, 2024 | Last updated June 2, 2024</p>",
    ] {
        assert_eq!(day(&head, "", below), "2024-03-01", "{below}");
    }
    let only = "<p>Last updated: June 2, 2024</p>";
    assert_eq!(day("", "", only), "2024-06-02", "where nothing else is said, it has to do");
}

#[test]
fn the_day_at_the_publishers_is_believed_over_that_of_utc() {
    let head = stated("2024-03-02T02:25:00+00:00", "2024-03-02T02:25:00+00:00");
    let own = "<link rel=canonical href=https://example.org/2024/03/01/ferry>";
    assert_eq!(day(&format!("{own}{head}"), "", "<p>March 1, 2024, 9:25 p.m.</p>"), "2024-03-01");
    assert_eq!(day(&head, "", ""), "2024-03-02");
}

#[test]
fn days_of_headlines_captions_and_quoted_posts_are_of_what_is_told() {
    let told = "<figure><img src=a.jpg><figcaption>The sound on Feb. 3, 2024.</figcaption></figure>\
                <blockquote>Ice! <a href=/x>February 4, 2024</a></blockquote>";
    assert_eq!(day("", "", &format!("{told}<p>By Ada Berg</p><p>March 1, 2024</p>")), "2024-03-01");
    assert_eq!(day("", "", told), "-");
}

#[test]
fn figures_are_read_in_the_order_of_the_page() {
    assert_eq!(day("", "", "<p>3/4/2024</p>"), "2024-03-04");
    assert_eq!(day("", "", "<p>3/4/2024</p><p>Next sailing: 25/4/2024</p>"), "2024-04-03");
    let british = "<link rel=canonical href=https://example.co.uk/ferry>";
    assert_eq!(day(british, "", "<p>3/4/2024</p>"), "2024-04-03");
}

#[test]
fn days_of_teasers_and_comments_do_not_count() {
    let others = "<p>1 March 2024</p><div class=related><p>5 March 2024</p></div>";
    assert_eq!(day("", "<nav><p>7 March 2024</p></nav>", others), "2024-03-01");
    let comment = "<div class=comments><p>5 March 2024</p></div>";
    assert_eq!(day("", "", comment), "-");
}

#[test]
fn a_script_is_believed_where_the_page_says_nothing() {
    let script = "<script>x={\"published_at\":\"2024-03-01T06:22:28+01:00\"}</script>";
    assert_eq!(day(script, "", ""), "2024-03-01");
    assert_eq!(day(script, "", "<p>4 March 2024</p>"), "2024-03-04");
}

#[test]
fn a_recipe_has_a_day_of_its_own_and_its_reviews_have_others() {
    let json = r#"<script type=application/ld+json>{"@type":"Recipe","name":"Ice","datePublished":
        "2014-03-01","review":[{"@type":"Review","datePublished":"2020-04-12"}]}</script>"#;
    assert_eq!(day(json, "", ""), "2014-03-01");
}
