// Keeps what somebody has seen, so that it opens again without a network, and what every page begins with, so
// that a page nobody has seen can say why it does not open. The build and its files are filled in when the
// bundle is made.
//
// The network is always asked first for pages and data: what is kept is shown only where no answer comes, and
// the page is told from when it is. Files of the bundle never change, so they are taken from what is kept.
// Each build keeps its own: no page is put together from two of them.
const BUILD = "paoyici-{{build}}";
const FIRST = {{files}};
// The same of each language, by its first page; the shell comes first.
const IN_LANGUAGE = {{languages}};
const NAMED = new Set([...FIRST, ...Object.values(IN_LANGUAGE).flat()]);

// Pages of the build before this one may be open; those of older ones are gone.
const KEPT_EARLIER = 1;
const MOST_PAGES_AND_ANSWERS = 200;

addEventListener("install", (event) => {
    event.waitUntil((async () => {
        await (await caches.open(BUILD)).addAll(FIRST);
        const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
        for (const language of new Set(open.map(({ url }) => languageOf(new URL(url))))) await begin(language);
        await skipWaiting();
    })());
});

addEventListener("activate", (event) => {
    event.waitUntil((async () => {
        const earlier = (await caches.keys()).filter((name) => name !== BUILD);
        await Promise.all(earlier.slice(0, -KEPT_EARLIER).map((name) => caches.delete(name)));
        await registration.navigationPreload?.enable();
        await clients.claim();
    })());
});

// The first page of all was loaded before anything could be kept: it tells what it was made of.
addEventListener("message", (event) => {
    const addresses = event.data.seen?.filter((address) => new URL(address).origin === location.origin) ?? [];
    event.waitUntil(Promise.all(addresses.map(async (address) => {
        const kind = kindOf(new URL(address));
        if (kind && !(await kept(address))) await keep(address, await fetch(address).catch(() => undefined));
    })));
});

addEventListener("fetch", (event) => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== location.origin) return;
    const kind = kindOf(address);
    if (kind === "file") event.respondWith(file(event));
    else if (request.mode === "navigate" ? kind === "page" : kind === "answer") {
        event.respondWith(freshIfPossible(event));
    }
});

// By its first page.
function languageOf({ pathname }) {
    const within = (home) => home !== "/" && (pathname === home || pathname.startsWith(`${home}/`));
    return Object.keys(IN_LANGUAGE).find(within) ?? "/";
}

// Keeps what every page of a language begins with. Nobody is made to load another's.
async function begin(language) {
    const cache = await caches.open(BUILD);
    const missing = [];
    for (const name of IN_LANGUAGE[language]) if (!(await cache.match(name, { ignoreVary: true }))) missing.push(name);
    await cache.addAll(missing);
}

// What is neither is a download or nobody's business.
function kindOf({ pathname }) {
    if (pathname.startsWith("/assets/")) return "file";
    if (pathname.includes(".")) return undefined;
    return pathname.startsWith("/api/") ? "answer" : "page";
}

async function file(event) {
    const { request } = event;
    const found = await kept(request);
    if (found) return found;
    const answer = await fetch(request);
    event.waitUntil(keep(request, answer.clone()));
    return answer;
}

async function freshIfPossible(event) {
    const { request } = event;
    try {
        const answer = (await event.preloadResponse) ?? (await fetch(request));
        event.waitUntil(Promise.all([keep(request, answer.clone()), tell(event, undefined)]));
        if (request.mode === "navigate") event.waitUntil(begin(languageOf(new URL(request.url))).catch(() => undefined));
        return answer;
    } catch (error) {
        const found = await keptLike(request);
        if (found) {
            event.waitUntil(tell(event, found.headers.get("date")));
            return found;
        }
        if (request.mode !== "navigate") throw error;
        // In another language rather than nothing.
        for (const language of [languageOf(new URL(request.url)), ...Object.keys(IN_LANGUAGE)]) {
            const shell = await kept(IN_LANGUAGE[language][0]);
            if (shell) return shell;
        }
        throw error;
    }
}

// From when what the page shows is; nothing where it is from now.
async function tell({ resultingClientId, clientId }, keptOn) {
    const client = await clients.get(resultingClientId || clientId);
    client?.postMessage({ keptOn });
}

// The newest build first.
async function kept(request, how = {}) {
    for (const name of [BUILD, ...(await caches.keys()).reverse()]) {
        const found = await (await caches.open(name)).match(request, { ignoreVary: true, ...how });
        if (found) return found;
    }
    return undefined;
}

// One page tells of a service whatever was answered or chosen: the program makes it what the address says.
async function keptLike(request) {
    const { pathname, searchParams } = new URL(request.url);
    const same = await kept(request);
    if (same || request.mode !== "navigate") return same;
    const one = pathname.includes("/services/") && !searchParams.has("with");
    return one ? kept(request, { ignoreSearch: true }) : undefined;
}

async function keep(request, answer) {
    const control = answer?.headers.get("cache-control") ?? "";
    if (!answer?.ok || answer.type !== "basic" || answer.redirected || /no-store|private/.test(control)) return;
    const cache = await caches.open(BUILD);
    await cache.put(request, answer);
    const changing = (await cache.keys()).filter(({ url }) => {
        const { pathname } = new URL(url);
        return !NAMED.has(pathname) && kindOf({ pathname }) !== "file";
    });
    await Promise.all(changing.slice(0, -MOST_PAGES_AND_ANSWERS).map((old) => cache.delete(old)));
}
