"use client"; // keeps the question while it is sent or refused

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField, TextAreaField } from "@/components/ui/field";
import { askExplanationAction } from "@/server/actions/explanations";
import type { AskView } from "@/server/loaders/explanation-views";
import { threadAddress } from "./explanation-address";
import { RequestFrame } from "./request-frame";
import { useExplanationRequest } from "./use-explanation-request";

interface AskFormProps {
  readonly view: AskView;
  /** Where the person came from. */
  readonly back: string;
}

/** Asks a unit: whom and about which period where that is open, the question, and by when an answer is asked for. */
export function AskForm({ view, back }: AskFormProps) {
  const t = useTranslations("explanationForms");
  const router = useRouter();
  const request = useExplanationRequest();
  const [typed, setTyped] = useState({
    ...{ unitId: view.units[0]?.value ?? "", periodId: view.periods[0]?.value ?? "" },
    ...{ text: "", answerBy: "" },
  });
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change });
  const { termId, targetId, measureId } = view;
  const send = () =>
    request.send(
      (requestId) => askExplanationAction({ requestId, termId, targetId, measureId, ...typed }),
      (asked) => router.push(threadAddress(asked)),
    );
  return (
    <RequestFrame request={request} title={t("ask.title")} onSubmit={send}>
      {view.units.length > 1 && (
        <SelectField
          label={t("ask.unit")}
          options={view.units}
          value={typed.unitId}
          onChange={(event) => set({ unitId: event.target.value })}
          error={request.error("unitId")}
        />
      )}
      {view.periods.length > 1 && (
        <SelectField
          label={t("ask.period")}
          options={view.periods}
          value={typed.periodId}
          onChange={(event) => set({ periodId: event.target.value })}
          error={request.error("periodId")}
        />
      )}
      <TextAreaField
        label={t("ask.text")}
        hint={t("privacy")}
        rows={5}
        value={typed.text}
        onChange={(event) => set({ text: event.target.value })}
        error={request.error("text")}
      />
      <DateField
        label={t("answerBy")}
        className="max-w-60"
        min={view.today}
        value={typed.answerBy}
        onChange={(event) => set({ answerBy: event.target.value })}
        error={request.error("answerBy")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={request.pending} pendingLabel={t("sending")}>
          {t("ask.send")}
        </Button>
        <ButtonLink variant="quiet" href={back}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </RequestFrame>
  );
}
