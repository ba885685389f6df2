import { contract } from './contract.test.ts'
import { freshPostgres } from './trial/fresh.ts'

contract('postgres', freshPostgres)
