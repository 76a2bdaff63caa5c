import { useTranslations } from "next-intl";
import { Cell, HeadCell, Row, Table, TableHead } from "@/components/ui/table";
import type { TermLinksView } from "@/server/loaders/term-links";
import { LinkForm } from "./link-form";

/** How the targets of a term go back to the term before: to edit, or to read once the term is closed. */
export function TermLinks({ view }: { readonly view: TermLinksView }) {
  const t = useTranslations("termSettingsPage.links");
  const { isClosed, stored, targets, previous } = view;
  if (previous.termCode === null) return <h1 className="max-w-form text-page-phone md:text-page">{t("noPrevious")}</h1>;
  const count = (kind: string) => stored.links.filter((link) => link.kind === kind).length;
  const linked = count("same") + count("redefined");
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-page-phone md:text-page">
        {t("title", { linked, count: targets.length, name: previous.termName ?? previous.termCode })}
      </h1>
      <p className="text-quiet">{t(targets.length === 0 ? "empty" : "hint")}</p>
      {targets.length > 0 &&
        (isClosed ? <LinkTable view={view} /> : <LinkForm key={JSON.stringify(stored)} {...view} />)}
    </div>
  );
}

function LinkTable({ view: { stored, targets, previous } }: { readonly view: TermLinksView }) {
  const t = useTranslations();
  const page = useTranslations("termSettingsPage.links");
  return (
    <Table caption={page("caption")}>
      <TableHead>
        <tr>
          <HeadCell>{page("target")}</HeadCell>
          <HeadCell>{page("kind")}</HeadCell>
          <HeadCell>{page("previous")}</HeadCell>
          <HeadCell>{t("termSettings.reason")}</HeadCell>
        </tr>
      </TableHead>
      <tbody>
        {stored.links.map(({ targetId, kind, previousTargetCode, reason }) => (
          <Row key={`${targetId} ${previousTargetCode}`}>
            <HeadCell scope="row">{targets.find(({ id }) => id === targetId)?.name ?? "-"}</HeadCell>
            <Cell className="whitespace-nowrap">
              {kind === "dropped" ? t("termSettings.carry.kind.dropped") : t(`termSettings.links.kind.${kind}`)}
            </Cell>
            <Cell>{previous.targets.find(({ code }) => code === previousTargetCode)?.name ?? "-"}</Cell>
            <Cell className="min-w-40">{reason}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
