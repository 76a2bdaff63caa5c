import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { TermNav } from "@/components/settings/term-nav";
import { Notice } from "@/components/ui/notice";
import { loadTermHead } from "@/server/loaders/term-heads";

interface TermLayoutProps {
  readonly params: Promise<{ readonly term: string }>;
  readonly children: ReactNode;
}

/** Every page of one term's settings: its rooms, and what its state means for whoever wants to change it. */
export default async function TermLayout({ params, children }: TermLayoutProps) {
  const { term } = await params;
  const [{ code, name, state }, t] = await Promise.all([loadTermHead(term), getTranslations("settings")]);
  return (
    <>
      <TermNav code={code} name={name} />
      {state !== "running" && (
        <Notice className="mt-3" tone={state === "closed" ? "attention" : "note"}>
          {t(`termState.${state}`)}
        </Notice>
      )}
      <p className="print-only text-small text-quiet">{name}</p>
      <div className="pt-6 print:pt-0">{children}</div>
    </>
  );
}
