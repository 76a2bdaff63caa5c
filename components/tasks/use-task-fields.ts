import { useTranslations } from "next-intl";
import type { AnyChangeForm } from "@/components/changes/use-change-form";
import { useErrorText } from "@/components/ui/use-error-text";

/** What is wrong with a field, in words: refused by the rules, or with the form as it was sent. */
export function useFieldErrors({ fieldError }: Pick<AnyChangeForm, "fieldError">) {
  const errorText = useErrorText();
  return (field: string): string | undefined => {
    const problem = fieldError(field) ?? fieldError(`typed.${field}`);
    return problem && errorText(problem.code, problem.values);
  };
}

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
