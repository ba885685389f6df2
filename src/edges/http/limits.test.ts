import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Buckets, limitsOf, networkOf } from './limits.ts'

const limit = { burst: 3, perMinute: 6 }

test('[H33] as many at once as the burst, then one each time a part of a minute has passed', () => {
  const buckets = new Buckets()
  assert.deepEqual(
    [0, 0, 0, 0].map(now => buckets.take('a', limit, now)),
    [0, 0, 0, 10],
  )
  assert.equal(buckets.take('b', limit, 0), 0)
  assert.equal(buckets.take('a', limit, 9_000), 1)
  assert.equal(buckets.take('a', limit, 10_000), 0)
  assert.equal(buckets.take('a', limit, 10_000), 10)
  // A clock that goes back gives nothing away.
  assert.ok(buckets.take('a', limit, 0) > 0)
})

test('[H33] who waits as long as was said is let in, and no more come through than the limit allows', () => {
  const steps = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(steps, gaps => {
      const buckets = new Buckets()
      let [now, through] = [0, 0]
      for (const gap of gaps) {
        now += gap
        const wait = buckets.take('a', limit, now)
        if (wait === 0) through++
        else {
          now += wait * 1000
          assert.equal(buckets.take('a', limit, now), 0)
          through++
        }
      }
      assert.ok(through <= limit.burst + (now / 60_000) * limit.perMinute + 1e-6)
    }),
  )
})

test('[H33] addresses without end do not fill the memory', () => {
  const buckets = new Buckets()
  for (let i = 0; i < 60_000; i++) buckets.take(`a${i}`, limit, i)
  assert.equal(buckets.size, 50_000)
})

test('[H33] of an IPv6 address its network counts', () => {
  const table: readonly (readonly [string, string])[] = [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ]
  for (const [address, network] of table) assert.equal(networkOf(address), network, address)
})

test('[H33] 0 is no limit', () => {
  const buckets = new Buckets()
  const { anonymous } = limitsOf({ limits: { signIn: 30, anonymous: 0 }, proxied: false })
  for (let i = 0; i < 10_000; i++) assert.equal(buckets.take('a', anonymous, 0), 0)
})
