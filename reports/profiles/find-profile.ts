import { hd05 } from "./hd05";
import { hd36 } from "./hd36";
import { nd30 } from "./nd30";
import type { Profile, ProfileId } from "./profile";

const PROFILES: Readonly<Record<ProfileId, Profile>> = { hd05, hd36, nd30 };

/** The profile of a document kind. */
export function findProfile(id: ProfileId): Profile {
  return PROFILES[id];
}
