import { useTranslations } from "next-intl";

const VIETNAM = "Asia/Ho_Chi_Minh";

/** Writes an instant as time and date: `09:41, 30/6/2023`. */
export function useInstantText(): (instant: string) => string {
  const t = useTranslations("common");
  return (instant) => {
    const { day, month, year, hour, minute } = partsOf(new Date(instant));
    return `${hour}:${minute}, ${t("date", { day: Number(day), month: Number(month), year })}`;
  };
}

/** Writes an instant as the time of day, with the date where that is not today. */
export function useTimeText(): (instant: string) => string {
  const instantText = useInstantText();
  return (instant) => {
    const parts = partsOf(new Date(instant));
    const isToday = dayOf(parts) === dayOf(partsOf(new Date()));
    return isToday ? `${parts.hour}:${parts.minute}` : instantText(instant);
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
