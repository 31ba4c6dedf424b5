import { BlockList, isIP } from "node:net";

type Family = "ipv4" | "ipv6";
type Range = readonly [network: string, prefix: number, name: string];

/** IPv4 networks that are not globally reachable: IANA's registry of special-purpose addresses (RFC 6890), and more. */
const SPECIAL_IPV4: readonly Range[] = [
  ["0.0.0.0", 8, "an unspecified address"],
  ["10.0.0.0", 8, "a private address"],
  ["100.64.0.0", 10, "an address shared by the customers of a provider"],
  ["127.0.0.0", 8, "a loopback address"],
  ["169.254.0.0", 16, "a link-local address"],
  ["172.16.0.0", 12, "a private address"],
  ["192.0.0.0", 24, "an address reserved for protocols"],
  ["192.0.2.0", 24, "an address reserved for examples"],
  ["192.31.196.0", 24, "an address reserved for protocols"],
  ["192.52.193.0", 24, "an address reserved for protocols"],
  ["192.88.99.0", 24, "an address of an IPv6 relay"],
  ["192.168.0.0", 16, "a private address"],
  ["192.175.48.0", 24, "an address reserved for protocols"],
  ["198.18.0.0", 15, "an address reserved for measurements"],
  ["198.51.100.0", 24, "an address reserved for examples"],
  ["203.0.113.0", 24, "an address reserved for examples"],
  ["224.0.0.0", 4, "a multicast address"],
  ["240.0.0.0", 4, "a reserved address"],
  // Public by its number, but inside a cloud it is the provider's own service for its machines.
  ["168.63.129.16", 32, "an address of a metadata service"],
];

/** Named for the message. What is not in this list is allowed only if it is in `GLOBAL_IPV6`. */
const SPECIAL_IPV6: readonly Range[] = [
  ["::", 128, "an unspecified address"],
  ["::1", 128, "a loopback address"],
  ["::ffff:0:0", 96, "an IPv4 address written as IPv6"],
  ["::", 96, "an IPv4 address written as IPv6"],
  ["64:ff9b::", 96, "an IPv4 address translated to IPv6"],
  ["64:ff9b:1::", 48, "an IPv4 address translated to IPv6"],
  ["2001::", 23, "an address reserved for protocols"],
  ["2001:db8::", 32, "an address reserved for examples"],
  ["2002::", 16, "an IPv4 address translated to IPv6"],
  ["2620:4f:8000::", 48, "an address reserved for protocols"],
  ["3fff::", 20, "an address reserved for examples"],
  ["fc00::", 7, "a private address"],
  ["fe80::", 10, "a link-local address"],
  ["fec0::", 10, "a private address"],
  ["ff00::", 8, "a multicast address"],
];

/** The part of IPv6 that is in use for the internet (RFC 4291, section 2.4): what is outside is refused, known or not. */
const GLOBAL_IPV6 = listOf("2000::", 3, "ipv6");

const LOOPBACK = { ipv4: listOf("127.0.0.0", 8, "ipv4"), ipv6: listOf("::1", 128, "ipv6") };

const SPECIAL = { ipv4: named(SPECIAL_IPV4, "ipv4"), ipv6: named(SPECIAL_IPV6, "ipv6") };

/**
 * Why an IP address is not asked, such as `a private address`; `null` if it may be. With `allowLoopback`, loopback
 * addresses may be asked, but none that is written as another kind.
 */
export function addressFault(address: string, allowLoopback: boolean): string | null {
  // A zone, as in fe80::1%eth0, only says through which interface to go.
  const [ip = ""] = address.split("%");
  const version = isIP(ip);
  if (version === 0) return "something that is not an IP address";
  const family = version === 4 ? "ipv4" : "ipv6";
  if (allowLoopback && LOOPBACK[family].check(ip, family)) return null;
  const special = SPECIAL[family].find(({ list }) => list.check(ip, family));
  if (special !== undefined) return special.name;
  return family === "ipv4" || GLOBAL_IPV6.check(ip, family) ? null : "a reserved address";
}

function named(ranges: readonly Range[], family: Family): readonly { list: BlockList; name: string }[] {
  return ranges.map(([network, prefix, name]) => ({ list: listOf(network, prefix, family), name }));
}

function listOf(network: string, prefix: number, family: Family): BlockList {
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list;
}
