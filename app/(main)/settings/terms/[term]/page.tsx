import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermSettings } from "@/components/terms/term-settings";
import { loadTermSettings } from "@/server/loaders/term-settings";

interface TermPageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("termSettingsPage");
  return { title: t("frame") };
}

/** One term: its frame and its state. */
export default async function TermPage({ params }: TermPageProps) {
  const view = await loadTermSettings(decodeURIComponent((await params).term));
  if (!view) notFound();
  return <TermSettings view={view} />;
}
