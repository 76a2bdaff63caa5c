import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsHome } from "@/components/terms/settings-home";
import { loadSettingsHome } from "@/server/loaders/settings-home";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** Where setting up stands. */
export default async function SettingsPage() {
  return <SettingsHome view={await loadSettingsHome()} />;
}
