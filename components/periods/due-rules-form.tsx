"use client"; // the due days that move are shown before the rules are saved

import { useTranslations } from "next-intl";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField, TextField } from "@/components/ui/field";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { DueRulesState } from "@/domain/inputs/periods";
import { changeDueRulesAction } from "@/server/actions/periods";
import type { DueRulesAnswer, TermPeriodsView } from "@/server/loaders/period-settings";
import { sentDueRules, typeDueRules, type DueRuleTyping } from "./due-rule-typing";

type RulesTyping = { readonly rules: DueRuleTyping[] };
type ActionInput = Parameters<typeof changeDueRulesAction>[0];

/** By which day the reports of each frequency are due. */
export function DueRulesForm({ view }: { readonly view: TermPeriodsView }) {
  const t = useTranslations("periodSettings");
  const form = useDueRulesForm(view);
  const error = useFieldErrors(form);
  const fieldLabel = (path: string) => {
    const [, index, name] = path.split(".");
    const frequency = form.typed.rules[Number(index)]?.frequency;
    return frequency ? `${t(`frequency.${frequency}`)}, ${t(`rule.${name as "dueDay"}`)}` : t("field.reason");
  };
  return (
    <ChangeForm
      form={form}
      saveLabel={t("saveRules")}
      saveVariant="secondary"
      fieldLabel={fieldLabel}
      previewText={form.preview && <Moves answer={form.preview.data} titles={view.titles} />}
    >
      {form.typed.rules.map((rule, index) => (
        <RuleFields
          key={rule.frequency}
          rule={rule}
          onRule={(changed) =>
            form.set({ rules: form.typed.rules.map((own, place) => (place === index ? changed : own)) })
          }
          error={(name) => error(`rules.${index}.${name}`)}
        />
      ))}
    </ChangeForm>
  );
}

interface RuleFieldsProps {
  readonly rule: DueRuleTyping;
  readonly onRule: (rule: DueRuleTyping) => void;
  readonly error: (name: string) => string | undefined;
}

function RuleFields({ rule, onRule, error }: RuleFieldsProps) {
  const t = useTranslations("periodSettings");
  const number = (name: "dueDay" | "monthsAfter" | "daysAfter") => (
    <TextField
      inputMode="numeric"
      label={t(`rule.${name}`)}
      value={rule[name]}
      onChange={(event) => onRule({ ...rule, [name]: event.target.value })}
      error={error(name)}
    />
  );
  return (
    <fieldset className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
      <legend className="pb-1 font-semibold">{t(`frequency.${rule.frequency}`)}</legend>
      <SelectField
        label={t("way")}
        options={(["day", "days"] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
        value={rule.way}
        onChange={(event) => onRule({ ...rule, way: event.target.value as DueRuleTyping["way"] })}
      />
      {rule.way === "day" ? (
        <>
          {number("dueDay")}
          {number("monthsAfter")}
        </>
      ) : (
        number("daysAfter")
      )}
    </fieldset>
  );
}

/** As many moved days are listed at once; more are unfolded. */
const SHOWN_MOVES = 12;

interface MovesProps {
  readonly answer: DueRulesAnswer;
  readonly titles: TermPeriodsView["titles"];
}

/** Which due days move, and how many reports keep theirs. */
function Moves({ answer: { moved, kept }, titles }: MovesProps) {
  const t = useTranslations("periodSettings");
  const dateText = useDateText();
  const prose = useProseCount();
  if (moved.length === 0) return <p>{t("nothingMoves")}</p>;
  return (
    <div className="grid gap-1">
      <p>{t("moves", { count: moved.length, shown: prose(moved.length), kept, keptShown: prose(kept) })}</p>
      <Disclosure open={moved.length <= SHOWN_MOVES} summary={t("movesList")}>
        <ul className="columns-1 gap-6 pl-5 text-small sm:columns-2">
          {moved.map(({ periodKey, before, after }) => (
            <li key={periodKey} className="list-disc">
              {t("move", { period: titles[periodKey] ?? periodKey, before: dateText(before), after: dateText(after) })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function useDueRulesForm(view: TermPeriodsView) {
  const t = useTranslations("periodSettings");
  const { say } = useChangeMessages();
  return useChangeForm<DueRulesState, RulesTyping, DueRulesAnswer>({
    stored: view.rules,
    toTyped: (stored) => ({ rules: typeDueRules(stored, view.frequencies) }),
    send: ({ base, typed, mode, reason }) =>
      changeDueRulesAction({
        ...{ termId: view.term.id, mode, reason },
        base: base as unknown as ActionInput["base"],
        typed: { rules: sentDueRules(typed.rules, base ?? []) },
      }),
    onSaved: ({ changeId }) => say({ text: t("rulesSaved"), changeId }),
    confirm: "always",
  });
}
