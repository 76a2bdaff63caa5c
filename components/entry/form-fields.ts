// Writes texts into the form's own fields. The fields are the truth of what is typed; React only reads along.
import { fieldName } from "@/domain/inputs/report-form";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";

export type TypedFigures = Readonly<Record<string, TypedFigure>>;

const FIELDS = Object.keys(EMPTY_FIGURE) as (keyof TypedFigure)[];

/** Puts every measure's texts into its fields, as if they had been typed. */
export function fillForm(form: HTMLFormElement, figures: TypedFigures): void {
  for (const [measureId, typed] of Object.entries(figures)) {
    for (const field of FIELDS) fillField(form, fieldName(measureId, field), typed[field]);
  }
}

function fillField(form: HTMLFormElement, name: string, value: string | boolean): void {
  const control = form.elements.namedItem(name);
  if (control instanceof RadioNodeList) chooseOf(control, String(value));
  else if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value === true;
  else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = String(value);
}

/** A blank clears the choice, which setting the list's value would not. */
function chooseOf(choices: RadioNodeList, value: string): void {
  for (const choice of choices) if (choice instanceof HTMLInputElement) choice.checked = choice.value === value;
}

/** Whether two fillings of the form are the same, letter by letter. */
export function isSameFilling(a: TypedFigures, b: TypedFigures): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids].every((id) => FIELDS.every((field) => fieldOf(a, id, field) === fieldOf(b, id, field)));
}

/** One field of a filling; what a filling does not know is empty. */
export function fieldOf(figures: TypedFigures, measureId: string, field: keyof TypedFigure): string | boolean {
  return (figures[measureId] ?? EMPTY_FIGURE)[field];
}

/** A field in which two fillings differ. */
export interface DifferingField {
  readonly measureId: string;
  readonly field: keyof TypedFigure;
}

/** The fields in which two fillings differ, measure by measure. */
export function differingFields(a: TypedFigures, b: TypedFigures): DifferingField[] {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return ids.flatMap((measureId) =>
    FIELDS.filter((field) => fieldOf(a, measureId, field) !== fieldOf(b, measureId, field)).map((field) => ({
      measureId,
      field,
    })),
  );
}

/** A filling with some fields as another has them. */
export function takeFields(into: TypedFigures, from: TypedFigures, fields: readonly DifferingField[]): TypedFigures {
  const taken: Record<string, TypedFigure> = { ...into };
  for (const { measureId, field } of fields) {
    taken[measureId] = { ...(taken[measureId] ?? EMPTY_FIGURE), [field]: fieldOf(from, measureId, field) };
  }
  return taken;
}
