import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewTargetForm } from "@/components/targets/new-target-form";
import { loadTargetSettings } from "@/server/loaders/target-settings";
import { requireActor } from "@/server/require-actor";

interface PageProps {
  readonly params: Promise<{ readonly term: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targetSettingsPage");
  return { title: t("add") };
}

/** A target to add. */
export default async function NewTargetPage({ params }: PageProps) {
  const actor = await requireActor("terms.configure");
  const view = await loadTargetSettings(actor, decodeURIComponent((await params).term));
  if (!view) notFound();
  return <NewTargetForm view={view} />;
}
