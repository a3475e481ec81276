/** The room in the browser: one live component with the path, the question and the board. Start reading here. */

import { h } from "./element.js";
import { openJournal } from "./journal.js";
import { moduleOf, wear } from "./later.js";
import { createLoading } from "./loading.js";
import { followTheme } from "./theme.js";
import { speak, t } from "./words.js";
import { createRoom } from "./workshop.js";

const STYLES = ["room.css", "path.css", "board.css", "panels.css", "narrow.css"];
/** They lie in the page itself, and so stay while the server is away. */
const DRAWINGS = ["icons.svg", "water.svg"];
const AGAIN = 3000;

/** Puts the room into `root` and keeps it alive until destroyed. @param {Mount} mounted */
export function mount({ root, data, trigger }) {
	let current = open({ root, data, trigger });
	return {
		/** @param {MountData} fresh what the page says after a rerun; only another language or workshop starts over */
		update(fresh) {
			if (fresh.texts === data.texts && fresh.socket === data.socket) return current.dress();
			data = fresh;
			current.close();
			current = open({ root, data, trigger });
			return undefined;
		},
		destroy: () => current.close(),
	};
}

/** @param {Mount} mounted */
function open({ root, data, trigger }) {
	const loading = createLoading(data.language);
	const element = h("div.room", { lang: data.language, tabindex: "-1", style: "visibility: hidden" }, loading.element);
	const sheets = STYLES.map((name) => h("link", { rel: "stylesheet", href: own(name) }));
	const drawings = h("div", { style: "display: none" });
	root.append(...sheets, drawings, element);
	let unfollow = followTheme(element);
	/** @type {Room | null} */ let room = null;
	let closed = false;

	/** What comes over the network, as soon as it does. @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
	async function patiently(ask) {
		for (;;) {
			try {
				return await ask();
			} catch {
				loading.late();
				await new Promise((resolve) => setTimeout(resolve, AGAIN));
				if (closed) return new Promise(() => {});
			}
		}
	}

	/** @param {string} address @param {string} kind */
	const asked = (address, kind) => patiently(async () => {
		const answer = await fetch(address);
		if (answer.ok && answer.headers.get("content-type")?.includes(kind)) return answer.text();
		throw new Error(`${address}: status ${answer.status}`);
	});

	const drawn = DRAWINGS.map(async (name) => {
		drawings.append(new DOMParser().parseFromString(await asked(own(name), "svg"), "image/svg+xml").documentElement);
	});
	const scene = (/** @type {boolean} */ watched) => patiently(async () => {
		if (watched) await wear(element, "wall/wall.css");
		return moduleOf(watched ? "wall/wall" : "screen");
	});
	const dressed = Promise.all(sheets.map(loaded)).then(() => { element.style.visibility = ""; });
	scene(data.view === "projector");
	Promise.all([asked(data.texts, "json"), openJournal(data.socket), dressed, ...drawn]).then(([answer, journal]) => {
		if (closed) return;
		const texts = JSON.parse(answer);
		speak(texts);
		loading.say(t("Opening the workshop…"));
		room = createRoom({
			element, texts, data, trigger, journal, delayed: loading.late,
			async opened(watched) {
				const { createScene } = await scene(watched);
				loading.element.remove();
				return createScene;
			},
			ended: (sentence) => element.replaceChildren(h("main.ended", h("p", sentence), h("a.button.primary", { href: data.pages.home }, t("To the start page")))),
		});
		room.start();
	});

	return {
		dress() { unfollow(); unfollow = followTheme(element); },
		close() {
			closed = true;
			unfollow();
			room?.stop();
			for (const part of [...sheets, drawings, element]) part.remove();
		},
	};
}

/** The address of this module may carry a version; its styles and drawings get the same. @param {string} name */
const own = (name) => new URL(name + new URL(import.meta.url).search, import.meta.url).href;

/** @param {HTMLLinkElement} link */
const loaded = (link) => new Promise((resolve) => { for (const end of ["load", "error"]) link.addEventListener(end, resolve); });
