import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReportCount } from "@/components/achievements/report-count";
import { StatusMark } from "@/components/achievements/status-mark";
import { STATUS_TONE } from "@/components/achievements/tones";
import { differenceNumber, useDifferenceText } from "@/components/achievements/use-difference-text";
import { useRequiredText } from "@/components/achievements/use-required-text";
import { TONE_TEXT } from "@/components/charts/tone";
import { Explained } from "@/components/number-explanations/explained";
import { useDateText } from "@/components/ui/use-date-text";
import { useProseCount } from "@/components/ui/use-count-text";
import type { NumberName } from "@/domain/number-names";
import type { TargetMeasureView } from "@/server/loaders/targets";
import type { ViewState } from "@/server/loaders/view-state";
import { ProvenanceMark } from "./provenance-mark";
import { usePlanText } from "./use-plan-text";

interface KeyFiguresProps {
  readonly measure: TargetMeasureView;
  readonly state: ViewState;
}

/** Four answers in a row: what is so, what was promised, how it stands, how complete the reports are. */
export function KeyFigures({ measure, state }: KeyFiguresProps) {
  const t = useTranslations("targets.key");
  const planText = usePlanText();
  const difference = useDifferenceText()(measure);
  const required = useRequiredText()(measure);
  const date = useDateText()(state.asOf);
  const explained = (number: NumberName, children: ReactNode) => (
    <Explained measureCode={measure.id} number={number} state={state}>
      {children}
    </Explained>
  );
  const told = difference === measure.sentence ? null : difference;
  return (
    <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:flex lg:flex-wrap">
      <KeyFigure name={t("actual", { date })} below={<Parts measure={measure} />}>
        <span className={clsx("figure", TONE_TEXT[STATUS_TONE[measure.status]])}>
          {measure.actual === null ? "-" : explained("actual", measure.actual)}
        </span>
      </KeyFigure>
      <KeyFigure name={t("plan")} below={told && explained(differenceNumber(measure), told)}>
        {measure.plan ? explained("plan", planText(measure)) : planText(measure)}
        {measure.plan && <ProvenanceMark provenance={measure.plan.provenance} />}
      </KeyFigure>
      <KeyFigure name={t("status")} below={required && explained("required", required)}>
        <StatusMark status={measure.status} />
      </KeyFigure>
      <KeyFigure name={t("reports")} below={<Missing measure={measure} />}>
        {explained("reports", <ReportCount received={measure.received} expected={measure.expected} />)}
      </KeyFigure>
    </dl>
  );
}

interface KeyFigureProps {
  readonly name: string;
  readonly below: ReactNode;
  readonly children: ReactNode;
}

function KeyFigure({ name, below, children }: KeyFigureProps) {
  return (
    <div className="max-w-72">
      <dt className="text-small text-quiet">{name}</dt>
      <dd className="text-key font-semibold">{children}</dd>
      {below && <dd className="text-small text-quiet">{below}</dd>}
    </div>
  );
}

function Parts({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.key");
  const { parts, provisional } = measure;
  return (
    <>
      {parts && <span className="figure">{parts}</span>}
      {provisional && <span className="block">{t("provisional")}</span>}
    </>
  );
}

function Missing({ measure }: { readonly measure: TargetMeasureView }) {
  const t = useTranslations("targets.key");
  const prose = useProseCount();
  if (measure.expected === 0) return t("noneDue");
  if (measure.missing.length === 0) return measure.received >= measure.expected ? t("complete") : null;
  const units = measure.missing.map(({ unitName, count }) => `${unitName}: ${prose(count)}`).join(", ");
  return t("missing", { units });
}
