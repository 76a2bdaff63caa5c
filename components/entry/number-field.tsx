"use client"; // reads the number back while it is typed; the text itself is the browser's and is never rewritten

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { CONTROL_CLASS } from "@/components/ui/field";
import { typedNumber, type NumberReading } from "@/domain/number-text";
import type { Thousandths } from "@/domain/thousandths";
import { writeEntered } from "./number-writing";

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  /** The text that the field begins with; from then on it keeps its own. */
  readonly initialText: string;
  /** The text as it stands now, and how it is read. */
  readonly text: string;
  readonly reading: NumberReading;
  /** Id of the text that says what is wrong and what to do; undefined while nothing is. */
  readonly problemId?: string | undefined;
}

/**
 * A number as Vietnamese people type it. A plain text field: kits rewrite `1.234,5` and `1.5` wrongly. It is never
 * filled anew while somebody types or composes; how it was read stands beneath where that is not plain to see, and a
 * text with two readings is asked about.
 */
export function NumberField({ name, label, initialText, text, reading, problemId }: NumberFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const readBackId = `${id}-read`;

  const choose = (value: Thousandths) => {
    if (!input.current) return;
    input.current.value = typedNumber(value);
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    input.current.focus();
  };

  return (
    <div className="row-span-3 grid grid-rows-subgrid gap-y-1">
      <label htmlFor={id} className="self-end text-small text-quiet">
        {label}
      </label>
      <input
        ref={input}
        id={id}
        name={name}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="next"
        defaultValue={initialText}
        aria-invalid={problemId ? true : undefined}
        aria-describedby={problemId ? `${problemId} ${readBackId}` : readBackId}
        className={clsx(CONTROL_CLASS, "text-right font-semibold")}
      />
      <div id={readBackId} aria-live="polite" className="text-small text-quiet">
        <ReadBack text={text} reading={reading} onChoose={choose} />
      </div>
    </div>
  );
}

interface ReadBackProps {
  readonly text: string;
  readonly reading: NumberReading;
  readonly onChoose: (value: Thousandths) => void;
}

/** How the text was read, or which of its readings is meant. */
export function ReadBack({ text, reading, onChoose }: ReadBackProps) {
  const t = useTranslations("entry");
  const locale = useLocale();
  if (reading.ok) {
    const written = writeEntered(reading.value, locale);
    return isPlain(text, written) ? null : t("reads", { value: written });
  }
  if (reading.code !== "ambiguous") return null;
  return (
    <div className="grid gap-1">
      <span>{t("ambiguous.ask", { text: text.trim() })}</span>
      <span className="flex flex-wrap gap-1">
        {reading.readings.map((value) => (
          <button
            key={value}
            type="button"
            className="figure min-h-9 rounded-control border-[1.5px] border-edge bg-raised px-2 font-semibold text-ink"
            onClick={() => onChoose(value)}
          >
            {typedNumber(value)}
          </button>
        ))}
      </span>
    </div>
  );
}

/** Whether the text says by itself how it is read: it is written as we write it, or has digits only. */
function isPlain(text: string, written: string): boolean {
  const typed = text.trim();
  return typed === written || /^[1-9][0-9]*$|^0$/.test(typed);
}
