/** One person who came in twice, on a laptop and a phone, becomes one. */

import { openDialog } from "../dialog.js";
import { h } from "../element.js";
import { createForm } from "../form.js";
import { t } from "../words.js";
import { membersOf } from "./people.js";

/** @param {Room} room @param {string} person */
export function merge(room, person) {
	const { name = "", role } = room.shown.people.get(person) ?? {};
	const others = membersOf(room.shown).filter((other) => other.id !== person && other.role === role);
	if (!others.length) return void openDialog(room.element, t("Who is {name} as well?", { name }), [h("p", t("There is nobody else in the same role. Who leads and who takes part cannot be made one: let both lead first, or neither."))]);
	const list = h("select", others.map(({ id, name }) => h("option", { value: id }, name)));
	// The likeliest is called nearly the same, also where names are not shown: a second device of one name gets a number.
	const called = (/** @type {string} */ id) => room.session.shown.people.get(id)?.name.replace(/ \d+$/, "");
	list.value = others.find(({ id }) => called(id) === called(person))?.id ?? list.value;
	const form = createForm(t("Make them one"), () => {
		dialog.close();
		room.session.ask({ kind: "person.merge", person, into: list.value });
	}, h("p", t("All that {name} wrote goes under the name you choose, and so do the devices. This cannot be taken back.", { name })), h("label", t("Goes on as"), list));
	const dialog = openDialog(room.element, t("Who is {name} as well?", { name }), [form]);
}
