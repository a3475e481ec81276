// The shapes of the shared screen, for the checker only.

type SceneName = "lobby" | "framing" | "board" | "spotlight" | "reporting" | "voting" | "results" | "break" | "index" | "stories" | "closing" | "closed";
/** One thing that the shared screen shows. */
interface WallScene {
	element: HTMLElement;
	/** What stands above it, small and large; else the stone and its question. */
	head?(): [where: string, title: string];
	draw(touched: Touched): void;
	drawPresence?(): void;
	stop?(): void;
}
/** How others come in, as the wall shows it. */
interface WayIn { address: string; qr: string }
