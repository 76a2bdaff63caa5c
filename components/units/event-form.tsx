"use client"; // what is asked for depends on what is chosen, and is previewed before it is saved

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { ButtonLink } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import type { UnitEventKind } from "@/domain/reorganisations";
import { reorganiseUnitsAction } from "@/server/actions/units";
import type { ReorganisationView } from "@/server/loaders/reorganisation-texts";
import type { UnitFormView } from "@/server/loaders/unit-settings";
import { DiscardFields } from "./discard-fields";
import { EventPreview, useReorganisationText } from "./event-preview";
import { emptyEvent, endingIds, rowsToSend, withUnits, type EventTyped } from "./event-typed";
import { FoundedRows } from "./founded-rows";
import { KindFields } from "./kind-fields";
import { MeasuresField, TasksField, UnitsField } from "./unit-fields";
import { useEventFieldLabel } from "./use-event-field-label";

const SETTINGS_UNITS = "/settings/units";

interface EventFormProps {
  readonly view: UnitFormView;
  readonly kind: UnitEventKind;
  /** The unit whose page led here. */
  readonly unitId: string | null;
}

/** How the form's parts read and change it. */
export interface EventFields {
  readonly view: UnitFormView;
  readonly typed: EventTyped;
  readonly set: (change: Partial<EventTyped>) => void;
  /** What is wrong with a field, in words. */
  readonly error: (path: string) => string | undefined;
}

/** An event of the tree, from its day and decision to what becomes of what hangs on it. */
export function EventForm({ view, kind, unitId }: EventFormProps) {
  const t = useTranslations("unitSettings");
  const router = useRouter();
  const messages = useChangeMessages();
  const sentence = useReorganisationText();
  const fieldLabel = useEventFieldLabel();
  const [draftUnits, setDraftUnits] = useState<readonly string[]>([]);
  const form = useChangeForm<null, EventTyped, ReorganisationView>({
    stored: null,
    toTyped: () => emptyEvent(view, kind, unitId),
    confirm: "always",
    send: async ({ mode, typed, reason }) => {
      const sent = { ...typed, founded: rowsToSend(typed, view) };
      const answer = await reorganiseUnitsAction({ mode, reason, base: null, typed: mutable(sent) });
      if (answer.ok) setDraftUnits((known) => [...new Set([...known, ...unitsWithDrafts(answer.data.data)])]);
      return answer;
    },
    onSaved: ({ data, changeId }) => {
      messages.say({ text: sentence(data), changeId });
      router.push(`${SETTINGS_UNITS}?asOf=${data.on}`);
    },
  });
  const error = useFieldErrors(form);
  const fields: EventFields = { view, typed: form.typed, set: form.set, error };
  const ends = endingIds(form.typed).length > 0;
  const founds = kind === "found" || kind === "split" || (kind === "merge" && form.typed.successorId === "");
  return (
    <ChangeForm
      form={form}
      saveLabel={t("preview.show")}
      fieldLabel={fieldLabel}
      previewText={form.preview && <EventPreview data={form.preview.data} />}
      confirmWithheld={(form.preview?.data.openReports.length ?? 0) > 0}
      actions={<ButtonLink href={SETTINGS_UNITS}>{t("cancel")}</ButtonLink>}
    >
      <DayFields {...fields} />
      {kind !== "found" && <UnitsField {...fields} onChoose={(ids) => form.set(withUnits(form.typed, view, ids))} />}
      <KindFields {...fields} />
      {founds && <FoundedRows {...fields} />}
      {ends && <TasksField {...fields} />}
      <MeasuresField {...fields} />
      <DiscardFields {...fields} unitIds={draftUnits.filter((id) => endingIds(form.typed).includes(id))} />
    </ChangeForm>
  );
}

/** From which day on, and by which decision. */
function DayFields({ view, typed, set, error }: EventFields) {
  const t = useTranslations("unitSettings");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DateField
        label={t("field.on")}
        hint={t("hint.on")}
        required
        value={typed.on}
        onChange={(event) => set({ on: event.target.value })}
        error={error("on")}
      />
      <TextField
        label={t("field.decision")}
        hint={typed.kind === "found" && view.firstSetUp ? t("hint.decisionFirst") : t("hint.decision")}
        value={typed.decision}
        autoComplete="off"
        onChange={(event) => set({ decision: event.target.value })}
        error={error("decision")}
      />
    </div>
  );
}

function unitsWithDrafts({ openReports }: ReorganisationView): readonly string[] {
  return openReports.filter(({ kind }) => kind === "draft" || kind === "correction").map(({ unitId }) => unitId);
}

/** The action's input is plain JSON, whose lists may be changed. */
function mutable(typed: EventTyped) {
  return {
    ...typed,
    unitIds: [...typed.unitIds],
    founded: typed.founded.map((row) => ({ ...row, secretaryIds: [...row.secretaryIds] })),
    discards: typed.discards.map((discard) => ({ ...discard })),
  };
}
