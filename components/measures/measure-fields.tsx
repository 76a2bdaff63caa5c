"use client"; // plan, method and example follow what is chosen

import { useTranslations } from "next-intl";
import { choiceText } from "@/components/ui/choice-text";
import { Disclosure } from "@/components/ui/disclosure";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import { JUDGEMENTS } from "@/domain/figures";
import { listMethodProblems } from "@/domain/method-problems";
import type { Provenance } from "@/domain/measures";
import { methodOf, type TypedMeasure } from "@/domain/typed-measures";
import { MethodExample } from "./method-example";
import { MethodFields, type MeasureFieldsProps } from "./method-fields";
import { MethodSentence } from "./method-sentence";
import { PlanFields } from "./plan-fields";

interface ShownMeasureFieldsProps extends MeasureFieldsProps {
  readonly planShown: boolean;
  /** The measure is stored: its code stands in addresses and files, and stays. */
  readonly isStored?: boolean;
}

/** A measure: its name and plan first, the method in a sentence and on an example, every other field unfolded. */
export function MeasureFields(props: ShownMeasureFieldsProps) {
  const { typed, choices, onChange, error, planShown, isStored = false } = props;
  const t = useTranslations("measureSettings");
  return (
    <div className="grid gap-4">
      <TextField
        label={t("field.name")}
        value={typed.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={error("name")}
      />
      {planShown && (
        <PlanFields
          rules={typed}
          unitLabel={typed.unitLabel}
          years={choices.years}
          typed={typed.plans}
          onChange={(plans) => onChange({ plans })}
          error={(path) => error(`plans.${path}`)}
        />
      )}
      <MethodSentence typed={typed} />
      <Disclosure open summary={t("exampleTitle")}>
        <MethodExample typed={typed} yearIds={choices.years.map(({ id }) => id)} onChange={onChange} />
      </Disclosure>
      <Disclosure open={isStored || listMethodProblems(methodOf(typed)).length > 0} summary={t("methodTitle")}>
        <MethodFields {...props} />
      </Disclosure>
      <Disclosure summary={t("moreTitle")}>
        <MoreFields {...props} />
      </Disclosure>
    </div>
  );
}

function MoreFields({ typed, choices, onChange, error, isStored = false }: ShownMeasureFieldsProps) {
  const t = useTranslations("measureSettings");
  const judgement = useTranslations("measures.judgement");
  const text = (field: "code" | "unitLabel" | "nLabel" | "dLabel" | "decimals" | "publishedValue") => (
    <TextField
      label={t(`field.${field}`)}
      value={typed[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      error={error(field)}
    />
  );
  const provenances = (["stated", "inferred", "assumed"] as const).map((value) => ({
    value,
    label: choiceText(t(`provenance.${value}`)),
  }));
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {text("unitLabel")}
      {text("nLabel")}
      {text("dLabel")}
      {text("decimals")}
      {isStored ? (
        <p>
          <span className="block text-small text-quiet">{t("field.code")}</span>
          {typed.code}
        </p>
      ) : (
        text("code")
      )}
      {text("publishedValue")}
      <SelectField
        label={t("field.publishedVerdict")}
        value={typed.publishedVerdict}
        options={[
          { value: "", label: t("noVerdict") },
          ...JUDGEMENTS.map((value) => ({ value, label: judgement(value) })),
        ]}
        onChange={(event) => onChange({ publishedVerdict: event.target.value as TypedMeasure["publishedVerdict"] })}
        error={error("publishedVerdict")}
      />
      <SelectField
        label={t("field.planProvenance")}
        value={typed.planProvenance}
        options={provenances}
        onChange={(event) => onChange({ planProvenance: event.target.value as Provenance })}
      />
      <CheckboxField
        label={t("field.sensitive")}
        checked={typed.sensitive}
        onChange={(event) => onChange({ sensitive: event.target.checked })}
      />
      <SelectField
        label={t("field.appliesTo")}
        value={typed.appliesTo}
        options={(["cells", "listed"] as const).map((value) => ({ value, label: choiceText(t(`appliesTo.${value}`)) }))}
        onChange={(event) => onChange({ appliesTo: event.target.value as TypedMeasure["appliesTo"] })}
        error={error("appliesTo") ?? error("unitCodes")}
      />
      {typed.appliesTo === "listed" && (
        <fieldset className="grid content-start">
          <legend className="text-small text-quiet">{t("field.units")}</legend>
          {choices.units.map(({ code, name }) => (
            <CheckboxField
              key={code}
              label={name}
              checked={typed.unitCodes.includes(code)}
              onChange={(event) =>
                onChange({
                  unitCodes: event.target.checked
                    ? [...typed.unitCodes, code]
                    : typed.unitCodes.filter((other) => other !== code),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
