"use client"; // the units to choose from are those of the day that is typed

import { useTranslations } from "next-intl";
import { CheckboxField, FieldError, SelectField } from "@/components/ui/field";
import type { FormUnit } from "@/server/loaders/unit-settings";
import type { EventFields } from "./event-form";
import { endingIds, livingUnits, nameOn, rowsToSend } from "./event-typed";

interface UnitsFieldProps extends EventFields {
  readonly onChoose: (unitIds: readonly string[]) => void;
}

/** Which unit the event is about; for a merger, which ones. */
export function UnitsField({ onChoose, ...fields }: UnitsFieldProps) {
  const t = useTranslations("unitSettings");
  const { view, typed, error } = fields;
  const units = livingUnits(view, typed.on);
  if (typed.kind === "merge") return <MergedUnits {...fields} onChoose={onChoose} />;
  return (
    <SelectField
      label={t("field.unitIds")}
      value={typed.unitIds[0] ?? ""}
      onChange={(event) => onChoose(event.target.value === "" ? [] : [event.target.value])}
      options={[
        { value: "", label: t("choose") },
        ...units.map((unit) => ({ value: unit.id, label: nameOn(unit, typed.on) })),
      ]}
      error={error("unitIds")}
    />
  );
}

function MergedUnits({ view, typed, error, onChoose }: UnitsFieldProps) {
  const t = useTranslations("unitSettings");
  const units = mergeable(livingUnits(view, typed.on), typed.unitIds);
  const toggled = (id: string, chosen: boolean) =>
    units.map((unit) => unit.id).filter((other) => (other === id ? chosen : typed.unitIds.includes(other)));
  const problem = error("unitIds");
  return (
    <fieldset className="grid gap-1">
      <legend className="text-small text-quiet">{t("field.merged")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {units.map((unit) => (
          <CheckboxField
            key={unit.id}
            label={nameOn(unit, typed.on)}
            checked={typed.unitIds.includes(unit.id)}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => onChoose(toggled(unit.id, event.target.checked))}
          />
        ))}
      </div>
      <FieldError>{problem}</FieldError>
    </fieldset>
  );
}

/** Like merges with like: before one is chosen, every unit that is not the only one of its kind; then those of its kind. */
function mergeable(units: readonly FormUnit[], chosen: readonly string[]): readonly FormUnit[] {
  const kind = units.find(({ id }) => chosen.includes(id))?.kind;
  return units.filter((unit) =>
    kind ? unit.kind === kind : units.some((other) => other.id !== unit.id && other.kind === unit.kind),
  );
}

/** Who takes over the unfinished tasks of what ends. */
export function TasksField({ view, typed, set, error }: EventFields) {
  const t = useTranslations("unitSettings");
  const ending = endingIds(typed);
  const founded = rowsToSend(typed, view).map(({ name }, index) => ({ value: `new:${index}`, label: name }));
  const others = livingUnits(view, typed.on).filter(({ id }) => !ending.includes(id));
  return (
    <SelectField
      label={t("field.tasksTo")}
      hint={t("hint.tasksTo")}
      value={typed.tasksTo}
      onChange={(event) => set({ tasksTo: event.target.value })}
      options={[
        { value: "", label: t("tasksStay") },
        ...founded.filter(({ label }) => label !== ""),
        ...others.map((unit) => ({ value: unit.id, label: nameOn(unit, typed.on) })),
      ]}
      error={error("tasksTo")}
    />
  );
}

/** Whether what a unit becomes is asked for the measures that name it; only where there are such measures. */
export function MeasuresField({ view, typed, set }: EventFields) {
  const t = useTranslations("unitSettings");
  const isNamed = typed.unitIds.some((id) => view.namedIds.includes(id));
  if (!isNamed || (typed.kind !== "merge" && typed.kind !== "split")) return null;
  return (
    <div className="grid gap-1">
      <CheckboxField
        label={t("field.measuresFollow")}
        aria-describedby="measures-follow-hint"
        checked={typed.measuresFollow}
        onChange={(event) => set({ measuresFollow: event.target.checked })}
      />
      <p id="measures-follow-hint" className="text-small text-quiet">
        {t("hint.measuresFollow")}
      </p>
    </div>
  );
}
