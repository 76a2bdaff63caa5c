import { useTranslations } from "next-intl";
import Link from "next/link";
import { PrintedView } from "@/components/shell/printed-view";
import { targetAddress } from "@/components/shell/view-address";
import { Notice } from "@/components/ui/notice";
import { useDateText } from "@/components/ui/use-date-text";
import type { NumberExplanationView } from "@/server/loaders/number-explanation-views";
import { explainAddress } from "./explain-address";
import { Formula } from "./formula";
import { NumberPartTable } from "./number-part-table";

interface NumberExplanationProps {
  readonly view: NumberExplanationView;
  /** In a panel the title is the panel's own. */
  readonly inPanel?: boolean;
}

/** Where a number comes from: the number in the first line, how it is computed, and what it is made of, down to who entered it. */
export function NumberExplanation({ view, inPanel = false }: NumberExplanationProps) {
  const t = useTranslations("explain");
  const { measure, target, unit, sentence, provisional, disagrees } = view;
  const place = [measure.name, unit?.name].filter(Boolean).join(" · ");
  return (
    <article className="grid grid-cols-1 gap-5">
      <header className="grid gap-1">
        {!inPanel && <PrintedView termName={view.termName} state={view.state} />}
        <nav aria-label={t("breadcrumb")} className="text-small text-quiet">
          <Link href={targetAddress(target.code, view.state)}>
            {t("target", { position: target.position, name: target.name })}
          </Link>
        </nav>
        {inPanel ? (
          <p className="text-section font-semibold">
            <Sentence view={view} />
          </p>
        ) : (
          <h1 className="text-page-phone md:text-page">
            <Sentence view={view} />
          </h1>
        )}
        <p className="text-quiet">{place}</p>
        {sentence !== null && <p>{t("report", { sentence })}</p>}
        {provisional && <p className="text-small text-quiet">{t("provisional")}</p>}
      </header>
      {disagrees && <Notice tone="attention">{t("disagrees")}</Notice>}
      <Formula view={view} />
      <NumberPartTable view={view} inPanel={inPanel} />
      <Onward view={view} inPanel={inPanel} />
    </article>
  );
}

function Sentence({ view }: { readonly view: NumberExplanationView }) {
  const t = useTranslations("explain");
  const frequencies = useTranslations("achievements.frequency");
  const date = useDateText()(view.state.asOf);
  const { measure, of } = view;
  const frequency = frequencies(measure.overTime === "mean_years" ? "year" : measure.frequency);
  const name = t(`heading.${view.number}`, { of: of ?? "", frequency });
  const value = view.value ?? t("none");
  return of === null ? t("sentence", { name, date, value }) : t("sentenceOf", { name, value });
}

const ONWARD = ["actual", "plan", "reports"] as const;

/** To the other numbers of the same measure. */
function Onward({ view, inPanel }: Required<NumberExplanationProps>) {
  const t = useTranslations("explain.links");
  const { number, measure, unit, state } = view;
  const others = ONWARD.filter((one) => one !== number && (one !== "plan" || measure.kind !== "judged"));
  return (
    <p className="screen-only flex flex-wrap gap-x-6 gap-y-2 text-small">
      {others.map((one) => (
        <Link
          key={one}
          href={explainAddress({ measureCode: measure.id, number: one, unitCode: unit?.code }, state)}
          prefetch={false}
          replace={inPanel}
        >
          {t(one)}
        </Link>
      ))}
    </p>
  );
}
