// The names of the fields of a report's form, so that the browser, with and without scripts, and the server agree.
import { EMPTY_FIGURE, type TypedFigure } from "../typed-figures";

/** The name of one measure's field in the form. */
export function fieldName(measureId: string, field: keyof TypedFigure): string {
  return `figures.${measureId}.${field}`;
}

/** What can be asked of a form: its fields' texts by name. */
interface FormTexts {
  get(name: string): unknown;
}

/** All texts of a form by measure, exactly as they stand in it. */
export function readReportForm(form: FormTexts, measureIds: readonly string[]): Record<string, TypedFigure> {
  return Object.fromEntries(measureIds.map((id) => [id, readFigureFields(form, id)]));
}

function readFigureFields(form: FormTexts, measureId: string): TypedFigure {
  const text = (field: keyof TypedFigure) => {
    const value = form.get(fieldName(measureId, field));
    // A form sent without scripts breaks lines with CR LF.
    return typeof value === "string" ? value.replace(/\r\n/g, "\n") : "";
  };
  return {
    ...EMPTY_FIGURE,
    n: text("n"),
    d: text("d"),
    level: text("level"),
    judged: text("judged"),
    evidence: text("evidence"),
    note: text("note"),
    notApplicable: text("notApplicable") !== "",
  };
}
