/** The notes that are chosen, on the board and in the list alike. */

/** @type {(changed: () => void) => Chosen} */
export const createSelection = (changed) => ({
	ids: new Set(),

	set(ids) {
		const next = new Set(ids);
		if (next.size === this.ids.size && [...next].every((id) => this.ids.has(id))) return;
		this.ids = next;
		changed();
	},

	toggle(id) {
		const next = new Set(this.ids);
		if (!next.delete(id)) next.add(id);
		this.set(next);
	},

	clear() {
		this.set([]);
	},
});
