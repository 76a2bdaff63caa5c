import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** Where setting up stands. */
export default async function SettingsPage() {
  const t = await getTranslations("settings");
  return <h1 className="mt-4 text-page-phone md:text-page">{t("title")}</h1>;
}
