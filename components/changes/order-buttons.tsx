"use client"; // each press is one deed, said above with the way back

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Result } from "@/domain/errors";
import { DeedButton } from "./deed-button";

const DIRECTIONS = ["up", "down"] as const;

interface OrderButtonsProps {
  /** What is moved, as people call it. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly move: (direction: "up" | "down") => Promise<Result<{ readonly changeId: string | null }>>;
  /** Further buttons beside them. */
  readonly children?: ReactNode;
}

/** Moves one thing of a list a place up or down. */
export function OrderButtons({ name, isFirst, isLast, move, children }: OrderButtonsProps) {
  const t = useTranslations("changes");
  return (
    <span className="screen-only ml-auto flex flex-wrap justify-end">
      {DIRECTIONS.map((direction) => (
        <DeedButton
          key={direction}
          name={name}
          send={() => move(direction)}
          told={({ changeId }) => ({ text: t("moved", { name }), changeId })}
          disabled={direction === "up" ? isFirst : isLast}
        >
          {t(direction)}
        </DeedButton>
      ))}
      {children}
    </span>
  );
}
