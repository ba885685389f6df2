// Every page that an administrator comes to by links, and one of every sort under axe: in Dutch, in light.
import { walk } from './walk.ts'

process.exitCode = await walk({ role: 'administrator', language: 'nl', dark: false })
