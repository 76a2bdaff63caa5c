// Compares the two languages: the same keys, nothing empty, letters composed (NFC). Which values a message takes may
// differ: English counts in plurals where Vietnamese pads numbers.
import { readFileSync } from "node:fs";

/** @typedef {{ [key: string]: string | Messages }} Messages */

/** @param {string} language @returns {Map<string, string>} every message under its full key */
function readMessages(language) {
  const file = new URL(`../../messages/${language}.json`, import.meta.url);
  return new Map(flatten(/** @type {Messages} */ (JSON.parse(readFileSync(file, "utf8"))), ""));
}

/**
 * @param {Messages} messages
 * @param {string} prefix
 * @returns {[string, string][]}
 */
function flatten(messages, prefix) {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/**
 * What is wrong with two languages' messages, one sentence each.
 * @param {Map<string, string>} vi
 * @param {Map<string, string>} en
 */
export function compareMessages(vi, en) {
  const problems = [];
  for (const [language, messages, other] of /** @type {const} */ ([
    ["vi", vi, en],
    ["en", en, vi],
  ])) {
    for (const [key, message] of messages) {
      if (!other.has(key)) problems.push(`${key} is only in ${language}.json`);
      if (message.trim() === "") problems.push(`${key} is empty in ${language}.json`);
      if (message !== message.normalize("NFC"))
        problems.push(`${key} is not in composed letters (NFC) in ${language}.json`);
    }
  }
  return problems;
}

/** Problems of messages/vi.json and messages/en.json. */
export function checkMessages() {
  return compareMessages(readMessages("vi"), readMessages("en"));
}
