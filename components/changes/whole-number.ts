/** A field's text as the whole number that is sent; NaN where it is none, which the server refuses at the field. */
export function wholeNumberOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
