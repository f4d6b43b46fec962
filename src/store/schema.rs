//! The tables of the library, and the steps that brought them there.
//!
//! Full-text search has no table yet: its index costs more than all the rest of an import
//! together, and no screen asks for it. The step that brings it can build it from `passage`.

/// What the database's header says whose file it is: "News".
pub(super) const APPLICATION: i32 = 0x4e65_7773;

/// The steps from one version of the schema to the next, the first from an empty file. Steps that
/// have been released are never changed: libraries were made by them.
pub(super) const STEPS: &[&str] = &[FIRST, MARKS, PICTURES, CORRECTIONS];

/// The parts of a version's text are numbered by this many low bits of [`passage key`](FIRST).
pub(super) const PASSAGE_BITS: u32 = 16;

/// The sequence within a second is held by this many low bits of an article's key.
pub(super) const SEQUENCE_BITS: u32 = 24;

/// Version 1.
///
/// - `article.key` is the second the article came, shifted, and a sequence: the order of rows is
///   the order of time. It is internal; `id` is the name that never changes.
/// - A version is named by the BLAKE3 hash of its text, which stands in `passage` in pieces, so
///   that a long text is never bound or read as one value. `form` holds the rest of the article,
///   packed; it may be replaced by that of a better importer, since no offset depends on it.
/// - Article and version name each other: the version is written first and its article by the end
///   of the transaction, so that `version (article, name)` finds what was owed.
/// - `version.original` is null where the text itself is what was imported.
/// - Each `article_by_*` index answers one order of the list; `state` at its end lets archived
///   articles be passed over without a look at their rows.
/// - `tally` counts articles by state, so that the list knows its length without counting.
const FIRST: &str = "
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    identity TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL REFERENCES version (key),
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    source TEXT,
    source_order TEXT NOT NULL,
    published TEXT,
    words INTEGER NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    progress INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3),
    starred INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX article_by_added ON article (key DESC, state);
CREATE INDEX article_by_published ON article (published DESC, key DESC, state);
CREATE INDEX article_by_title ON article (title_order, key DESC, state);
CREATE INDEX article_by_source ON article (source_order, published DESC, key DESC, state);
CREATE INDEX article_by_length ON article (words DESC, key DESC, state);
CREATE INDEX article_by_progress ON article (progress DESC, key DESC, state);

CREATE TABLE version (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (key) DEFERRABLE INITIALLY DEFERRED,
    name BLOB NOT NULL CHECK (length(name) = 32),
    created INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    form BLOB NOT NULL,
    original INTEGER REFERENCES original (key),
    UNIQUE (article, name)
) STRICT;

CREATE TABLE passage (
    key INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE original (
    key INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE CHECK (length(name) = 32),
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE facts (
    version INTEGER PRIMARY KEY REFERENCES version (key),
    engine INTEGER NOT NULL,
    facts BLOB NOT NULL
) STRICT;

CREATE TABLE bookmark (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL REFERENCES version (key),
    letter TEXT NOT NULL,
    anchor TEXT NOT NULL,
    UNIQUE (version, letter)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    made INTEGER NOT NULL,
    article BLOB NOT NULL,
    what TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    state INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT;
INSERT INTO tally VALUES (0, 0), (1, 0), (2, 0), (3, 0);
CREATE TRIGGER article_comes AFTER INSERT ON article BEGIN
    UPDATE tally SET articles = articles + 1 WHERE state = new.state;
END;
CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN
    UPDATE tally SET articles = articles - 1 WHERE state = old.state;
END;
CREATE TRIGGER article_moves AFTER UPDATE OF state ON article BEGIN
    UPDATE tally SET articles = articles - 1 WHERE state = old.state;
    UPDATE tally SET articles = articles + 1 WHERE state = new.state;
END;
";

/// Highlights, notes and tags.
///
/// - An annotation belongs to an article, not to a version: it goes along when the text changes.
///   `made_on` names the version it was made on, `exact` to `made_end` hold what stood there, and
///   `start` and `end` say where that is in the newest version; they are null where it is lost.
/// - `target` is 0 for the article as a whole, 1 for a passage, 2 for an image.
/// - `tags` are a JSON list of those that do not stand in the note.
/// - `draft` holds what is being written, until it is saved or given up.
const MARKS: &str = "
CREATE TABLE annotation (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    article INTEGER NOT NULL REFERENCES article (key),
    target INTEGER NOT NULL CHECK (target BETWEEN 0 AND 2),
    made_on TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    made_start INTEGER NOT NULL,
    made_end INTEGER NOT NULL,
    start INTEGER,
    end INTEGER,
    standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND 2),
    color INTEGER CHECK (color BETWEEN 0 AND 4),
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    source TEXT,
    UNIQUE (article, source)
) STRICT;
CREATE INDEX annotation_by_place ON annotation (article, start);
CREATE INDEX annotation_by_time ON annotation (created DESC, key DESC);

CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article (key),
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_name ON tag (tag, article);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    article BLOB NOT NULL CHECK (length(article) = 16),
    annotation TEXT NOT NULL,
    written INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The pictures that came with articles.
///
/// A picture is named by the BLAKE3 hash of its bytes and kept once, whoever shows it.
const PICTURES: &str = "
CREATE TABLE picture (
    key INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE CHECK (length(name) = 32),
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE version_picture (
    version INTEGER NOT NULL REFERENCES version (key),
    picture INTEGER NOT NULL REFERENCES picture (key),
    PRIMARY KEY (version, picture)
) STRICT, WITHOUT ROWID;
";

/// Corrections of facts. `article` is empty where a rule is about a name, and so about all
/// articles; otherwise it names one, which need not be there yet. `rule` is JSON; two corrections
/// with the same rule are one.
const CORRECTIONS: &str = "
CREATE TABLE correction (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    article BLOB NOT NULL CHECK (length(article) IN (0, 16)),
    rule TEXT NOT NULL,
    UNIQUE (article, rule)
) STRICT;
";
