// Loaded before every test: a console.error or console.warn that the test did not expect makes it fail.
import { afterEach, beforeEach, expect, vi, type MockInstance } from "vitest";

let spies: MockInstance<(...data: unknown[]) => void>[] = [];

beforeEach(() => {
  spies = [
    vi.spyOn(console, "error").mockImplementation(() => undefined),
    vi.spyOn(console, "warn").mockImplementation(() => undefined),
  ];
});

afterEach(() => {
  const unexpected = spies.flatMap((spy) => spy.mock.calls);
  spies.forEach((spy) => spy.mockRestore());
  expect(unexpected, "console.error or console.warn was called; silence it with expectConsole()").toEqual([]);
});

/** Declares that this test provokes console output: returns the calls so far (each a list of arguments) and forgets them. */
export function expectConsole(): unknown[][] {
  const calls = spies.flatMap((spy) => spy.mock.calls);
  spies.forEach((spy) => spy.mockClear());
  return calls;
}
