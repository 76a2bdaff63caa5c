"use client"; // appears when a preview has found drafts

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import type { EventFields } from "./event-form";
import { nameOn } from "./event-typed";

interface DiscardFieldsProps extends EventFields {
  /** Units that end and have drafts. */
  readonly unitIds: readonly string[];
}

/** Drafts that nobody sent can be discarded: it cannot be undone, so the unit's name is typed. */
export function DiscardFields({ view, typed, set, error, unitIds }: DiscardFieldsProps) {
  const t = useTranslations("unitSettings.discard");
  if (unitIds.length === 0) return null;
  const typedFor = (id: string) => typed.discards.find(({ unitId }) => unitId === id)?.name ?? "";
  const type = (id: string, name: string) =>
    set({
      discards: [...typed.discards.filter(({ unitId }) => unitId !== id), ...(name ? [{ unitId: id, name }] : [])],
    });
  return (
    <section aria-label={t("title")} className="grid gap-3 border-l-[3px] border-attention pl-3">
      <h2 className="text-section">{t("title")}</h2>
      <p>{t("text")}</p>
      {view.units
        .filter(({ id }) => unitIds.includes(id))
        .map((unit) => (
          <TextField
            key={unit.id}
            label={t("typeName", { name: nameOn(unit, typed.on) })}
            value={typedFor(unit.id)}
            autoComplete="off"
            onChange={(event) => type(unit.id, event.target.value)}
            error={error(`discards.${typed.discards.findIndex(({ unitId }) => unitId === unit.id)}.name`)}
          />
        ))}
    </section>
  );
}
