
// Starts the pages. The address and the checksum of the module are filled in when the bundle is made.
// Where a browser cannot fetch, check, compile or start it, or it stops later, the page that is shown goes on
// as one without a program: it says so, and its links and forms are the browser's.
let running = true;
const stop = () => {
    if (!running) return;
    running = false;
    document.getElementById("boot-failed")?.removeAttribute("hidden");
    // Nobody could close a sheet that keeps everything else out of reach.
    for (const sheet of document.querySelectorAll("dialog[open]")) sheet.close();
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/without-program.css";
    document.head.append(style);
    for (const kind of ["click", "submit", "input", "change", "keydown"]) {
        addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
    }
    addEventListener("popstate", () => location.reload(), true);
};
const stopOnPanic = (event) => {
    if ((event.error ?? event.reason) instanceof WebAssembly.RuntimeError) stop();
};
addEventListener("error", stopOnPanic);
addEventListener("unhandledrejection", stopOnPanic);
// In a moment of its own: the one in which this script runs is also that in which the page is finished.
takeover.moment()
    .then(() => __wbg_init({ module_or_path: fetch("{{module}}", { integrity: "{{integrity}}" }) }))
    .catch((error) => {
        console.error(error);
        stop();
    });

// Without a network. A new build is offered, never forced; inside WeChat nothing is kept, because its browser
// shows old pages long after there are new ones.
const worker = /MicroMessenger/i.test(navigator.userAgent) ? undefined : navigator.serviceWorker;
if (worker) {
    const line = (name) => document.getElementById(name);
    const isFirstVisit = !worker.controller;
    let isKept = !isFirstVisit;
    worker.addEventListener("controllerchange", () => {
        if (isKept) line("new-build").removeAttribute("hidden");
        isKept = true;
    });
    worker.addEventListener("message", ({ data: { keptOn } }) => {
        const when = keptOn && new Date(keptOn).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
        line("kept-on").textContent = when ?? "";
        line("kept").hidden = !when;
    });
    addEventListener("load", async () => {
        const registered = await worker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
        if (!registered || !isFirstVisit) return;
        const { active } = await worker.ready;
        const tell = (seen) => active.postMessage({ seen });
        tell([location.href]);
        // What was asked for before the worker was there may arrive after it.
        new PerformanceObserver((list) => tell(list.getEntries().map(({ name }) => name)))
            .observe({ type: "resource", buffered: true });
    });
}
