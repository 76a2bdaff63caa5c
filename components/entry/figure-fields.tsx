"use client"; // computes while figures are typed

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { useFieldLabels } from "@/components/submissions/field-labels";
import type { Judgement, Level } from "@/domain/figures";
import { fieldName } from "@/domain/inputs/report-form";
import { isSummingCount } from "@/domain/measures";
import { readEntryNumber, type EntryRules, type FigureReading, type TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { ChoiceField } from "./choice-field";
import { NumberField } from "./number-field";
import { writeEntered, writeRate } from "./number-writing";
import { LongTextField } from "./text-field";

interface FigureFieldsProps {
  readonly row: ReportMeasure;
  readonly initial: TypedFigure;
  readonly typed: TypedFigure;
  readonly reading: FigureReading;
  readonly problemIdOf: (field: string) => string | undefined;
}

const LEVELS: readonly Level[] = [4, 3, 2, 1];
const JUDGEMENTS: readonly Judgement[] = ["exceeded", "met", "not_met"];

/** How a measure's texts are read. */
export function entryRulesOf({ measure }: Pick<ReportMeasure, "measure">): EntryRules {
  return { kind: measure.kind, mayExceedBase: measure.mayExceedBase, hasFixedBase: measure.fixedBase !== null };
}

/** The fields of a measure's kind. "Nothing to report" hides them and keeps what was typed. */
export function FigureFields(props: FigureFieldsProps) {
  const { kind } = props.row.measure;
  return (
    <div hidden={props.typed.notApplicable} className="md:col-start-2 md:row-start-1">
      {kind === "level" || kind === "judged" ? <RatingFields {...props} /> : <NumberFields {...props} />}
    </div>
  );
}

function NumberFields({ row, initial, typed, reading, problemIdOf }: FigureFieldsProps) {
  const labels = useFieldLabels()(row);
  const rules = entryRulesOf(row);
  const hasBase = row.measure.kind === "rate" && row.measure.fixedBase === null;
  const fields = hasBase ? (["n", "d"] as const) : (["n"] as const);
  return (
    // Three rows in common, so that fields stand on one line however long their labels are. The result never wraps: on
    // a narrow phone the fields give way to it.
    <div
      className={clsx(
        "grid grid-rows-[auto_auto_auto] gap-x-3 gap-y-1",
        hasBase ? "grid-cols-[minmax(0,7.5rem)_minmax(0,7.5rem)_auto]" : "grid-cols-[minmax(0,7.5rem)_auto]",
      )}
    >
      {fields.map((field) => (
        <NumberField
          key={field}
          name={fieldName(row.measure.id, field)}
          label={labels[field]}
          initialText={initial[field]}
          text={typed[field]}
          reading={readEntryNumber(rules, typed[field])}
          problemId={problemIdOf(field)}
        />
      ))}
      <Outcome row={row} reading={reading} hasBase={hasBase} />
    </div>
  );
}

interface OutcomeProps extends Pick<FigureFieldsProps, "row" | "reading"> {
  /** Two fields stand before it. */
  readonly hasBase: boolean;
}

/** What the numbers come to: the rate of n and d, the running total of a count, the fixed base. */
function Outcome({ row, reading, hasBase }: OutcomeProps) {
  const t = useTranslations("entry");
  const locale = useLocale();
  const rate = writeRate(row.measure, reading.value, locale);
  return (
    <output className={clsx("figure row-start-2 self-center font-semibold", hasBase ? "col-start-3" : "col-start-2")}>
      {rate !== null && t("result", { value: rate })}
      {row.fixedBase !== null && t("fixedBase", { base: row.fixedBase })}
      {isSummingCount(row.measure) && <RunningTotal row={row} reading={reading} />}
    </output>
  );
}

function RunningTotal({ row, reading }: Pick<FigureFieldsProps, "row" | "reading">) {
  const t = useTranslations("entry");
  const locale = useLocale();
  const now = reading.value?.type === "number" ? (reading.value.n ?? 0) : 0;
  return t("cumulative", { value: writeEntered((row.countedBefore ?? 0) + now, locale) });
}

function RatingFields({ row, initial, typed, problemIdOf }: FigureFieldsProps) {
  const t = useTranslations();
  const { id, kind } = row.measure;
  if (kind === "level") {
    return (
      <ChoiceField
        name={fieldName(id, "level")}
        legend={t("entry.field.level")}
        options={LEVELS.map((level) => ({ value: level.toString(), label: t(`measures.level.${level}`) }))}
        initialValue={initial.level}
        chosen={typed.level !== ""}
        clearLabel={t("entry.field.clear")}
        problemId={problemIdOf("level")}
      />
    );
  }
  return (
    <div className="grid gap-2">
      <ChoiceField
        name={fieldName(id, "judged")}
        legend={t("entry.field.judged")}
        options={JUDGEMENTS.map((judged) => ({ value: judged, label: t(`measures.judgement.${judged}`) }))}
        initialValue={initial.judged}
        chosen={typed.judged !== ""}
        clearLabel={t("entry.field.clear")}
        problemId={problemIdOf("judged")}
      />
      <LongTextField
        name={fieldName(id, "evidence")}
        label={t("entry.field.evidence")}
        initialText={initial.evidence}
        text={typed.evidence}
        problemId={problemIdOf("evidence")}
      />
    </div>
  );
}
