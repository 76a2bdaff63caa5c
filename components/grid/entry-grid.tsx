import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useProseCount } from "@/components/ui/use-count-text";
import type { GridView } from "@/server/loaders/entry-grid-views";
import { GridChoices } from "./grid-choices";
import { GridLoader } from "./grid-loader";
import { PlainGrid } from "./plain-grid";

/** Many figures at once: what is shown, how to choose something else, and the grid. */
export function EntryGrid({ view }: { readonly view: GridView }) {
  const t = useTranslations("entryGridPage");
  const open = view.reports.filter(({ closure }) => closure === null).length;
  const padded = useProseCount()(open);
  const isOthers = view.reports.some(({ closure }) => closure === "other_unit");
  return (
    <article className="grid grid-cols-1 gap-5">
      <header className="grid gap-1">
        <h1 className="text-page-phone md:text-page">
          {t(`sentence.${view.by}`, { title: view.title, count: open, padded })}
        </h1>
        {open > 0 && <p className="screen-only hidden max-w-form text-quiet md:block">{t("how")}</p>}
        {open > 0 && <p className="screen-only text-quiet md:hidden">{t("phone")}</p>}
        {isOthers && <p className="text-quiet">{t("others")}</p>}
      </header>
      <GridChoices view={view} />
      {open > 0 && (
        <noscript>
          <Notice>{t("noScript")}</Notice>
        </noscript>
      )}
      {open === 0 ? (
        <PlainGrid view={view} />
      ) : (
        <GridLoader key={keyOf(view)} view={view}>
          <PlainGrid view={view} />
        </GridLoader>
      )}
    </article>
  );
}

/** What is typed belongs to these reports alone. */
function keyOf({ by, termCode, chosen }: GridView): string {
  return [by, termCode, chosen.unit, chosen.period, chosen.frequency].join(" ");
}
