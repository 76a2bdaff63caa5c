"use client"; // says why nothing was done, and brings the keyboard there

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, type ReactNode, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { useExplanationRequest } from "./use-explanation-request";

interface RequestFrameProps {
  readonly request: ReturnType<typeof useExplanationRequest>;
  readonly title: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The frame of a form that writes to a question. What was typed stays, whatever the server answers. */
export function RequestFrame({ request, title, onSubmit, children }: RequestFrameProps) {
  const t = useTranslations("explanationForms");
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const { failure, problem, isOvertaken } = request;
  useEffect(() => {
    if (failure) element.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={element} noValidate onSubmit={submit} aria-label={title} className="screen-only grid gap-3">
      <h2 className="text-section">{title}</h2>
      {problem && (
        <Notice tone="problem" live title={problem}>
          {isOvertaken && (
            <Button variant="quiet" onClick={() => router.refresh()}>
              {t("reload")}
            </Button>
          )}
        </Notice>
      )}
      {children}
    </form>
  );
}
