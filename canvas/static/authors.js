/** Whose words a note holds, as far as this workshop tells: its people, their groups, or nobody. */

/** @param {State} state @param {Note} note */
export function authorOf({ workshop, groups, dissolved, people }, { author, behalf, group }) {
	if (workshop?.authors === "nobody") return "";
	const table = workshop?.authors === "groups" ? group ?? "" : "";
	return (groups.get(table) ?? dissolved.get(table))?.name ?? (behalf || (people.get(author ?? "")?.name ?? ""));
}
