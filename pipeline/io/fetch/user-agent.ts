import { repository } from "#schemas/addresses.ts";
import { dataset } from "#schemas/dataset.ts";

/** The name that a robots.txt can address. */
export const PRODUCT: string = dataset.name;

/** Who asks, and where to complain. While the project has no address, it names none, because a wrong one helps nobody. */
export const USER_AGENT = repository === null ? PRODUCT : `${PRODUCT} (+${repository})`;
