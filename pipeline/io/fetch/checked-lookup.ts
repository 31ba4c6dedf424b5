import { promises as dns, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { addressFault } from "./public-address.ts";

/** A name → all its IP addresses. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (host) => dns.lookup(host, { all: true });

interface LookupRules {
  readonly resolve: Resolve;
  readonly allowLoopback: boolean;
  /** Told which IP address is not asked, and why. */
  readonly onFault: (fault: string) => void;
}

/**
 * Looks a name up for one connection. The connection uses exactly the addresses that are checked here, so that a name
 * cannot lead to another address a moment later. One address that is not public refuses the name.
 */
export const checkedLookup =
  ({ resolve, allowLoopback, onFault }: LookupRules): LookupFunction =>
  (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const faults = addresses.flatMap(({ address }) => {
          const fault = addressFault(address, allowLoopback);
          return fault === null ? [] : [`${address}, ${fault}`];
        });
        const [first] = addresses;
        if (faults[0] !== undefined) {
          onFault(faults[0]);
          callback(new Error("The address is not public."), []);
        } else if (first === undefined) callback(Object.assign(new Error("No address."), { code: "ENOTFOUND" }), []);
        else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
