import { BlockList, isIP } from 'node:net'

/*
 * Addresses that a request to the outside may never reach: the machine itself, its network, the cloud's metadata, and every form in
 * which an IPv6 address carries one of those. Source: the special-purpose registries of IANA (RFC 6890 and its updates).
 */

const closed4 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed4.addSubnet(net, bits, 'ipv4')

/** Only global unicast is open, without what lies inside it for documents, tunnels and benchmarks. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(net, bits, 'ipv6')

/** Whether an address in canonical form (as a resolver or `new URL` gives it) may be reached. */
export function reachable(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%')[0] as string
  const family = isIP(plain)
  if (family === 4) return !closed4.check(plain, 'ipv4')
  // Mapped, translated (64:ff9b::) and 6to4 forms lie outside global unicast or in the closed part of it.
  return family === 6 && open6.check(plain, 'ipv6') && !closed6.check(plain, 'ipv6')
}

/** A host that is an address itself is never looked up: it is judged as it stands. `new URL` has made `127.1` and `0x7f000001` plain. */
export const literal = (host: string): boolean => isIP(host.replace(/^\[|\]$/g, '')) !== 0
