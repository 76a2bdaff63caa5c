import { useTranslations } from "next-intl";
import Link from "next/link";
import { entryAddress } from "@/components/entry/report-list";
import { askAddress } from "@/components/explanations/explanation-address";
import { ExplanationLines } from "@/components/explanations/explanation-lines";
import { targetAddress } from "@/components/shell/view-address";
import { ButtonLink } from "@/components/ui/button";
import { useDateText } from "@/components/ui/use-date-text";
import type { FigureHistoryView } from "@/server/loaders/figure-history-views";
import { EnteredTotals } from "./entered-totals";
import { FigureValues } from "./figure-values";

/** One figure: what it is now in the first line, every value that it had, the totals that it enters, what was asked. */
export function FigureHistory({ view }: { readonly view: FigureHistoryView }) {
  const t = useTranslations("figureHistory");
  const { termCode, explanations } = view;
  const about = { unit: view.unitCode, measure: view.measureCode, period: view.periodKey };
  return (
    <article className="mx-auto grid max-w-form grid-cols-1 gap-6">
      <header className="grid gap-1">
        <nav aria-label={t("breadcrumb")} className="text-small text-quiet">
          <Link href={targetAddress(view.target.code, { termId: termCode })}>
            {t("target", { position: view.target.position, name: view.target.name })}
          </Link>{" "}
          / {view.unitName}
        </nav>
        <h1 className="text-page-phone md:text-page">
          <Sentence view={view} />
        </h1>
        <p className="text-quiet">
          {view.measureName} · {view.unitName} · {view.periodName}
        </p>
        <Links view={view} />
      </header>
      <FigureValues values={view.values} />
      <EnteredTotals view={view} />
      {explanations.length > 0 && (
        <section aria-labelledby="explanations" className="grid gap-1">
          <h2 id="explanations" className="text-section">
            {t("explanations")}
          </h2>
          <ExplanationLines items={explanations} />
        </section>
      )}
      {view.mayAsk && (
        <div>
          <ButtonLink href={askAddress(termCode, about)}>{t("ask")}</ButtonLink>
        </div>
      )}
    </article>
  );
}

/** What the figure is, and whether it counts: the accepted one, else what waits, else that nothing counts. */
function Sentence({ view }: { readonly view: FigureHistoryView }) {
  const t = useTranslations("figureHistory");
  const find = (standing: string) => view.values.find((one) => one.standing === standing);
  const told = find("provisional") ?? find("accepted");
  if (told === undefined) return t("sentence.none");
  const value = told.notApplicable ? t("notApplicable") : (told.value ?? t("missing"));
  return t(`sentence.${told.standing === "provisional" ? "provisional" : "accepted"}`, { value });
}

function Links({ view }: { readonly view: FigureHistoryView }) {
  const t = useTranslations("figureHistory");
  const dateText = useDateText();
  const report = { unit: { code: view.unitCode }, period: { key: view.periodKey }, termCode: view.termCode };
  return (
    <>
      {view.countsFrom !== null && (
        <p className="text-small text-quiet">{t("countsFrom", { date: dateText(view.countsFrom) })}</p>
      )}
      {view.mayOpenReport && (
        <p className="screen-only text-small">
          <Link href={entryAddress(report)}>{t("report")}</Link>
        </p>
      )}
    </>
  );
}
