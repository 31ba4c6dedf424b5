import { promises as dns, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { codeOf } from "../system-error.ts";
import { addressFault } from "./public-address.ts";

/** A name → all its IP addresses. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (host) => dns.lookup(host, { all: true });

interface LookupRules {
  readonly resolve: Resolve;
  readonly allowLoopback: boolean;
  /** Told why the name is not asked: which IP address is not public, or that it has none. */
  readonly onFault: (code: "address-not-public" | "address-unknown-host", detail: string) => void;
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
          onFault("address-not-public", faults[0]);
          callback(new Error("The address is not public."), []);
        } else if (first === undefined) {
          onFault("address-unknown-host", host);
          callback(new Error("The name has no address."), []);
        } else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => {
        // Without a code, the error is a bug and no answer of a name server.
        if (codeOf(error) !== null) onFault("address-unknown-host", host);
        callback(error, []);
      },
    );
  };
