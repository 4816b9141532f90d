import { createRequire } from 'node:module'

/** Loads a built function and asks it once, as a new container does. Prints the CPU of the whole process in µs. */
const { BENCH_ENTRY = '', BENCH_EVENT = '' } = process.env

interface Loaded {
  main: (event: unknown) => Promise<{ ok: boolean }>
}
const { main } = createRequire(BENCH_ENTRY)(BENCH_ENTRY) as Loaded
void main(JSON.parse(BENCH_EVENT)).then(answer => {
  if (!answer.ok) throw new Error(`the function answered ${JSON.stringify(answer)}`)
  const { user, system } = process.cpuUsage()
  process.stdout.write(String(user + system), () => process.exit(0))
})
