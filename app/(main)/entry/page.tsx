import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryList } from "@/components/entry/entry-list";
import { loadEntryList } from "@/server/loaders/entry-list";
import { requireActor } from "@/server/require-actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entry.list");
  return { title: t("title") };
}

/** What a person has to report. */
export default async function EntryListPage() {
  const actor = await requireActor("figures.enter");
  return <EntryList view={await loadEntryList(actor)} />;
}
