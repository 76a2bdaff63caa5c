"use client"; // fields that follow the measure's method and read numbers back while they are typed

import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import type { ReactNode } from "react";
import { SelectField } from "@/components/ui/field";
import {
  EMPTY_PLAN,
  isLevelPlan,
  planShapeOf,
  readPlanNumber,
  readSharePlan,
  type PlanRules,
  type TypedPlan,
  type TypedPlans,
} from "@/domain/typed-plans";
import { NumberTextField } from "./number-text-field";

interface PlanFieldsProps {
  readonly rules: PlanRules;
  /** Stands beside a count's plan: `đảng viên`. */
  readonly unitLabel: string;
  readonly years: readonly { readonly id: string; readonly label: string }[];
  readonly typed: TypedPlans;
  readonly onChange: (typed: TypedPlans) => void;
  /** What is wrong with a field, by its path within the plans: `term.plan`, `share`, `years.2026.upper`. */
  readonly error: (path: string) => ReactNode;
}

/** The promised values of a measure: for the term and, where they differ, by year. A judged measure has none. */
export function PlanFields(props: PlanFieldsProps) {
  const { rules, unitLabel, typed, onChange, error } = props;
  const t = useTranslations("measures.planFields");
  const shape = planShapeOf(rules);
  if (shape === "none") return <p className="text-quiet">{t("judged")}</p>;
  return (
    <div className="grid gap-4">
      <PlanValueFields
        {...{ rules, unitLabel, error }}
        path="term"
        label={t(shape === "share" ? "level" : "term")}
        typed={typed.term}
        onChange={(term) => onChange({ ...typed, term })}
      />
      {shape === "share" && (
        <NumberTextField
          label={t("share")}
          value={typed.share}
          reading={readSharePlan(typed.share)}
          onChange={(share) => onChange({ ...typed, share })}
          error={error("share")}
          className="max-w-48"
        />
      )}
      <YearPlanFields {...props} />
    </div>
  );
}

/** Most measures promise the same every year: the years unfold where one has a plan of its own. */
function YearPlanFields({ rules, unitLabel, years, typed, onChange, error }: PlanFieldsProps) {
  const t = useTranslations("measures.planFields");
  const isShare = planShapeOf(rules) === "share";
  const isUsed = years.some(({ id }) => Boolean(typed.years[id]?.plan || typed.years[id]?.upper));
  const setYear = (id: string, plan: TypedPlan) => onChange({ ...typed, years: { ...typed.years, [id]: plan } });
  return (
    <Disclosure open={isUsed} summary={t("years")}>
      <p className="text-small text-quiet">
        {t(rules.kind === "count" && rules.overTime === "sum" ? "sumHint" : "hint")}
      </p>
      <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {years.map(({ id, label }) =>
          isShare ? (
            <NumberTextField
              key={id}
              label={t("shareOfYear", { year: label })}
              value={typed.years[id]?.plan ?? ""}
              reading={readSharePlan(typed.years[id]?.plan ?? "")}
              onChange={(plan) => setYear(id, { ...EMPTY_PLAN, plan })}
              error={error(`years.${id}.plan`)}
            />
          ) : (
            <PlanValueFields
              key={id}
              {...{ rules, unitLabel, error }}
              path={`years.${id}`}
              label={t("year", { year: label })}
              typed={typed.years[id] ?? EMPTY_PLAN}
              onChange={(plan) => setYear(id, plan)}
            />
          ),
        )}
      </div>
    </Disclosure>
  );
}

interface PlanValueFieldsProps extends Pick<PlanFieldsProps, "rules" | "unitLabel" | "error"> {
  readonly path: string;
  readonly label: string;
  readonly typed: TypedPlan;
  readonly onChange: (typed: TypedPlan) => void;
}

/** One promised value: a number with its unit, both bounds of a range, or the word of a level. */
function PlanValueFields({ rules, unitLabel, path, label, typed, onChange, error }: PlanValueFieldsProps) {
  const t = useTranslations("measures");
  const isPair = planShapeOf(rules) === "pair";
  if (isLevelPlan(rules)) {
    const levels = (["1", "2", "3", "4"] as const).map((value) => ({ value, label: t(`level.${value}`) }));
    return (
      <SelectField
        label={label}
        value={typed.plan}
        options={[{ value: "", label: t("planFields.none") }, ...levels]}
        onChange={(event) => onChange({ plan: event.target.value, upper: "" })}
        error={error(`${path}.plan`)}
        className="max-w-80"
      />
    );
  }
  const withUnit = (text: string) =>
    unitLabel === "" ? text : t("planFields.inUnit", { label: text, unit: unitLabel });
  const bound = (part: "plan" | "upper", boundLabel: string) => (
    <NumberTextField
      label={withUnit(boundLabel)}
      value={typed[part]}
      reading={readPlanNumber(rules, typed[part])}
      onChange={(text) => onChange({ ...typed, [part]: text })}
      error={error(`${path}.${part}`)}
      className="w-full max-w-48"
    />
  );
  if (!isPair) return bound("plan", label);
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {bound("plan", t("planFields.lower", { label }))}
      {bound("upper", t("planFields.upper", { label }))}
    </div>
  );
}
