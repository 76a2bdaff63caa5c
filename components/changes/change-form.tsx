"use client"; // a form with a preview between typing and saving

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { EffectTable } from "./effect-table";
import { OvertakenPanel } from "./overtaken-panel";
import type { AnyChangeForm } from "./use-change-form";

interface ChangeFormProps {
  readonly form: AnyChangeForm;
  readonly saveLabel: string;
  /** How people call the field at a path (`years.0.endsOn`). */
  readonly fieldLabel: (path: string) => string;
  /** How people call a value where the form keeps an id or a code, beside what somebody else saved. */
  readonly valueLabel?: (path: string, value: string) => string;
  /** What the form is called where several stand on a page. */
  readonly name?: string;
  /** Ask for the reason before the first preview already, not only where numbers move. */
  readonly reasonShown?: boolean;
  /** What the form itself says about the preview, above the numbers. */
  readonly previewText?: ReactNode;
  /** Something must be settled first: the preview is shown, but cannot be confirmed. */
  readonly confirmWithheld?: boolean;
  /** `secondary` where another form of the page is the one to go on with. */
  readonly saveVariant?: ButtonVariant;
  /** Further buttons beside saving. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every form that changes the settings: what is wrong, who was faster, the fields, what it will do, save. */
export function ChangeForm({ form, children, ...props }: ChangeFormProps) {
  const element = useRef<HTMLFormElement>(null);
  const { failure, preview } = form;
  const [isReasonAsked, setReasonAsked] = useState(false);
  // The server alone knows where a measure has figures: a field that it asks for must be there, and stays.
  if (!isReasonAsked && !preview && form.fieldError("reason")) setReasonAsked(true);
  const isReasonFirst = isReasonAsked || (props.reasonShown ?? form.reasonNeeded);
  useEffect(() => {
    if (failure) focusFirstWrong(element.current);
  }, [failure]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!preview) form.submit();
    else if (!props.confirmWithheld) form.confirmSave();
  };
  return (
    <form ref={element} noValidate onSubmit={submit} aria-label={props.name} className="grid max-w-form gap-5">
      <Refusal form={form} fieldLabel={props.fieldLabel} />
      <OvertakenPanel form={form} fieldLabel={props.fieldLabel} valueLabel={props.valueLabel} />
      {children}
      {isReasonFirst && <ReasonField form={form} />}
      <ChangePreview form={form} text={props.previewText} />
      {preview && !isReasonFirst && !props.confirmWithheld && <ReasonField form={form} />}
      <FormButtons form={form} {...props} />
    </form>
  );
}

function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong =
    form?.querySelector<HTMLElement>("[aria-invalid]") ?? form?.querySelector<HTMLElement>("[data-refusal]");
  wrong?.focus();
}

/** Why it was not saved, with the fields by name: also where a field is out of sight. */
function Refusal({ form, fieldLabel }: Pick<ChangeFormProps, "form" | "fieldLabel">) {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  if (form.lostLine) return <Notice tone="problem" live title={t("lostLine")} />;
  if (!form.failure) return null;
  const { code, values, fieldErrors } = form.failure;
  const fields = Object.entries(form.fieldErrors);
  const isMended = fields.length === 0 && Object.keys(fieldErrors).length > 0;
  if (isMended) return null;
  return (
    <div data-refusal tabIndex={-1}>
      <Notice tone="problem" live title={errorText(code, values)}>
        {fields.length > 0 && (
          <ul className="list-disc pl-5">
            {fields.map(([path, error]) => (
              <li key={path}>
                {fieldLabel(path)}: {errorText(error.code, error.values)}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

function ReasonField({ form }: { readonly form: AnyChangeForm }) {
  const t = useTranslations("changes");
  const errorText = useErrorText();
  const error = form.fieldError("reason");
  return (
    <TextAreaField
      name="reason"
      label={t("reason")}
      hint={t("reasonHint")}
      value={form.reason}
      onChange={(event) => form.setReason(event.target.value)}
      error={error && errorText(error.code, error.values)}
    />
  );
}

/** What the change would do, between typing and saving. */
function ChangePreview({ form, text }: { readonly form: AnyChangeForm; readonly text: ReactNode }) {
  const t = useTranslations("changes");
  const region = useRef<HTMLElement>(null);
  const { preview } = form;
  useEffect(() => {
    if (preview) region.current?.focus();
  }, [preview]);
  if (!preview) return null;
  return (
    <section ref={region} tabIndex={-1} aria-label={t("preview")} className="grid gap-3 border-t border-strong pt-4">
      <h2 className="text-section">{t("preview")}</h2>
      {text}
      <EffectTable effects={preview.effects} />
    </section>
  );
}

type ButtonsProps = Pick<ChangeFormProps, "form" | "saveLabel" | "saveVariant" | "actions" | "confirmWithheld">;

function FormButtons({ form, saveLabel, saveVariant = "primary", actions, confirmWithheld = false }: ButtonsProps) {
  const t = useTranslations("changes");
  if (!form.preview) {
    return (
      <div className="flex flex-wrap gap-3 [fieldset:disabled_&]:hidden">
        <Button
          type="submit"
          variant={saveVariant}
          pending={form.pending !== null}
          pendingLabel={t(form.pending === "preview" ? "looking" : "saving")}
        >
          {saveLabel}
        </Button>
        {actions}
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      {!confirmWithheld && (
        <Button type="submit" variant={saveVariant} pending={form.pending !== null} pendingLabel={t("saving")}>
          {t("confirm")}
        </Button>
      )}
      <Button onClick={form.backToForm}>{t("back")}</Button>
    </div>
  );
}
