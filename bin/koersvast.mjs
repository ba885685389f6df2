#!/usr/bin/env node
// Koersvast installed as a package. Nothing is set up here: npm has done that, and the package asks for Node 24.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(`Koersvast needs Node.js 24 or newer; this is ${process.versions.node}. Install it from https://nodejs.org.`)
  process.exit(1)
}
await import('../tools/load.mjs')
await import('../src/start.ts')
