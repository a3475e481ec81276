/** A day as people write it. */

/** @param {Room} room @param {string} day YYYY-MM-DD */
export const dayIn = ({ data: { language } }, day) => new Date(`${day}T12:00`).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
