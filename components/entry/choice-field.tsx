"use client"; // clears a choice, which the browser's own radio buttons cannot

import { useRef } from "react";

interface ChoiceFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initialValue: string;
  readonly clearLabel: string;
  readonly chosen: boolean;
  readonly problemId?: string | undefined;
}

/** One of a few, all of them visible: a level or a judgement. */
export function ChoiceField(props: ChoiceFieldProps) {
  const group = useRef<HTMLFieldSetElement>(null);

  const clear = () => {
    const checked = group.current?.querySelector<HTMLInputElement>("input:checked");
    if (!checked) return;
    checked.checked = false;
    checked.dispatchEvent(new Event("input", { bubbles: true }));
    checked.focus();
  };

  return (
    <fieldset
      ref={group}
      role="radiogroup"
      aria-invalid={props.problemId ? true : undefined}
      aria-describedby={props.problemId}
      className="grid gap-0.5"
    >
      <legend className="text-small text-quiet">{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className="flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name={props.name}
            value={value}
            defaultChecked={value === props.initialValue}
            className="size-4 accent-on-track"
          />
          <span>{label}</span>
        </label>
      ))}
      {props.chosen && (
        <button type="button" onClick={clear} className="justify-self-start text-small text-quiet underline">
          {props.clearLabel}
        </button>
      )}
    </fieldset>
  );
}
