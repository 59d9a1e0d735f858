//! `index.html` as the document around every page: the shell that it is by itself, and the places where a
//! finished page goes.

use app::edition::Edition;
use app::finished::Finished;
use app::language::Language;
use app::route::Route;
use axum::body::Bytes;
use cards::Shape;

use crate::endpoint::PNG;
use crate::public_url::PublicUrl;

/// The parts of `index.html`, in order. Between them stand its own head, the style sheet of the pages that
/// browsers load later, its own shell, and nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    before_head: String,
    head: String,
    before_later_style: String,
    later_style: String,
    before_page: String,
    shell: String,
    after_page: String,
    end: String,
}

/// The addresses by which a page is known to those who search: its own, and those in the other languages.
pub struct Known {
    own: String,
    in_language: [(&'static str, String); 4],
}

impl Known {
    /// The addresses of the page at `route`, below the public address.
    pub fn of(public_url: &PublicUrl, route: &Route, language: Language) -> Known {
        let address = |language: Language| format!("{public_url}{}", route.path_in(language));
        let [first, second, third] = Language::ALL.map(|language| (language.tag(), address(language)));
        let otherwise = ("x-default", first.1.clone());
        Known { own: address(language), in_language: [first, second, third, otherwise] }
    }

    fn links(&self) -> String {
        let mut links = format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&self.own));
        for (tag, address) in &self.in_language {
            let address = escaped(address);
            links.push_str(&format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">\n"));
        }
        links
    }

    /// The same for a sitemap.
    pub fn entry(&self) -> String {
        let mut entry = format!("<url><loc>{}</loc>", escaped(&self.own));
        for (tag, address) in &self.in_language {
            let address = escaped(address);
            entry.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>"));
        }
        entry + "</url>\n"
    }
}

/// What the interface answered for a page, and at which path.
pub struct Sent {
    /// Of the interface.
    pub path: String,
    /// JSON; nothing where there is not what was asked for.
    pub answer: Option<Bytes>,
}

impl Template {
    /// Takes a page apart at its marks; `None` where one is missing.
    pub fn read(page: &str) -> Option<Template> {
        let (before_head, rest) = page.split_once("<!--head-->")?;
        let (head, rest) = rest.split_once("<!--/head-->")?;
        let (before_later_style, rest) = rest.split_once("<!--later-->")?;
        let (later_style, rest) = rest.split_once("<!--/later-->")?;
        let (before_page, rest) = rest.split_once("<!--page-->")?;
        let (shell, rest) = rest.split_once("<!--/page-->")?;
        let (after_page, end) = rest.split_once("<!--answers-->")?;
        Some(Template {
            before_head: before_head.to_owned(),
            head: head.to_owned(),
            before_later_style: before_later_style.to_owned(),
            later_style: later_style.to_owned(),
            before_page: before_page.to_owned(),
            shell: shell.to_owned(),
            after_page: after_page.to_owned(),
            end: end.to_owned(),
        })
    }

    /// A page without content of its own, which the browser draws.
    pub fn shell(&self) -> String {
        self.filled(&self.head, "", &self.shell, "")
    }

    /// The document with a finished page in it, with what it was drawn from, and with the addresses by which
    /// it is known; with what is shown of it where it is passed on.
    pub fn page(
        &self,
        finished: &Finished,
        sent: &[Sent],
        known: Option<&Known>,
        shared: Option<&Shared>,
    ) -> String {
        let mut head = format!(
            "<meta name=\"description\" content=\"{}\">\n<title>{}</title>\n",
            escaped(&finished.description),
            escaped(&finished.title)
        );
        if let Some(known) = known {
            head.push_str(&known.links());
        }
        if !finished.for_searches {
            head.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        }
        if let Some(shared) = shared {
            head.push_str(&shared.block(finished));
        }
        if let Some(structured) = &finished.structured {
            head.push_str(&format!("<script type=\"application/ld+json\">{structured}</script>\n"));
        }
        let later_style = if finished.later_style { &self.later_style } else { "" };
        let answers: String = sent.iter().map(Sent::block).collect();
        let page = self.filled(&head, later_style, &finished.body, &answers);
        match finished.edition {
            Edition::Usual => page,
            Edition::Elder => page.replacen("<html ", "<html data-edition=\"elder\" ", 1),
        }
    }

    fn filled(&self, head: &str, later_style: &str, page: &str, answers: &str) -> String {
        let parts = [
            &self.before_head,
            head,
            &self.before_later_style,
            later_style,
            &self.before_page,
            page,
            &self.after_page,
            answers,
            &self.end,
        ];
        parts.concat()
    }
}

/// What programs show of a page where it is passed on (Open Graph): they want whole addresses.
pub struct Shared {
    /// Of the page.
    pub page: String,
    /// Of its picture.
    pub picture: String,
    /// What that shows.
    pub alternative: String,
}

impl Shared {
    fn block(&self, finished: &Finished) -> String {
        let (width, height) = Shape::Wide.size();
        let properties = [
            ("og:type", "website"),
            ("og:title", &finished.title),
            ("og:description", &finished.description),
            ("og:url", &self.page),
            ("og:image", &self.picture),
            ("og:image:type", PNG),
            ("og:image:width", &width.to_string()),
            ("og:image:height", &height.to_string()),
            ("og:image:alt", &self.alternative),
        ];
        let mut block: String = properties
            .iter()
            .map(|(name, content)| format!("<meta property=\"{name}\" content=\"{}\">\n", escaped(content)))
            .collect();
        block.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        block
    }
}

/// The longest answer that travels with its page, in bytes. A longer one, thousands of rows, would keep people
/// from reading the page that they can read already; the program asks for it.
const LONGEST_SENT_ALONG: usize = 512 * 1024;

impl Sent {
    /// Data that no browser runs, for [`app::api::ask`].
    fn block(&self) -> String {
        let answer = self.answer.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        if answer.len() > LONGEST_SENT_ALONG {
            return String::new();
        }
        format!(
            "<script type=\"application/json\" data-path=\"{}\">{}</script>\n",
            escaped(&self.path),
            // In JSON `<` stands in texts only, where it may be written like this; so nothing in it ends the
            // element.
            answer.replace('<', "\\u003c")
        )
    }
}

/// Text as it stands in HTML, within quotation marks too.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><!--head--><title>x</title><!--/head--><!--later--><link><!--/later--></head>\
        <div id=\"app\"><!--page-->wait<!--/page--></div><!--answers--></body>";

    fn finished(title: &str) -> Finished {
        Finished {
            found: true,
            title: title.to_owned(),
            description: "d".to_owned(),
            body: "<main>here</main>".to_owned(),
            structured: None,
            for_searches: true,
            card: None,
            edition: Edition::Usual,
            later_style: true,
        }
    }

    #[test]
    fn nothing_that_is_told_ends_the_element_it_stands_in() {
        let template = Template::read(PAGE).unwrap();
        let answer = Bytes::from_static(br#"{"a":"</script><script>alert(1)"}"#);
        let sent = Sent { path: "/api/home".to_owned(), answer: Some(answer) };
        let page = template.page(&finished("</title><b>\""), &[sent], None, None);
        assert!(page.contains("<title>&lt;/title&gt;&lt;b&gt;&quot;</title>"), "{page}");
        assert!(page.contains(r#"{"a":"\u003c/script>\u003cscript>alert(1)"}"#), "{page}");
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains("<main>here</main>") && page.contains("<link>") && !page.contains("wait"));
    }

    #[test]
    fn the_shell_is_the_page_as_it_was_built() {
        let template = Template::read(PAGE).unwrap();
        assert_eq!(template.shell(), "<head><title>x</title></head><div id=\"app\">wait</div></body>");
        assert_eq!(Template::read("<html>"), None);
    }
}
