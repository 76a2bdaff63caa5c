import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeasureForm } from "@/components/measures/measure-form";
import { loadTargetOfTerm } from "@/server/loaders/target-settings";
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
  const found = await loadTargetOfTerm(actor, await params);
  if (!found) notFound();
  const { view, target } = found;
  const t = await getTranslations("targetSettingsPage");
  const back = `/settings/terms/${encodeURIComponent(view.term.code)}/targets/${encodeURIComponent(target.stored.code)}`;
  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <h1 className="text-page-phone md:text-page">{t("newMeasure", { target: target.stored.name })}</h1>
      {view.term.state !== "closed" && (
        <MeasureForm targetId={target.id} measure={null} choices={view.choices} back={back} />
      )}
    </div>
  );
}
