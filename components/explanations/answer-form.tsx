"use client"; // keeps the answer while it is sent, refused or overtaken

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { answerExplanationAction } from "@/server/actions/explanations";
import type { ThreadView } from "@/server/loaders/explanation-views";
import { RequestFrame } from "./request-frame";
import { useExplanationRequest } from "./use-explanation-request";

/** Answers for the unit; what was answered can be added to until the question is closed. */
export function AnswerForm({ view }: { readonly view: Pick<ThreadView, "id" | "version" | "status"> }) {
  const t = useTranslations("explanationForms");
  const request = useExplanationRequest();
  const [text, setText] = useState("");
  const isFirst = view.status === "open";
  const title = t(isFirst ? "answer.title" : "answer.addTitle");
  const send = () =>
    request.send(
      (requestId) => answerExplanationAction({ requestId, explanationId: view.id, version: view.version, text }),
      () => setText(""),
    );
  return (
    <RequestFrame request={request} title={title} onSubmit={send}>
      <TextAreaField
        label={t("answer.label")}
        hint={t("privacy")}
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={request.error("text")}
      />
      <div>
        <Button
          type="submit"
          variant={isFirst ? "primary" : "secondary"}
          pending={request.pending}
          pendingLabel={t("sending")}
        >
          {t(isFirst ? "answer.send" : "answer.add")}
        </Button>
      </div>
    </RequestFrame>
  );
}
