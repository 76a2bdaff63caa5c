// Starts the daily round of reminder mails with the server; nothing runs where no mail server is configured.
import { Cron } from "croner";
import { clock } from "./clock";
import { settings, type MailSettings } from "./env";
import { log } from "./log";
import { openMailer } from "./mailer";
import { getStore } from "./store";
import { mailReminders } from "./workflows/reminder-mails";

/** Every day at 07:00 in Vietnam, before people begin to work. */
const EVERY_MORNING = "0 7 * * *";

/** Starts the rounds where mail is configured. A round that is still running is not begun twice. */
export function startReminderMails(): void {
  const { mail } = settings();
  if (mail === null) return;
  new Cron(EVERY_MORNING, { timezone: "Asia/Ho_Chi_Minh", protect: true, unref: true }, () => runRound(mail));
}

async function runRound(mail: MailSettings): Promise<void> {
  try {
    const sent = await mailReminders(await getStore(), {
      mailer: openMailer(mail),
      today: clock.today(),
      now: clock.now(),
      address: settings().baseUrl?.href ?? null,
      onFailure: (login, error) => log().warn({ login, err: error }, "a reminder was not mailed"),
    });
    log().info({ sent }, "reminders mailed");
  } catch (error) {
    log().error({ err: error }, "the round of reminders failed");
  }
}
