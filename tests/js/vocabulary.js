/** What the server takes, as canvas/board says it: the fields of each kind of change. */

import { readFileSync } from "node:fs";

const python = ["changes", "notes", "bonds", "leading", "programme", "votes", "people", "actions"].map((name) => readFileSync(new URL(`../../canvas/board/${name}.py`, import.meta.url), "utf8")).join("\n\n\n");
const classes = [...python.matchAll(/^class (\w+)\(Change, frozen=True\):\n([\s\S]*?)(?=\n\n\n|\n*$(?![\s\S]))/gm)];

export const FIELDS = Object.fromEntries(classes.map(([, name, body]) => [
  name.replace(/(?!^)[A-Z]/g, ".$&").toLowerCase(), [...body.matchAll(/^ {4}(\w+): /gm)].map(([, field]) => field),
]));
