"use client"; // moves rows by buttons that keep the focus

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useChangeForm } from "@/components/changes/use-change-form";
import { useFieldErrors } from "@/components/changes/use-field-errors";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useDateText } from "@/components/ui/use-date-text";
import { readCalendarDate } from "@/domain/dates";
import { unitsAt } from "@/domain/units";
import { reorderUnitsAction } from "@/server/actions/units";
import type { UnitFormView } from "@/server/loaders/unit-settings";
import { nameOn } from "./event-typed";

type Order = { readonly unitIds: string[] };
type OrderTyped = { readonly from: string; readonly unitIds: string[] };

/** The official order of the units from a day on, moved by buttons. */
export function OrderForm({ view, on }: { readonly view: UnitFormView; readonly on: string }) {
  const t = useTranslations("unitSettings");
  const router = useRouter();
  const messages = useChangeMessages();
  const form = useChangeForm<Order, OrderTyped, null>({
    stored: { unitIds: orderOn(view, on) },
    toTyped: (stored) => ({ from: on, unitIds: stored?.unitIds ?? [] }),
    confirm: "never",
    send: ({ mode, base, typed, reason }) => reorderUnitsAction({ mode, base, reason, typed: { ...typed, from: on } }),
    onSaved: ({ changeId }) => {
      messages.say({ text: t("order.saved"), changeId });
      router.push("/settings/units");
    },
  });
  const { unitIds } = form.typed;
  const move = (index: number, by: number) => form.set({ unitIds: moved(unitIds, index, by) });
  const error = useFieldErrors(form);
  const dateText = useDateText();
  const day = readCalendarDate(on) ?? view.proposedOn;
  return (
    <div className="grid max-w-form gap-5">
      <form method="get" className="flex flex-wrap items-end gap-2">
        <TextField
          key={on}
          label={t("order.from")}
          type="date"
          name="from"
          required
          defaultValue={on}
          error={error("from")}
        />
        <Button type="submit">{t("order.show")}</Button>
      </form>
      <ChangeForm
        form={form}
        saveLabel={t("order.save")}
        fieldLabel={(path) => (path === "unitIds" ? t("order.list") : t("order.from"))}
        actions={<ButtonLink href="/settings/units">{t("cancel")}</ButtonLink>}
      >
        <h2 className="text-section">{t("order.on", { date: dateText(day) })}</h2>
        <ol aria-label={t("order.list")} className="grid">
          {unitIds.map((id, index) => (
            <OrderRow key={id} name={nameOf(view, id, on)} index={index} last={unitIds.length - 1} onMove={move} />
          ))}
        </ol>
      </ChangeForm>
    </div>
  );
}

interface OrderRowProps {
  readonly name: string;
  readonly index: number;
  readonly last: number;
  readonly onMove: (index: number, by: number) => void;
}

/** A button at an end stays focusable, so that the keyboard is not thrown out of the list. */
function OrderRow({ name, index, last, onMove }: OrderRowProps) {
  const t = useTranslations("unitSettings.order");
  const can = (by: number) => index + by >= 0 && index + by <= last;
  return (
    <li className="grid grid-cols-[2rem_1fr_auto_auto] items-center gap-x-2 border-b border-hairline py-1">
      <span className="figure text-right text-quiet">{index + 1}</span>
      <span>{name}</span>
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          variant="quiet"
          aria-label={t(by < 0 ? "upNamed" : "downNamed", { name })}
          aria-disabled={!can(by)}
          onClick={() => can(by) && onMove(index, by)}
        >
          {t(by < 0 ? "up" : "down")}
        </Button>
      ))}
    </li>
  );
}

function orderOn(view: UnitFormView, on: string): string[] {
  const day = readCalendarDate(on) ?? view.proposedOn;
  return unitsAt(view.units, day).map(({ id }) => id);
}

function nameOf(view: UnitFormView, id: string, on: string): string {
  const unit = view.units.find((known) => known.id === id);
  return unit ? nameOn(unit, on) : id;
}

function moved(ids: readonly string[], index: number, by: number): string[] {
  const order = [...ids];
  const [id] = order.splice(index, 1);
  if (id !== undefined) order.splice(index + by, 0, id);
  return order;
}
