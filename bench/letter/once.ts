// One reader process of the letter bench: what `src/edges/files/apart/child.ts` does, with a clock between the steps.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { compileLexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../src/rooms/sources/read/read.ts'
import { decode } from '../../src/rooms/sources/read/text/decode.ts'

const [, , path = '', words = '', turns = '1'] = process.argv

interface Clock {
  wall: number
  cpu: number
}
function clocked<T>(run: () => T): readonly [T, Clock] {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const result = run()
  const [took, { user, system }] = [performance.now() - wall, process.cpuUsage(cpu)]
  return [result, { wall: took, cpu: (user + system) / 1000 }]
}

const loaded = performance.now()
const [lexicon, compiling] = clocked(() => compileLexicon(JSON.parse(readFileSync(words, 'utf8'))))
if (refused(lexicon)) throw new Error(lexicon.do.en)
const bytes = readFileSync(path)
const one = () => {
  const decoded = decode(bytes)
  if (refused(decoded)) throw new Error(decoded.do.en)
  const { text, encoding } = decoded
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return read(text, { id: null, date: day('2024-12-06'), lexicon, sha256, encoding })
}
const [reading, first] = clocked(one)
/** The peer: every word of the same text found once, by the engine's own regular expressions. */
const text = bytes.toString('utf8')
const loop = () => {
  let letters = 0
  for (const [word] of text.matchAll(/\p{L}+/gu)) letters += word.length
  return letters
}
const [letters, firstLoop] = clocked(loop)
const [warm, loops]: [Clock[], Clock[]] = [[], []]
for (let turn = 1; turn < Number(turns); turn++) {
  warm.push(clocked(one)[1])
  loops.push(clocked(loop)[1])
}
process.stdout.write(
  JSON.stringify({ loaded, compiling, first, firstLoop, warm, loops, letters, bytes: bytes.length, found: reading.commitments.length }),
)
