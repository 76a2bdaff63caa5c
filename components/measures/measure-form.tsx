"use client"; // what a changed method does is shown before it is saved

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { listMethodDifferences, needsOtherPlan } from "@/domain/measure-changes";
import {
  typedMeasureOf,
  EMPTY_MEASURE,
  readTypedMeasure,
  type MeasureState,
  type TypedMeasure,
} from "@/domain/typed-measures";
import { EMPTY_PLANS } from "@/domain/typed-plans";
import { changeMeasureAction, createMeasureAction } from "@/server/actions/measures";
import type { MeasureChoices, MeasureSettings } from "@/server/loaders/target-settings";
import { MeasureFields } from "./measure-fields";
import { useMeasureFieldLabel } from "./use-measure-field-label";

interface MeasureFormProps {
  readonly targetId: string;
  /** Null: a new one. */
  readonly measure: MeasureSettings | null;
  readonly choices: MeasureChoices;
  /** Where saving leads. */
  readonly back: string;
}

/** Every field of a measure; plans of a stored one are changed on their own page, unless the method needs other ones. */
export function MeasureForm(props: MeasureFormProps) {
  const { measure, choices } = props;
  const t = useTranslations("measureSettings");
  const fieldLabel = useMeasureFieldLabel();
  const form = useMeasureForm(props);
  const error = useFieldErrors(form);
  return (
    <ChangeForm form={form} saveLabel={t("save")} fieldLabel={fieldLabel}>
      <MeasureFields
        typed={form.typed}
        choices={choices}
        onChange={form.set}
        error={error}
        isStored={measure !== null}
        planShown={measure === null || needsOtherPlan(measure.stored, form.typed)}
      />
    </ChangeForm>
  );
}

function useMeasureForm({ targetId, measure, choices, back }: MeasureFormProps) {
  const t = useTranslations("measureSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const toTyped = (stored: MeasureState | null) =>
    stored === null
      ? { ...EMPTY_MEASURE, code: choices.freeCodes[0] ?? "" }
      : typedMeasureOf(stored, measure?.plans ?? EMPTY_PLANS);
  return useChangeForm<MeasureState, TypedMeasure, { readonly name: string }>({
    ...{ stored: measure?.stored ?? null, toTyped },
    reasonNeeded: (typed) =>
      measure !== null && measure.methodNeedsReason && differsInMethod(toTyped(measure.stored), typed, choices),
    send: ({ base, ...request }) =>
      measure === null
        ? createMeasureAction({ targetId, ...request, base: null })
        : changeMeasureAction({ measureId: measure.id, ...request, base: base }),
    onSaved: ({ data: { name }, changeId }) => {
      say({ text: t("saved", { name }), changeId });
      router.push(back);
    },
  });
}

/** A base that is not typed yet is another method already. */
function differsInMethod(before: TypedMeasure, after: TypedMeasure, { years }: MeasureChoices): boolean {
  const yearIds = years.map(({ id }) => id);
  const methodOf = (typed: TypedMeasure) => readTypedMeasure(typed, yearIds).fields;
  return before.base !== after.base || listMethodDifferences(methodOf(before), methodOf(after)).length > 0;
}
