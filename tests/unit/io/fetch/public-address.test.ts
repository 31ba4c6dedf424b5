import { describe, expect, it } from "vitest";
import { addressFault } from "#pipeline/io/fetch/public-address.ts";

describe("an address of the public internet", () => {
  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2606:4700::1111",
    "2a00:1450:4001::1",
  ])("such as %s may be asked", (address) => {
    expect(addressFault(address, false)).toBeNull();
  });
});

describe("an address that is not public", () => {
  it.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.0",
    "10.255.255.255",
    "100.64.0.0",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.255",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.0",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.255.255",
    "198.18.0.1",
    "198.19.255.255",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:1.1.1.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::1.1.1.1",
    "64:ff9b:1::a00:7",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "127.1",
    "localhost",
    "",
  ])("such as %s is not asked", (address) => {
    expect(addressFault(address, false)).toMatch(/^(an?|something) /u);
  });
});

describe("with loopback allowed", () => {
  it.each(["127.0.0.1", "127.8.9.10", "::1"])("%s may be asked", (address) => {
    expect(addressFault(address, true)).toBeNull();
  });

  it.each([
    "10.0.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "::",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "fe80::1",
    "fd00::1",
  ])("%s is still not asked", (address) => {
    expect(addressFault(address, true)).not.toBeNull();
  });
});
