import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MeasureForm } from "@/components/measures/measure-form";
import { ButtonLink } from "@/components/ui/button";
import { loadTargetSettings } from "@/server/loaders/target-settings";
import { requireActor } from "@/server/require-actor";

interface MeasurePageProps {
  readonly params: Promise<{ readonly term: string; readonly measure: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targetSettingsPage");
  return { title: t("measure") };
}

/** One measure with every field that it has. */
export default async function MeasurePage({ params }: MeasurePageProps) {
  const actor = await requireActor("terms.configure");
  const asked = await params;
  const view = await loadTargetSettings(actor, decodeURIComponent(asked.term));
  const code = decodeURIComponent(asked.measure);
  const target = view?.targets.find(({ measures }) => measures.some(({ stored }) => stored.code === code));
  const measure = target?.measures.find(({ stored }) => stored.code === code);
  if (!view || !target || !measure) notFound();
  const t = await getTranslations("targetSettingsPage");
  const root = `/settings/terms/${encodeURIComponent(view.term.code)}`;
  const back = `${root}/targets/${encodeURIComponent(target.stored.code)}`;
  return (
    <div className="grid max-w-form grid-cols-1 gap-5">
      <header className="grid gap-2">
        <p className="text-small text-quiet">
          <Link href={`${root}/targets`} className="underline">
            {t("title")}
          </Link>{" "}
          /{" "}
          <Link href={back} className="underline">
            {target.stored.name}
          </Link>
        </p>
        <h1 className="text-page-phone md:text-page">{measure.stored.name}</h1>
      </header>
      <ButtonLink href={`${root}/measures/${encodeURIComponent(code)}/plan`} className="justify-self-start">
        {t("plan")}
      </ButtonLink>
      <fieldset disabled={view.term.state === "closed"} className="min-w-0">
        <MeasureForm targetId={target.id} measure={measure} choices={view.choices} back={back} />
      </fieldset>
    </div>
  );
}
