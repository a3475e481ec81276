/** Placeholder until the real one is there. */
export class Undo {
  canUndo = false;
  canRedo = false;
  /** @param {Session} session */
  constructor(session) { this.session = session; }
  /** @template T @param {() => T} does @returns {T} */
  group(does) { return does(); }
  undo() { return { done: false }; }
  redo() { return { done: false }; }
}
