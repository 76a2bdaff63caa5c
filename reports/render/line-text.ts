import type { LineStyle } from "../profiles/profile";

/** A line's text in the letter case of its style. */
export function lineText(text: string, style: LineStyle): string {
  return style.capitals === true ? text.toLocaleUpperCase("vi") : text;
}
