"use client"; // computes while the example's figures are changed

import { useLocale, useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { CONTROL_CLASS } from "@/components/ui/field";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { MeasureAchievement } from "@/domain/achievements";
import { displayActual, localiseDecimal } from "@/domain/display";
import { JUDGEMENTS } from "@/domain/figures";
import { isPercentage, type Measure } from "@/domain/measures";
import { computeExample, firstExample, listExampleAlternatives, listExamplePeriods } from "@/domain/method-examples";
import { listMethodProblems } from "@/domain/method-problems";
import { readTypedFigure, type TypedFigure } from "@/domain/typed-figures";
import { methodOf, readTypedMeasure, type TypedMeasure } from "@/domain/typed-measures";

interface MethodExampleProps {
  readonly typed: TypedMeasure;
  readonly yearIds: readonly string[];
  readonly onChange: (change: Partial<TypedMeasure>) => void;
}

/** The method on figures that can be changed, and beside its result what the other ways to add up would give. */
export function MethodExample({ typed, yearIds, onChange }: MethodExampleProps) {
  const t = useTranslations("measureSettings.example");
  if (listMethodProblems(methodOf(typed)).length > 0) return <p className="text-quiet">{t("refused")}</p>;
  // What stands in no field must not be counted with: the example has no denominators of its own then.
  const isBaseMissing = typed.base !== "entered" && readTypedMeasure(typed, yearIds).fields.fixedBase === null;
  if (isBaseMissing) return <p className="text-quiet">{t("baseNeeded")}</p>;
  // Another kind or frequency has other fields: the figures begin anew.
  return <Example key={`${typed.kind} ${typed.frequency}`} {...{ typed, yearIds, onChange }} />;
}

function Example({ typed, yearIds, onChange }: MethodExampleProps) {
  const t = useTranslations("measureSettings");
  const resultText = useResultText();
  const methodName = ({ overUnits, overTime }: Pick<Measure, "overUnits" | "overTime">) =>
    t("example.method", { units: t(`overUnits.${overUnits}`), time: t(`overTime.${overTime}`) });
  const [figures, setFigures] = useState(() => firstExample(typed.kind, typed.frequency));
  const { fields } = readTypedMeasure(typed, yearIds);
  const measure: Measure = { id: "example", earlierPlans: [], unitIds: null, joinedOn: {}, ...fields };
  const rules = { kind: typed.kind, mayExceedBase: typed.mayExceedBase, hasFixedBase: fields.fixedBase !== null };
  const cells = figures.map((row) => row.map((figure) => readTypedFigure(rules, figure).value));
  const result = computeExample(measure, cells);
  const setCell = (row: number, column: number, change: Partial<TypedFigure>) =>
    setFigures((now) =>
      now.map((line, y) => line.map((figure, x) => (y === row && x === column ? { ...figure, ...change } : figure))),
    );
  return (
    <div className="grid grid-cols-1 items-start gap-x-10 gap-y-4 lg:grid-cols-[auto_1fr]">
      <Table caption={t("example.caption")}>
        <TableHead>
          <tr>
            <HeadCell>{t("example.periods")}</HeadCell>
            {figures.map((_, row) => (
              <HeadCell key={row}>{t("example.cell", { number: row + 1 })}</HeadCell>
            ))}
          </tr>
        </TableHead>
        <tbody>
          {listExamplePeriods(typed.frequency).map(({ key }, column) => (
            <Row key={key}>
              <HeadCell scope="row" plain className="whitespace-nowrap">
                {t("example.period", { number: column + 1 })}
              </HeadCell>
              {figures.map((line, row) => (
                <Cell key={row}>
                  <ExampleFields
                    figure={line[column] as TypedFigure}
                    typed={typed}
                    label={t("example.of", { unit: row + 1, period: column + 1 })}
                    onChange={(change) => setCell(row, column, change)}
                  />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      <Table caption={t("example.results")}>
        <tbody>
          <Row>
            <HeadCell scope="row" className="first-letter:uppercase">
              {t("example.chosen", { method: methodName(measure) })}
            </HeadCell>
            <Cell numeric className="font-semibold">
              {resultText(measure, result.achievement)}
            </Cell>
            <Cell />
          </Row>
          {listExampleAlternatives(measure, cells).map((other) => (
            <Row key={`${other.overUnits} ${other.overTime}`}>
              <HeadCell scope="row" plain className="first-letter:uppercase">
                {methodName(other)}
              </HeadCell>
              <Cell numeric>{resultText(measure, other.achievement)}</Cell>
              <Cell>
                <button
                  type="button"
                  className="screen-only underline disabled:hidden"
                  onClick={() => onChange({ overUnits: other.overUnits, overTime: other.overTime })}
                >
                  {t("example.choose")}
                  <span className="sr-only">: {methodName(other)}</span>
                </button>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function useResultText() {
  const t = useTranslations("measures");
  const locale = useLocale() === "en" ? "en" : "vi";
  return (measure: Measure, achievement: MeasureAchievement) => {
    if (achievement.judged !== null) return t(`judgement.${achievement.judged}`);
    const text = displayActual(measure, achievement);
    if (text === null) return "-";
    return localiseDecimal(text, locale) + (isPercentage(measure) ? "%" : "");
  };
}

/** The example answers while it is typed: Enter in it is not meant for the form around it. */
function keepFromSending(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}

interface ExampleFieldsProps {
  readonly figure: TypedFigure;
  readonly typed: TypedMeasure;
  readonly label: string;
  readonly onChange: (change: Partial<TypedFigure>) => void;
}

function ExampleFields({ figure, typed, label, onChange }: ExampleFieldsProps) {
  const t = useTranslations("measures");
  const part = useTranslations("measureSettings.example");
  const field = (name: "n" | "d") => (
    <input
      type="text"
      inputMode="decimal"
      aria-label={part(name, { of: label })}
      value={figure[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      onKeyDown={keepFromSending}
      className={`${CONTROL_CLASS} max-w-16 min-w-12 text-right max-sm:px-1.5`}
    />
  );
  if (typed.kind === "level" || typed.kind === "judged") {
    const judged = typed.kind === "level" ? "level" : "judged";
    const options =
      judged === "level"
        ? (["1", "2", "3", "4"] as const).map((value) => [value, t(`level.${value}`)] as const)
        : JUDGEMENTS.map((value) => [value, t(`judgement.${value}`)] as const);
    return (
      <select
        aria-label={label}
        value={figure[judged]}
        onChange={(event) => onChange({ [judged]: event.target.value })}
        className={CONTROL_CLASS}
      >
        <option value="">-</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  const hasBase = typed.kind === "rate" && typed.base === "entered";
  return (
    <span className="inline-flex items-center gap-1">
      {field("n")}
      {hasBase && (
        <>
          {"/"}
          {field("d")}
        </>
      )}
    </span>
  );
}
