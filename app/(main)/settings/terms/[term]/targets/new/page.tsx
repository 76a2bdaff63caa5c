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
  const t = await getTranslations("targetSettingsPage");
  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <h1 className="text-page-phone md:text-page">{t("add")}</h1>
      {view.term.state !== "closed" && <NewTargetForm view={view} />}
    </div>
  );
}
