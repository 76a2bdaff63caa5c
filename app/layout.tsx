import "@fontsource-variable/inter";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider, type Messages } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";

/** What client components say; every other message stays on the server and off the wire. */
const CLIENT_NAMESPACES = [
  "common",
  "errors",
  "nav",
  "numbers",
  "signIn",
  "firstRun",
  "account",
  "entry",
  "evidence",
  "review",
  "measures",
  "settings",
  "changes",
  "status",
  "unitSettings",
  "accountSettings",
  "measureSettings",
  "targetSettings",
  "termSettings",
  "planSettings",
  "periodSettings",
  "taskSettings",
  "explanationForms",
  "bundleSettings",
  "reportingSettings",
  "entryUpload",
  "entryGrid",
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    description: t("productDescription"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#9b1b1e" };

/** The document: language, fonts, tokens and the first stop of the Tab key. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, messages, t] = await Promise.all([getLocale(), getMessages(), getTranslations("common")]);
  return (
    <html lang={locale}>
      <body>
        <SkipLink>{t("skipToContent")}</SkipLink>
        <NextIntlClientProvider messages={pickNamespaces(messages, CLIENT_NAMESPACES)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function pickNamespaces(messages: Messages, namespaces: readonly string[]): Partial<Messages> {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => namespaces.includes(namespace)));
}
