// What the reader has chosen is in effect before anything is painted (src/preferences.rs keeps it).
try {
    for (const name of ["theme", "size", "motion"]) {
        const chosen = localStorage.getItem(`paoyici.${name}`);
        if (chosen) document.documentElement.dataset[name] = chosen;
    }
} catch {
    // A browser that keeps nothing has nothing to put into effect.
}
