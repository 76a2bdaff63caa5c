import { pino, type Logger } from "pino";
import { settings } from "./env";

let logger: Logger | undefined;

/** The process's log: one JSON line an event on standard output. What people type never goes in. */
export function log(): Logger {
  return (logger ??= pino({ level: settings().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
}
