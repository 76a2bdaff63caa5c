"use client"; // hands the buttons what they send

import { useTranslations } from "next-intl";
import { DeedButton } from "@/components/changes/deed-button";
import { OrderButtons } from "@/components/changes/order-buttons";
import { moveTaskAction, moveTaskGroupAction, removeTaskAction, removeTaskGroupAction } from "@/server/actions/tasks";

interface PlaceProps {
  readonly termId: string;
  readonly id: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isRemovable: boolean;
}

/** Moves a group one place, or removes it. */
export function GroupOrderButtons({ termId, id: groupId, isRemovable, ...place }: PlaceProps) {
  return (
    <OrderButtons {...place} move={(direction) => moveTaskGroupAction({ termId, groupId, direction })}>
      {isRemovable && <Remove name={place.name} send={() => removeTaskGroupAction({ termId, groupId })} />}
    </OrderButtons>
  );
}

/** Moves a task one place within its group, or removes it. */
export function TaskOrderButtons({ termId, id: taskId, isRemovable, ...place }: PlaceProps) {
  return (
    <OrderButtons {...place} move={(direction) => moveTaskAction({ termId, taskId, direction })}>
      {isRemovable && <Remove name={place.name} send={() => removeTaskAction({ termId, taskId })} />}
    </OrderButtons>
  );
}

interface RemoveProps {
  readonly name: string;
  readonly send: () => ReturnType<typeof removeTaskAction>;
}

function Remove({ name, send }: RemoveProps) {
  const t = useTranslations("taskSettings");
  return (
    <DeedButton name={name} send={send} told={({ changeId }) => ({ text: t("removed", { name }), changeId })}>
      {t("remove")}
    </DeedButton>
  );
}
