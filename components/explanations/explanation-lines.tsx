import { useTranslations } from "next-intl";
import Link from "next/link";
import { useDateText } from "@/components/ui/use-date-text";
import type { ExplanationItem } from "@/server/loaders/explanation-views";
import { threadAddress } from "./explanation-address";
import { ExplanationMark } from "./explanation-mark";

/** Questions one below the other: what each is about, whom it asks, what was asked last, and where it stands. */
export function ExplanationLines({ items }: { readonly items: readonly ExplanationItem[] }) {
  return (
    <ul className="border-b border-hairline">
      {items.map((item) => (
        <li
          key={`${item.termCode} ${item.code}`}
          className="grid gap-x-6 gap-y-1 border-t border-hairline py-2.5 md:grid-cols-[minmax(0,1fr)_15rem] print:break-inside-avoid"
        >
          <div className="grid min-w-0 gap-0.5">
            <p>
              <Link href={threadAddress(item)} className="font-semibold underline">
                {item.title}
              </Link>{" "}
              <span className="inline-block text-quiet">· {item.unitName}</span>
            </p>
            <p className="line-clamp-2 text-small break-words print:line-clamp-none">{item.question}</p>
          </div>
          <div className="grid content-start text-small">
            <ExplanationMark status={item.status} />
            <Days item={item} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** When it was asked, and while it is open by when an answer is asked for. */
export function Days({ item }: { readonly item: ExplanationItem }) {
  const t = useTranslations("explanations.days");
  const dateText = useDateText();
  const { askedOn, answerBy, overdue } = item;
  return (
    <>
      {askedOn !== null && <span className="text-quiet">{t("asked", { date: dateText(askedOn) })}</span>}
      {item.status === "open" && answerBy !== null && (
        <span className={overdue ? "font-semibold text-attention" : "text-quiet"}>
          {t(overdue ? "overdue" : "answerBy", { date: dateText(answerBy) })}
        </span>
      )}
    </>
  );
}
