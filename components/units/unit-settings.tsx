import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { UNIT_EVENT_KINDS } from "@/domain/reorganisations";
import type { UnitTreeView } from "@/server/loaders/unit-settings";
import { UnitEvents } from "./unit-events";
import { UnitTree } from "./unit-tree";

/** The tree for the office: as it stands on a day, what can happen to it, and what did. */
export function UnitSettings({ view }: { readonly view: UnitTreeView }) {
  const t = useTranslations("unitSettingsPage");
  const date = useDateText()(view.asOf);
  const cells = useProseCount()(view.cells);
  return (
    <article className="grid grid-cols-1 gap-8">
      <header className="grid gap-4">
        <h1 className="text-page-phone md:text-page">
          {view.units.length === 0 ? t("empty", { date }) : t("sentence", { date, count: view.cells, cells })}
        </h1>
        <form method="get" className="screen-only flex flex-wrap items-end gap-2">
          <TextField key={view.asOf} label={t("asOf")} type="date" name="asOf" required defaultValue={view.asOf} />
          <Button type="submit">{t("show")}</Button>
        </form>
      </header>
      {view.units.length > 0 && (
        <UnitTree units={view.units} addressOf={(code) => `/settings/units/${encodeURIComponent(code)}`} />
      )}
      <EventLinks hasUnits={view.units.length > 0} />
      <section className="grid gap-3">
        <h2 className="text-section">{t("events.title")}</h2>
        <UnitEvents events={view.events} correctable />
      </section>
    </article>
  );
}

/** The ways in which the tree can change, each to its form. */
function EventLinks({ hasUnits }: { readonly hasUnits: boolean }) {
  const t = useTranslations("unitSettingsPage");
  const offered = hasUnits ? UNIT_EVENT_KINDS : (["found"] as const);
  return (
    <section aria-label={t("change")} className="screen-only grid gap-3">
      <h2 className="text-section">{t("change")}</h2>
      <div className="flex flex-wrap gap-3">
        {offered.map((kind) => (
          <ButtonLink
            key={kind}
            href={`/settings/units/events/new?kind=${kind}`}
            variant={hasUnits ? "secondary" : "primary"}
          >
            {t(`event.${kind}`)}
          </ButtonLink>
        ))}
        {hasUnits && <ButtonLink href="/settings/units/order">{t("order.title")}</ButtonLink>}
      </div>
    </section>
  );
}
