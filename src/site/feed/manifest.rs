//! The web manifest of an edition, with its name and icons for a home screen.

use serde::Serialize;

use crate::lang::Lang;
use crate::site::Site;
use crate::site::colour::Colour;

/// <https://www.w3.org/TR/appmanifest/>; the colours are those of the theme.
#[derive(Serialize)]
struct Manifest<'p> {
    name: &'p str,
    description: &'p str,
    lang: &'static str,
    dir: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    theme_color: String,
    background_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    media_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
}

/// The icons of the theme: file, size, media type, purpose.
const ICONS: [(&str, &str, &str, Option<&str>); 4] = [
    ("icon.svg", "any", "image/svg+xml", None),
    ("icon-192.png", "192x192", "image/png", None),
    ("icon-512.png", "512x512", "image/png", None),
    ("icon-maskable-512.png", "512x512", "image/png", Some("maskable")),
];

pub(in crate::site) fn manifest(site: &Site<'_>, lang: Lang) -> Vec<u8> {
    let config = &site.content.site;
    let accent = config.theme.accent.as_ref().and_then(|accent| Colour::parse(&accent.value));
    let icons = ICONS.map(|(file, sizes, media_type, purpose)| Icon {
        src: format!("../assets/{file}"),
        sizes,
        media_type,
        purpose,
    });
    let manifest = Manifest {
        name: config.name.get(lang),
        description: config.description.get(lang),
        lang: lang.tag(),
        dir: "ltr",
        start_url: "./",
        scope: "./",
        display: "browser",
        theme_color: accent.unwrap_or(Colour::DEFAULT_ACCENT).to_string(),
        background_color: "#ffffff",
        icons: icons.into(),
    };
    // Nothing in it can fail to be JSON.
    let mut json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    json.push(b'\n');
    json
}
