// The process in which the tables of one file are read: bytes on standard input, one line of JSON on standard output. The name of the file stands
// behind this one's on the command line.
import { readFileSync } from 'node:fs'
import { sheetsIn } from './sheets.ts'

process.stdout.write(`${JSON.stringify(sheetsIn(new Uint8Array(readFileSync(0)), process.argv[2] ?? ''))}\n`)
