
// Starts the pages. The address and the checksum of the module are filled in when the bundle is made.
// A browser that cannot fetch, check, compile or start it shows what index.html says about that.
__wbg_init({ module_or_path: fetch("{{module}}", { integrity: "{{integrity}}" }) }).catch((error) => {
    console.error(error);
    document.getElementById("boot-shell")?.setAttribute("hidden", "");
    document.getElementById("boot-failed")?.removeAttribute("hidden");
});
