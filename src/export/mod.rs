//! Articles and facts out: plain text, Markdown, JSON, CSV.
