/** A figure by codes. */
export interface FigurePlace {
  readonly termCode: string;
  readonly unitCode: string;
  readonly periodKey: string;
  readonly measureCode: string;
}

/** The page of a figure's history; it names the term, as a year's key can belong to two of them. */
export function figureAddress({ termCode, unitCode, periodKey, measureCode }: FigurePlace): string {
  const path = [unitCode, periodKey, measureCode].map(encodeURIComponent).join("/");
  return `/figures/${path}?term=${encodeURIComponent(termCode)}`;
}
