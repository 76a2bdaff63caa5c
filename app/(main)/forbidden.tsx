import { ForbiddenMessage } from "@/components/account/forbidden-message";

/** Refused inside the rooms: the header stays, so that the way back is at hand. Status 403. */
export default function Forbidden() {
  return <ForbiddenMessage as="message" />;
}
