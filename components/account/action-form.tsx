"use client"; // says why what was sent was refused

import clsx from "clsx";
import type { ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionFormState } from "./use-action-form";

interface ActionFormProps {
  readonly state: ActionFormState;
  readonly submitLabel: string;
  readonly pendingLabel: string;
  readonly submitRef?: Ref<HTMLButtonElement>;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame of a form that works before any script has loaded: what is wrong with it as a whole, its fields, its button. */
export function ActionForm({ state, submitLabel, pendingLabel, submitRef, className, children }: ActionFormProps) {
  const { form, pending, problem } = state;
  return (
    <form {...form} className={clsx("grid gap-4", className ?? "max-w-sm")}>
      {problem && (
        <Notice tone="problem" live>
          {problem}
        </Notice>
      )}
      {children}
      <div>
        <Button ref={submitRef} type="submit" variant="primary" pending={pending} pendingLabel={pendingLabel}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
