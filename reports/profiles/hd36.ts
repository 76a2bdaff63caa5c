import { hd05 } from "./hd05";
import type { Profile } from "./profile";

/** Party documents before 2026 (Hướng dẫn 36-HD/VPTW, 2018): set as its successor is. */
export const hd36: Profile = { ...hd05, id: "hd36" };
