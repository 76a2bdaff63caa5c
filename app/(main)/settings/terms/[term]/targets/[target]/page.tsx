import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TargetEdit } from "@/components/targets/target-edit";
import { loadTargetOfTerm } from "@/server/loaders/target-settings";
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
  const found = await loadTargetOfTerm(actor, await params);
  if (!found) notFound();
  const { view, target } = found;
  return <TargetEdit view={view} target={target} />;
}
