import { useTranslations } from "next-intl";

/** How people call a task's field at a path. */
export function useTaskFieldLabel() {
  const t = useTranslations("taskSettings");
  const labels: Readonly<Record<string, string>> = {
    ...{ name: t("task.name"), groupId: t("task.group"), leadUnitId: t("task.lead"), dueOn: t("task.due") },
    ...{ expectedResult: t("task.expectedResult"), supportingUnitIds: t("task.supporting") },
    targetIds: t("task.targets"),
  };
  return (path: string): string => {
    const [field = ""] = path.replace(/^typed\./, "").split(".");
    return labels[field] ?? field;
  };
}
