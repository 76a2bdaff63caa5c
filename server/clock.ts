// The only place that knows what time it is. A demo stands still on the day at which its sample is looked at.
import type { CalendarDate } from "@/domain/dates";
import { settings } from "./env";

const HOURS_AHEAD_OF_UTC = 7; // Vietnam has one zone and no summer time
const MS_PER_HOUR = 3_600_000;

const state = globalThis as typeof globalThis & { tienDoFixedDay?: CalendarDate };

/** The calendar day in Vietnam on which an instant falls. */
export function dayInVietnam(instant: Date): CalendarDate {
  return new Date(instant.getTime() + HOURS_AHEAD_OF_UTC * MS_PER_HOUR).toISOString().slice(0, 10) as CalendarDate;
}

function fixedDay(): CalendarDate | null {
  return (settings().today as CalendarDate | null) ?? state.tienDoFixedDay ?? null;
}

export const clock = {
  /** The calendar day in Vietnam; the fixed day where one is set. */
  today(): CalendarDate {
    return fixedDay() ?? dayInVietnam(new Date());
  },

  /** The instant in UTC, ISO 8601 with milliseconds: on the fixed day, with the real time of day, where one is set. */
  now(): string {
    const real = new Date();
    const fixed = fixedDay();
    if (!fixed) return real.toISOString();
    const midnightInVietnam = Date.parse(startOfDay(fixed));
    const sinceMidnight = (real.getTime() + HOURS_AHEAD_OF_UTC * MS_PER_HOUR) % (24 * MS_PER_HOUR);
    return new Date(midnightInVietnam + sinceMidnight).toISOString();
  },

  /** The real instant, also in a demo: for what expires (sessions, locks). */
  realNow(): Date {
    return new Date();
  },
};

/** The instant (UTC, ISO 8601) at which a day begins in Vietnam. */
export function startOfDay(day: CalendarDate): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - HOURS_AHEAD_OF_UTC * MS_PER_HOUR).toISOString();
}

/** Makes a day count as today for the whole process; null lets time run again. `TIENDO_TODAY` goes before it. */
export function fixToday(day: CalendarDate | null): void {
  state.tienDoFixedDay = day ?? undefined;
}
