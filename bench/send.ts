import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

/**
 * Sends a request and answers the parsed reply.
 * @throws Error where the status is not 200
 */
export const send = (url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method, agent, headers: { 'content-type': 'application/json', ...headers } }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${url} answered ${String(response.statusCode)}: ${text}`))
      })
    })
    asking.on('error', reject)
    asking.end(body === undefined ? undefined : JSON.stringify(body))
  })
