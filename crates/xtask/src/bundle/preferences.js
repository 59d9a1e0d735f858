// How the reader wants pages to look: put into effect before anything is painted, shown in the sheet that
// src/components/preferences.rs draws, and kept on the phone. All of it is here, because none of it may wait for
// the program, or be lost where it does not come.
{
    const root = document.documentElement;
    // Where this does not run there is nothing to choose (public/without-program.css).
    root.classList.add("has-looks");
    const kept = (name) => {
        try {
            return localStorage.getItem(`paoyici.${name}`) ?? "";
        } catch {
            // A browser that keeps nothing has nothing to put into effect.
            return "";
        }
    };
    const keep = (name, choice) => {
        try {
            if (choice) localStorage.setItem(`paoyici.${name}`, choice);
            else localStorage.removeItem(`paoyici.${name}`);
        } catch {
            // It holds for as long as the page is shown.
        }
    };
    const put = (name, choice) => {
        if (choice) root.dataset[name] = choice;
        else delete root.dataset[name];
    };
    for (const name of ["theme", "size", "motion"]) put(name, kept(name));
    // Whoever comes back is put where they were, which takes a page that is laid out (style/layout.css).
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") root.dataset.back = "";
    // Before anything that stops an event on its way: what is chosen holds also where the program does not go on.
    addEventListener("change", ({ target }) => {
        if (!target.closest(".preferences")) return;
        put(target.name, target.value);
        keep(target.name, target.value);
    }, true);
    // The sheet is opened before anybody sees what is chosen there.
    addEventListener("toggle", ({ target }) => {
        if (!target.matches(".preferences")) return;
        for (const input of target.querySelectorAll("input")) input.checked = (root.dataset[input.name] ?? "") === input.value;
    }, true);

    // 长辈版 is a segment of the path behind the language; who has chosen it once comes back to it.
    const [, language, rest] = /^(\/(?:en|zh-Hant)(?=\/|$))?(.*)$/.exec(location.pathname);
    if (/^\/elder(\/|$)/.test(rest)) put("edition", "elder");
    else if (kept("edition")) location.replace(`${language ?? ""}/elder${rest === "/" ? "" : rest}${location.search}${location.hash}`);
    addEventListener("click", ({ target }) => {
        if (target.closest(".edition-switch")) keep("edition", root.dataset.edition ? "" : "elder");
    }, true);
}
