// Every page that an administrator comes to by links, and one of every sort under axe: in English, in dark.
import { walk } from './walk.ts'

process.exitCode = await walk({ role: 'administrator', language: 'en', dark: true })
