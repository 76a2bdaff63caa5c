"use client"; // each press is one deed, said above with the way back

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/ui/use-error-text";
import type { Result } from "@/domain/errors";
import { moveTaskAction, moveTaskGroupAction, removeTaskAction, removeTaskGroupAction } from "@/server/actions/tasks";

interface OrderButtonsProps {
  readonly termId: string;
  readonly type: "group" | "task";
  readonly id: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isRemovable: boolean;
}

type Answer = Promise<Result<{ readonly changeId: string | null }>>;

/** Moves a group or task one place, or removes it. */
export function OrderButtons({ termId, type, id, name, isFirst, isLast, isRemovable }: OrderButtonsProps) {
  const t = useTranslations("taskSettings");
  const lostLine = useTranslations("changes");
  const errorText = useErrorText();
  const { say } = useChangeMessages();
  const [isPending, setPending] = useState(false);

  const perform = async (work: () => Answer, done: string) => {
    setPending(true);
    const answer = await work().catch(() => null);
    setPending(false);
    if (!answer) return say({ text: lostLine("lostLine"), changeId: null });
    if (answer.ok) return say({ text: done, changeId: answer.data.changeId });
    say({ text: errorText(answer.code, answer.values), changeId: null });
  };
  const move = (direction: "up" | "down") =>
    perform(
      () =>
        type === "group"
          ? moveTaskGroupAction({ termId, groupId: id, direction })
          : moveTaskAction({ termId, taskId: id, direction }),
      t("moved", { name }),
    );
  const remove = () =>
    perform(
      () =>
        type === "group" ? removeTaskGroupAction({ termId, groupId: id }) : removeTaskAction({ termId, taskId: id }),
      t("removed", { name }),
    );

  return (
    <span className="screen-only flex flex-wrap justify-end">
      <Deed name={name} pending={isPending} disabled={isFirst} onClick={() => void move("up")}>
        {t("up")}
      </Deed>
      <Deed name={name} pending={isPending} disabled={isLast} onClick={() => void move("down")}>
        {t("down")}
      </Deed>
      {isRemovable && (
        <Deed name={name} pending={isPending} onClick={() => void remove()}>
          {t("remove")}
        </Deed>
      )}
    </span>
  );
}

interface DeedProps {
  readonly name: string;
  readonly pending: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Deed({ name, pending, disabled, onClick, children }: DeedProps) {
  return (
    <Button variant="quiet" pending={pending} disabled={disabled} onClick={onClick}>
      {children}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
