"use client"; // hands the buttons what they send

import { OrderButtons } from "@/components/changes/order-buttons";
import { moveTargetAction } from "@/server/actions/targets";

interface TargetOrderButtonsProps {
  readonly targetId: string;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Moves a target one place up or down in the order of the resolution. */
export function TargetOrderButtons({ targetId, ...place }: TargetOrderButtonsProps) {
  return <OrderButtons {...place} move={(direction) => moveTargetAction({ targetId, direction })} />;
}
