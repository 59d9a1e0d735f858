//! The address by which the public reaches this server: behind a proxy the server can't know it.

use std::fmt;
use std::str::FromStr;

use axum::http::Uri;

/// `https://example.org`: a scheme and a host, no path, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    text: String,
    https: bool,
}

impl PublicUrl {
    /// The address, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the public reaches this server over an encrypted connection.
    pub fn is_https(&self) -> bool {
        self.https
    }
}

/// Why a text is no public address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no public address: write it like https://example.org, without path, query or user")]
pub struct NoPublicUrl(String);

impl FromStr for PublicUrl {
    type Err = NoPublicUrl;

    fn from_str(text: &str) -> Result<PublicUrl, NoPublicUrl> {
        let refused = || NoPublicUrl(text.chars().take(200).collect());
        let uri: Uri = text.parse().map_err(|_| refused())?;
        let https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(refused()),
        };
        let host = uri.authority().filter(|host| !host.as_str().contains('@')).ok_or_else(refused)?;
        // Comparing the whole text also refuses what the parser has dropped, like `#section`.
        let written = format!("{}://{host}", if https { "https" } else { "http" });
        match text.strip_suffix('/').unwrap_or(text).eq_ignore_ascii_case(&written) {
            true => Ok(PublicUrl { text: written.to_ascii_lowercase(), https }),
            false => Err(refused()),
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_scheme_and_a_host() {
        let read = |text: &str| text.parse::<PublicUrl>().map(|url| url.to_string());
        assert_eq!(read("https://example.org").as_deref(), Ok("https://example.org"));
        assert_eq!(read("https://Example.org/").as_deref(), Ok("https://example.org"));
        assert_eq!(read("http://127.0.0.1:8080").as_deref(), Ok("http://127.0.0.1:8080"));
        for bad in [
            "",
            "example.org",
            "/",
            "ftp://example.org",
            "https://",
            "https://example.org/a",
            "https://example.org?a",
            "https://example.org#a",
            "https://a@example.org",
            "https://example.org//",
            "https://exa mple.org",
            "javascript:alert(1)",
        ] {
            let refused = read(bad).unwrap_err();
            assert!(refused.to_string().contains("is no public address"), "{bad}");
        }
    }
}
