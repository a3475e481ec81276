/** What others did on the board in view, for who listens: one short sentence for a few seconds of it. */

import { n } from "./words.js";

const GATHER = 4000;

/** @type {Record<string, (count: number) => string>} */
const SAID = {
	"notes new": (count) => n("{count} new note", "{count} new notes", count),
	"notes changed": (count) => n("{count} note changed", "{count} notes changed", count),
	"notes gone": (count) => n("{count} note gone", "{count} notes gone", count),
	"clusters new": (count) => n("{count} new cluster", "{count} new clusters", count),
	"clusters changed": (count) => n("{count} cluster changed", "{count} clusters changed", count),
	"clusters gone": (count) => n("{count} cluster gone", "{count} clusters gone", count),
};

/** @type {(news: Part, stone: string) => string} */
export function sentenceOf(news, stone) {
	/** @type {Record<string, number>} */ const counts = {};
	for (const [key, records] of news) {
		const [was, is] = records.map((record) => record?.stone === stone);
		const what = `${key.split(":")[0]} ${was ? (is ? "changed" : "gone") : is && "new"}`;
		counts[what] = (counts[what] ?? 0) + 1;
	}
	return Object.entries(SAID).flatMap(([what, said]) => counts[what] ? said(counts[what]) : []).join(", ");
}

/** @type {(room: Room) => { gather(news: News[]): void, stop(): void }} */
export function createNews(room) {
	/** @type {Part} */ const gathered = new Map();
	/** @type {Timer} */ let timer;

	function tell() {
		timer = undefined;
		const sentence = sentenceOf(gathered, room.here);
		gathered.clear();
		if (sentence) room.toasts.tell(sentence);
	}

	return {
		gather(news) {
			for (const [key, was, is] of news) gathered.set(key, [gathered.has(key) ? gathered.get(key)?.[0] : was, is]);
			if (gathered.size) timer ??= setTimeout(tell, GATHER);
		},
		stop: () => clearTimeout(timer),
	};
}
