"use client"; // chooses among many and sends them at once

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useDeed } from "@/components/changes/use-deed";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { carryTasksAction } from "@/server/actions/tasks";
import type { CarriableView } from "@/server/loaders/task-settings";

interface CarryFormProps {
  readonly termId: string;
  readonly carriable: CarriableView;
}

/** The unfinished tasks of the term before; the chosen ones are taken over into groups of the same name. */
export function CarryForm({ termId, carriable }: CarryFormProps) {
  const t = useTranslations("taskSettings.carry");
  const { say } = useChangeMessages();
  const { pending, problem, perform } = useDeed();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [noneChosen, setNoneChosen] = useState(false);
  const all = carriable.groups.flatMap(({ tasks }) => tasks.map(({ code }) => code));
  const chosen = all.filter((code) => !left.includes(code));

  const carry = async () => {
    setNoneChosen(chosen.length === 0);
    if (chosen.length === 0) return;
    await perform(
      () => carryTasksAction({ termId, codes: chosen }),
      ({ data: { count }, changeId }) => say({ text: t("done", { count }), changeId }),
    );
  };
  const choose = (code: string, isChosen: boolean) =>
    setLeft(isChosen ? left.filter((one) => one !== code) : [...left, code]);

  return (
    <Fold className="screen-only" summary={t("title", { term: carriable.termName, count: all.length })}>
      <div className="grid gap-3 pt-3">
        <p className="text-small text-quiet">{t("meaning")}</p>
        {(noneChosen || problem) && <Notice tone="problem" live title={noneChosen ? t("chooseOne") : problem} />}
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
        <Button className="w-fit" pending={pending} onClick={() => void carry()}>
          {t("carry", { count: chosen.length })}
        </Button>
      </div>
    </Fold>
  );
}
