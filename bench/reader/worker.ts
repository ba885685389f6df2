// One of the workers of the reader bench: it reads its letters when told to, and says when it is done.
import { parentPort } from 'node:worker_threads'
import { letters, lexicon, reading, text } from './letters.ts'

const by = lexicon()
const bytes = letters()
const round = (): number => {
  let found = 0
  for (const one of bytes) found += reading(text(one), by).citations.length
  return found
}
for (let i = 0; i < 12; i++) round()
parentPort?.postMessage('ready')
parentPort?.on('message', (rounds: number) => {
  const began = process.threadCpuUsage()
  for (let i = 0; i < rounds; i++) round()
  const { user, system } = process.threadCpuUsage(began)
  parentPort?.postMessage((user + system) / 1000)
})
