import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'

// A thread that does nothing: what holds it up is the machine.

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
parentPort?.on('message', () => parentPort?.postMessage(delay.max / 1e6))
