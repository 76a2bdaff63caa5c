import { useTranslations } from "next-intl";

const VIETNAM = "Asia/Ho_Chi_Minh";

/** Writes an instant as the time of day, with the date where that is not today. */
export function useTimeText(): (instant: string) => string {
  const t = useTranslations("common");
  return (instant) => {
    const parts = partsOf(new Date(instant));
    const time = `${parts.hour}:${parts.minute}`;
    const isToday = dayOf(parts) === dayOf(partsOf(new Date()));
    const date = t("date", { day: Number(parts.day), month: Number(parts.month), year: String(parts.year) });
    return isToday ? time : `${time}, ${date}`;
  };
}

type Parts = Readonly<Record<"year" | "month" | "day" | "hour" | "minute", string>>;

function partsOf(instant: Date): Parts {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: VIETNAM,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { year = "", month = "", day = "", hour = "", minute = "" } = parts;
  return { year, month, day, hour, minute };
}

function dayOf({ year, month, day }: Parts): string {
  return `${year}-${month}-${day}`;
}
