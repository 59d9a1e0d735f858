
// The page that the server has sent, until the one that the program has drawn takes its place; src/takeover.rs
// of the app says what each of these is for.
const takeover = (() => {
    let sent = document.getElementById("app");
    let composing = false;
    let isDue = false;
    let pressed;
    const drawn = sent.cloneNode();
    drawn.removeAttribute("data-sent");

    // What somebody may have done, by the properties in which elements keep it: what they have said, of which
    // the program is to hear, and what only they see.
    const focusable = "a, button, input, select, summary, [tabindex]";
    const touchable = 'input, select, details, [tabindex="0"]';
    const said = ["value", "checked"];
    const seen = ["open", "scrollLeft", "scrollTop"];
    // What nobody has touched is as the program draws it; a page may be sent without saying it.
    const isTouched = (element) => {
        if (["checkbox", "radio"].includes(element.type)) return element.checked !== element.defaultChecked;
        if (!element.options) return element.value !== element.defaultValue;
        const options = [...element.options];
        const first = options.some((option) => option.defaultSelected) ? -1 : 0;
        return options.some((option, i) => option.selected !== (option.defaultSelected || i === first));
    };
    const read = (element) => {
        const kept = [...said, ...seen].map((name) => element[name]);
        return isTouched(element) ? kept : kept.map((value, i) => (i < said.length ? undefined : value));
    };
    const repeat = (element, kept) => {
        let hasSaid = false;
        [...said, ...seen].forEach((name, at) => {
            if (kept[at] === undefined || element[name] === kept[at]) return;
            element[name] = kept[at];
            hasSaid ||= said.includes(name);
        });
        if (!hasSaid) return;
        for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
    };

    // What has not been near the screen has a guessed height in the page that was sent (style/layout.css). So whoever
    // has leapt into its middle keeps before their eyes what stands there. Within pictures the two pages differ.
    const placed = "*:not(svg *)";
    const keepInSight = (page) => {
        const all = [...page.querySelectorAll(placed)];
        const hit = (part) => {
            const element = document.elementFromPoint(innerWidth / 2, innerHeight * part);
            return all.indexOf(element?.closest("svg") ?? element);
        };
        const place = Math.max(...[0.25, 0.5, 0.75].map(hit));
        const top = (element) => element.getBoundingClientRect().top;
        const before = all[place] && top(all[place]);
        return () => {
            const same = drawn.querySelectorAll(placed)[place];
            if (!same || same.textContent !== all[place].textContent) return;
            scrollBy({ top: top(same) - before, behavior: "instant" });
        };
    };

    const replace = () => {
        const page = sent;
        sent = undefined;
        const keep = scrollY > 0 ? keepInSight(page) : undefined;
        const kept = [...page.querySelectorAll(touchable)].map(read);
        const active = document.activeElement;
        const [at, caret] = [[...page.querySelectorAll(focusable)].indexOf(active), active?.selectionStart];
        page.replaceWith(drawn);
        keep?.();
        [...drawn.querySelectorAll(touchable)].forEach((element, i) => kept[i] && repeat(element, kept[i]));
        const focused = drawn.querySelectorAll(focusable)[at];
        focused?.focus({ preventScroll: true });
        // Once the program has written what it has heard, which moves the caret.
        if (focused && typeof caret === "number") {
            requestAnimationFrame(() => focused.setSelectionRange(caret, caret));
        }
        if (pressed !== undefined) drawn.querySelectorAll(focusable)[pressed]?.click();
    };

    // To make parts ready and to draw a page keeps a weak phone busy for a second. One that reads and works already
    // need not be drawn before somebody moves, or has looked at it for a while.
    const isTold = Boolean(sent.querySelector("h1"));
    const LOOKED_AT_FOR = 10_000;
    const somebody = new Promise((come) => {
        const signs = ["pointermove", "pointerdown", "keydown", "scroll", "focusin", "input"];
        for (const sign of signs) addEventListener(sign, come, { capture: true, once: true, passive: true });
        setTimeout(come, LOOKED_AT_FOR);
    });

    // A press on what only the program answers waits for it.
    addEventListener("click", ({ target }) => {
        const button = sent?.contains(target) && target.closest("button");
        if (button && !(button.form && button.type === "submit")) pressed = [...sent.querySelectorAll(focusable)].indexOf(button);
    }, true);

    // A word that an input method has not finished would be lost with its field.
    addEventListener("compositionstart", () => (composing = true), true);
    addEventListener("compositionend", () => {
        composing = false;
        if (isDue && sent) replace();
    }, true);

    return {
        drawn: () => drawn,
        answer(path) {
            const block = document.querySelector(`script[data-path="${path}"]`);
            if (!block) return undefined;
            block.remove();
            try {
                return block.text ? JSON.parse(block.text) : null;
            } catch {
                // Cut off on the way: the program asks for it.
                return undefined;
            }
        },
        isWaiting: () => sent !== undefined,
        moment: () => new Promise((come) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = come;
            port2.postMessage(0);
        }),
        somebody: () => (isTold ? somebody : Promise.resolve()),
        finish() {
            if (!sent) return false;
            isDue = true;
            if (!composing) replace();
            return true;
        },
        giveUp() {
            const stays = Boolean(sent?.querySelector("h1"));
            if (stays) stop();
            return stays;
        },
    };
})();

// The script that loads parts waits for somebody, too.
export { takeover };
