/** What people do with notes: the same verbs for the board, the list and the keyboard. */

import { newId } from "./changes.js";
import { freePlace } from "./places.js";
import { NOTE_TEXT } from "./limits.js";
import { t } from "./words.js";

/** How wide one draws where there is room. */
const SKETCH_WIDTH = 720;

export class Actions {
  /** @param {Room} room */
  constructor(room) {
    this.room = room;
  }

  /** @returns {boolean} whether this person may write at all */
  get mayWrite() {
    const role = this.room.session.you?.role;
    return role === "facilitator" || role === "participant";
  }

  get leads() {
    return this.room.session.you?.role === "facilitator";
  }

  /** @param {{author: string|null}} record a note or a story */
  mayEdit(record) {
    return this.leads || (this.mayWrite && record.author !== null && record.author === this.room.session.you?.person);
  }

  /**
   * A new note at a spot of the path, at a place of the board or at the next free one.
   * @param {{note: string, text: string, colour: Colour, spot: Spot, at: {x: number, y: number} | null}} wish
   */
  addNote({ note, text, colour, spot, at }) {
    const { session } = this.room;
    const notes = this.room.notesAt(spot.stone);
    const change = { kind: "note.add", note, stone: spot.stone, question: spot.question, text, colour, ...(at ?? {}) };
    const z = notes.reduce((highest, other) => Math.max(highest, other.z), 0) + 1;
    session.ask(change, { ...(at ?? freePlace(notes)), z, author: session.you?.person ?? null, created: Date.now() });
  }

  /** @param {Note} note @param {string} text @returns {boolean} whether the text could be kept */
  editText(note, text) {
    const kept = text.trim();
    if (!kept) {
      this.remove(note);
      return true;
    }
    if (this.tooLong(kept)) return false;
    if (kept !== note.text) this.room.session.ask({ kind: "note.edit", note: note.id, text: kept });
    return true;
  }

  /** @param {Note} note @param {Colour} colour */
  recolour(note, colour) {
    if (colour !== note.colour) this.room.session.ask({ kind: "note.edit", note: note.id, colour });
  }

  /** @param {Note} note @param {number} x @param {number} y */
  move(note, x, y) {
    if (x === note.x && y === note.y) return;
    const z = this.room.notesAt(note.stone).reduce((highest, other) => Math.max(highest, other.z), 0) + 1;
    this.room.session.ask({ kind: "note.edit", note: note.id, x, y }, { z });
  }

  /** @param {Note} note */
  remove(note) {
    const { session, toasts } = this.room;
    session.ask({ kind: "note.delete", note: note.id });
    toasts.show(t("Note deleted"), { label: t("Undo"), act: () => session.ask({ kind: "note.restore", note: note.id }) });
  }

  /** @param {Note | null} note the dialog is Streamlit's: it opens on the page around us */
  sketch(note) {
    const { stone, question } = this.room.spot();
    const width = Math.max(264, Math.min(SKETCH_WIDTH, innerWidth - 56));
    this.room.trigger("sketch", { note: note?.id ?? null, stone: note?.stone ?? stone, question: note ? note.question : question, nonce: newId(), width });
  }

  /** @param {string} text says so when a text is too long for a note */
  tooLong(text) {
    const length = [...text].length;
    if (length <= NOTE_TEXT) return false;
    this.room.toasts.show(t("A note holds at most {most} characters; this text has {length}. Make it shorter or cut it in two.", { most: NOTE_TEXT, length }));
    return true;
  }
}
