// The one translator outside React: reports, commands and the answers of doors.
import { createTranslator } from "use-intl/core";
import en from "./en.json";
import vi from "./vi.json";

export type Locale = "vi" | "en";

/** Vietnamese is the source of truth: its keys are the keys. */
export type Messages = typeof vi;

export type Translate = ReturnType<typeof createTranslator<Messages>>;

const MESSAGES: Readonly<Record<Locale, Messages>> = { vi, en };

// A translator keeps the messages that it has parsed: one a language serves the whole process.
const made: Partial<Record<Locale, Translate>> = {};

/** The translator into a language. Throws on an unknown key or a missing value, so that no file prints a key. */
export function createTranslate(locale: Locale): Translate {
  return (made[locale] ??= createTranslator<Messages>({
    locale,
    messages: MESSAGES[locale],
    onError: (error) => {
      throw error;
    },
  }));
}
