import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryFiles } from "@/components/entry-files/entry-files";
import { loadEntryFiles } from "@/server/loaders/entry-files";
import { requireActor } from "@/server/require-actor";

interface FilesPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("entryFiles");
  return { title: t("title") };
}

/** Reports by file: taken out to be looked at or filled in elsewhere, and brought back. */
export default async function EntryFilesPage({ searchParams }: FilesPageProps) {
  const actor = await requireActor("submissions.view");
  const { problem } = await searchParams;
  const problemCode = problem === "nothing_chosen" ? problem : null;
  return <EntryFiles view={await loadEntryFiles(actor)} problem={problemCode} />;
}
