"use client"; // what a changed plan does is shown before it is saved

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { PlanFields } from "@/components/measures/plan-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/field";
import { useDateText } from "@/components/ui/use-date-text";
import type { PlanState } from "@/domain/inputs/plans";
import type { Provenance } from "@/domain/measures";
import { changePlanAction } from "@/server/actions/plans";
import type { PlanFormView } from "@/server/loaders/plan-settings";
import { typePlan, type PlanTyping } from "./plan-typing";

type PlanAnswer = { readonly fromOn: string | null };
type ActionInput = Parameters<typeof changePlanAction>[0];

/** Changes the plan of a measure: the values, the day on which they begin, where they come from, and why. */
export function PlanForm({ view }: { readonly view: PlanFormView }) {
  const t = useTranslations("planSettings");
  const form = usePlanForm(view);
  const isDated = isDatedChange(view);
  const dateText = useDateText();
  const error = useFieldErrors(form);
  const provenances = (["stated", "inferred", "assumed"] as const).map((value) => ({
    value,
    label: t(`provenance.${value}`),
  }));
  return (
    <ChangeForm form={form} saveLabel={t("save")} fieldLabel={(path) => fieldLabel(path, t)} reasonShown={isDated}>
      <PlanFields
        rules={view.measure.rules}
        unitLabel={view.measure.unitLabel}
        years={view.years}
        typed={form.typed.plans}
        onChange={({ term, share, years }) => form.set({ plans: { term, share, years: { ...years } } })}
        error={(path) => error(`plans.${path}`)}
      />
      {isDated && (
        <DateField
          name="fromOn"
          label={t("fromOn")}
          hint={t("fromOnHint", { earliest: dateText(view.days.earliest), latest: dateText(view.days.latest) })}
          min={view.days.earliest}
          max={view.days.latest}
          value={form.typed.fromOn}
          onChange={(event) => form.set({ fromOn: event.target.value })}
          error={error("fromOn")}
          className="max-w-80"
        />
      )}
      <SelectField
        name="provenance"
        label={t("provenance.label")}
        options={provenances}
        value={form.typed.provenance}
        onChange={(event) => form.set({ provenance: event.target.value as Provenance })}
        className="max-w-80"
      />
    </ChangeForm>
  );
}

/** The term runs: another plan is another version, from a day on and for a reason. */
function isDatedChange({ isOpen, isClosed }: PlanFormView): boolean {
  return !isOpen && !isClosed;
}

function usePlanForm(view: PlanFormView) {
  const { measure, term, years, stored, days } = view;
  const t = useTranslations("planSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const dateText = useDateText();
  const yearIds = years.map(({ id }) => id);
  const filled = typePlan(stored, yearIds, days.proposed);
  return useChangeForm<PlanState, PlanTyping, PlanAnswer>({
    stored,
    toTyped: (state) => typePlan(state, yearIds, days.proposed),
    reasonNeeded: ({ plans }) => isDatedChange(view) && JSON.stringify(plans) !== JSON.stringify(filled.plans),
    send: ({ base, ...request }) =>
      // Plain JSON either way; only the schema's type of it is a mutable one.
      changePlanAction({ measureId: measure.id, ...request, base: base as unknown as ActionInput["base"] }),
    onSaved: ({ data: { fromOn }, changeId }) => {
      const from = fromOn === null ? "" : dateText(fromOn as PlanFormView["days"]["earliest"]);
      say({ text: t(fromOn === null ? "saved" : "savedFrom", { name: measure.name, date: from }), changeId });
      router.push(`/settings/terms/${encodeURIComponent(term.code)}/plans`);
    },
  });
}

/** How the field at a path is called in the list of what is wrong. */
function fieldLabel(path: string, t: ReturnType<typeof useTranslations<"planSettings">>): string {
  const year = /^plans\.years\.(.+)\.(?:plan|upper)$/.exec(path)?.[1];
  if (year !== undefined) return t("field.year", { year });
  if (path.endsWith("fromOn")) return t("fromOn");
  if (path === "reason") return t("field.reason");
  return path === "plans.share" ? t("field.share") : t("field.term");
}
