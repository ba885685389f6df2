import { contract } from './contract.test.ts'
import { freshPglite } from './trial/fresh.ts'

contract('pglite', freshPglite)
