"use client"; // removes by a press, said above with the way back

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { DeedButton } from "@/components/changes/deed-button";
import type { TargetState } from "@/domain/inputs/targets";
import type { MeasureState } from "@/domain/typed-measures";
import { removeMeasureAction } from "@/server/actions/measures";
import { removeTargetAction } from "@/server/actions/targets";

interface RemoveButtonProps<State> {
  readonly id: string;
  /** What is removed, as it was when it was shown. */
  readonly stored: State;
  /** Where it leads, when the page goes with what is removed. */
  readonly next?: string;
}

/** What every removal sends: it was looked at in this state, and needs no form. */
const REMOVAL = { mode: "save", typed: {}, reason: "" } as const;

/** Removes a target with its measures. */
export function RemoveTargetButton({ id, stored, next }: RemoveButtonProps<TargetState>) {
  const t = useTranslations("targetSettings");
  const router = useRouter();
  return (
    <DeedButton
      name={stored.name}
      send={() => removeTargetAction({ ...REMOVAL, targetId: id, base: stored })}
      told={({ changeId }) => ({ text: t("removed", { name: stored.name }), changeId })}
      onDone={() => next && router.push(next)}
    >
      {t("remove")}
    </DeedButton>
  );
}

/** Removes a measure with its plan. */
export function RemoveMeasureButton({ id, stored, next }: RemoveButtonProps<MeasureState>) {
  const t = useTranslations("targetSettings");
  const router = useRouter();
  return (
    <DeedButton
      name={stored.name}
      send={() => removeMeasureAction({ ...REMOVAL, measureId: id, base: stored })}
      told={({ changeId }) => ({ text: t("measureRemoved", { name: stored.name }), changeId })}
      onDone={() => next && router.push(next)}
    >
      {t("removeMeasure")}
    </DeedButton>
  );
}
