/** Light or dark: as the page around us is, else as the person's machine is. */

/** Until what it gives is called. @type {(element: HTMLElement) => () => void} */
export function followTheme(element) {
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const draw = () => {
		const scheme = getComputedStyle(element.parentElement ?? element).colorScheme;
		element.dataset.theme = scheme === "dark" || (scheme !== "light" && dark.matches) ? "dark" : "light";
	};
	draw();
	dark.addEventListener("change", draw);
	return () => dark.removeEventListener("change", draw);
}
