import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TermList } from "@/components/terms/term-list";
import { loadTermList } from "@/server/loaders/term-settings";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("termSettingsPage");
  return { title: t("list.caption") };
}

/** All terms, for the office. */
export default async function TermsPage() {
  return <TermList terms={await loadTermList()} />;
}
