//! The articles that come with the program, as the bytes of their files.
//!
//! They are read and stored like any other file, which is left to `import` and `store`.

/// The name and the bytes of each, the one that is shown first at the head.
pub const ARTICLES: &[(&str, &[u8])] = &[
    ("syria-moscow.txt", include_bytes!("../assets/articles/syria-moscow.txt")),
    ("how-to-read.md", include_bytes!("../assets/articles/how-to-read.md")),
    ("harbour-page.html", include_bytes!("../assets/articles/harbour-page.html")),
    ("the-long-feature.md", include_bytes!("../assets/articles/the-long-feature.md")),
    ("reservoir.json", include_bytes!("../assets/articles/reservoir.json")),
    ("arabic.html", include_bytes!("../assets/articles/arabic.html")),
    ("japanese.md", include_bytes!("../assets/articles/japanese.md")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_file_is_listed() {
        let folder = std::fs::read_dir("assets/articles").unwrap();
        let mut files: Vec<_> = folder.map(|file| file.unwrap().file_name()).collect();
        let mut listed: Vec<_> = ARTICLES.iter().map(|(name, _)| *name).collect();
        files.sort();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }
}
