"use client"; // reads the number back while it is typed

import type { ReactNode } from "react";
import { ReadBack } from "@/components/entry/number-field";
import { CONTROL_CLASS, Field } from "@/components/ui/field";
import { typedNumber, type NumberReading } from "@/domain/number-text";

interface NumberTextFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  /** How the text as it stands is read. */
  readonly reading: NumberReading;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly labelHidden?: boolean;
  readonly className?: string;
}

/** A number of the settings as people type it: how it was read stands beneath, and two readings are asked about. */
export function NumberTextField(props: NumberTextFieldProps) {
  const { label, value, reading, onChange, hint, error, labelHidden, className } = props;
  return (
    <Field {...{ label, hint, error, labelHidden, className }}>
      {(control) => (
        <>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            {...control}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={`${CONTROL_CLASS} text-right font-semibold`}
          />
          <div aria-live="polite" className="text-small text-quiet">
            <ReadBack text={value} reading={reading} onChoose={(read) => onChange(typedNumber(read))} />
          </div>
        </>
      )}
    </Field>
  );
}
