import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { boundaryOf, type Limits, sentParts } from './multipart.ts'

const limits: Limits = { file: 1000, texts: 500, parts: 10 }
const part = (head: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`--grens\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
const end = Buffer.from('--grens--\r\n')
/** The bytes in pieces of some size, and how much of it was asked for. */
function streamed(bytes: Buffer, size: number) {
  let [at, cancelled] = [0, false]
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(to) {
        if (at >= bytes.length) return to.close()
        to.enqueue(new Uint8Array(bytes.subarray(at, at + size)))
        at += size
      },
      cancel() {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, taken: () => at, cancelled: () => cancelled }
}
const parse = (bytes: Buffer, size = 7) => sentParts(streamed(bytes, size).stream, 'grens', limits)

test('[H24] texts and files come out as they went in, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 90 }),
      async (text, bytes, size) => {
        const sent = await parse(
          Buffer.concat([part('name="words"', text), part('name="file"; filename="a b.txt"', Buffer.from(bytes)), end]),
          size,
        )
        assert.equal(sent.broken, undefined)
        assert.equal(sent.texts.words, Buffer.from(text).toString('utf8'))
        assert.deepEqual([sent.files.file?.name, Buffer.compare(sent.files.file?.bytes as Buffer, Buffer.from(bytes))], ['a b.txt', 0])
      },
    ),
    { numRuns: 50 },
  )
})

test('[H24] a file over the limit stops the reading there; what was typed before it is kept', async () => {
  const long = Buffer.concat([part('name="title"', 'Brief'), part('name="file"; filename="x.txt"', Buffer.alloc(100_000, 'a')), end])
  const { stream, taken, cancelled } = streamed(long, 64)
  const sent = await sentParts(stream, 'grens', limits)
  assert.deepEqual([sent.texts.title, sent.over, sent.files.file], ['Brief', 'file', undefined])
  assert.ok(taken() < 1500, `${taken()} bytes were taken`)
  assert.ok(cancelled())
  const just = await parse(Buffer.concat([part('name="file"; filename="x.txt"', Buffer.alloc(1000, 'a')), end]))
  assert.deepEqual([just.over, just.files.file?.bytes.length], [undefined, 1000])
})

test('[H24] no file chosen is no file; a path in a name is left off', async () => {
  const none = await parse(Buffer.concat([part('name="file"; filename=""', ''), end]))
  assert.deepEqual([none.broken, Object.keys(none.files)], [undefined, []])
  const path = await parse(Buffer.concat([part('name="file"; filename="C:\\map\\..\\brief %22x%22.txt"', 'a'), end]))
  assert.equal(path.files.file?.name, 'brief "x".txt')
})

test('[H24] what does not follow its form is broken, and never waits or grows', async () => {
  const hostile = [
    Buffer.from(''),
    Buffer.from('--other\r\n'),
    Buffer.from('--grens'),
    Buffer.from('--grens\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends'),
    Buffer.from(`--grens\r\n${'x'.repeat(20_000)}`),
    Buffer.from('--grens\r\nX: y\r\n\r\n1\r\n--grens--'),
    part('name="a"', 'x'.repeat(600)),
    Buffer.concat([...Array.from({ length: 20 }, (_, i) => part(`name="f${i}"`, '1')), end]),
  ]
  for (const bytes of hostile) assert.equal((await parse(bytes)).broken, true, bytes.subarray(0, 60).toString())
  const proto = await parse(Buffer.concat([part('name="__proto__"', 'x'), end]))
  assert.deepEqual(Object.keys(proto.texts), ['__proto__'])
})

test('[H24] the boundary is read as it is announced', () => {
  assert.equal(boundaryOf('multipart/form-data; boundary=----WebKitFormBoundaryabc'), '----WebKitFormBoundaryabc')
  assert.equal(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"'), 'a b')
  for (const type of ['', 'multipart/form-data', 'application/x-www-form-urlencoded', `multipart/form-data; boundary=${'a'.repeat(71)}`])
    assert.equal(boundaryOf(type), undefined)
})
