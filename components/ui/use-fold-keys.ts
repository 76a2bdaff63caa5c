import { useRef, type FocusEvent, type KeyboardEvent } from "react";

/** Folds a part of a page and gives the keyboard back to what opened it. What was typed in it stays there. */
export function foldAway(fold: HTMLDetailsElement | null): void {
  if (!fold?.open) return;
  fold.open = false;
  fold.querySelector("summary")?.focus();
}

/**
 * Escape folds a part that was unfolded, unless something was typed in it: a field is compared with what stood in it
 * when the keyboard first came to it.
 */
export function useFoldKeys() {
  const untouched = useRef(new WeakMap<Element, string>());
  const isTyped = (field: Element) => (untouched.current.get(field) ?? textOf(field)) !== textOf(field);

  const onFocus = ({ target }: FocusEvent<HTMLDetailsElement>) => {
    const text = textOf(target);
    if (text !== null && !untouched.current.has(target)) untouched.current.set(target, text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    const fold = event.currentTarget;
    const isOurs = event.key === "Escape" && !event.nativeEvent.isComposing && !event.defaultPrevented;
    // A dialog of the fold stands elsewhere in the page and closes by itself.
    if (!isOurs || !(event.target instanceof Node) || !fold.contains(event.target)) return;
    if ([...fold.querySelectorAll("input, select, textarea")].some(isTyped)) return;
    event.preventDefault(); // a fold around this one stays
    foldAway(fold);
  };
  return { onFocus, onKeyDown };
}

/** What a field holds; null for what is none. */
function textOf(element: Element): string | null {
  if (element instanceof HTMLInputElement && ["checkbox", "radio"].includes(element.type)) {
    return String(element.checked);
  }
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement;
  return isField ? element.value : null;
}
