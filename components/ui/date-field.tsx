import type { ComponentProps } from "react";
import { readCalendarDate } from "@/domain/dates";
import { TextField } from "./field";
import { useDateText } from "./use-date-text";

interface DateFieldProps extends Omit<ComponentProps<typeof TextField>, "type" | "value"> {
  readonly value: string;
}

/** A day in the browser's own field, which writes it as the person's system does; below it the day stands as we write it. */
export function DateField({ value, hint, ...field }: DateFieldProps) {
  const dateText = useDateText();
  const day = readCalendarDate(value);
  const read = day && <span className="text-ink">{dateText(day)}</span>;
  const joint = read && hint ? " · " : null;
  return (
    <TextField
      {...field}
      type="date"
      value={value}
      hint={
        (read || hint) && (
          <>
            {read}
            {joint}
            {hint}
          </>
        )
      }
    />
  );
}
