"use client"; // counts the characters while they are typed

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { CONTROL_CLASS } from "@/components/ui/field";
import { countCharacters, MAX_NOTE } from "@/domain/typed-figures";

const COUNT_FROM = MAX_NOTE * 0.8;

interface LongTextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly initialText: string;
  readonly text: string;
  readonly problemId?: string | undefined;
}

/** A note or evidence. It takes more than its limit, so that a pasted text is never cut: the count says so instead. */
export function LongTextField({ name, label, initialText, text, problemId }: LongTextFieldProps) {
  const t = useTranslations("entry");
  const id = useId();
  const length = text.length > COUNT_FROM / 2 ? countCharacters(text.trim()) : text.length;
  const isCounted = length > COUNT_FROM;
  const describedBy = [problemId, isCounted && `${id}-count`].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-small text-quiet">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={2}
        defaultValue={initialText}
        aria-invalid={problemId ? true : undefined}
        aria-describedby={describedBy || undefined}
        className={clsx(CONTROL_CLASS, "field-sizing-content max-h-80")}
      />
      {isCounted && (
        <p id={`${id}-count`} className="figure text-right text-small text-quiet">
          {t("counter", { length, maximum: MAX_NOTE })}
        </p>
      )}
    </div>
  );
}
