//! The names under which programs store what they know of an article, in lower case and the best
//! first: trafilatura, newspaper4k, news-please, Mercury, Readability, wallabag, schema.org, ninjs,
//! JSON Feed, and the front matter of trafilatura and the Obsidian clipper.

/// Where the text stands, the best form first.
pub(super) const BODY: &[&str] = &[
    "content_html",
    "body_html",
    "body_xhtml",
    "article_html",
    "content",
    "text",
    "maintext",
    "articlebody",
    "body",
    "bodies",
    "body_text",
    "textcontent",
    "content_text",
    "raw_text",
];

/// The headline.
pub(super) const TITLE: &[&str] = &["title", "headline", "headlines", "title_page", "name"];
/// Who wrote it.
pub(super) const AUTHOR: &[&str] =
    &["author", "authors", "byline", "by", "byname", "creator", "published_by", "creators"];
/// When it appeared.
pub(super) const PUBLISHED: &[&str] = &[
    "date",
    "publish_date",
    "date_publish",
    "date_published",
    "publishedat",
    "published_at",
    "published",
    "publishedtime",
    "datepublished",
    "versioncreated",
    "pubdate",
    "timestamp",
    "datecreated",
    "firstcreated",
];
/// When it was changed.
pub(super) const MODIFIED: &[&str] = &[
    "modified",
    "date_modify",
    "date_modified",
    "datemodified",
    "updated",
    "updatedat",
    "lastmod",
];
/// When it was saved.
pub(super) const SAVED: &[&str] = &[
    "saved",
    "savedat",
    "date_download",
    "created",
    "created_at",
    "createdat",
    "filedate",
    "clipped",
    "time_added",
    "date_added",
    "dateadded",
    "added",
    "saved date",
    "timestamp added",
    "time",
];
/// Where it stands.
pub(super) const ADDRESS: &[&str] = &[
    "canonical_link",
    "url",
    "link",
    "source",
    "source_url",
    "mainentityofpage",
    "given_url",
    "uri",
    "@id",
];
/// Who published it.
pub(super) const SOURCE: &[&str] = &[
    "sitename",
    "site_name",
    "meta_site_name",
    "source-hostname",
    "publisher",
    "site",
    "publication",
    "source",
    "source_domain",
    "hostname",
    "domain",
    "domain_name",
    "copyrightholder",
];
/// Its language.
pub(super) const LANGUAGE: &[&str] = &["language", "lang", "meta_lang", "inlanguage"];
/// Its section.
pub(super) const SECTION: &[&str] = &["articlesection", "section", "category"];
/// What it says in short.
pub(super) const DESCRIPTION: &[&str] = &[
    "description",
    "excerpt",
    "dek",
    "summary",
    "abstract",
    "meta_description",
    "descriptions",
    "subtitle",
];
/// Its tags.
pub(super) const TAGS: &[&str] = &[
    "tags",
    "keywords",
    "categories",
    "meta_keywords",
    "labels",
    "subjects",
    "subject",
    "document tags",
];

/// Keys that the importers read themselves, and those that only say how a record is written.
pub(super) const OTHER: &[&str] = &[
    "image",
    "images",
    "associations",
    "associatedmedia",
    "top_image",
    "lead_image_url",
    "image_url",
    "photos",
    "pictures",
    "media",
    "preview_picture",
    "thumbnail",
    "@context",
    "@type",
    "$standard",
    "standard",
];
