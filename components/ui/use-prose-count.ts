import { useLocale } from "next-intl";

/** A number of things inside a sentence: Vietnamese reports write `05`, English ones `5`. */
export function useProseCount(): (count: number) => string {
  const locale = useLocale();
  return (count) => (locale === "vi" ? String(count).padStart(2, "0") : String(count));
}
