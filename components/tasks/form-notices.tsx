import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { JsonValue } from "@/domain/audit";
import type { MergeConflict } from "@/domain/merge";
import type { TaskForm } from "./use-task-form";

interface FormNoticesProps {
  readonly form: TaskForm;
  /** The name of a field and what the other wrote into it, as a person reads both. */
  readonly tell: (conflict: MergeConflict) => { readonly field: string; readonly value: string };
}

/** Why a form was not saved as a whole, and what somebody else changed meanwhile. */
export function FormNotices({ form, tell }: FormNoticesProps) {
  const t = useTranslations("taskSettings.overtaken");
  const { failure, overtaken } = form;
  return (
    <>
      {failure && <Notice tone="problem" live title={failure} />}
      {overtaken && (
        <Notice tone="attention" live title={t("title", { name: overtaken.name })}>
          <p>{overtaken.conflicts.length === 0 ? t("merged") : t("conflicts")}</p>
          <ul>
            {overtaken.conflicts.map((conflict) => (
              <li key={conflict.path} className="flex flex-wrap items-baseline gap-x-3">
                <span>{t("theirs", tell(conflict))}</span>
                <Button variant="quiet" onClick={() => form.takeTheirs(conflict)}>
                  {t("take", { field: tell(conflict).field })}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** A field's value as it stands in the form. */
export function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : "";
}
