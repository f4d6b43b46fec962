//! Where the program keeps its files.

use directories::ProjectDirs;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where the program keeps its files: the desktop's folders (`XDG_*` on Linux), unless the
/// environment (`NEWSPRINT_*`) or the command line says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paths {
    /// The settings file; `None` where there is no home folder and none was named.
    pub config: Option<PathBuf>,
    /// Whether the settings file was named by the reader, so that it should be there.
    pub config_named: bool,
    /// The folder of the reader's own themes: `themes` beside the settings file.
    pub themes: Option<PathBuf>,
    /// The folder of the reader's own templates: `templates` beside the settings file.
    pub templates: Option<PathBuf>,
    /// The library; `None` where there is no home folder and none was named.
    pub library: Option<PathBuf>,
    /// Whether the library was named by the command line or the environment, against which the
    /// settings file has no say.
    pub library_named: bool,
}

/// What the command line says of paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--library`.
    pub library: Option<PathBuf>,
}

impl Paths {
    /// The paths of this process.
    pub fn new(named: Named) -> Self {
        let folders = ProjectDirs::from("", "", "newsprint").map(|dirs| Folders {
            config: dirs.config_dir().to_owned(),
            data: dirs.data_dir().to_owned(),
        });
        Self::choose(named, folders, |name| std::env::var_os(name))
    }

    fn choose(
        named: Named,
        folders: Option<Folders>,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        let path = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let config = named.config.or_else(|| path("NEWSPRINT_CONFIG"));
        let library = named.library.or_else(|| path("NEWSPRINT_LIBRARY"));
        let (config_named, library_named) = (config.is_some(), library.is_some());
        let (config_folder, data_folder) = folders.map(|it| (it.config, it.data)).unzip();
        let data_folder = path("NEWSPRINT_DATA").or(data_folder);
        let config = config.or_else(|| config_folder.map(|it| it.join("config.toml")));
        Self {
            themes: config.as_deref().and_then(Path::parent).map(|it| it.join("themes")),
            templates: config.as_deref().and_then(Path::parent).map(|it| it.join("templates")),
            config,
            config_named,
            library: library.or_else(|| data_folder.map(|it| it.join("library.db"))),
            library_named,
        }
    }
}

/// The desktop's folders.
#[derive(Debug)]
struct Folders {
    config: PathBuf,
    data: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(named: Named, environment: &[(&str, &str)]) -> Paths {
        let folders = Folders { config: "/c".into(), data: "/d".into() };
        let value = |name: &str| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into())
        };
        Paths::choose(named, Some(folders), value)
    }

    #[test]
    fn the_desktops_folders_are_the_default() {
        let paths = paths(Named::default(), &[]);
        assert_eq!(paths.config, Some("/c/config.toml".into()));
        assert_eq!(paths.themes, Some("/c/themes".into()));
        assert_eq!(paths.library, Some("/d/library.db".into()));
        assert!(!paths.config_named && !paths.library_named);
    }

    #[test]
    fn the_environment_goes_before_the_desktop() {
        let environment = [("NEWSPRINT_CONFIG", "/e/mine.toml"), ("NEWSPRINT_DATA", "/e/data")];
        let paths = paths(Named::default(), &environment);
        assert_eq!(paths.config, Some("/e/mine.toml".into()));
        assert_eq!(paths.themes, Some("/e/themes".into()));
        assert_eq!(paths.library, Some("/e/data/library.db".into()));
        assert!(paths.config_named);
    }

    #[test]
    fn the_command_line_goes_before_the_environment() {
        let named = Named { config: Some("/a.toml".into()), library: Some("/a.db".into()) };
        let environment = [("NEWSPRINT_CONFIG", "/b.toml"), ("NEWSPRINT_LIBRARY", "/b.db")];
        let paths = paths(named, &environment);
        assert_eq!((paths.config, paths.library), (Some("/a.toml".into()), Some("/a.db".into())));
    }

    #[test]
    fn an_empty_variable_says_nothing() {
        let paths = paths(Named::default(), &[("NEWSPRINT_LIBRARY", "")]);
        assert_eq!(paths.library, Some("/d/library.db".into()));
        assert!(!paths.library_named);
    }

    #[test]
    fn without_a_home_there_are_only_named_paths() {
        let named = Named { library: Some("/a.db".into()), config: None };
        let paths = Paths::choose(named, None, |_| None);
        assert_eq!((paths.config, paths.library), (None, Some("/a.db".into())));
    }
}
