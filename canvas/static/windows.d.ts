// The shapes of the windows over the board, for the checker only.

/** What somebody searches for: words, and filters of which "" lets everything through. */
interface Wish { text?: string; author?: string; group?: string; colour?: string; question?: string; stone?: string; reacted?: string; voted?: string; loose?: string }
/** What one can look around in. */
interface View { element: HTMLElement; viewport: import("./viewport.js").Viewport }
/** Notes that are alike, as the server proposes them. */
interface Proposal { title: string; notes: string[] }

/** Modules that come when the room is drawn; each opens a window. */
interface Late {
  comments: typeof import("./comments.js"); door: typeof import("./door.js"); help: typeof import("./help.js"); list: typeof import("./list.js");
  overview: typeof import("./overview.js"); pictures: typeof import("./pictures.js"); search: typeof import("./search.js");
  stories: typeof import("./stories.js"); suggestions: typeof import("./suggestions.js");
  unsaved: typeof import("./unsaved.js");
  "closing/closing": typeof import("./closing/closing.js");
  "lead/conclusion": typeof import("./lead/conclusion.js");
  "lead/ending": typeof import("./lead/ending.js");
  "lead/lobby": typeof import("./lead/lobby.js");
  "lead/panel": typeof import("./lead/panel.js");
  "lead/timing": typeof import("./lead/timing.js");
  "lead/verbs": typeof import("./lead/verbs.js");
  "votes/panel": typeof import("./votes/panel.js");
  "votes/voting": typeof import("./votes/voting.js");
}
type About<Open> = Open extends (room: Room, ...about: infer Rest) => any ? Rest : never;
type Later = <Name extends keyof Late>(room: Room, name: Name, ...about: About<Late[Name]["open"]>) => Promise<Awaited<ReturnType<Late[Name]["open"]>> | void>;
type PanelName = "search" | "stories" | "votes/panel" | "lead/panel";
/** Where dots can lie: a note, or an answer of a poll, which has no colour and never a picture. */
type Candidate = Pick<Note, "id" | "text" | "created" | "picture"> & { colour: Colour | null };
/** It with its dots: `share` of all of them, `place` among the others. */
interface Result { note: Candidate; count: number; share: number; place: number }
/** The ballots: a bar for all, and what hangs at notes. */
interface Voting {
  element: HTMLElement;
  draw(touched: Touched): void;
  /** One's own dots at a note, to put and to take back, or what came of it. Lies in the foot of the note, if there is anything to say. */
  lay(foot: HTMLElement, note: Note): void;
  /** For the toolbar, the list and the keys. */
  tools(): Tool[];
  /** The dots of every note, by the last round about it. */
  counts(): Map<string, number>;
}
/** A part of the room that is drawn anew when something changes. */
interface Drawn { element: HTMLElement; draw(touched: Touched): void }
/** Something that could become an action. */
interface Offer { id: string; what: string; stone: string; note: string | null; told: string }
/** What the panel of who leads consists of. */
type LeadPart = "programme" | "writing" | "voting" | "groups" | "people" | "overview";
/** What opens beside the board. */
interface Panel { element: HTMLElement; open(about?: any): void; draw(touched: Touched): void; closed?(): void }
interface TextWish {
  title: string; label: string; action: string; most: number; value?: string;
  /** Must there be a text? */
  needed?: boolean;
  /** What the text is about. */
  preview?: Node;
  /** A second button. */
  remove?: [string, () => void];
}
/** Notes of the list that stand together. */
interface Section { element: HTMLElement; head: HTMLElement; list: HTMLElement }
