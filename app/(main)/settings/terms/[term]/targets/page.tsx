import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TargetSettings } from "@/components/targets/target-settings";
import { loadTargetSettings } from "@/server/loaders/target-settings";
import { requireActor } from "@/server/require-actor";

interface PageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targetSettingsPage");
  return { title: t("title") };
}

/** The targets of a term. */
export default async function TargetsPage({ params }: PageProps) {
  const actor = await requireActor("terms.configure");
  const view = await loadTargetSettings(actor, decodeURIComponent((await params).term));
  if (!view) notFound();
  return <TargetSettings view={view} />;
}
