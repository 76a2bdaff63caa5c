import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button";
import { Field } from "./field";

interface FileFieldProps extends Pick<ComponentProps<"input">, "accept" | "multiple" | "onChange" | "name"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** The words on its button: the browser's own are in the browser's language. */
  readonly chooseLabel: string;
  /** The name of the chosen file, that none is chosen, or what is done with it. */
  readonly chosen: ReactNode;
}

/** One file of this machine. The browser's field is there for the keyboard and every reader; what is seen is ours. */
export function FileField({ label, hint, error, chooseLabel, chosen, ...input }: FileFieldProps) {
  return (
    <Field {...{ label, hint, error }}>
      {(control) => (
        <div className="relative flex flex-wrap items-center gap-3">
          <input type="file" {...input} {...control} className="peer sr-only" />
          <label
            htmlFor={control.id}
            className={`${buttonClass("secondary")} peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-on-track`}
          >
            {chooseLabel}
          </label>
          <span className="min-w-0 break-all text-quiet">{chosen}</span>
        </div>
      )}
    </Field>
  );
}
