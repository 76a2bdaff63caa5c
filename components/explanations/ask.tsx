import { useTranslations } from "next-intl";
import Link from "next/link";
import { entryAddress } from "@/components/entry/report-list";
import { targetAddress } from "@/components/shell/view-address";
import type { AskView } from "@/server/loaders/explanation-views";
import { AskForm } from "./ask-form";
import { explanationsAddress } from "./explanation-address";

/** The page on which the leadership asks: what it is about in the first line, then the form. */
export function Ask({ view }: { readonly view: AskView }) {
  const t = useTranslations("explanations");
  const [unit, period] = [view.units, view.periods].map((choices) => (choices.length === 1 ? choices[0]?.label : null));
  return (
    <div className="mx-auto grid max-w-form grid-cols-1 gap-6">
      <header className="grid gap-1">
        <nav aria-label={t("breadcrumb")} className="text-small text-quiet">
          <Link href={explanationsAddress(view.termCode, null)}>{t("title")}</Link> / {t("new")}
        </nav>
        <h1 className="text-page-phone md:text-page">{[view.title, period].filter(Boolean).join(", ")}</h1>
        {unit && <p className="text-quiet">{t("asksUnit", { unit })}</p>}
      </header>
      <AskForm view={view} back={backAddress(view)} />
    </div>
  );
}

function backAddress({ termCode, targetCode, unitCode, periodKey }: AskView): string {
  if (targetCode !== null) return targetAddress(targetCode, { termId: termCode });
  if (unitCode === null || periodKey === null) return explanationsAddress(termCode, null);
  return entryAddress({ unit: { code: unitCode }, period: { key: periodKey }, termCode });
}
