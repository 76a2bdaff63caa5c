// Brings the database of DATABASE_URL to this version before the server starts, and fills the demo's empty one.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { backUpSqlite } from "@/db/backup";
import { evidenceFolderIn } from "@/db/evidence-folder";
import { migrate, needsBackup } from "@/db/migrate";
import { MigrationRefused } from "@/db/migrate/migrations";
import { listTerms } from "@/db/queries/terms";
import { findSampleDay } from "@/db/queries/sample-day";
import { isPgUrl, openStore, sqliteFile, type Store } from "@/db/store";
import { readBundleText } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { asCalendarDate, type CalendarDate } from "@/domain/dates";
import { createTranslate, type Translate } from "@/messages/translate";
import { clock, fixToday } from "@/server/clock";
import { settings, SettingsError } from "@/server/env";
import { systemActor } from "@/server/system-actor";
import { BundleRefused, importBundle } from "@/server/workflows/bundles";
import { createDemoAccounts, DEMO_PASSWORD } from "@/server/workflows/demo-accounts";
import { issueFirstRunCode } from "@/server/workflows/first-run";
import { terminalLocale } from "./terminal-locale";

const SAMPLES = "samples";

/** Migrates; with `--demo` brings sample and accounts, otherwise a code for the first run. Gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const translate = createTranslate(terminalLocale());
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const url = settings().databaseUrl;
    await bringUpToDate(url, translate, say);
    const store = await openStore(url);
    try {
      if (args.includes("--demo")) await fillDemo(store, translate, say);
      else await offerFirstRun(store, translate, say);
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${refusalText(error, translate)}\n`);
    return 1;
  }
}

type Say = (line: string) => void;

async function bringUpToDate(url: string, translate: Translate, say: Say): Promise<void> {
  if (!isPgUrl(url)) mkdirSync(dirname(sqliteFile(url)), { recursive: true });
  if (needsBackup(url)) {
    say(translate("prepare.backedUp", { file: backUpSqlite(sqliteFile(url), clock.realNow().toISOString()) }));
    const folder = evidenceFolderIn(settings().dataDirectory);
    if (existsSync(folder)) say(translate("prepare.evidenceBeside", { folder }));
  }
  const applied = await migrate(url);
  if (applied.length > 0) say(translate("prepare.migrated", { count: applied.length }));
}

async function fillDemo(store: Store, translate: Translate, say: Say): Promise<void> {
  if ((await listTerms(store.db)).length === 0) {
    const bundles = readdirSync(SAMPLES)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => readSample(join(SAMPLES, name)));
    fixToday(sampleDay(bundles));
    for (const bundle of bundles) {
      const terms = await importBundle(store, systemActor("bundles.import", clock.today()), bundle);
      say(translate("prepare.imported", { terms: terms.join(", ") }));
    }
  }
  fixToday(await findSampleDay(store.db));
  await createDemoAccounts(store, systemActor("accounts.manage", clock.today()));
  say(translate("prepare.demoAccounts", { password: DEMO_PASSWORD }));
}

function readSample(file: string): Bundle {
  const reading = readBundleText(readFileSync(file, "utf8"));
  if (!reading.ok) throw new BundleRefused(reading.problems);
  return reading.bundle;
}

/** The day that the samples open at, so that their import stands in the log on the demo's own today. */
function sampleDay(bundles: readonly Bundle[]): CalendarDate | null {
  const days = bundles.flatMap(({ terms }) => terms.map(({ settings }) => settings?.viewAsOf ?? null));
  const last = days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last === undefined ? null : asCalendarDate(last);
}

async function offerFirstRun(store: Store, translate: Translate, say: Say): Promise<void> {
  const code = await issueFirstRunCode(store, clock.realNow());
  if (code) say(translate("prepare.firstRunCode", { code }));
}

function refusalText(error: unknown, translate: Translate): string {
  if (error instanceof MigrationRefused) return translate("prepare.refused", { reason: error.message });
  if (error instanceof BundleRefused) {
    return error.problems
      .map(({ path, code, values }) => `${path}: ${translate(`bundle.problems.${code}`, values)}`)
      .join("\n");
  }
  if (error instanceof SettingsError) return error.message;
  throw error;
}
