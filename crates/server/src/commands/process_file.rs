//! Process files as they are named at the command line: `FILE`, or `FILE#version-id`.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use domain::{Service, Version};

use super::failure::CommandError;

/// A file, and perhaps one of its versions.
#[derive(Debug, Clone)]
pub(super) struct Named {
    file: PathBuf,
    version: Option<String>,
}

impl FromStr for Named {
    type Err = std::convert::Infallible;

    /// A file that has a `#` in its name is itself; otherwise what follows the last one is a version.
    fn from_str(text: &str) -> Result<Named, Self::Err> {
        Ok(match text.rsplit_once('#') {
            Some((file, version)) if !Path::new(text).exists() => {
                Named { file: file.into(), version: Some(version.to_owned()) }
            }
            _ => Named { file: text.into(), version: None },
        })
    }
}

/// One version of a service that was read from a file.
pub(super) struct Chosen {
    pub(super) service: Service,
    pub(super) version: Version,
}

impl Named {
    /// The file as it was named.
    pub(super) fn file(&self) -> String {
        self.file.display().to_string()
    }

    /// The name of the file without its folders.
    pub(super) fn file_name(&self) -> String {
        self.file.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What is in the file.
    pub(super) fn text(&self) -> Result<String, CommandError> {
        let bytes = fs::read(&self.file)
            .map_err(|error| CommandError::refused(format!("cannot read {}: {error}", self.file())))?;
        String::from_utf8(bytes)
            .map_err(|_| CommandError::refused(format!("{}: is no text in UTF-8", self.file())))
    }

    /// The service in the file.
    pub(super) fn service(&self) -> Result<Service, CommandError> {
        let text = self.text()?;
        Service::parse(&text).map_err(|error| CommandError::refused(format!("{}: {error}", self.file())))
    }

    /// The named version, or the only one there is.
    pub(super) fn one_version(&self) -> Result<Chosen, CommandError> {
        let service = self.service()?;
        let version = match self.versions(&service)?.as_slice() {
            [] => return Err(CommandError::refused(format!("{} has no version", self.file()))),
            [only] => (*only).clone(),
            _ => {
                let told = service.versions.iter().map(|v| format!("{}#{}", self.file(), v.id));
                let told: Vec<String> = told.collect();
                return Err(CommandError::refused(format!(
                    "{} has {} versions: name one of {}",
                    self.file(),
                    told.len(),
                    told.join(", ")
                )));
            }
        };
        Ok(Chosen { service, version })
    }

    /// The named version, or all there are.
    pub(super) fn versions<'a>(&self, service: &'a Service) -> Result<Vec<&'a Version>, CommandError> {
        let Some(id) = &self.version else { return Ok(service.versions.iter().collect()) };
        let found = service.versions.iter().find(|version| version.id.as_str() == id);
        found.map(|version| vec![version]).ok_or_else(|| {
            let there: Vec<&str> = service.versions.iter().map(|version| version.id.as_str()).collect();
            let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
            CommandError::refused(format!("{} has no version `{id}`: it has {there}", self.file()))
        })
    }
}
