import clsx from "clsx";
import { useId, type ComponentProps, type ReactNode } from "react";

export const CONTROL_CLASS =
  "w-full min-h-10 rounded-control border-[1.5px] border-edge bg-raised px-3 py-1.5 text-body text-ink " +
  "placeholder:text-quiet aria-invalid:border-attention aria-invalid:border-2 " +
  "[&[readonly]]:bg-note disabled:bg-note disabled:text-quiet";

/** What a control inside a `Field` must carry to be named and described. */
export interface FieldControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in the row it concerns; what was typed stays. */
  readonly error?: ReactNode;
  readonly labelHidden?: boolean;
  readonly className?: string;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and an error, tied together for every reader. */
export function Field({ label, hint, error, labelHidden = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ");
  return (
    <div className={clsx("grid break-inside-avoid content-start gap-1", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-small text-quiet"}>
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={hintId} className="text-small text-quiet">
          {hint}
        </p>
      )}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

/** The advice below a control or a group of them. Its place in the page exists before it speaks, so that it is announced. */
export function FieldError({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }) {
  return (
    <div aria-live="polite" className="empty:absolute">
      {children && (
        <p id={id} className="border-l-[3px] border-attention pl-2 text-small font-medium text-attention">
          {children}
        </p>
      )}
    </div>
  );
}

type Frame = Omit<FieldProps, "children">;

/** A one-line text. Numbers use a text with `inputMode="decimal"`, never `type="number"`. */
export function TextField({ label, hint, error, labelHidden, className, ...input }: Frame & ComponentProps<"input">) {
  return (
    <Field {...{ label, hint, error, labelHidden, className }}>
      {(control) => <input type="text" {...input} {...control} className={CONTROL_CLASS} />}
    </Field>
  );
}

/** A text of several lines. */
export function TextAreaField({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...input
}: Frame & ComponentProps<"textarea">) {
  return (
    <Field {...{ label, hint, error, labelHidden, className }}>
      {(control) => <textarea rows={3} {...input} {...control} className={CONTROL_CLASS} />}
    </Field>
  );
}

interface SelectFieldProps extends Frame, Omit<ComponentProps<"select">, "className" | "children"> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few, in the browser's own control: it works on every phone and without JavaScript. */
export function SelectField({ label, hint, error, labelHidden, className, options, ...select }: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, labelHidden, className }}>
      {(control) => (
        <select {...select} {...control} className={CONTROL_CLASS}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckboxFieldProps extends Omit<ComponentProps<"input">, "type" | "id"> {
  readonly label: ReactNode;
}

/** A yes or no, its words beside it and part of what can be pressed. */
export function CheckboxField({ label, className, ...input }: CheckboxFieldProps) {
  return (
    <label className={clsx("inline-flex min-h-10 cursor-pointer items-center gap-2 py-1", className)}>
      <input type="checkbox" {...input} className="size-4 shrink-0 accent-on-track" />
      <span>{label}</span>
    </label>
  );
}
