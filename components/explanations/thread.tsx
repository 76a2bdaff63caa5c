import { useTranslations } from "next-intl";
import Link from "next/link";
import { entryAddress } from "@/components/entry/report-list";
import { EvidenceFiles } from "@/components/evidence/evidence-files";
import { figureAddress } from "@/components/submissions/figure-address";
import { targetAddress } from "@/components/shell/view-address";
import { useDateText } from "@/components/ui/use-date-text";
import type { MessageView, ThreadView } from "@/server/loaders/explanation-views";
import { AnswerForm } from "./answer-form";
import { explanationsAddress } from "./explanation-address";
import { Days } from "./explanation-lines";
import { ExplanationMark } from "./explanation-mark";
import { FurtherForm } from "./further-form";

/** One question with everything that was asked and answered, oldest first, and what this person may do next. */
export function Thread({ view }: { readonly view: ThreadView }) {
  const t = useTranslations("explanations");
  return (
    <article className="mx-auto grid max-w-form grid-cols-1 gap-6">
      <header className="grid gap-1">
        <nav aria-label={t("breadcrumb")} className="screen-only text-small text-quiet">
          <Link href={explanationsAddress(view.termCode, null)}>{t("title")}</Link> / {view.unitName}
        </nav>
        <h1 className="text-page-phone md:text-page">{view.title}</h1>
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <ExplanationMark status={view.status} />
          <span className="text-quiet">{view.unitName}</span>
          <Days item={view} />
        </p>
        <Subject view={view} />
      </header>
      <ol className="border-b border-hairline">
        {view.messages.map((message, index) => (
          <Message key={index} message={message} unitName={view.unitName} />
        ))}
      </ol>
      <EvidenceFiles evidence={view.evidence} name={view.title} />
      {view.mayAnswer && <AnswerForm view={view} />}
      <FurtherForm view={view} />
    </article>
  );
}

/** The figure as it stands now, and where to look at it. */
function Subject({ view }: { readonly view: ThreadView }) {
  const t = useTranslations("explanations.subject");
  const { figure, place, targetCode, termCode } = view;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small">
      {figure && (
        <span>
          {t("figure")} <span className="figure font-semibold">{figure.value}</span>{" "}
          {figure.parts && <span className="figure text-quiet">({figure.parts})</span>}{" "}
          {figure.provisional && <span className="text-quiet">{t("provisional")}</span>}
        </span>
      )}
      {place && place.measureCode !== null && (
        <Link className="screen-only" href={figureAddress({ termCode, ...place, measureCode: place.measureCode })}>
          {t("history")}
        </Link>
      )}
      {place && view.mayOpenReport && (
        <Link
          className="screen-only"
          href={entryAddress({ unit: { code: place.unitCode }, period: { key: place.periodKey }, termCode })}
        >
          {t("report")}
        </Link>
      )}
      {targetCode !== null && (
        <Link className="screen-only" href={targetAddress(targetCode, { termId: termCode })}>
          {t("target")}
        </Link>
      )}
    </p>
  );
}

function Message({ message, unitName }: { readonly message: MessageView; readonly unitName: string }) {
  const t = useTranslations("explanations.message");
  const dateText = useDateText();
  const { kind, text, writtenOn, by } = message;
  const date = writtenOn === null ? null : dateText(writtenOn);
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-hairline py-3 sm:grid-cols-[12rem_minmax(0,1fr)] print:break-inside-avoid">
      <p className="text-small">
        <span className="font-semibold">{kind === "question" ? t("question") : t("answer", { unit: unitName })}</span>
        <span className="block text-quiet">{[by, date].filter((part) => part !== null).join(", ")}</span>
      </p>
      <p className="break-words whitespace-pre-line">{text}</p>
    </li>
  );
}
