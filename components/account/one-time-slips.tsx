"use client"; // copies and prints what is shown only once

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Fact, Facts } from "@/components/ui/facts";
import { useDateText } from "@/components/ui/use-date-text";
import type { CalendarDate } from "@/domain/dates";
import { groupsOfPassword } from "@/domain/passwords";

/** What a person needs to sign in for the first time. */
export interface Slip {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  /** The last day on which the password lets in. */
  readonly until: CalendarDate;
}

/** One-time passwords, to be read out, copied or printed now: they are kept nowhere. Printed, they stand alone. */
export function OneTimeSlips({ slips }: { readonly slips: readonly Slip[] }) {
  const t = useTranslations("accountSettings");
  if (slips.length === 0) return null;
  return (
    <section
      role="status"
      aria-label={t("slips.title")}
      className="only-print grid gap-3 border-l-[3px] border-met pl-3"
    >
      <p className="screen-only font-semibold">{t("slips.once", { count: slips.length })}</p>
      <ul className="grid gap-4">
        {slips.map((slip) => (
          <SlipText key={`${slip.login} ${slip.password}`} slip={slip} />
        ))}
      </ul>
      <div>
        <Button onClick={() => window.print()}>{t("slips.print")}</Button>
      </div>
    </section>
  );
}

function SlipText({ slip: { login, displayName, password, until } }: { readonly slip: Slip }) {
  const t = useTranslations("accountSettings");
  const dateText = useDateText();
  return (
    <li className="grid gap-1 border-b border-dashed border-edge pb-3">
      <p className="font-semibold">{displayName}</p>
      <Facts>
        <Fact name={t("slips.address")}>{window.location.origin}</Fact>
        <Fact name={t("login")}>
          <strong>{login}</strong>
        </Fact>
        <Fact name={t("slips.password")}>
          <span className="flex flex-wrap items-center gap-3">
            <Digits password={password} />
            <CopyButton text={password} label={t("slips.copyOf", { name: displayName })} />
          </span>
        </Fact>
        <Fact name={t("slips.until")}>
          <strong>{dateText(until)}</strong>
        </Fact>
      </Facts>
      <p className="text-small text-quiet">{t("slips.howTo")}</p>
    </li>
  );
}

/** In groups for the eye and the voice; nothing stands between them when they are copied. */
function Digits({ password }: { readonly password: string }) {
  return (
    <span className="figure flex gap-3 text-key font-semibold">
      {groupsOfPassword(password).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}

function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTranslations("accountSettings");
  const [copied, setCopied] = useState(false);
  // Browsers offer it under https or on this machine only.
  if (!("clipboard" in navigator)) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button aria-label={copied ? t("slips.copied") : label} onClick={() => void copy()}>
      {copied ? t("slips.copied") : t("slips.copy")}
    </Button>
  );
}
