//! What a page is about, in the words of schema.org, for those who read pages by program. What the data say is
//! Chinese in every language of the page.
//!
//! Of a real service only what was reported, and of the demonstration district nothing at all: a search
//! engine shows such data without the mark that belongs to it.

use domain::service::InForceState;
use domain::step::{Side, Step};
use domain::{Service, Version};
use serde_json::{Value, json};

use crate::language::Language;
use crate::words::words;

/// 首页: what this site is.
pub fn of_home() -> String {
    written(&json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": words().site.name,
        "description": words().home.lead,
        "inLanguage": Language::current().tag(),
    }))
}

/// 事项: the service, and how it is done where that was told; nothing of the demonstration district.
pub fn of_service(service: &Service) -> Option<String> {
    if service.illustrative {
        return None;
    }
    let mut entry = json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": service.name,
        "description": service.summary,
        "areaServed": service.area,
    });
    if !service.aliases.is_empty() {
        entry["alternateName"] = json!(service.aliases);
    }
    if let Some(authority) = &service.authority {
        entry["provider"] = json!({ "@type": "GovernmentOrganization", "name": authority });
    }
    if let Some(outcome) = &service.outcome {
        entry["serviceOutput"] = json!({ "@type": "Thing", "name": outcome });
    }
    let told = service
        .versions
        .iter()
        .rfind(|version| version.in_force.state == InForceState::InForce && !version.steps.is_empty());
    Some(written(&match told {
        Some(version) => json!([entry, how_to(service, version)]),
        None => entry,
    }))
}

fn how_to(service: &Service, version: &Version) -> Value {
    // What only some have to do is no step of everybody's.
    let is_everybodys = |step: &&Step| {
        step.side == Side::External && !step.optional && step.when.is_none() && step.choice.is_none()
    };
    let own = version.steps.iter().filter(is_everybodys);
    let steps: Vec<Value> = own.map(|step| json!({ "@type": "HowToStep", "name": step.name })).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": service.name,
        "inLanguage": Language::ZhHans.tag(),
        "step": steps,
    })
}

/// As text that may stand within a `<script>`: nothing in it ends the element.
fn written(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}
