import * as z from "zod";
import { rule } from "./text";

export const localeInput = z.object({ locale: z.enum(["vi", "en"], rule("bad_choice")) });
