//! What the names on an element (its tag, role, class and id) say of the part of the page it is.

use super::dom::Dom;

/// A part of a page, by the names on its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// Nothing is said.
    Plain,
    /// The top of the page or of the article.
    Header,
    /// The bottom of the page or of the article.
    Footer,
    /// Beside the article.
    Aside,
    /// Menus, breadcrumbs, search.
    Navigation,
    /// Buttons and fields.
    Control,
    /// Other articles.
    Related,
    /// Advertising, subscription, sharing.
    Promotion,
    /// What readers wrote.
    Comments,
    /// Cookies, terms, copyright.
    Legal,
    /// Keywords and topics.
    Tags,
    /// Who the author is.
    AuthorNote,
    /// Who wrote it.
    Byline,
    /// When it was written.
    Dateline,
    /// The lines under the headline.
    Standfirst,
    /// Words set apart from the article's text to be seen.
    PullQuote,
}

impl Zone {
    /// Whether it surrounds the article rather than being of it.
    pub(super) const fn is_apart(self) -> bool {
        matches!(
            self,
            Self::Aside
                | Self::Footer
                | Self::Navigation
                | Self::Control
                | Self::Related
                | Self::Promotion
                | Self::Comments
                | Self::Legal
                | Self::Tags
                | Self::AuthorNote
        )
    }

    /// Whether paragraphs tell that an element was named so for something else.
    pub(super) const fn holds_no_prose(self) -> bool {
        matches!(self, Self::Navigation | Self::Tags)
    }

    /// The most characters it holds; an element with more is named for something in it.
    pub(super) const fn most(self) -> usize {
        match self {
            Self::Byline | Self::Dateline => 250,
            Self::Standfirst | Self::PullQuote => 600,
            Self::AuthorNote => 2_000,
            _ => usize::MAX,
        }
    }

    /// The zone of an element named `inner` within this one.
    pub(super) const fn with(self, inner: Option<Self>) -> Self {
        match (self, inner) {
            (Self::Plain | Self::Header | Self::Footer | Self::Aside, Some(inner)) => inner,
            (outer, _) => outer,
        }
    }
}

/// What the names on an element say, the surest first; `None` where they are silent.
pub(super) fn zone(dom: &Dom, id: usize) -> Option<Zone> {
    by_tag(dom.name(id)).or_else(|| by_role(dom, id)).or_else(|| by_names(dom, id))
}

fn by_tag(name: &str) -> Option<Zone> {
    match name {
        "nav" | "menu" => Some(Zone::Navigation),
        "button" | "select" | "option" | "textarea" | "input" | "fieldset" | "datalist"
        | "dialog" => Some(Zone::Control),
        _ => None,
    }
}

fn by_role(dom: &Dom, id: usize) -> Option<Zone> {
    match dom.attribute(id, "role")? {
        "navigation" | "menu" | "menubar" | "menuitem" | "search" | "tablist" | "toolbar" => {
            Some(Zone::Navigation)
        }
        "complementary" => Some(Zone::Aside),
        "contentinfo" => Some(Zone::Legal),
        "dialog" | "alertdialog" | "button" => Some(Zone::Control),
        _ => None,
    }
}

fn by_names(dom: &Dom, id: usize) -> Option<Zone> {
    if dom.attribute(id, "rel") == Some("author") {
        return Some(Zone::Byline);
    }
    let property = dom.attribute(id, "itemprop").and_then(|value| match value {
        "author" | "creator" => Some(Zone::Byline),
        "datePublished" | "dateModified" | "dateCreated" => Some(Zone::Dateline),
        "comment" => Some(Zone::Comments),
        "keywords" => Some(Zone::Tags),
        "description" | "alternativeHeadline" => Some(Zone::Standfirst),
        _ => None,
    });
    let named = || {
        let class = dom.attribute(id, "class").unwrap_or_default();
        let own = dom.attribute(id, "id").unwrap_or_default();
        let test = dom.attribute(id, "data-testid").unwrap_or_default();
        let names: Vec<_> = class.split_whitespace().chain([own, test]).map(words).collect();
        // What is named the text of the article is that, whatever else it is named.
        let body = names.iter().any(|name| is_body(name) && name.len() == 2);
        if body { None } else { names.iter().find_map(|name| by_name(name)) }
    };
    let by_element = match dom.name(id) {
        "aside" => Some(Zone::Aside),
        "footer" => Some(Zone::Footer),
        "header" => Some(Zone::Header),
        "form" => Some(Zone::Control),
        "time" => Some(Zone::Dateline),
        _ => None,
    };
    property.or_else(named).or(by_element)
}

/// A class or id in its words: `moreFrom_list-2` is `more`, `from`, `list`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut low = false;
    for c in name.chars().take(400) {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && low) {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        low = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

fn by_name(words: &[String]) -> Option<Zone> {
    // "no-sidebar", "has-comments", "with-ads": said of what is around or missing.
    let said_of_others = |first: &String| matches!(first.as_str(), "no" | "has" | "with" | "is");
    // What is embedded is the article's, also from a network for sharing.
    let embedded = |word: &String| matches!(word.as_str(), "embed" | "embedded" | "tweet");
    if words.first().is_some_and(said_of_others) || words.iter().any(embedded) || is_body(words) {
        return None;
    }
    let pair = words.windows(2).find_map(|pair| match pair {
        [first, second] => by_pair(first, second),
        _ => None,
    });
    pair.or_else(|| words.iter().find_map(|word| by_word(word)))
}

/// Whether a name is given to the text of the article: "entry-content", "articleBody".
pub(super) fn is_body(words: &[String]) -> bool {
    words.windows(2).any(|pair| {
        matches!(pair, [first, second]
            if matches!(first.as_str(), "entry" | "post" | "article" | "story" | "blog" | "news")
                && matches!(second.as_str(), "content" | "body" | "text"))
    })
}

fn by_pair(first: &str, second: &str) -> Option<Zone> {
    match (first, second) {
        (
            "read" | "see" | "more" | "most",
            "more" | "also" | "from" | "on" | "read" | "stories",
        )
        | ("you", "may" | "might")
        | ("up", "next")
        | ("next" | "prev" | "previous", "post" | "article" | "story")
        | ("post", "navigation")
        | ("latest" | "recent" | "top" | "other", "posts" | "news" | "stories" | "articles") => {
            Some(Zone::Related)
        }
        ("sign" | "log", "up" | "in") | ("call", "to") | ("opt", "in") => Some(Zone::Promotion),
        (
            "author",
            "bio" | "box" | "description" | "about" | "card" | "block" | "profile" | "info",
        )
        | ("about", "author" | "writer")
        | ("bio", "author") => Some(Zone::AuthorNote),
        ("table", "contents") | ("skip", "link" | "to") => Some(Zone::Navigation),
        ("pull", "quote") => Some(Zone::PullQuote),
        ("entry" | "post" | "article" | "story", "meta" | "info") => Some(Zone::Byline),
        _ => None,
    }
}

fn by_word(word: &str) -> Option<Zone> {
    match word {
        "nav" | "navbar" | "navigation" | "menu" | "submenu" | "breadcrumb" | "breadcrumbs"
        | "pagination" | "pager" | "toolbar" | "masthead" | "hamburger" | "topbar" | "toc" => {
            Some(Zone::Navigation)
        }
        "sidebar" | "aside" | "rail" => Some(Zone::Aside),
        "related" | "recommended" | "recommendations" | "recommendation" | "recirc"
        | "recirculation" | "trending" | "popular" | "outbrain" | "taboola" | "readmore"
        | "morefrom" | "teaser" | "teasers" | "recent" | "mostread" => Some(Zone::Related),
        "promo" | "promos" | "promotion" | "newsletter" | "newsletters" | "subscribe"
        | "subscription" | "subscriptions" | "signup" | "paywall" | "donate" | "donation"
        | "advert" | "advertisement" | "advertising" | "ad" | "ads" | "adsense" | "sponsor"
        | "sponsored" | "cta" | "share" | "sharing" | "sharethis" | "sharedaddy" | "addthis"
        | "addtoany" | "social" | "socials" | "follow" | "popup" | "modal" | "mailchimp"
        | "optin" | "banner" | "jumbotron" => Some(Zone::Promotion),
        "comment" | "comments" | "commentlist" | "disqus" | "respond" | "replies"
        | "discussion" => Some(Zone::Comments),
        "cookie" | "cookies" | "consent" | "gdpr" | "legal" | "disclaimer" | "copyright"
        | "colophon" => Some(Zone::Legal),
        "tags" | "tagcloud" | "taglist" | "hashtags" => Some(Zone::Tags),
        "footer" => Some(Zone::Footer),
        "header" => Some(Zone::Header),
        "bio" | "biography" => Some(Zone::AuthorNote),
        "byline" | "bylines" | "author" | "authors" | "writer" | "contributor" | "contributors" => {
            Some(Zone::Byline)
        }
        "dateline" | "timestamp" | "pubdate" | "datetime" | "published" => Some(Zone::Dateline),
        "standfirst" | "dek" | "deck" | "subtitle" | "subheadline" | "subhead" | "subheading"
        | "kicker" => Some(Zone::Standfirst),
        "pullquote" => Some(Zone::PullQuote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn zone_of(tag: &str) -> Option<Zone> {
        let dom = parse(&format!("<body>{tag}x")).expect("small");
        zone(&dom, (0..dom.len()).rev().find(|id| dom.words(*id).is_none())?)
    }

    #[test]
    fn the_tag_and_the_role_speak_first() {
        assert_eq!(zone_of("<nav class=comments>"), Some(Zone::Navigation));
        assert_eq!(zone_of("<div role=complementary class=x>"), Some(Zone::Aside));
    }

    #[test]
    fn a_class_is_read_by_its_words() {
        assert_eq!(zone_of("<div class='c-relatedStories'>"), Some(Zone::Related));
        assert_eq!(zone_of("<div class='shadow padding-x headline'>"), None);
        assert_eq!(zone_of("<div id=author-bio>"), Some(Zone::AuthorNote));
    }

    #[test]
    fn what_a_wrapper_says_it_lacks_is_not_what_it_is() {
        assert_eq!(zone_of("<div class='no-sidebar has-ads'>"), None);
    }

    #[test]
    fn an_inner_name_speaks_within_a_header_and_not_within_comments() {
        assert_eq!(Zone::Header.with(Some(Zone::Byline)), Zone::Byline);
        assert_eq!(Zone::Comments.with(Some(Zone::Byline)), Zone::Comments);
    }
}
