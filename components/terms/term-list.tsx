import { useTranslations } from "next-intl";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import { useProseCount } from "@/components/ui/use-count-text";
import { useDateText } from "@/components/ui/use-date-text";
import type { TermListItem } from "@/server/loaders/term-settings";

/** All terms, newest first, each with its state. */
export function TermList({ terms }: { readonly terms: readonly TermListItem[] }) {
  const t = useTranslations("termSettingsPage");
  const dateText = useDateText();
  const prose = useProseCount();
  const running = terms.filter(({ state }) => state === "running").length;
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-page-phone md:text-page">
        {t("list.title", { count: terms.length, shown: prose(terms.length), running: prose(running) })}
      </h1>
      <p>
        <ButtonLink variant="primary" href="/settings/terms/new">
          {t("list.new")}
        </ButtonLink>
      </p>
      {terms.length > 0 && (
        <Table caption={t("list.caption")}>
          <TableHead>
            <tr>
              <HeadCell>{t("list.name")}</HeadCell>
              <HeadCell className="max-sm:hidden">{t("list.days")}</HeadCell>
              <HeadCell>{t("list.state")}</HeadCell>
            </tr>
          </TableHead>
          <tbody>
            {terms.map(({ code, name, state, startsOn, endsOn }) => {
              const span = t("list.span", { from: dateText(startsOn), to: dateText(endsOn) });
              return (
                <Row key={code}>
                  <HeadCell scope="row">
                    <Link href={`/settings/terms/${encodeURIComponent(code)}`} className="underline">
                      {name}
                    </Link>
                    <span className="figure block text-small font-normal text-quiet sm:hidden">{span}</span>
                  </HeadCell>
                  <Cell className="figure max-sm:hidden">{span}</Cell>
                  <Cell className="whitespace-nowrap">{t(`state.${state}`)}</Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
    </div>
  );
}
