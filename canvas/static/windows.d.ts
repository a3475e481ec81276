// The shapes of the windows over the board, for the checker only.

/** What somebody searches for: words, and filters of which "" lets everything through. */
interface Wish { text?: string; author?: string; colour?: string; question?: string; stone?: string; reacted?: string; loose?: string }
/** What one can look around in. */
interface View { element: HTMLElement; viewport: import("./viewport.js").Viewport }
/** Notes that are alike, as the server proposes them. */
interface Group { title: string; notes: string[] }
