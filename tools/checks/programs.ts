// Checks that are programs of others, run on the Node that runs this.
import { spawn } from 'node:child_process'
import type { Check } from './tree.ts'

function program(name: string, ...args: string[]): Check {
  return {
    name,
    breaches: root =>
      new Promise(resolve => {
        const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
        const said: Buffer[] = []
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
        child.on('error', error => resolve([error.message]))
        child.on('close', code =>
          resolve(code === 0 ? [] : [Buffer.concat(said).toString('utf8').trim() || `${name} ended with code ${code}`]),
        )
      }),
  }
}

export const types = program('types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')
export const biome = program('biome', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off')
export const unused = program('unused (knip)', 'node_modules/knip/bin/knip.js', '--no-progress')
export const drift = program('generated docs', '--import', './tools/load.mjs', 'tools/generate.ts', '--check')
