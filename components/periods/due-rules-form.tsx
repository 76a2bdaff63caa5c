"use client"; // the due days that move are shown before the rules are saved

import { useTranslations } from "next-intl";
import { wholeNumberOf } from "@/components/changes/whole-number";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { Disclosure } from "@/components/ui/disclosure";
import { SelectField, TextField } from "@/components/ui/field";
import { useDateText } from "@/components/ui/use-date-text";
import type { DueRulesState } from "@/domain/inputs/periods";
import { changeDueRulesAction } from "@/server/actions/periods";
import type { DueRulesAnswer, TermPeriodsView } from "@/server/loaders/period-settings";

type RuleTyping = { readonly way: string; readonly day: string; readonly monthsAfter: string; readonly days: string };
type RulesTyping = Record<string, RuleTyping>;
type ActionInput = Parameters<typeof changeDueRulesAction>[0];

/** By which day the reports of each frequency are due. */
export function DueRulesForm({ view }: { readonly view: TermPeriodsView }) {
  const t = useTranslations("periodSettings");
  const form = useDueRulesForm(view);
  const error = useFieldErrors(form);
  const failure = (index: number, name: string) => error(`rules.${index}.${name}`) ?? error(`rules.${index}`);
  return (
    <ChangeForm
      form={form}
      saveLabel={t("saveRules")}
      saveVariant="secondary"
      fieldLabel={() => t("rules")}
      previewText={form.preview && <Moves answer={form.preview.data} titles={view.titles} />}
    >
      {Object.entries(form.typed).map(([frequency, rule], index) => (
        <fieldset key={frequency} className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
          <legend className="pb-1 font-semibold">{t(`frequency.${frequency as "month"}`)}</legend>
          <SelectField
            label={t("way")}
            options={(["day", "days"] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
            value={rule.way}
            onChange={(event) => form.set({ [frequency]: { ...rule, way: event.target.value } })}
          />
          {rule.way === "day" ? (
            <>
              <TextField
                inputMode="numeric"
                label={t("day")}
                value={rule.day}
                onChange={(event) => form.set({ [frequency]: { ...rule, day: event.target.value } })}
                error={failure(index, "dueDay")}
              />
              <TextField
                inputMode="numeric"
                label={t("monthsAfter")}
                value={rule.monthsAfter}
                onChange={(event) => form.set({ [frequency]: { ...rule, monthsAfter: event.target.value } })}
                error={failure(index, "monthsAfter")}
              />
            </>
          ) : (
            <TextField
              inputMode="numeric"
              label={t("days")}
              value={rule.days}
              onChange={(event) => form.set({ [frequency]: { ...rule, days: event.target.value } })}
              error={failure(index, "daysAfter")}
            />
          )}
        </fieldset>
      ))}
    </ChangeForm>
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
  if (moved.length === 0) return <p>{t("nothingMoves")}</p>;
  return (
    <div className="grid gap-1">
      <p>{t("moves", { count: moved.length, kept })}</p>
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

function typeRules(rules: DueRulesState | null, frequencies: readonly string[]): RulesTyping {
  return Object.fromEntries(
    frequencies.map((frequency) => {
      const rule = rules?.find((stored) => stored.frequency === frequency);
      const text = (value: number | null | undefined, otherwise: string) => String(value ?? otherwise);
      return [
        frequency,
        {
          way: rule?.daysAfter == null ? "day" : "days",
          day: text(rule?.dueDay, "25"),
          monthsAfter: text(rule?.monthsAfter, "0"),
          days: text(rule?.daysAfter, "20"),
        },
      ];
    }),
  );
}

/** A text as a whole number; anything else is answered at its field by the server. */
/** The rules as they are sent; those of frequencies that no measure has stay as they are. */
function rulesOf(typed: RulesTyping, stored: DueRulesState): ActionInput["typed"]["rules"] {
  const shown = Object.entries(typed).map(([name, rule]) => {
    const frequency = name as DueRulesState[number]["frequency"];
    return rule.way === "day"
      ? { frequency, dueDay: wholeNumberOf(rule.day), monthsAfter: wholeNumberOf(rule.monthsAfter) }
      : { frequency, daysAfter: wholeNumberOf(rule.days) };
  });
  const others = stored.filter(({ frequency }) => !(frequency in typed));
  return [
    ...shown,
    ...others.map(({ frequency, dueDay, monthsAfter, daysAfter }) =>
      daysAfter === null
        ? { frequency, dueDay: dueDay ?? 25, monthsAfter: monthsAfter ?? 0 }
        : { frequency, daysAfter },
    ),
  ];
}

function useDueRulesForm(view: TermPeriodsView) {
  const t = useTranslations("periodSettings");
  const { say } = useChangeMessages();
  return useChangeForm<DueRulesState, RulesTyping, DueRulesAnswer>({
    stored: view.rules,
    toTyped: (stored) => typeRules(stored, view.frequencies),
    send: ({ base, typed, mode, reason }) =>
      changeDueRulesAction({
        ...{ termId: view.term.id, mode, reason },
        base: base as unknown as ActionInput["base"],
        typed: { rules: rulesOf(typed, base ?? []) },
      }),
    onSaved: ({ changeId }) => say({ text: t("rulesSaved"), changeId }),
    confirm: "always",
  });
}
