import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeasureForm } from "@/components/measures/measure-form";
import { loadTargetSettings } from "@/server/loaders/target-settings";
import { requireActor } from "@/server/require-actor";

interface NewMeasurePageProps {
  readonly params: Promise<{ readonly term: string; readonly target: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targetSettingsPage");
  return { title: t("addMeasure") };
}

/** A measure to add to a target. */
export default async function NewMeasurePage({ params }: NewMeasurePageProps) {
  const actor = await requireActor("terms.configure");
  const asked = await params;
  const view = await loadTargetSettings(actor, decodeURIComponent(asked.term));
  const code = decodeURIComponent(asked.target);
  const target = view?.targets.find(({ stored }) => stored.code === code);
  if (!view || !target) notFound();
  const t = await getTranslations("targetSettingsPage");
  const back = `/settings/terms/${encodeURIComponent(view.term.code)}/targets/${encodeURIComponent(code)}`;
  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <h1 className="text-page-phone md:text-page">{t("newMeasure", { target: target.stored.name })}</h1>
      {view.term.state !== "closed" && (
        <MeasureForm targetId={target.id} measure={null} choices={view.choices} back={back} />
      )}
    </div>
  );
}
