"use client"; // a slip in a decision is corrected in place

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { TextField } from "@/components/ui/field";
import { useFold } from "@/components/ui/fold";
import { useErrorText } from "@/components/ui/use-error-text";
import { correctEventDecisionAction } from "@/server/actions/units";

type Stored = { readonly decision: string | null };
type Typed = { readonly decision: string };

interface DecisionFormProps {
  readonly eventId: string;
  readonly decision: string | null;
  /** What the event did, so that the form is told apart from the others of the page. */
  readonly text: string;
}

/** Corrects number and date of the decision by which an event happened. */
export function DecisionForm({ eventId, decision, text }: DecisionFormProps) {
  const t = useTranslations("unitSettings");
  const errorText = useErrorText();
  const router = useRouter();
  const messages = useChangeMessages();
  const fold = useFold();
  const form = useChangeForm<Stored, Typed, null>({
    stored: { decision },
    toTyped: (stored) => ({ decision: stored?.decision ?? "" }),
    confirm: "never",
    send: ({ mode, base, typed, reason }) => correctEventDecisionAction({ mode, base, typed, reason, eventId }),
    onSaved: ({ changeId }) => {
      messages.say({ text: t("event.saved"), changeId });
      fold.close();
      router.refresh();
    },
  });
  const error = form.fieldError("decision");
  return (
    <ChangeForm form={form} name={text} saveLabel={t("event.save")} fieldLabel={() => t("field.decision")}>
      <TextField
        label={t("field.decision")}
        hint={t("hint.decision")}
        value={form.typed.decision}
        autoComplete="off"
        onChange={(event) => form.set({ decision: event.target.value })}
        error={error && errorText(error.code, error.values)}
      />
    </ChangeForm>
  );
}
