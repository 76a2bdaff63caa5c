import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

/** Renders as a page does: in Vietnamese unless told otherwise, with the messages that ship. */
export function renderPage(page: ReactElement, locale: "vi" | "en" = "vi") {
  return render(
    <NextIntlClientProvider locale={locale} messages={locale === "vi" ? vi : en} timeZone="Asia/Ho_Chi_Minh">
      {page}
    </NextIntlClientProvider>,
  );
}
