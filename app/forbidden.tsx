import { ForbiddenMessage } from "@/components/account/forbidden-message";

/** Refused outside the rooms of the product; status 403. */
export default function Forbidden() {
  return <ForbiddenMessage as="page" />;
}
