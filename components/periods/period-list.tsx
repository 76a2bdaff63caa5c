"use client"; // several periods are chosen and locked at once, after the reports still open were named

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useChangeMessages } from "@/components/changes/change-messages";
import { useDeed } from "@/components/changes/use-deed";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import { lockPeriodsAction } from "@/server/actions/periods";
import type { OpenReport, PeriodRowView, TermPeriodsView } from "@/server/loaders/period-settings";
import { ExceptionList } from "./exception-list";
import { PeriodStateMark } from "./period-state";

/** The periods of a year; those that are chosen are locked for everyone, or opened again. */
export function PeriodList({ view }: { readonly view: TermPeriodsView }) {
  const t = useTranslations("periodSettings");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lock = useLock(view, chosen, () => setChosen([]));
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  return (
    <div className="grid grid-cols-1 gap-3">
      <Table caption={t("caption", { year: view.year })}>
        <TableHead>
          <tr>
            <HeadCell>{t("period")}</HeadCell>
            <HeadCell className="max-md:hidden">{t("stateHead")}</HeadCell>
            <HeadCell>{t("dueOn")}</HeadCell>
            <HeadCell numeric>{t("accepted")}</HeadCell>
            <HeadCell className="max-md:hidden">{t("exceptions")}</HeadCell>
          </tr>
        </TableHead>
        <tbody>
          {view.rows.map((row) => (
            <PeriodRow
              key={row.id}
              row={row}
              isClosed={view.term.isClosed}
              isChosen={chosen.includes(row.id)}
              onToggle={() => toggle(row.id)}
            />
          ))}
        </tbody>
      </Table>
      {lock.failure && <Notice tone="problem" live title={lock.failure} />}
      {lock.open && (
        <OpenReports reports={lock.open} titles={view.titles} onConfirm={lock.confirm} onBack={lock.back} />
      )}
      {!view.term.isClosed && !lock.open && (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" pending={lock.pending} onClick={lock.ask} autoFocus={lock.wentBack}>
            {t("lock")}
          </Button>
          <Button pending={lock.pending} onClick={lock.unlock}>
            {t("unlock")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PeriodRowProps {
  readonly row: PeriodRowView;
  readonly isClosed: boolean;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function PeriodRow({ row, isClosed, isChosen, onToggle }: PeriodRowProps) {
  const dateText = useDateText();
  const standing = <PeriodStateMark state={row.state} untilOn={row.untilOn} />;
  const exceptions = row.exceptions.length > 0 && <ExceptionList exceptions={row.exceptions} isClosed={isClosed} />;
  return (
    <Row>
      <HeadCell scope="row">
        <label className="inline-flex min-h-9 cursor-pointer items-center gap-2">
          {!isClosed && (
            <input
              type="checkbox"
              checked={isChosen}
              onChange={onToggle}
              className="screen-only size-4 shrink-0 accent-on-track"
            />
          )}
          {row.title}
        </label>
        <div className="grid gap-1 font-normal md:hidden">
          {standing}
          {exceptions}
        </div>
      </HeadCell>
      <Cell className="max-md:hidden">{standing}</Cell>
      <Cell className="figure">{dateText(row.dueOn)}</Cell>
      <Cell numeric>{`${row.accepted}/${row.expected}`}</Cell>
      <Cell className="max-md:hidden">{exceptions || "-"}</Cell>
    </Row>
  );
}

interface OpenReportsProps {
  readonly reports: readonly OpenReport[];
  readonly titles: TermPeriodsView["titles"];
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** The reports that could no longer be sent, before the lock is set. */
function OpenReports({ reports, titles, onConfirm, onBack }: OpenReportsProps) {
  const t = useTranslations("periodSettings");
  const prose = useProseCount();
  const box = useRef<HTMLDivElement>(null);
  // It stands where the button was that was pressed: the keyboard goes on here.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="attention" live title={t("openReports", { count: reports.length, shown: prose(reports.length) })}>
        <ul className="list-disc pl-5">
          {reports.map(({ periodKey, unitName, isMissing }) => (
            <li key={`${periodKey} ${unitName}`}>
              {t(isMissing ? "missing" : "unsent", { unit: unitName, period: titles[periodKey] ?? periodKey })}
            </li>
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button variant="primary" onClick={onConfirm}>
            {t("lockAnyway")}
          </Button>
          <Button onClick={onBack}>{t("back")}</Button>
        </div>
      </Notice>
    </div>
  );
}

function useLock(view: TermPeriodsView, chosen: readonly string[], onDone: () => void) {
  const t = useTranslations("periodSettings");
  const prose = useProseCount();
  const { say } = useChangeMessages();
  const { pending, problem, perform } = useDeed();
  const [open, setOpen] = useState<readonly OpenReport[] | null>(null);
  const [wentBack, setWentBack] = useState(false);
  const [noneChosen, setNoneChosen] = useState(false);

  const send = (mode: "preview" | "save", locked: boolean) => {
    setNoneChosen(chosen.length === 0);
    if (chosen.length === 0) return;
    const request = { mode, termId: view.term.id, periodIds: [...chosen], locked, reason: null };
    void perform(
      () => lockPeriodsAction(request),
      ({ data, changeId }) => {
        if (mode === "preview" && data.open.length > 0) return setOpen(data.open);
        if (mode === "preview") return send("save", locked);
        setOpen(null);
        onDone();
        const counts = { count: chosen.length, shown: prose(chosen.length) };
        say({ text: t(locked ? "locked" : "unlocked", counts), changeId });
      },
    );
  };

  return {
    ...{ open, wentBack, pending, failure: noneChosen ? t("chooseFirst") : problem },
    ask: () => send("preview", true),
    confirm: () => send("save", true),
    unlock: () => send("save", false),
    back: () => {
      setOpen(null);
      setWentBack(true);
    },
  };
}
