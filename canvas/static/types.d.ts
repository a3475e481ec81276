// The shapes that the modules share, for the checker only: browsers never fetch this.

/** What every part of the room shares. */
interface Room extends Outside, Known {
  session: Session; place: Place; selection: Chosen; presence: Presence; line: Line; toasts: Toasts;
  memory: Memory; secrets: Secrets; rights: Rights; steps: Undo; actions: Actions; linking: Linking;
  /** What draws all of it, once it is fetched. */
  screen: Scene | null;
  /** How the votes stand, by vote. */
  tallies: Map<string, Tally>;
  /** The ballots, once there is a vote and they are fetched. */
  voting: Voting | null;
  /** Fits a note what is searched for? null while nothing is. */
  sought: ((note: Note) => boolean) | null;
  readonly shown: State;
  /** The stone in view. */
  readonly here: string;
  readonly isWatched: boolean;
  start(): void; stop(): void;
  /** The stone and question in view, for a new note. */
  spot(): Spot;
  /** `alone` only looks, also for who leads. */
  goTo(stone: string, alone?: boolean, step?: string): void;
  goToQuestion(question: string): void;
  /** Where a text stands that could not be saved; one goes alone, for it is one's own trouble. */
  goToFailed(): void;
  lead(leading: boolean): void;
  /** Everybody comes here and stays, or is let go. */
  bringEveryone(together: boolean): void;
  /** Tells others that one types in a note, and stays there meanwhile. */
  writing(note: string | null, hold?: boolean): void;
  /** Goes alone to where a note lies, and shows it. */
  reveal(note: string): void;
  /** That step, or the last one. */
  undo(step?: Step): void;
  redo(): void;
  nameCluster(cluster: string | null): void;
  /** `about` is the note that a story is made from, or the part of leading to show. */
  openPanel(name: PanelName, about?: Note | string): void;
  closePanel(): void;
  /** Keeps a window up to date until it is gone. */
  watch(element: Element, draw: (touched: Touched) => void): void;
  /** The board dims what does not fit. */
  seek(fits: ((note: Note) => boolean) | null): void;
  /** All of it, with who types and points. */
  redraw(): void;
  fetch(name: string, options?: RequestInit): Promise<any>;
}
/** What the room is made with. */
interface Outside {
  element: HTMLElement; texts: Texts; data: MountData; trigger: Trigger; journal: Journal;
  opened(watched: boolean): Promise<(room: Room) => Scene>;
  ended(sentence: string): void;
  delayed(): void;
}
interface Beside { id: string; name: string; step?: string }
interface Known {
  /** Notes by stone, gathered when asked for. */
  boards: Map<string, Note[]> | null;
  /** The stones that are walked, gathered when asked for. */
  walk: Stone[] | null;
  /** What is shown, gathered when asked for: without names where the screen is shared. */
  seen: State | null;
  /** Those of the programme in its order, and what was left out but used. */
  stones(): Stone[];
  /** A stone, or the parking lot. */
  stone(id: string): Stone | undefined;
  nameAt(stone: string): string;
  /** Where the programme goes from what is in view: on, back, or nowhere. */
  beside(by: number): Beside | undefined;
  notesAt(stone: string): Note[];
  /** The chosen notes, as far as they are here. */
  chosen(): Note[];
  /** Those told at no stone in particular stand at the parking lot. */
  storiesAt(stone: string): Story[];
  nameOf(person: string): string;
  /** Whose words a note holds, as far as this workshop tells it. */
  authorOf(note: Note): string;
  /** The group that somebody sits in. */
  groupOf(person: string): Group | undefined;
  /** Where the room is for this person: at the stone of their group, where that has one. */
  meant(): Spot;
  present(): Person[];
}
type Board = import("./board.js").Board;
type Stage = import("./stage.js").Stage;
interface Toasts {
  element: HTMLElement; spoken: HTMLElement;
  clear(): void;
  /** Only for who listens. */
  tell(sentence: string): void;
  show(message: string, action?: { label: string; act: () => void }): void;
}

// The vocabulary: changes.js, docs/protocol.md

type Colour = "yellow" | "orange" | "pink" | "purple" | "blue" | "teal" | "green" | "grey";
type Sign = "agree" | "heart" | "question" | "star";
type Role = "facilitator" | "participant" | "projector" | "reader";

interface Note {
  id: string; stone: string; question: string | null; text: string; colour: Colour; x: number; y: number; z: number;
  author: string | null; created: number; picture: string | null; width: number; height: number;
  /** Can the picture be drawn on? */
  sketch: boolean;
  size: "small" | "medium" | "large"; cluster: string | null;
  /** Who said it, where somebody else wrote it down. */
  behalf: string;
  /** Who may see it. */
  audience: "all" | "facilitators" | "author";
  /** That its author sat in. */
  group: string | null;
  /** Nobody knows whose it is but who holds its secret. */
  anonymous: boolean;
}
interface Cluster { id: string; stone: string; title: string; collapsed: boolean; author: string | null; created: number }
interface Link { id: string; start: string; end: string; word: string; author: string | null; created: number }
interface Comment { id: string; note: string; text: string; author: string | null; created: number }
interface Story {
  id: string; stone: string | null; role: string; want: string; benefit: string; note: string | null; source: string;
  author: string | null; created: number;
}
interface Person {
  id: string; name: string; role: Role; joined: number;
  /** Shown out, or one with somebody else; the name stays under what they wrote. */
  removed: boolean;
  muted: boolean; ready: boolean; group: string | null; word: string;
}
interface Group { id: string; name: string; stone: string | null; created: number }
type Writing = "open" | "private" | "moderated" | "anonymous";
interface OwnQuestion { id: string; text: string; prompts: string[] }
/** What was set for a stone; empty texts are the method's own. */
interface StoneSettings {
  stone: string; locked: boolean; writing: Writing; moving: boolean; editing: boolean; conclusion: string; name: string; lead: string;
  questions: OwnQuestion[]; prompts: Record<string, string[]>;
}
interface Vote {
  id: string; title: string; stones: string[]; notes: string[] | null; dots: number; each: number; hidden: boolean;
  closed: number | null; created: number;
  /** How many had voted when it was closed. */
  voters: number;
  /** Of a poll, which has no stones and no notes. */
  answers?: string[] | null;
}
/** How a vote stands, as far as everybody may know; `through` have no dots left. */
interface Tally { notes: Map<string, number>; voters: number; through: number }
interface Action {
  id: string; what: string; who: string; due: string; status: "open" | "doing" | "done"; stone: string | null; note: string | null;
  author: string | null; created: number;
}
/** Runs until `ends`, by the server's clock, or has `left` milliseconds while it stands still. */
interface Clock { length: number; ends: number | null; left: number | null }
interface ProgrammeStep { step: string; kind: "framing" | "stone" | "break" | "index" | "stories" | "closing"; stone: string | null; minutes: number }
interface Score { question: string; score: number | null; remark: string }
interface Workshop {
  id: string; title: string; organisation: string; relations: string[]; language: string; code: string; created: number;
  delete_after: string; door_open: boolean; stone: string; question: string | null;
  /** What colours mean; those without a meaning are not in it. */
  legend: Partial<Record<Colour, string>>; cursors: "auto" | "on" | "off";
  begun: number | null; closed: number | null; arrived: number | null; step: string | null; together: boolean;
  spotlight: string | null; presenting: string | null; timer: Clock | null; authors: "people" | "groups" | "nobody";
  address: string; programme: ProgrammeStep[];
}
/** What somebody asks for. */
interface Do { kind: string; notes?: any[]; edits?: any[]; [field: string]: any }
/** What happened, as the server numbers it. */
interface Change extends Do { seq: number; id: string; by: string | null; at: number }

// What is known: state.js, session.js, journal.js

interface State {
  seq: number; workshop: Workshop | null; finished: Set<string>; people: Map<string, Person>; notes: Map<string, Note>;
  /** Notes that were deleted while we watched: what undo and a late edit need. */
  trash: Map<string, Note>;
  stories: Map<string, Story>; scores: Map<string, Score>;
  clusters: Map<string, Cluster>; links: Map<string, Link>; comments: Map<string, Comment>;
  /** By note: who put which sign there. */
  reactions: Map<string, Map<Sign, Set<string>>>;
  stones: Map<string, StoneSettings>; groups: Map<string, Group>;
  /** Groups that are none any more; notes name them. */
  dissolved: Map<string, Group>;
  votes: Map<string, Vote>; actions: Map<string, Action>;
  /** One's own, by vote and note; behind a space those of the room. */
  dots: Map<string, number>;
  /** What facilitators noted for themselves, by step. */
  scripts: Map<string, string>;
}
type Table = "notes" | "stories" | "people" | "scores" | "clusters" | "links" | "comments" | "reactions" | "stones" | "groups" | "dissolved" | "votes" | "dots" | "actions" | "scripts";
interface Pending {
  id: string; do: Do;
  /** What the server will fill in, as far as we can tell. */
  guess: Record<string, any>;
  /** Why the server refused, in a sentence. */
  failed: string | null;
  /** What the note said when this text was put in its place. */
  base?: string;
  /** The secrets of notes without a name, by note. */
  proofs?: Record<string, string>;
}
/** A note or cluster that somebody else changed just now: its key, as it was, as it is. */
type News = [key: string, was: any, is: any];
/** What a drawing has to look at again. */
interface Touched {
  all: boolean;
  /** Whether this person or the room went elsewhere. */
  place: boolean;
  /** A `Table`, `:` and the id, for reactions that of the note; `workshop`, `finished`, `online`, `hidden`, `line`, `sought` */
  keys: Set<string>;
  news?: News[];
  /** A sketch that one saved just now: the page around us did that. */
  drawn?: string;
}
type Entry = Pending & { at: number; person?: string };
interface JournalMeans { indexedDB?: IDBFactory; localStorage?: Storage }
interface Memory { get(key: string): string | undefined; set(key: string, value: string): void; clear(): void }
interface Journal { save(pending: Pending, person?: string): void; drop(id: string): void; of(person: string): Pending[]; clear(): void }
/** Records as they were and as they were left, by key. */
type Part = Map<string, [any, any]>;
/** What can be taken back; moves of clusters and signs as the changes that do so. */
type Step = (Part | Do)[];
interface Difference { noun: string; id: string; was: any; is: any; now: any; mine: boolean }
interface Undo {
  readonly canUndo: boolean; readonly canRedo: boolean;
  /** The last step of one's own. */
  readonly latest: Step | undefined;
  /** The last step, if none is named. */
  undo(step?: Step): Outcome;
  redo(): Outcome;
  /** All that is asked meanwhile is one step. */
  group(does: () => void, keep?: (step: Step) => void): void;
}
interface Outcome { done: boolean; reason: "" | "changed" | "nothing" }
interface Session {
  /** What the server said. */
  readonly truth: State;
  /** That, with what waits or failed. */
  readonly shown: State;
  isMine(record: any): boolean;
  pending: Map<string, Pending>; online: Set<string>; hidden: HiddenCounts; you: { person: string; role: Role } | null;
  /** Hears what this person did, and the records as they were before. */
  asked(change: Do, before: Map<string, any>): void;
  /** Asks for a change: it shows at once and goes to the server; `guess` is what that will fill in. Gives the change's id. */
  ask(asked: Do, guess?: Record<string, any>): string | undefined;
  /** What is still to be sent, in the order in which it was asked. */
  unsent(): Pending[];
  /** All of that, for what was sent may not have come through. */
  sendAgain(): void;
  /** What waits or failed on one record. */
  waitingFor(key: string): Pending[];
  retry(id: string): void;
  giveUp(id: string): void;
  /** Hears the server; presence is not for it. */
  receive(message: any): void;
  seen(person: string, online: boolean): void;
  /** Whoever comes next to this browser finds nothing of what was not sent. */
  forget(): void;
}
/** How many notes are hidden, by stone; who leads also hears of whom and of which groups. */
interface HiddenCounts { stones: Record<string, number>; people?: Record<string, number>; groups?: Record<string, number> }
/** What the server says, by type. */
interface Heard {
  hidden(counts: HiddenCounts): void;
  snapshot(message: any): void;
  changes(message: { seq: number; changes: Change[]; online?: string[]; dots?: object[] }): void;
  ack(message: { id: string }): void;
  refused(message: { id: string | null; reason: string; sentence: string }): void;
}
/** What a kind of change does. */
type Effect = (state: State, change: any) => void;
type OnPending<R> = (pending: Pending) => R;
interface SessionHooks {
  touched(touched: Partial<Touched>): void; send(pending: Pending): unknown; refused(sentence: string): void;
  beside?(note: Note, text: string, id: string): void;
  signed?: Rights["beside"]; apart?: Rights["apart"];
  /** May this person take back what happened to it? */
  mine?(record: any): boolean;
}

// The line and the people: socket.js, presence.js, place.js

type Timer = ReturnType<typeof setTimeout> | undefined;
type LineState = "connecting" | "open" | "waiting" | "closed";
interface LineHooks { hello(): object; received(message: any): void; changed(state: LineState): void }
interface LineMeans { WebSocket?: new (url: string) => WebSocket; random?: () => number }
interface Line {
  state: LineState;
  start(): void; stop(): void;
  /** The page is in view again or the network is back: waits out no pause, and sees whether the line still lives. */
  wake(): void;
  /** Went it out? */
  send(message: object): boolean;
}
interface Doing {
  stone: string | null; typing: string | null;
  /** How far from where they lie. */
  drag: { notes: string[]; dx: number; dy: number } | null;
  cursor: Point | null;
}
interface PresenceHooks { send(doing: Doing & { type: string }): unknown; changed(): void; seen(person: string, online: boolean): void; me(): string | undefined }
interface Presence {
  /** What we tell. */
  mine: Doing;
  receive(message: any): void;
  /** Without a line nothing is known of what others do. */
  forget(): void;
  /** Who did something lately. */
  fresh(): [string, Doing][];
  tell(doing: Partial<Doing>): void;
  stop(): void;
}
interface Place {
  /** Where the room is. */
  room: Spot;
  /** Facilitators take the room along unless they only want to look. */
  leading: boolean;
  /** Does this person stay with the others until who leads lets go? */
  kept: boolean;
  readonly here: Spot;
  readonly following: boolean;
  /** Where the room is, and whether this person stays with it. */
  roomAt(spot: Spot, kept?: boolean): void;
  /** Who leads takes everyone along. */
  go(spot: Spot, who: { leads: boolean }): void;
  follow(): void;
  /** Stays while somebody is in the middle of a sentence, even when the room moves on. */
  hold(): void;
  release(): void;
}
interface Spot {
  stone: string; question: string | null;
  /** Which one it is, where the programme comes here more than once. */
  step?: string;
}

// Texts: words.js

interface Question { id: string; text: string; prompts: string[] }
/** The parking lot has no number. */
interface Stone {
  /** Left out of the programme, but not empty. */
  spare?: boolean;
  id: string; number?: number; name: string; lead: string; questions: Question[] }
interface Texts {
  labels: Record<string, string>; plurals?: Record<string, string[]>; stones: Stone[]; parking: Stone;
  /** What is scored, of the relations only those that an organisation has. */
  index?: { id: string; name: string; relation: boolean }[];
  framing: { title: string; lead?: string; rules?: string[]; cards: { id: string; title: string; text: string }[] };
}
type Values = Record<string, string | number>;

// Sums: camera.js, fitting.js

interface Point { x: number; y: number }
interface Size { width: number; height: number }
interface Box extends Point, Size {}
/** On screen a thing is at world * scale + (x, y). */
interface Camera extends Point { scale: number }
interface Margins { top: number; right: number; bottom: number; left: number }
interface Fit { size: number; line: number; fits: number }

// Parts of the screen

type Child = Node | string | null | undefined | false | Child[];
type Listeners = { [Kind in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Kind]) => void };
type Attributes = { on?: Listeners; [name: string]: any };
type MakeHtml = <T extends keyof HTMLElementTagNameMap>(name: T | `${T}.${string}`, ...content: (Attributes | Child)[]) => HTMLElementTagNameMap[T];
type MakeSvg = <T extends keyof SVGElementTagNameMap>(name: T | `${T}.${string}`, ...content: (Attributes | Child)[]) => SVGElementTagNameMap[T];
interface ButtonLooks { icon?: IconName; text?: string; label?: string; class?: string; [attribute: string]: any }
/** The drawings in icons.svg. */
type IconName =
  | "again" | "back" | "board" | "check" | "clock" | "close" | "cluster" | "collapse" | "comment" | "copy"
  | "cursor" | "door" | "dot-less" | "dot-more" | "dots" | "down" | "download" | "expand" | "eye" | "eye-off" | "group" | "heart"
  | "help" | "lead" | "link" | "list" | "lock" | "menu" | "minus" | "more" | "on" | "overview" | "parking"
  | "pause" | "pencil" | "people" | "person-plus" | "picture" | "plus" | "question-mark" | "redo" | "report"
  | "score" | "screen" | "search" | "select" | "size" | "sketch" | "sound" | "spotlight" | "star" | "story"
  | "suggest" | "thumb" | "tidy" | "trash" | "undo" | "warning";
interface Card { text: string; size: string; element: HTMLElement; words: HTMLElement; author: HTMLElement; marks: HTMLElement; picture: HTMLImageElement | null }
interface Row { element: HTMLElement; words: HTMLElement; by: HTMLElement; links: HTMLElement; picture: HTMLImageElement | null }
interface Gesture { far?: boolean; move(event: PointerEvent): void; release(event: PointerEvent): void; cancel(): void }
interface Editor { finish(): void }
interface Door { addresses: { base: string; url: string; qr: string }[]; code: string }
interface Scene {
  draw(touched: Touched): void; drawPresence(): void; stop(): void;
  /** None of these on the wall. */
  drawSelection?(): void; keep?(): void; reveal?(note: string): void; nameCluster?(cluster: string): void;
  openPanel?(name: PanelName, about?: Note | string): void; closePanel?(): void;
}
type Trigger = (name: string, value: object) => void;
interface Mount { root: HTMLElement; data: MountData; trigger: Trigger }
interface MountData {
  /** Path of the live socket. */
  socket: string;
  /** Address of the texts. */
  texts: string;
  /** Address that the pictures' names come after. */
  pictures: string;
  /** Address that `door` and `resume-code` come after. */
  api: string;
  language: string;
  /** "projector" for a screen that only shows. */
  view?: string | null;
  /** Is this device a facilitator's, whatever it shows? */
  leads?: boolean;
  pages: Record<"wall" | "index" | "stories" | "report" | "past" | "programme" | "afterwards" | "settings" | "home" | "language", string>;
}
