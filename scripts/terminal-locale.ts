import type { Locale } from "@/messages/translate";

/** The language of a command's lines: Vietnamese, unless the terminal speaks English. */
export function terminalLocale(): Locale {
  return (process.env.LC_ALL ?? process.env.LANG ?? "").startsWith("en") ? "en" : "vi";
}
