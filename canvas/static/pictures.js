/** Bringing a picture to the board: chosen, pasted or dropped; it goes by HTTP, and comes back as a note. */

import { bounded } from "./actions.js";
import { newId } from "./changes.js";
import { h } from "./element.js";
import { askText } from "./form.js";
import { NOTE_TEXT, PICTURE_BYTES } from "./limits.js";
import { t } from "./words.js";

const TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"];
const AGAIN = 3000;

/** One that is there already, or one to choose: phones offer their camera as well. @param {Room} room @param {File} [file] @param {Point} [at] */
export function open(room, file, at) {
	if (file) return upload(room, file, at);
	const input = h("input", { type: "file", accept: TYPES.join(), on: { change: () => input.files?.[0] && upload(room, input.files[0]) } });
	return input.click();
}

/** @type {(room: Room, file: File, at?: Point) => Promise<void>} */
async function upload(room, file, at) {
	const { stone, question } = room.spot();
	if (!TYPES.includes(file.type)) return room.toasts.show(t("A picture is a PNG, JPEG, WEBP or GIF file; this is another kind."));
	if (file.size > PICTURE_BYTES) return room.toasts.show(t("A picture is at most {most} MB. Make it smaller and try again.", { most: PICTURE_BYTES >> 20 }));
	const src = URL.createObjectURL(file);
	const text = await askText(room, {
		title: t("Add a picture"), label: t("What is on the picture? Who cannot see it reads this."), value: file.name.replace(/\.\w+$/, ""),
		most: NOTE_TEXT, action: t("Add"), needed: true, preview: h("img.preview", { src, alt: "" }),
	});
	URL.revokeObjectURL(src);
	const wish = { note: newId(), stone, text: text ?? "", ...(question && { question }), ...(at && { x: `${bounded(at.x)}`, y: `${bounded(at.y)}` }) };
	// Its secret goes in a header: an address would stand in logs.
	const proof = room.rights.signed(stone).anonymous ? room.secrets.make(wish.note) : "";
	return text === null ? undefined : send(room, `${room.data.api}pictures?${new URLSearchParams(wish)}`, file, proof);
}

/** While the line is away it is tried again: under the same id it arrives once. @type {(room: Room, address: string, file: File, proof: string) => void} */
function send(room, address, file, proof) {
	const { toasts, element } = room;
	const again = () => { if (element.isConnected) send(room, address, file, proof); };
	const request = new XMLHttpRequest();
	request.responseType = "json";
	request.upload.onprogress = ({ loaded, total }) => toasts.show(t("Sending the picture: {share} %", { share: Math.round((loaded / total) * 100) }));
	request.onerror = () => {
		toasts.show(t("The picture waits until the server answers again."));
		setTimeout(again, AGAIN);
	};
	request.onload = () => {
		const { code, sentence } = request.response ?? {};
		if (request.status < 400 || code === "note_exists") toasts.show(t("The picture is on the board."));
		else toasts.show(sentence ?? t("The picture was not taken. Try again."), { label: t("Try again"), act: again });
	};
	request.open("POST", address);
	if (proof) request.setRequestHeader("Note-Proof", proof);
	request.send(file);
}
