import { useTranslations } from "next-intl";
import { PrintedView } from "@/components/shell/printed-view";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { PublicTreeView } from "@/server/loaders/unit-settings";
import { UnitEvents } from "./unit-events";
import { UnitTree } from "./unit-tree";

/** The organisation as it stood on the day that is looked at, for everybody. */
export function PublicTree({ view }: { readonly view: PublicTreeView }) {
  const t = useTranslations("unitSettingsPage");
  const date = useDateText()(view.asOf);
  const cells = useProseCount()(view.cells);
  return (
    <article className="grid grid-cols-1 gap-8">
      <header className="grid gap-2">
        <PrintedView termName={view.termName} state={view.state} />
        <h1 className="text-page-phone md:text-page">{t("sentence", { date, count: view.cells, cells })}</h1>
      </header>
      <UnitTree units={view.units} />
      <section className="grid gap-3">
        <h2 className="text-section">{t("events.title")}</h2>
        <UnitEvents events={view.events} />
      </section>
    </article>
  );
}
