// One thread of a simulation: it does the pieces it is sent, one at a time.
import { parentPort, workerData } from 'node:worker_threads'
import type { Network } from '../../rooms/picture/cascade/network.ts'
import { type Piece, type Plan, Worker } from '../../rooms/picture/simulation/job.ts'

const { network, plan } = workerData as { network: Network; plan: Plan }
const worker = new Worker(network, plan)
parentPort?.on('message', (piece: Piece) => parentPort?.postMessage(worker.do(piece)))
