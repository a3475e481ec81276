/** What stands at a comment or story that is not saved. */

import { button, h } from "./element.js";
import { t } from "./words.js";

/** Why, and the way to try again. @param {Room} room @param {string} key of the record */
export function failureOf({ session }, key) {
	const failed = session.waitingFor(key).find((pending) => pending.failed !== null);
	return failed && h("p.error", failed.failed, " ", button({ text: t("Try again") }, () => session.retry(failed.id)));
}
