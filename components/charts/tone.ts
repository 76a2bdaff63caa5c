/** The colours that a mark can take; what they mean is said in words beside it. */
export type Tone = "met" | "on-track" | "attention" | "behind" | "none";

/** Sets `currentColor`; the marks of the charts are drawn in it. */
export const TONE_TEXT: Record<Tone, string> = {
  met: "text-met",
  "on-track": "text-on-track",
  attention: "text-attention",
  behind: "text-behind",
  none: "text-none",
};

/** A fraction of a drawing's length as a CSS length, kept inside the drawing. */
export function atPercent(fraction: number): string {
  return `${Math.min(1, Math.max(0, fraction)) * 100}%`;
}
