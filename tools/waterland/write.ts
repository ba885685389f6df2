// sh tools/run.sh node tools/waterland/write.ts: writes packs/waterland from tools/waterland/hand and the texts that stand there already.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { files } from './pack.ts'

const folder = join(import.meta.dirname, '../../packs/waterland')
const made = files()
for (const [name, text] of made) writeFileSync(join(folder, name), text)
console.log(`${made.size} files written to packs/waterland`)
