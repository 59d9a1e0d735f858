//! The files of the build that was served before this one. A page that was opened before a deploy asks for its
//! later parts after it, by names that only the earlier program knew: they are kept beside the database.
//!
//! `current` holds the files of the program that serves, `previous` those of the last one that was different.
//! Nobody depends on them being there: where the directory cannot be written, the program serves without.

use std::path::Path;
use std::{fs, io};

use super::{EMBEDDED, WebFile};

/// The directory beside the database.
const DIRECTORY: &str = "builds";

/// Lists the files of a build, in a file beside them: path, hash and content type of each on a line.
const LIST: &str = "files.txt";

/// Keeps the files of this program for the next one, and reads those of the one before.
pub fn keep(data: &Path) -> &'static [WebFile] {
    rotated(EMBEDDED, &data.join(DIRECTORY)).unwrap_or_else(|error| {
        tracing::warn!(%error, "cannot keep the files of the build: pages opened before a deploy may break");
        &[]
    })
}

pub(super) fn rotated(own: &[WebFile], builds: &Path) -> io::Result<&'static [WebFile]> {
    let own: Vec<&WebFile> = own.iter().filter(|file| file.immutable).collect();
    if own.is_empty() {
        return Ok(&[]);
    }
    let [current, previous, partial] = ["current", "previous", "partial"].map(|name| builds.join(name));
    let line = |file: &&WebFile| format!("{} {} {}\n", file.path, file.hash, file.content_type);
    let list: String = own.iter().map(line).collect();
    if fs::read_to_string(current.join(LIST)).is_ok_and(|kept| kept == list) {
        return read(&previous);
    }
    remove(&partial)?;
    fs::create_dir_all(&partial)?;
    for file in own {
        let name = name_of(file.path);
        fs::write(partial.join(name), file.raw)?;
        for (ending, content) in [("br", file.br), ("gz", file.gzip)] {
            if let Some(content) = content {
                fs::write(partial.join(format!("{name}.{ending}")), content)?;
            }
        }
    }
    fs::write(partial.join(LIST), list)?;
    if current.exists() {
        remove(&previous)?;
        fs::rename(&current, &previous)?;
    }
    fs::rename(&partial, &current)?;
    read(&previous)
}

/// Reads the files of a build; they stay in memory as long as the program runs, as its own do.
fn read(build: &Path) -> io::Result<&'static [WebFile]> {
    let list = match fs::read_to_string(build.join(LIST)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(&[]),
        list => list?,
    };
    let mut files = list.lines().map(|line| read_file(build, line)).collect::<io::Result<Vec<_>>>()?;
    files.sort_by_key(|file| file.path);
    Ok(files.leak())
}

fn read_file(build: &Path, line: &str) -> io::Result<WebFile> {
    let mut told = line.splitn(3, ' ').map(str::to_owned);
    let [Some(path), Some(hash), Some(content_type)] = [told.next(), told.next(), told.next()] else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("{LIST} has the line «{line}»")));
    };
    let file = build.join(name_of(&path));
    let raw = fs::read(&file)?;
    // Where a companion is missing the file itself is sent.
    let companion = |ending: &str| -> Option<&'static [u8]> {
        let content = fs::read(file.with_added_extension(ending)).ok()?;
        Some(content.leak())
    };
    Ok(WebFile {
        br: companion("br"),
        gzip: companion("gz"),
        path: path.leak(),
        content_type: content_type.leak(),
        immutable: true,
        hash: hash.leak(),
        raw: raw.leak(),
    })
}

/// The last part of a path; never a way out of the directory.
fn name_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn remove(directory: &Path) -> io::Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
