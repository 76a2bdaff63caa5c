"use client"; // moves the focus to what has to be looked at

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { fieldName } from "@/domain/inputs/report-form";
import type { FieldProblem, TypedFigure } from "@/domain/typed-figures";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { useProblemText } from "./problem-text";

export interface RowProblem {
  readonly row: ReportMeasure;
  readonly typed: TypedFigure;
  readonly problem: FieldProblem;
}

interface ErrorSummaryProps {
  readonly problems: readonly RowProblem[];
  /** Something about the whole report. */
  readonly general?: string | null;
  /** Changes with every attempt, so that the summary is gone to again. */
  readonly attempt: number;
}

/** What stands in the way of submitting, each leading to its field. It takes the focus when it appears. */
export function ErrorSummary({ problems, general, attempt }: ErrorSummaryProps) {
  const t = useTranslations("entry.problem");
  const problemText = useProblemText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [attempt]);
  return (
    <div ref={summary} tabIndex={-1} className="my-4">
      <Notice tone="problem" live title={general ?? t("title", { count: problems.length })}>
        <ul className="grid gap-1">
          {problems.map(({ row, typed, problem }) => (
            <li key={`${row.measure.id}.${problem.field}`}>
              <a
                className="underline"
                href={`#${row.measure.id}`}
                onClick={(event) => goTo(event.currentTarget, row, problem)}
              >
                {t("at", { measure: row.name, problem: problemText(problem, row, typed) })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The fields have no ids of their own that a link could name: they are found by their names. */
function goTo(link: HTMLElement, row: ReportMeasure, { field }: FieldProblem): void {
  const form = link.closest("form");
  const control = form?.elements.namedItem(fieldName(row.measure.id, field));
  const first = control instanceof RadioNodeList ? control[0] : control;
  if (!(first instanceof HTMLElement)) return;
  first.closest("details")?.setAttribute("open", "");
  first.focus();
}
