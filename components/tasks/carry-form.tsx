"use client"; // chooses among many and sends them at once

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/components/ui/use-error-text";
import { carryTasksAction } from "@/server/actions/tasks";
import type { CarriableView } from "@/server/loaders/task-settings";

interface CarryFormProps {
  readonly termId: string;
  readonly carriable: CarriableView;
}

/** The unfinished tasks of the term before; the chosen ones are taken over into groups of the same name. */
export function CarryForm({ termId, carriable }: CarryFormProps) {
  const t = useTranslations("taskSettings.carry");
  const lostLine = useTranslations("changes");
  const errorText = useErrorText();
  const { say } = useChangeMessages();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const all = carriable.groups.flatMap(({ tasks }) => tasks.map(({ code }) => code));
  const chosen = all.filter((code) => !left.includes(code));

  const carry = async () => {
    if (chosen.length === 0) return setProblem(t("chooseOne"));
    setPending(true);
    setProblem(null);
    const answer = await carryTasksAction({ termId, codes: chosen }).catch(() => null);
    setPending(false);
    if (answer?.ok) return say({ text: t("done", { count: answer.data.data.count }), changeId: answer.data.changeId });
    setProblem(answer ? errorText(answer.code, answer.values) : lostLine("lostLine"));
  };
  const choose = (code: string, isChosen: boolean) =>
    setLeft(isChosen ? left.filter((one) => one !== code) : [...left, code]);

  return (
    <details className="screen-only">
      <summary className="w-fit underline">{t("title", { term: carriable.termName, count: all.length })}</summary>
      <div className="grid gap-3 pt-3">
        <p className="text-small text-quiet">{t("meaning")}</p>
        {problem && <Notice tone="problem" live title={problem} />}
        {carriable.groups.map((group) => (
          <fieldset key={group.name} className="grid gap-1">
            <legend className="font-semibold">{group.name}</legend>
            {group.tasks.map(({ code, name }) => (
              <CheckboxField
                key={code}
                label={name}
                checked={!left.includes(code)}
                onChange={(event) => choose(code, event.target.checked)}
              />
            ))}
          </fieldset>
        ))}
        <Button className="w-fit" pending={isPending} onClick={() => void carry()}>
          {t("carry", { count: chosen.length })}
        </Button>
      </div>
    </details>
  );
}
