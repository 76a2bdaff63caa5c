import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { EntryListView } from "@/server/loaders/report-views";
import { ReportList } from "./report-list";

/** The page's sentence, then the reports by urgency; or why there are none. */
export function EntryList({ view }: { readonly view: EntryListView }) {
  const t = useTranslations("entry.list");
  const dateText = useDateText();
  const pad = (count: number) => String(count).padStart(2, "0");
  const counts = { count: view.todo, padded: pad(view.todo), late: view.late, latePadded: pad(view.late) };
  return (
    <div className="mx-auto grid max-w-form gap-6">
      <header>
        <h1 className="text-page-phone md:text-page">{view.hasUnits ? t("sentence", counts) : t("noUnit.title")}</h1>
        <p className="text-quiet">{t("asOf", { date: dateText(view.today) })}</p>
      </header>
      {!view.hasUnits && <p>{t("noUnit.text")}</p>}
      {view.hasUnits && view.groups.length === 0 && <p>{t("empty.text")}</p>}
      <ReportList view={view} />
    </div>
  );
}
