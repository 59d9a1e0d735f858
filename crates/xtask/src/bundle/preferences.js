// What the reader has chosen is in effect before anything is painted (src/preferences.rs keeps it; the edition is
// kept by src/components/edition_switch.rs).
{
    const root = document.documentElement;
    const chosen = (name) => {
        try {
            return localStorage.getItem(`paoyici.${name}`);
        } catch {
            // A browser that keeps nothing has nothing to put into effect.
            return null;
        }
    };
    for (const name of ["theme", "size", "motion"]) {
        const choice = chosen(name);
        if (choice) root.dataset[name] = choice;
    }
    // 长辈版 is a segment of the path behind the language.
    const [, language, rest] = /^(\/(?:en|zh-Hant)(?=\/|$))?(.*)$/.exec(location.pathname);
    if (/^\/elder(\/|$)/.test(rest)) root.dataset.edition = "elder";
    else if (chosen("edition")) location.replace(`${language ?? ""}/elder${rest === "/" ? "" : rest}${location.search}${location.hash}`);
}
