// Reminders by mail: one mail a person and day, each turn once, nothing where the office has not turned it on.
import { listAccounts, listRoleHoldings, type AccountRow } from "@/db/queries/accounts";
import { listPreferences } from "@/db/queries/preferences";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import {
  deleteRemindersBefore,
  deleteSentReminders,
  insertSentReminders,
  listSentReminders,
} from "@/db/queries/sent-reminders";
import type { ReadDb, Store } from "@/db/store";
import { addDays, type CalendarDate } from "@/domain/dates";
import { languageOf, type Language } from "@/domain/languages";
import { createTranslate } from "@/messages/translate";
import { readReminders, type Reminder } from "../loaders/account-reminders";
import type { Mail, Mailer } from "../mailer";

/** A term's worth of turns is never asked for again. */
const KEPT_DAYS = 400;

export interface MailRound {
  readonly mailer: Mailer;
  readonly today: CalendarDate;
  /** UTC. */
  readonly now: string;
  /** Where the product is found; null where no address is configured. */
  readonly address: string | null;
  /** Told of a mail that did not go out; its reminders are sent with the next round. */
  readonly onFailure: (login: string, error: unknown) => void;
}

interface Recipient {
  readonly account: AccountRow;
  readonly mail: string;
  readonly locale: Language;
  readonly reminders: readonly Reminder[];
}

/**
 * Sends what is due today and was not sent yet; gives how many mails went out. Reminders are noted as sent before the
 * mail goes, so that a crash between the two loses a reminder rather than sending it every day.
 */
export async function mailReminders(store: Store, round: MailRound): Promise<number> {
  const recipients = await store.read((db) => readRecipients(db, round.today));
  const before = `${addDays(round.today, -KEPT_DAYS)}T00:00:00.000Z`;
  await store.transact((tx) => deleteRemindersBefore(tx, before));
  let sent = 0;
  for (const recipient of recipients) if (await remind(store, recipient, round)) sent += 1;
  return sent;
}

async function readRecipients(db: ReadDb, today: CalendarDate): Promise<readonly Recipient[]> {
  if (!(await readReportingSettings(db)).sendsMail) return [];
  const addresses = await listPreferences(db, "mail");
  const languages = await listPreferences(db, "mail_language");
  const recipients: Recipient[] = [];
  for (const account of await listAccounts(db)) {
    const mail = addresses.get(account.id);
    if (mail === undefined || account.suspended) continue;
    const actor = { ...account, accountId: account.id, holdings: await listRoleHoldings(db, account.id) };
    const locale = languageOf(languages.get(account.id)) ?? "vi";
    const wording = { locale, t: createTranslate(locale) };
    recipients.push({ account, mail, locale, reminders: await readReminders(db, actor, today, wording) });
  }
  return recipients;
}

async function remind(store: Store, recipient: Recipient, round: MailRound): Promise<boolean> {
  const { account, reminders } = recipient;
  const fresh = await store.transact(async (tx) => {
    const known = await listSentReminders(
      tx,
      account.id,
      reminders.map(({ key }) => key),
    );
    const unsent = reminders.filter(({ key }) => !known.has(key));
    await insertSentReminders(tx, account.id, keysOf(unsent), round.now);
    return unsent;
  });
  if (fresh.length === 0) return false;
  try {
    await round.mailer.send(writeMail(recipient, fresh, round.address));
    return true;
  } catch (error) {
    await store.transact((tx) => deleteSentReminders(tx, account.id, keysOf(fresh)));
    round.onFailure(account.login, error);
    return false;
  }
}

function keysOf(reminders: readonly Reminder[]): readonly string[] {
  return reminders.map(({ key }) => key);
}

function writeMail({ account, mail, locale }: Recipient, reminders: readonly Reminder[], address: string | null): Mail {
  const t = createTranslate(locale);
  const lines = reminders.map(({ text }) => `- ${text}`);
  const where = address === null ? [] : ["", t("reminders.where", { address })];
  return {
    to: mail,
    subject: t("reminders.subject", { count: reminders.length }),
    text: [t("reminders.greeting", { name: account.displayName }), "", ...lines, ...where].join("\n"),
  };
}
