"use client"; // the combinations that mean nothing are told while they are chosen

import { useTranslations } from "next-intl";
import { choiceText } from "@/components/ui/choice-text";
import { CheckboxField, SelectField } from "@/components/ui/field";
import { useErrorText } from "@/components/ui/use-error-text";
import { methodOf, readBaseNumber, type BaseKind, type TypedMeasure } from "@/domain/typed-measures";
import { listMethodProblems } from "@/domain/method-problems";
import type { MeasureChoices } from "@/server/loaders/target-settings";
import { NumberTextField } from "./number-text-field";

const METHOD = {
  kind: ["rate", "count", "percent", "level", "judged"],
  frequency: ["month", "quarter", "half", "year", "term"],
  overUnits: ["sum", "mean", "min", "share"],
  overTime: ["sum", "mean_periods", "mean_years", "each_year", "latest", "min"],
  rule: ["at_least", "more_than", "at_most", "less_than", "exactly", "range", "judged"],
} as const;

export interface MeasureFieldsProps {
  readonly typed: TypedMeasure;
  readonly choices: MeasureChoices;
  readonly onChange: (change: Partial<TypedMeasure>) => void;
  /** What the server says is wrong with a field, by its path in the measure. */
  readonly error: (path: string) => string | undefined;
}

/** How a measure is counted, added up and judged; a combination that means nothing is refused where it is chosen. */
export function MethodFields({ typed, choices, onChange, error }: MeasureFieldsProps) {
  const t = useTranslations("measureSettings");
  const errorText = useErrorText();
  const problems = listMethodProblems(methodOf(typed));
  const problemAt = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    return problem ? errorText(problem.code, {}) : undefined;
  };
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {(Object.keys(METHOD) as (keyof typeof METHOD)[]).map((field) => (
        <SelectField
          key={field}
          label={t(`field.${field}`)}
          value={typed[field]}
          options={METHOD[field].map((value) => ({ value, label: choiceText(t(`${field}.${value}` as "kind.rate")) }))}
          onChange={(event) => onChange({ [field]: event.target.value })}
          error={problemAt(field) ?? error(field)}
        />
      ))}
      <BaseFields {...{ typed, choices, onChange, error }} problem={problemAt("fixedBase")} />
      {(typed.kind === "rate" || typed.kind === "percent") && (
        <CheckboxField
          label={t("field.mayExceedBase")}
          checked={typed.mayExceedBase}
          onChange={(event) => onChange({ mayExceedBase: event.target.checked })}
        />
      )}
      {error("mayExceedBase") && <p className="font-medium text-attention">{error("mayExceedBase")}</p>}
    </div>
  );
}

function BaseFields(props: MeasureFieldsProps & { readonly problem: string | undefined }) {
  const { typed, choices, onChange, error, problem } = props;
  const t = useTranslations("measureSettings");
  if (typed.kind !== "rate" && typed.base === "entered") return null;
  return (
    <>
      <SelectField
        label={t("field.base")}
        value={typed.base}
        options={(["entered", "term", "years"] as const).map((value) => ({
          value,
          label: choiceText(t(`base.${value}`)),
        }))}
        onChange={(event) => onChange({ base: event.target.value as BaseKind })}
        error={problem ?? error("base")}
      />
      {typed.base === "term" && (
        <NumberTextField
          label={t("field.termBase")}
          value={typed.termBase}
          reading={readBaseNumber(typed.termBase)}
          onChange={(termBase) => onChange({ termBase })}
          error={error("termBase")}
        />
      )}
      {typed.base === "years" &&
        choices.years.map(({ id, label }) => (
          <NumberTextField
            key={id}
            label={t("field.yearBase", { year: label })}
            value={typed.yearBases[id] ?? ""}
            reading={readBaseNumber(typed.yearBases[id] ?? "")}
            onChange={(base) => onChange({ yearBases: { ...typed.yearBases, [id]: base } })}
            error={error(`yearBases.${id}`)}
          />
        ))}
    </>
  );
}
