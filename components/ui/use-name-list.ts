import { useLocale } from "next-intl";

/** Names in a sentence: `Chi bộ 4 và Chi bộ 5`, `Cell 4 and Cell 5`. */
export function useNameList(): (names: readonly string[]) => string {
  const locale = useLocale();
  return (names) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
