import "server-only";
import { getLocale } from "next-intl/server";
import { createTranslate } from "@/messages/translate";
import type { Wording } from "./figure-texts";

/** What the page of this request is worded with, in the reader's language. */
export async function loadWording(): Promise<Wording> {
  const locale = await getLocale();
  return { locale, t: createTranslate(locale) };
}
