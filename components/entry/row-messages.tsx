"use client"; // speaks while figures are typed

import { useTranslations } from "next-intl";
import { useWarningText } from "@/components/submissions/warning-text";
import type { ReportMeasure } from "@/server/loaders/report-views";
import { useProblemText } from "./problem-text";
import type { SpokenReading } from "./use-readings";

interface RowMessagesProps {
  readonly row: ReportMeasure;
  readonly read: SpokenReading;
  readonly problemIdOf: (field: string) => string | undefined;
  readonly onSwap: (row: ReportMeasure) => void;
}

const PICTOGRAPH = /\p{Extended_Pictographic}/u;
const ADVICE = "border-l-[3px] border-attention py-0.5 pl-3 text-attention";

/** What is wrong, else what is worth a note. The place exists before it speaks, so that it is announced. */
export function RowMessages({ row, read, problemIdOf, onSwap }: RowMessagesProps) {
  const t = useTranslations("entry.warning");
  const problemText = useProblemText();
  const { typed, problems, isSwapped } = read;
  const hasPictograph = PICTOGRAPH.test(typed.note + typed.evidence);
  return (
    <div aria-live="polite" className="grid gap-1 empty:hidden md:col-span-3 md:row-start-3">
      {problems.map((problem) => (
        <p key={problem.field} id={problemIdOf(problem.field)} className={`${ADVICE} font-medium`}>
          {problemText(problem, row, typed)}
        </p>
      ))}
      {problems.length === 0 && <Warnings row={row} read={read} />}
      {isSwapped && !typed.notApplicable && <SwapOffer row={row} onSwap={onSwap} />}
      {hasPictograph && <p className="text-small text-quiet">{t("pictograph")}</p>}
    </div>
  );
}

/** What is worth a look, and what a note would do about it. */
function Warnings({ row, read: { warnings, reading } }: Pick<RowMessagesProps, "row" | "read">) {
  const t = useTranslations("entry.warning");
  const warningText = useWarningText();
  const told = warnings.filter(({ code }) => code !== "swapped");
  if (told.length === 0) return null;
  const isRequired = told.some(({ noteRequired }) => noteRequired);
  return (
    <p className={ADVICE}>
      {told.map((warning) => warningText(warning, row)).join(" ")}
      {reading.note === null && <> {t(isRequired ? "required" : "optional")}</>}
    </p>
  );
}

/** Two numbers that would fit the other way round are turned with one click. */
function SwapOffer({ row, onSwap }: Pick<RowMessagesProps, "row" | "onSwap">) {
  const t = useTranslations("entry.warning");
  const warningText = useWarningText();
  return (
    <p className={ADVICE}>
      {warningText({ code: "swapped", texts: [], noteRequired: false }, row)}{" "}
      <button type="button" className="font-semibold underline" onClick={() => onSwap(row)}>
        {t("swap")}
      </button>
    </p>
  );
}
