"use client"; // somebody chooses between two values here

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { EntryView, ReportMeasure, StoredReport } from "@/server/loaders/report-views";
import { FieldLabel, FieldValue } from "./field-value";
import { differingFields, fieldOf, takeFields, type DifferingField, type TypedFigures } from "./form-fields";
import { useTimeText } from "@/components/ui/use-instant-text";

/** Two fillings of the same report: what was typed here, and what somebody else saved meanwhile. */
export interface Conflict {
  readonly mine: TypedFigures;
  /** What the form began with: tells who changed a field. */
  readonly base: TypedFigures;
  readonly stored: StoredReport;
}

interface ConflictPanelProps {
  readonly view: EntryView;
  readonly conflict: Conflict;
  readonly onResolve: (figures: TypedFigures) => void;
  readonly onReload: () => void;
}

type Side = "mine" | "stored";
const keyOf = ({ measureId, field }: DifferingField) => `${measureId}.${field}`;

/** Shows both values of every field that differs and goes on with the chosen ones. Nothing is lost on either side. */
export function ConflictPanel({ view, conflict, onResolve, onReload }: ConflictPanelProps) {
  const t = useTranslations("entry.conflict");
  const timeText = useTimeText();
  const panel = useRef<HTMLDivElement>(null);
  const differences = differingFields(conflict.mine, conflict.stored.figures);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  useEffect(() => panel.current?.focus(), []);

  const sideOf = (difference: DifferingField): Side => choices[keyOf(difference)] ?? whoChanged(conflict, difference);
  const resolve = () => {
    const taken = differences.filter((difference) => sideOf(difference) === "stored");
    onResolve(takeFields(conflict.mine, conflict.stored.figures, taken));
  };

  return (
    <div ref={panel} tabIndex={-1} className="my-4">
      <Notice tone="attention" live title={t("title")}>
        <p>
          {t("text", {
            name: conflict.stored.savedBy ?? t("unknown"),
            time: conflict.stored.savedAt ? timeText(conflict.stored.savedAt) : "",
          })}
        </p>
        {!conflict.stored.editable && <ClosedNote standing={conflict.stored.standing} />}
        <ul className="mt-2 grid gap-3">
          {differences.map((difference) => (
            <DifferenceChoice
              key={keyOf(difference)}
              row={view.measures.find(({ measure }) => measure.id === difference.measureId)}
              {...{ difference, conflict }}
              side={sideOf(difference)}
              onChoose={(side) => setChoices({ ...choices, [keyOf(difference)]: side })}
            />
          ))}
        </ul>
        <div className="mt-3">
          {conflict.stored.editable ? (
            <Button onClick={resolve}>{t("apply")}</Button>
          ) : (
            <Button onClick={onReload}>{t("reload")}</Button>
          )}
        </div>
      </Notice>
    </div>
  );
}

function ClosedNote({ standing }: { readonly standing: StoredReport["standing"] }) {
  const t = useTranslations("entry");
  return <p className="mt-1">{t("conflict.closed", { state: t(`state.${standing}`) })}</p>;
}

interface DifferenceChoiceProps {
  readonly row: ReportMeasure | undefined;
  readonly difference: DifferingField;
  readonly conflict: Conflict;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function DifferenceChoice({ row, difference, conflict, side, onChoose }: DifferenceChoiceProps) {
  const t = useTranslations("entry.conflict");
  const { measureId, field } = difference;
  if (!row) return null;
  const values = {
    mine: fieldOf(conflict.mine, measureId, field),
    stored: fieldOf(conflict.stored.figures, measureId, field),
  };
  return (
    <li>
      <fieldset className="grid gap-1">
        <legend className="font-semibold">
          {row.name} · <FieldLabel row={row} field={field} />
        </legend>
        {(["mine", "stored"] as const).map((candidate) => (
          <label key={candidate} className="flex items-baseline gap-2 text-ink">
            <input
              type="radio"
              name={`choice.${keyOf(difference)}`}
              checked={side === candidate}
              onChange={() => onChoose(candidate)}
              className="accent-on-track"
            />
            <span className="text-quiet">{t(candidate)}: </span>
            <span className="min-w-0 font-semibold break-words">
              <FieldValue field={field} value={values[candidate]} />
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}

/** A field that was not touched here takes what the other person saved; whatever was typed here is offered first. */
function whoChanged({ mine, base }: Conflict, { measureId, field }: DifferingField): Side {
  return fieldOf(mine, measureId, field) === fieldOf(base, measureId, field) ? "stored" : "mine";
}
