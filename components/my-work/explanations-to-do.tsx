import { useTranslations } from "next-intl";
import Link from "next/link";
import { ExplanationLines } from "@/components/explanations/explanation-lines";
import type { MyWorkView } from "@/server/loaders/my-work";

const KINDS = ["toAnswer", "toClose", "open"] as const;

/** Questions that wait: for an answer, to be closed, and for the office those of all units. */
export function ExplanationsToDo({ explanations }: Pick<MyWorkView, "explanations">) {
  const t = useTranslations("work.explanations");
  const waiting = KINDS.filter((kind) => (explanations[kind]?.length ?? 0) > 0);
  return (
    <>
      {waiting.map((kind) => (
        <section key={kind} aria-labelledby={`explanations-${kind}`} className="grid gap-1">
          <h2 id={`explanations-${kind}`} className="text-section">
            {t(kind)} <span className="figure font-normal text-quiet">{explanations[kind]?.length}</span>
          </h2>
          <ExplanationLines items={explanations[kind] ?? []} />
        </section>
      ))}
    </>
  );
}

/** The way to all questions, for those whom any can wait for. */
export function ExplanationsLink({ explanations }: Pick<MyWorkView, "explanations">) {
  const t = useTranslations("work.explanations");
  if (KINDS.every((kind) => explanations[kind] === null)) return null;
  return (
    <p className="screen-only">
      <Link href="/explanations" className="underline">
        {t("all")}
      </Link>
    </p>
  );
}
