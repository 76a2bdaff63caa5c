"use client"; // the choices are read from the address, which changes without the header being loaded again

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import type { ShellTerm } from "@/server/loaders/shell";
import type { ViewState } from "@/server/loaders/view-state";
import { AsOfForm } from "./as-of-form";
import { MenuLink } from "./menu-link";
import { useDateText } from "@/components/ui/use-date-text";
import { useViewState } from "./use-view-state";
import { viewAddress } from "./view-address";

const BASES = ["accepted", "provisional"] as const;

interface ViewControlsProps {
  readonly terms: readonly ShellTerm[];
  readonly defaultTermId: string | null;
}

/** Term, day and basis of the page, for the pages that show them. Every choice is an address. */
export function ViewControls({ terms, defaultTermId }: ViewControlsProps) {
  const t = useTranslations("nav");
  const dateText = useDateText();
  const path = usePathname();
  const view = useViewState(terms, defaultTermId);
  if (!view || !showsView(path)) return null;
  const { term, state } = view;
  const otherTermPath = pathInOtherTerm(path);
  return (
    <>
      <DisclosureMenu
        label={
          <span className="font-semibold">
            <TermName term={term} />
          </span>
        }
      >
        {terms.map((one) => (
          <MenuLink
            key={one.id}
            current={one.id === term.id}
            href={one.id === term.id ? viewAddress(path, state) : viewAddress(otherTermPath, { termId: one.id })}
          >
            <TermName term={one} />
          </MenuLink>
        ))}
      </DisclosureMenu>
      <DisclosureMenu label={<Choice label={t("asOf")}>{dateText(state.asOf)}</Choice>}>
        <AsOfForm path={path} term={term} state={state} />
      </DisclosureMenu>
      {!showsTasks(path) && <BasisMenu path={path} state={state} />}
    </>
  );
}

/** A term by its name; a draft says that it is one. */
function TermName({ term: { name, isDraft } }: { readonly term: ShellTerm }) {
  const t = useTranslations("nav");
  return (
    <span className="figure">
      {name}
      {isDraft && <span className="font-normal text-quiet"> ({t("draftTerm")})</span>}
    </span>
  );
}

function BasisMenu({ path, state }: { readonly path: string; readonly state: ViewState }) {
  const t = useTranslations("nav.basis");
  return (
    <DisclosureMenu
      label={
        <Choice label={t("label")} labelHidden>
          {t(state.basis)}
        </Choice>
      }
    >
      {BASES.map((basis) => (
        <MenuLink key={basis} current={basis === state.basis} href={viewAddress(path, { ...state, basis })}>
          <span className="block">{t(basis)}</span>
          <span className="block text-small font-normal text-quiet">{t(`${basis}Meaning`)}</span>
        </MenuLink>
      ))}
    </DisclosureMenu>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly children: ReactNode;
}

function Choice({ label, labelHidden = false, children }: ChoiceProps) {
  return (
    <span className="figure">
      <span className={labelHidden ? "sr-only" : "text-quiet max-lg:sr-only"}>{label}</span>{" "}
      <span className="font-semibold">{children}</span>
    </span>
  );
}

function showsView(path: string): boolean {
  return path === "/" || path === "/units" || path.startsWith("/targets/") || showsTasks(path);
}

/** Tasks are reported as they are: no basis changes them. */
function showsTasks(path: string): boolean {
  return path === "/tasks" || path.startsWith("/tasks/");
}

/** The code of a target or task belongs to its term: another term opens at the page that lists its own. */
function pathInOtherTerm(path: string): string {
  if (path.startsWith("/targets/")) return "/";
  return path.startsWith("/tasks/") ? "/tasks" : path;
}
