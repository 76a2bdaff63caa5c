// The page that the overview's speed is held against must show what the overview shows, or the comparison is void.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { authorize } from "@/domain/permissions";
import { readOverview } from "@/server/loaders/overview-reading";
import { readShell } from "@/server/loaders/shell";
import { importBundle } from "@/server/workflows/bundles";
import { held } from "../../support/accounts";
import { importer, sampleBundle } from "../../support/bundles";
import { openFreshStore } from "../../support/databases";

const FILE = "app/bench/overview/constants.json";
const today = asCalendarDate("2023-06-30");

it("holds the overview of the sample as its loaders give it (written anew with UPDATE_BENCH=1)", async () => {
  const store = await openFreshStore("sqlite");
  for (const term of ["2015-2020", "2020-2025"] as const) await importBundle(store, importer, sampleBundle(term));
  const office = { accountId: "a", login: "vanphong", displayName: "Văn phòng Đảng ủy" };
  const actor = { ...office, holdings: [held("office", null, "2020-01-01")] };
  const constants = await store.read(async (db) => ({
    shell: await readShell(db, authorize(actor, "account.own", today), false),
    view: await readOverview(db, { query: {}, today, locale: "vi" }, true),
  }));
  if (process.env.UPDATE_BENCH) writeFileSync(FILE, `${JSON.stringify(constants, null, 2)}\n`);
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(JSON.parse(JSON.stringify(constants)));
});
