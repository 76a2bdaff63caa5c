// What the office does to terms, for the tests of it: the sample's first term, and the forms as they are sent.
import type { Engine } from "@/db/migrate/migrations";
import { findTermByCode, listTerms } from "@/db/queries/terms";
import type { Store } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { newTermInput, saveTermInput, termDeedInput, type TermForm } from "@/domain/inputs/terms";
import { authorize, type Permission } from "@/domain/permissions";
import { proposeYears } from "@/domain/reporting-years";
import { importBundle } from "@/server/workflows/bundles";
import { readTermState } from "@/server/workflows/terms";
import { addAccount, held } from "./accounts";
import { importer, sampleBundle } from "./bundles";
import { openFreshStore } from "./databases";

export const ON = "2020-08-01" as CalendarDate;
export const AT = "2020-08-01T02:00:00.000Z";

/** The sample's 2015 - 2020, open again where a test changes it, and an office account. */
export async function openFirstTerm(engine: Engine, closed = true) {
  const store = await openFreshStore(engine);
  const bundle = sampleBundle("2015-2020");
  await importBundle(store, importer, { ...bundle, terms: bundle.terms.map((term) => ({ ...term, closed })) });
  return { store, ...(await officeOf(store)), first: (await findTermByCode(store.db, "2015-2020"))! };
}

/** The office's account in a store. */
export async function officeOf(store: Store) {
  const accountId = await addAccount(store, "vanphong");
  const actor = {
    accountId,
    login: "vanphong",
    displayName: "Văn phòng",
    holdings: [held("office", null, "2015-01-01")],
  };
  return { office: <P extends Permission>(permission: P) => authorize(actor, permission, ON) };
}

const next = { startsOn: "2020-07-01" as CalendarDate, endsOn: "2025-06-30" as CalendarDate };

/** The form of 2020 - 2025, calendar years proposed. */
export const nextTerm = (changes: object = {}, from: object | null = null) =>
  newTermInput.parse({
    mode: "save",
    typed: {
      ...{ name: "Nhiệm kỳ 2020 - 2025", code: "2020-2025", ...next, atRiskCountPct: "85", atRiskPoints: "2" },
      ...{ ordinal: "XII", heldOn: "2020-06-26", resolution: "Số 01-NQ/ĐH, ngày 26/6/2020" },
      years: yearsOf(proposeYears(next, "calendar")),
      ...changes,
      from,
    },
  });

export const yearsOf = (years: ReturnType<typeof proposeYears>) =>
  years.map(({ id: code, ...days }) => ({ code, ...days }));

/** A term's form as it is filled from what is stored, with changes. */
export async function formOf(store: Store, termId: string, changes: Partial<TermForm> = {}, mode = "save") {
  const base = (await readTermState(store.db, termId))!;
  return saveTermInput.parse({ termId, mode, base, typed: { ...base, ...changes } });
}

export const deed = (termId: string, reason: string | null = null, mode = "save") =>
  termDeedInput.parse({ termId, mode, typed: {}, reason });

export const states = async (store: Store) => (await listTerms(store.db)).map(({ code, state }) => `${code} ${state}`);
