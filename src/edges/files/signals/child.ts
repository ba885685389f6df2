// The process in which one message or one feed is read: bytes on standard input, one line of JSON on standard output. What kind it is stands
// behind the file's name on the command line.
import { readFileSync } from 'node:fs'
import { signalsOf } from './feed.ts'
import { mailOf } from './mail.ts'

const bytes = new Uint8Array(readFileSync(0))
const answer = process.argv[2] === 'feed' ? signalsOf(bytes) : [await mailOf(bytes)]
process.stdout.write(`${JSON.stringify(answer)}\n`)
