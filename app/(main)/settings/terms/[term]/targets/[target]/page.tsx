import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TargetEdit } from "@/components/targets/target-edit";
import { loadTargetSettings } from "@/server/loaders/target-settings";
import { requireActor } from "@/server/require-actor";

interface TargetPageProps {
  readonly params: Promise<{ readonly term: string; readonly target: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targetSettingsPage");
  return { title: t("editTitle") };
}

/** One target with its measures. */
export default async function TargetPage({ params }: TargetPageProps) {
  const actor = await requireActor("terms.configure");
  const asked = await params;
  const view = await loadTargetSettings(actor, decodeURIComponent(asked.term));
  const code = decodeURIComponent(asked.target);
  const target = view?.targets.find(({ stored }) => stored.code === code);
  if (!view || !target) notFound();
  return <TargetEdit view={view} target={target} />;
}
