"use client"; // stands in the event's form

import { useTranslations } from "next-intl";

const PLAIN = [
  "on",
  "decision",
  "name",
  "parentId",
  "successorId",
  "unitIds",
  "founded",
  "tasksTo",
  "measuresFollow",
] as const;
const OF_ROW = ["name", "kind", "parent", "code"] as const;

/** How people call the fields of an event's form. */
export function useEventFieldLabel(): (path: string) => string {
  const t = useTranslations("unitSettings");
  return (path) => {
    const [head = "", index = "", last = ""] = path.split(".");
    const ofRow = OF_ROW.find((name) => name === last);
    if (head === "founded" && ofRow) return t("row.label", { number: Number(index) + 1, field: t(`row.${ofRow}`) });
    if (head === "discards") return t("discard.title");
    const plain = PLAIN.find((name) => name === head);
    return plain ? t(`field.${plain}`) : path;
  };
}
