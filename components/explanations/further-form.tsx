"use client"; // the leadership closes with one press, or asks further

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { askFurtherAction, closeExplanationAction, withdrawExplanationAction } from "@/server/actions/explanations";
import type { ThreadView } from "@/server/loaders/explanation-views";
import { RequestFrame } from "./request-frame";
import { useExplanationRequest } from "./use-explanation-request";

type FurtherView = Pick<ThreadView, "id" | "version" | "mayAsk" | "mayClose" | "mayWithdraw">;

/** What the leadership does next: close what was answered, take an unanswered question back, or ask further. */
export function FurtherForm({ view }: { readonly view: FurtherView }) {
  return (
    <>
      {(view.mayClose || view.mayWithdraw) && <EndButtons view={view} />}
      {view.mayAsk && <QuestionForm view={view} />}
    </>
  );
}

function EndButtons({ view }: { readonly view: FurtherView }) {
  const t = useTranslations("explanationForms");
  const request = useExplanationRequest();
  const action = view.mayClose ? closeExplanationAction : withdrawExplanationAction;
  const kind = view.mayClose ? "close" : "withdraw";
  const end = () =>
    request.send(
      (requestId) => action({ requestId, explanationId: view.id, version: view.version }),
      () => undefined,
    );
  return (
    <div className="screen-only grid gap-2">
      {request.problem && <Notice tone="problem" live title={request.problem} />}
      <p className="text-small text-quiet">{t(`${kind}.hint`)}</p>
      <div>
        <Button
          variant={view.mayClose ? "primary" : "secondary"}
          pending={request.pending}
          pendingLabel={t("sending")}
          onClick={end}
        >
          {t(`${kind}.button`)}
        </Button>
      </div>
    </div>
  );
}

function QuestionForm({ view }: { readonly view: FurtherView }) {
  const t = useTranslations("explanationForms");
  const request = useExplanationRequest();
  const [typed, setTyped] = useState({ text: "", answerBy: "" });
  const send = () =>
    request.send(
      (requestId) => askFurtherAction({ requestId, explanationId: view.id, version: view.version, ...typed }),
      () => setTyped({ text: "", answerBy: "" }),
    );
  return (
    <RequestFrame request={request} title={t("further.title")} onSubmit={send}>
      <TextAreaField
        label={t("further.label")}
        hint={t("privacy")}
        value={typed.text}
        onChange={(event) => setTyped({ ...typed, text: event.target.value })}
        error={request.error("text")}
      />
      <DateField
        label={t("answerBy")}
        className="max-w-60"
        value={typed.answerBy}
        onChange={(event) => setTyped({ ...typed, answerBy: event.target.value })}
        error={request.error("answerBy")}
      />
      <div>
        <Button type="submit" pending={request.pending} pendingLabel={t("sending")}>
          {t("further.send")}
        </Button>
      </div>
    </RequestFrame>
  );
}
