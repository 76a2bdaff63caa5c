import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/units/event-form";
import { UNIT_EVENT_KINDS } from "@/domain/reorganisations";
import { loadUnitForm } from "@/server/loaders/unit-settings";

interface NewEventPageProps {
  readonly searchParams: Promise<{ readonly kind?: string | string[]; readonly unit?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("unitSettingsPage");
  return { title: t("change") };
}

/** An event of the tree; the address says of which kind, and for which unit's code it was asked. */
export default async function NewEventPage({ searchParams }: NewEventPageProps) {
  const [asked, t, view] = await Promise.all([searchParams, getTranslations("unitSettingsPage"), loadUnitForm()]);
  const kind = UNIT_EVENT_KINDS.find((known) => known === asked.kind);
  if (!kind) notFound();
  const unit = view.units.find(({ code }) => code === asked.unit);
  return (
    <div className="grid gap-6">
      <header className="grid max-w-form gap-2">
        <h1 className="text-page-phone md:text-page">{t(`event.${kind}`)}</h1>
        <p className="text-quiet">{t(`meaning.${kind}`)}</p>
      </header>
      <EventForm view={view} kind={kind} unitId={unit?.id ?? null} />
    </div>
  );
}
