// The shapes of the board's own parts, for the checker only.

type NoteSize = "small" | "medium" | "large";
/** Whoever shows notes: the board or the list. */
interface Host { edit(id: string): void }
/** What can be done with chosen notes. */
interface Tool {
  icon: IconName; name: string;
  /** As the help tells it; `event.key` in lower case, with `Ctrl+` or `Shift+` in front. */
  key?: string;
  fits(notes: Note[]): unknown;
  act(notes: Note[], host: Host): void;
}
interface Offset { dx: number; dy: number }
interface Frame { element: HTMLElement; title: HTMLElement; count: HTMLElement; fold: HTMLElement; notes: Note[]; box: Box; told: string }
