"use client"; // what is wrong is answered at its field, and nothing typed is lost

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { grantExceptionAction } from "@/server/actions/periods";
import type { TermPeriodsView } from "@/server/loaders/period-settings";

const KINDS = ["due", "unlock", "lock"] as const;

type ExceptionTyping = {
  readonly periodId: string;
  readonly unitId: string;
  readonly kind: (typeof KINDS)[number];
  readonly untilOn: string;
};

/** Grants an exception for a period: another due day, open again until a day, or locked after one; for all or one unit. */
export function ExceptionForm({ view }: { readonly view: TermPeriodsView }) {
  const [granted, setGranted] = useState(0);
  // Empty again after each, so that none is granted twice.
  return <EmptyExceptionForm key={granted} view={view} onGranted={() => setGranted((before) => before + 1)} />;
}

interface EmptyExceptionFormProps {
  readonly view: TermPeriodsView;
  readonly onGranted: () => void;
}

function EmptyExceptionForm({ view, onGranted }: EmptyExceptionFormProps) {
  const t = useTranslations("periodSettings");
  const form = useExceptionForm(view, onGranted);
  const error = useFieldErrors(form);
  const { typed } = form;
  return (
    <ChangeForm
      form={form}
      saveLabel={t("grant")}
      saveVariant="secondary"
      fieldLabel={(path) => (path === "untilOn" ? t(`until.${typed.kind}`) : t(`field.${fieldOf(path)}`))}
    >
      <SelectField
        name="periodId"
        label={t("field.period")}
        options={view.rows.map(({ id, title }) => ({ value: id, label: title }))}
        value={typed.periodId}
        onChange={(event) => form.set({ periodId: event.target.value })}
        className="max-w-80"
      />
      <SelectField
        name="unitId"
        label={t("field.unit")}
        options={[
          { value: "", label: t("allUnits") },
          ...view.units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={typed.unitId}
        onChange={(event) => form.set({ unitId: event.target.value })}
        className="max-w-80"
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={typed.kind}
        onChange={(event) => form.set({ kind: event.target.value as ExceptionTyping["kind"] })}
        error={error("kind")}
        className="max-w-80"
      />
      <DateField
        name="untilOn"
        label={t(`until.${typed.kind}`)}
        value={typed.untilOn}
        onChange={(event) => form.set({ untilOn: event.target.value })}
        error={error("untilOn")}
        className="max-w-80"
      />
    </ChangeForm>
  );
}

function useExceptionForm(view: TermPeriodsView, onGranted: () => void) {
  const t = useTranslations("periodSettings");
  const { say } = useChangeMessages();
  return useChangeForm<null, ExceptionTyping, null>({
    stored: null,
    toTyped: () => ({ periodId: view.rows[0]?.id ?? "", unitId: "", kind: "due", untilOn: "" }),
    send: ({ typed: { periodId, unitId, kind, untilOn }, ...request }) =>
      grantExceptionAction({ ...request, periodId, typed: { unitId: unitId || null, kind, untilOn } }),
    onSaved: ({ changeId }) => {
      say({ text: t("granted"), changeId });
      onGranted();
    },
    confirm: "never",
    reasonNeeded: true,
  });
}

function fieldOf(path: string): "period" | "unit" | "kind" | "reason" {
  if (path === "kind" || path === "reason") return path;
  return path === "unitId" ? "unit" : "period";
}
