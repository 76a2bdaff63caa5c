import { useTranslations } from "next-intl";
import { useDateText } from "@/components/ui/use-date-text";
import type { TaskUnitView } from "@/server/loaders/overview";

/** Writes a unit that leads or supports; one that no longer exists with its last day: `Chi bộ 4 (đến 31/12/2023)`. */
export function useTaskUnitText(): (unit: TaskUnitView) => string {
  const t = useTranslations("tasks");
  const dateText = useDateText();
  return ({ name, endedOn }) => (endedOn === null ? name : t("endedUnit", { unit: name, date: dateText(endedOn) }));
}
