// The shapes of the board's own parts, for the checker only.

type NoteSize = "small" | "medium" | "large";
type OfNotes<R = void> = (notes: Note[]) => R;

/** What one does to a note: put it elsewhere, give it other looks or other words, delete it, or all that is its author's. */
type Right = "move" | "change" | "say" | "remove" | "own";
interface Owned { author: string | null; id?: string; anonymous?: boolean }
interface Rules { locked: boolean; writing: Writing; moving: boolean; editing: boolean }
/** How a new note will come back. */
interface Signed { audience: Note["audience"]; anonymous: boolean; author: null | undefined; group?: string | null; behalf?: string }
interface Secrets {
  of(note: string): string | undefined;
  /** The same again for a note that has one. */
  make(note: string): string;
  clear(): void;
}
/** rights.js */
interface Rights {
  readonly leads: boolean;
  readonly mayWrite: boolean;
  rulesAt(stone: string): Rules;
  /** Why nothing is written at this stone now, in a sentence; empty where one may. */
  why(stone: string): string;
  mayWriteAt(stone: string): boolean;
  /** All that decides what may be done here: where it changed, notes and their tools are drawn anew. */
  told(stone: string): string;
  isMine(record: Owned): boolean;
  may(deed: Right, note: Note): boolean;
  /** Is anything of the notes of others open to everybody here? */
  isOpened(stone: string): boolean;
  /** May this note or cluster be put elsewhere on its board, together with others? A secret would tell whose it is. */
  mayArrange(record: { stone: string; author: string | null }): boolean;
  signed(stone: string): Signed;
  /** What goes beside a change, and how what it adds will come back. */
  beside(change: Do): { guess?: object; proofs?: Record<string, string> };
  /** One change holds notes that the same people see. */
  apart(change: Do): Do[];
  /** What others may see of what one does: nothing that tells whose a note is. */
  seen(doing: Doing): object;
}
/** What people do with notes: actions.js. */
interface Actions {
  /** May this person write at all? */
  readonly mayWrite: boolean;
  readonly leads: boolean;
  /** A note, a story, a cluster, a link or a comment. */
  mayEdit(record: Owned): boolean;
  /** Those to which this person may do this. */
  mine(notes: Note[], deed: Right): Note[];
  /** One's own notes may become a cluster, and loose ones. */
  mayCluster: OfNotes<boolean>;
  /** The cluster that these notes are, all of it, where this person may change it. */
  wholeCluster: OfNotes<Cluster | null>;
  /** May one write in a note now? While somebody else types there, one is told so. */
  mayType(note: Note): boolean;
  /** A new note at a spot of the path, at a place of the board or at the next free one. */
  addNote(wish: { note: string; text: string; colour: Colour; spot: Spot; behalf: string; at: Point | null }): void;
  /** One note for each text, in rows below what is there. */
  addNotes(texts: string[], wish: { colour: Colour; spot: Spot; behalf: string }): void;
  /** Copies lie a little aside; pictures stay alone. */
  duplicate: OfNotes;
  /** What is too long for a note goes on beside it. */
  editText(note: Note, text: string): void;
  /** Somebody else gave the note another text meanwhile: both stay. */
  sayBeside(note: Note, text: string, id?: string): void;
  /** New values by note; what is as it was is not asked. */
  change(notes: Note[], valuesOf: (note: Note) => Partial<Note>): void;
  move(notes: Note[], dx: number, dy: number): void;
  put(notes: Note[], places: Map<string, Point>): void;
  /** To free places of another board. */
  toBoard(notes: Note[], stone: string): void;
  remove: OfNotes;
  /** The new cluster. */
  cluster(notes: Note[], title: string): string | null;
  /** Dropped notes join the cluster of a note, or make one with it, which is the answer. */
  unite(dropped: Note[], target: Note): string | null;
  link(start: Note, end: Note): void;
  /** The dialog is Streamlit's: it opens on the page around us. */
  sketch(note: Note | null): void;
  /** Tells whether a text is too long for a note, and says so. */
  tooLong(text: string): boolean;
  /** Does it and says so, with the way back from just that. */
  undoable(sentence: string, does: () => void): void;
}
/** What a key does, if anything. */
type Deed = (() => unknown) | null | undefined;
/** The writing line. */
interface Composer {
  area: HTMLTextAreaElement; element: HTMLElement;
  /** Where the next note goes, or null for the next free place. */
  aim(point: Point | null): void;
  draw(): void;
  drawTyping(): void;
}
interface ComposerHooks { added(note: string): void; aimed(at: Point | null): void }
/** The chosen notes. */
interface Chosen { ids: Set<string>; set(ids: Iterable<string>): void; toggle(id: string): void; clear(): void }
interface Linking {
  /** Where the link begins, while one is made. */
  from: string | null;
  /** From one note, or with both ends. */
  begin: OfNotes;
  finish(end: string): void;
  stop(): void;
}
/** `ended` hears whether the focus was still here. */
type EditInPlace = (words: HTMLElement, text: string, hooks: { keep(text: string): void; ended(held: boolean): void }) => Editor;
/** Whoever shows notes: the board or the list. */
interface Host { edit(id: string): void }
/** What can be done: a button, or a line of a menu. */
interface Verb {
  icon: IconName; name: string;
  /** As the help tells it; `event.key` in upper case, with `Ctrl+` or `Shift+` in front. */
  key?: string;
  fits(): unknown;
  act(): unknown;
}
/** May this be done with these notes? */
type Fits = OfNotes<unknown>;
/** What can be done with chosen notes. */
interface Tool {
  icon: IconName; name: string; key?: string;
  fits: Fits;
  act(notes: Note[], host: Host): unknown;
}
interface Offset { dx: number; dy: number }
interface Frame { element: HTMLElement; title: HTMLElement; count: HTMLElement; fold: HTMLElement; notes: Note[]; box: Box; told: string }
