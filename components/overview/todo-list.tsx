import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusShape } from "@/components/achievements/status-mark";
import { useRequiredText } from "@/components/achievements/use-required-text";
import { targetAddress } from "@/components/shell/view-address";
import { usePlanText } from "@/components/targets/use-plan-text";
import { useProseCount } from "@/components/ui/use-count-text";
import type { Status } from "@/domain/statuses";
import type { OverviewTodo, OverviewView } from "@/server/loaders/overview";
import type { ViewState } from "@/server/loaders/view-state";

/** What needs a person now: promises that are slipping, reports that have not come, tasks past their day. */
export function TodoList({ todo, state }: Pick<OverviewView, "todo" | "state">) {
  const t = useTranslations("overview.todo");
  if (todo.length === 0) return <p className="border-t border-hairline py-3 text-quiet">{t("none")}</p>;
  return (
    <ul>
      {todo.map((item) => (
        <li key={todoKey(item)} className="grid grid-cols-[1.5rem_1fr] items-baseline border-t border-hairline py-3">
          <StatusShape status={item.type === "measure" ? item.status : item.type === "tasks" ? "behind" : "no_data"} />
          <p>
            <TodoText item={item} state={state} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function TodoText({ item, state }: { readonly item: OverviewTodo; readonly state: ViewState }) {
  const t = useTranslations("overview.todo");
  const prose = useProseCount();
  switch (item.type) {
    case "measure":
      return <MeasureTodo item={item} state={state} />;
    case "reports": {
      const list = item.newest.join(", ");
      const periods = item.count > item.newest.length ? `${list}, …` : list;
      return (
        <>
          <Subject>{item.unitName}</Subject> {t("reports", { count: prose(item.count), periods })}
        </>
      );
    }
    case "tasks":
      return (
        <>
          <Subject>{item.groupName}</Subject> {t("tasks", { count: prose(item.late) })}
        </>
      );
  }
}

/** The required pace where there is one: it tells what to do. Otherwise what is so. */
function MeasureTodo({ item, state }: { item: Extract<OverviewTodo, { type: "measure" }>; state: ViewState }) {
  const t = useTranslations("overview.todo");
  const planText = usePlanText();
  const { measure, status, shortBy, measureName } = item;
  const required = useRequiredText()(measure, shortBy);
  const name = measureName === null ? item.targetName : `${item.targetName} (${measureName})`;
  const reason = t(`status.${toldStatus(status)}`, { actual: measure.actual ?? "-", plan: planText(measure) });
  return (
    <>
      <Link href={targetAddress(item.targetCode, state)} className="no-underline hover:underline">
        <Subject>{name}</Subject>
      </Link>{" "}
      {required ?? reason}
    </>
  );
}

function Subject({ children }: { readonly children: ReactNode }) {
  return <span className="font-semibold">{children}:</span>;
}

type ToldStatus = "out_of_reach" | "behind" | "at_risk" | "not_met" | "no_data" | "no_plan" | "other";

function toldStatus(status: Status): ToldStatus {
  switch (status) {
    case "met":
    case "exceeded":
    case "reached":
    case "on_track":
      return "other";
    default:
      return status;
  }
}

function todoKey(item: OverviewTodo): string {
  switch (item.type) {
    case "measure":
      return `measure ${item.measure.id}`;
    case "reports":
      return `reports ${item.unitCode}`;
    case "tasks":
      return `tasks ${item.groupName}`;
  }
}
