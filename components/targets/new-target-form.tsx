"use client"; // the chosen sentence and the typed wording fill in measures and plans

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { MeasureFields } from "@/components/measures/measure-fields";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { Provenance } from "@/domain/measures";
import type { TypedMeasure } from "@/domain/typed-measures";
import { measuresOfWording, proposePlans, WORDING_KEYS, type WordingKey } from "@/domain/wordings";
import { createTargetAction } from "@/server/actions/targets";
import type { TargetSettingsView } from "@/server/loaders/target-settings";
import { TargetOriginFields } from "./target-origin-fields";
import { TargetTextFields } from "./target-text-fields";
import { useTargetFieldLabel } from "./use-target-field-label";

type Typed = {
  readonly code: string;
  readonly name: string;
  readonly wording: string;
  readonly groupCode: string;
  readonly provenance: Provenance;
  readonly sentence: string;
  readonly measures: TypedMeasure[];
};

/** A new target: choose the sentence, type the wording, see plan and method filled in, save. */
export function NewTargetForm({ view }: { readonly view: TargetSettingsView }) {
  const t = useTranslations("targetSettings");
  const fieldLabel = useTargetFieldLabel();
  const form = useNewTarget(view);
  const { typed, set } = form;
  const error = useFieldErrors(form);
  const context = { codes: view.choices.freeCodes, committeeCode: view.choices.committeeCode };
  const fill = (sentence: string, wording: string) => {
    if (sentence === "") return set({ sentence, wording, measures: [] });
    const fresh = sentence === typed.sentence ? typed.measures : measuresOfWording(sentence as WordingKey, context);
    const proposals = proposePlans(wording, fresh);
    set({
      ...{ sentence, wording },
      measures: fresh.map((measure, index) => ({ ...measure, plans: proposals[index]?.plans ?? measure.plans })),
    });
  };
  const setMeasure = (index: number, change: Partial<TypedMeasure>) =>
    set({ measures: typed.measures.map((measure, at) => (at === index ? { ...measure, ...change } : measure)) });
  const proposals = proposePlans(typed.wording, typed.measures);
  const sentences = WORDING_KEYS.map((value) => ({ value, label: t(`sentence.${value}`) }));
  return (
    <ChangeForm form={form} saveLabel={t("add")} fieldLabel={fieldLabel}>
      <SelectField
        label={t("sentenceLabel")}
        hint={t("sentenceHint")}
        value={typed.sentence}
        options={[{ value: "", label: t("noSentence") }, ...sentences]}
        onChange={(event) => fill(event.target.value, typed.wording)}
      />
      <TargetTextFields
        {...{ typed, error }}
        wordingHint={t("wordingHint")}
        onWording={(wording) => fill(typed.sentence, wording)}
        onName={(name) => set({ name })}
      />
      {typed.measures.map((measure, index) => (
        <fieldset key={index} className="grid gap-3 border-t border-hairline pt-3">
          <legend className="text-section font-semibold">{t("measure", { number: index + 1 })}</legend>
          {(proposals[index]?.choices ?? []).length > 0 && measure.plans.term.plan === "" && (
            <p className="flex flex-wrap items-center gap-2">
              {t("whichNumber")}
              {proposals[index]?.choices.map((plan) => (
                <Button
                  key={plan}
                  onClick={() => setMeasure(index, { plans: { ...measure.plans, term: { plan, upper: "" } } })}
                >
                  {plan}
                </Button>
              ))}
            </p>
          )}
          <MeasureFields
            typed={measure}
            choices={view.choices}
            onChange={(change) => setMeasure(index, change)}
            error={(path) => error(`measures.${index}.${path}`)}
            planShown
          />
        </fieldset>
      ))}
      <fieldset className="grid gap-3 border-t border-hairline pt-3">
        <legend className="text-section font-semibold">{t("origin")}</legend>
        <TargetOriginFields typed={typed} groups={view.groups} onChange={set} error={error} />
        <TextField
          label={t("code")}
          value={typed.code}
          onChange={(event) => set({ code: event.target.value })}
          error={error("code")}
          className="max-w-48"
        />
      </fieldset>
    </ChangeForm>
  );
}

function useNewTarget(view: TargetSettingsView) {
  const t = useTranslations("targetSettings");
  const router = useRouter();
  const { say } = useChangeMessages();
  const address = `/settings/terms/${encodeURIComponent(view.term.code)}/targets`;
  return useChangeForm<null, Typed, { readonly name: string; readonly code: string }>({
    stored: null,
    confirm: "never",
    toTyped: () => ({
      ...{ code: view.freeCode, name: "", wording: "", groupCode: "", provenance: "stated", sentence: "" },
      measures: [],
    }),
    send: ({ typed: { sentence: _, measures, ...typed }, ...request }) => {
      // One measure is called as its target until it gets a name of its own.
      const named = measures.map((measure) => ({ ...measure, name: measure.name || typed.name }));
      return createTargetAction({ termId: view.term.id, ...request, typed: { ...typed, measures: named } });
    },
    onSaved: ({ data: { name }, changeId }) => {
      say({ text: t("added", { name }), changeId });
      router.push(address);
    },
  });
}
