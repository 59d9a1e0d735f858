//! Every page as it leaves the server, on the data that ship: what somebody reads without a program.

use super::*;
use crate::cards::turns;
use crate::overview::Overview;
use crate::web::Earlier;
use crate::{routes, seeds};
use store::{Examples, Store};
use tempfile::TempDir;

struct Site {
    _directory: TempDir,
    pages: Router,
}

const DOCUMENT: &str = include_str!("../../../../index.html");

async fn site(public_url: Option<&str>) -> Site {
    site_with(Some(DOCUMENT), public_url).await
}

async fn site_with(document: Option<&str>, public_url: Option<&str>) -> Site {
    let directory = tempfile::tempdir().unwrap();
    let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
    store.load(&seeds::readable()).await.unwrap();
    let public_url = public_url.map(|url| url.parse().unwrap());
    let state = AppState {
        store,
        overview: Overview::default(),
        public_url,
        aside: turns(),
        earlier: Earlier::default(),
    };
    let interface = routes::interface().with_state(state.clone());
    Site { _directory: directory, pages: Pages::into([document; 3], &state, interface).router() }
}

impl Site {
    async fn get(&self, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = self.pages.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }
}

#[tokio::test]
async fn every_page_is_whole_before_any_program_runs() {
    let site = site(Some("https://example.org")).await;
    for (path, title, said) in [
        ("/", "多地多窗多次，变一地一窗一次 · 跑一次", vec!["491", "273", "比改前少 57.1 %"]),
        ("/?q=备案", "多地多窗多次，变一地一窗一次 · 跑一次", vec!["value=\"备案\"", "投资项目备案"]),
        (
            "/services/investment-filing?from=before&to=platform",
            "投资项目备案 · 跑一次",
            vec!["57.1 %", "审批时限由原先7个工作日"],
        ),
        ("/services/investment-filing?from=before&to=online", "投资项目备案 · 跑一次", vec!["28.6 %"]),
        (
            "/services/example-investment-filing",
            "企业投资项目备案（示例） · 跑一次",
            vec!["示例，不能作为办事依据"],
        ),
        ("/runs", "换位跑记录 · 跑一次", vec!["农业一线「新农人」走访"]),
        ("/runs/new-farmers", "农业一线「新农人」走访 · 跑一次", vec!["新农人"]),
        ("/about", "关于行动 · 跑一次", vec!["齐不齐", "现场看"]),
    ] {
        let (status, page) = site.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(page.contains(&format!("<title>{title}</title>")), "{path}");
        for words in said {
            assert!(page.contains(words), "«{words}» is not at {path}");
        }
        assert!(page.matches("<h1").count() == 1 && page.contains("跳到正文"), "{path}");
        let canonical = path.split('?').next().unwrap();
        // Whoever finds a page of the demonstration district reads its mark before opening it.
        if path.contains("/example-") {
            assert!(
                title.contains("（示例）")
                    && page.contains("<meta name=\"description\" content=\"示例，不能作为办事依据")
            );
        }
        let link = format!("<link rel=\"canonical\" href=\"https://example.org{canonical}\">");
        assert!(page.contains(&link) && !page.contains("noindex"), "{path}");
        assert!(
            page.matches("<meta name=\"description\"").count() == 1 && !page.contains("正在打开"),
            "{path}"
        );
        assert!(!page.contains(" style=") && !page.contains(" onclick="), "{path}");
        assert_eq!(page.contains("/style/later.css"), path != "/", "{path}");
    }
}

#[tokio::test]
async fn every_page_is_in_each_language_and_says_where() {
    let site = site(Some("https://example.org")).await;
    for (prefix, tag, title, said) in [
        ("", "zh-Hans", "关于行动 · 跑一次", "跳到正文"),
        ("/zh-Hant", "zh-Hant", "關於行動 · 跑一次", "跳到正文"),
        ("/en", "en", "About the campaign · Paoyici", "Skip to the content"),
    ] {
        let (status, page) = site.get(&format!("{prefix}/about")).await;
        assert_eq!(status, StatusCode::OK);
        for told in [
            format!("<html lang=\"{tag}\">"),
            format!("<title>{title}</title>"),
            said.to_owned(),
            format!("<link rel=\"canonical\" href=\"https://example.org{prefix}/about\">"),
            "<link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"https://example.org/about\">".to_owned(),
            "<link rel=\"alternate\" hreflang=\"zh-Hant\" href=\"https://example.org/zh-Hant/about\">"
                .to_owned(),
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/en/about\">".to_owned(),
            "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/about\">".to_owned(),
        ] {
            assert!(page.contains(&told), "{told} is not at {prefix}/about");
        }
        let (status, shell) = site.get(&format!("{prefix}/shell.html")).await;
        assert!(
            status == StatusCode::OK
                && shell.contains(&format!("<html lang=\"{tag}\">"))
                && !shell.contains("{{")
        );
    }
    let (status, _) = site.get("/fr/about").await;
    assert_eq!(status, StatusCode::NOT_FOUND, "a language that is not there is an address that is not");
    let (_, map) = site.get("/sitemap.xml").await;
    assert!(map.contains(
        "<loc>https://example.org/en/services/investment-filing</loc><xhtml:link rel=\"alternate\""
    ));
}

/// What a page is drawn from, by the path of the interface.
fn sent_along(page: &str) -> Vec<(&str, &str)> {
    let blocks = page.split("<script type=\"application/json\" data-path=\"").skip(1);
    blocks.map(|block| block.split_once("</script>").unwrap().0.split_once("\">").unwrap()).collect()
}

#[tokio::test]
async fn a_page_brings_the_answers_that_it_is_drawn_from_and_no_others() {
    let site = site(None).await;
    let (_, page) = site.get("/services/investment-filing").await;
    let [(path, json)] = sent_along(&page)[..] else { panic!("one answer") };
    assert_eq!(path, "/api/services/investment-filing");
    let answer: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(answer["service"]["name"], "投资项目备案");
    assert!(!page.contains("canonical"), "without a public address there is none to tell");
}

#[tokio::test]
async fn everything_that_an_address_asks_of_a_comparison_is_on_the_page() {
    let site = site(None).await;
    let apartment = "/services/example-talent-apartment";
    let (_, dated) = site.get(&format!("{apartment}?start=2026-11-23")).await;
    assert!(dated.contains("value=\"2026-11-23\""), "the start day is in its field");
    let (_, supposed) = site.get(&format!("{apartment}?from=before&if=drop:consult")).await;
    assert!(supposed.contains("<title>假设：") && supposed.contains("name=\"if\" value=\"drop:consult\""));
    let (_, two) = site.get(&format!("{apartment}?with=example-small-restaurant")).await;
    assert_eq!(sent_along(&two).len(), 2);
    assert!(two.contains("name=\"with\" value=\"example-small-restaurant\""));
    let (_, unread) = site.get(&format!("{apartment}?start=2026-02-30")).await;
    assert!(unread.contains("start=2026-02-30"), "what nobody understands is told");
}

#[tokio::test]
async fn a_form_without_a_program_asks_what_the_program_would() {
    let site = site(None).await;
    let (_, asked) = site.get("/services/example-investment-filing?answers=new-land:yes").await;
    let (_, sent) = site.get("/services/example-investment-filing?from=&start=&answers.new-land=yes").await;
    // The same page in another language or edition is at the address as it was asked.
    let besides = |page: &str, asked: &str| page.replace(&format!("?{asked}\""), "\"");
    assert_eq!(
        besides(&asked, "answers=new-land:yes"),
        besides(&sent, "from=&amp;start=&amp;answers.new-land=yes")
    );
    let (_, open) = site.get("/services/example-investment-filing").await;
    assert_ne!(besides(&asked, "answers=new-land:yes"), open);
}

#[tokio::test]
async fn what_is_not_there_is_told_on_a_page_of_its_own() {
    let site = site(Some("https://example.org")).await;
    for path in
        ["/nowhere", "/services/nope", "/runs/nope", "/services/%00", "/index.html", "/services/%E0%A4"]
    {
        let (status, page) = site.get(path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.contains("<title>找不到页面 · 跑一次</title>") && !page.contains("canonical"), "{path}");
    }
    let (_, page) = site.get("/services/nope").await;
    assert_eq!(sent_along(&page), [("/api/services/nope", "")], "the browser need not ask again");
    let (status, page) = site.get("/services/tax-hall?with=nope").await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("只看「办税」"), "two services");
}

#[tokio::test]
async fn programs_are_told_of_the_real_district_only() {
    let site = site(Some("https://example.org")).await;
    let (_, real) = site.get("/services/investment-filing").await;
    assert!(real.contains("\"GovernmentService\"") && !real.contains("\"HowTo\""), "no step was reported");
    for path in
        ["/services/example-investment-filing", "/services/investment-filing?with=example-investment-filing"]
    {
        let (_, example) = site.get(path).await;
        assert!(!example.contains("ld+json"), "{path}");
    }
    let (_, map) = site.get("/sitemap.xml").await;
    assert!(map.contains("<loc>https://example.org/services/investment-filing</loc>"));
    assert!(!map.contains("example-"), "{map}");
    let (_, rules) = site.get("/robots.txt").await;
    assert!(rules.contains("Sitemap: https://example.org/sitemap.xml"));
}

#[tokio::test]
async fn who_passes_a_page_on_passes_its_card_on() {
    let site = site(Some("https://example.org")).await;
    let (_, page) = site.get("/services/investment-filing?from=before&to=platform").await;
    let property = |name: &str, content: &str| format!("<meta property=\"{name}\" content=\"{content}\">");
    let address = "https://example.org/services/investment-filing?from=before&amp;to=platform";
    let card = "https://example.org/cards/investment-filing/wide.png?from=before&amp;to=platform";
    for (name, content) in [
        ("og:title", "投资项目备案 · 跑一次"),
        ("og:url", address),
        ("og:image", card),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "「投资项目备案」改前改后的数字"),
    ] {
        assert!(page.contains(&property(name, content)), "{name}");
    }
    for (home, tag) in [("/en", "en"), ("/zh-Hant", "zh-Hant")] {
        let (_, page) = site.get(&format!("{home}/services/investment-filing?from=before&to=platform")).await;
        assert!(page.contains(&property("og:image", &format!("{card}&amp;lang={tag}"))), "{tag}");
    }
    let (_, default) = site.get("/services/example-talent-apartment").await;
    assert!(default.contains("/cards/example-talent-apartment/wide.png?from="), "its mark is on the card");
    let (_, alone) = site.get("/services/tax-hall").await;
    assert!(alone.contains(&property("og:image", "https://example.org/cards/tax-hall/wide.png")));
    for path in [
        "/",
        "/services/nope",
        "/services/investment-filing?from=never",
        "/services/example-talent-apartment?from=before&if=drop:consult",
        "/services/tax-hall?with=example-talent-apartment",
    ] {
        assert!(!site.get(path).await.1.contains("og:image"), "{path}");
    }
    let (_, page) = self::site(None).await.get("/services/investment-filing").await;
    assert!(!page.contains("og:"), "without a public address there is none to pass on");
}

#[tokio::test]
async fn nothing_in_an_address_breaks_a_page_or_out_of_its_text() {
    let site = site(Some("https://example.org")).await;
    let long = "x".repeat(20_000);
    let words = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "</script><script>alert(1)</script>",
        "javascript:alert(1)",
        "\u{202e}gnihtyna",
        "備案 💥 \u{0}\u{7f}\u{feff}",
        "..%2f..%2fetc",
        "2026-02-30",
        "9999-12-31",
        &long,
    ];
    let encoded = words.map(|words| words.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>());
    let broken = ["%", "%E0%A4", "%ff", "&&=&=", "+", "%2"].map(str::to_owned);
    let places = [
        "/?q=",
        "/",
        "/services/",
        "/runs/",
        "/services/example-talent-apartment?from=",
        "/services/example-talent-apartment?to=",
        "/services/example-talent-apartment?with=",
        "/services/example-talent-apartment?answers=",
        "/services/example-talent-apartment?answers.kind=",
        "/services/example-talent-apartment?start=",
        "/services/example-talent-apartment?kind=",
        "/services/example-talent-apartment?step=",
        "/services/example-talent-apartment?from=before&if=",
        "/services/example-talent-apartment?from=before&if=drop:",
    ];
    for hostile in encoded.iter().chain(&broken) {
        for place in places {
            let path = format!("{place}{hostile}");
            // What is no address at all is refused before it gets here.
            let Ok(request) = Request::get(&path).body(Body::empty()) else { continue };
            let response = site.pages.clone().oneshot(request).await.unwrap();
            assert!(response.status() < StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            let page = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            let page = String::from_utf8(page.to_vec()).unwrap();
            let scripts = page.matches("<script").count();
            assert_eq!(scripts, page.matches("<script type=\"application/").count(), "{path}");
            assert!(
                !page.contains("<img") && !page.contains("<svg/onload") && page.matches("<h1").count() == 1,
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn a_build_without_pages_says_so() {
    let (status, said) = site_with(None, None).await.get("/").await;
    assert!(status == StatusCode::NOT_FOUND && said.contains("cargo xtask serve"), "{said}");
}

#[tokio::test]
async fn pages_are_read_and_never_written() {
    let request = Request::post("/about").body(Body::empty()).unwrap();
    let response = site(None).await.pages.oneshot(request).await.unwrap();
    assert_eq!(
        (response.status(), &response.headers()[ALLOW]),
        (StatusCode::METHOD_NOT_ALLOWED, &"GET, HEAD".parse().unwrap())
    );
}
