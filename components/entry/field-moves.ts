"use client"; // moves the focus

// Moving through the fields of a report as through the cells of a spreadsheet.
import { useEffect, useEffectEvent, type KeyboardEvent, type RefObject } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Enter and Tab go on to the next field, Shift and Enter to the one before, the arrows up and down within a column.
 * Enter never submits by accident: from the last field it goes to the button. Shift and Tab stay the browser's, and
 * lead through everything that stands between the fields. Nothing moves while a letter is composed.
 */
export function moveBetweenFields(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event;
  if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const goal = goalOf(event, form, target);
  if (goal === undefined) return;
  event.preventDefault();
  if (goal === null) return;
  goal.focus();
  if (goal instanceof HTMLInputElement && goal.type === "text") goal.select();
}

/**
 * Begins in the first blank field, so that a page that was opened to be filled in is typed in at once. Not where
 * something else has the focus already, and not on a touch screen, whose keyboard would cover the page.
 */
export function useFirstField(form: RefObject<HTMLFormElement | null>, isWanted: boolean): void {
  const begin = useEffectEvent(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (!isWanted || !isFree || !form.current || !matchMedia("(hover: hover) and (pointer: fine)").matches) return;
    const first = listStops(form.current).find(({ type, value }) => type === "text" && value === "");
    first?.focus({ preventScroll: true });
  });
  useEffect(() => begin(), []);
}

/** Where a key leads: null is nowhere, and undefined leaves the key to the browser. */
function goalOf(
  { key, shiftKey, repeat }: KeyboardEvent<HTMLFormElement>,
  form: HTMLFormElement,
  from: Field,
): HTMLElement | null | undefined {
  if (key === "Tab" && !shiftKey) return isEntered(from) ? nextOf(listStops(form), from) : undefined;
  if (from instanceof HTMLTextAreaElement) return undefined;
  if (key === "Enter") {
    const goal = shiftKey ? previousOf(listStops(form), from) : nextOf(listStops(form), from);
    return goal ?? (shiftKey || repeat ? null : form.querySelector<HTMLElement>('[type="submit"]'));
  }
  const column = from.type === "text" ? columnOf(from) : null;
  if (column === null || shiftKey) return undefined;
  const cells = listStops(form).filter((field) => columnOf(field) === column);
  if (key === "ArrowDown") return nextOf(cells, from) ?? null;
  return key === "ArrowUp" ? (previousOf(cells, from) ?? null) : undefined;
}

/**
 * The fields to be filled in, as they stand on the page: of a choice one button. A note that opened while somebody
 * types on without looking would take the next figure: it is left to the browser's own ways.
 */
function listStops(form: HTMLFormElement): readonly Field[] {
  return Array.from(form.elements).filter((element): element is Field => isStop(element) && isFirstChoice(element));
}

function isStop(element: Element): element is Field {
  return isEntered(element) && columnOf(element) !== "note" && isShown(element);
}

function isEntered(element: Element): element is Field {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return false;
  const isFilledIn = element instanceof HTMLTextAreaElement || element.type === "text" || element.type === "radio";
  return isFilledIn && element.name.startsWith("figures.");
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null && element.closest("details:not([open])") === null;
}

function isFirstChoice(field: Field): boolean {
  if (field.type !== "radio") return true;
  const choices = field.form?.elements.namedItem(field.name);
  if (!(choices instanceof RadioNodeList)) return true;
  const buttons = Array.from(choices).filter((choice) => choice instanceof HTMLInputElement);
  return field === (buttons.find(({ checked }) => checked) ?? buttons[0]);
}

function nextOf(stops: readonly Field[], from: Field): Field | undefined {
  return stops.find((stop) => isAfter(stop, from) && !isSameChoice(stop, from));
}

function previousOf(stops: readonly Field[], from: Field): Field | undefined {
  return stops.findLast((stop) => isAfter(from, stop) && !isSameChoice(stop, from));
}

function isAfter(later: Node, earlier: Node): boolean {
  return Boolean(earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function isSameChoice(a: Field, b: Field): boolean {
  return a.type === "radio" && a.name === b.name;
}

/** `n` of `figures.<measure>.n`. */
function columnOf({ name }: Field): string | null {
  return name.split(".").at(-1) ?? null;
}
