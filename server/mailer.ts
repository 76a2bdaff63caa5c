import { createTransport } from "nodemailer";
import type { MailSettings } from "./env";

/** A mail as plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails; rejects when the mail server does not take one. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<void>;
}

const TIMEOUT_MS = 20_000;

/** The mail server of the settings. Nothing is fetched for a mail: it is text alone. */
export function openMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true },
    { from },
  );
  return {
    send: async (mail) => {
      await transport.sendMail(mail);
    },
  };
}
