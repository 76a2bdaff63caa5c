"use client"; // a cell while it is typed in

import { useTranslations } from "next-intl";
import { useEffectEvent, useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent } from "react";
import type { CellWords } from "@/domain/cell-texts";
import { JUDGEMENTS } from "@/domain/figures";
import type { SheetColumn } from "@/domain/grid-sheets";
import { useGridTools } from "./grid-context";

interface CellEditorProps {
  readonly place: { readonly row: number; readonly column: number };
  readonly label: string;
  readonly column: SheetColumn;
  readonly text: string;
  readonly words: CellWords;
}

const CLASS = "size-full bg-raised px-2 text-body outline-none";

/** The field that a cell becomes: a text, or the choices of a level or a judgement. */
export function CellEditor(props: CellEditorProps) {
  const { kind } = props.column.rules;
  return kind === "level" || kind === "judged" ? <ChoiceEditor {...props} /> : <TextEditor {...props} />;
}

/**
 * Keeps what is typed until the cell is left, whichever way: nothing is rendered anew meanwhile, so that a letter that
 * is being composed is never lost. Escape gives it up.
 */
function useTyped({ place, text }: CellEditorProps) {
  const { write, keepTyping } = useGridTools();
  const latest = useRef<string | null>(null);
  const keep = useEffectEvent(() => {
    if (latest.current !== null && latest.current !== text) write(place, latest.current);
  });
  // The grid takes an editor away without its losing the focus first.
  useLayoutEffect(() => () => keep(), []);
  return {
    read: (typed: string) => {
      latest.current = typed;
      keepTyping(place, typed);
    },
    giveUpOnEscape: ({ key, nativeEvent }: KeyboardEvent) => {
      if (key !== "Escape" || nativeEvent.isComposing) return;
      latest.current = null;
      keepTyping(place, text);
    },
  };
}

function TextEditor(props: CellEditorProps) {
  const { opening } = useGridTools();
  const typed = useTyped(props);
  const start = ({ target }: FocusEvent<HTMLInputElement>) => {
    if (opening.current === "typing") target.select();
    else target.setSelectionRange(target.value.length, target.value.length);
  };
  return (
    <input
      autoFocus
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={props.label}
      defaultValue={props.text}
      onFocus={start}
      onChange={({ target }) => typed.read(target.value)}
      onKeyDown={typed.giveUpOnEscape}
      className={`${CLASS} figure text-right`}
    />
  );
}

const LEVELS = ["4", "3", "2", "1"] as const;

function ChoiceEditor(props: CellEditorProps) {
  const t = useTranslations("entryGrid");
  const typed = useTyped(props);
  const { words, column, text } = props;
  const choices =
    column.rules.kind === "level"
      ? LEVELS.map((level) => words.levels[level] ?? level)
      : JUDGEMENTS.toReversed().map((judged) => words.judgements[judged] ?? judged);
  const known = ["", ...choices, words.notApplicable];
  return (
    <select
      autoFocus
      aria-label={props.label}
      defaultValue={text}
      onChange={({ target }) => typed.read(target.value)}
      onKeyDown={typed.giveUpOnEscape}
      className={CLASS}
    >
      {(known.includes(text) ? known : [...known, text]).map((choice) => (
        <option key={choice} value={choice}>
          {choice === "" ? t("blank") : choice}
        </option>
      ))}
    </select>
  );
}
