/** Where this person is: with the room, or somewhere else by themselves. */

import { FRAMING } from "./changes.js";

export class Place {
  /** @type {Spot | null} */ #own = null;
  /** Facilitators take the room along unless they only want to look. */
  leading = true;
  /** @type {Spot} */ #room = { stone: FRAMING, question: null };
  #held = false;

  /** @param {{move: (spot: Spot) => void, changed: () => void}} hooks */
  constructor(hooks) {
    this.hooks = hooks;
  }

  get here() {
    return this.#own ?? this.#room;
  }

  get room() {
    return this.#room;
  }

  get following() {
    return this.#own === null || this.#held;
  }

  /** @param {Spot} spot where the room is now */
  roomAt(spot) {
    if (same(spot, this.#room)) return;
    this.#room = spot;
    if (this.#own && same(this.#own, spot)) this.#own = null;
    if (!this.#own) this.hooks.changed();
  }

  /**
   * Go to a stone or question; who leads takes everyone along.
   * @param {Spot} spot @param {{leads: boolean}} who
   */
  go(spot, { leads }) {
    this.#held = false;
    if (leads && this.leading) {
      this.#own = null;
      this.hooks.move(spot);
    } else {
      this.#own = same(spot, this.#room) ? null : spot;
    }
    this.hooks.changed();
  }

  /** Go where the room is. */
  follow() {
    this.#own = null;
    this.#held = false;
    this.hooks.changed();
  }

  /** Stay while somebody is in the middle of a sentence, even when the room moves on. */
  hold() {
    if (this.#own) return;
    this.#own = { ...this.#room };
    this.#held = true;
  }

  release() {
    if (this.#held) this.follow();
  }
}

/** @param {Spot} one @param {Spot} other */
export function same(one, other) {
  return one.stone === other.stone && one.question === other.question;
}
