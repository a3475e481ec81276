/** The notes that are chosen, on the board and in the list alike. */

export class Selection {
	/** @type {Set<string>} */ ids = new Set();

	/** @param {(count: number) => void} changed */
	constructor(changed) {
		this.changed = changed;
	}

	/** @param {Iterable<string>} ids */
	set(ids) {
		const next = new Set(ids);
		if (next.size === this.ids.size && [...next].every((id) => this.ids.has(id))) return;
		this.ids = next;
		this.changed(next.size);
	}

	/** @param {string} id */
	toggle(id) {
		const next = new Set(this.ids);
		if (!next.delete(id)) next.add(id);
		this.set(next);
	}

	clear() {
		this.set([]);
	}
}
