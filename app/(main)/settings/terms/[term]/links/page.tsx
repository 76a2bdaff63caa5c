import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermLinks } from "@/components/terms/term-links";
import { loadTermLinks } from "@/server/loaders/term-links";

interface LinksPageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("termSettingsPage.links");
  return { title: t("caption") };
}

/** How a term's targets go back to the term before. */
export default async function LinksPage({ params }: LinksPageProps) {
  const view = await loadTermLinks(decodeURIComponent((await params).term));
  if (!view) notFound();
  return <TermLinks view={view} />;
}
