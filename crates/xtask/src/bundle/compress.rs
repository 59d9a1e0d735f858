//! Compresses once, as well as it goes, what the server would otherwise compress badly for each request.

use super::{files_below, write_file};
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What shrinks; pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 10] =
    ["bin", "css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Writes `name.br` and `name.gz` beside each file that they make smaller.
pub fn beside_each_file(directory: &Path) -> Result<()> {
    files_below(directory)?.into_par_iter().try_for_each(|file| {
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        if !COMPRESSIBLE.contains(&&*ending) {
            return Ok(());
        }
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        for (suffix, compressed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
            if compressed.len() < content.len() {
                write_file(&with_suffix(&file, suffix), &compressed)?;
            }
        }
        Ok(())
    })
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    PathBuf::from(name)
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let best = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &best).context("brotli failed")?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).context("gzip failed")?;
    encoder.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_shrink_get_company() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).unwrap();
        write("long.css", "a{color:red}".repeat(100).as_bytes());
        write("short.txt", b"a");
        write("picture.png", &[0; 1000]);
        beside_each_file(folder.path()).unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["long.css", "long.css.br", "long.css.gz", "picture.png", "short.txt"]);
    }
}
