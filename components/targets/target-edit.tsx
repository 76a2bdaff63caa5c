import { useTranslations } from "next-intl";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import type { TargetSettings, TargetSettingsView } from "@/server/loaders/target-settings";
import { RemoveMeasureButton, RemoveTargetButton } from "./remove-buttons";
import { TargetForm } from "./target-form";
import { TargetOrderButtons } from "./target-order-buttons";

interface TargetEditProps {
  readonly view: TargetSettingsView;
  readonly target: TargetSettings;
}

/** One target for the office: its measures first, then its own words. A closed term's is only read. */
export function TargetEdit({ view, target }: TargetEditProps) {
  const t = useTranslations("targetSettingsPage");
  const back = `/settings/terms/${encodeURIComponent(view.term.code)}/targets`;
  const isOpen = view.term.state !== "closed";
  const place = view.targets.indexOf(target);
  const isReported = target.measures.some(({ hasFigures }) => hasFigures);
  return (
    <div className="grid max-w-form grid-cols-1 gap-6">
      <header className="grid gap-2">
        <p className="text-small text-quiet">
          <Link href={back} className="underline">
            {t("title")}
          </Link>{" "}
          / {place + 1}
        </p>
        <h1 className="text-page-phone md:text-page">{target.stored.name}</h1>
      </header>
      <TargetMeasures view={view} target={target} />
      <section aria-label={t("editTitle")} className="grid gap-3 border-t border-hairline pt-3">
        <h2 className="text-section">{t("editTitle")}</h2>
        <fieldset disabled={!isOpen} className="min-w-0">
          <TargetForm key={JSON.stringify(target.stored)} target={target} groups={view.groups} />
        </fieldset>
      </section>
      {isOpen && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-hairline pt-2">
          {isReported ? (
            <p className="text-small text-quiet">{t("reported")}</p>
          ) : (
            <RemoveTargetButton id={target.id} stored={target.stored} next={back} />
          )}
          <TargetOrderButtons
            {...{ targetId: target.id, name: target.stored.name }}
            {...{ isFirst: place === 0, isLast: place === view.targets.length - 1 }}
          />
        </div>
      )}
    </div>
  );
}

function TargetMeasures({ view, target }: TargetEditProps) {
  const t = useTranslations("targetSettingsPage");
  const root = `/settings/terms/${encodeURIComponent(view.term.code)}`;
  const isOpen = view.term.state !== "closed";
  return (
    <section aria-label={t("measures")} className="grid gap-2">
      <h2 className="text-section">{t("measures")}</h2>
      {target.measures.length === 0 && <p className="text-quiet">{t("noMeasure")}</p>}
      <ul className="grid">
        {target.measures.map(({ id, stored, hasFigures }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline py-1">
            <Link href={`${root}/measures/${encodeURIComponent(stored.code)}`} className="min-w-0 underline">
              {stored.name}
            </Link>
            {isOpen && !hasFigures && <RemoveMeasureButton id={id} stored={stored} />}
          </li>
        ))}
      </ul>
      {isOpen && (
        <ButtonLink
          href={`${root}/targets/${encodeURIComponent(target.stored.code)}/measures/new`}
          className="justify-self-start"
        >
          {t("addMeasure")}
        </ButtonLink>
      )}
    </section>
  );
}
