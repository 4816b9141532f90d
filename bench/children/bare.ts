import { request } from 'node:http'

/** One HTTP POST with nothing but Node, the least that a function can cost. Prints the CPU of the whole process in µs. */
const { BENCH_URL = '', BENCH_BODY = '' } = process.env
const asking = request(BENCH_URL, { method: 'POST', headers: { 'content-type': 'application/json' } }, response => {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => {
    const answer: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (response.statusCode !== 200 || answer === null) throw new Error(`answered ${String(response.statusCode)}`)
    const { user, system } = process.cpuUsage()
    process.stdout.write(String(user + system), () => process.exit(0))
  })
})
asking.end(BENCH_BODY)
