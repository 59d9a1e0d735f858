//! The style sheets: `style/main.css` for what is loaded first, `style/later.css` for the rest, each with its
//! imports, lowered to the oldest browsers we draw for, and minified.

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Browsers, Targets};
use std::path::Path;

/// Chrome 97 is the last WebView of many phones that are no longer updated; Safari 16 came with iOS 16.
const OLDEST_BROWSERS: Browsers = Browsers {
    chrome: Some(97 << 16),
    safari: Some(16 << 16),
    ios_saf: Some(16 << 16),
    android: None,
    edge: None,
    firefox: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// Bundles the style sheet at `main`.
pub fn bundle(main: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| broken(&error))?;
    let targets = Targets::from(OLDEST_BROWSERS);
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| broken(&error))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| broken(&error))?.code)
}

fn broken(error: &impl std::fmt::Display) -> anyhow::Error {
    anyhow!("the style sheet is broken: {error}; mend it and start again")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn imports_are_inlined_and_nesting_is_lowered() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("main.css"), "@import \"part.css\";\na { b { margin: 0 } }").unwrap();
        fs::write(folder.path().join("part.css"), "p { color: #ffffff }").unwrap();
        assert_eq!(bundle(&folder.path().join("main.css")).unwrap(), "p{color:#fff}a b{margin:0}");
    }

    #[test]
    fn a_missing_import_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("main.css"), "@import \"part.css\";").unwrap();
        assert!(bundle(&folder.path().join("main.css")).unwrap_err().to_string().contains("style sheet"));
    }
}
