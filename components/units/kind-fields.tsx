"use client"; // stands in the event's form

import { useTranslations } from "next-intl";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import type { EventFields } from "./event-form";
import { livingUnits, nameOn } from "./event-typed";

/** What only one kind of event asks for. */
export function KindFields({ view, typed, set, error }: EventFields) {
  const t = useTranslations("unitSettings");
  const units = livingUnits(view, typed.on);
  switch (typed.kind) {
    case "rename":
      return (
        <TextField
          label={t("field.name")}
          hint={t("hint.name")}
          value={typed.name}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
          error={error("name")}
        />
      );
    case "move":
      return (
        <SelectField
          label={t("field.parentId")}
          value={typed.parentId}
          onChange={(event) => set({ parentId: event.target.value })}
          options={[
            { value: "", label: t("noParent") },
            ...units
              .filter(({ id, kind }) => kind !== "cell" && !typed.unitIds.includes(id))
              .map((unit) => ({ value: unit.id, label: nameOn(unit, typed.on) })),
          ]}
          error={error("parentId")}
        />
      );
    case "merge":
      return (
        <SelectField
          label={t("field.successorId")}
          value={typed.successorId}
          onChange={(event) => set({ successorId: event.target.value })}
          options={[
            { value: "", label: t("newUnit") },
            ...units
              .filter(({ id }) => typed.unitIds.includes(id))
              .map((unit) => ({ value: unit.id, label: t("goesOnAs", { name: nameOn(unit, typed.on) }) })),
          ]}
          error={error("successorId")}
        />
      );
    case "split":
      return (
        <CheckboxField
          label={t("field.goesOn")}
          checked={typed.goesOn}
          onChange={(event) => set({ goesOn: event.target.checked })}
        />
      );
    case "found":
    case "dissolve":
      return null;
  }
}
