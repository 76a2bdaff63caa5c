import { useLocale } from "next-intl";
import { localiseDecimal } from "@/domain/display";
import { padCount } from "@/domain/wording";

/** A number of things as a table writes it: `176`, `1.234`. */
export function useCountText(): (count: number) => string {
  const locale = useLocale();
  return (count) => localiseDecimal(String(count), locale);
}

/** A number of things inside a sentence: Vietnamese reports write `05`, English ones `5`. */
export function useProseCount(): (count: number) => string {
  const locale = useLocale();
  const countText = useCountText();
  return (count) => padCount(countText(count), locale);
}
