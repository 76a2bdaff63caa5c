import { expect } from "vitest";
import { DomainError } from "@/domain/errors";

/** The refusal that a piece of work ends with. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}
