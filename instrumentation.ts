/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { settings } = await import("@/server/env");
  const { guardForwardedHeaders } = await import("@/server/forwarded-headers");
  guardForwardedHeaders(settings().trustedProxies);
  const { startReminderMails } = await import("@/server/reminder-clock");
  startReminderMails();
}
