// What was asked and answered in an explanation: in a bundle one question and one answer, or a list of all messages.
import type { BundleExplanation, BundleMessage } from "./figure-schema";

/** The keys of one question and one answer; a list of messages stands in their place. */
export const SHORT_FORM = ["askedOn", "question", "answeredOn", "answer"] as const;

type ShortForm = Pick<BundleExplanation, (typeof SHORT_FORM)[number]>;

/** Every message of an explanation, oldest first, whichever way it is told; one that says nothing is none. */
export function messagesOf({ messages, question, askedOn, answer, answeredOn }: BundleExplanation): BundleMessage[] {
  const short: readonly BundleMessage[] = [
    { kind: "question", on: askedOn, text: question },
    { kind: "answer", on: answeredOn, text: answer },
  ];
  return (messages?.length ? messages : short)
    .map(({ kind, on, text }) => ({ kind, on: on ?? undefined, text: text || undefined }))
    .filter(({ on, text }) => on !== undefined || text !== undefined);
}

/** The first question and the last answer: what reports print of an explanation. */
export function shortFormOf(messages: readonly BundleMessage[]): ShortForm {
  const question = messages.find(({ kind }) => kind === "question");
  const answer = messages.findLast(({ kind }) => kind === "answer");
  return { askedOn: question?.on, question: question?.text, answeredOn: answer?.on, answer: answer?.text };
}

/** The explanation in its one form: a list of messages only where the short form would lose or reorder one. */
export function canonicalExplanation(explanation: BundleExplanation): BundleExplanation {
  const messages = messagesOf(explanation);
  const { id, target, unit, measure, period, answerBy, state } = explanation;
  const about = { id, target, unit, measure, period, answerBy, state };
  const short = { ...about, ...shortFormOf(messages) };
  return JSON.stringify(messagesOf(short)) === JSON.stringify(messages) ? short : { ...about, messages };
}
