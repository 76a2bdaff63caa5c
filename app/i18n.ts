import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "@/messages/en.json";
import type { Locale } from "@/messages/translate";
import vi from "@/messages/vi.json";

const MESSAGES = { vi, en };

const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** The language of a request: what the person chose last, Vietnamese until then. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const locale: Locale = chosen === "en" ? "en" : "vi";
  return { locale, messages: MESSAGES[locale], timeZone: TIME_ZONE };
});
