"use client"; // moves by a press, said above with the way back

import { useTranslations } from "next-intl";
import { DeedButton } from "@/components/changes/deed-button";
import { moveTargetAction } from "@/server/actions/targets";

interface TargetOrderButtonsProps {
  readonly targetId: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Moves a target one place up or down in the order of the resolution. */
export function TargetOrderButtons({ targetId, name, isFirst, isLast }: TargetOrderButtonsProps) {
  const t = useTranslations("targetSettings");
  const move = (direction: "up" | "down") => (
    <DeedButton
      name={name}
      done={t("moved", { name })}
      disabled={direction === "up" ? isFirst : isLast}
      send={() => moveTargetAction({ targetId, direction })}
    >
      {t(direction)}
    </DeedButton>
  );
  return (
    <span className="screen-only flex flex-wrap justify-end">
      {move("up")}
      {move("down")}
    </span>
  );
}
