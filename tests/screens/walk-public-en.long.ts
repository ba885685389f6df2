// Every page that a public reader comes to by links, and one of every sort under axe: in English, in dark.
import { walk } from './walk.ts'

process.exitCode = await walk({ role: null, language: 'en', dark: true })
