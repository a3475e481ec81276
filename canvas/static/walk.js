/** The walk of a session: its stones in their order, as they are called here. The twin of stepstones/walk.py. */

/** So begin the ids of stones and questions that a facilitator made. */
const OWN = "own.";

/** The ten and one's own, walked or not. @type {(method: Stone[], settings: Map<string, StoneSettings>) => Stone[]} */
export const everyStone = (method, settings) => [
	...method.map((stone) => dressed(stone, settings.get(stone.id))),
	...[...settings.values()].filter(({ stone }) => stone.startsWith(OWN)).sort((one, other) => one.name < other.name ? -1 : 1)
		.map((own) => dressed({ id: own.stone, name: own.stone, lead: "", questions: [] }, own)),
];

/** Those of the programme, and what was left out of it but used. @type {(every: Stone[], programme: ProgrammeStep[], isUsed: (id: string) => unknown) => Stone[]} */
export function walked(every, programme, isUsed) {
	const known = new Map(every.map((stone) => [stone.id, stone]));
	const planned = [...new Set(programme.flatMap(({ stone }) => known.get(stone ?? "") ?? []))];
	const first = planned.length ? planned : every;
	return [...first, ...every.filter((stone) => !first.includes(stone) && isUsed(stone.id))].map((stone, at) => ({ ...stone, number: at + 1, spare: at >= first.length }));
}

/** With what a facilitator made of it. @type {(stone: Stone, settings?: StoneSettings) => Stone} */
function dressed(stone, settings) {
	if (!settings) return stone;
	const { name, lead, questions, prompts } = settings;
	return {
		...stone, name: name || stone.name, lead: lead || stone.lead,
		questions: [...stone.questions, ...questions].map((one) => ({ ...one, prompts: [...one.prompts, ...prompts[one.id] ?? []] })),
	};
}
